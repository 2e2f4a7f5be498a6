"""An organisation's own look: its styles found by name, the missing ones added, its colours made readable, its structure made ours."""

import re
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from reporting.document.house_frame import Frame
from reporting.document.house_letters import Letters, readable, theme_colour
from reporting.document.house_package import clean_package, packed
from reporting.document.markup import W
from reporting.document.palette import HOUSE, READABLE, Palette, contrast, room_of, with_primary
from reporting.document.reading import xml_of
from reporting.document.styles import Style, house_styles, table_styles
from reporting.document.template import numbering_xml, template_bytes
from reporting.model.house import LeftBehind

_ALIASES = {  # our style id -> names it may have, folded
    "Normal": ("normal", "standaard", "standard", "default", "default style"),
    "Title": ("title", "titel"),
    "Subtitle": ("subtitle", "ondertitel"),
    "Heading1": ("heading 1", "kop 1"),
    "Heading2": ("heading 2", "kop 2"),
    "Heading3": ("heading 3", "kop 3"),
    "Caption": ("caption", "bijschrift"),
    "ListBullet": ("list bullet", "lijst opsom.teken", "lijstopsomteken"),
    "ListNumber": ("list number", "lijstnummering"),
    "Header": ("header", "koptekst"),
    "Footer": ("footer", "voettekst"),
    "TOC1": ("toc 1", "inhopg 1", "contents 1"),
    "Hyperlink": ("hyperlink", "internet link"),
    "Strong": ("strong", "zwaar"),
}
_THEIRS = ("Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3")  # whose letters and colours stay the organisation's
_UNTOUCHED = ("Header", "Footer")  # theirs stay as they are: their header may hang on its tabs
_REFERENCES = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A template ready to fill, its colours, the first free number for lists and the abstract list that numbers them."""

    data: bytes
    palette: Palette
    first_list: int
    abstract: int
    frame: Frame  # the organisation's header and footer stay; our line comes under them
    left_behind: tuple[LeftBehind, ...] = ()

    @property
    def own_header(self) -> bool:
        """True where the organisation has a header or a footer of its own."""
        return bool(self.frame.header or self.frame.footer)


@lru_cache(maxsize=4)
def house_style(template: bytes | None) -> HouseStyle:
    """The house style of a template, or our own for None. Raises InputRejected as `clean_package` does."""
    if template is None:
        return HouseStyle(template_bytes(HOUSE), HOUSE, 3, 1, Frame())
    cleaned = clean_package(template)
    parts = cleaned.parts
    styles = xml_of(parts["word/styles.xml"])
    theme = xml_of(parts["word/theme/theme1.xml"]) if "word/theme/theme1.xml" in parts else None
    palette = _palette(styles, theme, cleaned.frame)
    renamed = _rename(styles, palette)
    others = [n for n in parts if n.startswith("word/") and n.endswith(".xml") and n.rsplit("/", 1)[-1].startswith(("header", "footer", "numbering"))]
    trees = {name: xml_of(parts[name]) for name in others}
    for tree in (styles, *trees.values()):
        _refer(tree, renamed)
    bullet, abstract, first = _lists(parts, trees, palette)
    _merge(styles, palette, Letters(styles, theme), bullet)
    parts["word/styles.xml"] = etree.tostring(styles)
    for name, tree in trees.items():
        for size in tree.iter(_w("sz"), _w("szCs")) if "numbering" not in name else ():
            size.set(_w("val"), str(max(18, _whole(size.get(_w("val")), 18))))  # nothing below 9 points
        for colour in tree.iter(_w("color")) if "numbering" not in name else ():
            _readable(colour)
        parts[name] = etree.tostring(tree)
    return HouseStyle(packed(parts), palette, first, abstract, cleaned.frame, cleaned.left_behind)


def _readable(colour: etree._Element) -> None:
    """Darkens letters of their header that cannot be read on white, or are hidden by being white; on a ground of another colour they stay."""
    value = colour.get(_w("val")) or ""
    holders = [a.find(_w(f"{etree.QName(a).localname}Pr")) for a in colour.iterancestors(_w("p"), _w("tc"), _w("tbl"), _w("r"))]
    grounds = [shade for h in holders if h is not None for shade in h.iter(_w("shd"), _w("highlight"))]
    if grounds or any(True for _ in colour.iterancestors(_w("txbxContent"))) or not _HEX.fullmatch(value):
        return
    if contrast(value, "FFFFFF") < READABLE:
        for key in [k for k in colour.attrib if k.startswith(_w("theme"))]:
            del colour.attrib[key]
        colour.set(_w("val"), readable(value))


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else otherwise


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _palette(styles: etree._Element, theme: etree._Element | None, frame: Frame) -> Palette:
    """Primary: the colour of heading 1 where it has one of its own, else the first accent of the theme, else ours. Face: that of the body text."""
    letters = Letters(styles, theme)
    heading, body = _named(styles, "Heading1"), _named(styles, "Normal")
    primary = letters.colour(heading)
    if not _coloured(primary):
        primary = theme_colour(theme, "accent1")
    face = letters.face(body)
    found = with_primary(primary if _HEX.fullmatch(primary) else HOUSE.primary, body=re.sub(r"[^\w \-]", "", face)[:60])
    title, first, second, third = (letters.size(_named(styles, i), i) / 2 for i in ("Title", "Heading1", "Heading2", "Heading3"))
    return replace(found, room=room_of(frame.top, frame.bottom, found.body, (title, first, second, third)))


def _coloured(colour: str) -> bool:
    """True for a colour that is more than black, white or grey."""
    parts = [int(colour[i : i + 2], 16) for i in (0, 2, 4)] if _HEX.fullmatch(colour) else [0]
    return max(parts) - min(parts) > 24


def _named(styles: etree._Element, identity: str) -> etree._Element | None:
    """The organisation's style for one of ours, found by name without regard to case."""
    for style in styles.iter(_w("style")):
        name = style.find(_w("name"))
        if name is not None and " ".join((name.get(_w("val")) or "").split()).casefold() in _ALIASES.get(identity, ()):
            return style
    return None


