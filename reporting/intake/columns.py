"""Columns read by their distinct values: every text is parsed once, however often it stands in the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reporting.intake import values
from reporting.intake.dates import SOFT_HYPHEN, looks_american, parse_day
from reporting.intake.table import Coded, Mask, Places
from reporting.intake.words import clean, is_placeholder
from reporting.model.finding import FindingCode
from reporting.model.municipality import fold
from reporting.model.registration import Column

_DAYS = (Column.DATE, Column.START, Column.END)
TYPES: Mapping[Column, pa.DataType] = {
    **dict.fromkeys(Column, pa.string()),
    **dict.fromkeys(_DAYS, pa.date32()),
    **dict.fromkeys((Column.COUNT, Column.ASKED), pa.int32()),
    **dict.fromkeys((Column.HOURS, Column.GRADE), pa.float64()),
    Column.AGE: pa.int16(),
}
_MANY = 5_000  # distinct texts from which a column of days is first stripped of its times of day
_MANY_ODD = 50_000  # client numbers that are not plain, from which they are first told apart
_PLAIN_CLIENT = r"^(?:[0-9]|[A-Za-z][0-9A-Za-z-]*[0-9])[0-9A-Za-z-]*$"  # needs no cleaning, is no placeholder, no formula
_PLAIN = np.array([chr(b).isalnum() or b == ord("-") for b in range(128)] + [False] * 128)
_TIME_OF_DAY = r"[T ]\d{1,2}:\d{2}.*$"


@dataclass(frozen=True)
class Parsed:
    """A column's rows as codes into distinct values: `values` typed, with null where `empty` or `bad`."""

    coded: Coded
    values: pa.Array
    empty: Mask
    bad: Mask
    code: FindingCode
    formula: Mask | None = None  # text that a spreadsheet would run
    american: bool = False
    births: Mapping[int, date | int] | None = None  # AGE: code → birth date or year
    classes: Mapping[int, str] | None = None  # AGE: code → class

    @property
    def rows(self) -> pa.Array:
        """The typed values, one per row."""
        return self.values if self.coded.single else pc.take(self.values, pa.array(self.coded.codes))


def parse(column: Column, array: pa.Array, replace: Mapping[str, str], *, epoch_1904: bool = False, header: str = "") -> Parsed:
    """A column of text, read as what it should hold. `replace`: other words for values, as a person repaired them."""
    if column is Column.CLIENT:
        return _client(array, replace)
    coded = Coded.of(array)
    if column in _DAYS and len(coded.values) > _MANY:
        days = pc.replace_substring_regex(coded.values, _TIME_OF_DAY, "").dictionary_encode()
        coded = Coded(days.indices.to_numpy(zero_copy_only=False).astype(np.int32)[coded.codes], days.dictionary)
    texts = [clean(t.replace(SOFT_HYPHEN, "-") if column in _DAYS else t) for t in coded.texts()]
    if replace:
        texts = [replace.get(t, t) for t in texts]
    if column is Column.AGE:
        return _age(coded, texts, epoch_1904, header.casefold())
    empty = np.array([is_placeholder(t) for t in texts], dtype=bool)
    if column in _DAYS:
        found = [None if e else parse_day(t, epoch_1904=epoch_1904) for t, e in zip(texts, empty, strict=True)]
        american = any(looks_american(t) for t, v in zip(texts, found, strict=True) if v is None)
        return Parsed(coded, pa.array(found, pa.date32()), empty, _bad(found, empty), FindingCode.BAD_DATE, american=american)
    if column in _READERS:
        reader, code = _READERS[column]
        if column is Column.HOURS and any(w in ("min", "minuten") for w in fold(header).split()):
            reader = values.minutes
        read = [None if e else reader(t) for t, e in zip(texts, empty, strict=True)]
        return Parsed(coded, pa.array(read, TYPES[column]), empty, _bad(read, empty), code)
    formula = np.array([t[:1] in "=+-@" and not e for t, e in zip(texts, empty, strict=True)], dtype=bool)
    kept = [None if e else t for t, e in zip(texts, empty, strict=True)]
    return Parsed(coded, pa.array(kept, pa.string()), empty, np.zeros(len(texts), dtype=bool), FindingCode.MISSING, formula)


_READERS: Mapping[Column, tuple[Callable[[str], object], FindingCode]] = {
    Column.HOURS: (values.hours, FindingCode.BAD_HOURS),
    Column.GRADE: (values.grade, FindingCode.BAD_GRADE),
    Column.COUNT: (values.count, FindingCode.BAD_COUNT),
    Column.ASKED: (values.count, FindingCode.BAD_ASKED),
    Column.RECOMMEND: (values.recommend, FindingCode.BAD_RECOMMEND),
}


def _bad(found: list[object] | list[date | None], empty: Mask) -> Mask:
    return np.array([v is None for v in found], dtype=bool) & ~empty


