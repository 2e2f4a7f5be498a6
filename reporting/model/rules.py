"""Rules an organisation may set itself, with the values that hold until it does."""

from dataclasses import dataclass
from decimal import Decimal


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
