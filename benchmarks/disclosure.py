"""Disclosure control under attack, over invented series of reports. Prints counts and ratios; exit code 1 when one cell is exposed.

python benchmarks/disclosure.py                1,000 series of four reports and a correction, then the two sizes below
python benchmarks/disclosure.py --series 30    fewer series
python benchmarks/disclosure.py --sizes        only 40 indicators × 40 districts × 4 quarters, and a typical report
"""

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reporting.disclosure import cells_of, exposed, protect
from reporting.disclosure.merge import merged
from reporting.disclosure.primary import sensitive
from reporting.disclosure.readable import in_reports
from reporting.model.agreement import Unit
from reporting.model.count import CountTable
from reporting.model.period import Quarter
from reporting.model.rules import DisclosureRules
from reporting.model.stored import PublishedCell
from tests.unit.disclosure.invented import UNITS, count_rows, indicator, registrations, series

RULES = DisclosureRules()


class Tally:
    """What went out over many series."""

    def __init__(self) -> None:
        self.series = self.exposed = self.wrong = self.cells = self.small = self.hidden = 0
        self.seconds = self.gate_seconds = 0.0

    def publish(self, tables: tuple[CountTable, ...]) -> None:
        """Protect a series report by report, then attack all of it at once."""
        published: list[PublishedCell] = []
        for version, table in enumerate(tables):
            began = time.process_time()
            safe = protect([table], published, RULES, screen=False)[0]  # what a report needs
            self.seconds += time.process_time() - began
            published += cells_of(safe, f"quarterly:{table.quarter}", version)
            raw = {k: f for k, f in merged(table, RULES).figures.items() if in_reports(k, f.unit, table.quarter)}
            self.cells += len(raw)
            self.small += sum(sensitive(f, RULES) for f in raw.values())
            self.hidden += sum(safe.figures[k].cell.value is None for k in raw)
            self.wrong += sum(f.cell.value is not None and f.cell.value != raw[k].value for k, f in safe.figures.items() if k in raw)
        began = time.process_time()
        self.exposed += len(exposed(published, RULES))
        self.gate_seconds += time.process_time() - began
        self.series += 1

    def __str__(self) -> str:
        ratio = self.hidden / max(self.small, 1)
        return (
            f"{self.series} series, {self.cells} cells, {self.small} small, {self.hidden} hidden ({ratio:.2f} x), "
            f"{self.exposed} exposed, {self.wrong} wrong; protecting {self.seconds:.1f} s, attacking {self.gate_seconds:.1f} s (processor)"
        )


def year(seed: int, indicators: int, districts: int, most: int) -> tuple[CountTable, ...]:
    """The four reports of one year."""
    rng = random.Random(seed)
    codes = [f"A{i:02}" for i in range(indicators)]
    quarters = [Quarter(2025, 1).shift(n) for n in range(8)]
    rows = registrations(rng, codes, [f"Wijk {i:02}" for i in range(districts)], quarters, most)
    agreed = [indicator(code, (Unit.UNIQUE_CLIENTS, *UNITS)[i % 5]) for i, code in enumerate(codes)]
    return tuple(count_rows({c: [r for r in own if r.quarter <= q] for c, own in rows.items()}, agreed, q) for q in quarters[4:])


def show(done: int, all_: int) -> None:
    """A progress bar on the terminal."""
    filled = 30 * done // all_
    print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{all_}", end="" if done < all_ else "\n", file=sys.stderr, flush=True)


def main() -> int:
    """Run what was asked; 1 when anything is exposed or wrong."""
    parser = argparse.ArgumentParser(description="Disclosure control under attack")
    parser.add_argument("--series", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="seed of the first series")
    parser.add_argument("--districts", type=int, default=15)
    parser.add_argument("--sizes", action="store_true")
    asked = parser.parse_args()
    total = Tally()
    if not asked.sizes:
        for seed in range(asked.first, asked.first + asked.series):
            total.publish(series(seed, districts=asked.districts))
            show(seed + 1 - asked.first, asked.series)
        print(total)
    typical = Tally()
    typical.publish(year(1, 10, 15, 250))
    print(f"typical report, 10 indicators x 15 districts: {typical.seconds / 4:.2f} s each;", typical)
    large = Tally()
    large.publish(year(2, 40, 40, 400))
    print("40 indicators x 40 districts x 4 quarters:", large)
    tallies = (total, typical, large)
    return 1 if any(t.exposed or t.wrong for t in tallies) else 0


if __name__ == "__main__":
    sys.exit(main())
