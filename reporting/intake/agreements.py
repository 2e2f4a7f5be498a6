"""Agreements files: one row per indicator, read like a registration (DOMAIN "An agreements file"). Wrong rows are findings, never exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from reporting.errors import InputRejected, Reason
from reporting.intake import html_table, workbook
from reporting.intake.decode import to_utf8
from reporting.intake.header import Names, map_columns
from reporting.intake.kinds import Kind, kind_of
from reporting.intake.lines import is_no_text, read_body, read_head
from reporting.intake.table import Coded, RawTable, shown
from reporting.intake.targets import parse_amount, parse_path, parse_target, parse_unit
from reporting.intake.words import clean, is_placeholder, key
from reporting.model.agreement import Indicator, Path, Target, Unit
from reporting.model.finding import Finding, FindingCode
from reporting.model.municipality import Municipality


class Field(StrEnum):
    """The columns of an agreements file; the values are the fields of an Indicator where there is one."""

    MUNICIPALITY = "municipality"
    YEAR = "year"
    THEME = "theme"
    CODE = "code"
    AGREEMENT = "agreement"
    RESULT = "intended_result"
    NAME = "name"
    DEFINITION = "definition"
    UNIT = "unit"
    ACTIVITIES = "activities"
    BASELINE = "baseline"
    TARGET = "target"
    PATH = "path"
    SOURCE = "source"
    METHOD = "measurement_method"


NEEDED = (Field.MUNICIPALITY, Field.YEAR, Field.THEME, Field.CODE, Field.NAME, Field.UNIT)
_WORDS: Mapping[Field, tuple[str, ...]] = {
    Field.MUNICIPALITY: ("gemeente", "gemeentecode", "gemeentenaam", "opdrachtgever"),
    Field.YEAR: ("jaar", "jaartal", "verslagjaar"),
    Field.THEME: ("thema", "themas", "onderwerp", "programma", "beleidsthema"),
    Field.CODE: ("code", "indicatorcode", "nummer", "nr"),
    Field.AGREEMENT: ("afspraak", "prestatieafspraak", "opdracht"),
    Field.RESULT: ("beoogd resultaat", "resultaat", "beoogde resultaten"),
    Field.NAME: ("indicator", "prestatie indicator", "naam indicator", "indicatornaam"),
    Field.DEFINITION: ("definitie", "omschrijving"),
    Field.UNIT: ("eenheid", "meeteenheid"),
    Field.ACTIVITIES: ("activiteiten", "activiteit", "activiteitscodes", "activiteitcodes"),
    Field.BASELINE: ("nulmeting", "beginmeting", "basismeting"),
    Field.TARGET: ("jaardoel", "streefwaarde", "doel", "norm"),
    Field.PATH: ("pad", "kwartaalpad", "verloop"),
    Field.SOURCE: ("bron", "bronnen"),
    Field.METHOD: ("wijze van meten", "meetwijze", "meetmethode"),
}
NAMES = Names({key(w): (f.value, rank) for f, words in _WORDS.items() for rank, w in reversed(list(enumerate(words)))}, frozenset({"name", "unit", "target"}))


@dataclass(frozen=True)
class AgreementsIntake:
    """An agreements file, read; nothing is stored. rows_read = rows_accepted + rows_reported + rows_skipped.

    `reason`: the whole file cannot be read (then there are no indicators). `mapping`: field → header cell.
    """

    indicators: tuple[Indicator, ...] = ()
    findings: tuple[Finding, ...] = ()
    reason: Reason | None = None
    missing: tuple[str, ...] = ()  # Dutch names of needed columns that are not there
    header: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    rows_read: int = 0
    rows_accepted: int = 0
    rows_reported: int = 0
    rows_skipped: int = 0


def read_agreements(data: bytes, name: str) -> AgreementsIntake:
    """Read an agreements file (CSV, Excel or an HTML table; content decides, not the name). Never raises for what is in the file."""
    try:
        tables = _tables(data)
    except InputRejected as error:
        return AgreementsIntake(reason=error.reason)
    if not tables:
        return AgreementsIntake(reason=Reason.NO_HEADER)
    maps = [_mapped(t) for t in tables]
    whole = [(t, m) for t, m in zip(tables, maps, strict=True) if all(f in m for f in NEEDED)]
    header, first = tables[0].header.cells, maps[0]
    if not whole:
        lacking = tuple(_WORDS[f][0] for f in NEEDED if f not in first)
        mapping = {f.value: header[i] for f, i in first.items()}
        return AgreementsIntake(reason=Reason.MISSING_COLUMNS, missing=lacking, header=header, mapping=mapping)
    reader = _Reader()
    for table, mapped in whole:
        reader.read(table, mapped)
    lead, mapped = whole[0]
    read = sum(len(t) for t, _ in whole)
    reason = Reason.NO_ROWS if reader.skipped == read else None
    return AgreementsIntake(
        tuple(reader.indicators),
        tuple(reader.findings),
        reason,
        header=lead.header.cells,
        mapping={f.value: lead.header.cells[i] for f, i in mapped.items()},
        rows_read=read,
        rows_accepted=len(reader.indicators),
        rows_reported=read - reader.skipped - len(reader.indicators),
        rows_skipped=reader.skipped,
    )


def _tables(data: bytes) -> list[RawTable]:
    kind = kind_of(data)
    if kind is Kind.HTML:
        return list(html_table.tables(data, NAMES))
    if kind is not Kind.TEXT:
        return list(workbook.sheets(data, kind, NAMES, decimal_comma=True))
    text, _ = to_utf8(data)
    if is_no_text(text):
        raise InputRejected(Reason.WRONG_TYPE)
    head = read_head(text, NAMES)
    return [] if head is None else [read_body(text, head, ())]


def _mapped(table: RawTable) -> dict[Field, int]:
    everything = {f.value for f in Field}
    return {Field(f): i for f, i in map_columns(table.header, NAMES, lambda _: everything).columns.items()}


class _Reader:
    """Gathers indicators and findings over the sheets of a file."""

    def __init__(self) -> None:
        self.indicators: list[Indicator] = []
        self.findings: list[Finding] = []
        self.skipped = 0
        self._seen: set[tuple[str, int, str]] = set()

    def read(self, table: RawTable, mapped: Mapping[Field, int]) -> None:
        """Every row of a sheet."""
        columns = [Coded.of(c) for c in table.columns]
        heads = [key(c) for c in table.header.cells]
        for row in range(len(table)):
            raw = [c.at(row) for c in columns]
            filled = [i for i, c in enumerate(raw) if c.strip()]
            if not filled or all(key(raw[i]) == heads[i] for i in filled):
                self.skipped += 1
                continue
            line = int(table.lines[row])
            if row in table.wrong:
                self.findings.append(Finding(line, "*", shown(table.wrong[row]), FindingCode.WRONG_SHAPE, table.sheet))
                continue
            cells = {f: clean(raw[i]) for f, i in mapped.items()}
            found = _indicator(cells, in_workbook=bool(table.sheet))
            if isinstance(found, Indicator):
                name = (found.municipality.key, found.year, key(found.code))
                if name not in self._seen:
                    self._seen.add(name)
                    self.indicators.append(found)
                    continue
                found = [(Field.CODE, FindingCode.SAME_CODE)]
            for at, code in found:
                self.findings.append(Finding(line, table.header.cells[mapped[at]], shown(raw[mapped[at]]), code, table.sheet))


def _indicator(cells: Mapping[Field, str], *, in_workbook: bool) -> Indicator | list[tuple[Field, FindingCode]]:
    """The indicator of a row, or everything that is wrong with the row."""
    wrong = [(f, FindingCode.MISSING) for f in NEEDED if is_placeholder(cells[f])]
    lacking = {f for f, _ in wrong}
    year = cells[Field.YEAR].removesuffix(".0")
    if Field.YEAR not in lacking and not (year.isdecimal() and 2000 <= int(year) <= 2099):
        wrong.append((Field.YEAR, FindingCode.BAD_YEAR))
    unit = parse_unit(cells[Field.UNIT])
    if unit is None and Field.UNIT not in lacking:
        wrong.append((Field.UNIT, FindingCode.BAD_UNIT))
    target = parse_target(cells.get(Field.TARGET, ""))
    if target is None:
        wrong.append((Field.TARGET, FindingCode.BAD_TARGET))
    path: Path | None = Path()
    if not is_placeholder(cells.get(Field.PATH, "")):
        path = parse_path(cells[Field.PATH], target)
        if path is None:
            wrong.append((Field.PATH, FindingCode.BAD_PATH))
    baseline_text = cells.get(Field.BASELINE, "")
    baseline = None if is_placeholder(baseline_text) else parse_amount(baseline_text)
    if baseline is None and any(c.isdecimal() for c in baseline_text):
        wrong.append((Field.BASELINE, FindingCode.BAD_BASELINE))
    if wrong or unit is None or target is None or path is None:
        return wrong
    kind, bracket = unit
    if kind is Unit.RECOMMEND and in_workbook:
        target, baseline, baseline_text = _as_percent(target, baseline, baseline_text)
    return Indicator(
        municipality=Municipality.named(cells[Field.MUNICIPALITY]),
        year=int(year),
        theme=cells[Field.THEME],
        code=cells[Field.CODE],
        name=cells[Field.NAME],
        unit=kind,
        activities=tuple(a for a in (part.strip() for part in cells.get(Field.ACTIVITIES, "").split("|")) if a),
        target=target,
        agreement=cells.get(Field.AGREEMENT, ""),
        intended_result=cells.get(Field.RESULT, ""),
        definition=cells.get(Field.DEFINITION, ""),
        unit_word=bracket if kind is Unit.AMOUNT else "",
        closing_reason=bracket if kind is Unit.CLOSED_TRAJECTORIES else "",
        baseline=baseline,
        baseline_text=baseline_text,
        path=path,
        source=cells.get(Field.SOURCE, ""),
        measurement_method=cells.get(Field.METHOD, ""),
    )


def _as_percent(target: Target, baseline: Decimal | None, text: str) -> tuple[Target, Decimal | None, str]:
    """A share that a workbook keeps as 0.69 is 69%."""
    if target.amount is not None and 0 < target.amount <= 1 and not target.percent:
        amount = (target.amount * 100).normalize()
        target = replace(target, amount=amount, percent=True, text=f"{amount:f}%".replace(".", ","))
    if baseline is not None and 0 < baseline <= 1 and "%" not in text:
        baseline = (baseline * 100).normalize()
        text = f"{baseline:f}%".replace(".", ",")
    return target, baseline, text
