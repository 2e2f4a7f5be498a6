"""What a report costs in CPU, beside what people would use instead, in one interleaved run.

    python benchmarks/report.py [--rounds 3]

The same content for all: 60 tables of 12 rows and 6 columns with a header row, 40 charts of five quarters, 20 stories.

ours                  blocks → XML strings, altair → SVG and PNG of three times the size
docxtpl + matplotlib  a template with loops, PNG charts at 240 dpi (as many pixels)
pandoc + vl-convert   Markdown → pandoc, PNG by vl-convert from Vega-Lite as an analyst writes it (left out where pandoc is not installed)
python-docx cells     table.cell(…).text, PNG by vl-convert

Every measurement is a process of its own; CPU seconds of the process and its children after imports: cold is its first document, warm its second.
Aim: at most 0.7 × docxtpl + matplotlib.
"""

import argparse
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

TABLES, ROWS, COLUMNS, CHARTS, STORIES = 60, 12, 6, 40, 20
QUARTERS = ("3e kw. 2025", "4e kw. 2025", "1e kw. 2026", "2e kw. 2026", "3e kw. 2026")
TEXT = "Zij kwam voor een brief en bleef voor de koffie. Nu helpt zij anderen met hun post, elke week weer. " * 4


def value(table: int, row: int, column: int) -> str:
    """What stands in a cell; the same in every run."""
    return str(100 + (table * 7 + row * 13 + column * 29) % 900)


def heights(chart: int) -> list[int]:
    """The five values of a chart."""
    return [200 + (chart * 37 + n * 53) % 400 for n in range(5)]


def ours() -> Callable[[], bytes]:
    """Our writer, from blocks."""
    import docx

    from reporting.document.blocks import Block, Column, Figure, Heading, Paragraph, Table, cell, plain
    from reporting.document.canvas import Canvas
    from reporting.document.drawing import Drawing
    from reporting.document.house_style import house_style
    from reporting.document.package import packed_document
    from reporting.document.palette import HOUSE
    from reporting.document.panels import Bar, Panel, draw_panel
    from reporting.document.pictures import Pictures
    from reporting.document.word import fill
    from reporting.document.writer import Writer
    from reporting.model.period import Quarter

    columns = tuple(Column(f"Kolom {n}", 16 / COLUMNS, right=n > 0) for n in range(COLUMNS))

    def chart(number: int) -> Drawing:
        bars = tuple(Bar(Quarter(2025, 3).shift(n), v, str(v)) for n, v in enumerate(heights(number)))
        canvas = Canvas()
        tall = draw_panel(canvas, Panel(f"Grafiek {number}", "jaardoel: 2.000", bars, None), 0, 0, (520, 118), 1)
        return Drawing(canvas.sheet(tall), "Staafdiagram", f"Grafiek {number}")

    def make() -> bytes:
        house = house_style(None)
        document = docx.Document(io.BytesIO(house.data))
        writer = Writer(Pictures(document), HOUSE, "meting", house.first_list)
        blocks: list[Block] = [Heading(1, "Meting")]
        for t in range(TABLES):
            rows = tuple(tuple(cell(value(t, r, c)) for c in range(COLUMNS)) for r in range(ROWS))
            blocks.append(Table(f"Tabel over {t}", "Aantallen.", columns, rows, "Een tabel"))
        blocks += [Figure(f"Figuur over {c}", "Per kwartaal.", chart(c)) for c in range(CHARTS)]
        for s in range(STORIES):
            blocks += [Heading(2, f"Verhaal {s}"), Paragraph(plain("‘Ik kan het weer.’"), "VerhaalCitaat"), Paragraph(plain(TEXT), "VerhaalTekst")]
        fill(document, "".join(writer.write(b, ()) for b in blocks), writer, house)
        return packed_document(document)

    return make


def docxtpl_matplotlib() -> Callable[[], bytes]:
    """docxtpl with loops and matplotlib's PNG."""
    import docx
    import matplotlib

    matplotlib.use("Agg")
    from docx.shared import Cm
    from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]
    from matplotlib import pyplot as plt

    template = docx.Document()
    template.add_paragraph("{%p for t in tables %}")
    template.add_paragraph("{{ t.name }}")
    table = template.add_table(rows=4, cols=COLUMNS)
    for c in range(COLUMNS):
        table.cell(0, c).text = f"Kolom {c}"
        table.cell(2, c).text = f"{{{{ r[{c}] }}}}"
    table.cell(1, 0).text = "{%tr for r in t.rows %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    for line in (
        "{%p endfor %}",
        "{%p for c in charts %}",
        "{{ c }}",
        "{%p endfor %}",
        "{%p for s in stories %}",
        "{{ s.quote }}",
        "{{ s.text }}",
        "{%p endfor %}",
    ):
        template.add_paragraph(line)
    stored = io.BytesIO()
    template.save(stored)

    def picture(number: int) -> io.BytesIO:
        figure, axes = plt.subplots(figsize=(6.5, 2.5))
        bars = axes.bar(QUARTERS, heights(number), color=["#9CBFC6", "#D5DDE0", "#D5DDE0", "#D5DDE0", "#0B5563"])
        axes.bar_label(bars, padding=-14)
        axes.set_title(f"Grafiek {number}", loc="left", fontweight="bold")
        axes.set_yticks([])
        axes.spines[["top", "left", "right"]].set_visible(False)
        data = io.BytesIO()
        figure.savefig(data, dpi=240)
        plt.close(figure)
        data.seek(0)
        return data

    def make() -> bytes:
        document = DocxTemplate(io.BytesIO(stored.getvalue()))
        context: dict[str, Any] = {
            "tables": [{"name": f"Tabel over {t}", "rows": [[value(t, r, c) for c in range(COLUMNS)] for r in range(ROWS)]} for t in range(TABLES)],
            "charts": [InlineImage(document, picture(c), width=Cm(16)) for c in range(CHARTS)],
            "stories": [{"quote": "‘Ik kan het weer.’", "text": TEXT} for _ in range(STORIES)],
        }
        document.render(context, autoescape=True)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return make


