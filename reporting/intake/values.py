"""Single values of a registration: text in, value out, None where it cannot be read (INTAKE 4, 8, 9; DOMAIN "Age"). Pure functions."""

import re
from datetime import date

from reporting.intake.dates import parse_day
from reporting.intake.words import INVISIBLE

_DECIMAL = re.compile(r"[+]?(?=[.,]?\d)(\d{0,7})(?:[.,](\d{1,12}))?")
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?")
_HOUR_MINUTES = re.compile(r"(\d{1,2})\s*(?:u|uur|h)\s*([0-5]?\d)\s*(?:m|min|minuten)?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})\s*(?:min|minuten|minuut)\.?", re.IGNORECASE)
_HOUR_UNIT = re.compile(r"\s*(?:uren|uur|u|hrs?|h)\.?$", re.IGNORECASE)
_WHOLE = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:[.,]0+)?")
_SCIENTIFIC = re.compile(r"[+-]?\d+[.,]\d+E[+-]?\d+|[+-]?\d+E\+\d+", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_AGE = re.compile(r"(\d{1,3})(?:[.,]0+)?\s*(?:jaar|jr)?\.?", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})(?:[.,]0)?")
_AGE_UNIT = re.compile(r"\s*(?:jaar|jr)\b\.?|\bleeftijd\b", re.IGNORECASE)
_CLASS_RANGE = re.compile(r"(?:van\s*)?(\d{1,3})\s*(-|tot|t/m|tm|tot en met)\s*(\d{1,3})", re.IGNORECASE)
_CLASS_FROM = re.compile(r"(\d{1,3})\s*(?:\+|plus|en ouder|of ouder|e\.?o\.?|en hoger)|(?:>=|≥|vanaf)\s*(\d{1,3})", re.IGNORECASE)
_CLASS_OVER = re.compile(r"(?:>|ouder dan|boven)\s*(\d{1,3})", re.IGNORECASE)
_CLASS_UNDER = re.compile(r"(?:<|jonger dan|onder|tot)\s*(\d{1,3})", re.IGNORECASE)
_CLASS_UP_TO = re.compile(r"(?:<=|≤|t/m|tot en met)\s*(\d{1,3})", re.IGNORECASE)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def decimal(text: str, lowest: float, highest: float) -> float | None:
    """A number with decimal comma or point within bounds."""
    found = _DECIMAL.fullmatch(text.strip())
    if found is None:
        return None
    value = float(f"{found[1] or 0}.{found[2] or 0}")
    return value if lowest <= value <= highest else None


def hours(text: str) -> float | None:
    """Hours 0-24: 1,5 · 1.5 · 1:30 · 1:30:00 · "1,5 uur" · "1u30" · "90 min" (INTAKE 8)."""
    text = text.strip()
    if found := _CLOCK.fullmatch(_HOUR_UNIT.sub("", text)):
        value = int(found[1]) + int(found[2]) / 60 + int(found[3] or 0) / 3600
    elif found := _HOUR_MINUTES.fullmatch(text):
        value = int(found[1]) + int(found[2]) / 60
    elif found := _MINUTES.fullmatch(text):
        value = int(found[1]) / 60
    else:
        return decimal(_HOUR_UNIT.sub("", text), 0, 24)
    return value if value <= 24 else None


def minutes(text: str) -> float | None:
    """Hours from a column that gives minutes: 90 is 1.5; a time with a colon or a unit of its own stays what it says."""
    plain = decimal(text, 0, 24 * 60)
    return hours(text) if plain is None else plain / 60


def grade(text: str) -> float | None:
    """A grade 1-10."""
    return decimal(text, 1, 10)


def count(text: str) -> int | None:
    """A whole number 0-10,000; 1.250 is a Dutch thousand, 12,0 what Excel makes of 12."""
    found = _WHOLE.fullmatch(text.strip())
    if found is None:
        return None
    value = int(found[1].replace(".", ""))
    return value if value <= 10_000 else None


def recommend(text: str) -> str | None:
    """ "0".."10", "ja" or "nee"."""
    folded = text.strip().casefold()
    if folded in ("ja", "nee"):
        return folded
    value = count(folded)
    return str(value) if value is not None and value <= 10 else None


def client(text: str) -> str | None:
    """A client number as text without blanks and invisible marks; leading zeros stay. None for a formula or 1,23E+11 (INTAKE 9)."""
    bare = "".join(_CONTROL.sub("", INVISIBLE.sub("", text)).split())
    if bare.startswith("=") or _SCIENTIFIC.fullmatch(bare):
        return None
    return bare


def is_bsn(text: str) -> bool:
    """True for nine digits (or eight, a leading zero lost) that pass the eleven test."""
    digits = text.replace(".", "").zfill(9)
    if len(digits) != 9 or not digits.isdecimal() or len(text) < 8 or digits == "000000000":
        return False
    return sum(int(d) * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def without_bsn(text: str) -> str:
    """A whole line as it may be shown and kept: citizen service numbers in it are masked (INTAKE 13)."""
    return re.sub(r"(?<!\d)\d{9}(?!\d)", lambda found: "•••••••••" if is_bsn(found[0]) else found[0], text)


def age(text: str, *, epoch_1904: bool = False, by_birth: bool = False, by_year: bool = False) -> int | str | date | None:
    """An age as the file gives it: years 0-120 (int), a birth date (date), a birth year (int over 1900) or a class ("18-27", half-open; "75+").

    `by_birth`: the header says birth, so a number below 121 is no age, and one of five digits may be a serial; `by_year`: it asks for
    the year, so five digits are a slip of the keyboard (19622).
    """
    text = " ".join(text.translate(_DASHES).split())
    if found := _AGE.fullmatch(text):
        years = int(found[1])
        return years if years <= 120 and not by_birth else None
    if found := _YEAR.fullmatch(text):
        return int(found[1]) if 1900 < int(found[1]) <= 2099 else None
    if (label := age_class(text)) is not None:
        return label
    if text.isdecimal() and (not by_birth or (by_year and len(text) == 5)):
        return None
    return parse_day(text, first=1900, last=date.today().year, epoch_1904=epoch_1904)  # noqa: DTZ011 - only the century of a two-digit birth year


def age_class(text: str) -> str | None:
    """A class in one spelling, half-open: "18 t/m 26 jaar" is "18-27", "75 en ouder" is "75+", "jonger dan 18" is "0-18"."""
    bare = " ".join(_AGE_UNIT.sub(" ", text.translate(_DASHES)).split())
    if found := _CLASS_RANGE.fullmatch(bare):
        low, high = int(found[1]), int(found[3]) + (found[2].casefold() in ("t/m", "tm", "tot en met"))
        return f"{low}-{high}" if low < high <= 130 else None
    if found := _CLASS_FROM.fullmatch(bare):
        return f"{int(found[1] or found[2])}+"
    if found := _CLASS_OVER.fullmatch(bare):
        return f"{int(found[1]) + 1}+"
    if found := _CLASS_UP_TO.fullmatch(bare):
        return f"0-{int(found[1]) + 1}"
    if found := _CLASS_UNDER.fullmatch(bare):
        return f"0-{int(found[1])}"
    return None
