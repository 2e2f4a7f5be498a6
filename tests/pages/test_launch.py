"""Every page opens for every role in an empty house; nobody gets in without a profile."""

from collections.abc import Iterator

import pytest

from reporting.access.permissions import may
from reporting.model.people import Role
from reporting.ui.table import PAGES
from tests.pages.conftest import House, opened, said

ROLES = (Role.WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.PRIVACY_OFFICER)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An organisation that begins, with somebody in each role."""
    with opened(tmp_path_factory.mktemp("leeg"), sample=False) as house:
        for role in ROLES:
            house.person(role)
        yield house


@pytest.mark.parametrize("page", PAGES)
def test_without_a_profile_a_page_asks_who_you_are(empty: House, page: str) -> None:
    app = empty.open(page, None)
    assert not app.exception
    assert [t.value for t in app.title] == ["Wie bent u?"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_an_empty_house_or_says_why_not(empty: House, page: str, role: Role) -> None:
    app = empty.open(page, empty.person(role))
    assert not app.exception
    allowed = may(empty.person(role), PAGES[page].permission)
    assert [t.value for t in app.title] == [PAGES[page].name if allowed else "Dit mag u niet openen"]
    if not allowed:
        assert role.value in said(app)
