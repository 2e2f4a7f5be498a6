"""The only place that joins settings, storage and clock."""

import secrets as random
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reporting.errors import Reason, SetupError
from reporting.ports import Clock, Secrets, Services
from reporting.settings import Settings
from reporting.storage.database import FILE_NAME, Database, open_database

SAMPLE_DATA = Path(__file__).parents[1] / "sample_data"
_ZONE = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """The time in the Netherlands."""
    return datetime.now(_ZONE)


def open_services(settings: Settings, *, sample: bool = False, clock: Clock = now) -> Services:
    """What actions work with. Migrates, checks the keys; the sample world is loaded on first use. Raises SetupError.

    Call once per process and world and keep the result: it holds the connections. It is safe between threads.
    """
    if not sample:
        return _services(open_database(settings.data_dir, settings.key_dir), clock, settings, sample=False)
    folder = settings.data_dir / "sample"
    if not (folder / FILE_NAME).exists():
        _make_sample(settings, folder, clock)
    return _services(open_database(folder, settings.key_dir, beside=settings.data_dir), clock, settings, sample=True)


def migrate(settings: Settings) -> tuple[str | None, str]:
    """Bring the tables up to date; returns the revision before (None: there was nothing) and after."""
    database = open_database(settings.data_dir, settings.key_dir)
    database.close()
    return database.migrated_from, database.revision


def remove_sample(settings: Settings) -> None:
    """Remove the sample world; own data is never touched. Close its services first: the next open makes it anew."""
    shutil.rmtree(settings.data_dir / "sample", ignore_errors=True)


def _make_sample(settings: Settings, folder: Path, clock: Clock) -> None:
    """Load the sample beside its place and move it there when it is whole: a killed process leaves no half sample."""
    from reporting.actions.load_sample import load_sample  # loads every room; own data needs it not

    draft = settings.data_dir / f"sample-{random.token_hex(4)}"
    try:
        database = open_database(draft, settings.key_dir, beside=settings.data_dir)
        try:
            load_sample(_services(database, clock, settings, sample=True), SAMPLE_DATA)
        finally:
            database.close()
        if not (folder / FILE_NAME).exists():
            shutil.rmtree(folder, ignore_errors=True)
            draft.rename(folder)
    except OSError:
        if not (folder / FILE_NAME).exists():  # else another process made it
            raise SetupError(Reason.DATA_FOLDER, folder=str(folder)) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _services(database: Database, clock: Clock, settings: Settings, *, sample: bool) -> Services:
    return Services(
        unit_of_work=database.unit_of_work,
        reading=database.reading,
        clock=clock,
        secrets=Secrets(pseudonym=database.keys.pseudonym, substitute=database.keys.substitute),
        archive=database.archive(),
        sample=sample,
        office=settings.office,
    )
