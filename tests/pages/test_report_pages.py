"""Figures, explanations, the report and the settings on the screen."""

from decimal import Decimal

from streamlit.testing.v1 import AppTest

from reporting.actions.audit_trail import audit_trail
from reporting.actions.drafts import load_draft
from reporting.actions.explanations import conversation_of, explanations_of, save_explanation
from reporting.actions.people import list_people
from reporting.actions.reports import list_reports
from reporting.actions.settings import list_settings, rules_of, save_setting
from reporting.actions.stories import TOLD, chosen, list_stories
from reporting.model.people import Role
from reporting.model.period import Quarter
from reporting.model.safe import Explanation, ReportStatus
from reporting.model.stored import StoredExplanation
from reporting.settings import Settings
from tests.pages.conftest import SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, House, confirm, press, said

QUARTER = Quarter.parse(SAMPLE_QUARTER)
THEME = "Samen in de buurt"


def _type(app: AppTest, words: str) -> AppTest:
    """Type in the first field "Wat zien we?"."""
    return next(a for a in app.text_area if a.label == "Wat zien we?").set_value(words).run()


def _seen(house: House, theme: str = THEME) -> str:
    found = explanations_of(house.services, house.person(Role.TEAM_LEAD), SAMPLE_MUNICIPALITY, QUARTER)
    return next(e.explanation.see for e in found if e.theme == theme)


def test_figures_stand_with_words_a_table_and_their_comparison(sample: House) -> None:
    app = sample.open("cijfers", sample.person(Role.WORKER))
    words = said(app)
    assert "unieke cliënten" in words
    assert "vorig kwartaal" in words
    assert "Toelichting geschreven bij 3 van 3 thema’s" in words
    assert {e.label for e in app.expander} >= {"Tabel bij deze grafiek", "Per wijk", "Waarom dit cijfer klopt"}
    assert "Ruwe cijfers bekijken" not in {e.label for e in app.expander}


def test_who_may_see_raw_figures_has_a_view_of_its_own(sample: House) -> None:
    app = sample.open("cijfers", sample.person(Role.TEAM_LEAD))
    assert "Ruwe cijfers bekijken" in {e.label for e in app.expander}


