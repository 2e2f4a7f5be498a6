"""A name in the document that is somebody else's: said, asked, confirmed with a reason, and made again."""

from dataclasses import replace

from reporting.actions.explanations import conversation_of, save_conversation
from reporting.actions.reports import list_reports
from reporting.model.people import Role
from reporting.model.period import Quarter
from tests.pages.conftest import SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, House, press, said

QUARTER = Quarter.parse(SAMPLE_QUARTER)


def test_a_namesake_is_confirmed_with_a_reason_and_the_report_is_made(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    talk = conversation_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER)
    outlook = "Wethouder Fatiha de Wit komt op bezoek."
    named = replace(talk, conversation=replace(talk.conversation, outlook=outlook))
    save_conversation(sample.services, lead, named, talk.version)
    app = press(sample.open("rapport", lead), "Rapport maken (Word)")
    assert not app.exception
    assert "Haal die naam weg, of bevestig dat het iemand anders is." in said(app)
    next(f for f in app.text_input if f.label == "Welke naam is van iemand anders?").set_value("Fatiha").run()
    app = press(app, "Naamgenoot bevestigen")
    assert "Controleer wat u invulde bij reden" in said(app)
    next(f for f in app.text_input if f.label == "Wie is dat?").set_value("De wethouder heet zo.").run()
    app = press(app, "Naamgenoot bevestigen")
    assert "Bevestigd. Maak het rapport nu opnieuw." in said(app)
    app = press(app, "Rapport maken (Word)")
    assert not app.exception
    assert [r.file_name for r in list_reports(sample.services, lead)] == ["kwartaalrapport-2026-K3-concept.docx"]
