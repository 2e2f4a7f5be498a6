"""A backup is one file with a check; putting it back is everything or nothing, and what was erased stays erased."""

import hashlib
import io
import json
import zipfile

import pytest

from reporting.actions.backup import make_backup, restore_backup
from reporting.actions.batches import list_batches
from reporting.actions.erase_client import erase_client
from reporting.actions.erase_story import erase_story
from reporting.actions.people import add_person, list_people
from reporting.actions.stories import get_story, list_stories
from reporting.errors import InputRejected, Reason, SetupError
from reporting.intake import from_image, pseudonym
from reporting.model.people import Role
from reporting.model.registration import Column
from reporting.model.story import StoryStatus
from reporting.ports import Services
from tests.unit.actions.conftest import World
from tests.unit.actions.telling import typed
from tests.unit.actions.test_imports import contacts, upload


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The backup with some parts replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.partition(".")[0], old.read(name)))
    return packed.getvalue()


def test_everything_comes_back_as_it_was(world: World) -> None:
    upload(world, contacts(6))
    story = typed(world)
    name, backup = make_backup(world.services, world.manager)
    assert name == "reservekopie-2026-10-05-0930.zip"
    upload(world, contacts(7, first=500))
    add_person(world.services, world.manager, "Later Gekomen", Role.WORKER)
    restore_backup(world.services, world.manager, backup)
    assert [b.rows_accepted for b in list_batches(world.services, world.worker)] == [6]
    assert "Later Gekomen" not in [p.name for p in list_people(world.services)]
    assert get_story(world.services, world.worker, story.id) == story
    assert [len(world.events(name)) for name in ("make_backup", "restore_backup")] == [1, 1]


def test_what_was_erased_since_stays_erased(world: World) -> None:
    batch = upload(world, contacts(6))
    story = typed(world)
    _, backup = make_backup(world.services, world.manager)
    erase_client(world.services, world.officer, "100")
    erase_story(world.services, world.officer, story.id)
    restore_backup(world.services, world.manager, backup)
    with world.services.reading() as uow:
        clients = from_image(uow.batches.image(batch.id))[Column.CLIENT.value].to_pylist()
    assert len(clients) == 5
    assert pseudonym("100", world.services.secrets.pseudonym) not in clients
    assert [s.status for s in list_stories(world.services, world.worker)] == [StoryStatus.ERASED]
    restore_backup(world.services, world.manager, backup)  # the list came along
    assert [s.status for s in list_stories(world.services, world.worker)] == [StoryStatus.ERASED]


def test_a_backup_holds_no_keys_and_no_names(world: World) -> None:
    typed(world)
    _, backup = make_backup(world.services, world.manager)
    with zipfile.ZipFile(io.BytesIO(backup)) as packed:
        raw = b"".join(packed.read(name) for name in packed.namelist())
        assert set(packed.namelist()) == {"controle.json", "database.sqlite"}
    assert b"Wim Werker" in raw
    assert b"Semhar" not in raw
    assert world.services.secrets.pseudonym not in raw


def test_a_damaged_or_strange_file_changes_nothing(world: World) -> None:
    upload(world, contacts(6))
    _, backup = make_backup(world.services, world.manager)
    with zipfile.ZipFile(io.BytesIO(backup)) as packed:
        database = packed.read("database.sqlite")
        check = json.loads(packed.read("controle.json"))
    broken = bytes([database[0] ^ 1]) + database[1:]

    vouched = json.dumps({**check, "sha256": hashlib.sha256(b"no database at all").hexdigest()}).encode()
    strange = [b"", b"PK\x03\x04 nothing", backup[: len(backup) // 2], repacked(backup, database=broken), repacked(backup, controle=b"[]")]
    strange.append(repacked(backup, database=b"no database at all", controle=vouched))
    for data in strange:
        with pytest.raises(InputRejected, match=Reason.BAD_BACKUP.value):
            restore_backup(world.services, world.manager, data)
    assert [b.rows_accepted for b in list_batches(world.services, world.worker)] == [6]


def test_a_backup_of_other_keys_is_refused(world: World, empty: Services) -> None:
    manager = add_person(empty, None, "Ander", Role.MANAGER)
    _, backup = make_backup(empty, manager)
    with pytest.raises(SetupError, match=Reason.KEY_WRONG.value):
        restore_backup(world.services, world.manager, backup)
    assert "Wim Werker" in [p.name for p in list_people(world.services)]
