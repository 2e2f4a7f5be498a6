"""What was agreed with the municipality: themes, agreements, indicators, targets. Terms: docs/begrippen.md."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reporting.model.municipality import Municipality


class Unit(StrEnum):
    """What an indicator counts."""

    UNIQUE_CLIENTS = "unique_clients"
    NEW_UNIQUE_CLIENTS = "new_unique_clients"
    ATTENDANCES = "attendances"
    SESSIONS = "sessions"
    CONTACTS = "contacts"
    HOURS = "hours"
    AMOUNT = "amount"
    GRADE = "grade"
    RECOMMEND = "recommend"
    CLOSED_TRAJECTORIES = "closed_trajectories"

    @property
    def counts_people(self) -> bool:
        """True where the figure is a number of different people."""
        return self in (Unit.UNIQUE_CLIENTS, Unit.NEW_UNIQUE_CLIENTS)

    @property
    def adds_up(self) -> bool:
        """True where quarters may be added to a year and may carry a quarter line in a chart."""
        return self in (Unit.ATTENDANCES, Unit.CONTACTS, Unit.HOURS, Unit.AMOUNT, Unit.CLOSED_TRAJECTORIES, Unit.SESSIONS, Unit.NEW_UNIQUE_CLIENTS)

    @property
    def is_ratio(self) -> bool:
        """True for means and shares: judged against the target itself, without path or margin."""
        return self in (Unit.GRADE, Unit.RECOMMEND)


class TargetKind(StrEnum):
    """The forms of the target grammar (DOMAIN: targets as municipalities really write them)."""

    NUMBER = "number"  # "2.400"
    AT_LEAST = "at_least"  # "minimaal 160", ">= 69%"
    AT_MOST = "at_most"  # "maximaal 20", "<= 5%"
    LOWER_THAN_BASELINE = "lower_than_baseline"  # "lager dan nulmeting"
    INCREASE = "increase"  # "toename"
    BAND = "band"  # "gelijk blijven of groter; bandbreedte 65-70%"
    NOT_SET = "not_set"  # "n.b."


@dataclass(frozen=True, slots=True)
class Target:
    """A year target. `text` is how the municipality wrote it and how it is printed."""

    kind: TargetKind
    text: str
    amount: Decimal | None = None  # NUMBER, AT_LEAST, AT_MOST
    lower: Decimal | None = None  # BAND
    upper: Decimal | None = None  # BAND
    percent: bool = False

    @property
    def is_number(self) -> bool:
        """True where a share of the year target has a meaning."""
        return self.kind in (TargetKind.NUMBER, TargetKind.AT_LEAST) and self.amount is not None and self.amount > 0


@dataclass(frozen=True, slots=True)
class Path:
    """What fits after each quarter: cumulative shares of the target (0-1), or numbers."""

    steps: tuple[Decimal, Decimal, Decimal, Decimal] = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))
    shares: bool = True

    def asks(self, target: Decimal, quarter: int) -> Decimal:
        """What the path asks up to and including a quarter (1-4), in the unit of the target."""
        step = self.steps[quarter - 1]
        return step * target if self.shares else step


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of an agreements file: one performance indicator of one municipality and year."""

    municipality: Municipality
    year: int
    theme: str
    code: str
    name: str
    unit: Unit
    activities: tuple[str, ...]  # codes or names; a trailing * matches a prefix
    target: Target
    agreement: str = ""  # prestatieafspraak / assignment
    intended_result: str = ""
    definition: str = ""
    unit_word: str = ""  # AMOUNT: "dagen vervangende zorg"
    closing_reason: str = ""  # CLOSED_TRAJECTORIES: narrows to one reason; "" is all
    baseline: Decimal | None = None
    baseline_text: str = ""
    path: Path = Path()
    source: str = ""
    measurement_method: str = ""
    version: int = 0  # 0: not stored yet
