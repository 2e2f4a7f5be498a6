"""How wide a face is reckoned: as it is, or as the face that stands in for it here."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporting.document import faces


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What this machine has is asked anew after a test."""
    yield
    faces.drawn_as.cache_clear()


def here(folder: Path, monkeypatch: pytest.MonkeyPatch, *programs: str, answer: str = "") -> None:
    """A machine that has these programs only; its fc-match says this, or fails."""
    for name in programs:
        file = folder / name
        file.write_text(f'#!/bin/sh\necho "$@" > {folder}/asked\n' + (f"printf %s '{answer}'\n" if answer else "exit 1\n"), "utf-8")
        file.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(folder / name) if name in programs else None)
    faces.drawn_as.cache_clear()


@pytest.mark.parametrize(
    ("face", "drawn", "wide"),
    [
        ("Arial", "DejaVu Sans", 1.27),
        ("Arial", "Liberation Sans", 1.13),
        ("Verdana", "Carlito", 1.27),
        ("Calibri", "Carlito", 1.0),
        ("Onbekend", "Nieuw", 1.15),
    ],
)
def test_the_wider_of_a_face_and_what_stands_in_for_it_counts(face: str, drawn: str, wide: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here(tmp_path, monkeypatch, "soffice", "fc-match", answer=drawn)
    assert faces.wide_of(face) == wide


def test_without_libreoffice_a_face_counts_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here(tmp_path, monkeypatch, "fc-match", answer="DejaVu Sans")
    assert faces.wide_of("Arial") == 1.13
    assert not (tmp_path / "asked").exists()


def test_a_program_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here(tmp_path, monkeypatch, "soffice", "fc-match")
    assert faces.wide_of("Arial") == 1.13


def test_a_name_is_never_read_as_an_option_or_a_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here(tmp_path, monkeypatch, "soffice", "fc-match", answer="Carlito")
    faces.drawn_as("--version-8")
    assert (tmp_path / "asked").read_text("utf-8").split()[-2:] == ["--", "\\-\\-version\\-8"]