def plain_chart(number: int) -> bytes:
    """A bar chart as an analyst writes it in Vega-Lite, as PNG."""
    import vl_convert

    values = [{"kwartaal": q, "aantal": v} for q, v in zip(QUARTERS, heights(number), strict=True)]
    encoding = {"x": {"field": "kwartaal", "type": "nominal", "sort": None}, "y": {"field": "aantal", "type": "quantitative"}}
    layers = [{"mark": "bar"}, {"mark": {"type": "text", "dy": 10, "color": "white"}, "encoding": {"text": {"field": "aantal", "type": "quantitative"}}}]
    spec = {"title": f"Grafiek {number}", "width": 480, "height": 160, "data": {"values": values}, "encoding": encoding, "layer": layers}
    return bytes(vl_convert.vegalite_to_png(spec, scale=3))


def cells() -> Callable[[], bytes]:
    """python-docx's cell API."""
    import docx
    from docx.shared import Cm

    def make() -> bytes:
        document = docx.Document()
        for t in range(TABLES):
            document.add_paragraph(f"Tabel over {t}")
            table = document.add_table(rows=ROWS + 1, cols=COLUMNS)
            for c in range(COLUMNS):
                table.cell(0, c).text = f"Kolom {c}"
                for r in range(ROWS):
                    table.cell(r + 1, c).text = value(t, r, c)
        for c in range(CHARTS):
            document.add_picture(io.BytesIO(plain_chart(c)), width=Cm(16))
        for _ in range(STORIES):
            document.add_paragraph("‘Ik kan het weer.’")
            document.add_paragraph(TEXT)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return make


def pandoc() -> Callable[[], bytes]:
    """Markdown through pandoc."""
    program = shutil.which("pandoc") or "pandoc"

    def make() -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            parts = []
            for t in range(TABLES):
                parts += [f"Tabel over {t}\n", "|" + "|".join(f"Kolom {c}" for c in range(COLUMNS)) + "|", "|" + "---|" * COLUMNS]
                parts += ["|" + "|".join(value(t, r, c) for c in range(COLUMNS)) + "|" for r in range(ROWS)]
                parts.append("")
            for c in range(CHARTS):
                (Path(folder) / f"{c}.png").write_bytes(plain_chart(c))
                parts.append(f"![Grafiek {c}]({c}.png){{width=16cm}}\n")
            parts += [f"> ‘Ik kan het weer.’\n\n{TEXT}\n"] * STORIES
            (Path(folder) / "a.md").write_text("\n".join(parts), "utf-8")
            subprocess.run([program, "a.md", "-o", "a.docx"], cwd=folder, check=True)
            return (Path(folder) / "a.docx").read_bytes()

    return make


PEERS: dict[str, Callable[[], Callable[[], bytes]]] = {
    "ours": ours,
    "docxtpl + matplotlib": docxtpl_matplotlib,
    "pandoc + vl-convert": pandoc,
    "python-docx cells": cells,
}


def cpu() -> float:
    """CPU seconds of this process and its children."""
    return sum(os.times()[:4])


def measure(name: str) -> dict[str, float]:
    """Cold and warm CPU seconds of one way, in this process."""
    make = PEERS[name]()
    found = {}
    from reporting.document.drawing import forget

    for kind in ("cold", "warm"):
        forget()  # ours keeps pictures it made before; nobody else does
        begin = cpu()
        size = len(make())
        found[kind] = cpu() - begin
        found["kB"] = size / 1000
    return found


def main() -> None:
    """Runs every way `--rounds` times, interleaved, each in a fresh process; prints medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=PEERS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        print(json.dumps(measure(given.only)))
        return
    names = [n for n in PEERS if n != "pandoc + vl-convert" or shutil.which("pandoc")]
    if len(names) < len(PEERS):
        print("pandoc is not installed here: left out")
    results: dict[str, list[dict[str, float]]] = {n: [] for n in names}
    for _ in range(given.rounds):
        for name in names:
            done = subprocess.run([sys.executable, __file__, "--only", name], capture_output=True, text=True, check=True)
            results[name].append(json.loads(done.stdout.splitlines()[-1]))
    medians = {n: {k: statistics.median(r[k] for r in runs) for k in ("cold", "warm", "kB")} for n, runs in results.items()}
    base = medians["docxtpl + matplotlib"]
    print(f"{'':24}{'cold s':>8}{'warm s':>8}{'× cold':>8}{'× warm':>8}{'kB':>8}")
    for name, found in medians.items():
        print(f"{name:24}{found['cold']:8.2f}{found['warm']:8.2f}{found['cold'] / base['cold']:8.2f}{found['warm'] / base['warm']:8.2f}{found['kB']:8.0f}")


if __name__ == "__main__":
    main()
