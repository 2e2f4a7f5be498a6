"""Rules an organisation may set itself, with the values that hold until it does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reporting.model.figure import Dimension


@dataclass(frozen=True, slots=True)
class CountingRules:
    """How is counted and judged (DOMAIN: counting rules). `age_bounds` are the lower edges of half-open classes, from 0, rising."""

    age_bounds: tuple[int, ...] = (0, 12, 18, 27, 45, 65, 75)
    on_course: Decimal = Decimal("0.95")  # the share of what the path asks that still is on course

    def __post_init__(self) -> None:
        if not self.age_bounds or self.age_bounds[0] != 0 or list(self.age_bounds) != sorted(set(self.age_bounds)):
            raise ValueError("age classes start at 0 and rise")
        if not 0 < self.on_course <= 1:
            raise ValueError("the margin is a share above 0, at most 1")

    @property
    def age_classes(self) -> tuple[str, ...]:
        """The labels in order of age: "0-12", "12-18" … "75+"."""
        edges = zip(self.age_bounds, self.age_bounds[1:], strict=False)
        return (*(f"{low}-{high}" for low, high in edges), f"{self.age_bounds[-1]}+")


OTHER_DISTRICTS = "overige wijken"  # the label of districts that are not shown by themselves
OTHER_AGES = "overige leeftijden"


@dataclass(frozen=True, slots=True)
class DisclosureRules:
    """When a figure may not be printed. Source: CBS (small cells are merged or hidden).

    `shown` fixes per contract year and dimension which classes are shown by themselves, so that the same class means the same people
    in every report of that year; what is absent is not merged.
    """

    threshold: int = 5  # a count from 1 up to and including threshold - 1 is hidden
    least_answers: int = 10  # a grade or percentage over fewer answers is hidden
    rounding: int | None = None  # base of controlled rounding; None: exact
    shown: Mapping[tuple[int, Dimension], tuple[str, ...]] = field(default_factory=dict)
    on_course: Decimal = Decimal("0.95")  # what readers know of how the status word is given

    def __post_init__(self) -> None:
        if self.threshold < 5:
            raise ValueError("the threshold is 5 or more")
        if self.rounding is not None and self.rounding < 2:
            raise ValueError("rounding is to a base of 2 or more")

    @property
    def width(self) -> int:
        """How far apart the lowest and highest possible value of a hidden count stay at least (3 at a threshold of 5)."""
        return self.threshold - 2
