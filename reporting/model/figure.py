"""Which figure is meant, and what may be said of it: names only, no counts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reporting.model.period import Period


class Dimension(StrEnum):
    """What a figure can be broken down by."""

    DISTRICT = "district"
    AGE = "age"


UNKNOWN_CLASS = "onbekend"  # the breakdown label of rows without a usable value


@dataclass(frozen=True, order=True, slots=True)
class Breakdown:
    """One class of one dimension. `str()`: "district:Noord", "age:27-45"."""

    dimension: Dimension
    label: str

    def __str__(self) -> str:
        return f"{self.dimension}:{self.label}"


class FigureKey(NamedTuple):
    """Which figure. `subject` is an indicator code, or a theme's satisfaction (`theme_grade`, `theme_recommend`). `str()` is stable.

    A tuple, for a report has some ten thousand.
    """

    subject: str
    period: Period
    breakdown: Breakdown | None = None

    def __hash__(self) -> int:
        """Cheap: a report has some ten thousand keys, and hashing every part of each took a third of counting."""
        return hash((self.subject, self.period.quarter.number, None if self.breakdown is None else self.breakdown.label))

    def __str__(self) -> str:
        tail = "" if self.breakdown is None else f"|{self.breakdown}"
        return f"{self.subject}|{self.period}{tail}"


class Status(StrEnum):
    """On course or asking attention; never a traffic light."""

    ON_COURSE = "on_course"
    ATTENTION = "attention"


ALL_THEMES = ""  # the "theme" of all themes together


def theme_grade(theme: str) -> str:
    """The subject of the mean grade over every row of a theme's indicators ("" = all themes together)."""
    return f"@cijfer:{theme}"


def theme_recommend(theme: str) -> str:
    """The subject of the recommendation over every row of a theme's indicators ("" = all themes together)."""
    return f"@aanbeveling:{theme}"
