"""What people write in a document in place of the app's own sentences, and what stood in a document when it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from reporting.model.agreement import Unit
from reporting.model.safe import Conversation, Edition, Explanation


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A key message written by a person. `place`: "summary", "theme:<theme>", "opinions", "reach", "talk", "good" or "attention"."""

    municipality: str
    quarter: str
    edition: Edition
    place: str
    text: str  # "" gives the place back to the app's own sentence
    version: int
    instead_of: str = ""  # what the app itself said when this was written
    written_by: str = ""  # person id
    written_at: datetime | None = None
    document: str = ""  # SHA-256 of the document it was read back from


@dataclass(frozen=True, slots=True)
class FactCell:
    """One protected figure as it was printed: a value, or the mark that stood there."""

    cell: str  # str(FigureKey)
    unit: Unit
    value: float | int | None
    mark: str | None


@dataclass(frozen=True, slots=True)
class FactStory:
    """One story in a document: its id and the hash of its released text. The text itself is not kept twice."""

    story: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What a document was made of, protected: to say later what changed since."""

    cells: tuple[FactCell, ...]
    statuses: Mapping[str, str] = field(default_factory=dict)  # indicator code -> Status, "" where none is said
    stories: tuple[FactStory, ...] = ()
    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    conversation: Conversation = field(default_factory=Conversation)
    messages: Mapping[str, str] = field(default_factory=dict)  # by place, as printed: a person's or the app's own
