"""Columns of several batches side by side: the codes of each batch become codes of all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reporting.counting.decode import NUMBERS, Codes, Decoded
from reporting.counting.matching import age_index, class_index, district_labels
from reporting.model.period import Quarter
from reporting.model.registration import Grain

AGES = 64  # a label is district index * AGES + age index; index 0 is "onbekend" in both
_OLDEST = 130
_QUARTERS = 1 << 12


EVENTS = pa.schema(
    [
        *((name, pa.int32()) for name in ("slot", "day", "end_day", "client", "label", "place", "attended")),
        ("position", pa.uint32()),
        *((name, NUMBERS[name]) for name in ("hours", "amount", "grade", "part", "asked")),
    ]
)


class Sort(IntEnum):
    """What an event is: a row, the answer on it, or its end."""

    ROW = 0
    ANSWER = 1
    CLOSING = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """Events that always count together: of one sort and kind, in one quarter (None: no day)."""

    sort: Sort
    kind: int
    quarter: Quarter | None


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one batch that are of this municipality: all of them (`rows` is None), or those at these places."""

    decoded: Decoded
    grain: Grain
    rows: npt.NDArray[np.int64] | None
    first_kind: int

    @classmethod
    def of(cls, decoded: Decoded, grain: Grain, ours: Sequence[bool], first_kind: int) -> "Part":
        """The part of a batch whose kinds are ours."""
        rows = None if all(ours) else np.flatnonzero(np.array(ours, dtype=bool)[decoded.kind])
        return cls(decoded, grain, rows, first_kind)

    def pick(self, codes: Codes) -> Codes:
        """A coded column of these rows only."""
        return codes if self.rows is None else codes[self.rows]

    def values(self, name: str) -> pa.ChunkedArray:
        """A column of numbers of these rows only; all null where the file has none."""
        if name not in self.decoded.values.column_names:
            return pa.chunked_array([pa.nulls(len(self), NUMBERS[name])])
        column = self.decoded.values[name]
        return column if self.rows is None else column.take(pa.array(self.rows))

    def quarters(self) -> frozenset[Quarter]:
        """The quarters these rows have a day or an end in."""
        days = pa.chunked_array([pc.unique(self.values(name)) for name in ("day", "end_day")])
        return frozenset(_quarter(n) for n in _quarter_numbers(days).tolist() if n)

    def __len__(self) -> int:
        return len(self.decoded.kind) if self.rows is None else len(self.rows)


