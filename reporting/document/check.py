"""The document's own check: accessible by EN 301 549 chapter 10 / WCAG 2.1 AA, and sound as a package. Runs before every download."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from reporting.document.check_styles import Look, check_styles
from reporting.document.markup import A, R, W
from reporting.document.reading import paragraph_text, parts_of, xml_of
from reporting.errors import InputRejected
from reporting.texts import check as say

_NS = {"w": W, "a": A, "r": R, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_VAGUE = frozenset({"klik hier", "hier", "lees meer", "link", "meer"})
_BULLETS = ("- ", "* ", "• ", "– ", "o ")


def check_document(data: bytes) -> tuple[str, ...]:
    """The problems of a .docx as Dutch sentences, () where there are none. Never raises for a bad document: that is a problem too."""
    try:
        parts = parts_of(data)
        trees = {name: xml_of(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    except InputRejected:
        return (say.UNREADABLE,)
    if "word/document.xml" not in trees or "word/styles.xml" not in trees:
        return (say.UNREADABLE,)
    body = trees["word/document.xml"]
    look = Look(trees["word/styles.xml"])
    found = [
        *_properties(trees),
        *_package(parts, trees),
        *_headings(body, look),
        *_paragraphs(body, look),
        *_tables(body),
        *_pictures(body),
        *_links(body),
        *check_styles(body, look),
    ]
    return tuple(dict.fromkeys(found))


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _find(node: etree._Element, path: str) -> list[etree._Element]:
    found = node.xpath(path, namespaces=_NS)
    return [n for n in found if isinstance(n, etree._Element)] if isinstance(found, list) else []


def _properties(trees: dict[str, etree._Element]) -> Iterator[str]:
    core = trees.get("docProps/core.xml")
    title = "" if core is None else "".join(core.xpath("string(*[local-name()='title'])"))
    if not title.strip():
        yield say.NO_TITLE
    languages = _find(trees["word/styles.xml"], "w:docDefaults//w:lang")
    if not any((n.get(_w("val")) or "").startswith("nl") for n in languages):
        yield say.NO_LANGUAGE


def _package(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rsplit("/", 1)[0] if "/_rels/" in name else ""
        for relation in tree.iter(_RELATIONSHIP):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External":
                if not (relation.get("Type") or "").endswith("/hyperlink"):
                    yield say.EXTERNAL
            elif _resolve(folder, target) not in parts:
                yield say.MISSING_PART.format(target)
    if any("vbaProject" in n or "/embeddings/" in n or "/activeX/" in n for n in parts):
        yield say.MACRO


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _headings(body: etree._Element, look: Look) -> Iterator[str]:
    level, any_heading = 0, False
    for paragraph in body.iter(_w("p")):
        this = look.heading_level(look.style_of(paragraph))
        if this is None:
            continue
        any_heading, text = True, paragraph_text(paragraph).strip()
        if not text:
            yield say.EMPTY_HEADING
        if this > level + 1:
            yield say.HEADING_SKIP.format(text)
        level = this
    if not any_heading:
        yield say.NO_HEADING


def _paragraphs(body: etree._Element, look: Look) -> Iterator[str]:
    last = ""
    for paragraph in body.iter(_w("p")):
        text = paragraph_text(paragraph).strip()
        if not text and not _find(paragraph, ".//w:drawing"):
            in_cell = any(a.tag == _w("tc") for a in paragraph.iterancestors())
            if not in_cell:
                yield say.EMPTY_PARAGRAPH.format(last[:40])
        if text.startswith(_BULLETS) and not look.is_list(paragraph):
            yield say.FAKE_LIST.format(text[:40])
        last = text or last
    begun = sum(n.get(_w("fldCharType")) == "begin" for n in body.iter(_w("fldChar")))
    ended = sum(n.get(_w("fldCharType")) == "end" for n in body.iter(_w("fldChar")))
    if begun != ended:
        yield say.BROKEN_FIELD


def _tables(body: etree._Element) -> Iterator[str]:
    for number, table in enumerate(body.iter(_w("tbl")), start=1):
        captions = _find(table, "w:tblPr/w:tblCaption")
        name = (captions[0].get(_w("val")) or "") if captions else f"tabel {number}"
        if not captions or not _find(table, "w:tblPr/w:tblDescription[string(@w:val)]"):
            yield say.TABLE_WORDS.format(name)
        rows = _find(table, "w:tr")
        if not rows or not _find(rows[0], "w:trPr/w:tblHeader"):
            yield say.HEADER_ROW.format(name)
        if _find(table, ".//w:gridSpan[@w:val>1] | .//w:vMerge"):
            yield say.MERGED.format(name)
        for row in rows:
            for cell in _find(row, "w:tc"):
                if not any(paragraph_text(p).strip() or _find(p, ".//w:drawing") for p in cell.iter(_w("p"))):
                    yield (say.EMPTY_HEAD if row is rows[0] else say.EMPTY_CELL).format(name)


def _pictures(body: etree._Element) -> Iterator[str]:
    for picture in _find(body, ".//wp:docPr"):
        decorative = _find(picture, ".//*[local-name()='decorative'][@val='1']")
        if not decorative and not (picture.get("descr") or "").strip():
            yield say.NO_ALT.format(picture.get("name") or "")
    if _find(body, ".//wp:anchor | .//w:txbxContent | .//w:pict"):
        yield say.FLOATING


def _links(body: etree._Element) -> Iterator[str]:
    marks = Counter(n.get(_w("name")) or "" for n in body.iter(_w("bookmarkStart")))
    for name, times in marks.items():
        if times > 1:
            yield say.DOUBLE_MARK.format(name)
    for link in body.iter(_w("hyperlink")):
        text = paragraph_text(link).strip()
        if not text or text.casefold() in _VAGUE or text.startswith(("http://", "https://", "www.")):
            yield say.LINK_TEXT.format(text)
        anchor = link.get(_w("anchor"))
        if anchor is not None and anchor not in marks:
            yield say.LINK_TARGET.format(anchor)
