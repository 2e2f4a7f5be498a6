"""Columns of several batches side by side: the codes of each batch become codes of all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reporting.counting.decode import Codes, Decoded
from reporting.counting.matching import age_index, class_index, district_labels
from reporting.model.period import Quarter

AGES = 64  # a label is district index * AGES + age index; index 0 is "onbekend" in both
_OLDEST = 130
_QUARTERS = 1 << 12


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
    rows: npt.NDArray[np.int64] | None
    first_kind: int

    @classmethod
    def of(cls, decoded: Decoded, ours: Sequence[bool], first_kind: int) -> "Part":
        """The part of a batch whose kinds are ours."""
        if all(ours):
            return cls(decoded, None, first_kind)
        return cls(decoded, np.flatnonzero(np.array(ours, dtype=bool)[decoded.kind]), first_kind)

    def pick(self, codes: Codes) -> Codes:
        """A coded column of these rows only."""
        return codes if self.rows is None else codes[self.rows]

    @property
    def values(self) -> pa.Table:
        """The columns of numbers of these rows only."""
        return self.decoded.values if self.rows is None else self.decoded.values.take(pa.array(self.rows))


def number_table(parts: Sequence[Part]) -> pa.Table:
    """Kind and the columns of numbers, all batches under each other, with the place of each row in that order."""
    whole, real = pa.int32(), pa.float64()
    types = {"day": whole, "end_day": whole, "age": pa.int16(), "hours": real, "amount": whole, "attended": whole, "grade": real}
    schema = pa.schema([*types.items(), ("part", pa.int8()), ("asked", whole)])
    values = pa.concat_tables([schema.empty_table(), *(p.values for p in parts)]).drop_columns(["age"])
    kind = _under([p.pick(p.decoded.kind) + np.int32(p.first_kind) for p in parts])
    return values.append_column("kind", pa.array(kind)).append_column("position", pa.array(np.arange(len(kind), dtype=np.int64)))


def events(rows: pa.Table, kinds: int) -> tuple[pa.Table, tuple[Slot, ...]]:
    """What is counted, under each other: every row on its day, answers once more on their day, closings once more on the day they end.

    Few rows hold an answer or an end, so questions about those look at few. Each event gets a slot: its sort, kind and quarter in one number.
    """
    answered = pc.or_(pc.or_(rows["grade"].is_valid(), rows["part"].is_valid()), rows["asked"].is_valid())
    closed = rows.filter(rows["end_day"].is_valid())
    closed = closed.set_column(closed.column_names.index("day"), "day", closed["end_day"])
    sorts = {Sort.ROW: rows, Sort.ANSWER: rows.filter(answered), Sort.CLOSING: closed}
    quarter = [_quarter_numbers(t["day"]) for t in sorts.values()]
    codes = [(sort * kinds + t["kind"].to_numpy().astype(np.int64)) * _QUARTERS + q for (sort, t), q in zip(sorts.items(), quarter, strict=True)]
    encoded = pa.array(np.concatenate(codes)).dictionary_encode()
    slots = tuple(_slot(code, kinds) for code in encoded.dictionary.to_pylist())
    return pa.concat_tables(sorts.values()).append_column("slot", encoded.indices), slots


def _quarter_numbers(days: pa.ChunkedArray) -> npt.NDArray[np.int64]:
    """Quarters since 1970, counted from 1; 0 for no day."""
    known = days.is_valid().to_numpy()
    months = days.fill_null(0).to_numpy().astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    found: npt.NDArray[np.int64] = np.where(known, months // 3 + 1, 0)
    return found


def _slot(code: int, kinds: int) -> Slot:
    rest, quarter = divmod(code, _QUARTERS)
    sort, kind = divmod(rest, kinds)
    return Slot(Sort(sort), kind, Quarter(1970 + (quarter - 1) // 4, (quarter - 1) % 4 + 1) if quarter else None)


def client_codes(parts: Sequence[Part]) -> pa.Array:
    """One number per client over all batches; null where the row has none."""
    texts = pa.concat_arrays([pa.array([], pa.string()), *(p.decoded.clients for p in parts)])
    numbers = texts.dictionary_encode().indices.to_numpy(zero_copy_only=False)
    ends = np.cumsum([0, *(len(p.decoded.clients) for p in parts)])
    codes = _under([_mapped(p.pick(p.decoded.client), numbers[a:b], -1) for p, a, b in zip(parts, ends, ends[1:], strict=False)])
    return pa.array(codes, mask=codes < 0)


def district_codes(parts: Sequence[Part]) -> tuple[tuple[str, ...], Codes]:
    """The labels by index (0 is "", unknown), in alphabetical order, and each row's index."""
    used: Counter[str] = Counter()
    for part in parts:
        rows = np.bincount(part.pick(part.decoded.district) + 1, minlength=len(part.decoded.districts) + 1)[1:]
        used.update({t: int(n) for t, n in zip(part.decoded.districts, rows.tolist(), strict=True) if n})
    labels = district_labels(used)
    names = ("", *sorted(set(labels.values()), key=lambda t: (t.casefold(), t)))
    index = {name: i for i, name in enumerate(names)}
    mapped = [_mapped(p.pick(p.decoded.district), [index[labels.get(t, "")] for t in p.decoded.districts], 0) for p in parts]
    return names, _under(mapped)


def age_codes(parts: Sequence[Part], bounds: Sequence[int]) -> Codes:
    """Each row's age class, counted from 1: by its age, else by the class the file gives; 0 where neither fits."""
    by_age = np.array([age_index(age, bounds) for age in range(_OLDEST + 1)] + [-1], dtype=np.int32)
    found: list[Codes] = []
    for part in parts:
        age = part.values["age"].fill_null(-1).to_numpy().astype(np.int32)
        codes = by_age[np.where((age < 0) | (age > _OLDEST), -1, age)]
        if part.decoded.age_classes:
            classes = _mapped(part.pick(part.decoded.age_class), [class_index(t, bounds) for t in part.decoded.age_classes], 0)
            codes = np.where(codes < 0, classes, codes)
        found.append(np.maximum(codes, 0))
    return _under(found)


def place_codes(parts: Sequence[Part]) -> Codes:
    """One number per activity and group or location."""
    known: dict[tuple[str, str], int] = {}
    return _under([_mapped(p.pick(p.decoded.place), [known.setdefault(t, len(known)) for t in p.decoded.places], 0) for p in parts])


def _mapped(codes: Codes, numbers: Sequence[int] | npt.NDArray[np.int32], blank: int) -> Codes:
    """Codes by a list of numbers; -1 becomes `blank`."""
    return np.append(np.asarray(numbers, dtype=np.int32), np.int32(blank))[codes]


def _under(columns: Sequence[Codes]) -> Codes:
    return np.concatenate([np.zeros(0, np.int32), *columns]).astype(np.int32, copy=False)
