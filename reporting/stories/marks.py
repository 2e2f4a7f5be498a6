"""What a person marked by hand: it holds for every mention of those words."""

import re
from collections.abc import Sequence

from reporting.model.story import NEVER_KEPT, HandMark, Level, Redaction, SpanType
from reporting.stories.patterns import REMOVED
from reporting.stories.spans import INDIRECT


def marked(text: str, found: Sequence[Redaction], marks: Sequence[HandMark]) -> tuple[Redaction, ...]:
    """The redactions with the hand marks in. A mark takes in what it overlaps, whole: half a marked name never leaves the other half
    bare, and a number that may never be kept stays such a number."""
    own: list[Redaction] = []
    for mark in marks:
        words = mark.text.strip()
        if not words:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)|(?<!\w){re.escape(words)}(?=(?:['’]?s)(?!\w))", text, re.IGNORECASE):
            made = _taking_in(text, match.start(), match.end(), found, mark)
            if not any(r.start < made.end and made.start < r.end for r in own):
                own.append(made)
    rest = [r for r in found if not any(m.start < r.end and r.start < m.end for m in own)]
    return tuple(sorted([*own, *rest], key=lambda r: r.start))


def _taking_in(text: str, start: int, end: int, found: Sequence[Redaction], mark: HandMark) -> Redaction:
    over = [r for r in found if r.start < end and start < r.end]
    never = next((r.type for r in over if r.type in NEVER_KEPT), None)
    kind = never or mark.type
    words_for = REMOVED if never else mark.replacement or ("" if kind is SpanType.PERSON else REMOVED)  # a person gets a substitute
    start, end = min([start, *(r.start for r in over)]), max([end, *(r.end for r in over)])
    return Redaction(start, end, text[start:end], kind, Level.INDIRECT if kind in INDIRECT else Level.DIRECT, 1.0, "met de hand", words_for)
