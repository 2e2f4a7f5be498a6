"""Days as exports write them, day first and never swapped (INTAKE 7). Pure functions over single texts."""

import re
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 2000, 2099
SOFT_HYPHEN = "\xad"
_HYPHENS = str.maketrans(dict.fromkeys("\xad֊᠆‐‑‒–—―⁃−⸺⸻﹘﹣－", "-"))
_TIME = r"(?:[T\s,]+(?:om\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:uur|u|Z|[+-]\d{2}:?\d{2})?)?"
_NUMBERS = re.compile(rf"(\d{{1,2}})\s*([-/.\s])\s*(\d{{1,2}})\s*\2\s*('?\d{{2}}|\d{{4}}){_TIME}", re.IGNORECASE)
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.IGNORECASE)
_COMPACT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}})(?:T\d{{4,6}}Z?|{_TIME})", re.IGNORECASE)
_WORDS = re.compile(rf"(?:[a-z]{{2,9}}\.?,?\s+)?(\d{{1,2}})[\s.-]*([a-z]{{3,9}})\.?[\s-]*('?\d{{2}}|\d{{4}}){_TIME}", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b\.?,?\s+", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januari", "feb febr februari", "mrt maa maart", "apr april", "mei", "jun juni", "jul juli", "aug augustus", "sep sept september"), start=1
    )
    for name in names.split()
} | {name: number for number, names in enumerate(("okt oktober oct october", "nov november", "dec december"), start=10) for name in names.split()}
_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)


def parse_day(text: str, *, first: int = FIRST_YEAR, last: int = LAST_YEAR, epoch_1904: bool = False) -> date | None:
    """The day a cell names, or None when it names none or lies outside the years `first`-`last`.

    Day first: 07/25/2026 is no day. Excel serials are read by the 1900 system, or the 1904 system where the workbook has it.
    A two-digit year is 20jj, or the last year before `last` that ends so (a birth date).
    """
    text = _WEEKDAY.sub("", text.translate(_HYPHENS).strip()).strip()
    if found := _NUMBERS.fullmatch(text):
        day, month, year = int(found[1]), int(found[3]), _year(found[4], last)
    elif found := _ISO.fullmatch(text):
        day, month, year = int(found[4]), int(found[3]), int(found[1])
    elif found := _COMPACT.fullmatch(text):
        day, month, year = int(found[3]), int(found[2]), int(found[1])
    elif found := _SERIAL.fullmatch(text):
        base = _EPOCH_1904 if epoch_1904 else _EPOCH_1900
        moment = base + timedelta(days=int(found[1]))
        day, month, year = moment.day, moment.month, moment.year
    elif (found := _WORDS.fullmatch(text)) and found[2].casefold() in _MONTHS:
        day, month, year = int(found[1]), _MONTHS[found[2].casefold()], _year(found[3], last)
    else:
        return None
    if not first <= year <= last:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def looks_american(text: str) -> bool:
    """True where the second part is over 12: month first (INTAKE 7)."""
    found = _NUMBERS.fullmatch(_WEEKDAY.sub("", text.translate(_HYPHENS).strip()))
    return found is not None and int(found[1]) <= 12 < int(found[3]) <= 31


def _year(text: str, last: int) -> int:
    digits = text.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= last else year - 100
