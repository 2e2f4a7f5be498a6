"""A story leaves the house only approved, consented to, decided and without a name."""

from dataclasses import replace
from datetime import date

import pytest

from reporting.errors import NotReleasable, Reason
from reporting.model.consent import Consent, GivenBy, Purpose
from reporting.model.safe import Kept, ReleasedStory
from reporting.model.story import Choice, Decision, HandMark, KnownNames, Person, Review, SpanType, Story, StoryStatus, StorytellerRole, StoryText
from reporting.stories import preview, propose, release, remaining, text_hash

SECRET = b"een geheim van 32 bytes, verzonnen"
ON = date(2026, 10, 5)
TEXT = StoryText(
    storyteller_role=StorytellerRole.CLIENT,
    people=(Person("Semhar Tesfay", "verteller"), Person("Truus van der Meulen", "maatje")),
    alias="Elif",
    title="Weer onder de mensen",
    quote="Truus heeft mij de taal geleerd.",
    printed="Semhar woonde alleen in Zwolle. Mevrouw van der Meulen belde aan. Nu drinkt Semhar elke week koffie met Truusje.",
    what_changed="De naam is veranderd.",
    happened="Semhar Tesfay kende niemand.",
)
STORY = Story("s1", "lindemeer", "2026-K3", "anna", StoryStatus.APPROVED, TEXT, indicators=("W1",))


