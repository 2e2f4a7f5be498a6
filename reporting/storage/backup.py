"""One file with everything in it, and putting it back: the only module that knows that the database is SQLite.

A backup is a zip of a consistent copy of the database and its SHA-256. Sealed columns stay sealed; keys are never in it.
"""

import hashlib
import io
import json
import secrets
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select

from reporting import ports
from reporting.errors import InputRejected, Reason
from reporting.model.audit import AuditEvent
from reporting.model.story import StoryStatus
from reporting.storage.audit import note
from reporting.storage.engine import WRITE, forget_deleted, mended, open_engine, raw
from reporting.storage.keys import KeyRing
from reporting.storage.migrate import migrate
from reporting.storage.tables import erasures
from reporting.storage.unit_of_work import SqlUnitOfWork
from reporting.storage.vault import Vault, check_keys

_DATABASE, _CHECK = "database.sqlite", "controle.json"
_FORMAT = "tellen-en-vertellen 1"


class SqlArchive:
    """Implements ports.Archive for the database of an engine."""

    def __init__(self, engine: Engine, folder: Path, ring: KeyRing) -> None:
        self._engine = engine
        self._folder = folder
        self._ring = ring

    def make(self, at: datetime) -> bytes:
        with self._staging() as copy:
            with raw(self._engine) as source, closing(sqlite3.connect(copy)) as target:
                source.backup(target)
            data = copy.read_bytes()
        check = {"format": _FORMAT, "made_at": at.isoformat(), "sha256": hashlib.sha256(data).hexdigest()}
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_CHECK, json.dumps(check))
            archive.writestr(_DATABASE, data)
        return packed.getvalue()

    def put_back(self, data: bytes, erase: Callable[[ports.UnitOfWork, Sequence[str]], None], event: AuditEvent) -> None:
        database = _checked(data)
        with self._staging() as copy:
            copy.write_bytes(database)
            _check_whole(copy)
            staged = open_engine(copy)
            try:
                self._prepare(staged, erase, event)
            finally:
                staged.dispose()
            with closing(sqlite3.connect(copy)) as source, raw(self._engine) as target:
                source.backup(target)
            forget_deleted(self._engine)

    def renew_key(self, event: AuditEvent) -> int:
        """The key file is written while the database is locked: a crash in between leaves data keys that the ring still opens."""
        with self._engine.connect().execution_options(**WRITE) as connection, connection.begin():
            check_keys(connection, self._ring.renew())
            wrapped = Vault(connection, self._ring).wrap_anew()
            note(connection, event)
        return wrapped

    def _prepare(self, staged: Engine, erase: Callable[[ports.UnitOfWork, Sequence[str]], None], event: AuditEvent) -> None:
        """Check the copy with our own keys, bring it up to date and take out again what was erased since it was made."""
        migrate(staged)
        with staged.begin() as connection:
            check_keys(connection, self._ring.keys)
        clients, stories = self._erased()
        with SqlUnitOfWork(staged, self._ring, writes=True) as uow:
            for story_id in stories:
                found = uow.stories.get(story_id)
                if found is not None and found.status is not StoryStatus.ERASED:
                    uow.stories.erase(story_id, event)
            erase(uow, clients)
            uow.audit.note(event)
            uow.commit()

    def _erased(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Pseudonyms of clients and ids of stories that were erased here."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(erasures)).all()
        return tuple(r.subject for r in rows if r.kind == "client"), tuple(r.subject for r in rows if r.kind == "story")

    @contextmanager
    def _staging(self) -> Iterator[Path]:
        """A path for a copy in the data folder, removed afterwards with its log."""
        copy = self._folder / f"kopie-{secrets.token_hex(8)}.sqlite"
        try:
            yield copy
        except (OSError, sqlite3.OperationalError) as error:
            raise mended(error) or error from None
        finally:
            for name in (copy, *(copy.with_name(copy.name + tail) for tail in ("-wal", "-shm", "-journal"))):
                name.unlink(missing_ok=True)


def _check_whole(copy: Path) -> None:
    """Raise InputRejected(BAD_BACKUP) unless SQLite finds the copy whole."""
    with closing(sqlite3.connect(copy)) as connection:
        try:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            sound = False
    if not sound:
        raise InputRejected(Reason.BAD_BACKUP)


def _checked(data: bytes) -> bytes:
    """The database in a backup, its hash compared. Raises InputRejected(BAD_BACKUP)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check = json.loads(archive.read(_CHECK))
            database = archive.read(_DATABASE)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError):
        raise InputRejected(Reason.BAD_BACKUP) from None
    if not isinstance(check, dict) or check.get("format") != _FORMAT or check.get("sha256") != hashlib.sha256(database).hexdigest():
        raise InputRejected(Reason.BAD_BACKUP)
    return database
