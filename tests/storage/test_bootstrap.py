"""Where everything is joined: the environment, the two worlds, and the sample that is whole or not there."""

import time
from pathlib import Path

import pytest

from reporting import bootstrap
from reporting.actions.audit_trail import audit_trail
from reporting.actions.overview import overview
from reporting.actions.people import list_people
from reporting.actions.stories import list_stories
from reporting.actions.types import State, Task
from reporting.bootstrap import migrate, open_services, remove_sample
from reporting.errors import Reason, SetupError
from reporting.model.people import COMMAND_LINE, Role
from reporting.model.period import Quarter
from reporting.model.story import StoryStatus
from reporting.settings import Settings
from reporting.storage import migrate as tables
from reporting.storage.database import FILE_NAME

SECONDS = 5  # of processor time: the promise is five seconds on a machine that does nothing else


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "data", tmp_path / "keys")


def test_the_environment_says_where_data_and_keys_lie() -> None:
    given = Settings.from_environment({"DATA_DIR": "/srv/gegevens", "KEY_DIR": "/srv/sleutels", "LIBREOFFICE": "nee"})
    assert given == Settings(Path("/srv/gegevens"), Path("/srv/sleutels"))


def test_without_an_environment_keys_lie_in_the_users_own_folder() -> None:
    plain = Settings.from_environment({})
    assert plain.data_dir == Path.cwd() / "data"
    assert not plain.key_dir.is_relative_to(Path.cwd())


def test_migrating_says_from_where_to_where(settings: Settings) -> None:
    assert migrate(settings) == (None, tables.HEAD)
    assert migrate(settings) == (tables.HEAD, tables.HEAD)


def test_own_data_begins_empty_and_in_amsterdam_time(settings: Settings) -> None:
    services = open_services(settings)
    assert list_people(services) == ()
    assert not services.sample
    assert str(services.clock().tzinfo) == "Europe/Amsterdam"


def test_the_sample_is_a_world_of_its_own_loaded_once_in_time(settings: Settings) -> None:
    own = open_services(settings)
    began = time.process_time()
    sample = open_services(settings, sample=True)
    assert time.process_time() - began < SECONDS
    assert sample.sample
    assert list_people(own) == ()
    assert {p.role for p in list_people(sample)} == {Role.WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.PRIVACY_OFFICER}
    seen = overview(sample, COMMAND_LINE, "GM9999", Quarter(2026, 3))
    assert {t.task: t.state for t in seen.tasks}[Task.REGISTRATIONS] is State.DONE
    assert {s.status for s in list_stories(sample, COMMAND_LINE)} == {StoryStatus.APPROVED, StoryStatus.WAITING}
    events = len(audit_trail(sample, COMMAND_LINE, 10_000))
    assert len(audit_trail(open_services(settings, sample=True), COMMAND_LINE, 10_000)) == events
    assert sorted(p.name for p in settings.data_dir.iterdir() if p.is_dir()) == ["sample"]


def test_a_sample_that_breaks_off_leaves_nothing_behind(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "SAMPLE_DATA", settings.data_dir / "nowhere")
    with pytest.raises(SetupError, match=Reason.DATA_FOLDER.value):
        open_services(settings, sample=True)
    assert [p.name for p in settings.data_dir.iterdir()] == []


def test_removing_the_sample_never_touches_own_data(settings: Settings) -> None:
    open_services(settings)
    folder = settings.data_dir / "sample"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"")
    remove_sample(settings)
    assert not folder.exists()
    assert (settings.data_dir / FILE_NAME).exists()
    remove_sample(settings)
