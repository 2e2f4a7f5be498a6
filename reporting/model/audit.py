"""What was done, by whom, when. Never holds personal data of clients."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from reporting.model.people import Actor


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One event of the audit trail; every write takes one, and both are saved in one transaction."""

    actor: Actor
    at: datetime
    action: str  # "import_batch"
    subject: str  # kind and id: "batch:…"
    details: Mapping[str, str | int] = field(default_factory=dict)
