"""People of a writer who minds no capitals whose name is cut short: "consulent vd berg", "kees v. dijk", "r wil wel" beside "romy"."""

import re
from collections.abc import Iterator, Sequence

from reporting.model.story import SpanType
from reporting.stories.reading import Reading, context, family_name, first_name, opens_name
from reporting.stories.spans import Span
from reporting.stories.text import fold, touched

_PARTICLED = re.compile(r"(?<![\w'/.-])(?P<particle>v\.? ?d\.?|v/d|v\.|van (?:de[rn]?|'t)) (?P<name>[A-Za-z][a-z'-]{2,})(?![\w-]|\.[a-z])")
_FULL = ("van {}", "van de {}", "van den {}", "van der {}", "van {}n")
_OPENS = re.compile(r"(?:^|[,;:(\n]|[.!?]) ?$")
_CALLED = re.compile(r" \((?P<name>[A-Za-z]{3,}) $")
_LETTER = re.compile(r"(?:(?<=[.,;(\n] )|(?<=[(\n])|^)[a-z](?= (?:= )?(?P<next>[a-z0-9]+))")
_LITTLE = ("place", "adverb", "verb", "personal", "article", "stays", "activity")
_NO_INITIALS = frozenset("eikmnstuvx")  # letters that are words of their own, or short forms of one: "m" for "met"


def find_clipped(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """Surnames with their tussenvoegsel cut short and people told by their first letter; `found`: what is known already."""
    people = [span for span in found if span.type is SpanType.PERSON]
    for match in _PARTICLED.finditer(reading.text):
        start = _begin(reading, match, people)
        left = reading.taken & set(touched(reading.tokens, match.start(), match.end()))
        if start is not None and not left and not any(p.start <= match.start() and match.end() <= p.end for p in people):
            score = max((p.score for p in people if start <= p.start < match.end()), default=0.7)
            yield Span(start, match.end(), SpanType.PERSON, score, "kleine letters")
    given = {_given(reading, p) for p in people} - {""}
    initials = [key[0] for key in given]
    for match in _LETTER.finditer(reading.text):
        told = " = " in reading.text[match.start() : match.end() + len(" = ")] or match["next"] in context("verb") | context("adverb") | {"dus", "ook", "nu"}
        if told and initials.count(match[0]) == 1 and match[0] not in _NO_INITIALS:
            yield Span(*match.span(), SpanType.PERSON, 0.6, "kleine letters")


def _given(reading: Reading, person: Span) -> str:
    """The folded first name that a person is called by, "" for none."""
    key = reading.tokens[touched(reading.tokens, person.start, person.end).start].fold
    return key if first_name(key) is not None else ""


def _begin(reading: Reading, match: re.Match[str], people: Sequence[Span]) -> int | None:
    """Where the name begins that ends in a surname with tussenvoegsels, None where it is no name: "(sas vd hoeven)", "mentor vd vlinder"."""
    if not any(family_name(form.format(fold(match["name"]))) for form in _FULL):
        return None
    start = match.start()
    text, before = reading.text[:start], touched(reading.tokens, 0, start)
    if text.endswith(" "):
        person = next((p for p in people if p.start < start and p.end in {start - 1, start + 1, start + len("v.")}), None)
        if person is not None:
            return person.start
        role = opens_name(reading.tokens[before[-1]].fold) if before and reading.tokens[before[-1]].end == start - 1 else False
        called = _CALLED.search(text)
        if called and opens_name(reading.tokens[touched(reading.tokens, 0, called.start())[-1]].fold):
            return None if any(fold(called["name"]) in context(section) for section in _LITTLE) else called.start("name")
        if role:
            return start
    return start if _OPENS.search(text) else None
