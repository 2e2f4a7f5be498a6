"""Quarters, and the periods figures are counted over."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_QUARTER = re.compile(r"^(\d{4})-?[KkQq]([1-4])$")
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A calendar quarter. `str()` gives "2026-K3"; that is also how it is stored."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 4:
            raise ValueError(f"a year has quarters 1-4, not {self.number}")

    def __str__(self) -> str:
        return f"{self.year}-K{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """The quarter written as "2026-K3" (or 2026K3, 2026-q3). Raises ValueError otherwise."""
        found = _QUARTER.match(text.strip())
        if found is None:
            raise ValueError("a quarter is written as 2026-K3")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return date(self.year, 3 * self.number, 31 if self.number in (1, 4) else 30)

    def shift(self, quarters: int) -> "Quarter":
        """The quarter that many quarters later (earlier when negative)."""
        index = self.year * 4 + self.number - 1 + quarters
        return Quarter(index // 4, index % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        """The quarter before."""
        return self.shift(-1)

    @property
    def year_earlier(self) -> "Quarter":
        """The same quarter of the year before."""
        return self.shift(-4)

    @property
    def name(self) -> str:
        """ "3e kwartaal 2026"."""
        return f"{self.number}e kwartaal {self.year}"

    @property
    def months(self) -> tuple[str, str, str]:
        """The Dutch names of its three months."""
        start = 3 * self.number - 3
        return _MONTHS[start], _MONTHS[start + 1], _MONTHS[start + 2]


class PeriodKind(StrEnum):
    """A quarter, or the year up to and including a quarter (K4: the year)."""

    QUARTER = "quarter"
    TO_DATE = "to_date"


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """What a figure is counted over. `str()` is stable and used in cell names: "2026-K3", "2026-tm-K3"."""

    quarter: Quarter
    kind: PeriodKind = PeriodKind.QUARTER

    def __str__(self) -> str:
        if self.kind is PeriodKind.QUARTER:
            return str(self.quarter)
        return f"{self.quarter.year}-tm-K{self.quarter.number}"

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The reverse of `str()`. Raises ValueError."""
        if "-tm-" in text:
            return cls(Quarter.parse(text.replace("-tm-", "-")), PeriodKind.TO_DATE)
        return cls(Quarter.parse(text))

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.quarter.year, 1, 1) if self.kind is PeriodKind.TO_DATE else self.quarter.first

    @property
    def last(self) -> date:
        """The last day."""
        return self.quarter.last

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters it holds, oldest first."""
        start = 1 if self.kind is PeriodKind.TO_DATE else self.quarter.number
        return tuple(Quarter(self.quarter.year, number) for number in range(start, self.quarter.number + 1))


def report_periods(quarter: Quarter) -> tuple[Period, ...]:
    """The periods a quarterly report prints: five quarters, oldest first (the first is the same quarter last year), then year to date."""
    return (*(Period(quarter.shift(back)) for back in range(-4, 1)), Period(quarter, PeriodKind.TO_DATE))
