"""Pages are tried with real services in a folder of their own: an empty house, and a copy of the sample world."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from reporting.actions.people import add_person, list_people
from reporting.bootstrap import open_services
from reporting.model.people import Actor, Role
from reporting.ports import Services
from reporting.settings import Settings
from reporting.ui.session import Visit

ROOT = Path(__file__).parents[2]
MAIN = ROOT / "reporting" / "ui" / "main.py"
SAMPLE_QUARTER, SAMPLE_MUNICIPALITY = "2026-K3", "GM9999"


@dataclass(frozen=True)
class House:
    """One data folder with its services, and the app as a person sees it."""

    services: Services
    sample: bool

    def person(self, role: Role) -> Actor:
        """Somebody with this role: of the sample, or a new profile."""
        found = [p for p in list_people(self.services) if p.role is role]
        return found[0] if found else self._add(role)

    def _add(self, role: Role) -> Actor:
        managers = [p for p in list_people(self.services) if p.role is Role.MANAGER]
        if not managers:
            managers = [add_person(self.services, None, "Bo Beheer", Role.MANAGER)]
        return managers[0] if role is Role.MANAGER else add_person(self.services, managers[0], f"Iemand {role.value}", role)

    def open(self, page: str, person: Actor | None, **query: str) -> AppTest:
        """The page as this person sees it; None: nobody chose a profile."""
        app = AppTest.from_file(str(MAIN), default_timeout=60)
        who = "" if person is None else person.id
        place, quarter = (SAMPLE_MUNICIPALITY, SAMPLE_QUARTER) if self.sample else ("", "")
        guest, own = (who, "") if self.sample else ("", who)
        app.session_state["_visit"] = Visit(own, guest, self.sample, place, quarter)
        app.session_state["_token"] = "test"
        for name, value in query.items():
            app.query_params[name] = value
        return app.switch_page(f"../../pages/{page}.py").run()


def said(app: AppTest) -> str:
    """Headings, texts, messages and tables of a page as one text."""
    parts = [str(e.value) for e in (*app.title, *app.header, *app.subheader, *app.text, *app.markdown, *app.caption)]
    parts += [str(e.value) for e in (*app.error, *app.warning, *app.success, *app.info)]
    parts += [t.value.to_string() for t in app.table]
    return "\n".join(parts).replace("\\", "")


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return next(b for b in app.button if b.label == label).click().run()


def confirm(app: AppTest, label: str, yes: str) -> AppTest:
    """Press a button that asks a question, and the yes in its dialog."""
    app = press(app, label)
    next(b for b in app.button if b.label == label).click()
    return press(app, yes)


@pytest.fixture(scope="session", autouse=True)
def components() -> Iterator[None]:
    """Look for Streamlit components among all installed packages once, not for every app that is tried: that took half a second each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@contextmanager
def opened(folder: Path, *, sample: bool, world: Path | None = None) -> Iterator[House]:
    """A house in this folder, empty or as a copy of a world; the app finds it through the environment."""
    if world is not None:
        shutil.copytree(world, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_DIR", str(folder / "data"))
        patch.setenv("KEY_DIR", str(folder / "keys"))
        st.cache_resource.clear()
        yield House(open_services(Settings.from_environment(), sample=sample), sample)
        st.cache_resource.clear()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """An organisation that begins: nothing stored."""
    with opened(tmp_path, sample=False) as house:
        yield house


@pytest.fixture
def sample(played: Path, tmp_path: Path) -> Iterator[House]:
    """The sample world of this test alone."""
    with opened(tmp_path / "wereld", sample=True, world=played) as house:
        yield house