def _rename(styles: etree._Element, palette: Palette) -> dict[str, str]:
    """Gives the organisation's styles our ids, and other styles that have one of ours another; old id → new id."""
    ours = {s.id for s in house_styles(palette)} | {"Cijfertabel", "Kerncijfertabel"}
    renamed: dict[str, str] = {}
    taken = {identity: style for identity in _ALIASES if (style := _named(styles, identity)) is not None}
    for style in styles.iter(_w("style")):
        identity = style.get(_w("styleId")) or ""
        if identity in ours and style not in taken.values():
            renamed[identity] = f"{identity}Huisstijl"
            style.set(_w("styleId"), renamed[identity])
    for identity, style in taken.items():
        old = style.get(_w("styleId")) or ""
        if old != identity:
            renamed[old] = identity
            style.set(_w("styleId"), identity)
    return renamed


def _refer(tree: etree._Element, renamed: dict[str, str]) -> None:
    for node in tree.iter(*(_w(name) for name in _REFERENCES)):
        value = node.get(_w("val")) or ""
        if value in renamed:
            node.set(_w("val"), renamed[value])


def _lists(parts: dict[str, bytes], trees: dict[str, etree._Element], palette: Palette) -> tuple[int, int, int]:
    """Adds our bullets and numbers to the numbering part: the bullets' number, the numbers' abstract list, the first free number."""
    ours = xml_of(numbering_xml(palette).encode("utf-8"))
    if "word/numbering.xml" not in trees:
        parts["word/numbering.xml"] = etree.tostring(ours)
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"</Types>",
            b'<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
        )
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
        line = b'<Relationship Id="rIdNummering" Type="' + kind + b'" Target="numbering.xml"/></Relationships>'
        parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", line)
        return 1, 1, 3
    theirs = trees["word/numbering.xml"]
    abstract = 1 + max((int(n.get(_w("abstractNumId")) or 0) for n in theirs.iter(_w("abstractNum"))), default=-1)
    number = 1 + max((int(n.get(_w("numId")) or 0) for n in theirs.iter(_w("num"))), default=0)
    for style in theirs.iter(_w("pStyle")):  # a list of theirs that claims one of our list styles gives it up
        if style.get(_w("val")) in ("ListBullet", "ListNumber"):
            style.set(_w("val"), "Normal")
    first_num = theirs.find(_w("num"))
    for n, own in enumerate(list(ours.iter(_w("abstractNum")))):
        copy = deepcopy(own)
        copy.set(_w("abstractNumId"), str(abstract + n))
        if first_num is None:
            theirs.append(copy)
        else:
            first_num.addprevious(copy)
    for n in range(2):
        num = etree.SubElement(theirs, _w("num"))
        num.set(_w("numId"), str(number + n))
        etree.SubElement(num, _w("abstractNumId")).set(_w("val"), str(abstract + n))
    return number, abstract + 1, number + 2


