"""What rules leave, the learned layer finds; it says nothing of ordinary prose, and its weights are of the stories that are here."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from reporting.model.story import SpanType
from reporting.stories import detect
from reporting.stories.detect import reading_of
from reporting.stories.learned import LEARNED, WEIGHTS, joined, widened
from reporting.stories.leftover import SOMEBODY, draft
from reporting.stories.spans import Span

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hv bij mw, ging slecht. gesp met tjoekie over huur, wil hulp. belt morgen. komt ma terug.", "tjoekie"),
        ("dhr kwam binnen. was boos op brakman vd flat. wil niet meer komen. afspr gemaakt.", "brakman"),
        ("cl op gesprek. slaapt nu bij oom dwarka. zus betaalt. geen werk. komt do terug.", "dwarka"),
    ],
)
def test_a_name_that_no_rule_tells_is_doubted_in_hurried_notes(text: str, name: str) -> None:
    assert name in {r.text for r in detect(text)}


def test_the_layer_is_never_certain_and_says_who_it_is() -> None:
    text = "cl belde. moeder zegt dat wipneus weer thuis slaapt. niks gehoord van school. ga ma langs bij wipneus en rindertje."
    assert all(r.score < 0.85 for r in detect(text) if r.source == LEARNED)


@pytest.mark.parametrize(
    "text",
    [
        "Op maandag kwam zij met de bus naar de inloop. De koffie stond klaar en er werd veel gelachen.",
        "Het Nederlands ging steeds beter. In de zomer begon zij met een opleiding in de zorg, en nu werkt zij.",
        "mw wil niet naar de huisarts. komt di naar het spreekuur. uitkering is gestopt, borg nog niet terug.",
    ],
)
def test_text_without_names_gets_no_proposal(text: str) -> None:
    assert [r.text for r in detect(text) if r.source == LEARNED] == []


def test_words_beside_an_organisation_are_one_name_and_places_of_a_journey_two() -> None:
    reading = reading_of("Zij werkt via uitzendburo fast. Zij rijdt van Borger tot Gasselte.")
    house, fast = reading.text.index("uitzendburo"), reading.text.index("fast")
    spans = [Span(house, fast - 1, SpanType.ORG, 0.7, "context"), Span(fast, fast + 4, SpanType.ORG, 0.5, LEARNED)]
    assert [reading.text[s.start : s.end] for s in joined(reading, spans)] == ["uitzendburo fast"]
    towns = [Span(at := reading.text.index(town), at + len(town), SpanType.PLACE, 0.9, "plaatsenlijst") for town in ("Borger", "Gasselte")]
    assert [reading.text[s.start : s.end] for s in widened(reading, towns)] == ["Borger", "Gasselte"]


def test_a_draft_tells_where_its_words_stood() -> None:
    text = "Semhar woont in Zwolle bij haar zus."
    now = draft(text, [Span(0, 6, SpanType.PERSON, 1.0, ""), Span(16, 22, SpanType.PLACE, 1.0, "")])
    assert now.text == f"{SOMEBODY} woont in de stad bij haar zus."
    assert [now.words[i].text for i in sorted(now.of(SpanType.PERSON, SpanType.PLACE))] == [SOMEBODY, "de", "stad"]
    at = now.text.index("zus")
    assert now.origin(at, at + 3) == (text.index("zus"), text.index("zus") + 3)
    assert now.origin(0, len(SOMEBODY)) is None


def test_the_weights_are_of_the_stories_that_are_here() -> None:
    """`make learn` after a change of stories."""
    stories = [*sorted((ROOT / "tests/unit/stories/examples").glob("*.txt")), *sorted((ROOT / "training/stories").glob("*.txt"))]
    assert json.loads(gzip.decompress(WEIGHTS.read_bytes()))["stories"] == hashlib.sha256(b"".join(f.read_bytes() for f in stories)).hexdigest()
