"""Blocks → WordprocessingML: one method per kind of block."""

from collections.abc import Sequence

from reporting.document.blocks import Block, Cell, Column, Contents, Cover, Editable, Figure, Heading, Line, Link, Listing, Paragraph, Runs, Table
from reporting.document.drawing import svg
from reporting.document.figures_part import Printed
from reporting.document.layout import JOINED, LOW_ROW, TOGETHER, cover_rows, row_height, table_height
from reporting.document.markup import TEXT_WIDTH, Bookmarks, attribute, field, link, paragraph, run
from reporting.document.ornament import COLUMNS, ROWS, ornament_svg
from reporting.document.palette import Palette
from reporting.document.pictures import Pictures

TWIP = 1440 / 2.54  # per cm
NEW_PAGE = '<w:pageBreakBefore/><w:spacing w:before="0"/>'
SAME_PAGE = f'<w:pageBreakBefore w:val="0"/><w:spacing w:before="{round(JOINED * TWIP)}"/>'
COVER_PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="0" w:right="1417" w:bottom="1134" w:left="1417" w:header="0" w:footer="567" w:gutter="0"/>'


class Writer:
    """Writes blocks down as text. Numbers tables, figures, lists and bookmarks on the way."""

    def __init__(self, pictures: Pictures, palette: Palette, seed: str, first_list: int = 3) -> None:
        self.palette = palette
        self.figures: list[Printed] = []  # every number in a table that is a figure, in the order of the document
        self.lists = 0  # numbered lists so far; each needs a w:num of its own
        self._pictures, self._seed, self._first_list = pictures, seed, first_list
        self._bookmarks, self._tables, self._figures, self._chapters = Bookmarks(), 0, 0, 0
        self._entries: Sequence[tuple[str, str]] = ()

    def write(self, block: Block, entries: Sequence[tuple[str, str]]) -> str:
        """One block as XML. `entries` are the contents: heading text and page number ("" where it is not known)."""
        self._entries = entries
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return paragraph(block.style, self._bookmarks.around(block.bookmark, _runs(block.runs)))
            case Editable():
                return self._editable(block)
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Contents():
                return self._contents()
            case Cover():
                return self._cover(block)

    def _heading(self, block: Heading) -> str:
        content = run(block.text)
        if block.level == 1 and block.contents:
            self._chapters += 1
            content = self._bookmarks.around(f"_Toc{self._chapters:06d}", content)
        place = NEW_PAGE if block.new_page else SAME_PAGE if block.joined else ""
        return paragraph(f"Heading{block.level}", self._bookmarks.around(block.bookmark, content), place)

    def _editable(self, block: Editable) -> str:
        start, end = self._bookmarks.pair(block.bookmark)
        written = []
        for n, text in enumerate(block.paragraphs):
            lead = run(f"{block.lead} ", "Strong") if block.lead and n == 0 else ""
            content = (start if n == 0 else "") + lead + run(text) + (end if n == len(block.paragraphs) - 1 else "")
            written.append(paragraph(block.style, content))
        return "".join(written)

    def _listing(self, block: Listing) -> str:
        style, own = "ListBullet", ""
        if block.numbered:
            style, own = "ListNumber", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._first_list + self.lists}"/></w:numPr>'
            self.lists += 1
        marks = (f"{block.bookmark}_{n}" if block.bookmark else "" for n in range(1, len(block.items) + 1))
        return "".join(paragraph(style, self._bookmarks.around(mark, _runs(item)), own) for mark, item in zip(marks, block.items, strict=True))

    def _contents(self) -> str:
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" {}\\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        paged = any(page for _, page in self._entries)
        written = []
        for n, (text, page) in enumerate(self._entries, start=1):
            anchor = f"_Toc{n:06d}"
            shown = link(text, anchor)
            if page:
                page_number = field(f"PAGEREF {anchor} \\h", page)
                shown = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text, "Hyperlink")}<w:r><w:tab/></w:r>{page_number}</w:hyperlink>'
            head = begin.format("" if paged else "\\n ") if n == 1 else ""
            tail = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if n == len(self._entries) else ""
            tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{round(TEXT_WIDTH * TWIP)}"/></w:tabs>' if page else ""
            written.append(paragraph("TOC1", head + shown + tail, tab))
        return "".join(written)

    def _cover(self, block: Cover) -> str:
        rows = cover_rows(block, ROWS, 21.0 / COLUMNS, self.palette.room)
        picture = self._pictures.inline(ornament_svg(self._seed, self.palette, rows), (COLUMNS, rows), 21.0, "", "", decorative=True)
        written = [paragraph("OmslagBeeld", picture), paragraph("OmslagOrganisatie", run(block.organisation))]
        written.append(paragraph("Title", self._bookmarks.around("omslag_titel", run(block.title))))
        written.append(paragraph("Subtitle", run(block.subtitle)))
        for n, line in enumerate(block.lines):
            section = f"<w:sectPr>{COVER_PAGE}</w:sectPr>" if n == len(block.lines) - 1 else ""
            written.append(paragraph(line.style, self._bookmarks.around(line.bookmark, _runs(line.runs)), section))
        return "".join(written)

    def _caption(self, word: str, number: int, text: str, unit: str, place: str = "") -> str:
        caption = run(f"{word} ") + field(f"SEQ {word} \\* ARABIC", str(number)) + run(f". {text}")
        return paragraph("Caption", caption, place) + (paragraph("Eenheid", run(unit)) if unit else "")

    def _figure(self, block: Figure) -> str:
        self._figures += 1
        drawing = block.drawing
        picture = self._pictures.inline(svg(drawing), (drawing.width, drawing.height), TEXT_WIDTH, block.caption, drawing.alt_text)
        return self._caption("Figuur", self._figures, block.caption, block.unit, NEW_PAGE if block.new_page else "") + paragraph("Figuur", picture)

    def _table(self, block: Table) -> str:
        self._tables, room = self._tables + 1, self.palette.room
        caption = self._caption("Tabel", self._tables, block.caption, block.unit)
        widths = [round(c.width * TWIP) for c in block.columns]
        last = "1" if block.total else "0"
        first = "0" if block.key_figures else "1"
        style = "Kerncijfertabel" if block.key_figures else "Cijfertabel"
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0000" w:firstRow="1" w:lastRow="{last}" w:firstColumn="{first}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{attribute(block.caption)}"/><w:tblDescription w:val="{attribute(block.description)}"/></w:tblPr>'
        )
        grid = "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{w}"/>' for w in widths) + "</w:tblGrid>"
        together = table_height(block, room) <= TOGETHER
        rows = [self._header(block, widths)]
        for n, cells in enumerate(block.rows):
            final = n == len(block.rows) - 1
            edge = n in (0, len(block.rows) - 2) and row_height(block, cells, room) < LOW_ROW
            keep = (together and not final) or edge or (final and bool(block.note))
            rows.append(self._row(block, cells, widths, keep, block.total and final))
        note = paragraph("Noot", run(block.note)) if block.note else ""
        return f"{caption}<w:tbl>{properties}{grid}{''.join(rows)}</w:tbl>{note}"

    def _header(self, block: Table, widths: list[int]) -> str:
        cells = []
        for column, width in zip(block.columns, widths, strict=True):
            style = "KerncijferKop" if block.key_figures else "TabelkopRechts" if column.right else "Tabelkop"
            shade = self._shade(block, column)
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="bottom"/></w:tcPr>{paragraph(style, run(column.header))}</w:tc>'
            )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def _row(self, block: Table, cells: Sequence[Cell], widths: list[int], keep: bool, total: bool) -> str:
        written = []
        for n, (cell, column, width) in enumerate(zip(cells, block.columns, widths, strict=True)):
            content = []
            for m, line in enumerate(cell.lines):
                style = line.style or ("Tabelgetal" if column.right else "Tabeltekst")
                text = _runs(_strong(line) if total or (n == 0 and not block.key_figures and m == 0) else line.runs)
                if m == 0:
                    text = self._bookmarks.around(cell.bookmark, text)
                    text = self._bookmarks.around(self._printed(cell), text) if cell.figure else text
                content.append(paragraph(style, text, "<w:keepNext/>" if keep else ""))
            align = "top" if block.key_figures else "center"
            written.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{self._shade(block, column)}<w:vAlign w:val="{align}"/></w:tcPr>{"".join(content)}</w:tc>'
            )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(written)}</w:tr>"

    def _printed(self, cell: Cell) -> str:
        """Notes down a printed figure; gives the bookmark it gets."""
        mark = f"waarde_{len(self.figures) + 1}"
        self.figures.append(Printed(mark, cell.figure, "".join(r.text for r in cell.lines[0].runs)))
        return mark

    def _shade(self, block: Table, column: Column) -> str:
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{self.palette.tint}"/>' if column.tinted or block.key_figures else ""


def _strong(line: Line) -> Runs:
    return tuple(r if isinstance(r, Link) or r.style else type(r)(r.text, "Strong") for r in line.runs)


def _runs(runs: Runs) -> str:
    return "".join(link(r.text, r.target) if isinstance(r, Link) else run(r.text, r.style) for r in runs)
