"""Opening a database: folder, keys and tables, and every way in which that can go wrong."""

import json
import os
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from reporting.errors import Reason, SetupError
from reporting.storage import keys, migrate
from reporting.storage.database import FILE_NAME, Database, open_database
from reporting.storage.tables import metadata
from tests.storage.conftest import ANNA, event


def refused(folder: Path, key_folder: Path) -> SetupError:
    with pytest.raises(SetupError) as caught:
        open_database(folder, key_folder)
    return caught.value


def test_keys_are_made_for_the_owner_only_and_apart_from_the_data(database: Database, place: Path) -> None:
    file = place / "keys" / keys.FILE_NAME
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    raw = b"".join(f.read_bytes() for f in (place / "data").iterdir())
    for key in (database.keys.pseudonym, database.keys.substitute, *database.keys.masters.values()):
        assert key not in raw


def test_a_key_file_that_others_may_read_is_closed_again(database: Database, place: Path) -> None:
    file = place / "keys" / keys.FILE_NAME
    file.chmod(0o644)
    open_database(place / "data", place / "keys").close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_missing_key_beside_data_is_said_and_no_new_one_is_made(database: Database, place: Path) -> None:
    database.close()
    (place / "keys" / keys.FILE_NAME).unlink()
    error = refused(place / "data", place / "keys")
    assert error.reason is Reason.KEY_MISSING
    assert error.details["folder"] == str(place / "keys")
    assert not (place / "keys" / keys.FILE_NAME).exists()


def test_a_new_world_beside_data_does_not_make_new_keys_either(database: Database, place: Path) -> None:
    (place / "keys" / keys.FILE_NAME).unlink()
    with pytest.raises(SetupError, match=Reason.KEY_MISSING.value):
        open_database(place / "data" / "sample", place / "keys", beside=place / "data")


@pytest.mark.parametrize("part", ["masters", "pseudonym", "substitute"])
def test_another_key_is_recognised_as_the_wrong_one(database: Database, place: Path, part: str) -> None:
    database.close()
    file = place / "keys" / keys.FILE_NAME
    found = json.loads(file.read_text())
    other = json.loads((_other_keys(place) / keys.FILE_NAME).read_text())
    file.write_text(json.dumps({**found, part: other[part]}))
    assert refused(place / "data", place / "keys").reason is Reason.KEY_WRONG


def _other_keys(place: Path) -> Path:
    keys.save(place / "other", keys.new_keys())
    return place / "other"


@pytest.mark.parametrize(
    "broken", ["", "{}", "[]", '{"masters": {"1": "not base64!"}}', '{"masters": {"1": "AA=="}, "current": "1", "pseudonym": "AA==", "substitute": "AA=="}']
)
def test_a_broken_key_file_is_the_wrong_key(place: Path, broken: str) -> None:
    (place / "keys").mkdir()
    (place / "keys" / keys.FILE_NAME).write_text(broken)
    assert refused(place / "data", place / "keys").reason is Reason.KEY_WRONG


def test_keys_inside_the_data_folder_are_refused(place: Path) -> None:
    assert refused(place / "data", place / "data" / "keys").reason is Reason.KEY_FOLDER


def test_a_key_folder_that_is_a_file_is_said(place: Path) -> None:
    (place / "keys").write_text("no folder")
    assert refused(place / "data", place / "keys").reason is Reason.KEY_FOLDER


def test_a_data_folder_that_cannot_be_made_is_said(place: Path) -> None:
    (place / "file").write_text("no folder")
    error = refused(place / "file" / "data", place / "keys")
    assert error.reason is Reason.DATA_FOLDER
    assert error.details["folder"] == str(place / "file" / "data")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_without_write_permission_is_said(place: Path) -> None:
    (place / "data").mkdir(mode=0o500)
    assert refused(place / "data", place / "keys").reason is Reason.DATA_FOLDER


def test_a_database_that_is_a_folder_is_said(place: Path) -> None:
    keys.save(place / "keys", keys.new_keys())
    (place / "data" / FILE_NAME).mkdir(parents=True)
    assert refused(place / "data", place / "keys").reason is Reason.DATA_FOLDER


def test_two_first_starts_end_with_the_same_keys(place: Path) -> None:
    first = keys.save(place / "keys", keys.new_keys())
    second = keys.save(place / "keys", keys.new_keys())
    assert second.pseudonym == first.pseudonym


def test_the_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_migration_is_the_head_that_is_looked_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.HEAD]


def test_a_database_of_a_newer_version_is_left_alone(database: Database, place: Path) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    assert refused(place / "data", place / "keys").reason is Reason.DATABASE_NEWER


def test_migrating_says_what_was_there_before(place: Path) -> None:
    first = open_database(place / "data", place / "keys")
    second = open_database(place / "data", place / "keys")
    assert (first.migrated_from, second.migrated_from) == (None, migrate.HEAD)
    first.close()
    second.close()


def test_a_new_master_key_wraps_anew_and_old_data_still_opens(database: Database, place: Path) -> None:
    from tests.storage.test_repositories import batch

    with database.unit_of_work() as uow:
        uow.people.save(ANNA, event())
        uow.batches.add(batch(), b"image", [], event())
        uow.commit()
    other = open_database(place / "data", place / "keys")
    assert database.archive().renew_key(event("renew_key")) == 1
    with other.reading() as uow:  # another process reads the ring again
        assert uow.batches.image("b1") == b"image"
        assert uow.audit.all()[0].action == "renew_key"
    other.close()
    database.close()
    again = open_database(place / "data", place / "keys")
    with again.reading() as uow:
        assert uow.batches.image("b1") == b"image"
    assert again.keys.current == "2"
    assert set(again.keys.masters) == {"1", "2"}
    again.close()


def test_the_pragmas_are_set(database: Database) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with database.engine.connect() as connection:
        assert {name: connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in wanted} == wanted
