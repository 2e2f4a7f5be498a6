"""Layer 7: facts that identify together with others, each with the layer that found it as reason and a general wording."""

import re
from collections.abc import Iterator
from functools import cache

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context
from reporting.stories.spans import Span
from reporting.stories.text import fold
from reporting.stories.when import NUMBERS, number_in

_NUMBER = "(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"|\d{1,2})"
_CHILDREN = re.compile(rf"\b(?P<number>{_NUMBER})\s+(?P<who>kinderen|kleinkinderen|broers|zussen|zoons|zonen|dochters|broers en zussen)\b", re.IGNORECASE)
_OF_MANY = re.compile(rf"\b(?:jongste|oudste|een)\s+van\s+(?:de\s+)?(?P<count>{_NUMBER}(?:\s+kinderen)?)(?!\s*(?:jaar|de|het))\b", re.IGNORECASE)
_MANY = 4  # from here a family is remembered


@cache
def _pets() -> re.Pattern[str]:
    pet = "(?:" + "|".join(sorted(context("pets"))) + ")"
    return re.compile(
        rf"\b{pet}(?:,?\s+(?:die\s+)?(?:ook\s+)?heet|\s+genaamd|,)?\s+(?P<name>[A-Z][\w'-]+(?:\s\d{{1,2}}\b)?)"
        rf"|\b{pet},?\s+die\s+(?P<called>[A-Z][\w'-]+)\s+heet\b"
    )


@cache
def _facts() -> tuple[re.Pattern[str], dict[str, tuple[SpanType, str]]]:
    found: dict[str, tuple[SpanType, str]] = {}
    for section, items in lists.sections("feiten.txt").items():
        for item in items:
            words, _, general = (part.strip() for part in item.partition("="))
            found[fold(words)] = (SpanType(section), general)
    either = "|".join(re.escape(words) for words in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])"), found


def find_indirect(reading: Reading) -> Iterator[Span]:
    """The facts of a text that may point at somebody together with other facts."""
    pattern, facts = _facts()
    folded = "".join(fold(c) if len(fold(c)) == 1 else c for c in reading.text)
    named = {t.start for t in reading.tokens if t.capital and not t.first}  # "bij de Piloot"
    for match in pattern.finditer(folded):
        kind, general = facts[match[0]]
        if match.start() in named:
            continue
        yield Span(*match.span(), kind, 0.6, "feitenlijst", Level.INDIRECT, _fitting(general, reading.text[: match.start()]))
    for match in _CHILDREN.finditer(reading.text):
        number = number_in(match["number"])
        if number is not None and number >= _MANY:
            yield Span(*match.span(), SpanType.FAMILY, 0.7, "patroon", Level.INDIRECT, f"meerdere {match['who'].lower()}")
    for match in _OF_MANY.finditer(reading.text):
        number = number_in(match["count"])
        if number is not None and number >= _MANY:
            yield Span(*match.span("count"), SpanType.FAMILY, 0.7, "patroon", Level.INDIRECT, "een groot gezin")
    for match in _pets().finditer(reading.text):
        name = "called" if match["called"] else "name"
        if any(reading.tokens[i].start == match.start(name) for i in reading.taken):
            continue
        yield Span(*match.span(name), SpanType.PET_NAME, 0.8, "context", Level.INDIRECT, "het dier")


def _fitting(general: str, before: str) -> str:
    """The general wording without its article where one stands before it already."""
    article = re.search(r"\b(een|de|het|zijn|haar|mijn|hun|ons|onze)\s+(?:\w+e\s+)?$", before, re.IGNORECASE)
    return general.removeprefix("een ") if article else general
