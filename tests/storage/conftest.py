"""A real database on disk for every test of storage."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reporting.model.audit import AuditEvent
from reporting.model.people import Actor, Role
from reporting.storage.database import Database, open_database

ANNA = Actor("a1", "Anna Vermeulen", Role.TEAM_LEAD)
AT = datetime(2026, 10, 5, 9, 30, tzinfo=UTC)


def event(action: str = "test", subject: str = "thing:1") -> AuditEvent:
    return AuditEvent(ANNA, AT, action, subject, {"rows": 3, "why": "test"})


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def database(place: Path) -> Iterator[Database]:
    opened = open_database(place / "data", place / "keys")
    yield opened
    opened.close()