def _consent(story: Story, known: KnownNames = KnownNames(), **changes: object) -> Consent:
    seen = text_hash(preview(story, propose(story, known, SECRET)))
    given = Consent(
        "s1", GivenBy.CLIENT, "anna", date(2026, 9, 1), frozenset({Purpose.ALDERMAN}), Kept.SUBSTITUTE, seen, True, "mondeling", explained_free=True
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def _release(story: Story, consent: Consent | None = None, reviewer: str = "bea", known: KnownNames = KnownNames()) -> ReleasedStory:
    seen = text_hash(preview(story, propose(story, known, SECRET)))
    story = replace(story, approved_hash=story.approved_hash or seen)
    return release(story, consent or _consent(story, known), Review(reviewer, story.approved_hash), propose(story, known, SECRET), ON)


def test_a_released_story_holds_the_alias_and_no_original_name() -> None:
    released = _release(STORY)
    assert released.alias == "Elif"
    assert "Elif" in released.text
    whole = " ".join((released.title, released.quote, released.text, released.what_changed))
    for name in ("Semhar", "Tesfay", "Truus", "Meulen", "Zwolle"):
        assert name not in whole


def test_the_reason_it_was_chosen_is_printed_without_names_places_and_numbers() -> None:
    released = _release(replace(STORY, text=replace(TEXT, selected_why="Semhar uit Zwolle belt ons nog elke week op 06-12345678.")))
    assert released.chosen_why == f"{released.text.split()[0]} uit de stad belt ons nog elke week op [verwijderd]."


def test_one_person_has_one_name_in_every_printed_field() -> None:
    released = _release(STORY)
    substitute = released.quote.split()[0]
    assert released.text.endswith(f"koffie met {substitute}.")


@pytest.mark.parametrize(
    ("story", "consent", "reviewer", "reason"),
    [
        (replace(STORY, status=StoryStatus.WAITING), {}, "bea", Reason.NOT_APPROVED),
        (replace(STORY, status=StoryStatus.ERASED), {}, "bea", Reason.ERASED),
        (STORY, {}, "", Reason.NOT_APPROVED),
        (STORY, {}, "anna", Reason.OWN_STORY),
        (replace(STORY, text=replace(TEXT, quote="")), {}, "bea", Reason.FIELDS_MISSING),
        (replace(STORY, approved_hash="oud"), {}, "bea", Reason.TEXT_CHANGED),
        (STORY, {"text_hash": "ander"}, "bea", Reason.TEXT_CHANGED),
        (STORY, {"withdrawn": True}, "bea", Reason.NO_CONSENT),
        (STORY, {"story_id": "s2"}, "bea", Reason.NO_CONSENT),
        (STORY, {"read_back": False}, "bea", Reason.NO_CONSENT),
        (STORY, {"explained_free": False}, "bea", Reason.NO_CONSENT),
        (STORY, {"purposes": frozenset({Purpose.WEBSITE})}, "bea", Reason.NO_CONSENT),
        (STORY, {"valid_until": date(2026, 10, 4)}, "bea", Reason.CONSENT_ENDED),
    ],
)
def test_a_story_stays_inside_with_the_reason(story: Story, consent: dict[str, object], reviewer: str, reason: Reason) -> None:
    with pytest.raises(NotReleasable) as refused:
        _release(story, _consent(story, **consent), reviewer)  # type: ignore[arg-type]
    assert refused.value.reason is reason


def test_consent_holds_on_its_last_day() -> None:
    assert _release(STORY, _consent(STORY, valid_until=ON)).story_id == "s1"


def test_a_name_kept_without_consent_stays_inside() -> None:
    person = next(e for e in propose(STORY, KnownNames(), SECRET).entities if "Truusje" in e.texts)
    story = replace(STORY, decisions=(Decision(person.id, Choice.KEEP),))
    with pytest.raises(NotReleasable) as refused:
        _release(story)
    assert refused.value.reason is Reason.NAME_LEFT


def test_a_name_kept_by_consent_may_leave() -> None:
    story = replace(STORY, text=replace(TEXT, alias="Semhar", printed="Semhar woonde alleen."))
    known = KnownNames(leave=("Semhar",))
    consent = _consent(story, known, kept=Kept.FIRST_NAME, kept_names=("Semhar",))
    assert "Semhar" in _release(story, consent, known=known).text


def test_doubt_waits_for_an_answer_and_a_no_is_an_answer() -> None:
    story = replace(STORY, text=replace(TEXT, printed="Wij deden mee aan de Zomerkracht en dat was leuk."))
    proposal = propose(story, KnownNames(), SECRET)
    assert proposal.undecided
    with pytest.raises(NotReleasable) as refused:
        _release(story)
    assert refused.value.reason is Reason.UNDECIDED
    answered = replace(story, decisions=tuple(Decision(e.id, Choice.KEEP, reason="een fietstocht, geen naam") for e in proposal.undecided))
    assert "Zomerkracht" in _release(answered).text


def test_a_bank_number_can_never_be_kept() -> None:
    story = replace(STORY, text=replace(TEXT, printed="Haar rekening is NL91ABNA0417164300, zei ze."))
    number = next(e for e in propose(story, KnownNames(), SECRET).entities if e.type is SpanType.IBAN)
    kept = replace(story, decisions=(Decision(number.id, Choice.KEEP, reason="mag"),))
    proposal = propose(kept, KnownNames(), SECRET)
    assert number.never_kept
    assert "NL91" not in preview(kept, proposal).printed
    assert number.id in {e.id for e in proposal.undecided}


def test_a_place_is_kept_only_with_a_reason() -> None:
    place = next(e for e in propose(STORY, KnownNames(), SECRET).entities if e.type is SpanType.PLACE)
    silent = replace(STORY, decisions=(Decision(place.id, Choice.KEEP),))
    told = replace(STORY, decisions=(Decision(place.id, Choice.KEEP, reason="de hele gemeente weet het"),))
    assert "Zwolle" not in preview(silent, propose(silent, KnownNames(), SECRET)).printed
    assert "Zwolle" in preview(told, propose(told, KnownNames(), SECRET)).printed


def test_a_hand_mark_holds_for_every_mention() -> None:
    story = replace(
        STORY,
        text=replace(TEXT, printed="De soep van donderdag. Iedereen kent de soep van donderdag."),
        marks=(HandMark("soep van donderdag", SpanType.EVENT, "maaltijd"),),
    )
    assert preview(story, propose(story, KnownNames(), SECRET)).printed == "De maaltijd. Iedereen kent de maaltijd."


def test_a_chosen_replacement_wins() -> None:
    person = next(e for e in propose(STORY, KnownNames(), SECRET).entities if "Truusje" in e.texts)
    story = replace(STORY, decisions=(Decision(person.id, Choice.REPLACE, replacement="een vrijwilligster"),))
    assert preview(story, propose(story, KnownNames(), SECRET)).quote.startswith("Een vrijwilligster heeft")


def test_what_is_left_with_a_capital_or_digit_is_listed() -> None:
    story = replace(STORY, text=replace(TEXT, printed="Semhar fietste 14 kilometer voor de Voedselbank."))
    assert remaining(propose(story, KnownNames(), SECRET), "printed") == ("14", "Voedselbank")


def test_a_person_marked_by_hand_gets_a_substitute_and_a_thing_is_taken_out() -> None:
    marks = (HandMark("de lange", SpanType.PERSON, ""), HandMark("kaart 7", SpanType.ID_NUMBER, ""))
    story = replace(STORY, text=replace(TEXT, printed="Wij noemden hem de lange en hij had kaart 7."), marks=marks)
    printed = preview(story, propose(story, KnownNames(), SECRET)).printed
    assert "de lange" not in printed
    assert printed.endswith("had [verwijderd].")


def test_the_alias_is_the_tellers_wherever_the_teller_stands_in_the_list() -> None:
    people = (Person("Truus van der Meulen", "maatje"), Person("Semhar Tesfay", "verteller"))
    story = replace(STORY, text=replace(TEXT, people=people))
    assert preview(story, propose(story, KnownNames(), SECRET)).printed.startswith("Elif woonde")
