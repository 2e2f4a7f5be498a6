"""Consent of a storyteller: append-only facts. Sources: AVG art. 7 and 19; UAVG art. 46 (never a ground for a BSN)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reporting.model.safe import Kept


class Purpose(StrEnum):
    """Where a story may be used; each is asked separately."""

    ALDERMAN = "alderman"  # report to the alderman
    COUNCIL = "council"
    WEBSITE = "website"


class GivenBy(StrEnum):
    """Who gave consent."""

    CLIENT = "client"
    PARENT = "parent"
    REPRESENTATIVE = "representative"


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent, or its withdrawal. The newest one of a story counts."""

    story_id: str
    given_by: GivenBy
    asked_by: str  # person id
    asked_on: date
    purposes: frozenset[Purpose]
    kept: Kept
    text_hash: str  # SHA-256 of the exact text the client saw
    read_back: bool
    how: str  # "mondeling", "schriftelijk"
    valid_until: date | None = None
    explained_free: bool = False  # explained that refusing has no consequence
    recorded_at: datetime | None = None
    withdrawn: bool = False
    kept_names: tuple[str, ...] = ()  # names that may stay, by this consent
