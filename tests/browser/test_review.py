"""The review widget with the keyboard alone: a proposal is kept and replaced again, words are marked, and the focus stays."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, begin, load_sample, press, settled, visit

pytestmark = pytest.mark.browser


def _active(page: Page, name: str) -> str:
    return str(page.evaluate(f"() => document.activeElement?.{name} ?? ''"))


def test_names_are_decided_and_marked_with_the_keyboard(page: Page, played_server: Server) -> None:
    begin(page, played_server)
    load_sample(page)
    press(page, "Iemand anders kiezen")
    page.locator('[data-testid="stRadio"] label', has_text="Sander Oosting").click()
    settled(page)
    press(page, "Verder")
    visit(page, f"{played_server.url}/verhaal?verhaal=voorbeeld-3&stap=3")
    name = page.locator(".nakijk button[aria-pressed]").first
    original = name.locator(".oud").inner_text()
    assert name.get_attribute("aria-pressed") == "true"
    result = Axe().run(page)
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in result.response["violations"]] == []

    name.focus()
    page.keyboard.press("Enter")
    page.locator('.nakijk button[aria-pressed="false"]', has_text=original).first.wait_for()
    settled(page)
    assert _active(page, "innerText") == original
    page.keyboard.press("Enter")
    page.locator('.nakijk button[aria-pressed="true"]', has_text=original).first.wait_for()
    settled(page)

    before = page.locator(".nakijk button[aria-pressed]").count()
    page.locator('.nakijk .tekst[data-part="title"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    chosen = str(page.evaluate("() => document.getSelection().toString()")).strip()
    assert len(chosen.split()) == 2
    page.keyboard.press("Enter")
    page.locator('.nakijk [data-part="title"] button', has_text=chosen).wait_for()
    settled(page)
    expect(page.locator(".nakijk button[aria-pressed]")).to_have_count(before + 1, timeout=30_000)
    assert _active(page, "dataset.part") == "title"
