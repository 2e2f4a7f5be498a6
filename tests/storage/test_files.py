"""Files kept by name: one at most, sealed, and there after an upgrade of an older database."""

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from reporting.errors import NotPossible, Reason
from reporting.model.stored import StoredFile
from reporting.storage import migrate
from reporting.storage.database import Database
from reporting.storage.tables import answers, files, messages, report_facts, talks
from tests.storage.conftest import AT, event

FILE = StoredFile("house_style", "huisstijl.docx", AT, "a" * 64)


def test_a_file_comes_back_as_it_was_and_is_replaced_by_the_next(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.files.save(FILE, b"eerste", event("save"))
        uow.files.save(replace(FILE, label="nieuw.docx"), b"tweede", event("save"))
        uow.commit()
    with database.reading() as uow:
        assert uow.files.get("house_style") == replace(FILE, label="nieuw.docx")
        assert uow.files.body("house_style") == b"tweede"


def test_a_file_is_sealed(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.files.save(FILE, b"leesbaar", event("save"))
        uow.commit()
    with database.engine.connect() as connection:
        assert b"leesbaar" not in connection.execute(select(files.c.body)).scalar_one()


def test_a_file_removed_is_gone_and_cannot_be_removed_again(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.files.save(FILE, b"x", event("save"))
        uow.files.remove("house_style", event("remove"))
        assert uow.files.get("house_style") is None
        for act in (lambda: uow.files.body("house_style"), lambda: uow.files.remove("house_style", event("remove"))):
            with pytest.raises(NotPossible) as refused:
                act()
            assert refused.value.reason is Reason.NOT_FOUND


def test_a_database_of_the_first_version_gets_the_table(database: Database) -> None:
    with database.engine.begin() as connection:
        for table in (answers, talks, messages, report_facts, files):
            table.drop(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert migrate.migrate(database.engine) == "0001"
    with database.unit_of_work() as uow:
        uow.files.save(FILE, b"x", event("save"))
        uow.commit()
