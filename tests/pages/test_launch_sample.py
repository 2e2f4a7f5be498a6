"""Every page opens in the sample world."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reporting.model.people import Role
from reporting.ui.table import PAGES
from tests.pages.conftest import House, opened, said


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, played: Path) -> Iterator[House]:
    """The sample world, to look at."""
    with opened(tmp_path_factory.mktemp("kijken"), sample=True, world=played) as house:
        yield house


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_the_sample_world_and_says_so(shown: House, page: str) -> None:
    app = shown.open(page, shown.person(Role.TEAM_LEAD))
    assert not app.exception
    assert [t.value for t in app.title] == [PAGES[page].name]
    assert "VOORBEELDGEGEVENS" in said(app)
