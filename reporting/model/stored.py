"""What the database keeps beside registrations and stories: drafts, explanations, reports, settings, published cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from reporting.model.agreement import Unit
from reporting.model.finding import FindingCode
from reporting.model.safe import Conversation, Edition, Explanation, ReportStatus


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is typing: fields by name, as last saved. Encrypted at rest; tied to the person."""

    person: str
    form: str  # "story:<id>", "explanation:<municipality>:<quarter>:<theme>"
    fields: Mapping[str, str]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class StoredExplanation:
    """A theme's explanation as two people may edit it."""

    municipality: str
    quarter: str
    theme: str
    explanation: Explanation
    version: int
    batches: tuple[str, ...] = ()  # active batches when it was written: "sinds u dit schreef"


@dataclass(frozen=True, slots=True)
class StoredConversation:
    """The talk chapter of one report as two people may edit it."""

    municipality: str
    quarter: str
    conversation: Conversation
    version: int


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One document made. The bytes are kept beside it, encrypted."""

    id: str
    municipality: str
    quarter: str
    edition: Edition
    status: ReportStatus
    version: int  # 0 for a concept
    recipient: str
    file_name: str
    sha256: str
    made_at: datetime
    made_by: str
    stories: tuple[str, ...]  # story ids in it
    final_at: datetime | None = None
    final_by: str = ""
    sent_on: date | None = None
    title: str = ""
    chapters: tuple[str, ...] = ()  # left out by the maker
    origin: str = ""  # the mark in the document by which it is known again
    aged: tuple[str, ...] = ()  # places of key messages people wrote before the figures changed


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file kept by name: "house_style", or "pdf:<report id>". The bytes are kept beside it, encrypted."""

    name: str
    label: str  # what a person calls it: a file name
    at: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """A cell some reader has seen: printed value, or hidden, in one version of one report."""

    municipality: str
    cell: str  # str(FigureKey), or a name for a figure from before this tool
    unit: Unit
    value: float | int | None
    mark: str | None  # Mark value where no number was printed
    report: str
    version: int
    facts: Mapping[str, str] = field(default_factory=dict)  # what else was said of it: share, status, rounded_to


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row that was not counted, kept until it is repaired; the value encrypted at rest."""

    batch: str
    line: int
    sheet: str
    column: str
    value: str
    code: FindingCode


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, as two people may edit it."""

    name: str
    value: str
    version: int
