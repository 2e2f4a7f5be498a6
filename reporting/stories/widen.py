"""Names that begin a sentence with an ordinary word, and proposals that stop short of the whole name. Widening costs no precision."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, before_names, context, family_name, first_name, is_common
from reporting.stories.spans import Span
from reporting.stories.text import Token

_CLUB_YEAR = re.compile(r"\b(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?) '\d\d\b")
_JOINERS = frozenset({"van", "de", "het", "'t", "met", "aan", "op", "voor", "tot", "en", "zonder", "der", "den", "onder", "over", "in"})
_MOST_JOINERS = 2
_SHORT = 4  # letters: a longer ordinary word before a name is rather a word ("Vandaag Ria")


def find_openings(reading: Reading) -> Iterator[Span]:
    """People whose name is an ordinary word at the start of a sentence: "Boer, zijn maat, ...", "Bakker zei", "Zus van Ommen"."""
    called: set[str] = set()  # kinship words that are somebody's name here
    for i, token in enumerate(reading.tokens[:-1]):
        if not token.capital or i in reading.taken or not lists.is_word(token.fold) or token.text.isupper():
            continue
        given = token.fold in lists.own_names()
        if not (given or family_name(token.fold)) or token.fold in context("title"):
            continue
        after = reading.after(i)
        apposed = reading.gap(i) == ", " and reading.tokens[i + 1].fold in context("article") | context("kin") | context("role") | {"die"}
        if token.fold in context("kin"):
            last = _surname_end(reading, i) if given else i
            if last > i:
                called.add(token.fold)
            if last > i or (token.fold in called and _finite(after)):
                yield Span(token.start, reading.tokens[last].end, SpanType.PERSON, 0.95, "context")
        elif token.first and token.fold not in context("treacherous") and (apposed or _finite(after)):
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "twijfel")


def _finite(key: str) -> bool:
    """Whether a word after a bare noun is its verb: listed, or a past tense, for no bent adjective stands there."""
    return key in context("verb") or (len(key) > 5 and key.endswith(("de", "te")) and lists.is_word(key) and key not in context("article"))


def _surname_end(reading: Reading, i: int) -> int:
    """The last token of the surname with tussenvoegsels after token i, i itself for none: "Zus van Ommen"."""
    step = i + 1
    while step < min(len(reading.tokens) - 1, i + 5) and reading.joined(step - 1) and reading.tokens[step].fold in context("particle"):
        step += 1
    surname = reading.tokens[step]
    known = family_name(surname.fold) or surname.fold in lists.places() or surname.fold in lists.proper()
    return step if step > i + 1 and reading.joined(step - 1) and surname.capital and known and not surname.first else i


def find_clubs(reading: Reading) -> Iterator[Span]:
    """Clubs by the year behind their name: "DOS '37", and houses by the word at their end: "Murugan-tempel"."""
    for match in _CLUB_YEAR.finditer(reading.text):
        word = match["name"].lower()
        if match["name"].isupper() or not (lists.is_word(word) or word in lists.terms()):
            yield Span(*match.span(), SpanType.ORG, 0.9, "context")
    for i, token in enumerate(reading.tokens):
        if i not in reading.taken and "-" in token.text and _hyphened(token):
            yield Span(token.start, token.end, SpanType.ORG, 0.86, "context")


def _hyphened(token: Token) -> bool:
    """Whether a word is a capital name, a hyphen and the head word of an organisation: "Murugan-tempel"."""
    head, _, rest = token.text.rpartition("-")
    key = head.lower()
    named = head[:1].isupper() and not head.isupper() and key not in lists.terms() and key not in lists.derived() and not lists.is_word(key)
    return named and rest.islower() and rest in context("org")


def widen(reading: Reading, found: Sequence[Span]) -> list[Span]:
    """The proposals, each as wide as the capitals beside it that nobody else explains; those inside a wider one give way to it."""
    starts = [token.start for token in reading.tokens]
    inside_of = [range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in found]
    owner = {i: span for span, inside in zip(found, inside_of, strict=True) for i in inside}
    wide = []
    for span, inside in zip(found, inside_of, strict=True):
        if span.level is not Level.DIRECT or not inside:
            wide.append(span)
            continue
        first, last = inside[0], inside[-1]
        if span.type in {SpanType.ORG, SpanType.PLACE, SpanType.PERSON}:
            first = _to_left(reading, span, first, owner)
        if span.type is SpanType.ORG or span.source == "twijfel":
            last = _to_right(reading, last, owner)
        start = span.start if first == inside[0] else reading.tokens[first].start
        end = span.end if last == inside[-1] else reading.tokens[last].end
        kind = SpanType.ORG if last > inside[-1] else span.type
        wide.append(replace(span, start=start, end=end, type=kind, score=max(span.score, 0.86) if (start, end) != (span.start, span.end) else span.score))
    return wide


def _to_left(reading: Reading, span: Span, first: int, owner: dict[int, Span]) -> int:
    """The first token of the name that ends at token `first`."""
    if not first or first - 1 in reading.taken or first - 1 in owner or not reading.joined(first - 1) or not reading.tokens[first].capital:
        return first
    before, key = reading.tokens[first - 1], reading.tokens[first].fold
    if not before.capital or before.fold in before_names():
        return first
    if span.type is SpanType.PERSON and span.source == "twijfel" and before.text.isupper() and len(before.text) > 1 and not before.first and lists.is_word(key):
        return first - 1  # "BBN Bewind"
    if span.type is SpanType.PERSON:
        if before.first and before.fold in {"de", "den", "van", "ter", "ten"}:
            return first - 1 if family_name(key) and lists.is_word(key) else first
        plain = len(before.text) <= _SHORT and not before.initials and not before.text.isupper()
        return first - 1 if before.first and plain and not is_common(before) and before.fold not in context("opener") | context("verb") else first
    if before.first:
        return first - 1 if before.fold in {"de", "het", "'t"} and span.type is SpanType.ORG and lists.is_word(key) else first
    body = before.fold in lists.terms() and lists.places().get(key, "land") != "land"
    return first - 1 if body or not is_common(before) or before.text.isupper() else first


def _to_right(reading: Reading, last: int, owner: dict[int, Span]) -> int:
    """The last token of the name whose first words end at token `last`: "Huis van de Buurt", "De Poort van Drenthe"."""
    while lists.is_word(reading.tokens[last].fold):
        step = last + 1
        while step < len(reading.tokens) - 1 and step - last <= _MOST_JOINERS and reading.tokens[step].fold in _JOINERS and not reading.tokens[step].capital:
            step += 1
        if step == last + 1 or step >= len(reading.tokens) or not all(reading.gap(k) == " " for k in range(last, step)):
            return last
        token, joiner = reading.tokens[step], reading.tokens[last + 1].fold
        named = lists.is_word(token.fold) and first_name(token.fold) is None and token.fold not in lists.places()
        where = joiner == "van" and token.fold in lists.places()
        other = owner.get(step)
        explained = other is not None and not (other.type in {SpanType.ORG, SpanType.PLACE} or other.source == "twijfel")
        if not token.capital or explained or not (named or where) or (joiner == "in" and token.fold not in lists.words()):
            return last
        last = step
    return last
