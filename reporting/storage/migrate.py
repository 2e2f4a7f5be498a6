"""Bring the tables up to date. Looks first: Alembic is loaded only when there is work."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from reporting.errors import Reason, SetupError
from reporting.storage.engine import WRITE

HEAD = "0003"
_FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> str | None:
    """Bring the database to HEAD in one transaction; returns the revision it had, None when it was empty.

    Raises SetupError(DATABASE_NEWER) when a newer version of the app has written it.
    """
    with engine.connect() as connection:
        had = _revision(connection)
    if had == HEAD:
        return had
    with engine.connect().execution_options(**WRITE) as connection, connection.begin():
        had = _revision(connection)  # another process may have been first
        if had != HEAD:
            _upgrade(connection, had)
    return had


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def _upgrade(connection: Connection, had: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if had is not None and had not in known:
        raise SetupError(Reason.DATABASE_NEWER)
    command.upgrade(config, HEAD)