class Joined:
    """The codes of all parts together, and their events in them. `slots` are those of the events that were asked for."""

    def __init__(self, parts: Sequence[Part], bounds: Sequence[int]) -> None:
        self._parts, self._bounds = parts, bounds
        self.districts, self._district = _districts(parts)
        self._clients = _clients(parts)
        self._places: dict[tuple[str, str], int] = {}
        self._slots: dict[Slot, int] = {}
        self._rows = 0

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots by their number."""
        return tuple(self._slots)

    def events(self) -> pa.Table:
        """The events of every part that was read whole, in order of import."""
        tables = [self._table(index, part) for index, part in enumerate(self._parts) if part.decoded.whole]
        return pa.concat_tables([EVENTS.empty_table(), *tables], promote_options="default").select(EVENTS.names)

    def _table(self, index: int, part: Part) -> pa.Table:
        """The events of a part: every row on its day, answers once more on their day, closings once more on the day they end.

        Few rows hold an answer or an end, so questions about those look at few. Each event gets a slot: its sort, kind and quarter in one number.
        Columns that hold nothing are left out.
        `attended` is 1 with a client number, else the bare count; `position` is the row's place after all earlier imports.
        """
        rows = self._rows_of(index, part)
        sorts = {Sort.ROW: rows}
        answered = [rows[name].is_valid() for name in ("grade", "part", "asked") if name in rows.column_names]
        if answered:
            sorts[Sort.ANSWER] = rows.filter(reduce(pc.or_, answered))
        if "end_day" in rows.column_names:
            closed = rows.filter(rows["end_day"].is_valid())
            sorts[Sort.CLOSING] = closed.set_column(closed.column_names.index("day"), "day", closed["end_day"])
        return pa.concat_tables([t.append_column("slot", self._slot_codes(sort, t, part)) for sort, t in sorts.items()])

    def _rows_of(self, index: int, part: Part) -> pa.Table:
        decoded = part.decoded
        client = _mapped(part.pick(decoded.client), self._clients[index], -1)
        district = _mapped(part.pick(decoded.district), [self._district[t] for t in decoded.districts], 0)
        places = [self._places.setdefault(t, len(self._places)) for t in decoded.places]
        amount = part.values("amount")
        bare = amount if part.grain is Grain.COUNT else pc.fill_null(amount, 1)
        columns = {name: part.values(name) for name in decoded.values.column_names if name != "age"}
        columns["attended"] = pc.if_else(pa.array(client >= 0), pa.scalar(1, pa.int32()), bare)
        columns["kind"] = pa.array(part.pick(decoded.kind))
        columns["client"] = pa.array(client, mask=client < 0)
        columns["label"] = pa.array(district * AGES + _ages(part, self._bounds))
        columns["place"] = pa.array(_mapped(part.pick(decoded.place), places, 0))
        columns["position"] = pa.array(np.arange(self._rows, self._rows + len(part), dtype=np.uint32))
        self._rows += len(part)
        return pa.table(columns)

    def _slot_codes(self, sort: Sort, rows: pa.Table, part: Part) -> pa.Array:
        quarters = _quarter_numbers(rows["day"])
        encoded = pa.array(rows["kind"].to_numpy().astype(np.int64) * _QUARTERS + quarters).dictionary_encode()
        numbers = []
        for code in encoded.dictionary.to_pylist():
            kind, quarter = divmod(code, _QUARTERS)
            slot = Slot(sort, part.first_kind + kind, _quarter(quarter) if quarter else None)
            numbers.append(self._slots.setdefault(slot, len(self._slots)))
        return pa.array(_mapped(encoded.indices.to_numpy(), numbers, 0))


def _quarter(number: int) -> Quarter:
    return Quarter(1970 + (number - 1) // 4, (number - 1) % 4 + 1)


def _quarter_numbers(days: pa.ChunkedArray) -> npt.NDArray[np.int64]:
    """Quarters since 1970, counted from 1; 0 for no day. Looked up by day: the days of a file are few."""
    if days.null_count == len(days):
        return np.zeros(len(days), dtype=np.int64)
    span = pc.min_max(days)
    first, last = span["min"].as_py(), span["max"].as_py()
    months = np.arange(first, last + 1).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    quarters = np.append(months // 3 + 1, 0)
    found: npt.NDArray[np.int64] = quarters[days.fill_null(last + 1).to_numpy() - first]
    return found


def _clients(parts: Sequence[Part]) -> list[npt.NDArray[np.int32]]:
    """Per part: one number per client, the same over all parts."""
    texts = pa.concat_arrays([pa.array([], pa.string()), *(p.decoded.clients for p in parts)])
    numbers = texts.dictionary_encode().indices.to_numpy(zero_copy_only=False)
    ends = np.cumsum([len(p.decoded.clients) for p in parts])
    return np.split(numbers, ends[:-1]) if parts else []


def _districts(parts: Sequence[Part]) -> tuple[tuple[str, ...], dict[str, int]]:
    """The labels by index (0 is "", unknown), in alphabetical order, and the index of each spelling."""
    used: Counter[str] = Counter()
    spellings = {text for p in parts for text in p.decoded.districts}
    for part in parts:
        rows = np.bincount(part.pick(part.decoded.district).astype(np.int64) + 1, minlength=len(part.decoded.districts) + 1)[1:]
        used.update({t: int(n) for t, n in zip(part.decoded.districts, rows.tolist(), strict=True) if n})
    labels = district_labels(used)
    names = ("", *sorted(set(labels.values()), key=lambda t: (t.casefold(), t)))
    index = {name: i for i, name in enumerate(names)}
    return names, {t: index[labels.get(t, "")] for t in spellings}


def _ages(part: Part, bounds: Sequence[int]) -> Codes:
    """Each row's age class, counted from 1: by its age, else by the class the file gives; 0 where neither fits."""
    by_age = np.array([age_index(age, bounds) for age in range(_OLDEST + 1)] + [-1], dtype=np.int32)
    age = part.values("age").fill_null(-1).to_numpy()
    codes = by_age[np.where((age < 0) | (age > _OLDEST), -1, age)]
    if part.decoded.age_classes:
        classes = _mapped(part.pick(part.decoded.age_class), [class_index(t, bounds) for t in part.decoded.age_classes], 0)
        codes = np.where(codes < 0, classes, codes)
    return np.maximum(codes, 0)


def _mapped(codes: Codes, numbers: Sequence[int] | npt.NDArray[np.int32], blank: int) -> npt.NDArray[np.int32]:
    """Codes by a list of numbers; -1 becomes `blank`."""
    found: npt.NDArray[np.int32] = np.append(np.asarray(numbers, dtype=np.int32), np.int32(blank))[codes]
    return found
