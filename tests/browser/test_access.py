"""Side doors, hostile text, and a folder that cannot be used."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reporting.ui.table import PAGES
from tests.browser.conftest import Server, press, settled, start, visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", [n for n in PAGES if n != "overzicht"])
def test_a_page_address_on_a_fresh_server_asks_who_you_are(stranger: Page, shared: Server, name: str) -> None:
    visit(stranger, f"{shared.url}/{name}")
    expect(stranger.locator("h1")).to_have_text(["Wie bent u?"], timeout=30_000)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    process, running = start(tmp_path_factory.mktemp("zijdeur"))
    yield running
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def stranger(chromium: Browser) -> Iterator[Page]:
    """Somebody who never says who they are, and tries one address after the other."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_a_name_with_markdown_fetches_nothing(page: Page, shared: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    visit(page, shared.url)  # where strangers left nothing behind
    page.get_by_label("Uw naam").fill("![x](http://127.0.0.1:9/spion.png)")
    page.get_by_role("button", name="Beginnen", exact=True).click()
    settled(page)
    page.locator("text=spion.png").first.wait_for()
    press(page, "Iemand anders kiezen")
    expect(page.locator('[data-testid="stRadio"] label', has_text="spion.png")).to_have_count(1, timeout=30_000)
    assert not any("spion" in url for url in asked)


def test_a_folder_that_cannot_be_used_is_the_only_thing_said(page: Page, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("geen map")
    process, running = start(tmp_path)
    try:
        visit(page, running.url)
        assert page.locator("h1").all_inner_texts() == ["Het programma kan niet starten"]
        assert "De map met gegevens" in page.inner_text('[data-testid="stMain"]')
        assert page.locator("button:visible", has_text="Beginnen").count() == 0
    finally:
        process.kill()
        process.wait()
