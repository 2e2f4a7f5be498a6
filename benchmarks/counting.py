"""How fast a whole report is counted, beside what people would write instead, in one interleaved run.

    python benchmarks/counting.py [--rows 1000000] [--rounds 3] [--folder FOLDER]

Makes registrations of five municipalities in sixty batches (twelve quarters each), the same every time, and counts one municipality:
40 indicators, six periods, breakdowns by district and age class with each client once, satisfaction of four themes and all together.

ours        encrypted Parquet → decrypt → decode → count (cold); count again (warm)
duckdb      written by hand over the same Parquet files, not encrypted: first run (cold), again (warm)
sqlite      the municipality's rows in one table with a covering index: first run (cold), again (warm)
pandas      from CSV of the municipality's rows, as an analyst writes it; "pandas, all rows": from CSV of all five, as an export comes

Each measurement is a fresh process. Memory is the peak of the cold run above what the process held after its imports, without the libraries' own
code that comes in as it is used. Medians, ratios. All give the same figures.
Aims: warm at most 1.5 × duckdb; cold at least 10 × faster than pandas with a quarter of its memory.
"""

import argparse
import gc
import hashlib
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

if TYPE_CHECKING:
    import pandas as pd

    from reporting.model.count import CountTable

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

PLACES, QUARTERS, ACTIVITIES, DISTRICTS = 5, 12, 120, 40
PLACE = "GM9990"  # the one that is counted
KEY, NONCE = b"k" * 32, b"n" * 12
EDGES = (0, 12, 18, 27, 45, 65, 75)
TOOLS = ("ours", "duckdb", "sqlite", "pandas", "pandas, all rows")
KINDS = ("unique_clients",) * 24 + ("contacts",) * 6 + ("hours",) * 4 + ("grade",) * 3 + ("recommend",) * 3
Answer = dict[str, dict[str, float]]  # what was counted → period → value; breakdowns added with a weight, so that every cell tells


def periods() -> list[tuple[str, date, date]]:
    """Name, first and last day of the six periods of the report on 2026-K3."""
    from reporting.model.period import Quarter, report_periods

    return [(str(p), p.first, p.last) for p in report_periods(Quarter(2026, 3))]


