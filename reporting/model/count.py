"""Raw figures. Not for publication: only disclosure may turn these into safe ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import FigureKey, Status
from reporting.model.municipality import Municipality
from reporting.model.period import Quarter


class WhyNot(StrEnum):
    """Why a figure could not be computed. Each has a sentence in texts; a figure that cannot be computed is never 0."""

    NO_BATCHES = "no_batches"  # nothing at all was imported for this indicator's activities in this period
    NO_CLIENT_COLUMN = "no_client_column"  # only bare counts: reach yes, unique no
    NO_ANSWERS = "no_answers"  # nobody answered
    NO_COLUMN = "no_column"  # no file holds the column this unit needs (hours, count, grade, end)
    NO_VALUES = "no_values"  # the column is there, but every row of this period leaves it empty
    NO_AGREEMENT = "no_agreement"  # the indicator has no agreement in that year and no registrations either


class Figure(NamedTuple):
    """One raw figure. `value` is in the unit of its subject: a count, hours, a mean 1-10, or a share 0-100.

    A tuple, for a report has some ten thousand: they are made in a quarter of the time a frozen dataclass takes.
    """

    key: FigureKey
    unit: Unit
    value: float | int | None
    why_not: WhyNot | None = None
    clients: int | None = None  # distinct clients behind it; None where no client numbers are kept
    rows: int = 0  # registrations counted
    asked: int | None = None  # GRADE, RECOMMEND; None: no column tells it
    answered: int | None = None  # GRADE, RECOMMEND
    parts: tuple[int, int, int] | None = None  # RECOMMEND: answers 0-6, 7-8, 9-10 (nee, -, ja)
    batches: tuple[str, ...] = ()  # ids of the batches that hold counted rows


@dataclass(frozen=True, slots=True)
class Verdict:
    """How year to date stands against the year target."""

    share: float | None  # percent of the year target; number targets only
    asks: float | None  # what the path asks now, in the unit of the target
    status: Status | None  # None: cannot be judged


@dataclass(frozen=True, slots=True)
class CountTable:
    """All raw figures of one municipality for one quarter's report."""

    municipality: Municipality
    quarter: Quarter
    indicators: tuple[Indicator, ...]  # of the quarter's own year, in report order
    figures: Mapping[FigureKey, Figure]
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)  # by indicator code, on year to date
    districts: tuple[str, ...] = ()  # labels that occur, without "onbekend"
    age_classes: tuple[str, ...] = ()  # in order of age, without "onbekend"
