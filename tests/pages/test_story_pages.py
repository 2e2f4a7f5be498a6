"""Telling on the screen: writing in four steps, sending, reading by a second person, and what stays closed."""

from dataclasses import replace

import pytest

from reporting.actions.drafts import load_draft
from reporting.actions.propose_story import preview_marked
from reporting.actions.save_story import save_story
from reporting.actions.settings import save_setting
from reporting.actions.stories import get_story, list_stories, new_story
from reporting.model.people import Actor, Role
from reporting.model.period import Quarter
from reporting.model.story import StoryStatus
from tests.pages.conftest import SAMPLE_MUNICIPALITY, House, confirm, press, said


def _author(sample: House, status: StoryStatus = StoryStatus.APPROVED) -> tuple[Actor, str]:
    from reporting.actions.people import list_people

    people = {p.id: p for p in list_people(sample.services)}
    story = next(s for s in list_stories(sample.services, sample.person(Role.TEAM_LEAD), SAMPLE_MUNICIPALITY) if s.status is status)
    return people[story.author], story.id


def test_a_new_story_keeps_its_draft_and_is_saved_on_next(sample: House) -> None:
    worker = sample.person(Role.WORKER)
    app = sample.open("verhaal", worker, verhaal="nieuw1", stap="1")
    next(f for f in app.text_area if f.label == "Hoe was het?").set_value("Ik zat de hele dag binnen.").run()
    draft = load_draft(sample.services, worker, "story:nieuw1")
    assert draft is not None
    assert draft.fields["before"] == "Ik zat de hele dag binnen."
    again = sample.open("verhaal", worker, verhaal="nieuw1", stap="1")
    assert next(f for f in again.text_area if f.label == "Hoe was het?").value == "Ik zat de hele dag binnen."
    app = press(again, "Volgende")
    assert not app.exception
    assert "Stap 2 van 4: Hoort bij" in said(app)
    assert get_story(sample.services, worker, "nieuw1").text.before == "Ik zat de hele dag binnen."
    assert load_draft(sample.services, worker, "story:nieuw1") is None


def test_a_story_without_consent_cannot_be_sent_and_says_so(sample: House) -> None:
    worker = sample.person(Role.WORKER)
    app = sample.open("verhaal", worker, verhaal="nieuw2", stap="1")
    next(f for f in app.text_area if f.label == "Tekst in het rapport").set_value("Een moeder kwam elke week naar de groep.").run()
    press(app, "Opslaan als concept")
    app = sample.open("verhaal", worker, verhaal="nieuw2", stap="4")
    assert "Zonder toestemming kunt u dit verhaal bewaren als concept" in said(app)
    app = press(app, "Laten nakijken")
    assert "Vink aan dat u de tekst zonder persoonsgegevens hebt gelezen." in said(app)
    next(c for c in app.checkbox if c.label.startswith("Ik heb de tekst")).check()
    app = press(app, "Laten nakijken")
    assert "Er ging iets mis" in said(app)
    assert get_story(sample.services, worker, "nieuw2").status is StoryStatus.CONCEPT


def test_the_consent_step_gives_the_sheet_or_says_what_is_missing(sample: House) -> None:
    author, story = _author(sample)
    app = press(sample.open("verhaal", author, verhaal=story, stap="4"), "Toestemmingsblad maken")
    assert not app.exception
    assert [b.proto.label for b in app.get("download_button")] == ["Toestemmingsblad downloaden"]
    empty = save_story(sample.services, author, replace(new_story(author, SAMPLE_MUNICIPALITY, Quarter(2026, 3)), id="leeg"), 0)
    app = press(sample.open("verhaal", author, verhaal=empty.id, stap="4"), "Toestemmingsblad maken")
    assert "Nog niet alles is ingevuld" in said(app)
    assert not app.get("download_button")


def test_a_story_told_by_too_few_is_held_at_the_consent_step(sample: House) -> None:
    author, story = _author(sample)
    kept = get_story(sample.services, author, story)
    save_story(sample.services, author, replace(kept, text=replace(kept.text, district="Nergensveld")), kept.version)
    app = sample.open("verhaal", author, verhaal=story, stap="4")
    assert "Te weinig cliënten lijken op de verteller. Laat bij stap 1 de wijk leeg" in said(app)


