"""Parsing runs where a crash, a hang or a memory bomb cannot take the app down."""

import os
import signal
import threading
from collections.abc import Iterator

import pandas as pd
import pytest

from reporting.errors import Reason
from reporting.intake import guard, keep_ready, read_guarded, read_upload
from reporting.model.finding import FindingCode
from reporting.model.registration import Column

TEXT = b"Datum;Client;Activiteit;Wijk;Uren\n03-07-2026;1;A;Nord;1,5\n03-07-2026;2;A;Zuid;99\nfout;3;A;Zuid;1\n"


@pytest.fixture(autouse=True)
def _no_worker_left() -> Iterator[None]:
    yield
    guard._AHEAD.clear()
    guard.stop()


def test_a_guarded_read_gives_what_a_plain_read_gives() -> None:
    decided = {"keep_with_empty": frozenset({FindingCode.BAD_HOURS}), "replace": {Column.DISTRICT: {"Nord": "Noord"}}}
    one, two = read_guarded(TEXT, "x.csv", **decided), read_upload(TEXT, "x.csv", **decided)  # type: ignore[arg-type]
    pd.testing.assert_frame_equal(one.frame, two.frame)
    assert (one.errors, one.warnings, one.mapping, one.records_sha256) == (two.errors, two.warnings, two.mapping, two.records_sha256)
    assert (one.rows_read, one.rows_accepted, one.rows_reported, one.file_name) == (3, 2, 1, "x.csv")


def test_the_worker_is_kept_for_the_next_file() -> None:
    read_guarded(TEXT, "x.csv")
    (first,) = guard._KEPT
    assert read_guarded(b"%PDF-1.7", "x.csv").reason is Reason.WRONG_TYPE
    assert [first] == guard._KEPT


def test_a_program_that_waits_for_files_has_a_worker_ready_before_the_first_and_after_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_ready()
    (first,) = guard._KEPT
    assert read_guarded(TEXT, "x.csv").accepted
    assert [first] == guard._KEPT
    monkeypatch.setattr(guard, "LARGE", 10)
    read_guarded(TEXT, "x.csv")
    (second,) = guard._KEPT
    assert (first.alive, second.alive) == (False, True)


def test_a_file_that_asks_too_much_memory_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    large = TEXT + b"03-07-2026;2;A;Zuid;1\n" * 600_000
    monkeypatch.setattr(guard, "MOST_MEMORY", -len(large))
    refused = read_guarded(large, "x.csv")
    assert (refused.reason, refused.file_name, len(refused.frame)) == (Reason.TOO_LARGE, "x.csv", 0)
    monkeypatch.undo()
    assert read_guarded(TEXT, "x.csv").accepted


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_SECONDS", 0.0)
    assert read_guarded(TEXT + b"03-07-2026;2;A;Zuid;1\n" * 600_000, "x.csv").reason is Reason.TOO_LARGE


def test_a_worker_that_dies_costs_only_its_own_file() -> None:
    read_guarded(TEXT, "x.csv")
    worker = guard._KEPT[0].process
    killer = threading.Timer(0.1, lambda: os.kill(worker.pid, signal.SIGKILL))
    killer.start()
    assert read_guarded(TEXT + b"03-07-2026;2;A;Zuid;1\n" * 1_500_000, "x.csv").reason is Reason.UNREADABLE
    killer.join()
    assert read_guarded(TEXT, "x.csv").accepted
    assert guard._KEPT[0].process.pid != worker.pid
