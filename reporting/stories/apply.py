"""Redactions put into a text so that it reads as if written so: genitives, articles, capitals and double descriptions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporting.model.story import Redaction, SpanType
from reporting.stories.describe import SHORT_HEADS, SOMEWHERE, article
from reporting.stories.reading import context, head_word
from reporting.stories.substitutes import genitive
from reporting.stories.text import ABBREVIATION, fold

_GENITIVE = re.compile(r"['’]s(?!\w)|s(?!\w)|['’](?=\s+\w)")
_ARTICLES = frozenset({"de", "het", "een", "'t", "’t"})
_DETERMINERS = _ARTICLES | {
    *("dit", "dat", "deze", "die", "ons", "onze", "hun", "mijn", "uw", "jouw", "zijn", "haar"),
    *("je", "jullie", "elk", "elke", "ieder", "iedere", "geen"),
}
_LAST_WORD = re.compile(r"([^\s\"'(]+)(\s+[\"'‘“„(]?)$")
_SAID_BEFORE = re.compile(r"([^\W\d_]+), $")
_NEXT_WORD = re.compile(r"\s+([a-zà-ÿ]+)")
_NEXT_CAPITAL = re.compile(r" [A-ZÀ-Þ]")
_NEXT_SENTENCE = re.compile(r"\s+[\"'“‘]?[A-ZÀ-Þ]|\s*$")
_WHERE = frozenset({SpanType.ADDRESS, SpanType.POSTCODE, SpanType.PLACE})
_PREPOSITIONS = {SpanType.ADDRESS: {"op": "in"}, SpanType.PLACE: {"te": "in"}, SpanType.DATE: {"per": "op"}}
_INTO = {"te": "in", "op": "in"}
_TO_ISLANDS = {"in": "op", "te": "op", "uit": "van"}
_SET_PHRASES = ("een straat", "een dag", "de ", "het ", "een andere plaats", "een stad")  # what `describe` makes
_BARE_ADJECTIVES = frozenset(  # as before a het-word: "het sociaal team Overvecht"
    {"sociaal", "nieuw", "oud", "lokaal", "plaatselijk", "regionaal", "landelijk", "medisch", "cultureel", "christelijk", "katholiek", "islamitisch"}
)
_DESCRIBED = frozenset({SpanType.ADDRESS, SpanType.PLACE, SpanType.ORG, SpanType.DATE})


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the safe text; `redaction` tells what it stands for, None where the original stands, and `start` where that begins."""

    text: str
    redaction: Redaction | None = None
    start: int = 0


def apply(text: str, redactions: Sequence[Redaction]) -> str:
    """The text with every redaction replaced."""
    return "".join(segment.text for segment in segments(text, redactions))


def segments(text: str, redactions: Sequence[Redaction]) -> tuple[Segment, ...]:
    """The safe text in order, in stretches that stand and stretches that were replaced."""
    out: list[Segment] = []
    at = 0
    ordered = sorted(redactions, key=lambda r: r.start)
    skip_to = 0
    for i, item in enumerate(ordered):
        if item.start < skip_to or item.start < at:
            continue
        start, end, words = _region(text, item, at)
        following = ordered[i + 1] if i + 1 < len(ordered) else None
        if item.type is SpanType.POSTCODE and following is not None and following.type is SpanType.PLACE and text[item.end : following.start].strip(" ,") == "":
            start, end, words = _region(text, following, at)
            start, item, skip_to = min(start, ordered[i].start), following, following.end
        elif item.type is SpanType.ADDRESS:
            for later in ordered[i + 1 :]:
                if later.type not in _WHERE or text[end : later.start].strip(" ,\n") not in ("", "in", "te"):
                    break
                end = skip_to = later.end
        if words and text[end - 1] == "." and words[-1] not in ".:" and _NEXT_SENTENCE.match(text, end):  # "Henk J. Eerst", "Fiets en Co. Ik"
            words += "."
        if _opens_sentence(text, start):
            words = words[:1].upper() + words[1:]
        out += [Segment(text[at:start], None, at), Segment(words, item, start)]
        at = end
    return tuple(s for s in (*out, Segment(text[at:], None, at)) if s.text)


