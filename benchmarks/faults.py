"""Kill an import at random moments and look at what is left: `python -m benchmarks.faults [--kills 100]`.

Each round a process of its own stores a file that was read; it is killed (SIGKILL) somewhere between just before and a while after the
store. Then the database is opened again: everything or nothing must be there, and the same upload must be recognised, or go in.
Prints one line of counts; exit code 1 when anything was partial or double.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reporting.actions.import_batch import import_batch
from reporting.actions.preview_import import preview_import
from reporting.actions.save_indicator import save_indicator
from reporting.bootstrap import open_services
from reporting.errors import NotPossible, Reason
from reporting.intake import from_image, read_upload
from reporting.model.agreement import Indicator, Target, TargetKind, Unit
from reporting.model.municipality import Municipality
from reporting.model.people import COMMAND_LINE
from reporting.ports import Services
from reporting.settings import Settings

ROOT = Path(__file__).parents[1]
ROWS = 20_000
AGREED = Indicator(Municipality("GM9999", "Merelveen"), 2026, "Samen", "K1", "Bezoek", Unit.CONTACTS, ("koffie*",), Target(TargetKind.NOT_SET, "n.b."))


@dataclass
class Tally:
    """What the rounds ended in."""

    kills: int = 0
    nothing: int = 0  # killed before the commit: the upload went in afterwards
    everything: int = 0  # killed after it: the upload was recognised afterwards
    partial: int = 0  # rows, ledger or audit trail do not agree
    double: int = 0  # the same rows count twice

    @property
    def good(self) -> bool:
        """Whether every round ended in everything or nothing."""
        return self.partial == 0 and self.double == 0


def make_file(round_number: int, rows: int = ROWS) -> bytes:
    """A file of contacts that differs per round."""
    lines = [f"{1 + n % 28:02d}-0{7 + n % 3}-2026;Koffie {round_number};{100000 + n % 5000};Noord" for n in range(rows)]
    return "\n".join(["Datum;Activiteit;Clientnummer;Wijk", *lines]).encode()


def run(kills: int, folder: Path, seed: int = 1) -> Tally:
    """Kill that many imports into one database. Returns what was left each time."""
    chance = random.Random(seed)
    settings = Settings(folder / "data", folder / "keys")
    services = open_services(settings)
    save_indicator(services, COMMAND_LINE, AGREED, 0)
    tally = Tally()
    with _Nursery(services, folder) as nursery:
        span = nursery.seconds()
        for number in range(1, kills + 1):
            file = folder / f"round-{number}.csv"
            file.write_bytes(make_file(number))
            before = len(_active(services))
            nursery.store(file)
            time.sleep(chance.uniform(0, span * 2))
            nursery.kill()
            tally.kills += 1
            _judge(services, file, before, tally)
    return tally


class _Nursery:
    """A process in which all that is needed is imported; it forks a child for each store, so that a round costs no start of Python."""

    def __init__(self, services: Services, folder: Path) -> None:
        self._services, self._folder = services, folder
        call = [sys.executable, "-m", "benchmarks.faults", "--nursery", str(folder)]
        self._process = subprocess.Popen(call, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._child = 0

    def __enter__(self) -> "_Nursery":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def store(self, file: Path) -> None:
        """A child that has everything it needs to store the file, and begins now."""
        if self._process.stdin is None:
            raise RuntimeError("the nursery does not listen")
        print(file, file=self._process.stdin, flush=True)
        self._child = int(self._hear("now"))

    def seconds(self) -> float:
        """How long a store takes, from where the child says that it begins to where it says that it is done."""
        file = self._folder / "round-0.csv"
        file.write_bytes(make_file(0))
        self.store(file)
        began = time.perf_counter()
        self._hear("stored")
        took = time.perf_counter() - began
        self.kill()
        return took

    def kill(self) -> None:
        """Kill the child, wherever it is."""
        os.kill(self._child, signal.SIGKILL)
        self._hear("gone")

    def _hear(self, word: str) -> str:
        """What was said after a word; a child that was quicker than the kill says that it is done first."""
        for line in self._process.stdout or ():
            said, _, rest = line.strip().partition(" ")
            if said == word:
                return rest
        raise RuntimeError(f"the nursery did not say: {word}")


def _nurse(folder: Path) -> None:
    """The nursery: per line the name of a file to store."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            services = open_services(Settings(folder / "data", folder / "keys"))
            intake = read_upload(Path(line.strip()).read_bytes(), Path(line.strip()).name)
            print("now", os.getpid(), flush=True)
            import_batch(services, COMMAND_LINE, intake, "GM9999")
            print("stored", flush=True)
            signal.pause()
        os.waitpid(child, 0)
        print("gone", flush=True)


def _judge(services: Services, file: Path, before: int, tally: Tally) -> None:
    """Look at ledger, rows and audit trail, then upload the same file again."""
    stored = _active(services)[before:]
    with services.reading() as uow:
        events = sum(e.action == "import_batch" for e in uow.audit.all(100_000))
        sound = len(uow.batches.all()) == before + len(stored) == events
        sound &= all(from_image(uow.batches.image(batch_id)).num_rows == rows for batch_id, rows in stored)
    tally.partial += not sound or len(stored) > 1
    again = preview_import(services, COMMAND_LINE, file.read_bytes(), file.name)
    try:
        import_batch(services, COMMAND_LINE, again.intake, "GM9999")
        tally.nothing += 1
        tally.double += bool(stored)
    except NotPossible as refused:
        tally.everything += 1
        tally.partial += refused.reason is not Reason.ALREADY_IMPORTED or not stored
    tally.double += len(_active(services)) != before + 1


def _active(services: Services) -> list[tuple[str, int]]:
    with services.reading() as uow:
        return [(b.id, b.rows_accepted) for b in uow.batches.active()]


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--nursery", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.nursery:
        _nurse(given.nursery)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        tally = run(given.kills, Path(folder))
    print(asdict(tally))
    return 0 if tally.good else 1


if __name__ == "__main__":
    sys.exit(main())
