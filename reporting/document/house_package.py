"""An uploaded house style, cleaned: from the organisation's .docx only styles, theme, fonts, numbering, a header and a footer are taken over.

A new package is built from what is known to be harmless; everything else (macros, comments, embedded objects, templates elsewhere, properties,
thumbnails, custom parts) is left behind because it is never copied. What is copied is cleaned by `house_xml` and `house_pictures`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import etree

from reporting.document.house_frame import Frame, frame_of
from reporting.document.house_pictures import PICTURES, clean_picture
from reporting.document.house_xml import MC, clean_xml, keep_known
from reporting.document.markup import NAMESPACES, R, W
from reporting.document.package import repack_parts
from reporting.document.reading import paragraph_text, parts_of, xml_of
from reporting.document.template import CORE, SETTINGS, page
from reporting.errors import InputRejected, Reason
from reporting.model.house import LeftBehind

MAX_UPLOAD = 20_000_000  # bytes, packed
MAX_PART = 8_000_000  # bytes of one part that is read: a theme or a list of styles is a hundredth of it
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # .doc, and anything under a password
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
_SINGLE = ("styles", "numbering", "fontTable", "theme")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml/main|officeDocument/relationships|drawingml/)")
_PLAIN = {
    b"wordprocessingml/main": W.encode(),
    b"officeDocument/relationships": R.encode(),
    b"drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_PASSIVE = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|SEQ|REF|PAGEREF|STYLEREF)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CleanPackage:
    """A clean template's parts, how its pages are framed, and what of the upload was left behind."""

    parts: dict[str, bytes]
    frame: Frame
    left_behind: tuple[LeftBehind, ...]


def clean_package(data: bytes) -> CleanPackage:
    """A clean template made from an uploaded .docx, .dotx, .docm or .dotm; its body is empty. Cleaning a clean one changes nothing.

    Raises InputRejected: TEMPLATE_LARGE (also for what unpacks too large), TEMPLATE_BROKEN (broken package or XML, a DOCTYPE),
    TEMPLATE_TYPE (no Word document), TEMPLATE_PASSWORD (an old .doc, or locked).
    """
    if len(data) > MAX_UPLOAD:
        raise InputRejected(Reason.TEMPLATE_LARGE)
    if data.startswith(_OLD_OFFICE):
        raise InputRejected(Reason.TEMPLATE_PASSWORD)
    if not data.startswith(b"PK"):
        raise InputRejected(Reason.TEMPLATE_TYPE)
    try:
        return _clean(_transitional(parts_of(data)))
    except InputRejected as refused:
        reason = {Reason.TOO_LARGE: Reason.TEMPLATE_LARGE, Reason.UNREADABLE: Reason.TEMPLATE_BROKEN}.get(refused.reason, refused.reason)
        raise InputRejected(reason) from None