def make(folder: Path, rows: int) -> None:
    """The same registrations in every form."""
    import pandas as pd
    import pyarrow as pa
    import pyarrow.csv as pc

    from reporting.intake import to_image

    chance = np.random.default_rng(7)
    each = rows // (PLACES * QUARTERS)
    numbers = np.array([f"{n:07d}" for n in range(max(50, rows // PLACES // 100))])
    pseudonyms = np.array([hashlib.sha256(n.encode()).hexdigest()[:32] for n in numbers])
    activities = np.array([f"Activiteit {n:03d}" for n in range(ACTIVITIES)])
    districts = np.array([f"Wijk {n:02d}" for n in range(DISTRICTS)])
    answers = np.array(["", *map(str, range(11)), "ja", "nee"])
    ledger = []
    for quarter in range(QUARTERS):
        year, number = divmod(2023 * 4 + 3 + quarter, 4)
        first = np.datetime64(f"{year}-{3 * number + 1:02d}-01")
        for place in range(PLACES):
            client = chance.integers(0, len(numbers), each)
            answered = chance.random(each) < 0.1
            grades = np.where(answered, chance.integers(2, 21, each) / 2, np.nan)
            columns = {
                "date": pa.array(first + chance.integers(0, 90, each)),
                "activity": pa.array(activities[chance.integers(0, ACTIVITIES, each)]),
                "district": pa.array(districts[chance.integers(0, DISTRICTS, each)]),
                "age": pa.array(chance.integers(4, 95, each).astype(np.int16)),
                "hours": pa.array(chance.integers(1, 17, each) / 4),
                "grade": pa.array(grades, mask=~answered),
                "recommend": pa.array(answers[np.where(answered, chance.integers(1, 14, each), 0)], mask=~answered),
            }
            image = folder / f"{place}-{quarter:02d}.parquet"
            data = to_image(pa.table({"client": pa.array(pseudonyms[client]), **columns}).to_pandas(types_mapper=pd.ArrowDtype))
            image.write_bytes(data)
            image.with_suffix(".sealed").write_bytes(AESGCM(KEY).encrypt(NONCE, data, None))
            pc.write_csv(pa.table({"client": pa.array(numbers[client]), **columns}), image.with_suffix(".csv"), pc.WriteOptions(delimiter=";"))
            ledger.append({"place": place, "quarter": quarter, "sha256": hashlib.sha256(data).hexdigest(), "rows": each})
    (folder / "ledger.json").write_text(json.dumps(ledger), "utf-8")
    _make_sqlite(folder)


def _make_sqlite(folder: Path) -> None:
    import pandas as pd

    with sqlite3.connect(folder / "rows.sqlite") as base:
        for n, path in enumerate(sorted(folder.glob("0-*.parquet"))):
            frame = pd.read_parquet(path)
            frame["n"] = range(n * len(frame), (n + 1) * len(frame))
            frame["date"] = frame["date"].astype(str)
            frame.to_sql("rows", base, if_exists="append", index=False)
        base.execute("CREATE INDEX covering ON rows (activity, date, client, district, age, hours, grade, recommend, n)")


def indicators() -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Code, theme, unit and activities."""
    return [(f"I{n:02d}", f"Thema {n % 4}", unit, tuple(f"Activiteit {3 * n + k:03d}" for k in range(3))) for n, unit in enumerate(KINDS)]


def ours(folder: Path) -> Iterator["CountTable"]:
    """Our own: what the app does, with AES-GCM as storage does it."""
    from reporting.counting import BatchSource, count
    from reporting.model.agreement import Indicator, Target, TargetKind, Unit
    from reporting.model.municipality import Municipality
    from reporting.model.period import Quarter
    from reporting.model.registration import Grain, ImportBatch

    place = Municipality(PLACE, "Plaats 0")
    unset = Target(TargetKind.NOT_SET, "n.b.")
    wanted = [Indicator(place, 2026, theme, code, code, Unit(unit), activities, unset) for code, theme, unit, activities in indicators()]
    sources = []
    for n, entry in enumerate(json.loads((folder / "ledger.json").read_text("utf-8"))):
        named = dict.fromkeys(("file_name", "file_sha256", "records_sha256", "header_fingerprint", "imported_by"), "")
        counts = {"rows_read": entry["rows"], "rows_accepted": entry["rows"], "rows_reported": 0, "rows_skipped": 0}
        absent: dict[str, Any] = {"mapping": {}, "reported_by_code": {}, "per_quarter": {}, "columns": (), "first_day": None, "last_day": None}
        own = {"id": str(n), "sequence": n, "image_sha256": entry["sha256"], "municipality": f"GM999{entry['place']}"}
        batch = ImportBatch(grain=Grain.CONTACT, imported_at=datetime(2026, 10, 1, tzinfo=UTC), **{**named, **counts, **absent, **own})
        sealed = folder / f"{entry['place']}-{entry['quarter']:02d}.sealed"
        sources.append(BatchSource(batch, partial(_open, sealed)))
    while True:
        yield count(sources, wanted, place, Quarter(2026, 3))


def _open(sealed: Path) -> bytes:
    return AESGCM(KEY).decrypt(NONCE, sealed.read_bytes(), None)


def _answer(table: "CountTable") -> Answer:
    """Our figures added up as the others' answers are: to compare them, after the clock has stopped."""
    found: Answer = {}
    for key, figure in table.figures.items():
        name = key.subject if key.breakdown is None else f"{key.subject}|{key.breakdown.dimension}"
        weight = 1 if key.breakdown is None else _weight(key.breakdown.label)
        values = found.setdefault(name, {})
        values[str(key.period)] = values.get(str(key.period), 0.0) + weight * (figure.value or 0)
    return found


def _weight(label: str) -> int:
    return int(label[-2:]) + 1 if label.startswith("Wijk") else EDGES.index(int(label.rstrip("+").split("-")[0])) + 1


_CLASS = " ".join(f"WHEN age >= {low} THEN {n}" for n, low in reversed(list(enumerate(EDGES, 1))))


def _sql(first_last: str, *, duck: bool) -> Mapping[str, str]:
    """What one would write by hand for one period: totals, satisfaction, breakdown of people by their last row, breakdown of sums by row."""
    yes = "recommend IN ('9', '10', 'ja')"
    weight = "CAST(substr(district, 6) AS INTEGER) + 1"
    age = f"CASE {_CLASS} END"
    rows = f"FROM rows JOIN link USING (activity) WHERE {first_last}"
    last = "arg_max({0}, (date, n))" if duck else "{0}"
    newest = "" if duck else ", max(date || printf('%09d', n))"
    order = ", ".join(f"{last.format(expression)} AS {name}" for name, expression in (("w", weight), ("a", age)))
    return {
        "totals": "SELECT code, unit, count(DISTINCT CASE WHEN unit = 'grade' AND grade IS NULL OR unit = 'recommend' AND recommend IS NULL THEN NULL "
        f"ELSE client END), count(*), sum(hours), avg(grade), 100.0 * sum({yes}) / count(recommend) {rows} GROUP BY 1, 2",
        "themes": f"SELECT theme, avg(grade), 100.0 * sum({yes}) / count(recommend), count(DISTINCT CASE WHEN grade IS NOT NULL THEN client END), "
        "count(DISTINCT CASE WHEN recommend IS NOT NULL THEN client END) FROM rows JOIN themes USING (activity) "
        f"WHERE {first_last} AND (grade IS NOT NULL OR recommend IS NOT NULL) GROUP BY 1",
        "people": f"SELECT code, w, a, count(*) FROM (SELECT code, client, {order}{newest} {rows} AND unit = 'unique_clients' GROUP BY 1, 2) GROUP BY 1, 2, 3",
        "districts": f"SELECT code, unit, {weight}, count(*), sum(hours), count(DISTINCT client) {rows} AND unit IN ('contacts', 'hours') GROUP BY 1, 2, 3",
        "ages": f"SELECT code, unit, {age}, count(*), sum(hours), count(DISTINCT client) {rows} AND unit IN ('contacts', 'hours') GROUP BY 1, 2, 3",
    }


def _links() -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    link = [(activity, code, unit) for code, _, unit, activities in indicators() for activity in activities]
    themes = [(activity, name) for _, theme, _, activities in indicators() for activity in activities for name in (theme, "")]
    return link, themes


def _by_sql(ask: Callable[[str], list[tuple[object, ...]]], *, duck: bool) -> Answer:
    """Five questions, each over the six periods with UNION ALL and direct dates."""
    found: Answer = {}
    branches = [(name, _sql(f"date BETWEEN '{first}' AND '{last}'", duck=duck)) for name, first, last in periods()]
    for question in ("totals", "themes", "people", "districts", "ages"):
        query = " UNION ALL ".join(f"SELECT '{name}' AS period, * FROM ({sql[question]})" for name, sql in branches)
        for period, *row in ask(query):
            _add(found, str(period), question, row)
    return found


def _add(found: Answer, period: str, question: str, row: list[object]) -> None:
    def add(name: object, value: object, weight: object = 1) -> None:
        values = found.setdefault(str(name), {})
        values[period] = values.get(period, 0.0) + float(str(weight)) * float(str(value))

    code, *rest = row
    if question == "totals":
        unit, clients, n, hours, grade, share = rest
        add(code, {"unique_clients": clients, "contacts": n, "hours": hours, "grade": grade, "recommend": share}[str(unit)])
    elif question == "themes":
        add(f"@cijfer:{code}", rest[0])
        add(f"@aanbeveling:{code}", rest[1])
    elif question == "people":
        add(f"{code}|district", rest[2], rest[0])
        add(f"{code}|age", rest[2], rest[1])
    else:
        add(f"{code}|{'district' if question == 'districts' else 'age'}", rest[2] if rest[0] == "contacts" else rest[3], rest[1])


def duckdb_by_hand(folder: Path) -> Iterator[Answer]:
    """DuckDB over the same Parquet files of the municipality."""
    import duckdb
    import pandas as pd

    base = duckdb.connect()
    link, themes = _links()
    base.register("link", pd.DataFrame(link, columns=["activity", "code", "unit"]))
    base.register("themes", pd.DataFrame(themes, columns=["activity", "theme"]))
    files = f"read_parquet('{folder}/0-*.parquet', file_row_number = true)"
    base.execute(f"CREATE VIEW rows AS SELECT * EXCLUDE file_row_number, file_row_number AS n FROM {files}")
    while True:
        yield _by_sql(lambda query: base.execute(query).fetchall(), duck=True)


def sqlite_by_hand(folder: Path) -> Iterator[Answer]:
    """SQLite with a covering index."""
    base = sqlite3.connect(folder / "rows.sqlite")
    base.execute("CREATE TEMP TABLE link (activity, code, unit)")
    base.execute("CREATE TEMP TABLE themes (activity, theme)")
    link, themes = _links()
    base.executemany("INSERT INTO link VALUES (?, ?, ?)", link)
    base.executemany("INSERT INTO themes VALUES (?, ?)", themes)
    while True:
        yield _by_sql(lambda query: base.execute(query).fetchall(), duck=False)


def pandas_by_hand(folder: Path, pattern: str = "0-*.csv") -> Iterator[Answer]:
    """pandas as an analyst writes it."""
    import pandas as pd

    while True:
        frames = []
        for path in sorted(folder.glob(pattern)):
            frame = pd.read_csv(path, sep=";", dtype={"client": str, "recommend": str}, parse_dates=["date"])
            frames.append(frame.assign(municipality=f"GM999{path.name[0]}"))
        rows = pd.concat(frames, ignore_index=True)
        rows = rows[rows["municipality"] == PLACE]
        found: Answer = {}
        for name, first, last in periods():
            inside = rows[(rows["date"] >= pd.Timestamp(first)) & (rows["date"] <= pd.Timestamp(last))]
            for code, _, unit, activities in indicators():
                own = inside[inside["activity"].isin(activities)]
                _pandas_figure(found, name, code, unit, own)
            for theme in ("", *dict.fromkeys(t for _, t, _, _ in indicators())):
                own = inside[inside["activity"].isin([a for _, t, _, several in indicators() if theme in ("", t) for a in several])]
                found.setdefault(f"@cijfer:{theme}", {})[name] = own["grade"].mean()
                found.setdefault(f"@aanbeveling:{theme}", {})[name] = 100 * own["recommend"].dropna().isin(["9", "10", "ja"]).mean()
        yield found


def _pandas_figure(found: Answer, period: str, code: str, unit: str, own: "pd.DataFrame") -> None:
    import pandas as pd

    values = {"unique_clients": own["client"].nunique(), "contacts": len(own), "hours": own["hours"].sum(), "grade": own["grade"].mean()}
    found.setdefault(code, {})[period] = values.get(unit, 100 * own["recommend"].dropna().isin(["9", "10", "ja"]).mean())
    if unit in ("grade", "recommend"):
        return
    if unit == "unique_clients":
        own = own.sort_values("date", kind="stable").drop_duplicates("client", keep="last")
    classes = pd.cut(own["age"], [*EDGES, 200], right=False, labels=range(1, len(EDGES) + 1))
    for name, labels in (("district", own["district"].str[5:].astype(int) + 1), ("age", classes.astype(int))):
        cells = own.groupby(labels)["hours"].sum() if unit == "hours" else own.groupby(labels).size()
        found.setdefault(f"{code}|{name}", {})[period] = float(cells.index.to_numpy() @ cells.to_numpy())


def _measure(tool: str, folder: Path) -> dict[str, object]:
    """One fresh process: cold, warm (median of five), peak megabytes above the imports, and what was counted."""
    import duckdb  # noqa: F401
    import pandas  # noqa: F401
    import pyarrow.parquet  # noqa: F401

    import reporting.counting  # noqa: F401

    ways: dict[str, Callable[[Path], Iterator[Any]]] = {
        "ours": ours,
        "duckdb": duckdb_by_hand,
        "sqlite": sqlite_by_hand,
        "pandas": pandas_by_hand,
        "pandas, all rows": lambda path: pandas_by_hand(path, "*.csv"),
    }
    gc.collect()
    gc.freeze()  # what the imports made is no garbage: whose turn it is to search it is chance
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak counts from now; getrusage's starts at that of the process that started this one
    before = _memory()
    way = ways[tool](folder)
    taken, worked = [], []
    after: dict[str, float] = {}
    for _ in range(1 if tool.startswith("pandas") else 6):
        start, cpu = time.perf_counter(), time.process_time()
        answer = next(way)
        taken.append(time.perf_counter() - start)
        worked.append(time.process_time() - cpu)
        after = after or _memory()  # of the cold run
    gc.unfreeze()
    peak = after["VmHWM"] - before["VmRSS"] - (after["RssFile"] - before["RssFile"])
    warm = {"warm": statistics.median(taken[1:] or taken), "warm_cpu": statistics.median(worked[1:] or worked)}
    return {"cold": taken[0], "cold_cpu": worked[0], **warm, "peak": peak, "answer": _answer(answer) if tool == "ours" else answer}


def _memory() -> dict[str, float]:
    """What Linux tells of this process, in megabytes."""
    lines = (line.split() for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return {name.rstrip(":"): int(rest[0]) / 1024 for name, *rest in lines if rest[-1:] == ["kB"]}


def _differences(one: Answer, other: Answer) -> list[str]:
    def far(name: str) -> bool:
        return any(abs(one[name].get(p, 0) - v) > 1e-6 * max(1, abs(v)) for p, v in other.get(name, {"": 1e9}).items())

    return sorted({*one} ^ {*other}) + [name for name in one if name in other and far(name)]


def main() -> None:
    """Make the files, measure interleaved, print medians and ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--folder", type=Path)
    options.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.tool:
        print(json.dumps(_measure(given.tool, given.folder)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "rows.sqlite").exists():
            make(folder, given.rows)
        results: dict[str, list[dict[str, float]]] = {tool: [] for tool in TOOLS}
        answers: dict[str, Answer] = {}
        for _ in range(given.rounds):
            for tool in TOOLS:
                run = [sys.executable, __file__, "--tool", tool, "--folder", str(folder)]
                found = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
                answers[tool] = found.pop("answer")
                results[tool].append(found)
    for tool in TOOLS[1:]:
        assert _differences(answers["ours"], answers[tool]) == [], (tool, _differences(answers["ours"], answers[tool])[:5])
    _report(given.rows, {tool: {m: statistics.median(r[m] for r in found) for m in found[0]} for tool, found in results.items()})


def _report(rows: int, medians: Mapping[str, Mapping[str, float]]) -> None:
    print(f"{rows:,} rows, one municipality of five; the same figures from all; seconds on the clock (of work)")
    for tool, found in medians.items():
        warm = "" if tool.startswith("pandas") else f"warm {found['warm']:7.3f} ({found['warm_cpu']:.3f})"
        print(f"{tool:18} cold {found['cold']:7.3f} ({found['cold_cpu']:.3f})  {warm:24} {found['peak']:6.0f} MB")
    mine = medians["ours"]
    for tool in TOOLS[1:3]:
        other = medians[tool]
        print(f"warm: {mine['warm'] / other['warm']:.2f} × {tool} (work {mine['warm_cpu'] / other['warm_cpu']:.2f})")
    for tool in TOOLS[3:]:
        other = medians[tool]
        faster, work = other["cold"] / mine["cold"], other["cold_cpu"] / mine["cold_cpu"]
        print(f"cold: {faster:.1f} × faster than {tool} (work {work:.1f}), with {mine['peak'] / other['peak']:.2f} of its memory")


if __name__ == "__main__":
    main()
