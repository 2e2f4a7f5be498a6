"""A story on its way to a report. Everything here is secret until stories.release makes a ReleasedStory of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class StoryStatus(StrEnum):
    """Where a story stands."""

    CONCEPT = "concept"
    WAITING = "waiting"  # wacht op nakijken
    SENT_BACK = "sent_back"  # teruggestuurd
    APPROVED = "approved"  # goedgekeurd
    IN_REPORT = "in_report"  # in een vastgesteld rapport
    WITHDRAWN = "withdrawn"  # ingetrokken
    ERASED = "erased"  # gewist (AVG), final


TRANSITIONS: Mapping[StoryStatus, frozenset[StoryStatus]] = {
    StoryStatus.CONCEPT: frozenset({StoryStatus.WAITING, StoryStatus.WITHDRAWN, StoryStatus.ERASED}),
    StoryStatus.WAITING: frozenset({StoryStatus.APPROVED, StoryStatus.SENT_BACK, StoryStatus.CONCEPT, StoryStatus.WITHDRAWN, StoryStatus.ERASED}),
    StoryStatus.SENT_BACK: frozenset({StoryStatus.WAITING, StoryStatus.WITHDRAWN, StoryStatus.ERASED}),
    StoryStatus.APPROVED: frozenset({StoryStatus.WAITING, StoryStatus.IN_REPORT, StoryStatus.WITHDRAWN, StoryStatus.ERASED}),
    StoryStatus.IN_REPORT: frozenset({StoryStatus.WAITING, StoryStatus.WITHDRAWN, StoryStatus.ERASED}),
    StoryStatus.WITHDRAWN: frozenset({StoryStatus.CONCEPT, StoryStatus.ERASED}),
    StoryStatus.ERASED: frozenset(),
}


class SpanType(StrEnum):
    """What a redaction covers."""

    PERSON = "PERSON"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    PLACE = "PLACE"
    ORG = "ORG"
    DATE = "DATE"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    BSN = "BSN"
    IBAN = "IBAN"
    LICENSE_PLATE = "LICENSE_PLATE"
    HANDLE = "HANDLE"
    URL = "URL"
    ID_NUMBER = "ID_NUMBER"
    AGE = "AGE"
    PROFESSION = "PROFESSION"
    PHYSICAL = "PHYSICAL"
    FAMILY = "FAMILY"
    HEALTH = "HEALTH"
    RELIGION = "RELIGION"
    ORIGIN = "ORIGIN"
    EVENT = "EVENT"
    PET_NAME = "PET_NAME"


class Level(StrEnum):
    """Identifying by itself, or together with other facts."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Band(StrEnum):
    """How sure a proposal is. CERTAIN and LIKELY are preselected, DOUBT asks an explicit yes or no."""

    CERTAIN = "zeker"  # score >= .85
    LIKELY = "waarschijnlijk"  # .55-.85
    DOUBT = "twijfel"


NEVER_KEPT = frozenset({SpanType.BSN, SpanType.IBAN, SpanType.PHONE, SpanType.EMAIL, SpanType.LICENSE_PLATE, SpanType.ID_NUMBER})
KEPT_WITH_REASON = frozenset({SpanType.ADDRESS, SpanType.PLACE, SpanType.ORG})


@dataclass(frozen=True, slots=True)
class Redaction:
    """One proposal: replace text[start:end] (Unicode code points, end exclusive) by `replacement`."""

    start: int
    end: int
    text: str
    type: SpanType
    level: Level
    score: float
    source: str  # which layer found it
    replacement: str
    entity: str = ""  # mentions of one person share this

    @property
    def band(self) -> Band:
        """The band of its score."""
        if self.score >= 0.85:
            return Band.CERTAIN
        return Band.LIKELY if self.score >= 0.55 else Band.DOUBT


class Choice(StrEnum):
    """What a person decided about one entity."""

    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision on one entity (all mentions together). `entity` is the Redaction's."""

    entity: str
    choice: Choice
    replacement: str = ""  # "" = as proposed
    reason: str = ""  # for keeping an address, place or organisation


@dataclass(frozen=True, slots=True)
class HandMark:
    """Text a person marked by hand as identifying; it holds for every mention, in the whole organisation."""

    text: str
    type: SpanType
    replacement: str


class StorytellerRole(StrEnum):
    """Who tells."""

    CLIENT = "client"
    CARER = "carer"
    VOLUNTEER = "volunteer"
    NEIGHBOUR = "neighbour"
    PARTNER = "partner"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who appears in a story ("wie komen erin voor?")."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class StoryText:
    """Everything typed in the form. All of it is encrypted at rest."""

    recorded_on: date | None = None
    storyteller_role: StorytellerRole | None = None
    people: tuple[Person, ...] = ()
    alias: str = ""
    age_class: str = ""
    district: str = ""
    target_group: str = ""
    title: str = ""
    before: str = ""  # hoe was het?
    involved: str = ""  # hoe kwam u bij ons?
    happened: str = ""
    most_significant_change: str = ""
    why_it_matters: str = ""
    not_working_yet: str = ""
    without_help: str = ""
    others_contribution: str = ""
    quote: str = ""  # at most 25 words
    who_should_know: str = ""
    grade: int | None = None  # 1-10
    recommend: int | None = None  # 0-10
    reflection: str = ""  # the worker's, kept apart
    what_changed: str = ""  # what was changed to protect the teller
    printed: str = ""  # 60-120 words, composed by the worker, read by the client
    selected_by: str = ""
    selected_why: str = ""
    failed: bool = False  # a story of what did not work
    registrations: tuple[str, ...] = ()  # client pseudonyms it stands behind


@dataclass(frozen=True, slots=True)
class Story:
    """One story with its decisions and state."""

    id: str
    municipality: str  # key
    period: str  # quarter, "2026-K3"
    author: str  # person id
    status: StoryStatus
    text: StoryText
    indicators: tuple[str, ...] = ()  # codes, 1-3; empty with `outside_figures`
    outside_figures: bool = False  # niet zichtbaar in de cijfers
    decisions: tuple[Decision, ...] = ()
    marks: tuple[HandMark, ...] = ()
    read_without_personal_data: bool = False
    reviewed_by: str = ""
    review_note: str = ""
    approved_hash: str = ""  # hash of the released text the reviewer approved
    version: int = 0
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """A second person's approval: who, and the hash of the released text they read."""

    reviewer: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What is known before detection: people in the story, names of the whole organisation, and names to leave alone."""

    people: tuple[str, ...] = ()
    memory: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
