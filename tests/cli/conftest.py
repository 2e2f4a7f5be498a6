"""Commands run in a world of their own: a data folder and a key folder that are thrown away."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reporting.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_data"


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty world; the folder DATA_DIR and KEY_DIR lie in."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("KEY_DIR", str(tmp_path / "keys"))
    return tmp_path


@pytest.fixture
def run(world: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def command(*arguments: object) -> Outcome:
        try:
            code = main([str(a) for a in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        caught = capsys.readouterr()
        return Outcome(code, caught.out, caught.err)

    return command


@pytest.fixture
def sample(played: Path, world: Path, run: Run) -> Run:
    """Commands in a world of their own in which the sample is loaded already."""
    shutil.copytree(played, world, dirs_exist_ok=True)
    return run


@pytest.fixture
def process() -> Run:
    """Run a command as a user does: in a process of its own."""

    def command(*arguments: object, folder: Path, locale: str = "C.UTF-8") -> Outcome:
        environment = os.environ | {"DATA_DIR": str(folder / "data"), "KEY_DIR": str(folder / "keys"), "LC_ALL": locale}
        words = [sys.executable, "-m", "reporting", *(str(a) for a in arguments)]
        done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=240)
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return command
