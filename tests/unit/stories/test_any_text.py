"""Whatever is typed: offsets hold, nothing else is touched, and no text makes the detector slow."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.stories import detect
from reporting.stories.apply import segments

_WORDS = [
    "Semhar",
    "de",
    "van",
    "Meulen",
    "mevrouw",
    "in",
    "Zwolle",
    "06-12345678",
    "'s",
    "’s",
    "🙂",
    "e\u0301",
    "\u200b",
    "\n",
    ". ",
    "De Kastanje",
    "buurthuis",
    "12 mei",
    "J.",
    '"',
    "67",
    "jaar",
]
_TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_offsets_hold_and_spans_do_not_overlap(text: str) -> None:
    found = detect(text)
    assert all(text[r.start : r.end] == r.text and r.start < r.end for r in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_the_stretches_of_the_safe_text_are_in_order_and_replace_every_proposal_once(text: str) -> None:
    found = [r for r in detect(text) if r.replacement]
    stretches = segments(text, found)
    standing = [s.text for s in stretches if s.redaction is None]
    at = 0
    for stretch in standing:
        at = text.index(stretch, at) + len(stretch)
    shown = [s.redaction for s in stretches if s.redaction is not None]
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize(
    "text",
    [
        "Van de Van de " * 1000,
        "A" * 50_000,
        "a" * 30_000 + "@",
        "a.b.c@" * 2000,
        "www." * 5000,
        "NL12 ABCD " * 1500,
        "Aa Bb " * 3000,
        "De Brug van De Brug " * 1000,
        "Week van de Week van " * 1000,
        "Fatima woont aan de Kerkstraat 12 in Zwolle. " * 1000,
        "J.P.A. " * 3000,
        "1 2 3 4 5 6 7 8 9 0 " * 800,
    ],
    ids=["particles", "one word", "no mail", "mails", "links", "banks", "capitals", "bridges", "weeks", "sentences", "initials", "digits"],
)
def test_no_text_makes_the_detector_slow(text: str) -> None:
    detect("Jan")
    began = time.process_time()
    detect(text)
    assert time.process_time() - began < 5
