"""XML of an uploaded house style, cleaned: nothing that acts, nothing that points outside, nothing about who wrote it."""

import re

from lxml import etree

from reporting.document.markup import WP, A, R, W
from reporting.document.reading import xml_of

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_VML, _OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
_KEPT_FIELDS = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_OUT = (  # elements that go with all that is in them
    "object", "control", "altChunk", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "permStart", "permEnd", "proofErr",
    "bookmarkStart", "bookmarkEnd", "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange", "pPrChange",
    "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange", "rsid", "rsids", "footnoteReference",
    "endnoteReference", "numPicBullet", "lvlPicBulletId", "subDoc", "contentPart", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic",
    "webHidden", "specVanish",
)  # fmt: skip
_OPENED = ("ins", "moveTo", "customXml", "smartTag", "sdtContent", "sdt")  # elements whose contents stay without them
_POINTING = ("src", "href", f"{{{_OFFICE}}}href", f"{{{_OFFICE}}}title", f"{{{_OFFICE}}}relid")
_FILE_LIKE = re.compile(r"[\\/]|\.(?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)\s*$", re.IGNORECASE)
_LOGO = "Beeld uit de huisstijl"
_BLIP_FILL = f"{{{A}}}blipFill"


def clean_xml(data: bytes) -> etree._Element:
    """The root of a part without fields that act, objects, comments, marks of revision, hidden text, extensions and the ids of editing sessions.

    What is left is plain WordprocessingML with, at most, alternate contents for drawn shapes. Raises InputRejected(UNREADABLE) where it is no XML.
    """
    tree = xml_of(data)
    for node in list(tree.iter(etree.Comment, etree.ProcessingInstruction)):
        _remove(node)
    _drop_extensions(tree)
    for holder in [n for n in tree.iter(f"{{{W}}}sdt") if n.find(f"{{{W}}}sdtPr/{{{W}}}showingPlcHdr") is not None]:
        _remove(holder)  # "Klik om tekst in te voeren"
    for node in list(tree.iter(f"{{{W}}}sdtPr", f"{{{W}}}sdtEndPr", f"{{{W}}}customXmlPr", f"{{{W}}}smartTagPr", *(f"{{{W}}}{name}" for name in _OUT))):
        _remove(node)
    for hidden in list(tree.iter(f"{{{W}}}vanish")):
        owner = next((a for a in hidden.iterancestors() if a.tag == f"{{{W}}}r"), None)
        _remove(hidden if owner is None or hidden.get(f"{{{W}}}val") in ("0", "false") else owner)
    for name in _OPENED:
        for node in list(tree.iter(f"{{{W}}}{name}")):
            unwrap(node)
    _drop_fields(tree)
    for node in tree.iter():
        for key in [k for k in node.attrib if "rsid" in k or k in _POINTING]:
            del node.attrib[key]
    for fill in list(tree.iter(_BLIP_FILL)):
        _plain_fill(fill)
    for described in tree.iter(f"{{{WP}}}docPr", "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"):
        _plain_words(described)
    etree.cleanup_namespaces(tree, keep_ns_prefixes=[p for c in tree.iter(f"{{{MC}}}Choice") for p in (c.get("Requires") or "").split()])
    return tree


def keep_known(tree: etree._Element, known: set[str]) -> None:
    """Takes out what refers to a part that does not come along; a link leaves its text, and a picture that was also a link stays."""
    for node in list(tree.iter()):
        if not isinstance(node.tag, str) or not node.attrib:
            continue
        used = {key: value for key, value in node.attrib.items() if key.startswith(f"{{{R}}}")}
        strange = [key for key, value in used.items() if value not in known]
        if not strange:
            continue
        if etree.QName(node).localname in ("hlinkClick", "hlinkHover", "hlinkMouseOver"):
            _remove(node)
        elif any(value in known for value in used.values()):
            for key in strange:
                del node.attrib[key]
        else:
            _drop_owner(node)


def unwrap(node: etree._Element) -> None:
    """Puts what is in an element in its place."""
    parent = node.getparent()
    if parent is not None:
        place = parent.index(node)
        for child in reversed(list(node)):
            parent.insert(place, child)
        parent.remove(node)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:  # text after it belongs to its parent
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)


def _drop_owner(node: etree._Element) -> None:
    """Takes out the drawing a node belongs to, or itself where it belongs to none; of a link only the link."""
    for above in (node, *node.iterancestors()):
        if above.tag == f"{{{W}}}hyperlink":
            unwrap(above)
            return
        if above.tag in (f"{{{W}}}drawing", f"{{{W}}}pict"):
            _remove(above)
            return
    _remove(node)


def _drop_extensions(tree: etree._Element) -> None:
    """Takes out what a reader may ignore (mc:Ignorable): attributes and elements of later versions."""
    spaces: set[str] = set()
    for node in tree.iter():
        if isinstance(node.tag, str) and (named := node.get(f"{{{MC}}}Ignorable")):
            spaces |= {node.nsmap[p] for p in named.split() if p in node.nsmap}
    later = tuple(f"{{{space}}}" for space in spaces)
    marked = (*later, f"{{{MC}}}")
    for node in list(tree.iter()):
        if not isinstance(node.tag, str):
            continue
        if node.tag.startswith(later):
            _remove(node)
            continue
        for key in [k for k in node.attrib if k.startswith(marked)]:
            del node.attrib[key]


def _drop_fields(tree: etree._Element) -> None:
    """Takes out every field but page numbers, whole: simple ones, and complex ones from their begin to their end. A link keeps its text."""
    for simple in list(tree.iter(f"{{{W}}}fldSimple")):
        if not _KEPT_FIELDS.match(simple.get(f"{{{W}}}instr") or ""):
            _remove(simple)
    opened: list[list[etree._Element]] = []
    done: list[list[etree._Element]] = []
    for run in list(tree.iter(f"{{{W}}}r")):
        kinds = [m.get(f"{{{W}}}fldCharType") for m in run.iter(f"{{{W}}}fldChar")]
        for kind in kinds:
            if kind == "begin":
                opened.append([])
        for inside in opened:
            inside.append(run)
        if "end" in kinds and opened:
            done.append(opened.pop())
    for runs in (*done, *opened):  # one that never ends goes too
        code = "".join(i.text or "" for r in runs for i in r.iter(f"{{{W}}}instrText"))
        if not _KEPT_FIELDS.match(code) or runs in opened:
            for piece in runs:
                _remove(piece)
    for stray in list(tree.iter(f"{{{W}}}instrText", f"{{{W}}}delInstrText")):
        if not _KEPT_FIELDS.match(stray.text or "") and (stray.text or "").strip():
            _remove(stray)


def _plain_fill(fill: etree._Element) -> None:
    """A theme's picture fill as a plain one: the picture does not come along."""
    parent = fill.getparent()
    if parent is not None and etree.QName(parent).localname in ("fillStyleLst", "bgFillStyleLst"):
        plain = etree.Element(f"{{{A}}}solidFill")
        etree.SubElement(plain, f"{{{A}}}schemeClr").set("val", "phClr")
        parent.replace(fill, plain)


def _plain_words(described: etree._Element) -> None:
    """A picture's words without the file it came from; a picture without words gets some."""
    described.set("name", f"Beeld {described.get('id') or ''}".strip())
    words = (described.get("descr") or "").strip()
    if not words or _FILE_LIKE.search(words):
        described.set("descr", _LOGO)
    if _FILE_LIKE.search(described.get("title") or ""):
        del described.attrib["title"]
