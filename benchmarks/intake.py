"""How fast a registration file is read, beside the readers people know, in one interleaved run.

    python benchmarks/intake.py [--rows 1000000] [--sheet-rows 100000] [--rounds 5]

Makes its own files: registrations as CSV (`;`, dd-mm-yyyy, decimal comma) and xlsx. Every measurement is a fresh process: imports, a small
warm-up and the reading of the bytes come before the clock starts, memory is the peak above what the process held then. Ours goes from
bytes to validated frame and findings; the others only to columns (of text, unless their name says otherwise). Prints medians and ratios.
Aims: CSV within 6 × pyarrow to text and 450 MB; xlsx within 4 × bare calamine.
"""

import argparse
import io
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

CSV_TOOLS = ("ours", "ours, 1% irregular lines", "pyarrow", "pandas", "pandas engine=pyarrow", "duckdb", "polars")
XLSX_TOOLS = ("ours", "calamine")
_HEADER = "Datum;Cliëntnummer;Activiteit;Wijk;Leeftijd;Uren;Rapportcijfer;Beveelt aan"


def write_csv(path: Path, rows: int, *, irregular: float = 0.0) -> None:
    """A registration export; a share of lines is broken, short, blank or runs over two lines."""
    chance = random.Random(4)
    days = [(date(2026, 1, 1) + timedelta(days=n)).strftime("%d-%m-%Y") for n in range(365)]
    activities = [f"A{n:03d}" for n in range(40)]
    districts = ["Noord", "Zuid", "Oost", "West", "Centrum", "De Weide", ""]
    odd = ('03-07-2026;"0012', "", "05-10-2026;00123;A001", '06-10-2026;00123;"A\n2";Noord;40;1,5;;', "07-10-2026,00123,A001")
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(_HEADER + "\n")
        for _ in range(rows):
            if irregular and chance.random() < irregular:
                out.write(chance.choice(odd) + "\n")
                continue
            grade = chance.choice(("", "", "7,5", "8", "6,5"))
            out.write(
                f"{chance.choice(days)};{chance.randrange(10**5):06d};{chance.choice(activities)};{chance.choice(districts)};"
                f"{chance.randrange(100)};{chance.choice(('0,5', '1', '1,5', '2,25'))};{grade};{chance.choice(('', '9', '10', '7'))}\n"
            )


def write_xlsx(path: Path, rows: int) -> None:
    """The same kind of rows as a workbook."""
    import openpyxl

    chance = random.Random(4)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Registraties")
    sheet.append(_HEADER.split(";"))
    for _ in range(rows):
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(365))
        sheet.append(
            [day, f"{chance.randrange(10**5):06d}", f"A{chance.randrange(40):03d}", "Noord", chance.randrange(100), 1.5, chance.choice((None, 8, 7.5)), 9]
        )
    book.save(path)


def reader(kind: str, tool: str) -> Callable[[bytes], int]:
    """The function that reads bytes and gives the number of rows."""
    if tool.startswith("ours"):
        from reporting.intake import read_upload

        return lambda data: read_upload(data, f"x.{kind}").rows_read
    if tool == "calamine":
        from python_calamine import CalamineWorkbook

        return lambda data: len(CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()) - 1
    if tool == "pyarrow":
        import pyarrow as pa
        from pyarrow import csv

        text = csv.ConvertOptions(column_types={name: pa.string() for name in _HEADER.split(";")})
        return lambda data: int(csv.read_csv(pa.py_buffer(data), parse_options=csv.ParseOptions(delimiter=";"), convert_options=text).num_rows)
    if tool.startswith("pandas"):
        import pandas as pd

        engine = "pyarrow" if "pyarrow" in tool else "c"
        return lambda data: len(pd.read_csv(io.BytesIO(data), sep=";", dtype=str, engine=engine))  # type: ignore[call-overload]
    if tool == "polars":
        import polars as pl

        return lambda data: pl.read_csv(data, separator=";", infer_schema=False).height
    return _duckdb


def _duckdb(data: bytes) -> int:
    import duckdb

    with tempfile.NamedTemporaryFile(suffix=".csv") as file:  # DuckDB reads files; writing it is part of what it needs
        Path(file.name).write_bytes(data)
        return int(duckdb.read_csv(file.name, delimiter=";", all_varchar=True).arrow().read_all().num_rows)


def measure(kind: str, tool: str, path: Path, warm: Path) -> None:
    """Child process: print seconds, megabytes and rows as JSON."""
    read = reader(kind, tool)
    read(warm.read_bytes())
    data = path.read_bytes()
    before = _held()
    start, begun = time.perf_counter(), time.process_time()
    rows = read(data)
    seconds, cpu = time.perf_counter() - start, time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "cpu": cpu, "megabytes": max(0.0, peak - before), "rows": rows}))


def _held() -> float:
    """Megabytes this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def compare(kind: str, tools: tuple[str, ...], files: dict[str, Path], warm: Path, rounds: int, base: str) -> dict[str, dict[str, float]]:
    """Run every tool once per round, print medians and ratios against `base`; give the medians by tool."""
    runs: dict[str, list[dict[str, float]]] = {tool: [] for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            path = files.get(tool, files[""])
            command = [sys.executable, __file__, "--child", kind, tool, str(path), str(warm)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1], env={"PYTHONPATH": "."})
            runs[tool].append(json.loads(done.stdout))
    middle = {t: {what: statistics.median(r[what] for r in rs) for what in ("seconds", "cpu", "megabytes")} for t, rs in runs.items()}
    print(f"\n{kind}: {runs[base][0]['rows']:,.0f} rows, {files[''].stat().st_size / 1e6:.0f} MB, median of {rounds}")
    for tool, m in middle.items():
        ratios = [m[what] / middle[base][what] for what in ("seconds", "cpu")]
        print(f"  {tool:26} {m['seconds']:7.3f} s {ratios[0]:5.1f} × {base}   cpu {m['cpu']:6.3f} s {ratios[1]:5.1f} ×   {m['megabytes']:5.0f} MB")
    return middle


def _within(times: float, ours: dict[str, float], theirs: dict[str, float]) -> str:
    """By the clock and by processor seconds: on a busy machine only the second tells the same every time."""
    clock, cpu = (ours[what] <= times * theirs[what] for what in ("seconds", "cpu"))
    return f"{'yes' if clock else 'NO'} by the clock, {'yes' if cpu else 'NO'} in processor seconds"


def main() -> None:
    """Make the files, compare, say whether the aims are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--sheet-rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        kind, tool, path, warm = given.child
        measure(kind, tool, Path(path), Path(warm))
        return
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        write_csv(where / "warm.csv", 1000)
        write_csv(where / "all.csv", given.rows)
        write_csv(where / "odd.csv", given.rows, irregular=0.01)
        write_xlsx(where / "warm.xlsx", 100)
        write_xlsx(where / "all.xlsx", given.sheet_rows)
        text = compare("csv", CSV_TOOLS, {"": where / "all.csv", CSV_TOOLS[1]: where / "odd.csv"}, where / "warm.csv", given.rounds, "pyarrow")
        book = compare("xlsx", XLSX_TOOLS, {"": where / "all.xlsx"}, where / "warm.xlsx", given.rounds, "calamine")
    print(f"\nCSV within 6 × pyarrow: {_within(6, text['ours'], text['pyarrow'])}; under 450 MB: {'yes' if text['ours']['megabytes'] < 450 else 'NO'}")
    print(f"xlsx within 4 × calamine: {_within(4, book['ours'], book['calamine'])}")


if __name__ == "__main__":
    main()
