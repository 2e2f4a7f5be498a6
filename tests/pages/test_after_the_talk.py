"""Recording a talk on its page, and what was done with the stories."""

from reporting.actions.finalise_report import finalise_report
from reporting.actions.make_report import make_report
from reporting.actions.talks import talks_of
from reporting.actions.types import ReportRequest
from reporting.model.people import Role
from reporting.model.period import Quarter
from tests.pages.conftest import SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, House, press, said

QUARTER = Quarter.parse(SAMPLE_QUARTER)


def test_a_talk_is_recorded_and_the_stories_show_what_was_said(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    concept = make_report(sample.services, lead, ReportRequest(SAMPLE_MUNICIPALITY, QUARTER))
    finalise_report(sample.services, lead, concept.id)
    app = sample.open("gesprek", lead)
    assert "nog niet besproken" in said(app)
    app = press(app, "Gesprek opslaan")
    assert "Vul in met wie u sprak" in said(app)
    about = next(e for e in app.expander if e.label.startswith("Bij het verhaal"))
    next(t for t in app.text_input if t.label == "Met wie?").set_value("de wethouder").run()
    next(a for a in about.text_area if a.label == "Wat vroeg of zei de lezer?").set_value("Bel mevrouw Fatima Bouzidi.").run()
    app = press(app, "Gesprek opslaan")
    assert "misschien een persoonsgegeven" in said(app)
    assert talks_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER) == ()
    about = next(e for e in app.expander if e.label.startswith("Bij het verhaal"))
    next(a for a in about.text_area if a.label == "Wat vroeg of zei de lezer?").set_value("Mag ik komen eten?").run()
    app = press(app, "Gesprek opslaan")
    assert not app.exception
    assert "Het gesprek is opgeslagen." in said(app)
    (stored,) = talks_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER)
    assert (stored.talk.whom, [a.asked for a in stored.talk.answers]) == ("de wethouder", ["Mag ik komen eten?"])
    assert "de wethouder: Mag ik komen eten?" in said(app)
    app = press(app, "Blad voor de verteller maken")
    assert "Blad downloaden" in {getattr(b, "label", "") for b in app.get("download_button")}


def test_a_number_that_may_give_a_hidden_figure_away_is_confirmed_first(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("gesprek", lead)
    next(t for t in app.text_input if t.label == "Met wie?").set_value("de wethouder").run()
    next(a for a in app.text_area if a.label == "Wat is er daarna gedaan?").set_value("Wij belden de 3 vrouwen.").run()
    app = press(app, "Gesprek opslaan")
    assert "komt in het volgende rapport" in said(app)
    assert talks_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER) == ()
    app = next(c for c in app.checkbox if c.label == "Niemand kan hiermee een weggelaten cijfer uitrekenen").check().run()
    app = press(app, "Gesprek opslaan")
    assert not app.exception
    (stored,) = talks_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER)
    assert "Wij belden de 3 vrouwen." in {a.happened for a in stored.talk.answers}


def test_before_there_is_anything_the_page_says_so(house: House) -> None:
    assert "Lees eerst de afspraken in" in said(house.open("gesprek", house.person(Role.WORKER)))


def test_without_a_report_no_story_has_a_fate(sample: House) -> None:
    assert "Er staat nog geen verhaal in een rapport dat is vastgesteld." in said(sample.open("gesprek", sample.person(Role.WORKER)))


def test_who_may_not_write_is_told(sample: House) -> None:
    assert "Wat is er gezegd?" not in said(sample.open("gesprek", sample.person(Role.MANAGER)))
