"""People told by where the name stands: alone under a letter, and behind a "Van" that opens a sentence."""

import re
from collections.abc import Iterator

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.openings import SUBJECTS
from reporting.stories.reading import Reading, before_names, context, first_name, head_word, sure_name
from reporting.stories.spans import Span
from reporting.stories.text import touched

_CAP = r"[A-ZÀ-ÖØ-Þ](?:[\w'’-]+|\.)"
_SIGNED = re.compile(
    r"\b(?:[Gg]roet(?:en|jes)?|[Hh]oogachtend|[Ll]iefs|[Mm]vg|[Gg]etekend|[Dd]ank|[Gg]r\.)\b[^\n]{0,60}\n\s*"
    rf"(?P<name>{_CAP}(?: ?(?:(?:van|de|der|den|het|'t|ten|ter|te|el|al) )*{_CAP}){{0,4}})(?=,|\s*(?:\n|$|\())"
)  # "Met vriendelijke groet,\nMariët Kotteman-ter Horst"
_OPENED = re.compile(r"(?:^|(?<=\n)|(?<=[.!?] ))Van (?:der|den|'t) [A-ZÀ-ÖØ-Þ][\w-]+(?= [a-z])")  # "Van der Zwaag belde"
_MOST = 3  # words of a name behind "Van"
_OF_OTHERS = frozenset({"is", "was", "waren", "wordt", "werd", "kreeg", "krijgt", "hoorde", "hoort", "leerde", "kocht", "mag", "mocht", "moet", "moest"})


def find_signed(reading: Reading) -> Iterator[Span]:
    """Who signed a letter, and whole names of which the first word is "Van": "Van Hai Truong haalde ze eruit"."""
    for match in _SIGNED.finditer(reading.text):
        inside = touched(reading.tokens, *match.span("name"))
        if inside and not any(i in reading.taken or _of_a_body(reading, i) for i in inside) and any(_of_a_person(reading, i) for i in inside):
            yield Span(*match.span("name"), SpanType.PERSON, 0.96, "context")
    for match in _OPENED.finditer(reading.text):
        yield Span(*match.span(), SpanType.PERSON, 0.96, "context")
    for i, token in enumerate(reading.tokens):
        if token.text == "Van" and token.first and (last := _whole(reading, i)) > i + 1:
            yield Span(token.start, reading.tokens[last].end, SpanType.PERSON, 0.9, "context")


def _of_a_body(reading: Reading, i: int) -> bool:
    key = reading.tokens[i].fold
    little = context("opener") | context("org") | context("place") | before_names()
    return head_word(key) or key in lists.terms() or (key in little and key not in context("particle"))


def _of_a_person(reading: Reading, i: int) -> bool:
    key = reading.tokens[i].fold
    return first_name(key) is not None or not lists.is_word(key)


def _whole(reading: Reading, i: int) -> int:
    """The last of two or three capitals behind token i that are no place or well-known first name and have their verb behind them, i for none."""
    last = i
    while last - i < _MOST and reading.joined(last) and reading.tokens[last + 1].capital and last + 1 not in reading.taken:
        last += 1
        key = reading.tokens[last].fold
        if key in lists.places() or key in lists.terms() or key in lists.derived() or (last == i + 1 and sure_name(key)):
            return i
    verb, behind = reading.after(last), reading.tokens[last + 2 : last + 3]
    other = any(t.capital or t.fold in SUBJECTS for t in behind)
    return last if verb in context("verb") and verb not in _OF_OTHERS and not other else i
