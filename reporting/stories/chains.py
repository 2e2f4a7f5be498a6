"""Shops and firms that everybody knows: no direct identifier; where somebody works it says something of that person, and is proposed as such."""

from collections.abc import Iterator
from functools import cache

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context
from reporting.stories.spans import Span
from reporting.stories.text import fold

_NEAR, _SOON = 9, 3  # words before and behind a name that tell what somebody does there
_AT = frozenset({"bij", "in", "voor", "van", "naar", "via", "door"})
_ARTICLES = frozenset({"de", "het", "'t", "een"})
_PAID = frozenset({"de bank", "de verzekeraar", "het telecombedrijf", "het energiebedrijf", "het webbedrijf"})


@cache
def _worked() -> frozenset[str]:
    return context("works") | context("jobs")


def find_chains(reading: Reading) -> Iterator[Span]:
    """Well-known employers where the words around say that somebody works there, or that it is where something happened."""
    for i, token in enumerate(reading.tokens):
        for name, instead in lists.employers().get(token.fold.split("-")[0], ()):
            end = token.start + len(name)
            if fold(reading.text[token.start : end]) != name or reading.text[end : end + 1].isalnum():
                continue
            if (token.capital or not lists.is_word(name)) and _told(reading, i, end, instead):
                yield Span(token.start, max(end, token.end), SpanType.PROFESSION, 0.86, "organisatielijst", Level.INDIRECT, instead)
            break


def _told(reading: Reading, i: int, end: int, instead: str) -> bool:
    """Whether the words around a chain say that it is where somebody works, not what somebody buys, owes or owns."""
    k = i - (reading.before(i) in _ARTICLES)
    at = reading.before(k)
    earlier = _sentence_before(reading, k)
    later = [t.fold for t in reading.tokens[i + 1 : i + 8] if t.start >= end and not t.first][:_SOON]
    if at in context("beside") or (at in {"van", "bij", "in"} and set(earlier[-2:]) & context("premises")):
        return True
    if at not in _AT and not (k and reading.gap(k - 1).startswith(":") and reading.tokens[k - 1].fold in _worked() | {"werkgever"}):
        return False
    if set(earlier) & context("bought"):
        return False
    behind = later[:1] and (later[0].startswith(("werkt", "gewerkt")) or later[0] in _worked())
    if set(earlier) & _worked() or behind or (later[:1] == ["waar"] and "werk" in " ".join(later)):
        return True
    return at == "bij" and k == i and reading.tokens[i].capital and instead not in _PAID


def _sentence_before(reading: Reading, i: int) -> list[str]:
    found: list[str] = []
    for token in reversed(reading.tokens[max(0, i - _NEAR) : i]):
        found.insert(0, token.fold)
        if token.first:
            break
    return found
