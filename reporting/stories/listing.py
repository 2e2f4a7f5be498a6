"""The proposal for one loose text as a plain object, for whoever wants to judge the detector (`python -m reporting anonymise`)."""

from collections.abc import Sequence

from reporting.model.story import KnownNames, Level, Redaction
from reporting.stories.apply import apply
from reporting.stories.assign import assign
from reporting.stories.detect import detect


def proposal_object(name: str, text: str, secret: bytes, *, people: Sequence[str] = (), leave: Sequence[str] = ()) -> dict[str, object]:
    """`id`, `result` (every proposal for a direct identifier applied) and `spans`, ready for JSON; offsets are code points.

    `people`: names that must be found; `leave`: names to leave alone; `name`: the text's id, which its substitutes depend on.
    """
    known = KnownNames(people=tuple(people), leave=tuple(leave))
    spans = assign({"": text}, {"": detect(text, known)}, secret, name, known).redactions[""]
    result = apply(text, [s for s in spans if s.level is Level.DIRECT])
    return {"id": name, "result": result, "spans": [_span(s) for s in spans]}


def _span(span: Redaction) -> dict[str, object]:
    return {
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "type": span.type.value,
        "level": span.level.value,
        "score": span.score,
        "band": span.band.value,
        "replacement": span.replacement,
    }
