"""The register check: how many registered clients share what a story tells of its teller (issue: k-anonymity against our own register)."""

from dataclasses import dataclass
from enum import StrEnum

DEFAULT_K = 5  # a setting; the same number as the small counts of a report


class Trait(StrEnum):
    """What of a storyteller can be told more generally."""

    AGE_CLASS = "age_class"
    DISTRICT = "district"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """Clients registered in the story's period with one of its indicators: sharing all its traits, and with traits left out."""

    same: int  # district and age class and indicator
    any_age: int  # district and indicator
    any_district: int  # age class and indicator
    indicator: int  # indicator alone


@dataclass(frozen=True, slots=True)
class RegisterCheck:
    """Whether a story is held, and which trait to tell more generally so that it need not be. `generalise` None while held: no trait helps."""

    held: bool
    generalise: Trait | None = None


def register_check(counts: RegisterCounts, k: int = DEFAULT_K) -> RegisterCheck:
    """Held with fewer than `k` clients who share the traits; the proposal leaves out the one trait that helps most, both only where neither does."""
    if counts.same >= k:
        return RegisterCheck(held=False)
    if max(counts.any_age, counts.any_district) >= k:
        return RegisterCheck(held=True, generalise=Trait.AGE_CLASS if counts.any_age >= counts.any_district else Trait.DISTRICT)
    return RegisterCheck(held=True, generalise=Trait.BOTH if counts.indicator >= k else None)
