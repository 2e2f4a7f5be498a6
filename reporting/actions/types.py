"""What screens and the command line hand to actions and get back. Words for the enums are in texts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from reporting.errors import Reason
from reporting.model.period import Quarter
from reporting.model.registration import Column, ImportBatch
from reporting.model.safe import Edition

if TYPE_CHECKING:  # reading files is slow to load, and most screens read none
    from reporting.intake import Intake

Progress = Callable[[float, str], None]  # share done 0-1, and what is being done


class Task(StrEnum):
    """The five steps from registrations to a report, in working order."""

    REGISTRATIONS = "registrations"
    STORIES = "stories"
    REVIEW = "review"
    FIGURES = "figures"  # figures and explanation
    REPORT = "report"


class State(StrEnum):
    """How far a step is."""

    NOT_STARTED = "not_started"
    BUSY = "busy"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TaskState:
    """One line of the overview: `done` of `total` (batches, stories, stories read, themes explained, reports)."""

    task: Task
    state: State
    done: int
    total: int


class ProblemKind(StrEnum):
    """What asks attention on the overview."""

    NO_AGREEMENTS = "no_agreements"
    ROWS_WITH_ERRORS = "rows_with_errors"
    STORIES_WAITING = "stories_waiting"
    STORIES_SENT_BACK = "stories_sent_back"
    MISSING_EXPLANATION = "missing_explanation"
    CONSENT_MISSING = "consent_missing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: how many, and which (file names, themes, indicator codes or story ids; never personal data)."""

    kind: ProblemKind
    count: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """The start page: always five tasks, and at most five problems, the gravest first."""

    tasks: tuple[TaskState, ...]
    problems: tuple[Problem, ...]
    first_time: bool  # nothing at all is stored yet


class Check(StrEnum):
    """The lines of the checklist before a report is made."""

    FIGURES = "figures"
    EXPLANATIONS = "explanations"
    STORIES = "stories"
    CONSENT = "consent"
    ROWS = "rows"  # rows with errors left out
    CORRECTIONS = "corrections"
    EXPOSED = "exposed"  # blocks vaststellen only


class Light(StrEnum):
    """What a line of the checklist means for making the report."""

    GOOD = "good"
    ADVICE = "advice"
    BLOCK = "block"
    BLOCK_FINAL = "block_final"  # a concept may be made


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line: `done` of `total`; what is missing in `names` (themes, indicator codes, file names, cell names, story ids)."""

    check: Check
    light: Light
    done: int
    total: int
    reason: Reason | None = None  # of a block: its sentence says the way out
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What the maker chose. Empty recipient and title: those of the settings."""

    municipality: str
    quarter: Quarter
    recipient: str = ""
    title: str = ""
    chapters: frozenset[str] = frozenset()  # left out by the maker
    edition: Edition = Edition.QUARTERLY
    stories: tuple[str, ...] | None = None  # ids; None: every approved story of the quarter that is ticked


@dataclass(frozen=True, slots=True)
class HeaderChange:
    """How a header differs from that of the file most like it. `came` and `went` are header cells."""

    file_name: str
    at: datetime
    came: tuple[str, ...]
    went: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnknownNames:
    """Names in a column that nothing here knows (name → rows), and what they may stand for."""

    column: Column
    names: Mapping[str, int]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A dry run: what was read, and what is known of such a file."""

    intake: "Intake"
    already: ImportBatch | None = None  # the active batch with the same file or the same records
    remembered: Mapping[str, str] | None = None  # mapping of the last file with this header: Column value -> header cell
    change: HeaderChange | None = None  # no file had this header, but one nearly
    unknown: tuple[UnknownNames, ...] = ()


@dataclass(frozen=True, slots=True)
class ErasureProof:
    """What erasing a client did: rows taken out per batch, and that none is left."""

    on: date
    rows: Mapping[str, int] = field(default_factory=dict)  # batch id -> rows erased; only batches that held the client
    files: Mapping[str, str] = field(default_factory=dict)  # batch id -> file name
    left: int = 0  # rows found by the recount afterwards: 0
    stories: tuple[str, ...] = ()  # stories that named the client as registration; the reference is gone


@dataclass(frozen=True, slots=True)
class StoryGaps:
    """What the stories of a quarter do not show yet."""

    indicators_without: tuple[str, ...]  # codes
    only_success: bool
    roles: Mapping[str, int]  # StorytellerRole value -> stories
    one_kind: bool  # all tellers of one kind
    nobody_stopped: bool  # no story of somebody who stopped coming, or of what failed
