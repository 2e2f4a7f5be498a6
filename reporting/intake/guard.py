"""Reading an upload in a process of its own, so that a crash, a hang or a memory bomb cannot take the app down (INTAKE: limits).

One worker is kept alive and waits for the next file; it is ended when it asks more than the limits, and started anew.
"""

import atexit
import os
import pickle
import selectors
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import replace as with_name
from hashlib import sha256
from pathlib import Path
from typing import IO

from reporting.errors import Reason
from reporting.intake.read import read_upload, rejected
from reporting.intake.result import Intake
from reporting.model.finding import FindingCode
from reporting.model.registration import Column

MOST_MEMORY = 500 * 1024 * 1024  # bytes above the idle worker and the file itself
MOST_CPU_SECONDS = 5.0
MOST_SECONDS = 60.0  # by the clock, on a machine that is busy with other things
LARGE = 10 * 1024 * 1024  # bytes; after such a file the worker is ended, so that its memory is free again
_TICK = 0.02
_LENGTH = struct.Struct("<Q")
_ROOT = Path(__file__).parents[2]


def read_guarded(
    data: bytes,
    name: str,
    mapping: Mapping[Column, str] | None = None,
    *,
    keep_with_empty: frozenset[FindingCode] = frozenset(),
    remembered: Mapping[str, str] | None = None,
    replace: Mapping[Column, Mapping[str, str]] | None = None,
) -> Intake:
    """`read_upload` in the worker. A file that asks too much time or memory comes back as TOO_LARGE, one that crashes it as UNREADABLE."""
    request = (data, name, mapping, keep_with_empty, remembered, replace)
    with _LOCK:
        answer = _worker().ask(pickle.dumps(request), len(data))
        if len(data) > LARGE:
            stop()
            if _AHEAD.is_set():
                _worker()
    if isinstance(answer, Reason):
        return with_name(rejected(answer, sha256(data).hexdigest()), file_name=name)
    return answer


def keep_ready() -> None:
    """Start the worker now, and again after each that was ended for its memory: for a program that waits for files, so that none waits for the worker."""
    _AHEAD.set()
    with _LOCK:
        _worker()


class _Worker:
    """A child process, and what it held before the file it reads."""

    def __init__(self) -> None:
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        command = [sys.executable, "-c", "import sys; from reporting.intake import guard; guard.serve(sys.stdin.buffer, sys.stdout.buffer)"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path})  # noqa: S603 - our own module
        self._ready = False
        self._idle = 0  # bytes held before the file that is being read

    @property
    def alive(self) -> bool:
        """True while the process runs."""
        return self.process.poll() is None

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.communicate()

    def ask(self, request: bytes, size: int) -> Intake | Reason:
        """The answer to a request; a Reason where the process had to be ended."""
        to, back = self.process.stdin, self.process.stdout
        if to is None or back is None:
            return Reason.UNREADABLE
        try:
            if not self._ready:
                self._ready = bool(_receive(back))
            self._idle = _memory(self.process.pid)
            _send(to, request)
            reason = self._over_limits(back, MOST_MEMORY + 2 * size)
            if reason is None:
                answer: Intake | Reason = pickle.loads(_receive(back))  # noqa: S301 - from our own child
                return answer
        except (OSError, EOFError, pickle.UnpicklingError):
            reason = Reason.UNREADABLE
        self.end()
        return reason

    def _over_limits(self, back: IO[bytes], memory: int) -> Reason | None:
        """Wait for the answer to begin; a Reason when it asks too much first."""
        begun, used = time.monotonic(), _cpu_seconds(self.process.pid)
        with selectors.DefaultSelector() as ready:
            ready.register(back, selectors.EVENT_READ)
            while not ready.select(_TICK):
                if not self.alive:
                    return Reason.UNREADABLE
                too_long = time.monotonic() - begun > MOST_SECONDS or _cpu_seconds(self.process.pid) - used > MOST_CPU_SECONDS
                if too_long or _memory(self.process.pid) - self._idle > memory:
                    return Reason.TOO_LARGE
        return None


_LOCK = threading.Lock()
_KEPT: list[_Worker] = []
_AHEAD = threading.Event()


def _worker() -> _Worker:
    """The living worker, or a new one."""
    if _KEPT and _KEPT[0].alive:
        return _KEPT[0]
    stop()
    _KEPT.append(_Worker())
    return _KEPT[0]


@atexit.register
def stop() -> None:
    """End the worker that is kept; the next file starts another."""
    while _KEPT:
        _KEPT.pop().end()


def _memory(pid: int) -> int:
    """Bytes a process holds; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError, AttributeError):
        return 0


def _cpu_seconds(pid: int) -> float:
    """Seconds of processor a process used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError, AttributeError):
        return 0.0


def _send(to: IO[bytes], message: bytes) -> None:
    to.write(_LENGTH.pack(len(message)))
    to.write(message)
    to.flush()


def _receive(back: IO[bytes]) -> bytes:
    """The next message. Raises EOFError where there is none."""
    head = back.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    message = back.read(length)
    if len(message) < length:
        raise EOFError
    return message


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """The worker: read requests until there are no more. It warms up first, so that the first file does not pay for it."""
    read_upload(b"Datum;Client;Activiteit\n01-01-2026;1;A\n", "")
    _send(answers, b"ready")
    while True:
        try:
            data, name, mapping, keep, remembered, replace = pickle.loads(_receive(requests))  # noqa: S301 - from our own parent
        except EOFError:
            return
        intake = read_upload(data, name, mapping, keep_with_empty=keep, remembered=remembered, replace=replace)
        _send(answers, pickle.dumps(intake, protocol=pickle.HIGHEST_PROTOCOL))
