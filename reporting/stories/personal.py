"""What looks like a personal detail in a text that somebody types beside the figures: an explanation, a key message, an answer."""

import re
from collections.abc import Iterable

from reporting.model.story import Band, KnownNames, Level, SpanType
from reporting.stories.detect import detect
from reporting.stories.patterns import eleven_test, find_patterns, iban_test

_REACHED = frozenset({SpanType.IBAN, SpanType.PHONE, SpanType.EMAIL})
_OF_AN_ORGANISATION = re.compile(
    r"(?:\b(?:kvk|koophandel|handelsregister|rsin|btw|vat|anbi|agb|fiscaal|nl)[- ]*(?:nummer|nr|code|id)?|fiscaal nummer)\W*(?:nl)?$", re.IGNORECASE
)
_PERSONAL = frozenset(SpanType) - {SpanType.ORG, SpanType.PLACE, SpanType.DATE, SpanType.URL}


def personal_words(texts: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Words that look like a personal detail of somebody, each once. `known`: names of people in our stories."""
    names = KnownNames(memory=tuple(known))
    found = [r.text for text in texts for r in detect(text, names) if r.level is Level.DIRECT and r.band is not Band.DOUBT and r.type in _PERSONAL]
    return tuple(dict.fromkeys(found))


def citizen_numbers(text: str) -> tuple[str, ...]:
    """Numbers that are a BSN by their label or by the 11-test, each once; not those that are named as the number of an organisation."""
    spans = list(find_patterns(text))
    reached = [s for s in spans if s.type in _REACHED]
    found = []
    for span in spans:
        number = text[span.start : span.end]
        digits = re.sub(r"\D", "", number)
        whole = len(digits) == 9 and eleven_test(digits) and not any(r.start <= span.start < r.end for r in reached)
        if span.type is SpanType.BSN and (span.source == "label" or whole) and not _OF_AN_ORGANISATION.search(text[: span.start]):
            found.append(number)
    return tuple(dict.fromkeys(found))


def ways_to_reach(text: str) -> tuple[str, ...]:
    """The bank accounts, phone numbers and e-mail addresses in a text, each once, in its order."""
    found = [(s.type, text[s.start : s.end]) for s in sorted(find_patterns(text), key=lambda s: s.start) if s.type in _REACHED]
    return tuple(dict.fromkeys(words for kind, words in found if kind is not SpanType.IBAN or iban_test(words)))  # a VAT number looks like one
