"""`render_word`: a Report as the bytes of a Word document."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml
from docx.section import _Footer, _Header

from reporting.document.blocks import Block, Heading
from reporting.document.chapters.book import chapters_of
from reporting.document.figures_part import add_figures
from reporting.document.house_style import HouseStyle, house_style
from reporting.document.layout import fitted, paginate, running_name
from reporting.document.markup import NAMESPACES, field, one_line, paragraph, run
from reporting.document.package import packed_document
from reporting.document.pictures import Pictures
from reporting.document.places import ORIGIN
from reporting.document.writer import Writer
from reporting.model.safe import Edition, Report, ReportStatus
from reporting.texts import report as words

Progress = Callable[[float, str], None]
ORIGIN_IDS = 900_000_000  # above the numbers of all other bookmarks


def render_word(report: Report, template: bytes | None = None, progress: Progress | None = None, pages: Mapping[str, int] | None = None) -> bytes:
    """The report as a .docx: the same report and template give the same bytes.

    `progress` is told a fraction (0-1) and the name of the step. `pages` gives page numbers by chapter heading for the contents, where they are
    known. A template is an organisation's own .docx, cleaned here; without one our own house style is used. Raises InputRejected for a template that
    cannot be used (`house_package.clean_package` says when).
    """
    tell: Progress = progress or (lambda fraction, step: None)
    tell(0.0, "Beginnen")
    house = house_style(template)
    palette = house.palette
    document = docx.Document(io.BytesIO(house.data))
    chapters = [fitted(block, palette.room) for block in chapters_of(report, palette, tell)]
    blocks = chapters if report.edition is Edition.CONVERSATION else paginate(chapters, palette.room)  # one page, as long as it can be
    writer = Writer(Pictures(document), palette, f"{report.municipality.key} {report.quarter}", house.first_list)
    body = _body(blocks, writer, pages or {}, tell)
    tell(0.92, "Document samenstellen")
    fill(document, _with_origin(body, report.origin), writer, house)
    _frame(document, report, house)
    _properties(document, report)
    add_figures(document, report, writer.figures)
    data = packed_document(document)
    tell(1.0, "Klaar")
    return data


def _body(blocks: Sequence[Block], writer: Writer, pages: Mapping[str, int], tell: Progress) -> str:
    chapters = [b.text for b in blocks if isinstance(b, Heading) and b.level == 1 and b.contents]
    entries = [(text, str(pages[text]) if text in pages else "") for text in chapters]
    written = []
    for n, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            tell(0.3 + 0.6 * n / len(blocks), f"{block.text} opmaken")
        written.append(writer.write(block, entries))
    return "".join(written)


def _with_origin(body: str, origin: str) -> str:
    """The body with the mark by which this installation knows its document again: an empty bookmark in the first and in the last paragraph,
    for bookmarks are all that survives every editor. Nothing for a report without a mark."""
    if not origin:
        return body
    marks = [f'<w:bookmarkStart w:id="{ORIGIN_IDS + n}" w:name="{ORIGIN[n]}{origin}"/><w:bookmarkEnd w:id="{ORIGIN_IDS + n}"/>' for n in (0, 1)]
    end = "</w:pPr>"
    first, last = body.index(end) + len(end), body.rindex(end) + len(end)
    return "".join((body[:first], marks[0], body[first:last], marks[1], body[last:]))


def fill(document: Document, body: str, writer: Writer, house: HouseStyle) -> None:
    """The written blocks into the document, before its last section's properties; a numbering of its own for every numbered list."""
    tree = parse_xml(f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    holder = document.element.body
    end = holder.sectPr
    for child in list(tree[0]):
        end.addprevious(child)
    numbering = document.part.numbering_part.element
    for n in range(writer.lists):
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        number = f'<w:num {NAMESPACES} w:numId="{house.first_list + n}"><w:abstractNumId w:val="{house.abstract}"/>{restart}</w:num>'
        numbering.append(parse_xml(number))


def _frame(document: Document, report: Report, house: HouseStyle) -> None:
    """Header and footer of the last section: who and what, the marks CONCEPT and VOORBEELDGEGEVENS, page X of Y where theirs has no page numbers."""
    section = document.sections[-1]
    marks = [words.CONCEPT] * (report.stamp.status is ReportStatus.CONCEPT) + [words.SAMPLE] * report.stamp.sample
    edition, status = f" · {words.edition_name(report.edition, report.quarter)}", f" · {' · '.join(marks)}" if marks else ""
    text = run(running_name(one_line(report.organisation), edition, status, house.palette.room) + edition)
    text += run(status, "Status") if marks else ""
    footer = run("Pagina ") + field("PAGE", "2") + run(" van ") + field("NUMPAGES", "2")
    both: list[tuple[_Header | _Footer, str, str]] = [(section.header, paragraph("Rapportkop", text), house.frame.header)]
    if not house.frame.numbered:
        both.append((section.footer, paragraph("Rapportvoet", footer), house.frame.footer))
    for part, content, kept in both:  # the organisation's own stays, ours comes under it
        part.is_linked_to_previous = False
        element = part._element
        for child in list(element) if not kept else ():
            element.remove(child)
        for name in [n for n in element.attrib if n.endswith("Ignorable")]:  # python-docx's own header names prefixes nothing here uses
            del element.attrib[name]
        element.append(parse_xml(f"<w:hdr {NAMESPACES}>{content}</w:hdr>")[0])


def _properties(document: Document, report: Report) -> None:
    properties = document.core_properties
    made = datetime.combine(report.stamp.made_on, time(12))
    properties.title = f"{one_line(report.title) or words.EDITIONS[report.edition]} · {words.edition_name(report.edition, report.quarter)}"
    properties.subject = words.status_line(report.stamp)
    properties.author = one_line(report.organisation)
    properties.last_modified_by = one_line(report.organisation)
    properties.language = "nl-NL"
    properties.created = properties.modified = made
    properties.revision = max(1, report.stamp.version)
