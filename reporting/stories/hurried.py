"""Names of a writer who minds no capitals that only the words around them tell: "buurman siem kaars doet", "danny p.", "buurvrouw wil haalt"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, opens_name
from reporting.stories.spans import Span
from reporting.stories.text import touched

_INITIAL = re.compile(r" (?:(?:v\.? ?d\.?|van (?:de[rn]? )?|de |el ) ?)?[a-z]\.(?![a-z])(?! ?[a-z]\.)")
_SHORTEST = 3  # letters of a surname that is a word


def find_hurried(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """People whose surname is a word or an initial, and whose first name is a verb; `found`: what is known already."""
    owner = {k for span in found for k in touched(reading.tokens, span.start, span.end)}
    for span in found:
        if span.type is not SpanType.PERSON:
            continue
        inside = touched(reading.tokens, span.start, span.end)
        if (initial := _INITIAL.match(reading.text, span.end)) and reading.uncapped(inside[-1]):
            yield replace(span, end=initial.end())
        elif len(inside) == 1 and opens_name(reading.before(inside[0])) and inside[0] + 1 not in owner and _surname(reading, inside[0] + 1):
            yield replace(span, end=reading.tokens[inside[0] + 1].end)
    for i, token in enumerate(reading.tokens):
        if i not in owner and _agent(reading, i):
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "kleine letters")
        called = token.fold in context("verb") and token.fold in lists.own_names() and not token.capital
        if called and i not in owner and reading.before(i) in context("kin") and reading.after(i) in context("verb") and not reading.after(i).endswith("en"):
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "kleine letters")


def _agent(reading: Reading, i: int) -> bool:
    """Whether a first name that is a word too stands alone behind "door" or "namens": "door kelvin uit huis gezet"."""
    token, after = reading.tokens[i], reading.after(i)
    if token.capital or reading.before(i) not in {"door", "namens"}:
        return False
    named = token.fold in lists.own_names() and token.fold not in context("treacherous") and len(token.text) > _SHORTEST
    return named and (not after or after in context("place") | context("particle") | context("adverb"))


def _surname(reading: Reading, i: int) -> bool:
    """Whether an ordinary word stands between a first name and its verb: "buurman siem kaars doet boodschappen"."""
    if i >= len(reading.tokens) or reading.gap(i - 1) != " " or i in reading.taken:
        return False
    key = reading.tokens[i].fold
    little = ("verb", "adverb", "personal", "place", "particle", "opener", "start", "article", "kin", "role", "naming")
    told = len(key) > _SHORTEST and key.isalpha() and not any(key in context(section) for section in little) and not key.endswith(("end", "lijk"))
    return told and reading.after(i) in context("verb") and not reading.after(i).endswith("en")
