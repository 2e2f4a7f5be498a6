"""An edited report read back on its page, and what changed since a concept."""

from streamlit.testing.v1 import AppTest

from reporting.actions.explanations import explanations_of, messages_of, save_explanation
from reporting.actions.make_report import make_report
from reporting.actions.reports import download_report
from reporting.actions.types import ReportRequest
from reporting.model.people import Role
from reporting.model.period import Quarter
from reporting.model.safe import Explanation
from reporting.model.stored import StoredExplanation
from tests.pages.conftest import SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, House, press, said
from tests.unit.actions.test_read_back import edited, message_of

QUARTER = Quarter.parse(SAMPLE_QUARTER)
THEME = "Samen in de buurt"


def _made(house: House) -> bytes:
    lead = house.person(Role.TEAM_LEAD)
    report = make_report(house.services, lead, ReportRequest(SAMPLE_MUNICIPALITY, QUARTER))
    return download_report(house.services, lead, report.id)[1]


def _choose(app: AppTest, data: bytes) -> AppTest:
    return app.file_uploader[0].upload("bewerkt.docx", data, "application/octet-stream").run()


def _explained(house: House) -> StoredExplanation:
    found = explanations_of(house.services, house.person(Role.TEAM_LEAD), SAMPLE_MUNICIPALITY, QUARTER)
    return next(e for e in found if e.theme == THEME)


def test_differences_stand_old_and_new_and_what_is_ticked_is_kept(sample: House) -> None:
    lead, document = sample.person(Role.TEAM_LEAD), _made(sample)
    own, cause = message_of(document), _explained(sample).explanation.cause.splitlines()[0]
    back = edited(document, (own, "Het gaat goed in Merelveen."), (cause[:30], "Mevrouw Fatima Bouzidi zegt: "))
    app = _choose(sample.open("bewerkt", lead), back)
    words = said(app)
    assert "Kernboodschap bij ‘In één oogopslag’" in words
    assert own in words
    assert "Het gaat goed in Merelveen." in words
    assert f"Toelichting bij {THEME}: hoe komt dat?" in words
    assert "Hier staat misschien een persoonsgegeven: " in words
    taken = [c for c in app.checkbox if c.label == "Deze tekst overnemen"]
    assert [c.value for c in taken] == [True, False]
    taken[1].check()
    app = press(app, "Gekozen teksten opslaan")
    assert "Er is niets opgeslagen" in said(app)
    next(c for c in app.checkbox if c.label.startswith("Ik heb gekeken")).check()
    app = press(app, "Gekozen teksten opslaan")
    assert "2 teksten zijn overgenomen" in said(app)
    assert [m.text for m in messages_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER)] == ["Het gaat goed in Merelveen."]
    assert _explained(sample).explanation.cause.startswith("Mevrouw Fatima Bouzidi zegt:")
    app = press(app, "Kernboodschap weghalen")
    assert messages_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER) == ()
    assert not app.exception


def test_a_wrong_file_is_refused_in_a_sentence(house: House) -> None:
    app = house.open("bewerkt", house.person(Role.WORKER))
    assert "Er zijn dit kwartaal geen eigen kernboodschappen." in said(app)
    app = _choose(app, b"geen Word")
    assert "Dit is geen Word-bestand dat te lezen is." in said(app)
    assert not app.exception


def test_who_may_not_write_is_told(sample: House) -> None:
    assert "Bewerkt rapport weer inlezen" not in said(sample.open("bewerkt", sample.person(Role.MANAGER)))


def test_what_changed_since_a_concept_is_listed(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    _made(sample)
    old = _explained(sample)
    save_explanation(sample.services, lead, StoredExplanation(SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, THEME, Explanation(see="Nieuw."), 0), old.version)
    app = press(sample.open("rapport", lead), "Veranderingen tonen")
    assert f"Toelichting bij {THEME}: wat zien we?" in said(app)
    assert "Nieuw." in said(app)
    assert not app.exception
