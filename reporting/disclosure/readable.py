"""What of a table readers of a report can see, and how they see it."""

from decimal import ROUND_HALF_UP, Decimal

from reporting.model.agreement import Unit
from reporting.model.figure import FigureKey
from reporting.model.period import Period, PeriodKind, Quarter

_DECIMALS = {Unit.HOURS: 1, Unit.GRADE: 1}


def in_reports(key: FigureKey, unit: Unit, quarter: Quarter) -> bool:
    """Whether any document of this quarter prints the figure: every total, and of people the classes of the year to date.

    The other classes stand on screen only, and are protected after these. A test holds the documents to this.
    """
    return key.breakdown is None or (unit.counts_people and key.period == Period(quarter, PeriodKind.TO_DATE))


def as_printed(value: float, unit: Unit) -> float | int:
    """The number as documents print it: hours and grades to one decimal, all else whole; halves go up, as schools teach it."""
    decimals = _DECIMALS.get(unit, 0)
    number = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return float(number) if decimals else int(number)
