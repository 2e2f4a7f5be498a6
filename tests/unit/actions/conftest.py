"""A small invented world on a real database: one municipality, four people, a clock that stands still."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reporting.actions.people import add_person
from reporting.model.agreement import Indicator, Target, TargetKind, Unit
from reporting.model.audit import AuditEvent
from reporting.model.municipality import Municipality
from reporting.model.people import Actor, Role
from reporting.model.period import Quarter
from reporting.ports import Secrets, Services
from reporting.storage.database import Database, open_database

HERE = Municipality("GM9998", "Lindemeer")
QUARTER = Quarter(2026, 3)
NOW = datetime(2026, 10, 5, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
TARGET = Target(TargetKind.NUMBER, "100", Decimal(100))


def indicator(code: str, activity: str, unit: Unit = Unit.UNIQUE_CLIENTS, theme: str = "Samen") -> Indicator:
    return Indicator(HERE, QUARTER.year, theme, code, f"Indicator {code}", unit, (activity,), TARGET)


@dataclass
class World:
    """The services and who works with them."""

    services: Services
    worker: Actor
    colleague: Actor
    lead: Actor
    manager: Actor
    officer: Actor

    def of(self, role: Role) -> Actor:
        return next(p for p in (self.worker, self.lead, self.manager, self.officer) if p.role is role)

    def events(self, action: str) -> list[AuditEvent]:
        with self.services.reading() as uow:
            return [e for e in uow.audit.all() if e.action == action]


def services_of(database: Database) -> Services:
    secrets = Secrets(database.keys.pseudonym, database.keys.substitute)
    return Services(database.unit_of_work, database.reading, lambda: NOW, secrets, database.archive())


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Services]:
    database = open_database(tmp_path / "data", tmp_path / "keys")
    yield services_of(database)
    database.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Actor, ...]]:
    """The world, made once; every test works in a copy."""
    folder = tmp_path_factory.mktemp("world")
    database = open_database(folder / "data", folder / "keys")
    services = services_of(database)
    manager = add_person(services, None, "Mia Beheer", Role.MANAGER)
    worker = add_person(services, manager, "Wim Werker", Role.WORKER)
    colleague = add_person(services, manager, "Cor Collega", Role.WORKER)
    lead = add_person(services, manager, "Toos Leider", Role.TEAM_LEAD)
    officer = add_person(services, manager, "Pia Privacy", Role.PRIVACY_OFFICER)
    with services.unit_of_work() as uow:
        agreed = [indicator("SB1", "koffie*"), indicator("SB2", "eten", Unit.ATTENDANCES), indicator("VK1", "opstap", theme="Verder")]
        uow.agreements.replace(HERE, QUARTER.year, agreed, AuditEvent(lead, NOW, "test", "agreements"))
        uow.commit()
    database.close()
    return folder, (worker, colleague, lead, manager, officer)


@pytest.fixture
def world(prepared: tuple[Path, tuple[Actor, ...]], tmp_path: Path) -> Iterator[World]:
    folder, people = prepared
    shutil.copytree(folder, tmp_path / "world")
    database = open_database(tmp_path / "world" / "data", tmp_path / "world" / "keys")
    yield World(services_of(database), *people)
    database.close()
