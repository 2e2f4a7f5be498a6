"""People and their roles."""

from sqlalchemy import Connection, delete, insert, select, update

from reporting.model.audit import AuditEvent
from reporting.model.people import Actor, Role
from reporting.storage.audit import note
from reporting.storage.tables import drafts, people


class SqlPeople:
    """Implements ports.People."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Actor, ...]:
        return tuple(Actor(row.id, row.name, Role(row.role)) for row in self._connection.execute(select(people).order_by(people.c.name, people.c.id)))

    def get(self, person_id: str) -> Actor | None:
        row = self._connection.execute(select(people).where(people.c.id == person_id)).one_or_none()
        return None if row is None else Actor(row.id, row.name, Role(row.role))

    def save(self, person: Actor, event: AuditEvent) -> None:
        changed = self._connection.execute(update(people).where(people.c.id == person.id).values(name=person.name, role=person.role.value))
        if changed.rowcount == 0:
            self._connection.execute(insert(people).values(id=person.id, name=person.name, role=person.role.value))
        note(self._connection, event)

    def remove(self, person_id: str, event: AuditEvent) -> None:
        self._connection.execute(delete(drafts).where(drafts.c.person == person_id))
        self._connection.execute(delete(people).where(people.c.id == person_id))
        note(self._connection, event)