def test_a_second_person_sees_that_a_story_is_held(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    assert "Te weinig cliënten" not in said(sample.open("nakijken", lead))
    save_setting(sample.services, sample.person(Role.PRIVACY_OFFICER), "disclosure_threshold", "15", 0)  # twelve young people are like the teller
    app = press(sample.open("nakijken", lead), "Goedkeuren")
    assert "Te weinig cliënten lijken op de verteller" in said(app)
    assert any(s.status is StoryStatus.WAITING for s in list_stories(sample.services, lead, SAMPLE_MUNICIPALITY))


@pytest.mark.parametrize("step", ["1", "2", "3", "4"])
def test_every_step_of_a_story_opens_for_its_writer(sample: House, step: str) -> None:
    author, story = _author(sample)
    app = sample.open("verhaal", author, verhaal=story, stap=step)
    assert not app.exception
    assert f"Stap {step} van 4" in said(app)


def test_a_story_of_a_colleague_stays_closed(sample: House) -> None:
    _, story = _author(sample)
    app = sample.open("verhaal", sample.person(Role.TEAM_LEAD), verhaal=story, stap="1")
    assert "Dit verhaal is van een collega" in said(app)
    assert not app.text_area


def test_a_second_person_reads_the_safe_text_and_approves(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    _, story = _author(sample, StoryStatus.WAITING)
    app = press(sample.open("nakijken", lead), "Goedkeuren")
    assert not app.exception
    assert "Het verhaal is goedgekeurd." in said(app)
    assert get_story(sample.services, lead, story).status is StoryStatus.APPROVED


def test_sending_back_asks_a_sentence(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    _, story = _author(sample, StoryStatus.WAITING)
    app = press(sample.open("nakijken", lead), "Terugsturen")
    assert "Schrijf in één zin wat er anders moet." in said(app)
    next(t for t in app.text_input if t.label.startswith("Terugsturen")).set_value("Noem de straat niet.")
    press(app, "Terugsturen")
    back = get_story(sample.services, lead, story)
    assert (back.status, back.review_note) == (StoryStatus.SENT_BACK, "Noem de straat niet.")


def test_the_writer_sees_that_a_colleague_approves(sample: House) -> None:
    author, _ = _author(sample, StoryStatus.WAITING)
    app = sample.open("nakijken", author)
    assert "Door u geschreven, een collega keurt goed." in said(app)
    assert not [b for b in app.button if b.label == "Goedkeuren"]


def test_looking_at_the_original_is_logged(sample: House) -> None:
    from reporting.actions.audit_trail import audit_trail

    lead = sample.person(Role.TEAM_LEAD)
    press(sample.open("nakijken", lead), "Toon het origineel")
    trail = audit_trail(sample.services, sample.person(Role.PRIVACY_OFFICER))
    assert "reveal_original" in {e.action for e in trail if e.actor.id == lead.id}


def test_nothing_waits_in_an_empty_house(house: House) -> None:
    assert "Er wacht niets op u." in said(house.open("nakijken", house.person(Role.TEAM_LEAD)))


def test_a_story_is_withdrawn_after_a_question(sample: House) -> None:
    author, story = _author(sample)
    app = sample.open("verhalen", author)
    chosen = next(s for s in app.selectbox if s.label == "Verhaal van u")
    confirm(chosen.set_value(story).run(), "Intrekken", "Ja, intrekken")
    assert get_story(sample.services, author, story).status is StoryStatus.WITHDRAWN


def test_a_story_of_a_colleague_who_is_not_there_is_withdrawn_too(sample: House) -> None:
    author, story = _author(sample)
    app = sample.open("verhalen", sample.person(Role.TEAM_LEAD))
    chosen = next(s for s in app.selectbox if s.label == "Verhaal van een collega")
    confirm(chosen.set_value(story).run(), "Dit verhaal intrekken", "Ja, intrekken")
    assert get_story(sample.services, author, story).status is StoryStatus.WITHDRAWN


def test_a_second_person_sees_what_was_replaced_and_never_by_what(sample: House) -> None:
    lead = sample.person(Role.TEAM_LEAD)
    author, story = _author(sample, StoryStatus.WAITING)
    seen = preview_marked(sample.services, lead, story)
    names = {p.name.split()[0] for p in get_story(sample.services, author, story).text.people}
    words = {text for stretches in seen.values() for text, _ in stretches}
    assert any(replaced for stretches in seen.values() for _, replaced in stretches)
    assert not any(name in text for name in names for text in words)
