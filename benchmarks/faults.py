"""Kill an import at random moments and look at what is left: `python -m benchmarks.faults [--kills 100]`.

Each round a process of its own stores a file that was read; it is killed (SIGKILL) somewhere between just before and a while after the
store. Then the database is opened again: everything or nothing must be there, and the same upload must be recognised, or go in.
Prints one line of counts; exit code 1 when anything was partial or double.
"""

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reporting.actions.import_batch import import_batch
from reporting.actions.preview_import import preview_import
from reporting.actions.save_indicator import save_indicator
from reporting.bootstrap import open_services
from reporting.errors import NotPossible, Reason
from reporting.intake import Intake, from_image
from reporting.model.agreement import Indicator, Target, TargetKind, Unit
from reporting.model.municipality import Municipality
from reporting.model.people import COMMAND_LINE
from reporting.ports import Services
from reporting.settings import Settings

ROWS = 20_000
FORKS = multiprocessing.get_context("forkserver")  # what children need is imported once
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
    FORKS.set_forkserver_preload([__name__])
    span = _measure(services, folder)
    for number in range(1, kills + 1):
        file = folder / f"round-{number}.csv"
        file.write_bytes(make_file(number))
        before = len(_active(services))
        with _storing(services, folder, file) as (child, _):
            time.sleep(chance.uniform(0, span * 2))
            child.kill()
        tally.kills += 1
        _judge(services, file, before, tally)
    return tally


def _measure(services: Services, folder: Path) -> float:
    """Seconds a store takes in a process of its own, from where it says that it begins to where it says that it is done."""
    file = folder / "round-0.csv"
    file.write_bytes(make_file(0))
    with _storing(services, folder, file) as (_, told):
        began = time.perf_counter()
        _hear(told, "stored")
        return time.perf_counter() - began


@contextmanager
def _storing(services: Services, folder: Path, file: Path) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process that is about to store the file, and what it tells."""
    intake = preview_import(services, COMMAND_LINE, file.read_bytes(), file.name).intake
    told, tells = FORKS.Pipe(duplex=False)
    child = FORKS.Process(target=_store, args=(folder, intake, tells))
    child.start()
    _hear(told, "now")
    try:
        yield child, told
    finally:
        child.join()


def _hear(told: Connection, word: str) -> None:
    if told.recv() != word:
        raise RuntimeError(f"the child did not say: {word}")


def _store(folder: Path, intake: Intake, tells: Connection) -> None:
    services = open_services(Settings(folder / "data", folder / "keys"))
    tells.send("now")
    import_batch(services, COMMAND_LINE, intake, "GM9999")
    tells.send("stored")


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
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(given.kills, Path(folder))
    print(asdict(tally))
    return 0 if tally.good else 1


if __name__ == "__main__":
    sys.exit(main())
