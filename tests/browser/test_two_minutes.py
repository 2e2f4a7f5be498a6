"""The acceptance test: from a first visit to a Word report that holds the sentence somebody typed."""

import io
import time
import zipfile

import pytest
from docx import Document
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Server, begin, load_sample, press, settled

pytestmark = pytest.mark.browser
SENTENCE = "Meer mensen kwamen terug omdat de koffie nu op dinsdag is."


@pytest.mark.parametrize("page", [DESK, PHONE], indirect=True, ids=["desk", "phone"])
def test_from_first_visit_to_a_report_within_two_minutes(page: Page, server: Server) -> None:
    started = time.monotonic()
    begin(page, server)  # 3 actions: name, role, begin
    load_sample(page)  # 4
    page.get_by_role("link", name="Bekijk de cijfers").click()  # 5
    settled(page)
    page.locator('[data-testid="stImage"] img:visible').first.wait_for()
    field = page.get_by_label("Wat zien we?").first
    field.fill(SENTENCE)  # 6
    page.get_by_text("Concept opgeslagen om").first.wait_for(timeout=5_000)
    page.get_by_role("link", name="Verder naar Rapport maken").click()  # 7
    settled(page)
    press(page, "Rapport maken (Word)")  # 8
    page.get_by_text("Rapport is klaar").wait_for(timeout=60_000)
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Downloaden", exact=True).click()  # 9
    data = waiting.value.path().read_bytes()
    assert time.monotonic() - started < 120
    body = "\n".join(p.text for p in Document(io.BytesIO(data)).paragraphs)
    tables = "\n".join(c.text for t in Document(io.BytesIO(data)).tables for r in t.rows for c in r.cells)
    assert SENTENCE in body + tables
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        headers = [parts.read(n).decode() for n in parts.namelist() if n.startswith("word/header")]
    assert any("VOORBEELDGEGEVENS" in h for h in headers)
    assert "concept" in waiting.value.suggested_filename
