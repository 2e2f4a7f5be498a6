"""A story leaves a report that readers already have: the screens say so and make the next version; and who chose a story, and why."""

from reporting.actions.finalise_report import finalise_report
from reporting.actions.make_report import make_report
from reporting.actions.people import list_people
from reporting.actions.reports import list_reports
from reporting.actions.stories import list_stories
from reporting.actions.types import ReportRequest
from reporting.model.people import Role
from reporting.model.period import Quarter
from reporting.model.safe import ReportStatus
from tests.pages.conftest import SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, House, confirm, press, said

QUARTER = Quarter.parse(SAMPLE_QUARTER)


def test_withdrawing_leads_to_a_new_version_without_the_story(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    final = finalise_report(sample.services, lead, make_report(sample.services, lead, ReportRequest(SAMPLE_MUNICIPALITY, QUARTER)).id)
    told = next(s for s in list_stories(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER) if s.id in final.stories)
    author = next(p for p in list_people(sample.services) if p.id == told.author)
    app = sample.open("verhalen", author)
    app = confirm(next(s for s in app.selectbox if s.label == "Verhaal van u").set_value(told.id).run(), "Intrekken", "Ja, intrekken")
    assert f"Dit verhaal staat al in {final.file_name}." in said(app)
    app = sample.open("rapport", lead)
    assert f"In {final.file_name} staat een verhaal dat is ingetrokken." in said(app)
    app = press(app, "Nieuwe versie maken zonder dit verhaal")
    assert not app.exception
    assert "zonder het ingetrokken verhaal" in said(app)
    newest = list_reports(sample.services, lead)[0]
    assert (newest.status, set(final.stories) - set(newest.stories)) == (ReportStatus.CONCEPT, {told.id})
    assert next(s for s in app.selectbox if s.label == "Rapport").value == newest.id  # two concepts have the same name


def test_the_list_and_the_ticks_say_who_chose_a_story_and_why(sample: House) -> None:
    worker = sample.person(Role.WORKER)
    for page in ("verhalen", "cijfers"):
        shown = said(sample.open(page, worker))
        assert "Gekozen door Hilde Wagenaar. Dit verhaal laat zien wat een buurvrouw kan doen." in shown
