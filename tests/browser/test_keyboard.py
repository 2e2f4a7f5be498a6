"""The two-minute path with the keyboard alone: Tab, Shift+Tab, Enter, Space and arrows, and at every stop one sees where one is."""

import io

import pytest
from docx import Document
from playwright.sync_api import Page

from tests.browser.conftest import Server, settled, visit

pytestmark = pytest.mark.browser
SENTENCE = "De huiskamer was vaker open."
MOST_STOPS = 90
_WHERE = """() => {
  const here = document.activeElement;
  const icons = [...here.querySelectorAll('[data-testid="stIconMaterial"]')].map((e) => e.innerText);
  const text = icons.reduce((words, icon) => words.replace(icon, ''), here.innerText ?? '');
  const name = [here.getAttribute('aria-label'), text].filter(Boolean).join(' ').trim().replace(/\\s+/g, ' ');
  let ringed = false;
  for (let e = here, up = 0; e !== null && up < 4; e = e.parentElement, up++) {
    const style = getComputedStyle(e);
    ringed ||= style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
  }
  const box = (here.closest('label') ?? here).getBoundingClientRect();
  const seen = ringed && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  return [name, seen || here === document.body];
}"""


def _go(page: Page, label: str, key: str = "Tab") -> None:
    """Press the key until the focus is on what begins with this label; each stop on the way is visible. Where the page was just drawn anew it is on none."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        page.wait_for_timeout(30)  # the browser scrolls to the stop
        name, seen = page.evaluate(_WHERE)
        assert seen, f"the focus cannot be seen at {name!r}"
        if name.startswith(label):
            return
    raise AssertionError(f"{label} cannot be reached with {key}")


def _arrive(page: Page, heading: str) -> None:
    """Wait for a page: the focus is on its heading, so that Tab goes on with its work."""
    page.wait_for_function("name => document.activeElement.tagName === 'H1' && document.activeElement.innerText === name", arg=heading)
    settled(page)


def _focus(page: Page) -> str:
    return str(page.evaluate("() => document.activeElement.className"))


def test_from_first_visit_over_the_menu_to_the_word_file_without_a_mouse(page: Page, played_server: Server) -> None:
    visit(page, played_server.url)
    _go(page, "Uw naam")
    page.keyboard.type("Ada Jansen")
    page.keyboard.press("Tab")  # the roles are one stop; arrows choose
    settled(page)
    page.keyboard.press("ArrowUp")
    settled(page)
    assert page.locator("input[type=radio]:checked").locator("xpath=ancestor::label").inner_text().startswith("welzijnswerker")
    page.keyboard.press("ArrowDown")
    settled(page)
    _go(page, "Beginnen")
    page.keyboard.press("Space")
    _arrive(page, "Overzicht")

    _go(page, "Voorbeeldgegevens laden")
    for menu in ("Afspraken", "Overzicht"):  # each leads to the heading of its page
        _go(page, menu, "Shift+Tab")
        page.keyboard.press("Enter")
        _arrive(page, menu)
    _go(page, "Voorbeeldgegevens laden")
    page.keyboard.press("Enter")
    page.get_by_text("VOORBEELDGEGEVENS", exact=True).first.wait_for(timeout=60_000)
    settled(page)
    assert "melding" in _focus(page)
    _go(page, "Bekijk de cijfers")
    page.keyboard.press("Enter")
    _arrive(page, "Cijfers en toelichting")
    _go(page, "Wat zien we?")
    page.keyboard.press("Control+End")
    page.keyboard.type(f" {SENTENCE}", delay=5)
    page.get_by_text("Concept opgeslagen om").first.wait_for(timeout=30_000)
    _go(page, "Verder naar Rapport maken")
    page.keyboard.press("Enter")
    _arrive(page, "Rapport maken")

    _go(page, "Voor wie")
    _go(page, "Titel", "Shift+Tab")
    _go(page, "Hoofdstukken kiezen")
    page.keyboard.press("Space")
    settled(page)
    page.keyboard.press("Enter")
    settled(page)
    _go(page, "Rapport maken (Word)")
    page.keyboard.press("Enter")
    page.get_by_text("Rapport is klaar").wait_for(timeout=60_000)
    settled(page)
    assert "melding" in _focus(page)
    _go(page, "Downloaden")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    document = Document(io.BytesIO(waiting.value.path().read_bytes()))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    assert SENTENCE in "\n".join([*(p.text for p in document.paragraphs), *cells])
