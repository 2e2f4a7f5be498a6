"""Files kept by name, sealed."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from reporting.errors import NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.stored import StoredFile
from reporting.storage.audit import note
from reporting.storage.tables import files
from reporting.storage.vault import HOUSE, Vault


class SqlFiles:
    """Implements ports.Files."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def get(self, name: str) -> StoredFile | None:
        query = select(files.c.name, files.c.label, files.c.at, files.c.sha256).where(files.c.name == name)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else StoredFile(row.name, row.label, datetime.fromisoformat(row.at), row.sha256)

    def body(self, name: str) -> bytes:
        sealed = self._connection.execute(select(files.c.body).where(files.c.name == name)).scalar_one_or_none()
        if sealed is None:
            raise NotPossible(Reason.NOT_FOUND)
        return self._vault.open(HOUSE, f"file:{name}", sealed)

    def save(self, file: StoredFile, body: bytes, event: AuditEvent) -> None:
        sealed = self._vault.seal(HOUSE, f"file:{file.name}", body)
        self._connection.execute(delete(files).where(files.c.name == file.name))
        self._connection.execute(insert(files).values(name=file.name, label=file.label, at=file.at.isoformat(), sha256=file.sha256, body=sealed))
        note(self._connection, event)

    def remove(self, name: str, event: AuditEvent) -> None:
        if self._connection.execute(delete(files).where(files.c.name == name)).rowcount == 0:
            raise NotPossible(Reason.NOT_FOUND)
        note(self._connection, event)
