"""Houses, schools and clubs of a writer who minds no capitals that have an ordinary word for a name: "dagbest op de kievit", "inloop de pijler"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, head_word, opens_name
from reporting.stories.spans import Span
from reporting.stories.text import touched
from reporting.stories.when import MONTHS, SHORT_MONTHS

_ARTICLES = frozenset({"de", "het", "t", "'t"})
_OF_THE = frozenset({"vd", "v/d", "vh", "v/h"})  # a preposition with its article: "mentor vd vlinder"
_BEFORE = frozenset({"bij", "in", "op", "naar", "nr", "van", "v", "via", "met", "uit", "voor", "tot", "namens"})
_ENDING = re.compile(r"\w{3}(?:huis|burcht|borg|hoeve|stede|stee|toren|hof|gaarde|heem|oord|honk|hoes|nest|haard|werf)$")
_CLUBS = frozenset({"vv", "sv", "fc", "hsv", "rkvv", "svv", "kf", "roc", "obs", "cbs", "rkbs", "pcb", "kdv", "wbv"})
_COUNTED = frozenset(
    {"dagen", "weken", "maanden", "jaren", "uren", "keren", "jongens", "meisjes", "mannen", "vrouwen", "kinderen", "mensen", "zonen", "groepen", "klassen"}
    | {"kamers", "bewoners", "buren", "gezinnen", "vrienden", "dames", "heren", "ochtenden", "middagen", "avonden", "plekken", "talen", "euros", "lessen"}
)
_SECTIONS = ("verb", "adverb", "personal", "place", "particle", "opener", "article", "start")
_NEAR = 3  # words before the preposition in which one tells that somebody goes, works or is helped there
_MOST = 2  # words of one name


def find_houses(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """Names of houses that are ordinary words, with their article; `found`: what is known already."""
    owner = {k for span in found for k in touched(reading.tokens, span.start, span.end)}
    for i, token in enumerate(reading.tokens[:-1]):
        first = i + 1
        if token.fold in _CLUBS and i not in owner and (end := _club_end(reading, i)) > i:
            yield Span(token.start, reading.tokens[end].end, SpanType.ORG, 0.5, "kleine letters")
            continue
        bare = not token.capital and head_word(token.fold)  # "peuterspeelzaal dikkie dik"
        if first in owner or reading.gap(i) != " " or not (token.fold in _ARTICLES or token.fold in _OF_THE or bare):
            continue
        last, usual = _named(reading, first)
        if last < first or not _ends(reading, last) or any(k in owner for k in range(first, last + 1)):
            continue
        if bare:
            if usual and i not in owner:
                yield Span(reading.tokens[first].start, reading.tokens[last].end, SpanType.ORG, 0.5, "kleine letters")
        elif token.fold in _OF_THE:
            if _somebody(reading, i, owner):
                yield Span(reading.tokens[first].start, reading.tokens[last].end, SpanType.ORG, 0.5, "kleine letters")
        elif _placed(reading, i, usual):
            yield Span(token.start, reading.tokens[last].end, SpanType.ORG, 0.5, "kleine letters")


def _club_end(reading: Reading, i: int) -> int:
    """The last token of the one or two words that name the club or school whose abbreviation is token i, i itself for none: "sv oude maas"."""
    last = i
    while last - i < _MOST and reading.gap(last) == " " and not _little(reading.after(last)):
        last += 1
    return last if last > i and _ends(reading, last) else i


def _little(key: str) -> bool:
    """Whether a word is none of a name: a verb, a preposition, a number."""
    return len(key) <= _NEAR or not key.isalpha() or any(key in context(section) for section in _SECTIONS)


def _named(reading: Reading, first: int) -> tuple[int, bool]:
    """The last token of the name that begins at token `first`, and whether such a word is mostly a name; `first` - 1 for none."""
    for last in range(min(first + _MOST, len(reading.tokens)) - 1, first - 1, -1):
        words = reading.tokens[first : last + 1]
        key = " ".join(t.fold for t in words)
        if any(t.capital for t in words) or any(reading.gap(k) != " " for k in range(first, last)):
            continue
        listed = last == first and reading.tokens[first - 1].fold in _OF_THE and any(name == f"de {key}" for name, _ in lists.organisations()["de"])
        if key in _names("mostly") or listed or (last == first and _coined(key)):
            return last, True
        if key in _names("sometimes"):
            return last, False
    return first - 1, False


@cache
def _names(section: str) -> frozenset[str]:
    return frozenset(lists.wordlist("huisnamen.txt")[section])


def _coined(key: str) -> bool:
    """Whether a folded word is a compound that no list has and ends as the name of a house does: "rechtshuis", "poelenburcht"."""
    return bool(_ENDING.search(key)) and key not in lists.words() and key not in context("org")


def _ends(reading: Reading, i: int) -> bool:
    """Whether a noun phrase ends behind token i: no ordinary noun follows."""
    after = reading.after(i)
    capital = i + 1 < len(reading.tokens) and reading.tokens[i + 1].capital
    return not after or len(after) <= _NEAR or capital or after[0].isdigit() or any(after in context(section) for section in _SECTIONS) or after.endswith("en")


def _somebody(reading: Reading, i: int, owner: set[int]) -> bool:
    """Whether a person stands before token i: "marjo vd vlinder", "mentor (rob) vd vlinder"."""
    return i > 0 and (i - 1 in owner or opens_name(reading.before(i)))


def of_people(key: str) -> bool:
    """Whether a plural tells people or time, of which one counts a few anywhere: "school, de drie jongens"."""
    return key in _COUNTED or any(key.endswith(end) and opens_name(key[: -len(end)]) for end in ("s", "en"))


def _placed(reading: Reading, i: int, usual: bool) -> bool:
    """Whether the article at token i stands where a house is named: behind a preposition, or bare behind what is done there."""
    before = reading.before(i)
    if before in _BEFORE:
        return usual or any(_tells(reading.before(i, back)) for back in range(2, 2 + _NEAR))
    return _tells(before) if before and not _dated(before) else usual


def _dated(key: str) -> bool:
    """Whether a word ends a day or hour, behind which notes name the house: "8 okt 't trefpunt"."""
    return key[0].isdigit() or key in SHORT_MONTHS or key in MONTHS


def _tells(key: str) -> bool:
    """Whether a word tells that somebody works, learns or is helped somewhere: "taalles", "dagbest", "stage"."""
    return key in context("activity") or (head_word(key) and key not in context("place")) or key.endswith(_ACTIVITIES)


_ACTIVITIES = ("groep", "les", "ochtend", "koor", "opvang", "besteding", "dagbest", "club", "overleg", "inloop", "cursus", "training", "maaltijd")
