"""Each page as everybody must be able to use it: axe finds nothing, nothing scrolls sideways on a phone, no English."""

import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from reporting.ui.table import PAGES
from tests.browser.conftest import DESK, PHONE, Server, begin, load_sample, settled, start, visit

pytestmark = pytest.mark.browser
ENGLISH = re.compile(
    r"\b(the|browse|upload|choose|drag|drop|loading|running|press|apply|select|close|open|clear|error|page not found|"
    r"limit|per file|view|fullscreen|deploy|settings|rerun|sidebar|menu item|increment|decrement)\b",
    re.IGNORECASE,
)
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")  # back to light for what follows
DUTCH_TOO = {"open", "menu"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, played: Path, chromium: Browser) -> Iterator[tuple[Server, Browser]]:
    process, running = start(Path(shutil.copytree(played, tmp_path_factory.mktemp("toegankelijk"), dirs_exist_ok=True)))
    yield running, chromium
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def visitor(world: tuple[Server, Browser]) -> Iterator[Page]:
    """One visitor in the sample world, for all pages."""
    server, browser = world
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}, reduced_motion="reduce")
    page = context.new_page()
    begin(page, server)
    load_sample(page)
    yield page
    context.close()


def _open(page: Page, server: Server, name: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit(page, f"{server.url}/{'' if name == 'overzicht' else name}")


@pytest.fixture(scope="module", params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    """Each page by its name."""
    return str(request.param)


@pytest.fixture(scope="module")
def opened(name: str, visitor: Page, world: tuple[Server, Browser]) -> Page:
    """The page, opened once for all that is looked at on it."""
    _open(visitor, world[0], name, DESK)
    return visitor


def test_a_page_is_dutch_and_has_its_title(opened: Page, name: str) -> None:
    assert opened.locator("html").get_attribute("lang") == "nl"
    assert opened.title() == f"{PAGES[name].name} - Kwartaalrapport"


def test_nothing_scrolls_sideways_on_a_phone(opened: Page) -> None:
    opened.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    settled(opened)
    wide = opened.evaluate("() => [document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth - e.clientWidth)")
    opened.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    assert max(wide) <= 0


def test_text_stands_out_from_what_is_behind_it_by_day_and_by_night(opened: Page) -> None:
    low = {}
    for scheme in SCHEMES:
        opened.emulate_media(color_scheme=scheme)
        settled(opened)
        low[scheme] = opened.evaluate(CONTRAST)
    assert {scheme: found for scheme, found in low.items() if found} == {}


def test_axe_finds_nothing_headings_are_in_order_and_all_is_dutch(opened: Page) -> None:
    settled(opened)
    result = Axe().run(opened)
    found = [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in result.response["violations"]]
    assert found == []
    levels = opened.evaluate("() => [...document.querySelectorAll('h1,h2,h3,h4')].filter(e => e.offsetParent).map(e => Number(e.tagName[1]))")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    words = opened.evaluate(
        "() => { for (const icon of document.querySelectorAll('[data-testid=stIconMaterial]')) icon.textContent = '';"  # glyphs, hidden from readers
        " return [document.body.innerText, ...[...document.querySelectorAll('[aria-label],[placeholder],[title]')]"
        ".flatMap(e => [e.getAttribute('aria-label'), e.getAttribute('placeholder'), e.getAttribute('title')])].filter(Boolean).join('\\n'); }"
    )
    assert [line for line in words.splitlines() if {w.group(0).casefold() for w in ENGLISH.finditer(line)} - DUTCH_TOO] == []


def test_targets_are_large_enough(visitor: Page, world: tuple[Server, Browser]) -> None:
    _open(visitor, world[0], "overzicht", DESK)
    small = visitor.evaluate(
        "() => [...document.querySelectorAll('.stButton button, .stPageLink a, .stDownloadButton button')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.innerText)"
    )
    assert small == []
