"""An upload from bytes to accepted rows and findings: sniff, split, map, normalise, validate. Nothing is stored here."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from dataclasses import replace as with_name

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from reporting.errors import InputRejected, Reason
from reporting.intake import html_table, workbook
from reporting.intake.check import Checked, Options, check, repeated
from reporting.intake.columns import parse
from reporting.intake.decode import to_utf8
from reporting.intake.header import REGISTRATION, Mapped, map_columns
from reporting.intake.image import SCHEMA, to_frame
from reporting.intake.kinds import Kind, kind_of
from reporting.intake.lines import Head, is_no_text, read_body, read_head
from reporting.intake.result import Intake, Outcome
from reporting.intake.table import Coded, Header, RawTable, blanks, text_array
from reporting.intake.values import is_bsn
from reporting.intake.words import clean, is_bsn_header, is_personal_header, is_placeholder, key
from reporting.model.finding import Finding, FindingCode
from reporting.model.period import Quarter
from reporting.model.registration import REQUIRED, Column, Grain

_SAMPLES = 3
_FIT = 0.8  # share of values a column guessed by spelling must be able to read
_SESSION_WORDS = ("bijeenkomst", "deelnemer", "deelname", "sessie", "aanwezig")


@dataclass(frozen=True)
class _Source:
    """The sheets of a file, and how it was read."""

    tables: tuple[RawTable, ...]
    encoding: str | None = None
    delimiter: str | None = None


def read_upload(
    data: bytes,
    name: str,
    mapping: Mapping[Column, str] | None = None,
    *,
    keep_with_empty: frozenset[FindingCode] = frozenset(),
    remembered: Mapping[str, str] | None = None,
    replace: Mapping[Column, Mapping[str, str]] | None = None,
) -> Intake:
    """Read an upload. Never raises for what is in the file: a file that cannot be read comes back rejected, with a reason.

    mapping: columns as a person chose them (column → header cell); nothing is guessed beside it.
    remembered: the mapping of an earlier file with this header, by column value. keep_with_empty: kinds of error whose
    row is counted with that value left empty. replace: per column, what stands in the file → what is meant. `name` is not used to
    decide what the file is: content decides (INTAKE 1).
    """
    sha = hashlib.sha256(data).hexdigest()
    override = None if mapping is None else {c.value: cell for c, cell in mapping.items()}
    known = {*(override or {}).values(), *(remembered or {}).values()} - {""}
    repairs = {c: {clean(k): v for k, v in words.items()} for c, words in (replace or {}).items()}
    try:
        source = _source(data, override, remembered, known)
        intake = _checked(source, override, remembered, Options(keep_with_empty, repairs), sha)
    except InputRejected as error:
        intake = rejected(error.reason, sha)
    return with_name(intake, file_name=name, replaced=repairs)


def rejected(reason: Reason, sha: str, **what: object) -> Intake:
    """An upload that cannot be imported."""
    return Intake(Outcome.REJECT, reason, empty_frame(), file_sha256=sha, **what)  # type: ignore[arg-type]


def empty_frame() -> pd.DataFrame:
    """A registration frame without rows."""
    return to_frame(SCHEMA.empty_table())


def _source(data: bytes, override: Mapping[str, str] | None, remembered: Mapping[str, str] | None, known: Collection[str]) -> _Source:
    kind = kind_of(data)
    if kind is Kind.HTML:
        found = _Source(tuple(html_table.tables(data, REGISTRATION, known)))
    elif kind is not Kind.TEXT:
        found = _Source(tuple(workbook.sheets(data, kind, REGISTRATION, known)))
    else:
        text, encoding = to_utf8(data)
        if is_no_text(text):
            raise InputRejected(Reason.WRONG_TYPE)
        head = read_head(text, REGISTRATION, known)
        if head is None:
            raise InputRejected(Reason.NO_HEADER)
        mapped = map_columns(head.header, REGISTRATION, lambda i: _fits(head, i), override, remembered)
        found = _Source((read_body(text, head, {i for c, i in mapped.columns.items() if c != Column.CLIENT.value}),), encoding, head.dialect.delimiter)
    if not found.tables:
        raise InputRejected(Reason.NO_HEADER)
    return found


def _fits(head: Head, index: int) -> set[str]:
    return fitting([r.cells[index] for r in head.sample if index < len(r.cells)])


def fitting(cells: Sequence[str]) -> set[str]:
    """The columns that could hold these values."""
    cells = [c for c in cells if not is_placeholder(c.strip())]
    if not cells:
        return set()
    array = text_array(cells)
    good = set()
    for column in Column:
        parsed = parse(column, array, {})
        if column is not Column.AGE_CLASS and 1 - parsed.coded.take(parsed.bad).mean() >= _FIT:
            good.add(column.value)
    if Column.DATE.value in good and Column.COUNT.value not in good:
        good -= {c.value for c in (Column.CLIENT, Column.ACTIVITY, Column.DISTRICT, Column.GROUP, Column.MUNICIPALITY, Column.CLOSING, Column.INDICATOR)}
    return good


def _map(table: RawTable, override: Mapping[str, str] | None, remembered: Mapping[str, str] | None) -> Mapped:
    return map_columns(table.header, REGISTRATION, lambda i: fitting(_distinct(table.columns[i], 50)), override, remembered)


def _distinct(column: pa.Array, most: int) -> list[str]:
    texts = (t.strip() for t in pc.unique(column.slice(0, 1000)).to_pylist())
    return [t for t in texts if t][:most]


def grain_of(mapped: Mapping[Column, int], header: Header) -> Grain:
    """What a row stands for, by the columns there are (DOMAIN: three grains; a bare count is an attendance without names)."""
    if Column.START in mapped and Column.CLIENT in mapped:
        day = key(header.cells[mapped[Column.DATE]]) if Column.DATE in mapped else ""
        ends = Column.END in mapped or Column.CLOSING in mapped
        if not day or "registratie" in day or (ends and day == "datum"):
            return Grain.TRAJECTORY
    if Column.START in mapped and Column.DATE not in mapped:
        return Grain.TRAJECTORY
    if Column.CLIENT not in mapped:
        return Grain.COUNT if Column.COUNT in mapped else Grain.CONTACT
    words = "".join(key(c) for c in header.cells)
    if "contact" not in words and (Column.GROUP in mapped or any(w in words for w in _SESSION_WORDS)):
        return Grain.ATTENDANCE
    return Grain.CONTACT


def _checked(source: _Source, override: Mapping[str, str] | None, remembered: Mapping[str, str] | None, options: Options, sha: str) -> Intake:
    first = source.tables[0]
    maps = [_map(t, override, remembered) for t in source.tables]
    placed = [{Column(c): at for c, at in m.columns.items()} for m in maps]
    lead = next((i for i, p in enumerate(placed) if not _missing(p, source.tables[i].header)), 0)
    first, mapped, columns = source.tables[lead], maps[lead], placed[lead]
    about = _about(source, first, mapped, columns)
    missing = _missing(columns, first.header)
    if missing:
        return rejected(Reason.MISSING_COLUMNS, sha, missing=missing, **about)
    grain = grain_of(columns, first.header)
    full = [i for i, p in enumerate(placed) if all(c in p for c in REQUIRED[grain])]
    tables = [source.tables[i] for i in full]
    checks = [check(source.tables[i], placed[i], grain, options, source.delimiter) for i in full]
    about |= {"sheets": tuple(t.sheet for t in tables if t.sheet), "grain": grain}
    read = sum(len(t) for t in tables)
    if sum(int(c.skipped) for c in checks) == read:
        return rejected(Reason.NO_ROWS, sha, rows_read=read, rows_skipped=read, **about)
    if _mostly_bsn(checks, tables, columns):
        return rejected(Reason.BSN, sha, **about)
    rows = pa.concat_tables([c.rows for c in checks]).combine_chunks() if len(checks) > 1 else checks[0].rows
    order = {t.sheet: i for i, t in enumerate(tables)}
    with ThreadPoolExecutor(1) as pool:
        digest = pool.submit(records_hash, rows)
        doubles = _doubles(tables, checks)
    return Intake(
        Outcome.ACCEPT,
        None,
        to_frame(rows),
        errors=_in_order([e for c in checks for e in c.errors], order),
        warnings=_in_order([*(w for c in checks for w in c.warnings), *doubles], order),
        rows_read=read,
        rows_accepted=rows.num_rows,
        rows_reported=sum(c.reported for c in checks),
        rows_skipped=sum(c.skipped for c in checks),
        per_quarter=_per_quarter(rows, grain),
        file_warnings=("american_dates",) if any(c.american for c in checks) else (),
        file_sha256=sha,
        records_sha256=digest.result(),
        **about,  # type: ignore[arg-type]
    )


def _missing(columns: Mapping[Column, int], header: Header) -> tuple[Column, ...]:
    return tuple(c for c in REQUIRED[grain_of(columns, header)] if c not in columns)


def _about(source: _Source, table: RawTable, mapped: Mapped, columns: Mapping[Column, int]) -> dict[str, object]:
    """What is said of a file whether or not it is accepted."""
    cells = table.header.cells
    unused = tuple(c for i, c in enumerate(cells) if i not in columns.values() and c.strip())
    return {
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "header": cells,
        "header_line": table.header.line,
        "header_fingerprint": hashlib.sha256("\x1f".join(key(c) for c in cells).encode()).hexdigest(),
        "mapping": {c: cells[columns[c]] for c in Column if c in columns},
        "guessed": tuple(Column(c) for c in mapped.guessed),
        "suggested": {Column(c): cells[i] for c, i in mapped.suggested.items()},
        "samples": {c: tuple(_distinct(table.columns[cells.index(c)], _SAMPLES)) for c in dict.fromkeys(cells) if c.strip() and not is_bsn_header(c)},
        "unused": unused,
        "personal": tuple(c for c in unused if is_personal_header(c)),
    }


def _mostly_bsn(checks: Sequence[Checked], tables: Sequence[RawTable], columns: Mapping[Column, int]) -> bool:
    """True where more than half of the different client numbers are valid citizen service numbers (INTAKE 13)."""
    if Column.CLIENT not in columns:
        return False
    every = pa.concat_arrays([c.clients for c in checks])
    lengths = pc.binary_length(every)
    if not pc.any(pc.and_(pc.greater_equal(lengths, 8), pc.less_equal(lengths, 11))).as_py():  # nine digits, a zero lost, with points
        return False
    numbers = pc.unique(every).drop_null()
    digits = pc.replace_substring(numbers, ".", "")
    nine = digits.filter(pc.match_substring_regex(digits, r"^\d{8,9}$"))
    if 2 * len(nine) <= len(numbers):
        return False
    return 2 * sum(is_bsn(n) for n in nine.to_pylist()) > len(numbers)


def _doubles(tables: Sequence[RawTable], checks: Sequence[Checked]) -> list[Finding]:
    """A warning on every accepted row that equals an earlier one, from the second on (INTAKE 12)."""
    heads = list(dict.fromkeys(key(c) for t in tables for c in t.header.cells))
    columns = []
    if len(tables) == 1:
        columns = tables[0].columns
    else:
        for head in heads:
            parts = []
            for table in tables:
                at = next((i for i, c in enumerate(table.header.cells) if key(c) == head), None)
                part = blanks(len(table)) if at is None else table.columns[at]
                parts.append(part.dictionary_decode() if pa.types.is_dictionary(part.type) else part)
            columns.append(pa.concat_arrays(parts))
    double = repeated(columns) & np.concatenate([c.accepted for c in checks])
    lines = np.concatenate([t.lines for t in tables])
    sheet = np.repeat(np.arange(len(tables)), [len(t) for t in tables])
    return [Finding(int(lines[i]), "*", "", FindingCode.DUPLICATE, tables[int(sheet[i])].sheet) for i in np.flatnonzero(double)]


def _in_order(findings: list[Finding], order: Mapping[str, int]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (order[f.sheet], f.line)))


def _per_quarter(rows: pa.Table, grain: Grain) -> dict[str, int]:
    day = Coded.of(rows.column((Column.START if grain is Grain.TRAJECTORY else Column.DATE).value).combine_chunks())
    counts = np.bincount(day.codes, minlength=len(day.values))
    found: dict[Quarter, int] = {}
    for value, number in zip(day.values.to_pylist(), counts.tolist(), strict=True):
        found[Quarter.of(value)] = found.get(Quarter.of(value), 0) + number
    return {str(q): found[q] for q in sorted(found)}


def records_hash(rows: pa.Table) -> str:
    """SHA-256 of the accepted values, in order, whatever file they came in; "" for no rows."""
    if not rows.num_rows:
        return ""
    digest = hashlib.sha256()
    for column in Column:
        values = rows.column(column.value).combine_chunks()
        if values.null_count == len(values):
            continue
        digest.update(column.value.encode())
        if pa.types.is_string(values.type):
            lengths = pc.fill_null(pc.binary_length(values), -1).to_numpy()
            digest.update(lengths.data)
            start = int(np.frombuffer(values.buffers()[1], dtype=np.int32)[values.offset])
            digest.update(memoryview(values.buffers()[2])[start : start + int(lengths.clip(min=0).sum())])
            continue
        if values.null_count:
            digest.update(pc.is_null(values).to_numpy(zero_copy_only=False).data)
        plain = values.cast(pa.int32()) if pa.types.is_date32(values.type) else values
        digest.update((pc.fill_null(plain, 0) if values.null_count else plain).to_numpy().data)
    return digest.hexdigest()
