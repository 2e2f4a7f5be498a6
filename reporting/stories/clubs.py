"""Clubs and houses by the form of their name: "DOS '37", "Maatjes013", "Murugan-tempel"."""

import re
from collections.abc import Iterator

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, first_name, head_word, opens_name
from reporting.stories.spans import Span
from reporting.stories.text import Token, fold

_HALVES = re.compile(r"(?<![.!?\n] )\b[A-Z][\w'-]+- en [A-Z]\w+\b")
_WITH_CODE = re.compile(r"\b(?!Covid|Corona|Windows)[A-Z][a-z]{2,}\d{2,4}\b")  # "Maatjes013"
_CLUB_YEAR = re.compile(r"\b(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?) ?'\d\d\b")

_ADVERBS = frozenset({"thuis", "welkom", "samen", "actief", "sterk", "veilig", "gezond", "mantelzorg", "jong", "oud"})
_NUMBERED = re.compile(r"(?<=\b[iI]n )(?P<name>[A-Z][a-z]+) \d{2,3}\b(?! (?:jaar|keer|mensen|euro|uur|maanden|weken))")  # "in Pier 80"


_JOINED = re.compile(  # "via Welkom in de Wolden", "de mannen van Klussen met Koos"
    r"\b(?:van|via|bij|door|naar|namens|v|v\.) (?P<name>(?P<word>[A-Z][a-z]{4,}) (?P<joiner>in de|in het|in|met|voor|op|aan) (?P<last>[A-Z][\w'-]+))(?!\w)"
)
_TEAM = re.compile(
    r"\b(?:Sociaal|Maatschappelijk|Integraal|Gebiedsgericht) (?:[Ww]ijk|[Bb]uurt|[Gg]ebieds)?[Tt]eam (?!Wmo|WMO|Jeugd\b)[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+)?"
)
_ENDED = re.compile(r"(?<=[a-z] )[A-Z][a-z]+ [A-Z][a-z]{3,}\([a-z]{1,3}\)")  # "Samen Sterk(er)"
_SOMEBODYS = re.compile(r"\b[A-Z][a-z]+['’]?s (?:Huis|Plek|Keuken|Tuin|Hoeve|Salon|Atelier|Kamer|Winkel|Hof|Thuis|Huiskamer|Boerderij|Stal)\b")  # "Rosa's Huis"
_HALL = re.compile(r"(?<=[a-z] )(?:[A-Z][a-z]+ )?(?:Loods|Pand|Pier|Studio|Dok|Fabriek|Werkplaats) \d{1,3}\b(?! (?:jaar|keer|mensen|euro|uur|maanden|weken))")


def find_clubs(reading: Reading) -> Iterator[Span]:
    """Clubs by the year behind their name: "DOS '37", houses by the word at their end: "Murugan-tempel", and "Gooi- en Eemlander"."""
    for pattern in (_TEAM, _ENDED, _SOMEBODYS, _HALL):
        for match in pattern.finditer(reading.text):
            yield Span(*match.span(), SpanType.ORG, 0.97, "context")
    for match in _JOINED.finditer(reading.text):
        if _joined(match):
            yield Span(*match.span("name"), SpanType.ORG, 0.97, "context")
    for pattern in (_HALVES, _WITH_CODE):
        for match in pattern.finditer(reading.text):
            yield Span(*match.span(), SpanType.ORG, 0.9, "context")
    for match in _CLUB_YEAR.finditer(reading.text):
        word = match["name"].lower()
        if match["name"].isupper() or not (lists.is_word(word) or word in lists.terms()):
            yield Span(*match.span(), SpanType.ORG, 0.9, "context")
    for match in _NUMBERED.finditer(reading.text):
        if match["name"].lower() not in context("labelled") | lists.terms():
            yield Span(*match.span(), SpanType.ORG, 0.96, "context")
    for i, token in enumerate(reading.tokens):
        if i not in reading.taken and "-" in token.text and _hyphened(token):
            yield Span(token.start, token.end, SpanType.ORG, 0.86, "context")


def _joined(match: re.Match[str]) -> bool:
    """Whether an ordinary word and what a joiner ties to it are one name: "Thuis in Zeeland", not "Jumbo in Tiel", "Buurtzorg in de Wolden"."""
    key = fold(match["word"])
    if not lists.is_word(key) or key in lists.places() or key in lists.terms() or first_name(key) is not None or opens_name(key):
        return False
    if match["joiner"] != "in":
        return key not in context("org")
    return key.endswith("en") or key in context("adverb") | context("place") or key in _ADVERBS


def _hyphened(token: Token) -> bool:
    """Whether a word is a capital name, a hyphen and the head word of an organisation: "Murugan-tempel"."""
    head, _, rest = token.text.rpartition("-")
    key = head.lower()
    named = head[:1].isupper() and not head.isupper() and key not in lists.terms() and key not in lists.derived() and not lists.is_word(key)
    return named and rest.islower() and head_word(rest)
