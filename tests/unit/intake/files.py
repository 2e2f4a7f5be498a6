"""Helpers for intake tests: small files, and what was read of them in plain shapes."""

import io
from collections.abc import Callable, Sequence

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reporting.intake import Intake, read_upload

HEADER = "Datum;Cliëntnummer;Activiteit"


def read(text: str, *, encoding: str = "utf-8", name: str = "registraties.csv") -> Intake:
    """A text file, read."""
    return read_upload(text.encode(encoding), name)


def rows(*lines: str, header: str = HEADER) -> Intake:
    """A file of a header and some lines, read."""
    return read("\n".join((header, *lines)) + "\n")


def one(column: str, value: str) -> Intake:
    """A contact with one more column, read."""
    return rows(f"03-07-2026;00123;A1;{value}", header=f"{HEADER};{column}")


def cells(intake: Intake, column: str) -> list[object]:
    """A column of the accepted rows as plain values; None where empty."""
    values: list[object] = intake.frame[column].array.to_numpy(dtype=object, na_value=None).tolist()
    return values


def errors(intake: Intake) -> list[tuple[int, str, str, str]]:
    """Line, column, value and code of each error."""
    return [(f.line, f.column, f.value, f.code.value) for f in intake.errors]


def warned(intake: Intake) -> list[tuple[int, str]]:
    """Line and code of each warning."""
    return [(f.line, f.code.value) for f in intake.warnings]


def workbook(lines: Sequence[Sequence[object]], change: Callable[[Workbook, Worksheet], None] | None = None) -> bytes:
    """A workbook with one sheet, changed before it is saved."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in lines:
        sheet.append(list(line))
    if change is not None:
        change(book, sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
