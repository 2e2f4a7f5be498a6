"""Counting a report again on its page."""

import io

import docx
from streamlit.testing.v1 import AppTest

from reporting.actions.make_report import make_report
from reporting.actions.reports import download_report
from reporting.actions.types import ReportRequest
from reporting.model.people import Role
from reporting.model.period import Quarter
from tests.pages.conftest import SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, House, said


def _choose(app: AppTest, data: bytes) -> AppTest:
    return app.file_uploader[0].upload("rapport.docx", data, "application/octet-stream").run()


def test_figures_that_agree_are_counted_and_an_edited_one_is_named(sample: House) -> None:
    lead, officer = sample.person(Role.TEAM_LEAD), sample.person(Role.PRIVACY_OFFICER)
    report = make_report(sample.services, lead, ReportRequest(SAMPLE_MUNICIPALITY, Quarter.parse(SAMPLE_QUARTER)))
    document = download_report(sample.services, lead, report.id)[1]
    app = _choose(sample.open("narekenen", officer), document)
    assert "Alle cijfers kloppen." in said(app)
    opened = docx.Document(io.BytesIO(document))
    run = next(p.runs[0] for t in opened.tables for r in t.rows for c in r.cells for p in c.paragraphs if p.text == "190")
    run.text = "290"
    hidden = next(p.runs[0] for t in opened.tables for r in t.rows for c in r.cells for p in c.paragraphs if p.style and p.style.name == "Tabelwoord")
    hidden.text = "4711"
    target = io.BytesIO()
    opened.save(target)
    words = said(_choose(sample.open("narekenen", officer), target.getvalue()))
    assert "SB2 Deelnames eten en bewegen, 3e kwartaal 2026" in words
    assert "gewijzigd in het document; er stond 190" in words
    assert "was niet getoond; nu staat er een getal" in words
    assert "4711" not in words


def test_what_is_no_report_is_refused(house: House) -> None:
    app = _choose(house.open("narekenen", house.person(Role.TEAM_LEAD)), b"geen Word")
    assert "Dit is geen rapport dat hier is gemaakt." in said(app)


def test_a_worker_may_not(sample: House) -> None:
    assert not sample.open("narekenen", sample.person(Role.WORKER)).file_uploader
