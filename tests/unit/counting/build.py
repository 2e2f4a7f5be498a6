"""Small invented registrations for tests: rows as dicts in, a batch with its image out."""

import hashlib
import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reporting.counting import BatchSource
from reporting.model.agreement import Indicator, Target, TargetKind, Unit
from reporting.model.municipality import Municipality
from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.registration import Column, Grain, ImportBatch

PLACE = Municipality("GM9999", "Merelveen")
ELSEWHERE = Municipality("GM9998", "Vinkenoord")
Q3 = Quarter(2026, 3)
NOW, BEFORE, YEAR_AGO, TO_DATE = Period(Q3), Period(Q3.previous), Period(Q3.year_earlier), Period(Q3, PeriodKind.TO_DATE)

TYPES: Mapping[str, pa.DataType] = {
    **{c.value: pa.string() for c in Column},
    **dict.fromkeys(("date", "start", "end"), pa.date32()),
    **dict.fromkeys(("count", "asked", "line"), pa.int32()),
    **dict.fromkeys(("hours", "grade"), pa.float64()),
    "age": pa.int16(),
}
Row = Mapping[str, object]


def row(day: str | None = "2026-07-01", client: str | None = "a", activity: str | None = "Huiskamer", **more: object) -> Row:
    """One registration; days as ISO text."""
    cells: dict[str, object] = {"date": day, "client": client, "activity": activity, **more}
    days = {c: date.fromisoformat(str(cells[c])) for c in ("date", "start", "end") if cells.get(c)}
    return {k: v for k, v in {**cells, **days}.items() if v is not None}


def batch(
    *rows: Row,
    name: str = "1",
    sequence: int | None = None,
    grain: Grain = Grain.CONTACT,
    municipality: str = PLACE.key,
    layout: str = "layout",
    reported: int = 0,
    skipped: int = 0,
) -> BatchSource:
    """An active batch of these rows, its image as the intake makes it: only columns that occur."""
    columns = [c.value for c in Column if any(c.value in r for r in rows)]
    table = pa.table({c: pa.array([r.get(c) for r in rows], TYPES[c]) for c in columns} | {"line": pa.array(range(2, len(rows) + 2), pa.int32())})
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    image = sink.getvalue()
    ledger = ImportBatch(
        id=f"batch-{name}",
        sequence=int(name) if sequence is None else sequence,
        file_name=f"bestand-{name}.csv",
        file_sha256=hashlib.sha256(name.encode()).hexdigest(),
        records_sha256="",
        image_sha256=hashlib.sha256(image).hexdigest(),
        grain=grain,
        header_fingerprint=layout,
        mapping={c: c for c in columns},
        municipality=municipality,
        reported_by_code={},
        per_quarter={},
        columns=tuple(columns),
        first_day=None,
        last_day=None,
        imported_at=datetime(2026, 10, 5, tzinfo=UTC),
        imported_by="p1",
        rows_read=len(rows) + reported + skipped,
        rows_accepted=len(rows),
        rows_reported=reported,
        rows_skipped=skipped,
    )
    return BatchSource(ledger, lambda: image)


NOT_SET = Target(TargetKind.NOT_SET, "n.b.")


def indicator(unit: Unit = Unit.UNIQUE_CLIENTS, *activities: str, **more: Any) -> Indicator:
    """An indicator of 2026, code A1; by default of the activity Huiskamer."""
    given: dict[str, Any] = {"code": "A1", "theme": "Samen", "municipality": PLACE, "year": 2026, "target": NOT_SET} | more
    return Indicator(unit=unit, activities=activities or ("Huiskamer",), **{"name": f"Naam van {given['code']}"} | given)


def number(amount: str, kind: TargetKind = TargetKind.NUMBER, *, percent: bool = False) -> Target:
    """A target of an amount."""
    return Target(kind, amount, amount=Decimal(amount), percent=percent)
