"""The audit trail: append-only; every writing repository adds to it in its own transaction."""

import json
from datetime import datetime

from sqlalchemy import Connection, insert, select

from reporting.model.audit import AuditEvent
from reporting.model.people import Actor, Role
from reporting.storage.tables import audit


def note(connection: Connection, event: AuditEvent) -> None:
    """Add one event."""
    connection.execute(
        insert(audit).values(
            at=event.at.isoformat(),
            actor=event.actor.id,
            name=event.actor.name,
            role=event.actor.role.value,
            action=event.action,
            subject=event.subject,
            details=json.dumps(dict(event.details)),
        )
    )


class SqlAudit:
    """Implements ports.Audit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, limit: int = 500) -> tuple[AuditEvent, ...]:
        rows = self._connection.execute(select(audit).order_by(audit.c.id.desc()).limit(limit))
        return tuple(
            AuditEvent(Actor(row.actor, row.name, Role(row.role)), datetime.fromisoformat(row.at), row.action, row.subject, json.loads(row.details))
            for row in rows
        )

    def note(self, event: AuditEvent) -> None:
        note(self._connection, event)
