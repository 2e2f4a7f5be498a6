"""The JSON lines of `python -m reporting anonymise`: one story a line in, one proposal a line out."""

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from reporting.errors import InputRejected, Reason
from reporting.model.story import KnownNames, Level, Redaction, SpanType
from reporting.stories.apply import Segment, segments
from reporting.stories.assign import assign
from reporting.stories.detect import detect

_ROUNDS = 3


def anonymise_lines(lines: Iterable[str], secret: bytes | None = None) -> Iterator[dict[str, Any]]:
    """One object a line: {"id", "result", "spans": [{"start", "end", "text", "type", "level", "score", "band", "replacement"}]}.

    `lines` may be an open file or standard input; each holds {"id", "text", "known": [...], "leave": [...]}, the lists optional; blank
    lines are skipped. `result` applies every proposal for a direct identifier. Without a `secret` one is made for this run, so that
    substitutes differ from run to run. Raises InputRejected(UNREADABLE, line=…) for a line that is no such object.
    """
    key = secret or secrets.token_bytes(32)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _anonymise(_parse(line.lstrip("\ufeff"), number), key)


def _parse(line: str, number: int) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise InputRejected(Reason.UNREADABLE, line=number) from error
    lists = (told.get("known"), told.get("leave")) if isinstance(told, dict) else (1,)
    good = all(names is None or (isinstance(names, list) and all(isinstance(n, str) for n in names)) for names in lists)
    if not good or not isinstance(told.get("text"), str) or "id" not in told:
        raise InputRejected(Reason.UNREADABLE, line=number)
    return dict(told)


def _anonymise(told: dict[str, Any], secret: bytes) -> dict[str, Any]:
    text = told["text"]
    known = KnownNames(people=tuple(told.get("known") or ()), leave=tuple(told.get("leave") or ()))
    found = detect(text, known)
    for _ in range(_ROUNDS):
        done = assign({"": text}, {"": found}, secret, str(told["id"]), known).redactions[""]
        stretches = segments(text, [r for r in done if r.level is Level.DIRECT])
        if not (more := _seen_again(text, stretches, known)):
            break
        found = tuple(sorted((*found, *more), key=lambda r: r.start))
    return {"id": told["id"], "result": "".join(s.text for s in stretches), "spans": [_span(r) for r in done]}


def _seen_again(text: str, stretches: Sequence[Segment], known: KnownNames) -> list[Redaction]:
    """What a second pass over the result proposes in the words that stand: with other names beside them some are doubted that were not before."""
    names = [s.text for s in stretches if s.redaction is not None and s.redaction.type is SpanType.PERSON]
    more, at = [], 0
    again = [r for r in detect("".join(s.text for s in stretches), replace(known, leave=(*known.leave, *names))) if r.level is Level.DIRECT]
    for stretch in stretches:
        end = at + len(stretch.text)
        if stretch.redaction is None:
            inside = [r for r in again if at <= r.start and r.end <= end]
            more += [replace(r, start=r.start - at + stretch.start, end=r.end - at + stretch.start) for r in inside]
        at = end
    return more


def _span(item: Redaction) -> dict[str, Any]:
    return {
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "type": item.type.value,
        "level": item.level.value,
        "score": round(item.score, 2),
        "band": item.band.value,
        "replacement": item.replacement,
    }
