"""The organisation's own header and footer: which of those in its document is used, and how much of the page it takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from reporting.document.house_xml import MC
from reporting.document.markup import CM, WP, R, W
from reporting.document.reading import paragraph_text

TOP, BOTTOM, HEAD, FOOT = 2.4, 2.0, 1.2, 1.0  # cm: our margins, and how far header and footer stand from the edge
HIGHEST, LOWEST = 6.5, 5.0  # cm: margins are never larger
_LINE, _OURS = 0.47, 0.75  # cm: a line of theirs; our own line with the white after it
_PAGE_WIDTH, _PAGE_HEIGHT, _TEXT_LEFT, _TEXT_RIGHT = 21.0, 29.7, 2.5, 18.5
_TYPES = ("default", "first", "even")
_VML = "urn:schemas-microsoft-com:vml"
_NUMBER = ("PAGE", "NUMPAGES")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is used: the relationship of the header and the footer ("" where there is none), both margins in cm, and whether pages have numbers already."""

    header: str = ""
    footer: str = ""
    top: float = TOP
    bottom: float = BOTTOM
    numbered: bool = False


def frame_of(document: etree._Element, headers: Mapping[str, etree._Element]) -> Frame:
    """The frame of a document whose headers and footers are given by relationship, cleaned. Shapes that would lie over the text are taken out of them.

    Of each kind the last section's that shows anything: the one for all pages, else for the first page (a letterhead), else for even ones.
    """
    header, footer = _pick(document, headers, "header"), _pick(document, headers, "footer")
    top, bottom = TOP, BOTTOM
    if header:
        tall = _flow(headers[header]) + _OURS
        top = max(TOP, HEAD + tall, *(end + 0.4 for end in _floating(headers[header], upper=True)))
    if footer:
        bottom = max(BOTTOM, FOOT + _flow(headers[footer]) + _OURS, *(end + 0.4 for end in _floating(headers[footer], upper=False)))
    if header:
        bottom = max([bottom, *(end + 0.4 for end in _floating(headers[header], upper=False))])
    numbered = any(_numbered(headers[i]) for i in (header, footer) if i)
    return Frame(header, footer, round(min(top, HIGHEST), 2), round(min(bottom, LOWEST), 2), numbered)


def _pick(document: etree._Element, headers: Mapping[str, etree._Element], kind: str) -> str:
    sections = list(document.iter(f"{{{W}}}sectPr"))[::-1]
    for wanted in _TYPES:
        for section in sections:
            for reference in section.iter(f"{{{W}}}{kind}Reference"):
                identity = reference.get(f"{{{R}}}id") or ""
                if (reference.get(f"{{{W}}}type") or "default") == wanted and identity in headers and _shows(headers[identity]):
                    return identity
    return ""


def _shows(part: etree._Element) -> bool:
    return bool(paragraph_text(part).strip()) or any(True for _ in part.iter(f"{{{W}}}drawing", f"{{{W}}}pict"))


def _numbered(part: etree._Element) -> bool:
    codes = [n.text or "" for n in part.iter(f"{{{W}}}instrText")] + [n.get(f"{{{W}}}instr") or "" for n in part.iter(f"{{{W}}}fldSimple")]
    return any(code.strip().upper().startswith(_NUMBER) for code in codes)


def _flow(holder: etree._Element) -> float:
    """About how high what stands in the line of text is, in cm."""
    tall = 0.0
    for block in holder:
        if block.tag == f"{{{W}}}p":
            pictures = [int(e.get("cy") or 0) / CM for i in block.iter(f"{{{WP}}}inline") for e in i.iter(f"{{{WP}}}extent")]
            tall += max([_LINE * (1 + len(list(block.iter(f"{{{W}}}br")))), *pictures])
        elif block.tag == f"{{{W}}}tbl":
            tall += sum(max((_flow(cell) for cell in row.iter(f"{{{W}}}tc")), default=0.0) for row in block.iter(f"{{{W}}}tr"))
    return tall


def _floating(part: etree._Element, *, upper: bool) -> Iterator[float]:
    """How far shapes that hang at a place reach into the page from its top (or its foot), in cm; those that lie over the text are taken out."""
    yield 0.0
    for old in list(part.iter(f"{{{_VML}}}shape", f"{{{_VML}}}group", f"{{{_VML}}}rect")):  # a watermark, drawn the old way
        if "absolute" in (old.get("style") or "") and not any(a.tag == f"{{{MC}}}Fallback" for a in old.iterancestors()):
            _take_out(old)
    for anchor in list(part.iter(f"{{{WP}}}anchor")):
        extent = anchor.find(f"{{{WP}}}extent")
        wide, high = (int((extent.get(k) if extent is not None else "0") or 0) / CM for k in ("cx", "cy"))
        left, above = _place(anchor, "H", wide), _place(anchor, "V", high)
        if left + wide <= _TEXT_LEFT or left >= _TEXT_RIGHT:
            continue  # beside the text
        below = _PAGE_HEIGHT - above - high
        if upper and above + high <= HIGHEST:
            yield above + high
        elif not upper and below >= 0 and above >= _PAGE_HEIGHT - LOWEST:
            yield _PAGE_HEIGHT - above
        elif above + high > HIGHEST and above < _PAGE_HEIGHT - LOWEST:
            _take_out(anchor)


def _take_out(node: etree._Element) -> None:
    """Removes the drawing a node is in, with what other programs would draw instead."""
    around = [a for a in node.iterancestors() if a.tag in (f"{{{W}}}drawing", f"{{{W}}}pict", f"{{{MC}}}AlternateContent")]
    holder = around[-1].getparent() if around else None
    if holder is not None:
        holder.remove(around[-1])


def _place(anchor: etree._Element, axis: str, size: float) -> float:
    """Where a shape begins, in cm from the left or the top of the page."""
    position = anchor.find(f"{{{WP}}}position{axis}")
    if position is None:
        return 0.0
    whole, start, end = (_PAGE_WIDTH, _TEXT_LEFT, _TEXT_RIGHT) if axis == "H" else (_PAGE_HEIGHT, TOP, _PAGE_HEIGHT - BOTTOM)
    base = {"page": 0.0, "paragraph": HEAD, "line": HEAD}.get(position.get("relativeFrom") or "", start)
    offset = position.find(f"{{{WP}}}posOffset")
    if offset is not None:
        return base + int(offset.text or 0) / CM
    aligned = position.findtext(f"{{{WP}}}align") or ""
    low, high = (0.0, whole) if base == 0.0 else (start, end)
    return {"center": (low + high - size) / 2, "right": high - size, "bottom": high - size}.get(aligned, low)
