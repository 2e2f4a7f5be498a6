"""The acceptance test: from a first visit to a Word report that holds the sentence somebody typed."""

import io
import zipfile

import pytest
from docx import Document
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Server, begin, load_sample, press, settled

pytestmark = pytest.mark.browser
SENTENCE = "Meer mensen kwamen terug omdat de koffie nu op dinsdag is."


def test_from_first_visit_to_a_report_in_nine_actions(page: Page, server: Server) -> None:
    _walk(page, server)


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_as_well(page: Page, played_server: Server) -> None:
    _walk(page, played_server)


def _walk(page: Page, server: Server) -> None:
    begin(page, server)  # 3 actions: name, role, begin
    load_sample(page)  # 4
    page.get_by_role("link", name="Bekijk de cijfers").click()  # 5
    settled(page)
    page.locator('[data-testid="stImage"] img:visible').first.wait_for()
    field = page.get_by_label("Wat zien we?").first
    field.fill(SENTENCE)  # 6
    page.get_by_text("Concept opgeslagen om").first.wait_for(timeout=30_000)
    page.get_by_role("link", name="Verder naar Rapport maken").click()  # 7
    settled(page)
    press(page, "Rapport maken (Word)")  # 8
    page.get_by_text("Rapport is klaar").wait_for(timeout=60_000)
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Downloaden", exact=True).click()  # 9
    data = waiting.value.path().read_bytes()
    body = "\n".join(p.text for p in Document(io.BytesIO(data)).paragraphs)
    tables = "\n".join(c.text for t in Document(io.BytesIO(data)).tables for r in t.rows for c in r.cells)
    assert SENTENCE in body + tables
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        headers = [parts.read(n).decode() for n in parts.namelist() if n.startswith("word/header")]
    assert any("VOORBEELDGEGEVENS" in h for h in headers)
    assert "concept" in waiting.value.suggested_filename
