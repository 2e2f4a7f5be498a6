"""The ledger of imports, and the sealed images of their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from reporting.errors import NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.registration import ImportBatch
from reporting.model.stored import OpenRow
from reporting.storage.audit import note
from reporting.storage.codec import pack, unpack
from reporting.storage.tables import batch_images, batches, erasures
from reporting.storage.vault import HOUSE, Vault

_NOT_ACTIVE = {"active_file": None, "active_records": None}
_OPEN_ROWS = tuple[OpenRow, ...]


class SqlBatches:
    """Implements ports.Batches. `erased` tells the unit of work that bytes must be wiped after the commit."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self.erased = False

    def all(self) -> tuple[ImportBatch, ...]:
        return tuple(_batch(row) for row in self._connection.execute(select(batches).order_by(batches.c.sequence)))

    def get(self, batch_id: str) -> ImportBatch | None:
        row = self._connection.execute(select(batches).where(batches.c.id == batch_id)).one_or_none()
        return None if row is None else _batch(row)

    def active(self) -> tuple[ImportBatch, ...]:
        return tuple(b for b in self.all() if b.active)

    def image(self, batch_id: str) -> bytes:
        return self._sealed(batch_id, "image")

    def add(self, batch: ImportBatch, image: bytes, open_rows: Sequence[OpenRow], event: AuditEvent) -> ImportBatch:
        last = self._connection.execute(select(func.max(batches.c.sequence))).scalar_one()
        added = replace(batch, sequence=(last or 0) + 1)
        values = {"id": added.id, "sequence": added.sequence, "header_fingerprint": added.header_fingerprint, "body": pack(added).decode()}
        if added.supersedes is not None:
            self._change(added.supersedes, _NOT_ACTIVE)
        try:
            self._connection.execute(insert(batches).values(**values, active_file=added.file_sha256, active_records=added.records_sha256))
        except IntegrityError:
            raise NotPossible(Reason.ALREADY_IMPORTED) from None
        if added.supersedes is not None:
            self._supersede(added.supersedes, added.id)
        sealed = {"image": self._seal(added.id, "image", image), "open_rows": self._seal(added.id, "open_rows", pack(tuple(open_rows), _OPEN_ROWS))}
        self._connection.execute(insert(batch_images).values(batch=added.id, **sealed))
        note(self._connection, event)
        return added

    def withdraw(self, batch_id: str, at: datetime, event: AuditEvent) -> None:
        self._change(batch_id, {"withdrawn_at": at.isoformat(), **_NOT_ACTIVE})
        note(self._connection, event)

    def restore(self, batch_id: str, event: AuditEvent) -> None:
        batch = self.get(batch_id)
        if batch is None:
            raise NotPossible(Reason.NOT_FOUND)
        if batch.supersedes is not None:
            self._supersede(batch.supersedes, batch_id)
        active = {"active_file": batch.file_sha256, "active_records": batch.records_sha256}
        try:
            self._change(batch_id, {"withdrawn_at": None, "superseded_by": None, **active})
        except IntegrityError:
            raise NotPossible(Reason.ALREADY_IMPORTED) from None
        note(self._connection, event)

    def rewrite(self, batch: ImportBatch, image: bytes, event: AuditEvent) -> None:
        self._change(batch.id, {"body": pack(batch).decode()})
        sealed = self._seal(batch.id, "image", image)
        self._connection.execute(update(batch_images).where(batch_images.c.batch == batch.id).values(image=sealed))
        note(self._connection, event)
        self.erased = True

    def rewrite_open_rows(self, batch_id: str, rows: Sequence[OpenRow], event: AuditEvent) -> None:
        self._store_open_rows(batch_id, rows)
        note(self._connection, event)

    def note_erasure(self, pseudonym: str, event: AuditEvent) -> None:
        self._connection.execute(delete(erasures).where(erasures.c.kind == "client", erasures.c.subject == pseudonym))
        self._connection.execute(insert(erasures).values(kind="client", subject=pseudonym, at=event.at.isoformat()))
        note(self._connection, event)

    def open_rows(self, batch_id: str) -> tuple[OpenRow, ...]:
        return unpack(self._sealed(batch_id, "open_rows"), _OPEN_ROWS)

    def _supersede(self, batch_id: str, by: str) -> None:
        """Let a batch count no longer; the values of its open rows were repaired, so they go."""
        self._change(batch_id, {"superseded_by": by, **_NOT_ACTIVE})
        self._store_open_rows(batch_id, [replace(row, value="") for row in self.open_rows(batch_id)])

    def _store_open_rows(self, batch_id: str, rows: Sequence[OpenRow]) -> None:
        sealed = self._seal(batch_id, "open_rows", pack(tuple(rows), _OPEN_ROWS))
        self._connection.execute(update(batch_images).where(batch_images.c.batch == batch_id).values(open_rows=sealed))

    def _change(self, batch_id: str, values: Mapping[str, str | None]) -> None:
        if self._connection.execute(update(batches).where(batches.c.id == batch_id).values(**values)).rowcount == 0:
            raise NotPossible(Reason.NOT_FOUND)

    def _seal(self, batch_id: str, part: str, data: bytes) -> bytes:
        return self._vault.seal(HOUSE, f"batch:{batch_id}:{part}", data)

    def _sealed(self, batch_id: str, part: str) -> bytes:
        sealed = self._connection.execute(select(batch_images.c[part]).where(batch_images.c.batch == batch_id)).scalar_one_or_none()
        if sealed is None:
            raise NotPossible(Reason.NOT_FOUND)
        return self._vault.open(HOUSE, f"batch:{batch_id}:{part}", sealed)


def _batch(row: Row[tuple[object, ...]]) -> ImportBatch:
    """What changes after the import stands in columns, the rest in the body."""
    withdrawn = None if row.withdrawn_at is None else datetime.fromisoformat(row.withdrawn_at)
    return replace(unpack(row.body, ImportBatch), superseded_by=row.superseded_by, withdrawn_at=withdrawn)
