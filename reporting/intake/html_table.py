"""HTML tables that call themselves .xls, as Dutch systems export them (INTAKE 1). The table with a header is read."""

from collections.abc import Collection, Iterator

from lxml import etree, html

from reporting.errors import InputRejected, Reason
from reporting.intake.decode import to_utf8
from reporting.intake.header import Names
from reporting.intake.table import RawTable
from reporting.intake.workbook import table_of

MOST_BYTES = 20 * 1024 * 1024
MOST_SPAN = 1000


def tables(data: bytes, names: Names, known: Collection[str] = ()) -> Iterator[RawTable]:
    """Every table with a header, as sheets without a name. Raises InputRejected: too_large, unreadable."""
    if len(data) > MOST_BYTES:
        raise InputRejected(Reason.TOO_LARGE, megabytes=len(data) >> 20)
    text, _ = to_utf8(data)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True))
    except (etree.ParserError, etree.LxmlError, ValueError) as error:
        raise InputRejected(Reason.UNREADABLE) from error
    etree.strip_elements(root, "script", "style", etree.Comment, with_tail=False)
    for table in root.iter("table"):
        found = table_of(_rows(table), "", names, known, blank_end=False)
        if found is not None:
            yield found


def _rows(table: html.HtmlElement) -> list[list[str]]:
    """The cells of a table's own rows; spans are filled with the cell's text."""
    rows: list[list[str]] = []
    down: dict[int, tuple[int, str]] = {}  # column → rows still to fill, text
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _fill(cells, down)
            text = " ".join(" ".join(cell.itertext()).split()) if cell.find(".//br") is not None else " ".join(cell.text_content().split())
            across, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            for _ in range(across):
                if deep > 1:
                    down[len(cells)] = (deep - 1, text)
                cells.append(text)
        _fill(cells, down)
        rows.append(cells)
    return rows


def _fill(cells: list[str], down: dict[int, tuple[int, str]]) -> None:
    while len(cells) in down:
        left, text = down.pop(len(cells))
        if left > 1:
            down[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(cell: html.HtmlElement, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return min(max(int(value), 1), MOST_SPAN) if value.isdecimal() else 1
