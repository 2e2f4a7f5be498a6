"""The log names every action and subject in Dutch."""

import re
from pathlib import Path

import pytest

from reporting.texts.screens_settings import action_name, subject_name

ACTIONS = Path(__file__).parents[3] / "reporting" / "actions"
CALL = re.compile(r'event\(\s*services,\s*\w+,\s*"(\w+)",\s*f?"(\w+)')


def test_every_action_and_subject_has_a_name() -> None:
    called = {found for path in ACTIONS.glob("*.py") for found in CALL.findall(path.read_text("utf-8"))}
    assert len(called) > 25
    assert [a for a, _ in called if action_name(a) == a] == []
    assert [s for _, s in called if subject_name(s) == s] == []


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("report:139d544b821b13eb", "rapport 139d544b"),
        ("explanation:GM9999:2026-K3:Mantelzorgondersteuning", "toelichting GM9999, 2026-K3, Mantelzorgondersteuning"),
        ("setting:disclosure_threshold", "instelling Grens voor kleine aantallen"),
        ("setting:shown:GM9999:2026:district", "instelling getoonde, GM9999, 2026, wijken"),
        ("client", "cliënt"),
        ("file:house_style", "huisstijl"),
    ],
)
def test_a_subject_is_named(subject: str, words: str) -> None:
    assert subject_name(subject) == words
