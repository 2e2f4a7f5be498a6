"""Opening a database: folder, keys, tables, in that order; every failure is a sentence for the user."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from reporting.errors import Reason, SetupError
from reporting.storage import keys as key_file
from reporting.storage.backup import SqlArchive
from reporting.storage.engine import WRITE, mended, open_engine
from reporting.storage.keys import KeyRing, Keys
from reporting.storage.migrate import HEAD, migrate
from reporting.storage.unit_of_work import SqlUnitOfWork
from reporting.storage.vault import check_keys

FILE_NAME = "gegevens.sqlite"


@dataclass(frozen=True, slots=True, repr=False)
class Database:
    """An open database with its keys."""

    engine: Engine
    ring: KeyRing
    folder: Path
    migrated_from: str | None  # the revision it had, None when it was new

    def unit_of_work(self) -> SqlUnitOfWork:
        """A transaction that may write."""
        return SqlUnitOfWork(self.engine, self.ring, writes=True)

    def reading(self) -> SqlUnitOfWork:
        """A transaction that only reads."""
        return SqlUnitOfWork(self.engine, self.ring, writes=False)

    def archive(self) -> SqlArchive:
        """Backup and restore."""
        return SqlArchive(self.engine, self.folder, self.ring)

    @property
    def keys(self) -> Keys:
        """The keys as they are now."""
        return self.ring.keys

    @property
    def revision(self) -> str:
        """The revision of the tables now."""
        return HEAD

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(folder: Path, key_folder: Path, *, beside: Path | None = None) -> Database:
    """Open (or make) the database in a folder. `beside`: the folder of a database that uses the same keys.

    Raises SetupError: DATA_FOLDER, KEY_FOLDER, KEY_MISSING (there is data, but no key), KEY_WRONG, DATABASE_NEWER; UserError(DISK_FULL).
    """
    if key_folder.is_relative_to(folder):
        raise SetupError(Reason.KEY_FOLDER, folder=str(key_folder))  # a backup of the data would take the keys along
    file = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there_is_data = file.exists() and file.stat().st_size > 0
        if not there_is_data:
            file.touch()
    except OSError as error:
        found = mended(error)
        raise SetupError(Reason.DATA_FOLDER, folder=str(folder)) if isinstance(found, SetupError) else found or error from None
    keys = key_file.load(key_folder)
    if keys is None and (there_is_data or (beside is not None and (beside / FILE_NAME).exists())):
        raise SetupError(Reason.KEY_MISSING, folder=str(key_folder))
    keys = keys or key_file.save(key_folder, key_file.new_keys())
    engine = open_engine(file)
    try:
        had = migrate(engine)
        with engine.connect().execution_options(**WRITE) as connection, connection.begin():
            check_keys(connection, keys)
    except SetupError as error:
        engine.dispose()
        raise SetupError(error.reason, folder=str(key_folder if error.reason is Reason.KEY_WRONG else folder)) from None
    return Database(engine, KeyRing(key_folder, keys), folder, had)
