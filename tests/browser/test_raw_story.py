"""A story in the raw, with emoji and loose accents: marked where one points, and kept nowhere that others can read."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import begin, load_sample, press, settled, start, visit

pytestmark = pytest.mark.browser
NAME, OTHER = "Qaznedra", "Wubbelsteyn"
TEXT = f"🙂 {NAME} sprak Re\u0301ne\u0301e aan. 👍🏽 De zwaluw van donderdag kwam bij {OTHER}."
STORES = """() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, history.state])"""
DATABASES = "async () => JSON.stringify([await indexedDB.databases(), await caches.keys()])"


def _mark(page: Page, first: str, words: int) -> None:
    """Choose words in the text with the arrows, say with the keyboard that they are a place, and hide them."""
    page.locator('.nakijk .tekst[data-part="printed"]').focus()
    chosen = ""
    for _ in range(40):
        page.keyboard.press("ArrowRight")
        chosen = str(page.evaluate("() => document.getSelection().toString()"))
        if chosen == first:
            break
    assert chosen == first
    for _ in range(words - 1):
        page.keyboard.press("Shift+ArrowRight")
    while page.evaluate("() => document.activeElement.tagName") != "SELECT":
        page.keyboard.press("Tab")
    page.keyboard.type("plaats")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_a_raw_story_is_marked_exactly_and_kept_nowhere_others_can_read(page: Page, chromium: Browser, played: Path, tmp_path: Path) -> None:
    house = Path(shutil.copytree(played, tmp_path / "huis"))
    with (tmp_path / "uitvoer").open("wb") as log:
        process, server = start(house, log)
        try:
            begin(page, server)
            load_sample(page)
            visit(page, f"{server.url}/verhaal?verhaal=rauw-1&stap=1")
            page.get_by_label("Tekst in het rapport").fill(TEXT)
            page.keyboard.press("Tab")
            settled(page)
            press(page, "Volgende")
            press(page, "Volgende")
            page.locator(".nakijk button", has_text=NAME).wait_for()
            _mark(page, "zwaluw", 3)
            page.locator(".nakijk button", has_text="zwaluw").wait_for()
            marked = page.locator(".nakijk button", has_text="zwaluw")
            expect(marked.locator(".oud")).to_have_text("zwaluw van donderdag", timeout=30_000)
            expect(marked.locator(".nieuw")).to_have_text("een andere plaats", timeout=30_000)
            settled(page)
            visit(page, f"{server.url}/verhaal?verhaal=rauw-1&stap=%00")  # an address that is none
            stored = [str(page.evaluate(STORES)), str(page.evaluate(DATABASES))]
            stranger = chromium.new_context()
            other = stranger.new_page()
            for name in ("", "verhaal?verhaal=rauw-1&stap=3", "nakijken"):
                visit(other, f"{server.url}/{name}")
                stored += [other.content(), str(other.evaluate(STORES))]
            stranger.close()
        finally:
            process.kill()
            process.wait()
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert [p.name for p in files if "sqlite" in p.name]
    kept = [*(p.read_bytes() for p in files), *(str(p).encode() for p in files), *(s.encode() for s in stored)]
    for word in (NAME, OTHER, "zwaluw"):
        assert not [k[:80] for k in kept if word.encode() in k or word.encode("utf-16-le") in k], word
