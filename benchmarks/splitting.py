"""How many polluted CSV files are split exactly: bytes in, rows out, nothing told about the file.

    python benchmarks/splitting.py [--others]

Makes one clean file and pollutes it in one way at a time, as Pollock does (Vitagliano et al., PVLDB 2023: 2,290 files; our own file and code):
a delimiter too few or too many at every place, a stray quote in every cell, one row in another delimiter, other delimiters, quotes, escapes
and record ends for the whole file, several header rows, a preamble, several tables, no newline or two at the end. A file counts when every
row has exactly its cells; of two cells that lost the delimiter between them the quotes may stay or go. Prints the share per pollution.
`--others` runs Python's csv with its Sniffer, pandas and DuckDB beside ours (a minute).
"""

import argparse
import csv
import io
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reporting.intake import split

Row = list[str]
COLUMNS = 9
ROWS = 84  # with the header


@dataclass(frozen=True)
class Style:
    """How cells become bytes. `escape` stands before a quote inside a cell; "" leaves it bare."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    end: str = "\r\n"

    def cell(self, text: str) -> str:
        """A cell, quoted where it must be."""
        if not any(c in text for c in (self.delimiter, self.quote, "\n")):
            return text
        return self.quote + text.replace(self.quote, self.escape + self.quote) + self.quote

    def line(self, row: Row) -> str:
        """A row without its end."""
        return self.delimiter.join(self.cell(c) for c in row)

    def file(self, rows: list[Row]) -> str:
        """Rows, each with its end."""
        return "".join(self.line(r) + self.end for r in rows)


@dataclass(frozen=True)
class Polluted:
    """One file: its pollution, its text and the rows it holds. `loose`: quotes in this cell (row, column) do not matter."""

    kind: str
    text: str
    rows: list[Row]
    loose: tuple[int, int] | None = None


def clean_rows() -> list[Row]:
    """A shop's list: dates, times, numbers, names with commas and inch marks, long texts, addresses on the web, empty cells."""
    chance = random.Random(7)
    things = (
        'Tafel, rond 48"',
        "Vrouwenschoen, laag",
        'Kinderfiets, 24"',
        "Tent",
        "Warme jas",
        "Dames 3-in-1 jas",
        "Hengel",
        "Laars, hoog",
        "Pet",
        "Opa's trui",
    )
    parts = (
        "Licht en sterk",
        "houdt 's winters warm",
        "gaat jaren mee",
        "droogt snel",
        "past iedereen",
        "gemaakt van wol, katoen en linnen",
        "ook voor in de regen",
    )
    rows = [["DATUM", "TIJD", "Aantal", "NUMMER", "Prijs", "Soort", "Omschrijving", "URL", "Opmerking"]]
    for n in range(ROWS - 1):
        text = f"{', '.join(chance.sample(parts, chance.randrange(1, 4)))}{chance.choice(('.', '; zeker.', ''))}"
        code = f"{chance.choice('ABCDEF')}{chance.choice('GHJK')}-{chance.randrange(1000, 9999)}"
        rows.append(
            [
                f"{chance.randrange(13, 29)}/0{chance.randrange(1, 8)}/2018",
                f"{n // 4:02d}:{n % 4 * 15:02d}",
                str(chance.randrange(30)),
                code,
                f"${chance.randrange(90)}.{chance.randrange(10, 99)}",
                chance.choice(things),
                text,
                f"https://www.voorbeeld.nl/product/{code.replace('-', '_')}.html",
                "" if chance.random() < 0.9 else "nieuw",
            ]
        )
    return rows


def files() -> Iterator[Polluted]:
    """Every polluted file."""
    rows, style = clean_rows(), Style()
    text = style.file(rows)
    yield Polluted("clean", text, rows)
    yield Polluted("no payload", "", [])
    yield Polluted("no newline at the end", text[:-2], rows)
    yield Polluted("two newlines at the end", text + "\r\n", rows)
    yield Polluted("no header", style.file(rows[1:]), rows[1:])
    yield Polluted("only a header", style.file(rows[:1]), rows[:1])
    yield Polluted("one record", style.file(rows[:2]), rows[:2])
    for more in (1, 2):
        yield Polluted("several header rows", style.file([rows[0]] * more + rows), [rows[0]] * more + rows)
    yield Polluted("preamble", f"Overzicht\r\nMet dank aan de winkel\r\n\r\n{text}", [["Overzicht"], ["Met dank aan de winkel"], *rows])
    for kind, width in (("a second, narrower table", 4), ("a second table as wide", COLUMNS), ("a second, wider table", COLUMNS + 3)):
        other = [[f"cel {i} {j}" for j in range(width)] for i in range(20)]
        yield Polluted(kind, text + "\r\n" + style.file(other), rows + other)
    for name, delimiter in (("space", " "), ("comma and space", ", "), ("semicolon", ";"), ("tab", "\t")):
        yield Polluted(f"delimited by {name}", replace(style, delimiter=delimiter).file(rows), rows)
    yield Polluted("quote is an apostrophe", replace(style, quote="'", escape="'").file(rows), rows)
    yield Polluted("escape is a backslash", replace(style, escape="\\").file(rows), rows)
    yield Polluted("no escape", replace(style, escape="").file(rows), rows)
    for name, end in (("LF", "\n"), ("CR", "\r")):
        yield Polluted(f"lines end in {name}", replace(style, end=end).file(rows), rows)
    yield from _in_one_row(rows, style)