def _region(text: str, item: Redaction, floor: int) -> tuple[int, int, str]:
    """What to cut and what to put there, for one redaction; never cuts before `floor`."""
    start, end, words = item.start, item.end, item.replacement
    if item.type is SpanType.PERSON:
        mark = _GENITIVE.match(text, end)
        if mark and not (mark[0] == "s" and text[start:end].casefold().endswith("s")) and not _closes_quote(text, start, mark):
            return start, mark.end(), genitive(words)
        return start, end, words
    if item.type not in _DESCRIBED or words.startswith("["):
        return start, end, words
    if item.type is SpanType.DATE and _opens_sentence(text, start) and _NEXT_CAPITAL.match(text, end):
        return start, end, f"{words}:"  # a diary: "8/4 Foto gevonden"
    following = _NEXT_WORD.match(text, end)
    if item.type is SpanType.ORG and following and len(following[1]) > 4 and head_word(fold(following[1])):  # "het Pantein ziekenhuis"
        words, end = f"{article(following[1])} {following[1]}", following.end()
    before = _LAST_WORD.search(text, floor, start)
    if not before:
        return start, end, words
    if item.type is not SpanType.DATE and (said := _SAID_BEFORE.search(text, floor, start)) and fold(said[1]) == fold(words.split()[-1]):
        return said.end(1), end + (text[end : end + 1] == ","), ""  # "in onze wijk, Pendrecht, ..."
    if mended := _other_preposition(text, item, before, floor):
        start, preposition = mended
        return start, end, f"{preposition} {words}"
    if item.type is SpanType.ORG and fold(before[1]) in context("role") and words.startswith("een "):  # "student TU Delft"
        return start, end, f"van {words}"
    head, last = words.split()[-1], before[1]
    if fold(last).endswith(f"-{fold(head)}") and words.count(" ") == 1:  # "ex-purfabriek Griendtsveen" -> "de ex-purfabriek"
        head, words = last, f"{words.split()[0]} {last}"
    if fold(head) in (fold(last), SHORT_HEADS.get(fold(last))) and item.type is not SpanType.DATE:  # "buurthuis De Kastanje" -> "het buurthuis"
        start = before.start(1)
        end = end + 1 if text[end : end + 1] in {"'", '"', "’", "”"} and before[2].strip() else end
        earlier = _LAST_WORD.search(text, floor, start)
        if earlier and _determined(text, floor, earlier):
            return start, end, head if fold(last) in SHORT_HEADS else last
        return start, end, words
    if last.lower() in _ARTICLES and words.split()[0] in {"de", "het", "een"}:
        start = before.start(1)
        earlier = _LAST_WORD.search(text, floor, start)
        if words == SOMEWHERE and earlier and earlier[1].lower() == "in":
            return earlier.start(1), end, f"op {words}"
        return start, end, words
    if words == SOMEWHERE and last.lower() == "in":
        return before.start(1), end, f"op {words}"
    if last.endswith("e") and words.startswith(("de ", "het ")) and _determined(text, floor, before):  # "de hele Bomenbuurt" -> "de hele wijk"
        return start, end, words.split(" ", maxsplit=1)[1]
    return start, end, words


def _other_preposition(text: str, item: Redaction, before: re.Match[str], floor: int) -> tuple[int, str] | None:
    """(where to cut from, preposition) where another one fits the new words: "te Oudewater" -> "in het dorp", "op de Dahliastraat" -> "in een straat"."""
    own, start, last = _PREPOSITIONS.get(item.type, {}), before.start(1), before[1].lower()
    if item.replacement.endswith("eiland"):
        own = _TO_ISLANDS
    if item.replacement.endswith(("stad", "dorp", "streek")):
        own = _INTO  # "op Urk", "op de Veluwe"
    if item.type in (SpanType.ADDRESS, SpanType.PLACE) and last in _ARTICLES and (earlier := _LAST_WORD.search(text, floor, start)):
        start, last = earlier.start(1), earlier[1].lower()
    return (start, own[last]) if last in own and item.replacement.startswith(_SET_PHRASES) else None


def _determined(text: str, floor: int, earlier: re.Match[str]) -> bool:
    """Whether an article or the like stands before a head word, with at most one adjective between."""
    word = earlier[1].lower()
    if word in _DETERMINERS:
        return True
    if not word.endswith("e") and word not in _BARE_ADJECTIVES:
        return False
    further = _LAST_WORD.search(text, floor, earlier.start(1))
    return further is not None and further[1].lower() in _DETERMINERS


def _closes_quote(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a lone apostrophe after a name closes a quotation rather than marks a genitive."""
    if mark[0] not in {"'", "’"}:
        return False
    name = text[start : mark.start()]
    opened = text.count("'", 0, start) - len(re.findall(r"\w'\w", text[:start])) + text.count("‘", 0, start)
    return opened % 2 == 1 or not name.casefold().endswith(("s", "x", "z", "ş", "ç"))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“„‘(")
    return not before or (before[-1] in ".!?…\n" and not (before.endswith(("d.d.", "D.d.")) or ABBREVIATION.search(before[-12:])))
