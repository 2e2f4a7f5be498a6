"""The engine: one per process and database, with the pragmas of SQLite and the errors a user can mend."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection

from reporting.errors import InternalError, Reason, SetupError, UserError

BUSY_SECONDS = 30
_PRAGMAS = (f"busy_timeout={BUSY_SECONDS * 1000}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
WRITE = {"writes": True}


def open_engine(file: Path) -> Engine:
    """An engine on an SQLite file (made when absent). Statements never show their values in errors or logs."""
    engine = create_engine(f"sqlite:///{file}", hide_parameters=True, pool_size=5, max_overflow=20)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _translate)
    return engine


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    """Leave transactions to us and set the pragmas: durable after a power cut, and nothing deleted stays readable in the file."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Writers take their turn at the start, so what they read is what they change; readers never wait."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _translate(context: ExceptionContext) -> None:
    """Raise what a user can mend instead of the driver's words."""
    found = mended(context.original_exception)
    if found is not None:
        raise found


def mended(error: BaseException) -> UserError | None:
    """The error a user can mend behind one of the driver or the operating system; None when it is our fault."""
    said = str(error).lower()
    if isinstance(error, OSError):
        return UserError(Reason.DISK_FULL) if error.errno in (errno.ENOSPC, errno.EDQUOT) else SetupError(Reason.DATA_FOLDER)
    if "disk is full" in said or "disk i/o error" in said:
        return UserError(Reason.DISK_FULL)
    if "readonly database" in said or "unable to open database" in said:
        return SetupError(Reason.DATA_FOLDER)
    return UserError(Reason.BUSY) if "database is locked" in said else None


@contextmanager
def raw(engine: Engine) -> Iterator[sqlite3.Connection]:
    """A bare SQLite connection outside any transaction, for what only SQLite has: copying whole and emptying its log."""
    with closing(engine.raw_connection()) as pooled:
        connection = pooled.driver_connection
        if not isinstance(connection, sqlite3.Connection):
            raise InternalError("the engine is not SQLite")
        yield connection


def forget_deleted(engine: Engine) -> None:
    """Write the log into the file and empty it: bytes of an erased key must not stay behind in the log."""
    with raw(engine) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