def _in_one_row(rows: list[Row], style: Style) -> Iterator[Polluted]:
    """Pollutions of one row or one cell, for each of them."""
    lines = [style.line(r) for r in rows]
    for i, row in enumerate(rows):
        cells = [style.cell(c) for c in row]

        def whole(line: str, at: int = i) -> str:
            return "".join(x + style.end for x in (*lines[:at], line, *lines[at + 1 :]))

        def told(new: Row, at: int = i) -> list[Row]:
            return [*rows[:at], new, *rows[at + 1 :]]

        yield Polluted("one row delimited by spaces", whole(replace(style, delimiter=" ").line(row)), rows)
        for j in range(COLUMNS):
            yield Polluted("a delimiter too many", whole(",".join([*cells[:j], "", *cells[j:]])), told([*row[:j], "", *row[j:]]))
            stray = [*cells[:j], cells[j][:1] + '"' + cells[j][1:] if cells[j].startswith('"') else '"' + cells[j], *cells[j + 1 :]]
            yield Polluted("a stray quote", whole(",".join(stray)), told([*row[:j], '"' + row[j], *row[j + 1 :]]))
            if j:
                line = ",".join([*cells[: j - 1], cells[j - 1] + cells[j], *cells[j + 1 :]])
                yield Polluted("a delimiter too few", whole(line), told([*row[: j - 1], row[j - 1] + row[j], *row[j + 1 :]]), (i, j - 1))


def exact(found: list[Row], file: Polluted) -> bool:
    """True where every row has exactly its cells."""
    wanted = file.rows
    if file.loose is not None and len(found) > file.loose[0] and len(found[file.loose[0]]) > file.loose[1]:
        i, j = file.loose
        found = [*found[:i], [c.replace('"', "") if n == j else c for n, c in enumerate(found[i])], *found[i + 1 :]]
        wanted = [*wanted[:i], [c.replace('"', "") if n == j else c for n, c in enumerate(wanted[i])], *wanted[i + 1 :]]
    return found == wanted


def _ours(data: bytes) -> list[Row]:
    return split(data)


def _sniffer(data: bytes) -> list[Row]:
    text = data.decode()
    return [r for r in csv.reader(io.StringIO(text, newline=""), csv.Sniffer().sniff(text)) if r]


def _pandas(data: bytes) -> list[Row]:
    import pandas as pd

    read = pd.read_csv(io.BytesIO(data), sep=None, engine="python", header=None, dtype=str, keep_default_na=False)
    return [[str(c) for c in row] for row in read.to_numpy().tolist()]


def _duckdb(data: bytes) -> list[Row]:
    import duckdb

    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        Path(file.name).write_bytes(data)
        query = "SELECT * FROM read_csv(?, all_varchar = true, header = false, strict_mode = false, null_padding = true)"
        return [["" if c is None else c for c in row] for row in duckdb.execute(query, [file.name]).fetchall()]


def main() -> None:
    """Split every file, print the share per pollution and in all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--others", action="store_true")
    given = parser.parse_args()
    tools: dict[str, Callable[[bytes], list[Row]]] = {"ours": _ours}
    if given.others:
        tools |= {"csv.Sniffer": _sniffer, "pandas": _pandas, "duckdb": _duckdb}
    made = list(files())
    total = Counter(f.kind for f in made)
    right = {tool: Counter(f.kind for f in made if _splits(read, f)) for tool, read in tools.items()}
    print(f"{'pollution':32} {'files':>5}" + "".join(f" {tool:>12}" for tool in tools))
    for kind, number in total.items():
        print(f"{kind:32} {number:5}" + "".join(f" {right[tool][kind]:12}" for tool in tools))
    print(f"{'all':32} {len(made):5}" + "".join(f" {sum(right[tool].values()) / len(made):12.2%}" for tool in tools))


def _splits(read: Callable[[bytes], list[Row]], file: Polluted) -> bool:
    try:
        return exact(read(file.text.encode()), file)
    except Exception:  # noqa: BLE001 - a reader that gives up did not split the file
        return False


if __name__ == "__main__":
    main()
