"""The learned layer: words that stand as names stand in stories people marked, where no rule told it (docs/decisions/0009-learned-layer.md).

The weights are learned by `training/learn.py`; a list of them is all there is to a model here, read once and kept.
"""

import gzip
import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.abbreviations import misspelt_verb, participle, shortened
from reporting.stories.reading import Reading, context, head_word, is_common, owns, possessive
from reporting.stories.recase import OF_MONTHS
from reporting.stories.spans import CERTAIN, Span
from reporting.stories.text import Token, touched
from reporting.stories.traits import features

WEIGHTS = lists.DATA / "geleerd.json.gz"
LEARNED = "geleerd"  # the source of its proposals
NAME = "NAME"  # the weights that tell a name from no name; the others tell of which type it is
TYPES = (SpanType.PERSON, SpanType.ORG, SpanType.PLACE, SpanType.ADDRESS)
_CAREFUL, _WORD, _CARELESS = 0.65, 0.4, 0.2  # from which chance on something is proposed: where capitals tell, else an ordinary word, else another
_BESIDE = 0.5  # of that chance is enough beside a name
_WIDER, _BETWEEN = 0.5, 0.3  # from which chance on a word belongs to the name beside it, and to the two around it
_MOST = CERTAIN - 0.01
_INSTEAD = frozenset(
    {"zomer", "winter", "najaar", "voorjaar", "stad", "dorp", "wijk", "eiland", "streek", "plek", "straat", "plein", "buurt", "dag", "website"}
)


@cache
def _weights() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Weights by what they tell, by question and by answer."""
    return dict(json.loads(gzip.decompress(WEIGHTS.read_bytes()))["weights"])


def find_learned(reading: Reading) -> Iterator[Span]:
    """Names among the words that are not taken; the score is the chance that it is one, and never certain."""
    chances = {i: chance(reading, i) for i in range(len(reading.tokens)) if i not in reading.taken and _may_be(reading, i)}
    names = {i for i, told in chances.items() if told >= _least(reading, i)}
    beside = {k for i in names if not _tells_nobody(reading.tokens[i]) for k in (i - 1, i + 1) if reading.gap(min(i, k)) == " "}
    names |= {i for i in beside & chances.keys() if chances[i] >= _least(reading, i) * _BESIDE}
    for first in sorted(i for i in names if i - 1 not in names or reading.gap(i - 1) != " "):
        last = first
        while last + 1 in names and reading.gap(last) == " ":
            last += 1
        if all(_tells_nobody(reading.tokens[i]) for i in range(first, last + 1)):
            continue
        kind = _kind(reading, range(first, last + 1))
        end = reading.tokens[last].end - (_genitive(reading, last) if kind is SpanType.PERSON else 0)
        yield Span(reading.tokens[first].start, end, kind, min(max(chances[i] for i in range(first, last + 1)), _MOST), LEARNED)


def widened(reading: Reading, found: Sequence[Span]) -> list[Span]:
    """`found`, its names with the words beside them that belong to them; two that meet over such words are one: "Margreet", "ten", "Klooster"."""
    owner = {k for span in found for k in touched(reading.tokens, span.start, span.end)}
    out: list[Span] = []
    for span in sorted(found, key=lambda s: s.start):
        wide = _wider(reading, span, owner) if span.type in TYPES and span.level is Level.DIRECT else span
        before = out[-1] if out else None
        if before is None or before.type not in TYPES or wide.start == span.start or reading.text[before.end : wide.start].strip(" "):
            out.append(wide)
        else:
            out[-1] = _one(before, wide)
    return out


def joined(reading: Reading, found: Sequence[Span]) -> list[Span]:
    """`found`, with what this layer read beside an organisation as words of its name: "uitzendburo", "fast"."""
    out: list[Span] = []
    for span in found:
        before = out[-1] if out else None
        learned = before is not None and LEARNED in {before.source, span.source} and before.level is span.level
        house = before is not None and SpanType.ORG in {before.type, span.type} <= {SpanType.ORG, SpanType.PLACE}
        if before is not None and learned and house and reading.text[before.end : span.start] == " ":
            out[-1] = _one(before, span)
        else:
            out.append(span)
    return out


def _one(before: Span, span: Span) -> Span:
    kind = SpanType.ORG if SpanType.ORG in {before.type, span.type} else before.type
    return replace(before, end=span.end, type=kind, score=min(before.score, span.score))


def _wider(reading: Reading, span: Span, owner: Container[int]) -> Span:
    inside = touched(reading.tokens, span.start, span.end)
    first, last = inside[0], inside[-1]
    joined = span.type is not SpanType.PLACE  # not "van Borger tot Gasselte"
    while _belongs(reading, first - 1, first - 1, owner) and (joined or not lists.is_word(reading.tokens[first - 1].fold)):
        first -= 1
    while _belongs(reading, last + 1, last, owner) and (joined or not lists.is_word(reading.tokens[last + 1].fold)):
        last += 1
    while first < inside[0] and not _between(reading, first, owner) and span.type is not SpanType.PERSON and reading.tokens[first].fold in context("particle"):
        first += 1  # "van Inholland"
    start = span.start if first == inside[0] else reading.tokens[first].start
    return replace(span, start=start, end=span.end if last == inside[-1] else reading.tokens[last].end)


def _belongs(reading: Reading, i: int, gap: int, owner: Container[int]) -> bool:
    """Whether free token i belongs to the name beside it, with `gap` the number of the gap between them."""
    if not 0 <= i < len(reading.tokens) or i in owner or i in reading.taken or reading.gap(gap) not in {" ", ""}:
        return False
    between = _between(reading, i, owner)
    key = reading.tokens[i].fold
    plain = lists.is_word(key) and not (reading.tokens[i].capital or key in context("particle"))
    if plain and not between and (not reading.careless or key in context("verb") or participle(key)):
        return False
    letter = len(reading.tokens[i].text) == 1 and reading.tokens[i].capital  # "B&W Gouda", but "Tjin A Djie"
    return (between or not letter) and chance(reading, i) >= (_BETWEEN if between else _WIDER)


def _between(reading: Reading, i: int, owner: Container[int]) -> bool:
    """Whether token i stands between two names with nothing but blanks."""
    return i - 1 in owner and i + 1 in owner and reading.gap(i - 1) == reading.gap(i) == " "


def _genitive(reading: Reading, i: int) -> int:
    """How many characters of a name's token are no part of it: by the lists, or since the text has the name without them too."""
    key = reading.tokens[i].fold
    again = key.endswith("s") and owns(reading, i) and any(token.fold == key[:-1] for token in reading.tokens)
    return possessive(reading, i) or int(again)


