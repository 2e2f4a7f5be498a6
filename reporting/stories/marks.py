"""What a person marked by hand: it holds for every mention of those words."""

import re
from collections.abc import Sequence

from reporting.model.story import HandMark, Level, Redaction, SpanType
from reporting.stories.patterns import REMOVED
from reporting.stories.spans import INDIRECT


def marked(text: str, found: Sequence[Redaction], marks: Sequence[HandMark]) -> tuple[Redaction, ...]:
    """The redactions with the hand marks in; a mark wins from what it overlaps."""
    own: list[Redaction] = []
    for mark in marks:
        words = mark.text.strip()
        if not words:
            continue
        words_for = mark.replacement or ("" if mark.type is SpanType.PERSON else REMOVED)  # a person gets a substitute
        level = Level.INDIRECT if mark.type in INDIRECT else Level.DIRECT
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)|(?<!\w){re.escape(words)}(?=(?:['’]?s)(?!\w))", text, re.IGNORECASE):
            if not any(r.start < match.end() and match.start() < r.end for r in own):
                own.append(Redaction(match.start(), match.end(), match[0], mark.type, level, 1.0, "met de hand", words_for))
    rest = [r for r in found if not any(m.start < r.end and r.start < m.end for m in own)]
    return tuple(sorted([*own, *rest], key=lambda r: r.start))
