"""Reading a .docx back: its parts, and all text in it, for the last gate and the document's own check."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from reporting.document.markup import WP, W
from reporting.errors import InputRejected, Reason

MAX_PARTS, MAX_BYTES = 2000, 200_000_000  # a document with more is not one of ours
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_P, _T, _INSTRUCTION, _BREAKS = f"{{{W}}}p", f"{{{W}}}t", f"{{{W}}}instrText", {f"{{{W}}}tab", f"{{{W}}}br"}
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_PICTURE = f"{{{WP}}}docPr"
_SPOKEN = ("descr", "title", "name")
_SPEAKING = {f"{{{W}}}tblCaption", f"{{{W}}}tblDescription", f"{{{W}}}docVar"}  # elements whose w:val is said aloud or kept as text


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name. Raises InputRejected for what is no package, or one that unpacks too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > MAX_PARTS or sum(e.file_size for e in entries) > MAX_BYTES:
                raise InputRejected(Reason.TOO_LARGE)
            return {e.filename: package.read(e) for e in entries}
    except _DAMAGE as broken:
        raise InputRejected(Reason.UNREADABLE) from broken


def xml_of(data: bytes) -> etree._Element:
    """The root of an XML part; entities are never resolved. Raises InputRejected where it is no XML or has a DOCTYPE."""
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as broken:
        raise InputRejected(Reason.UNREADABLE) from broken
    if root.getroottree().docinfo.doctype:
        raise InputRejected(Reason.UNREADABLE)
    return root


def document_texts(data: bytes) -> Mapping[str, str]:
    """All text of a .docx by part name: what is printed (one line a paragraph), alt texts, field codes, bookmarks, properties and the words in
    the vector pictures. For the search after names that must not leave. Raises InputRejected for what cannot be read."""
    found = {}
    for name, part in parts_of(data).items():
        if name.endswith((".xml", ".rels", ".svg")):
            found[name] = _texts(xml_of(part))
    return found


def frame_text(data: bytes) -> str:
    """What the headers and footers of a .docx print, one line a paragraph, and the words of their pictures. Raises InputRejected."""
    lines: list[str] = []
    for name, part in parts_of(data).items():
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            root = xml_of(part)
            lines += [paragraph_text(p) for p in root.iter(_P)]
            lines += [value for node in root.iter(_PICTURE) for key in ("descr", "title") if (value := node.get(key))]
    return "\n".join(lines)


def paragraph_text(paragraph: etree._Element) -> str:
    """What a paragraph prints, runs joined as they stand."""
    pieces = []
    for node in paragraph.iter():
        if node.tag == _T:
            pieces.append(node.text or "")
        elif node.tag in _BREAKS:
            pieces.append(" ")
    return "".join(pieces)


def _texts(root: etree._Element) -> str:
    printed = [paragraph_text(p) for p in root.iter(_P)]
    other: list[str] = []
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        if node.text and node.text.strip() and node.tag != _T:
            other.append(node.text.strip())
        other += [value for key in _SPOKEN if (value := node.get(key))]
        if node.tag in _SPEAKING:
            other.append(node.get(f"{{{W}}}val") or "")
    return "\n".join([*printed, *other])