def _least(reading: Reading, i: int) -> float:
    """From which chance on token i is proposed."""
    key = reading.tokens[i].fold
    a_word = key in lists.own_names() and reading.before(i) in context("article")  # "de kim is mooi"
    if a_word or not reading.careless:
        return _CAREFUL
    return _WORD if lists.is_word(key) or shortened(key) or misspelt_verb(key) or participle(key) else _CARELESS


def _may_be(reading: Reading, i: int) -> bool:
    """Whether a word may be a name at all: nothing explains it, and of a writer who minds capitals it has one or is no word."""
    token = reading.tokens[i]
    word = token.fold not in lists.own_names() and (lists.is_word(token.fold) or (head_word(token.fold) and not token.capital))  # "de buurtzorg"
    odd = reading.careless or not word or (token.capital and not token.first)
    month = token.fold == "jan" and reading.before(i) in OF_MONTHS
    return odd and len(token.text) > 1 and not (month or is_common(token))


def _tells_nobody(token: Token) -> bool:
    """Whether a word is no name by itself: a number, an article, a word of a dialect, or one of those that stand instead of a name."""
    return (
        token.fold[0].isdigit()
        or token.fold in _INSTEAD
        or any(token.fold in context(section) for section in ("article", "particle", "place", "dialect", "org"))
    )


def chance(reading: Reading, i: int) -> float:
    """The chance, from 0 to 1, that token i belongs to a name that identifies."""
    return 1 / (1 + exp(-_sum(_weights()[NAME], features(reading, i))))


def _kind(reading: Reading, inside: range) -> SpanType:
    seen = [list(features(reading, i)) for i in inside]
    return max(TYPES, key=lambda kind: sum(_sum(_weights()[kind.value], answers) for answers in seen))


def _sum(weights: Mapping[str, Mapping[str, float]], answers: Iterable[tuple[str, str]]) -> float:
    total = 0.0
    for question, answer in answers:
        if question in weights and (weight := weights[question].get(answer)):
            total += weight
    return total
