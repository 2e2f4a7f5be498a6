"""Settings people change in the app."""

from sqlalchemy import Connection, insert, select, update

from reporting.errors import Conflict, NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.stored import Setting
from reporting.storage.audit import note
from reporting.storage.tables import settings


class SqlSettings:
    """Implements ports.SettingsStore."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> Setting | None:
        row = self._connection.execute(select(settings).where(settings.c.name == name)).one_or_none()
        return None if row is None else Setting(row.name, row.value, row.version)

    def all(self) -> tuple[Setting, ...]:
        return tuple(Setting(row.name, row.value, row.version) for row in self._connection.execute(select(settings).order_by(settings.c.name)))

    def save(self, name: str, value: str, expected_version: int, event: AuditEvent) -> Setting:
        there = self.get(name)
        if there is None and expected_version > 0:
            raise NotPossible(Reason.NOT_FOUND)
        if there is not None and there.version != expected_version:
            raise Conflict(Reason.CHANGED_MEANWHILE, theirs=there)
        saved = Setting(name, value, expected_version + 1)
        if there is None:
            self._connection.execute(insert(settings).values(name=name, value=value, version=saved.version))
        else:
            guarded = update(settings).where(settings.c.name == name, settings.c.version == expected_version)
            self._connection.execute(guarded.values(value=value, version=saved.version))
        note(self._connection, event)
        return saved