def _transitional(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a document that was saved as "Strict Open XML" by the names all others use."""
    return {name: _STRICT.sub(lambda found: _PLAIN[found[1]], part) if b"purl.oclc.org/ooxml/" in part else part for name, part in parts.items()}


def _clean(parts: dict[str, bytes]) -> CleanPackage:
    main = _main_part(parts)
    relations = {i: (kind, target) for i, (kind, target) in _relations(parts, main).items() if kind in _KINDS and target in parts}
    if any(len(parts[target]) > MAX_PART for _, target in relations.values()):
        raise InputRejected(Reason.TEMPLATE_LARGE)
    if not any(kind == "styles" for kind, _ in relations.values()):
        raise InputRejected(Reason.TEMPLATE_TYPE)
    kept: dict[str, bytes] = {}
    types = dict(_OWN_TYPES)
    lines = [_relation("rIdInstellingen", "settings", "settings.xml")]
    shown: dict[str, int] = {}  # how many drawings a header or footer had
    framed: dict[str, tuple[etree._Element, dict[str, bytes], list[str]]] = {}
    for identity, (kind, target) in sorted(relations.items()):
        tree = clean_xml(parts[target])
        if kind not in _SINGLE:
            framed[identity] = (tree, *_pictures(parts, target, tree))
            shown[identity] = _drawn(xml_of(parts[target]))
            continue
        name = "theme/theme1.xml" if kind == "theme" else f"{kind}.xml"
        if f"word/{name}" in kept:
            continue  # one of each
        keep_known(tree, set())
        kept[f"word/{name}"] = etree.tostring(tree)
        types[f"word/{name}"] = _KINDS[kind]
        lines.append(_relation(f"rId{kind.capitalize()}", kind, name))
    frame = frame_of(xml_of(parts[main]), {i: tree for i, (tree, _, _) in framed.items()})
    references = ""
    for kind, identity in (("header", frame.header), ("footer", frame.footer)):
        if identity:
            tree, pictures, own_lines = framed[identity]
            name = f"{kind}1.xml"
            kept[f"word/{name}"], types[f"word/{name}"] = etree.tostring(tree), _KINDS[kind]
            kept |= {f"word/media/{kind}-{place}": picture for place, picture in pictures.items()}
            if own_lines:
                rels = "".join(line.replace("media/", f"media/{kind}-") for line in own_lines)
                kept[f"word/_rels/{name}.rels"] = f'<Relationships xmlns="{_REL}">{rels}</Relationships>'.encode()
            lines.append(_relation(f"rId{kind.capitalize()}", kind, name))
            references += f'<w:{kind}Reference w:type="default" r:id="rId{kind.capitalize()}"/>'
    body = f"<w:document {NAMESPACES}><w:body><w:sectPr>{references}{page(frame.top, frame.bottom)}</w:sectPr></w:body></w:document>"
    kept["word/document.xml"] = body.encode()
    kept["word/settings.xml"] = SETTINGS.encode("utf-8")
    kept["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_REL}">{"".join(sorted(lines))}</Relationships>'.encode()
    kept["_rels/.rels"] = _ROOT.encode("utf-8")
    kept["docProps/core.xml"] = CORE.encode("utf-8")
    kept["[Content_Types].xml"] = _content_types(types)
    lost = any(_drawn(tree) < shown[i] for i, (tree, _, _) in framed.items())
    return CleanPackage(kept, frame, tuple(_left_behind(parts, main, lost)))


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
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **PICTURES}
    lines = [f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in defaults.items()]
    lines += [f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in sorted(types.items())]
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(lines)}</Types>'.encode()


def _main_part(parts: dict[str, bytes]) -> str:
    found = [target for kind, target in _relations(parts, "").values() if kind == "officeDocument" and target in parts]
    if not found or xml_of(parts[found[0]]).tag != f"{{{W}}}document":
        raise InputRejected(Reason.TEMPLATE_TYPE)
    return found[0]


def _relations(parts: dict[str, bytes], source: str) -> dict[str, tuple[str, str]]:
    """Id → (kind, part name) of the relationships inside the package; external ones are left out."""
    folder, name = dirname(source), source.rsplit("/", 1)[-1]
    rels = join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}
    if rels not in parts:
        return found
    for relation in xml_of(parts[rels]).iter(f"{{{_REL}}}Relationship"):
        if relation.get("TargetMode") != "External":
            target = relation.get("Target") or ""
            where = target[1:] if target.startswith("/") else normpath(join(folder, target))
            found[relation.get("Id") or ""] = ((relation.get("Type") or "").rsplit("/", 1)[-1], where)
    return found


def _pictures(parts: dict[str, bytes], source: str, tree: etree._Element) -> tuple[dict[str, bytes], list[str]]:
    """The clean pictures of a header or footer by name, with its relationships; what refers to anything else goes out of its XML."""
    pictures: dict[str, bytes] = {}
    lines: list[str] = []
    known: set[str] = set()
    for identity, (kind, target) in _relations(parts, source).items():
        extension = target.rsplit(".", 1)[-1].lower()
        if kind == "image" and target in parts and (picture := clean_picture(parts[target], extension)) is not None:
            pictures[f"{len(lines) + 1}.{extension}"] = picture
            lines.append(_relation(identity, "image", f"media/{len(lines) + 1}.{extension}"))
            known.add(identity)
    keep_known(tree, known)
    return pictures, lines


def _drawn(tree: etree._Element) -> int:
    """How many pictures and shapes stand in a header or footer; what other programs would draw instead counts once."""
    kinds = (f"{{{W}}}drawing", f"{{{W}}}pict", f"{{{W}}}object")
    return sum(not any(a.tag == f"{{{MC}}}Fallback" or a.tag in kinds for a in node.iterancestors()) for node in tree.iter(*kinds))


def _left_behind(parts: dict[str, bytes], main: str, pictures: bool) -> Iterator[LeftBehind]:
    """What a person should know is not taken over."""
    names = [name.lower() for name in parts]
    if any("vbaproject" in n or "/activex/" in n or "vbadata" in n for n in names):
        yield LeftBehind.MACROS
    if any(b'TargetMode="External"' in part for name, part in parts.items() if name.endswith(".rels")):
        yield LeftBehind.LINKS
    if any(not _PASSIVE.match(code) for name, part in parts.items() if name.startswith("word/") and name.endswith(".xml") for code in _codes(part)):
        yield LeftBehind.FIELDS
    relations = [part for name, part in parts.items() if name.endswith(".rels")]
    if any("/embeddings/" in n or "afchunk" in n for n in names) or any(b"/aFChunk" in r or b"/oleObject" in r for r in relations):
        yield LeftBehind.OBJECTS
    if pictures:
        yield LeftBehind.PICTURES
    if any(n.rsplit("/", 1)[-1].startswith("comments") for n in names):
        yield LeftBehind.COMMENTS
    if paragraph_text(xml_of(parts[main])).strip():
        yield LeftBehind.TEXT


def _codes(part: bytes) -> Iterator[str]:
    if b"instrText" in part or b"fldSimple" in part:
        tree = xml_of(part)
        yield from ("".join(p.itertext(f"{{{W}}}instrText")) for p in tree.iter(f"{{{W}}}p") if p.find(f".//{{{W}}}instrText") is not None)
        yield from (n.get(f"{{{W}}}instr") or "" for n in tree.iter(f"{{{W}}}fldSimple"))
