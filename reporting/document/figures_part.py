"""The printed figures, machine-readable in the document itself: a custom XML part that names each figure, its printed text and its bookmark.

Only what is printed is in it: no hidden cell, no unrounded value, nothing personal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from reporting.document.markup import R, W
from reporting.document.reading import paragraph_text, parts_of, xml_of
from reporting.errors import InputRejected, Reason
from reporting.model.safe import Report

SPACE = "urn:tellen-en-vertellen:cijfers:1"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_CUSTOM = R + "/customXml"
_ITEM = "{7C1F3E52-6B0A-4D8E-9A57-2F4C61D0B3E8}"


@dataclass(frozen=True, slots=True)
class Printed:
    """One number printed in a table: its bookmark, the figure's name (str(FigureKey)), the text."""

    bookmark: str
    figure: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """One figure read back: what was printed when the document was made, and what stands there now ("" where it is gone)."""

    figure: str  # str(FigureKey)
    printed: str
    shown: str


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What a document says of itself, and its figures. `sources` are the SHA-256 of the files behind them."""

    municipality: str
    quarter: str
    edition: str
    status: str
    version: int
    figures: tuple[ReadFigure, ...]
    sources: tuple[str, ...]
    themes: tuple[str, ...]


def figures_xml(report: Report, printed: Sequence[Printed]) -> str:
    """The part as XML."""
    head = {
        "gemeente": report.municipality.key,
        "kwartaal": str(report.quarter),
        "uitgave": report.edition.value,
        "status": report.stamp.status.value,
        "versie": str(report.stamp.version),
    }
    named = " ".join(f"{key}={quoteattr(value)}" for key, value in head.items())
    figures = "".join(f"<cijfer plek={quoteattr(p.bookmark)} naam={quoteattr(p.figure)} tekst={quoteattr(p.text)}/>" for p in printed)
    sources = "".join(f"<bestand sha256={quoteattr(s.sha256)}/>" for s in report.accounting.sources)
    themes = "".join(f"<thema naam={quoteattr(t)}/>" for t in report.themes)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rapport xmlns="{SPACE}" {named}>{themes}{sources}{figures}</rapport>'


def add_figures(document: Document, report: Report, printed: Sequence[Printed]) -> None:
    """Puts the part into the document, with the properties part that lets editors keep it."""
    package = document.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", figures_xml(report, printed).encode("utf-8"), package)
    described = f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ITEM}"><ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    properties = Part(PackURI("/customXml/itemProps1.xml"), kind, described.encode("utf-8"), package)
    document.part.relate_to(item, _CUSTOM)
    item.relate_to(properties, R + "/customXmlProps")


def read_figures(data: bytes, original: bytes | None = None) -> ReadReport:
    """The figures of a document made here, also after an editor saved it. Raises InputRejected(UNREADABLE) where it is none of ours.

    `original`: the document as it was made, where that is at hand. Its figures are the ones that count: an editor may have lost the part (LibreOffice
    does by way of .odt), and somebody may have changed it. A line of the part that reads otherwise is a figure that was edited.
    """
    parts = parts_of(data)
    own = _part(parts)
    root = own if original is None else _part(parts_of(original))
    if root is None or "word/document.xml" not in parts:
        raise InputRejected(Reason.UNREADABLE)
    marked = marked_texts(xml_of(parts["word/document.xml"]))
    made = _lines(root)
    listed = made if own is None else _lines(own)
    figures = [ReadFigure(figure, text, _shown(mark, figure, text, marked, listed)) for (mark, figure), text in made.items()]
    figures += [ReadFigure(figure, "", text) for (mark, figure), text in listed.items() if (mark, figure) not in made]
    return ReadReport(
        municipality=root.get("gemeente") or "",
        quarter=root.get("kwartaal") or "",
        edition=root.get("uitgave") or "",
        status=root.get("status") or "",
        version=int(version) if (version := root.get("versie") or "").isdecimal() else 0,
        figures=tuple(figures),
        sources=tuple(s.get("sha256") or "" for s in root.iter(f"{{{SPACE}}}bestand")),
        themes=tuple(t.get("naam") or "" for t in root.iter(f"{{{SPACE}}}thema")),
    )


def _part(parts: Mapping[str, bytes]) -> etree._Element | None:
    items = (xml_of(part) for name, part in parts.items() if name.startswith("customXml/item") and name.endswith(".xml"))
    return next((r for r in items if r.tag == f"{{{SPACE}}}rapport"), None)


def _lines(root: etree._Element) -> dict[tuple[str, str], str]:
    """The figures of a part: bookmark and name to what was printed."""
    return {(c.get("plek") or "", c.get("naam") or ""): c.get("tekst") or "" for c in root.iter(f"{{{SPACE}}}cijfer")}


def _shown(mark: str, figure: str, made: str, marked: Mapping[str, str], listed: Mapping[tuple[str, str], str]) -> str:
    """What the document says of a figure now: on the page, or else in its part, whichever differs from what was made."""
    shown = marked.get(mark, "")
    return listed.get((mark, figure), shown) if shown == made else shown


def marked_texts(body: etree._Element) -> dict[str, str]:
    """The text of every bookmark by its name, as whole paragraphs from where it starts to where it ends; several are joined by line ends."""
    ends = {e.get(f"{{{W}}}id"): e for e in body.iter(f"{{{W}}}bookmarkEnd")}
    paragraphs = list(body.iter(f"{{{W}}}p"))
    places = {p: n for n, p in enumerate(paragraphs)}
    found = {}
    for start in body.iter(f"{{{W}}}bookmarkStart"):
        name, end = start.get(f"{{{W}}}name") or "", ends.get(start.get(f"{{{W}}}id"))
        first, last = _paragraph_of(start, places), None if end is None else _paragraph_of(end, places)
        if first is not None:
            texts = [paragraph_text(p).strip() for p in paragraphs[first : (first if last is None else max(first, last)) + 1]]
            found[name] = "\n".join(t for t in texts if t)
    return found


def _paragraph_of(node: etree._Element, places: dict[etree._Element, int]) -> int | None:
    """The place of the paragraph a node stands in; a node between paragraphs belongs to the next one."""
    for above in node.iterancestors(f"{{{W}}}p"):
        return places.get(above)
    for after in node.itersiblings():
        for inner in after.iter(f"{{{W}}}p"):
            return places.get(inner)
    return None
