"""Which row belongs to which indicator, district and age class. Works on distinct values, never row by row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporting.model.agreement import Indicator
from reporting.model.municipality import Municipality, fold, municipality_key

_CLASS = re.compile(r"(\d{1,3})-(\d{1,3})")
_OPEN_CLASS = re.compile(r"(\d{1,3})\+")
_NO_END = 1000

folded = lru_cache(maxsize=1 << 12)(fold)  # every file of a source names the same activities


@dataclass(frozen=True, slots=True)
class Matcher:
    """What an indicator asks of a row's texts, all folded."""

    exact: frozenset[str]
    prefixes: tuple[str, ...]  # a prefix that ends in a blank stops at the end of a word
    named: frozenset[str]  # what the row's own `indicator` cell may say

    @classmethod
    def of(cls, indicator: Indicator) -> "Matcher":
        """The matcher of an indicator."""
        patterns = [p.strip() for p in indicator.activities]
        prefixes = tuple(_prefix(p) for p in patterns if p.endswith("*"))
        exact = frozenset(fold(p) for p in patterns if not p.endswith("*")) - {""}
        return cls(exact, prefixes, frozenset({fold(indicator.code), fold(indicator.name)}) - {""})

    def takes_activity(self, activity: str) -> bool:
        """True for a folded activity that is named, or starts with a pattern that ends in "*"."""
        if not activity:
            return False
        return activity in self.exact or any(activity.startswith(p) or activity == p.rstrip() for p in self.prefixes)

    def takes(self, activity: str, indicator: str) -> bool:
        """True when the activity matches or the row names the indicator itself (folded texts, "" for blank)."""
        return indicator in self.named or self.takes_activity(activity)


def _prefix(pattern: str) -> str:
    """ "Eetgroep*" starts with "eetgroep"; "GR-*" starts with the word "gr", so that "groep" is something else."""
    bare = pattern.rstrip("*")
    start = fold(bare)
    return f"{start} " if start and not bare[-1].isalnum() else start


def keys_of(municipality: Municipality) -> frozenset[str]:
    """The keys a row may name a municipality by: its own, and that of its name (a file may hold names where we know the code)."""
    return frozenset({municipality_key(municipality.key), municipality_key(municipality.name)} - {""})


def district_labels(rows: Mapping[str, int]) -> dict[str, str]:
    """The label of each spelling of a district, from the rows that use it: of spellings that fold equal, the most used one.

    Equally used: the first in the alphabet. A spelling with no letters or digits, or "onbekend" itself, has no label.
    """
    groups: dict[str, list[str]] = {}
    for spelling in rows:
        groups.setdefault(fold(spelling), []).append(spelling)
    labels: dict[str, str] = {}
    for folded, spellings in groups.items():
        if folded not in ("", "onbekend"):
            best = min(spellings, key=lambda s: (-rows[s], s))
            labels |= dict.fromkeys(spellings, " ".join(best.split()))
    return labels


def age_index(age: int, bounds: Sequence[int]) -> int:
    """The class of an age, counted from 1: classes are half-open, so 18 is in "18-27"."""
    return sum(age >= low for low in bounds)


def class_index(text: str, bounds: Sequence[int]) -> int:
    """Our class that a class of a file ("18-25", "80+"; half-open) lies wholly in, counted from 1; 0 where it fits none."""
    if found := _CLASS.fullmatch(text.strip()):
        low, high = int(found[1]), int(found[2])
    elif found := _OPEN_CLASS.fullmatch(text.strip()):
        low, high = int(found[1]), _NO_END
    else:
        return 0
    if low >= high:
        return 0
    edges = (*bounds, _NO_END)
    index = age_index(low, bounds)
    return index if index and high <= edges[index] else 0
