"""Everything or nothing: rollback, two savers at once, a full disk, a killed process."""

import errno
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from reporting.errors import Conflict, Reason, SetupError, UserError
from reporting.model.stored import Setting
from reporting.storage.database import Database, open_database
from reporting.storage.engine import mended
from tests.storage.conftest import ANNA, event
from tests.storage.test_repositories import batch


def test_leaving_without_commit_changes_nothing(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.people.save(ANNA, event())
    with database.reading() as uow:
        assert uow.people.all() == ()
        assert uow.audit.all() == ()


def test_an_error_on_the_way_takes_the_audit_event_along(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.unit_of_work() as uow:
        uow.people.save(ANNA, event())
        1 / 0  # noqa: B018
    with database.reading() as uow:
        assert (uow.people.all(), uow.audit.all()) == ((), ())


def test_every_write_leaves_one_event(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.people.save(ANNA, event())
        uow.settings.save("organisation", "x", 0, event())
        uow.commit()
    with database.reading() as uow:
        assert len(uow.audit.all()) == 2


def test_a_reader_sees_one_moment(database: Database) -> None:
    with database.reading() as reader:
        assert reader.people.all() == ()
        with database.unit_of_work() as writer:
            writer.people.save(ANNA, event())
            writer.commit()
        assert reader.people.all() == ()
    with database.reading() as reader:
        assert reader.people.all() == (ANNA,)


def test_of_two_savers_at_once_one_wins_and_the_other_gets_both(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.settings.save("organisation", "eerst", 0, event())
        uow.commit()
    start = threading.Barrier(2)
    outcomes: list[object] = []

    def save(value: str) -> None:
        start.wait()
        try:
            with database.unit_of_work() as uow:
                outcomes.append(uow.settings.save("organisation", value, 1, event()))
                uow.commit()
        except Conflict as conflict:
            outcomes.append(conflict.theirs)

    threads = [threading.Thread(target=save, args=(value,)) for value in ("een", "twee")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 2
    assert outcomes[0] == outcomes[1]
    assert isinstance(outcomes[0], Setting)
    assert outcomes[0].version == 2


def test_many_writers_in_threads_all_get_their_turn(database: Database) -> None:
    def write(number: int) -> None:
        with database.unit_of_work() as uow:
            uow.batches.add(batch(f"b{number}"), b"x", [], event())
            uow.commit()

    threads = [threading.Thread(target=write, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as uow:
        assert [b.sequence for b in uow.batches.all()] == list(range(1, 13))


def test_a_full_disk_is_said_and_leaves_nothing_half(database: Database) -> None:
    with database.engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    database.close()

    def limited(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + 10}")

    from sqlalchemy import event as listen

    listen.listen(database.engine, "connect", limited)
    with pytest.raises(UserError) as caught, database.unit_of_work() as uow:
        uow.batches.add(batch(), b"x" * 200_000, [], event())
        uow.commit()
    assert caught.value.reason is Reason.DISK_FULL
    assert caught.value.__cause__ is None or "x" * 50 not in str(caught.value.__cause__)
    with database.reading() as uow:
        assert (uow.batches.all(), uow.audit.all()) == ((), ())


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), Reason.DISK_FULL),
        (PermissionError(errno.EACCES, "Permission denied"), Reason.DATA_FOLDER),
        (sqlite3.OperationalError("database or disk is full"), Reason.DISK_FULL),
        (sqlite3.OperationalError("attempt to write a readonly database"), Reason.DATA_FOLDER),
        (sqlite3.OperationalError("database is locked"), Reason.BUSY),
    ],
)
def test_errors_of_driver_and_system_get_a_reason(error: Exception, reason: Reason) -> None:
    found = mended(error)
    assert found is not None
    assert found.reason is reason
    assert isinstance(found, SetupError) is (reason is Reason.DATA_FOLDER)


def test_an_error_of_ours_stays_an_error_of_ours() -> None:
    assert mended(sqlite3.OperationalError("no such table: people")) is None


def test_errors_never_carry_the_values_of_a_statement(database: Database) -> None:
    with pytest.raises(Exception, match="NOT NULL") as caught, database.engine.begin() as connection:
        connection.execute(text("INSERT INTO people (id, name) VALUES (:i, :n)"), {"i": "1", "n": "Wilhelmina"})
    assert "Wilhelmina" not in str(caught.value)


def test_two_processes_may_open_one_database(database: Database, place: Path) -> None:
    other = open_database(place / "data", place / "keys")
    with other.unit_of_work() as uow:
        uow.people.save(replace(ANNA, name="Bea Kuipers"), event())
        uow.commit()
    with database.reading() as uow:
        assert [p.name for p in uow.people.all()] == ["Bea Kuipers"]
    other.close()
