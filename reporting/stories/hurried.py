"""Names of a writer who minds no capitals that only the words around them tell: "buurman siem kaars doet", "danny p.", "buurvrouw wil haalt"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.clipped import find_clipped
from reporting.stories.only_names import only_a_name
from reporting.stories.reading import Reading, context, opens_name
from reporting.stories.spans import Span
from reporting.stories.text import touched

_INITIAL = re.compile(r" (?:(?:v\.? ?d\.?|van (?:de[rn]? )?|de |el ) ?)?[a-z]\.(?![a-z])(?! ?[a-z]\.)")
_HOUSE_NUMBER = re.compile(r"[1-9]\d{0,3}")
_AFTER_NUMBER = re.compile(r"(?:[a-z]|-\d{1,3}| ?(?:bis|hs|rood|zwart))?(?=[,;)\n]|\.(?!\d)|$)")
_STREET_ENDING = re.compile(r"\w{3}(?:wijk|vest|ende|weide|hof|erf|pad|baan|kamp|veld|oord|wal|burg|akker|horst|meent|es|donk)$")
_STREETS = frozenset(
    {"singel", "kade", "dijk", "markt", "brink", "plein", "gracht", "haven", "wal", "laan", "dreef", "steeg", "akker", "kamp", "erf", "meent", "es"}
)
_TO = frozenset({"op", "aan", "naar", "uit"})
_NO_STREETS = frozenset({"bus", "tram", "trein", "metro", "kamer", "etage", "verdieping", "loket", "zaal", "spoor", "perron", "gate"})
_SHORTEST = 3  # letters of a surname that is a word


def find_hurried(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """People whose surname is a word or an initial, and whose first name is a verb; `found`: what is known already."""
    owner = {k for span in found for k in touched(reading.tokens, span.start, span.end)}
    yield from find_clipped(reading, found)
    for span in found:
        if span.type is not SpanType.PERSON:
            continue
        inside = touched(reading.tokens, span.start, span.end)
        if (initial := _INITIAL.match(reading.text, span.end)) and reading.uncapped(inside[-1]):
            yield replace(span, end=initial.end())
        elif len(inside) == 1 and opens_name(reading.before(inside[0])) and inside[0] + 1 not in owner and _surname(reading, inside[0] + 1):
            yield replace(span, end=reading.tokens[inside[0] + 1].end)
    for i, token in enumerate(reading.tokens):
        called = token.fold in context("verb") and token.fold in lists.own_names() and not token.capital
        if called and i not in owner and reading.before(i) in context("kin") and reading.after(i) in context("verb") and not reading.after(i).endswith("en"):
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "kleine letters")


def find_numbered(reading: Reading) -> Iterator[Span]:
    """Streets of such a writer by the house number behind them: "briefadres zuidende 20", "uit tjalkmade 312, bijlmer"."""
    yield from _beside_towns(reading)
    for i, token in enumerate(reading.tokens[:-1]):
        number = reading.tokens[i + 1]
        if i in reading.taken or not reading.uncapped(i) or reading.gap(i) != " " or not _HOUSE_NUMBER.fullmatch(number.text):
            continue
        ends = _AFTER_NUMBER.match(reading.text, number.end)
        told = reading.before(i).endswith("adres") or reading.before(i) == "adr"
        street = only_a_name(token.fold) or (_STREET_ENDING.search(token.fold) and token.fold not in lists.words())
        if ends and (street or told) and token.fold not in context("labelled") | context("short") and token.fold not in lists.organisations():
            yield Span(token.start, ends.end(), SpanType.ADDRESS, 0.6, "kleine letters")


def _beside_towns(reading: Reading) -> Iterator[Span]:
    """Streets that are words, and their town before or behind: "(corrie), lange akker 7 assendelft", "in schiedam, singel 9"."""
    for i, token in enumerate(reading.tokens[:-1]):
        number = reading.tokens[i + 1]
        if not reading.uncapped(i) or reading.gap(i) != " " or not _HOUSE_NUMBER.fullmatch(number.text) or token.fold in _NO_STREETS:
            continue
        first = i - (reading.before(i) in context("street"))
        gap = reading.gap(first - 1) if first else ""
        ends = _AFTER_NUMBER.match(reading.text, number.end)
        behind = _is_town(reading, i + 2) and reading.gap(i + 1) in {" ", ", "}
        before = gap == ", " and _is_town(reading, first - 1) and bool(ends)
        sent = reading.before(first) in _TO
        street = first < i or _STREET_ENDING.search(token.fold) or token.fold in _STREETS or (sent and not lists.is_word(token.fold))
        opens = not first or sent or gap.endswith((", ", "(", "\n", ": "))
        little = any(token.fold in context(section) for section in ("labelled", "short", "verb", "adverb", "place", "personal", "article"))
        if street and not little and ((behind and opens) or before):
            yield Span(reading.tokens[first].start, ends.end() if ends else number.end, SpanType.ADDRESS, 0.6, "kleine letters")
            if behind:
                yield Span(reading.tokens[i + 2].start, reading.tokens[i + 2].end, SpanType.PLACE, 0.6, "kleine letters")


def _is_town(reading: Reading, i: int) -> bool:
    return 0 <= i < len(reading.tokens) and lists.places().get(reading.tokens[i].fold) in {"stad", "dorp", "wijk"}


def _surname(reading: Reading, i: int) -> bool:
    """Whether an ordinary word stands between a first name and its verb: "buurman siem kaars doet boodschappen"."""
    if i >= len(reading.tokens) or reading.gap(i - 1) != " " or i in reading.taken:
        return False
    key = reading.tokens[i].fold
    little = ("verb", "adverb", "personal", "place", "particle", "opener", "start", "article", "kin", "role", "naming")
    told = len(key) > _SHORTEST and key.isalpha() and not any(key in context(section) for section in little) and not key.endswith(("end", "lijk"))
    return told and reading.after(i) in context("verb") and not reading.after(i).endswith("en")