def _merge(styles: etree._Element, palette: Palette, letters: Letters, bullet: int) -> None:
    """Our styles into theirs: paragraph structure is ours everywhere, letters and colours of the main styles stay theirs where they can be read."""
    existing = {s.get(_w("styleId")): s for s in styles.iter(_w("style"))}
    flat = {i: letters.flat(existing[i], i, palette) for i in _THEIRS if i in existing}  # before any style they stand on changes
    for own in house_styles(palette):
        wanted = _own_element(own, bullet)
        theirs = existing.get(own.id)
        if own.id in flat:
            old = wanted.find(_w("rPr"))
            if old is not None:
                wanted.remove(old)
            if len(flat[own.id]):
                wanted.append(flat[own.id])
        if own.id == "Normal":
            wanted.set(_w("default"), "1")
        if theirs is None:
            styles.append(wanted)
        elif own.id not in _UNTOUCHED:
            styles.replace(theirs, wanted)
    for style in styles.iter(_w("style")):  # one default for each kind
        if style.get(_w("type")) == "paragraph" and style.get(_w("styleId")) != "Normal" and style.get(_w("default")) is not None:
            del style.attrib[_w("default")]
    known = {s.get(_w("styleId")) for s in styles.iter(_w("style"))}
    for text in table_styles(palette):
        table = xml_of(text.encode("utf-8"))
        if "TableNormal" not in known and (base := table.find(_w("basedOn"))) is not None:
            table.remove(base)
        styles.append(table)
    _one_of_each_name(styles, {own.id for own in house_styles(palette)})
    old_defaults = styles.find(_w("docDefaults"))
    if old_defaults is not None:
        styles.remove(old_defaults)
    styles.insert(0, letters.defaults(palette))
    for lang in styles.iter(_w("lang")):
        lang.set(_w("val"), "nl-NL")
    for reference in [r for name in ("basedOn", "next", "link") for r in styles.iter(_w(name)) if r.get(_w("val")) not in known]:
        if (holder := reference.getparent()) is not None and reference.get(_w("val")) not in {s.get(_w("styleId")) for s in styles.iter(_w("style"))}:
            holder.remove(reference)


def _one_of_each_name(styles: etree._Element, ours: set[str]) -> None:
    """Gives a style of theirs that is called as one of ours another name: LibreOffice keeps "Caption" and "caption" side by side, and takes the last."""
    named = [(style.get(_w("styleId")), name) for style in styles.iter(_w("style")) if (name := style.find(_w("name"))) is not None]
    taken = {(name.get(_w("val")) or "").casefold() for identity, name in named if identity in ours}
    for identity, name in named:
        value = name.get(_w("val")) or ""
        if identity not in ours and value.casefold() in taken:
            name.set(_w("val"), f"{value} huisstijl {identity}")


def _own_element(own: Style, bullet: int) -> etree._Element:
    element = xml_of(own.xml().encode("utf-8"))
    number = element.find(f".//{_w('numId')}")
    if number is not None:
        number.set(_w("val"), str(bullet if own.id == "ListBullet" else bullet + 1))
    return element
