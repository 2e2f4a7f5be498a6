"""Clubs and houses by the form of their name: "DOS '37", "Maatjes013", "Murugan-tempel"."""

import re
from collections.abc import Iterator

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, head_word
from reporting.stories.spans import Span
from reporting.stories.text import Token

_HALVES = re.compile(r"(?<![.!?\n] )\b[A-Z][\w'-]+- en [A-Z]\w+\b")
_WITH_CODE = re.compile(r"\b(?!Covid|Corona|Windows)[A-Z][a-z]{2,}\d{2,4}\b")  # "Maatjes013"
_CLUB_YEAR = re.compile(r"\b(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?) ?'\d\d\b")

_NUMBERED = re.compile(r"(?<=\b[iI]n )(?P<name>[A-Z][a-z]+) \d{2,3}\b(?! (?:jaar|keer|mensen|euro|uur|maanden|weken))")  # "in Pier 80"


def find_clubs(reading: Reading) -> Iterator[Span]:
    """Clubs by the year behind their name: "DOS '37", houses by the word at their end: "Murugan-tempel", and "Gooi- en Eemlander"."""
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


def _hyphened(token: Token) -> bool:
    """Whether a word is a capital name, a hyphen and the head word of an organisation: "Murugan-tempel"."""
    head, _, rest = token.text.rpartition("-")
    key = head.lower()
    named = head[:1].isupper() and not head.isupper() and key not in lists.terms() and key not in lists.derived() and not lists.is_word(key)
    return named and rest.islower() and head_word(rest)
