"""Nothing typed is lost: not by a reload, not by a killed server."""

import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, begin, follow, load_sample, press, settled, start, visit

pytestmark = pytest.mark.browser
STORY = "Ik zat de hele dag binnen en zag niemand."


def saved(page: Page, server: Server) -> None:
    """Wait until what was typed is written: sent after the app's wait, answered, and the database at rest for longer than that wait."""
    page.wait_for_timeout(2_000)
    settled(page)
    journal = server.data / "sample" / "gegevens.sqlite-wal"
    began = time.time()
    while time.time() - max(began, journal.stat().st_mtime) < 4:
        assert time.time() < began + 30, "the database never came to rest"
        time.sleep(0.1)


def test_what_is_typed_survives_a_reload_and_a_killed_server_and_keeps_the_focus_while_saving(page: Page, played: Path, tmp_path: Path) -> None:
    shutil.copytree(played, tmp_path, dirs_exist_ok=True)
    process, server = start(tmp_path)
    try:
        begin(page, server)
        load_sample(page)
        _explanation_survives_a_reload(page, server)
        address = _story(page, server)
    finally:
        process.kill()
        process.wait()
    process, again = start(tmp_path)
    try:
        visit(page, again.url)
        press(page, "Verder")
        load_sample(page)
        visit(page, address.replace(server.url, again.url))
        expect(page.get_by_label("Hoe was het?")).to_have_value(STORY, timeout=30_000)
    finally:
        process.kill()
        process.wait()


def _explanation_survives_a_reload(page: Page, server: Server) -> None:
    follow(page, "Cijfers en toelichting")
    field = page.get_by_label("Wat zien we?").first
    field.click()
    page.keyboard.press("Control+A")
    page.keyboard.type("De inloop groeit", delay=40)
    page.get_by_text("Concept opgeslagen om").first.wait_for(timeout=30_000)
    page.keyboard.type(" nog steeds.", delay=20)
    assert field.input_value() == "De inloop groeit nog steeds."
    saved(page, server)
    page.reload()
    settled(page)
    expect(page.get_by_label("Wat zien we?").first).to_have_value("De inloop groeit nog steeds.", timeout=30_000)


def _story(page: Page, server: Server) -> str:
    """Type a story and wait until it is kept; the address of its page."""
    follow(page, "Verhalen")
    press(page, "Verhaal schrijven")
    page.get_by_label("Hoe was het?").click()
    page.keyboard.type(STORY, delay=10)
    saved(page, server)
    return page.url
