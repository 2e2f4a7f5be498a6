"""A clone holds all the program reads: nothing of the source tree is ignored by git."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_git_ignores_nothing_the_program_reads() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git working copy: there is nothing to compare with")
    asked = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "reporting", "pages", "sample_data", "tests", "benchmarks", "docs"]
    ignored = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [p for p in ignored if not p.endswith(".pyc") and "__pycache__" not in p] == []
