"""The body of a .docx as a row of paragraphs: what each prints, its style's name, and the bookmarks it carries. For reading a document back."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reporting.document.markup import W
from reporting.document.reading import parts_of, xml_of
from reporting.errors import InputRejected, Reason

_P, _TBL, _START, _END = f"{{{W}}}p", f"{{{W}}}tbl", f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd"
_T, _BREAKS = f"{{{W}}}t", {f"{{{W}}}tab", f"{{{W}}}br", f"{{{W}}}cr"}
_APART = {f"{{{W}}}{name}" for name in ("txbxContent", "moveFrom", "del", "pict", "object")}  # no part of the running text, or taken out
_VAL = f"{{{W}}}val"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph. `style` is the style's name in small letters, which editors keep in every language; `table` whether it stands in one."""

    text: str
    style: str
    table: bool
    marks: tuple[str, ...]  # bookmarks that start in it, or started before and have not ended yet

    @property
    def heading(self) -> bool:
        """Whether it is a heading or the title."""
        return self.style.startswith("heading") or self.style in ("title", "subtitle")


def flow_of(data: bytes) -> tuple[Piece, ...]:
    """All paragraphs in reading order; text that is marked as deleted is out, text that is marked as added is in.

    Raises InputRejected: UNREADABLE where it is no Word document, TOO_LARGE.
    """
    parts = parts_of(data)
    if "word/document.xml" not in parts:
        raise InputRejected(Reason.UNREADABLE)
    body = xml_of(parts["word/document.xml"])
    names, usual = _style_names(parts)
    running: dict[str, str] = {}  # bookmark id -> name, of those that have not ended
    pieces = []
    pending: list[str] = []  # bookmarks that start between two paragraphs belong to the next one
    for node in body.iter(_P, _START, _END):
        if node.tag == _P and not _apart(node):
            inside = list(running.values())
            started = [n.get(f"{{{W}}}name") or "" for n in node.iter(_START)]
            style = next((s.get(_VAL) or "" for s in node.iterfind(f"{{{W}}}pPr/{{{W}}}pStyle")), usual)
            marks = tuple(dict.fromkeys(m for m in (*inside, *pending, *started) if m))
            pieces.append(Piece(_text(node), names.get(style, style).casefold(), any(a.tag == _TBL for a in node.iterancestors()), marks))
            pending = []
        elif node.tag == _START:
            name = node.get(f"{{{W}}}name") or ""
            running[node.get(f"{{{W}}}id") or ""] = name
            if not any(a.tag == _P for a in node.iterancestors()):
                pending.append(name)
        elif node.tag == _END:
            running.pop(node.get(f"{{{W}}}id") or "", None)
    return tuple(pieces)


def _style_names(parts: dict[str, bytes]) -> tuple[dict[str, str], str]:
    """Style id to name, and the id of the usual paragraph style."""
    found: dict[str, str] = {}
    usual = ""
    if "word/styles.xml" in parts:
        for style in xml_of(parts["word/styles.xml"]).iter(f"{{{W}}}style"):
            identity = style.get(f"{{{W}}}styleId") or ""
            found[identity] = next((n.get(_VAL) or "" for n in style.iterfind(f"{{{W}}}name")), identity)
            if style.get(f"{{{W}}}type") == "paragraph" and style.get(f"{{{W}}}default") in ("1", "true", "on"):
                usual = identity
    return found, usual


def _apart(node: etree._Element) -> bool:
    return any(a.tag in _APART for a in node.iterancestors())


def _text(paragraph: etree._Element) -> str:
    """What the paragraph prints, without what is marked as deleted and what floats beside the text."""
    return " ".join("".join(_pieces(paragraph)).split())


def _pieces(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag == _T:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield " "
        elif isinstance(child.tag, str) and child.tag not in _APART and not child.tag.endswith("}AlternateContent"):
            yield from _pieces(child)
