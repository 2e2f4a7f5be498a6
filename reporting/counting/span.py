"""Stretches of days: what a count looks at, and what a batch holds."""

from datetime import date
from typing import NamedTuple

from reporting.model.period import Period

EPOCH = date(1970, 1, 1)  # days are counted from here, as Arrow does
_FAR = 1 << 31


class Span(NamedTuple):
    """From the first day through the last, in days since 1970. One whose last day comes before its first holds nothing."""

    first: int
    last: int

    @classmethod
    def of(cls, *periods: Period) -> "Span":
        """From the first day of the earliest period through the last day of the latest."""
        return cls.of_days(min(p.first for p in periods), max(p.last for p in periods))

    @classmethod
    def of_days(cls, first: date, last: date) -> "Span":
        """From one date through another."""
        return cls((first - EPOCH).days, (last - EPOCH).days)

    def meets(self, other: "Span") -> bool:
        """True when they share a day."""
        return max(self.first, other.first) <= min(self.last, other.last)

    def holds(self, other: "Span") -> bool:
        """True when every day of the other is in this one."""
        return self.first <= other.first and other.last <= self.last

    def widened(self, other: "Span") -> "Span":
        """The shortest that holds both."""
        return Span(min(self.first, other.first), max(self.last, other.last))


ALWAYS = Span(-_FAR, _FAR)
NEVER = Span(_FAR, -_FAR)
