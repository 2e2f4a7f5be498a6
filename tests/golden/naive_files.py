"""The sample's three registration files read with csv and openpyxl by plain rules, as a second opinion on the intake.

A row with anything unreadable in a column that is kept is left out; blank rows, totals and footers are no rows.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from reporting.model.municipality import fold
from reporting.model.registration import Grain
from tests.golden.naive_count import NaiveFile

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_BLANK = ("", "nvt", "n v t", "onbekend", "geen", "n b", "null")
_ODD = r"[^0-9A-Za-z]+"


class Unreadable(ValueError):
    """A cell that says nothing a rule knows."""


def day(text: str) -> date:
    """A day: 2026-07-03, or day, month (number or Dutch name) and year in any dress."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        year, month, number = (int(n) for n in found.groups())
    else:
        words = [w for w in re.split(_ODD, text.lower()) if w not in ("", "ma", "di", "wo", "do", "vr", "za", "zo") and not w.endswith("dag")]
        if len(words) != 3 or not words[0].isdecimal() or not words[2].isdecimal():
            raise Unreadable
        number, year = int(words[0]), int(words[2]) + (2000 if len(words[2]) == 2 else 0)
        named = [n for n, m in enumerate(_MONTHS, 1) if words[1].startswith(m) or (m == "mrt" and words[1] == "maart")]
        month = named[0] if named else int(words[1]) if words[1].isdecimal() else 0
    if not 2000 <= year <= 2099:
        raise Unreadable
    return date(year, month, number)


def hours(text: str) -> float:
    """1,5 · 1:30 · 1,5 uur."""
    bare = text.replace("uur", "").replace("u", "").strip()
    if ":" in bare:
        whole, minutes = bare.split(":")
        value = int(whole) + int(minutes) / 60
    else:
        value = float(bare.replace(",", "."))
    return _within(value, 0, 24)


def grade(text: str) -> float:
    """1 to 10."""
    return _within(float(text.replace(",", ".")), 1, 10)


def recommend(text: str) -> str:
    """0 to 10, ja, nee."""
    return text if text in ("ja", "nee") else str(int(_within(int(text), 0, 10)))


def whole(text: str) -> int:
    """A count."""
    return int(_within(int(text), 0, 10_000))


def years(text: str) -> int:
    """An age."""
    return int(_within(int(text), 0, 120))


def _within(value: float, low: float, high: float) -> float:
    if not low <= value <= high:
        raise Unreadable
    return value


def born_in(text: str) -> int:
    """A birth year; a number that is no year (19622) is a slip, not the day number of a spreadsheet: the column asks for years."""
    return int(_within(int(text), 1901, 2099))


def born_on(text: str) -> date:
    """A birth date, dd-mm-yyyy."""
    number, month, year = (int(n) for n in text.split("-"))
    return date(year, month, number)


Read = Callable[[str], Any]
_PLAIN: Mapping[str, Read] = {
    "date": day,
    "start": day,
    "end": day,
    "hours": hours,
    "grade": grade,
    "recommend": recommend,
    "count": whole,
    "asked": whole,
    "client": str,
    "activity": str,
    "district": str,
    "group": str,
    "closing": str,
}


def _rows(lines: Sequence[Sequence[object]], header: Mapping[str, str], readers: Mapping[str, Read], needed: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows under the header that can be read."""
    start = next(n for n, cells in enumerate(lines) if set(header) <= set(map(str, cells)))
    places = {header[str(cell)]: n for n, cell in enumerate(lines[start]) if str(cell) in header}
    for cells in lines[start + 1 :]:
        texts = {column: _text(cells[n]) for column, n in places.items()}
        try:
            row = {c: readers.get(c, _PLAIN.get(c, str))(t) for c, t in texts.items() if fold(t) not in _BLANK}
        except ValueError:
            continue
        if any(row.get(c) is None for c in needed) or (row.get("start") and row.get("end") and row["end"] < row["start"]):
            continue
        yield _with_age(row)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else " ".join(str(cell).split())


def _with_age(row: dict[str, Any]) -> dict[str, Any]:
    """A birth year or date becomes the age on the row's day."""
    on: date = row.get("date") or row["start"]
    if isinstance(born := row.pop("born", None), date):
        row["age"] = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    elif born is not None:
        row["age"] = on.year - born
    return row


def sample_files(folder: Path, ids: Mapping[str, str], municipality: str) -> list[NaiveFile]:
    """The three files in the order they are imported. `ids`: file name → id of its batch."""
    attendance = {
        "Deelnemernr": "client",
        "Datum bijeenkomst": "date",
        "Activiteit": "activity",
        "Locatie": "group",
        "Wijk": "district",
        "Geboortejaar": "born",
        "Gevraagd": "asked",
        "Rapportcijfer": "grade",
        "Beveelt aan": "recommend",
    }
    contacts = {
        "Relatienummer": "client",
        "Contactdatum": "date",
        "Product": "activity",
        "Duur": "hours",
        "Gebied": "district",
        "Leeftijd": "age",
        "Aantal": "count",
        "Gevraagd": "asked",
        "Tevredenheid": "grade",
        "Aanbeveling": "recommend",
    }
    trajectories = {
        "Dossiernummer": "client",
        "Aanbod": "activity",
        "Startdatum": "start",
        "Einddatum": "end",
        "Reden einde": "closing",
        "Wijk": "district",
        "Geboortedatum": "born",
        "Gevraagd": "asked",
        "Cijfer": "grade",
        "Ambassadeur": "recommend",
    }
    book = openpyxl.load_workbook(folder / "contacten.xlsx")
    sheets = [list(s.iter_rows(values_only=True)) for s in book.worksheets if s.sheet_state == "visible"]
    first = _rows(_csv(folder / "deelname-huiskamers.csv", "cp1252", ";"), attendance, {"born": born_in}, ("client", "date", "activity"))
    second = [r for lines in sheets for r in _rows(lines, contacts, {"age": years}, ("client", "date", "activity"))]
    third = _rows(_csv(folder / "trajecten.csv", "utf-8-sig", ","), trajectories, {"born": born_on}, ("client", "start", "activity"))
    found = (("deelname-huiskamers.csv", Grain.ATTENDANCE, first), ("contacten.xlsx", Grain.CONTACT, second), ("trajecten.csv", Grain.TRAJECTORY, third))
    return [NaiveFile(ids[name], n, grain, municipality, name, list(rows)) for n, (name, grain, rows) in enumerate(found, 1)]


def _csv(path: Path, encoding: str, delimiter: str) -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as lines:
        return list(csv.reader(lines, delimiter=delimiter))