def test_an_explanation_is_a_draft_first_and_saved_on_the_button(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = _type(sample.open("cijfers", lead), "Meer mensen kwamen terug.")
    assert not app.exception
    assert load_draft(sample.services, lead, f"explanation:{SAMPLE_MUNICIPALITY}:{SAMPLE_QUARTER}:{THEME}") is not None
    assert "Concept opgeslagen om" in said(app)
    app = press(app, "Toelichting opslaan")
    assert not app.exception
    assert _seen(sample) == "Meer mensen kwamen terug."


def test_a_personal_detail_is_flagged_before_saving(sample: House) -> None:
    app = _type(sample.open("cijfers", sample.person(Role.TEAM_LEAD)), "Bel mevrouw Fatima Bouzidi op 06-12345678.")
    assert "Fatima Bouzidi" in said(app)
    before = _seen(sample)
    app = press(app, "Toelichting opslaan")
    assert "staat misschien een persoonsgegeven" in said(app)
    assert _seen(sample) == before


def test_two_people_at_once_choose_which_text_stays(sample: House) -> None:
    lead, worker = sample.person(Role.TEAM_LEAD), sample.person(Role.WORKER)
    app = _type(sample.open("cijfers", lead), "Tekst van de teamleider.")
    stored = next(e for e in explanations_of(sample.services, worker, SAMPLE_MUNICIPALITY, QUARTER) if e.theme == THEME)
    theirs = StoredExplanation(SAMPLE_MUNICIPALITY, SAMPLE_QUARTER, THEME, Explanation(see="Tekst van de collega."), 0)
    save_explanation(sample.services, worker, theirs, stored.version)
    app = press(app, "Toelichting opslaan")
    assert "Tekst van de teamleider." in said(app)
    assert "Tekst van de collega." in said(app)
    assert _seen(sample) == "Tekst van de collega."
    app = press(app, "Mijn tekst houden")
    press(app, "Toelichting opslaan")
    assert _seen(sample) == "Tekst van de teamleider."


def test_without_registrations_the_page_says_where_to_begin(house: House) -> None:
    assert "Lees eerst de afspraken in" in said(house.open("cijfers", house.person(Role.TEAM_LEAD)))


def test_a_report_is_made_kept_vastgesteld_and_sent(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = press(sample.open("rapport", lead), "Rapport maken (Word)")
    assert not app.exception
    assert "Rapport is klaar" in said(app)
    assert "Downloaden" in {getattr(b, "label", "") for b in app.get("download_button")}
    app = confirm(app, "Vaststellen", "Ja, vaststellen")
    assert not app.exception
    app = press(app, "Noteren als verstuurd")  # the version just vastgesteld is the one that is chosen
    assert {r.status for r in list_reports(sample.services, lead)} == {ReportStatus.CONCEPT, ReportStatus.SENT}


def test_a_worker_makes_a_concept_and_cannot_vaststellen(sample: House) -> None:
    worker = sample.person(Role.WORKER)
    app = press(sample.open("rapport", worker), "Rapport maken (Word)")
    assert "De teamleider stelt het rapport vast." in said(app)
    assert "Vaststellen" not in {b.label for b in app.button}


def test_what_was_typed_goes_into_the_report_without_a_button(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    _type(sample.open("cijfers", lead), "Dit gaat mee.")
    sample.open("rapport", lead)
    assert _seen(sample) == "Dit gaat mee."


def test_settings_say_old_and_new_and_refuse_what_is_no_number(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("instellingen", lead)
    next(t for t in app.text_input if t.label == "Voor wie is het rapport").set_value("wethouder De Boer")
    app = press(app, "Instellingen opslaan")
    assert "werd wethouder De Boer" in said(app)
    assert list_settings(sample.services, lead)["recipient"].value == "wethouder De Boer"
    next(t for t in app.text_input if t.label == "Rapportcijfer: laag onder").set_value("laag")
    app = press(app, "Instellingen opslaan")
    assert "Vul een getal in" in said(app)


def test_the_manager_adds_a_colleague_and_makes_a_backup(sample: House) -> None:
    app = sample.open("instellingen", sample.person(Role.MANAGER))
    next(t for t in app.text_input if t.key == "collega_naam").set_value("Nieuwe Collega")
    app = press(app, "Toevoegen")
    assert "Nieuwe Collega" in {p.name for p in list_people(sample.services)}
    app = press(app, "Reservekopie maken")
    assert "Reservekopie downloaden" in {getattr(b, "label", "") for b in app.get("download_button")}


def test_a_client_is_erased_after_a_question_with_proof(sample: House) -> None:
    officer = sample.person(Role.PRIVACY_OFFICER)
    app = sample.open("instellingen", officer)
    next(t for t in app.text_input if t.label == "Cliëntnummer").set_value("011656").run()
    app = confirm(app, "Cliënt wissen", "Ja, voorgoed wissen")
    assert not app.exception
    assert "erase_client" in {e.action for e in audit_trail(sample.services, officer)}


def test_the_overview_leads_a_newcomer(house: House) -> None:
    app = house.open("overzicht", house.person(Role.TEAM_LEAD))
    assert "Welkom. In 5 stappen" in said(app)
    assert [b.label for b in app.main.button] == ["Voorbeeldgegevens laden", "Eigen bestand inlezen"]


def test_the_overview_shows_the_five_steps(sample: House) -> None:
    steps = sample.open("overzicht", sample.person(Role.TEAM_LEAD))
    assert said(steps).count("**Klaar**") >= 3


def test_somebody_else_is_chosen_in_the_sample(sample: House) -> None:
    app = press(sample.open("overzicht", sample.person(Role.TEAM_LEAD)), "Iemand anders kiezen")
    assert [t.value for t in app.title] == ["Wie bent u?"]
    app = press(app.radio[0].set_value(sample.person(Role.WORKER).id).run(), "Verder")
    assert sample.person(Role.WORKER).name in said(app)


def test_the_first_profile_needs_a_name(house: House) -> None:
    app = press(house.open("overzicht", None), "Beginnen")
    assert "Vul uw naam in" in said(app)
    app.text_input[0].set_value("Ada Jansen")
    app = press(app, "Beginnen")
    assert [p.name for p in list_people(house.services)] == ["Ada Jansen"]


def test_the_sample_is_wiped_and_own_data_stays(sample: House) -> None:
    app = confirm(sample.open("overzicht", sample.person(Role.TEAM_LEAD)), "Voorbeeldgegevens wissen", "Ja, wissen")
    assert not app.exception
    data = Settings.from_environment().data_dir
    assert not (data / "sample").exists()
    assert data.exists()


def test_two_people_who_change_a_setting_see_both_values(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("instellingen", lead)
    next(t for t in app.text_input if t.label == "Voor wie is het rapport").set_value("wethouder De Boer")
    save_setting(sample.services, lead, "recipient", "wethouder Kok", list_settings(sample.services, lead)["recipient"].version)
    app = press(app, "Instellingen opslaan")
    assert "een collega vulde intussen ‘wethouder Kok’ in. U typte ‘wethouder De Boer’" in said(app)
    assert list_settings(sample.services, lead)["recipient"].value == "wethouder Kok"


def test_an_empty_setting_says_which_default_counts_and_a_filled_one_is_used_as_typed(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    app = sample.open("instellingen", lead)
    words = said(app)
    assert "Nu geldt de standaard: 0-12, 12-18, 18-27, 27-45, 45-65, 65-75, 75+." in words
    assert "Nu geldt de standaard: 95." in words
    assert "Nu geldt de standaard: 7,5." in words
    next(t for t in app.text_input if t.label == "Op koers vanaf (procent)").set_value("90%")
    app = press(app, "Instellingen opslaan")
    assert "Op koers vanaf (procent): leeg werd 90." in said(app)
    assert "Standaard is 95. Maak het veld leeg om de standaard te gebruiken." in said(app)
    with sample.services.reading() as uow:
        assert rules_of(uow, SAMPLE_MUNICIPALITY).counting.on_course == Decimal("0.9")


def test_a_grade_is_held_against_the_limits_of_the_organisation(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    assert "Dit valt op: 8 of hoger." in said(sample.open("cijfers", lead))
    save_setting(sample.services, lead, "grade_high", "9,5", 0)
    save_setting(sample.services, lead, "grade_low", "9", 0)
    words = said(sample.open("cijfers", lead))
    assert "Dit is laag: minder dan 9." in words
    assert "Dit valt op" not in words


def test_a_number_typed_in_the_talk_chapter_is_confirmed_before_a_report_is_made(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    before = len(list_reports(sample.services, lead, SAMPLE_MUNICIPALITY))
    app = sample.open("rapport", lead)
    next(a for a in app.text_area if a.label == "Gespreksvragen, één per regel").set_value("Wat doen we voor de 3 mensen in Noord?")
    app = app.run()
    assert "Gesprek en uitnodiging" in said(app)
    app = press(app, "Rapport maken (Word)")
    assert not app.exception
    assert len(list_reports(sample.services, lead, SAMPLE_MUNICIPALITY)) == before
    assert "Pas de tekst aan, of vink bij het gesprek aan" in said(app)
    app = next(c for c in app.checkbox if c.label == "Niemand kan hiermee een weggelaten cijfer uitrekenen").check().run()
    app = press(app, "Rapport maken (Word)")
    assert not app.exception
    assert len(list_reports(sample.services, lead, SAMPLE_MUNICIPALITY)) == before + 1
    talk = conversation_of(sample.services, lead, SAMPLE_MUNICIPALITY, QUARTER).conversation
    assert talk.questions == ("Wat doen we voor de 3 mensen in Noord?",)


def test_a_story_that_stands_with_two_figures_is_ticked_and_unticked_in_both_places(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    story = next(s for s in list_stories(sample.services, lead) if len(s.indicators) > 1 and s.status in TOLD)
    app = sample.open("cijfers", lead)
    for ticked in (False, True):
        box = next(c for c in app.checkbox if str(c.key).startswith("kies|") and str(c.key).endswith(f"|{story.id}"))
        app = box.set_value(ticked).run()
        assert not app.exception
        assert [c.value for c in app.checkbox if str(c.key).endswith(f"|{story.id}")] == [ticked] * len(story.indicators)
        assert chosen(next(s for s in list_stories(sample.services, lead) if s.id == story.id)) is ticked