def _client(array: pa.Array, replace: Mapping[str, str]) -> Parsed:
    """Client numbers: nearly all are plain and stay as they are; only the others are looked at one by one."""
    coded = Coded.of(array) if pa.types.is_dictionary(array.type) or replace else Coded.each(array)
    odd = np.arange(len(coded.values)) if replace else _odd_clients(coded.values)
    if coded.single and len(odd) > _MANY_ODD:
        coded = Coded.of(array)
        odd = _odd_clients(coded.values)
    size = len(coded.values)
    empty, bad, formula = (np.zeros(size, dtype=bool) for _ in range(3))
    cleaned: list[str | None] = []
    for i, text in zip(odd.tolist(), coded.values.take(pa.array(odd)).to_pylist(), strict=True):
        text = replace.get(clean(text), text)
        number = None if is_placeholder(clean(text)) else values.client(text)
        empty[i] = is_placeholder(clean(text)) or number == ""
        bad[i] = number is None and not empty[i]
        formula[i] = bool(number) and not empty[i] and str(number)[0] in "+-@"
        cleaned.append(None if empty[i] else number)
    result = coded.values
    if len(odd):
        mask = np.zeros(size, dtype=bool)
        mask[odd] = True
        result = pc.replace_with_mask(coded.values, pa.array(mask), pa.array(cleaned, pa.string()))
    return Parsed(coded, result, empty, bad, FindingCode.BAD_CLIENT, formula)


def _odd_clients(texts: pa.Array) -> Places:
    """Which texts are no plain client numbers: something else in them than letters, digits and hyphens, or no digit, or a hyphen first."""
    offsets = np.frombuffer(texts.buffers()[1], dtype=np.int32)[texts.offset : texts.offset + len(texts) + 1]
    data = np.frombuffer(texts.buffers()[2] or b"", dtype=np.uint8)[offsets[0] : offsets[-1]]
    offsets = offsets - offsets[0]
    odd = np.searchsorted(offsets, np.flatnonzero(~_PLAIN[data]), side="right") - 1
    first = data[np.minimum(offsets[:-1], len(data) - 1)] if len(data) else np.zeros(len(texts), dtype=np.uint8)  # of an empty text what stands after it
    others = np.flatnonzero((first < ord("0")) | (first > ord("9")) | (np.diff(offsets) == 0))
    plain = pc.match_substring_regex(texts.take(pa.array(others)), _PLAIN_CLIENT).to_numpy(zero_copy_only=False).astype(bool)
    return np.union1d(odd, others[~plain])


def _age(coded: Coded, texts: list[str], epoch_1904: bool, header: str) -> Parsed:
    by_birth = "geb" in header
    empty = np.array([is_placeholder(t) for t in texts], dtype=bool)
    years: list[int | None] = []
    births: dict[int, date | int] = {}
    classes: dict[int, str] = {}
    bad = np.zeros(len(texts), dtype=bool)
    for i, text in enumerate(texts):
        found = None if empty[i] else values.age(text, epoch_1904=epoch_1904, by_birth=by_birth, by_year="jaar" in header)
        years.append(found if isinstance(found, int) and found <= 120 else None)
        if isinstance(found, str):
            classes[i] = found
        elif isinstance(found, date) or (isinstance(found, int) and found > 120):
            births[i] = found
        bad[i] = found is None and not empty[i]
    return Parsed(coded, pa.array(years, pa.int16()), empty, bad, FindingCode.BAD_AGE, births=births, classes=classes)


def ages_at(parsed: Parsed, days: pa.Array) -> tuple[pa.Array, Mask]:
    """Ages in whole years on each row's day, and where a birth gives no age of 0-120. A birth year gives the difference in years (DOMAIN)."""
    rows = parsed.rows
    births = parsed.births or {}
    wrong = np.zeros(len(rows), dtype=bool)
    if not births:
        return rows, wrong
    size = len(parsed.values)
    year, turn = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.int32)
    for i, birth in births.items():
        year[i] = birth if isinstance(birth, int) else birth.year
        turn[i] = 0 if isinstance(birth, int) else birth.month * 100 + birth.day
    codes = parsed.coded.codes
    born = year[codes] > 0
    known = days.is_valid().to_numpy(zero_copy_only=False)
    at_year = pc.fill_null(pc.year(days), 0).to_numpy().astype(np.int32)
    at_day = pc.fill_null(pc.add(pc.multiply(pc.month(days), 100), pc.day(days)), 0).to_numpy().astype(np.int32)
    age = at_year - year[codes] - (at_day < turn[codes])
    good = born & known & (age >= 0) & (age <= 120)
    wrong = born & known & ~good
    ages = np.where(good, age, 0).astype(np.int16)
    return pc.if_else(pa.array(good), pa.array(ages), rows), wrong
