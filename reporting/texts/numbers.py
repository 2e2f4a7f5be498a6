"""Dutch numbers, dates and periods: one format everywhere (1.905 · 8,2 · 79% · 5 oktober 2026)."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reporting.model.period import Period, PeriodKind, Quarter

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def rounded(value: float | Decimal, decimals: int = 0) -> Decimal:
    """The value with that many decimals, halves away from zero as schools teach it (8,25 → 8,3); never a negative zero."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    step = Decimal(1).scaleb(-decimals)
    return exact.quantize(step, rounding=ROUND_HALF_UP) + 0


def number(value: float | Decimal, decimals: int = 0) -> str:
    """ "1.905", or with decimals "1.234,5"."""
    english = f"{rounded(value, decimals):,}"
    return english.replace(",", " ").replace(".", ",").replace(" ", ".")


def tidy(value: float | Decimal, decimals: int = 1) -> str:
    """A number with at most that many decimals, and none where they would be zero: "12", "12,5"."""
    short = rounded(value, decimals)
    return number(short) if short == short.to_integral_value() else number(short, decimals)


def percent(value: float | Decimal) -> str:
    """A share given in percents, whole: "79%"."""
    return f"{number(value)}%"


def grade(value: float | Decimal) -> str:
    """A grade with one decimal: "8,2"."""
    return number(value, 1)


def count_word(value: int) -> str:
    """A small number as a word ("zes"), from thirteen in digits ("13"): for running text."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else number(value)


def all_of(total: int) -> str:
    """All of more than one, before their name: "Beide", "Alle drie de", "Alle 40"."""
    word = count_word(total)
    return "Beide" if total == 2 else f"Alle {word}" if word[0].isdigit() else f"Alle {word} de"


def with_change(figure: str, said: str) -> str:
    """A figure and how it changed: "24, 4 meer dan een jaar geleden", but "12,8, dat is 2,3 meer …": commas of two kinds do not follow each other."""
    if not said:
        return f"{figure} dit kwartaal"
    return f"{figure}, dat is {said}" if "," in figure else f"{figure}, {said}"


def day(value: date) -> str:
    """ "5 oktober 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """ "05-10-2026"."""
    return f"{value.day:02d}-{value.month:02d}-{value.year}"


def months_name(quarter: Quarter) -> str:
    """The quarter's months in words: "juli tot en met september 2026"."""
    first, _, last = quarter.months
    return f"{first} tot en met {last} {quarter.year}"


def period_name(period: Period) -> str:
    """ "3e kwartaal 2026", "januari t/m september 2026"; a whole year to date is "heel 2026"."""
    if period.kind is PeriodKind.QUARTER:
        return period.quarter.name
    if period.quarter.number == 4:
        return f"heel {period.quarter.year}"
    return f"januari t/m {period.quarter.months[2]} {period.quarter.year}"


def capital(text: str) -> str:
    """The text with its first letter as a capital; "één" begins a sentence as "Eén" (Taalunie: no accent on the capital)."""
    if text.startswith("één"):
        return f"Eé{text[2:]}"
    return text[:1].upper() + text[1:]


def listed(words: list[str] | tuple[str, ...], joint: str = "en") -> str:
    """ "a", "a en b", "a, b en c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
