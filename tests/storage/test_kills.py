"""An import killed at any moment leaves everything or nothing (benchmarks/faults.py does a hundred)."""

from pathlib import Path

import pytest

from benchmarks.faults import run


@pytest.mark.fault
@pytest.mark.timeout(180)
def test_ten_killed_imports_leave_everything_or_nothing(tmp_path: Path) -> None:
    tally = run(10, tmp_path, seed=7)
    assert tally.kills == tally.nothing + tally.everything == 10
    assert (tally.partial, tally.double) == (0, 0)
