"""Words a person marked by hand: every mention, with a kind and a replacement, and nothing bare beside them."""

import pytest

from reporting.model.story import HandMark, Level, Redaction, SpanType
from reporting.stories import detect
from reporting.stories.marks import marked


def _found(text: str, *marks: HandMark) -> list[Redaction]:
    return list(marked(text, detect(text), marks))


def test_every_mention_is_taken_whatever_its_capitals_and_its_genitive_stays_outside() -> None:
    text = "De Lange kwam. Wij zagen de lange, en de langes fiets."
    found = [r for r in _found(text, HandMark("de lange", SpanType.PERSON, "")) if r.source == "met de hand"]
    assert [(r.start, r.end, r.text) for r in found] == [(0, 8, "De Lange"), (25, 33, "de lange"), (38, 46, "de lange")]


def test_part_of_a_longer_word_is_no_mention() -> None:
    assert _found("De langerekte brug.", HandMark("lange", SpanType.PERSON, "")) == []


def test_half_a_marked_name_takes_in_the_whole_name() -> None:
    text = "Ik sprak Semhar Tesfay, thuis."
    (only,) = _found(text, HandMark("Semhar", SpanType.PERSON, ""))
    assert text[only.start : only.end] == only.text == "Semhar Tesfay"
    assert (only.type, only.level, only.replacement) == (SpanType.PERSON, Level.DIRECT, "")


@pytest.mark.parametrize(
    ("mark", "replacement", "level"),
    [
        (HandMark("soep van donderdag", SpanType.EVENT, "maaltijd"), "maaltijd", Level.INDIRECT),
        (HandMark("soep van donderdag", SpanType.ORG, "een organisatie"), "een organisatie", Level.DIRECT),
        (HandMark("soep van donderdag", SpanType.ID_NUMBER, ""), "[verwijderd]", Level.DIRECT),
        (HandMark("soep van donderdag", SpanType.PERSON, ""), "", Level.DIRECT),
    ],
)
def test_a_mark_has_the_kind_and_the_words_that_were_chosen(mark: HandMark, replacement: str, level: Level) -> None:
    (only,) = _found("Dat was de soep van donderdag.", mark)
    assert (only.type, only.replacement, only.level, only.score) == (mark.type, replacement, level, 1.0)


def test_a_number_that_may_never_be_kept_stays_one_under_a_mark() -> None:
    (only,) = _found("Zij belde met 06-12345678 vandaag.", HandMark("06-12345678", SpanType.PERSON, "Elif"))
    assert (only.type, only.replacement) == (SpanType.PHONE, "[verwijderd]")


def test_offsets_are_code_points_after_emoji_and_combining_accents() -> None:
    text = "🙂 Cafe\u0301 Zon 👍🏽 is de kroeg van Rene\u0301."
    found = _found(text, HandMark("de kroeg", SpanType.PLACE, "een andere plaats"))
    (mark,) = [r for r in found if r.source == "met de hand"]
    assert text[mark.start : mark.end] == "de kroeg"
    assert all(text[r.start : r.end] == r.text for r in found)


def test_two_marks_that_overlap_leave_one_redaction_and_an_empty_mark_nothing() -> None:
    found = _found(
        "Dat was de soep van donderdag.",
        HandMark("de soep", SpanType.EVENT, "x"),
        HandMark("soep van", SpanType.EVENT, "y"),
        HandMark(" ", SpanType.EVENT, "z"),
    )
    assert [r.text for r in found] == ["de soep"]
