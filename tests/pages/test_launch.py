"""Every page opens for every role, in an empty house and in the sample world; nobody gets in without a profile."""

import pytest

from reporting.access.permissions import may
from reporting.model.people import Role
from reporting.ui.table import PAGES
from tests.pages.conftest import House, said

ROLES = (Role.WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.PRIVACY_OFFICER)


@pytest.mark.parametrize("page", PAGES)
def test_without_a_profile_a_page_asks_who_you_are(house: House, page: str) -> None:
    app = house.open(page, None)
    assert not app.exception
    assert [t.value for t in app.title] == ["Wie bent u?"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_an_empty_house_or_says_why_not(house: House, page: str, role: Role) -> None:
    app = house.open(page, house.person(role))
    assert not app.exception
    allowed = may(house.person(role), PAGES[page].permission)
    assert [t.value for t in app.title] == [PAGES[page].name if allowed else "Dit mag u niet openen"]
    if not allowed:
        assert role.value in said(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_the_sample_world_and_says_so(sample: House, page: str) -> None:
    app = sample.open(page, sample.person(Role.TEAM_LEAD))
    assert not app.exception
    assert [t.value for t in app.title] == [PAGES[page].name]
    assert "VOORBEELDGEGEVENS" in said(app)
