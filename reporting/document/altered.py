"""What stands on the page of a document and is no figure of its list: cells of a table without a number or without a name, and the words of charts.

They are held against the document as it was made, by where they stand: a bookmark is lost where somebody types over all of a cell, and the name of a
hidden figure belongs in no document.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from reporting.document.markup import WP, W
from reporting.document.reading import paragraph_text, parts_of, xml_of

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD_STYLES = ("Tabelwoord", "KerncijferWoord")  # of a cell that says "niet getoond", "geen gegevens" …
_NUMBER_STYLE = "Tabelgetal"
_TBL, _TR, _TC, _P = (f"{{{W}}}{name}" for name in ("tbl", "tr", "tc", "p"))


@dataclass(frozen=True, slots=True)
class AlteredCell:
    """A number in a table that does not stand there as it was made. `row` is "" where the column says all.

    `was` and `shown` are both "" where the figure was not shown: what was typed there is not repeated, for it may be what was hidden.
    """

    table: int  # as it is numbered in its caption
    row: str
    column: str
    was: str
    shown: str


@dataclass(frozen=True, slots=True)
class AlteredChart:
    """A chart whose description has other numbers than when it was made."""

    number: int  # as in its caption
    caption: str


@dataclass(frozen=True, slots=True)
class Altered:
    """All that reads otherwise in a number, outside the list of figures."""

    cells: tuple[AlteredCell, ...] = ()
    charts: tuple[AlteredChart, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    style: str
    marked: bool  # a figure of the list


@dataclass(frozen=True, slots=True)
class _Row:
    table: int
    headers: tuple[str, ...]
    cells: tuple[tuple[_Paragraph, ...], ...]

    @property
    def key(self) -> tuple[tuple[str, ...], int, str]:
        """What a row is known by: its table's headers, its length, its first words without their numbers."""
        return self.headers, len(self.cells), _NUMBER.sub("0", self.cells[0][0].text if self.cells and self.cells[0] else "")


def altered(document: bytes, original: bytes) -> Altered:
    """What differs in a document from the document as it was made. Raises InputRejected for what cannot be read."""
    now, made = (xml_of(parts_of(data)["word/document.xml"]) for data in (document, original))
    return Altered(tuple(_cells(_rows(made), _rows(now))), tuple(_charts(made, now)))


def _rows(body: etree._Element) -> list[_Row]:
    """All rows below a header, of all tables in the order of the document."""
    found = []
    for number, table in enumerate(body.iter(_TBL), start=1):
        rows = [tuple(tuple(_paragraph(p) for p in cell.iter(_P)) for cell in row.iterchildren(_TC)) for row in table.iterchildren(_TR)]
        headers = tuple(" ".join(p.text for p in cell) for cell in rows[0]) if rows else ()
        found += [_Row(number, headers, cells) for cells in rows[1:]]
    return found


def _paragraph(node: etree._Element) -> _Paragraph:
    style = next((s.get(f"{{{W}}}val") or "" for s in node.iterfind(f"{{{W}}}pPr/{{{W}}}pStyle")), "")
    marked = any((m.get(f"{{{W}}}name") or "").startswith("waarde_") for m in node.iter(f"{{{W}}}bookmarkStart"))
    return _Paragraph(" ".join(paragraph_text(node).split()), style, marked)


def _cells(made: Sequence[_Row], now: Sequence[_Row]) -> Iterator[AlteredCell]:
    for before, after in _paired(made, now):
        for column, (old, new) in enumerate(zip(before.cells, after.cells, strict=True)):
            if old:
                row = "" if column == 0 or before.cells[0][0].style.startswith("Kerncijfer") else before.cells[0][0].text
                header = before.headers[column] if column < len(before.headers) else ""
                yield from (AlteredCell(before.table, row, header, *pair) for pair in _differs(old[0], new[0].text if new else ""))


def _paired(made: Sequence[_Row], now: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """Rows of both documents that are the same row; a row whose words were edited too is known by its neighbours."""
    for kind, a, b, c, d in SequenceMatcher(None, [r.key for r in made], [r.key for r in now], autojunk=False).get_opcodes():
        if kind in ("equal", "replace") and b - a == d - c:
            yield from ((old, new) for old, new in zip(made[a:b], now[c:d], strict=True) if len(old.cells) == len(new.cells))


def _differs(old: _Paragraph, shown: str) -> Iterator[tuple[str, str]]:
    """What was and is in a cell, where a number in it was changed and no figure of the list tells so."""
    if old.style in _WORD_STYLES and shown != old.text and _NUMBER.search(shown):
        yield "", ""
    elif old.style == _NUMBER_STYLE and not old.marked and _numbers(shown) != _numbers(old.text):
        yield old.text, shown


def _charts(made: etree._Element, now: etree._Element) -> Iterator[AlteredChart]:
    drawings = list(_drawings(now))
    described = [d for d in _drawings(made) if d["descr"]]
    for number, chart in enumerate(described, start=1):
        if any(_numbers(d["descr"]) != _numbers(chart["descr"]) for d in _same(chart, drawings)):
            yield AlteredChart(number, chart["title"])


def _drawings(body: etree._Element) -> Iterator[Mapping[str, str]]:
    for node in body.iter(f"{{{WP}}}docPr"):
        yield {key: node.get(key) or "" for key in ("name", "title", "descr")}


def _same(chart: Mapping[str, str], drawings: Sequence[Mapping[str, str]]) -> Sequence[Mapping[str, str]]:
    """The drawing a chart is now: by its name and title, or else by one of them; none where it was taken out."""
    for keys in (("name", "title"), ("name",), ("title",)):
        if found := [d for d in drawings if all(d[k] == chart[k] for k in keys)]:
            return found
    return ()


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text)
