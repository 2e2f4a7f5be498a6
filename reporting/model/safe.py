"""All that may leave the house. `SafeCell` and `SafeTable` are made in disclosure only, `ReleasedStory` in stories.release only
(tests/architecture proves it), and a `Report` holds nothing that could be unsafe."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import FigureKey, Status
from reporting.model.municipality import Municipality
from reporting.model.period import Quarter
from reporting.model.talk import ToldTalk


class Mark(StrEnum):
    """What stands where no number stands. The words are in texts."""

    HIDDEN = "hidden"  # "niet getoond": small or partner, the reader cannot tell which
    FEWER = "fewer"  # "minder dan 5": only an indicator's own total of 1-4
    UNKNOWN = "unknown"  # "onbekend": could not be computed
    NOT_APPLICABLE = "not_applicable"  # "n.v.t."


@dataclass(frozen=True, slots=True)
class SafeCell:
    """A number that may be printed, or the mark that stands instead. Exactly one of the two is set."""

    value: float | int | None
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class SafeFigure:
    """One protected figure with all that may be said of it."""

    key: FigureKey
    unit: Unit
    cell: SafeCell
    asked: SafeCell | None = None
    answered: SafeCell | None = None
    parts: tuple[SafeCell, SafeCell, SafeCell] | None = None  # percentages of the answered: 0-6, 7-8, 9-10
    files: str = ""  # fingerprint of which imports are behind a total: another one where a file was corrected


@dataclass(frozen=True, slots=True)
class SafeVerdict:
    """What may be said of an indicator's year to date against its target."""

    share: SafeCell  # percent of the year target
    asks: float | None  # what the path asks now: public, from the agreement alone
    status: Status | None  # None: unknown, or would give a hidden count away
    stories: bool  # story numbers may stand at this figure


@dataclass(frozen=True, slots=True)
class SafeTable:
    """The protected figures of one municipality for one quarter's report. Nothing hidden is in it in any form."""

    municipality: Municipality
    quarter: Quarter
    indicators: tuple[Indicator, ...]
    figures: Mapping[FigureKey, SafeFigure]
    verdicts: Mapping[str, SafeVerdict]
    districts: tuple[str, ...]  # labels shown, "overige wijken" and "onbekend" last
    age_classes: tuple[str, ...]
    threshold: int = 5
    rounded_to: int | None = None


class Kept(StrEnum):
    """In which form a storyteller is named, by consent."""

    SUBSTITUTE = "substitute"
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"


@dataclass(frozen=True, slots=True)
class ReleasedStory:
    """A story that may be read outside: everything in it was replaced, consented to and read by a second person."""

    story_id: str
    indicators: tuple[str, ...]  # codes; empty: "niet zichtbaar in de cijfers"
    title: str
    quote: str
    text: str  # 60-120 words, as the client read them
    alias: str
    role: str  # storyteller's role, Dutch words
    age_class: str  # generalised, "" when left out
    what_changed: str  # what was changed to protect the teller
    failed: bool  # a story of what did not work
    kept: Kept = Kept.SUBSTITUTE
    chosen_why: str = ""


class Edition(StrEnum):
    """The documents made from the same data."""

    QUARTERLY = "quarterly"
    CONVERSATION = "conversation"
    ANNUAL = "annual"
    FIRST_MEETING = "first_meeting"


class ReportStatus(StrEnum):
    """Life of a report: concept → vastgesteld → verstuurd; replaced by a newer version."""

    CONCEPT = "concept"
    FINAL = "final"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class NumberedStory:
    """A story with its number in this report: V1, V2 …"""

    number: str
    story: ReleasedStory


@dataclass(frozen=True, slots=True)
class Explanation:
    """A theme's explanation in four parts, typed by people; each may be empty."""

    see: str = ""  # wat zien we
    cause: str = ""  # hoe komt dat
    action: str = ""  # wat doen we nu
    request: str = ""  # wat vragen wij de gemeente


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation to a working visit."""

    what: str = ""
    day: str = ""
    time: str = ""
    whom: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What opens the talk with the alderman; typed by the maker."""

    outlook: str = ""
    asked_last_time: str = ""
    happened_since: str = ""
    questions: tuple[str, ...] = ()
    invitation: Invitation = Invitation()
    not_in_figures: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One file behind the figures, as the annex accounts for it."""

    batch_id: str
    label: str  # file name
    read: int
    used: int
    reported: int
    skipped: int
    sha256: str
    imported_on: date


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure of an indicator that was printed in a report that is vastgesteld, and is counted otherwise now."""

    key: FigureKey
    unit: Unit
    was: float | int  # as last printed
    now: SafeCell
    files: tuple[str, ...] = ()  # imported, withdrawn or put back since


@dataclass(frozen=True, slots=True)
class Accounting:
    """What the annex says about where the figures come from."""

    sources: tuple[Source, ...]
    reported_by_code: Mapping[str, int]  # finding code → rows
    reference_date: date | None
    corrected: tuple[Correction, ...] = ()  # since earlier reports


@dataclass(frozen=True, slots=True)
class ReportStamp:
    """Status, version and date of a report."""

    status: ReportStatus = ReportStatus.CONCEPT
    version: int = 0  # 0: a concept
    made_on: date = date(2000, 1, 1)
    final_by_role: str = ""
    signed_in: bool = False  # False: "nagekeken zonder in te loggen"
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a document is rendered from."""

    organisation: str
    municipality: Municipality
    quarter: Quarter
    recipient: str
    title: str
    stamp: ReportStamp
    table: SafeTable
    stories: tuple[NumberedStory, ...]
    explanations: Mapping[str, Explanation]  # by theme
    conversation: Conversation
    accounting: Accounting
    edition: Edition = Edition.QUARTERLY
    chapters: frozenset[str] = field(default_factory=frozenset)  # chapters left out by the maker
    messages: Mapping[str, str] = field(default_factory=dict)  # key messages written by a person, by place (model.edits)
    talks: tuple[ToldTalk, ...] = ()  # about the report before this one: what was asked, promised and done
    earlier: tuple[tuple[Quarter, Mapping[str, Explanation]], ...] = ()  # annual report: explanations of the quarters before, by theme
    origin: str = ""  # by which this installation knows its own document again; says nothing to anybody else

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes in the order of the agreements."""
        return tuple(dict.fromkeys(i.theme for i in self.table.indicators))
