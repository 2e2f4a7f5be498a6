"""What was read, for others: one JSON object per file, and the list of errors as a file (INTAKE: inspect; 14)."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date

from reporting.intake.result import Intake
from reporting.model.finding import Finding, FindingCode
from reporting.model.registration import Column

_RECORD = (
    *(Column.DATE, Column.ACTIVITY, Column.CLIENT, Column.DISTRICT, Column.AGE, Column.HOURS, Column.GRADE, Column.COUNT, Column.RECOMMEND),
    *(Column.START, Column.END, Column.CLOSING, Column.MUNICIPALITY, Column.GROUP, Column.INDICATOR, Column.ASKED),
)


def neutral(text: str) -> str:
    """Text that a spreadsheet will not run: an apostrophe before = + - @ (after white space) and control characters."""
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@") or text[:1] in ("\t", "\r", "\n") else text


def error_list_csv(intake: Intake, kinds: Mapping[FindingCode, str], sentence: Callable[[Finding], str]) -> bytes:
    """The errors and warnings as CSV for Excel: sheet, line, column, value, kind, what is wrong. Formula-safe; UTF-8 with byte order mark.

    `kinds` and `sentence` word a finding.
    """
    sink = io.StringIO()
    writer = csv.writer(sink, delimiter=";", lineterminator="\r\n")
    writer.writerow(("blad", "rij in bestand", "kolom", "wat staat er", "soort", "wat is er mis"))
    for finding in (*intake.errors, *intake.warnings):
        column = "hele rij" if finding.column == "*" else finding.column
        cells = (finding.sheet, str(finding.line), column, finding.value, kinds[finding.code], sentence(finding))
        writer.writerow([neutral(t) for t in cells])
    return b"\xef\xbb\xbf" + sink.getvalue().encode()


def inspect_object(intake: Intake, name: str, sentence: Callable[[Finding], str] | None = None) -> dict[str, object]:
    """The JSON object of one file as `inspect --json` prints it. `sentence` words a finding; without it the message is its code."""
    return {
        "file": name,
        "outcome": intake.outcome.value,
        "reason": intake.reason.value if intake.reason is not None else None,
        "encoding": intake.encoding,
        "delimiter": intake.delimiter,
        "header": list(intake.header),
        "header_line": intake.header_line,
        "mapping": {c.value: cell for c, cell in intake.mapping.items()},
        "records": _records(intake),
        "grain": intake.grain.value if intake.grain is not None else None,
        "rows_accepted": intake.rows_accepted,
        "rows_reported": intake.rows_reported,
        "rows_skipped": intake.rows_skipped,
        "error_lines": [
            {
                "line": f.line,
                "column": f.column,
                "value": f.value,
                "code": f.code.value,
                "message": sentence(f) if sentence is not None else f.code.value,
                "sheet": f.sheet or None,
            }
            for f in intake.errors
        ],
        "warning_lines": [{"line": line, "kind": kind, "sheet": sheet or None} for line, kind, sheet in _warned(intake)],
        "file_warnings": list(intake.file_warnings),
        "per_quarter": dict(intake.per_quarter),
        "missing": [c.value for c in intake.missing],
    }


def _warned(intake: Intake) -> list[tuple[int, str, str]]:
    """Each kind of warning once a row."""
    return list(dict.fromkeys((f.line, f.code.value, f.sheet) for f in intake.warnings))


def _records(intake: Intake) -> list[dict[str, object]]:
    """The accepted rows; an age class stands where the file gives no age."""
    frame = intake.frame
    columns = {c.value: frame[c.value].array.to_numpy(dtype=object, na_value=None).tolist() for c in (*_RECORD, Column.AGE_CLASS)}
    records = []
    for i in range(len(frame)):
        record = {c.value: _plain(columns[c.value][i]) for c in _RECORD}
        if record["age"] is None:
            record["age"] = columns["age_class"][i]
        records.append(record)
    return records


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
