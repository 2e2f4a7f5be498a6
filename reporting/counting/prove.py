"""Why a figure is right: every row of every file is either counted, or left out for one reason."""

import hashlib
import json
from collections.abc import Sequence

from reporting.counting.decode import BatchSource
from reporting.counting.gather import Gathered, Held, gather
from reporting.counting.queries import Queries
from reporting.counting.subjects import Subject, belonging, ever_table, row_table, span_of, subject_of
from reporting.counting.table import count_periods
from reporting.errors import InternalError
from reporting.model.agreement import Indicator, Unit
from reporting.model.count import Figure
from reporting.model.figure import FigureKey
from reporting.model.municipality import Municipality
from reporting.model.period import Period
from reporting.model.proof import FigureProof, FileProof, LeftOut
from reporting.model.registration import ImportBatch
from reporting.model.rules import CountingRules

# What a question about one row answers with (queries.Queries.accounts).
REASONS = (None, LeftOut.NOT_CLOSED, LeftOut.OUTSIDE_PERIOD, LeftOut.NO_CLIENT, LeftOut.NOT_NEW, LeftOut.NO_VALUE)


def prove(
    sources: Sequence[BatchSource], indicator: Indicator, municipality: Municipality, period: Period, rules: CountingRules = CountingRules()
) -> FigureProof:
    """One indicator's figure over one period, with an account per file that can hold rows of the municipality, in order of import.

    Raises InternalError when an image is not the one the ledger names, or holds fewer rows without a client having been erased.
    """
    rows = gather(sources, municipality, rules, span_of((indicator,), (period,)))
    subject = subject_of(indicator, rows)
    figure = count_periods(rows, (indicator,), (period,))[FigureKey(indicator.code, period)]
    wide = belonging(indicator, rows)
    seen: list[dict[LeftOut | None, int]] = [{} for _ in rows.batches]
    for batch, reason, n in Queries(rows.cursor(), row_table((subject,), rows), ever_table((subject,), rows)).accounts(period):
        seen[batch][REASONS[reason]] = n
    for found, held in zip(seen, rows.batches, strict=True):
        if not held.whole:
            found |= _unread(held, subject)
    ledger = {source.batch.id: source.batch for source in sources}  # as it is now; what is cached may be from before an erasure
    files = tuple(_file(ledger[held.batch.id], held, subject, wide, found) for held, found in zip(rows.batches, seen, strict=True))
    statement = _statement(indicator, period, figure, subject, rows)
    return FigureProof(indicator, period, figure, files, statement, hashlib.sha256(statement.encode()).hexdigest())


def _unread(held: Held, subject: Subject) -> dict[LeftOut | None, int]:
    """Why the rows of a subject are left out in a batch without a day in the period: the same as for every row beside it."""
    mine = [n - held.first_kind for n in subject.kinds if held.first_kind <= n < held.first_kind + len(held.kinds)]
    rows = sum(held.kind_rows[n] for n in mine)
    still_open = rows - sum(held.kind_ends[n] for n in mine) if subject.unit is Unit.CLOSED_TRAJECTORIES else 0
    return {LeftOut.NOT_CLOSED: still_open, LeftOut.OUTSIDE_PERIOD: rows - still_open}


def _file(batch: ImportBatch, held: Held, subject: Subject, wide: frozenset[int], found: dict[LeftOut | None, int]) -> FileProof:
    left_out: dict[LeftOut, int] = {}
    for number, (n, ours) in enumerate(zip(held.kind_rows, held.ours, strict=True), held.first_kind):
        reason = LeftOut.OTHER_CLOSING if number in wide else LeftOut.OTHER_ACTIVITY if ours else LeftOut.OTHER_MUNICIPALITY
        if number not in subject.kinds:
            left_out[reason] = left_out.get(reason, 0) + n
    left_out |= {reason: n for reason, n in found.items() if reason is not None}
    missing = batch.rows_accepted - sum(held.kind_rows)
    if missing:
        if not batch.erased_on or missing < 0:
            raise InternalError("ledger and image differ")
        left_out[LeftOut.ERASED] = missing
    return FileProof(
        batch=batch.id,
        file_name=batch.file_name,
        file_sha256=batch.file_sha256,
        image_sha256=batch.image_sha256,
        read=batch.rows_read,
        reported=batch.rows_reported,
        skipped=batch.rows_skipped,
        accepted=batch.rows_accepted,
        counted=found.get(None, 0),
        left_out={reason: left_out[reason] for reason in LeftOut if left_out.get(reason)},
        erased_on=batch.erased_on,
    )


def _statement(indicator: Indicator, period: Period, figure: Figure, subject: Subject, rows: Gathered) -> str:
    """The text the fingerprint is of: the images that hold rows of the indicator, what was asked of them, and the value."""
    stated = {
        "images": [rows.batches[b].batch.image_sha256 for b in sorted(subject.files)],
        "municipality": indicator.municipality.key,
        "indicator": {
            "code": indicator.code,
            "name": indicator.name,
            "unit": indicator.unit.value,
            "activities": list(indicator.activities),
            "closing_reason": indicator.closing_reason,
        },
        "period": {"first": period.first.isoformat(), "last": period.last.isoformat()},
        "value": figure.value,
        "why_not": None if figure.why_not is None else figure.why_not.value,
        "rows": figure.rows,
    }
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
