"""An uploaded house style, cleaned: from the organisation's .docx only styles, theme, fonts, numbering, headers and footers are taken over.

A new package is built from what is known to be harmless; everything else (macros, comments, embedded objects, templates elsewhere, properties,
thumbnails, custom parts) is left behind because it is never copied.
"""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from lxml import etree

from reporting.document.markup import NAMESPACES, R, W
from reporting.document.package import repack_parts
from reporting.document.reading import parts_of, xml_of
from reporting.document.template import CORE, PAGE, SETTINGS
from reporting.errors import InputRejected, Reason

MAX_UPLOAD = 20_000_000  # bytes, packed
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = R + "/"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {  # relationship kind from the document -> content type
    "styles": _MAIN + "styles+xml",
    "numbering": _MAIN + "numbering+xml",
    "fontTable": _MAIN + "fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "header": _MAIN + "header+xml",
    "footer": _MAIN + "footer+xml",
}
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}
_REFUSED_FIELDS = re.compile(
    r"^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|EMBED|DATABASE|MACROBUTTON|AUTOTEXT|FILLIN|ASK|HYPERLINK|"
    r"AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|INFO|DOCPROPERTY|COMMENTS)\b",
    re.IGNORECASE,
)
_OBJECTS = ("object", "control", "altChunk", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd", "sdtPr", "customXml")
_REVISIONS = ("ins", "moveTo")


def clean_package(data: bytes) -> dict[str, bytes]:
    """The parts of a clean template made from an uploaded .docx or .dotx; its body is empty.

    Raises InputRejected: TOO_LARGE (also for what unpacks too large), UNREADABLE (no package, broken XML, a DOCTYPE), WRONG_TYPE (no Word document).
    """
    if len(data) > MAX_UPLOAD:
        raise InputRejected(Reason.TOO_LARGE)
    parts = parts_of(data)
    main = _main_part(parts)
    relations = dict(_relations(parts, main))
    kept: dict[str, bytes] = {}
    types: dict[str, str] = {f"/{name}": kind for name, kind in _OWN_TYPES.items()}
    lines: list[str] = [_relation("rIdInstellingen", "settings", "settings.xml")]
    for number, (identity, (kind, target)) in enumerate(sorted(relations.items()), start=1):
        if kind not in _KINDS or target not in parts:
            continue
        single = kind in ("styles", "numbering", "fontTable", "theme")
        name = {"theme": "theme/theme1.xml"}.get(kind, f"{kind}.xml") if single else f"{kind}{number}.xml"
        kept[f"word/{name}"] = _clean_xml(parts[target])
        types[f"/word/{name}"] = _KINDS[kind]
        lines.append(_relation(identity, kind, name))
        if kind in ("header", "footer"):
            _keep_pictures(parts, target, name, kept)
    if "word/styles.xml" not in kept:
        raise InputRejected(Reason.WRONG_TYPE)
    kept["word/document.xml"] = _empty_body(parts[main], {i for i, (kind, target) in relations.items() if kind in ("header", "footer") and target in parts})
    kept["word/settings.xml"] = SETTINGS.encode("utf-8")
    kept["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_REL}">{"".join(lines)}</Relationships>'.encode()
    kept["_rels/.rels"] = _ROOT.encode("utf-8")
    kept["docProps/core.xml"] = CORE.encode("utf-8")
    kept["[Content_Types].xml"] = _content_types(types)
    return kept


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as a .docx."""
    return repack_parts(parts)


_OWN_TYPES = {
    "word/document.xml": _MAIN + "document.main+xml",
    "word/settings.xml": _MAIN + "settings+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_ROOT = (
    f'<Relationships xmlns="{_REL}"><Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_OFFICE}{kind}" Target="{target}"/>'


def _content_types(types: dict[str, str]) -> bytes:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **_PICTURES}
    lines = [f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in defaults.items()]
    lines += [f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in sorted(types.items())]
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(lines)}</Types>'.encode()


def _main_part(parts: dict[str, bytes]) -> str:
    found = [target for kind, target in dict(_relations(parts, "")).values() if kind == "officeDocument" and target in parts]
    if not found or xml_of(parts[found[0]]).tag != f"{{{W}}}document":
        raise InputRejected(Reason.WRONG_TYPE)
    return found[0]


def _relations(parts: dict[str, bytes], source: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Id → (kind, part name) of the relationships inside the package; external ones are left out."""
    folder, name = dirname(source), source.rsplit("/", 1)[-1]
    rels = join(folder, "_rels", f"{name}.rels")
    if rels not in parts:
        return
    for relation in xml_of(parts[rels]).iter(f"{{{_REL}}}Relationship"):
        if relation.get("TargetMode") != "External":
            target = relation.get("Target") or ""
            where = target[1:] if target.startswith("/") else normpath(join(folder, target))
            yield relation.get("Id") or "", ((relation.get("Type") or "").rsplit("/", 1)[-1], where)


def _keep_pictures(parts: dict[str, bytes], source: str, name: str, kept: dict[str, bytes]) -> None:
    """The pictures of a header or footer, with its relationships; what refers to anything else goes out of its XML."""
    lines: list[str] = []
    known: set[str] = set()
    for identity, (kind, target) in _relations(parts, source):
        extension = target.rsplit(".", 1)[-1].lower()
        if kind == "image" and target in parts and extension in _PICTURES:
            place = f"media/{name[:-4]}-{len(lines) + 1}.{extension}"
            kept[f"word/{place}"] = parts[target] if extension != "svg" else _clean_xml(parts[target])
            lines.append(_relation(identity, "image", place))
            known.add(identity)
    tree = xml_of(kept[f"word/{name}"])
    for node in list(tree.iter()):
        used = {value for key, value in node.attrib.items() if key.startswith(f"{{{R}}}")}
        if used - known:
            _drop(node)
    kept[f"word/{name}"] = etree.tostring(tree)
    if lines:
        kept[f"word/_rels/{name}.rels"] = f'<Relationships xmlns="{_REL}">{"".join(lines)}</Relationships>'.encode()


def _drop(node: etree._Element) -> None:
    """Takes out the drawing, object or link a node belongs to; a link leaves its text."""
    for above in (node, *node.iterancestors()):
        parent = above.getparent()
        if parent is None:
            return
        if above.tag == f"{{{W}}}hyperlink":
            place = parent.index(above)
            for child in list(above):
                parent.insert(place, child)
                place += 1
            parent.remove(above)
            return
        if above.tag in (f"{{{W}}}drawing", f"{{{W}}}pict", f"{{{W}}}object"):
            parent.remove(above)
            return
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _clean_xml(data: bytes) -> bytes:
    """A part without refused fields, objects, comments, revision marks and the ids of editing sessions."""
    tree = xml_of(data)
    for name in _OBJECTS:
        for node in list(tree.iter(f"{{{W}}}{name}")):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
    for node in list(tree.iter(f"{{{W}}}del", f"{{{W}}}moveFrom")):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for node in tree.iter(*(f"{{{W}}}{name}" for name in _REVISIONS)):
        for key in (f"{{{W}}}author", f"{{{W}}}date"):
            node.attrib.pop(key, None)
    for node in tree.iter():
        for key in [k for k in node.attrib if "rsid" in k]:
            del node.attrib[key]
    for node in list(tree.iter(f"{{{W}}}rsid")):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    _drop_fields(tree)
    return etree.tostring(tree)


def _drop_fields(tree: etree._Element) -> None:
    """Takes out refused fields whole: simple ones, and complex ones from their begin to their end."""
    for simple in list(tree.iter(f"{{{W}}}fldSimple")):
        parent = simple.getparent()
        if parent is not None and _REFUSED_FIELDS.match(simple.get(f"{{{W}}}instr") or ""):
            parent.remove(simple)
    opened: list[list[etree._Element]] = []
    for run in list(tree.iter(f"{{{W}}}r")):
        mark = run.find(f"{{{W}}}fldChar")
        kind = None if mark is None else mark.get(f"{{{W}}}fldCharType")
        if kind == "begin":
            opened.append([])
        for inside in opened:
            inside.append(run)
        if kind == "end" and opened:
            runs = opened.pop()
            code = "".join(i.text or "" for r in runs for i in r.iter(f"{{{W}}}instrText"))
            if _REFUSED_FIELDS.match(code):
                for piece in runs:
                    parent = piece.getparent()
                    if parent is not None:
                        parent.remove(piece)


def _empty_body(data: bytes, references: set[str]) -> bytes:
    """A document without text, with the default header and footer of the last section that has them, on our page."""
    found: dict[str, str] = {}
    for section in xml_of(data).iter(f"{{{W}}}sectPr"):
        for kind in ("header", "footer"):
            for reference in section.iter(f"{{{W}}}{kind}Reference"):
                identity = reference.get(f"{{{R}}}id") or ""
                if reference.get(f"{{{W}}}type") in (None, "default") and identity in references:
                    found[kind] = identity
    lines = "".join(f'<w:{kind}Reference w:type="default" r:id="{found[kind]}"/>' for kind in ("header", "footer") if kind in found)
    return f"<w:document {NAMESPACES}><w:body><w:sectPr>{lines}{PAGE}</w:sectPr></w:body></w:document>".encode()
