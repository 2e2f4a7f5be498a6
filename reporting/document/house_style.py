"""An organisation's own look: its styles found by name, the missing ones added, its colours made readable, its structure made ours."""

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from reporting.document.house_package import clean_package, packed
from reporting.document.markup import A, W
from reporting.document.palette import HOUSE, READABLE, Palette, contrast, mix, with_primary
from reporting.document.reading import xml_of
from reporting.document.styles import Style, house_styles, table_styles
from reporting.document.template import numbering_xml, template_bytes

_ALIASES = {  # our style id -> names it may have, folded
    "Normal": ("normal", "standaard"),
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
    "TOC1": ("toc 1", "inhopg 1"),
    "Hyperlink": ("hyperlink",),
    "Strong": ("strong", "zwaar"),
}
_THEIRS = ("Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3")  # whose letters and colours stay the organisation's
_REFERENCES = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A template ready to fill, its colours, the first free number for lists and the abstract list that numbers them."""

    data: bytes
    palette: Palette
    first_list: int
    abstract: int
    own_header: bool  # the organisation's header and footer stay; ours come under them


@lru_cache(maxsize=4)
def house_style(template: bytes | None) -> HouseStyle:
    """The house style of a template, or our own for None. Raises InputRejected as `clean_package` does."""
    if template is None:
        return HouseStyle(template_bytes(HOUSE), HOUSE, 3, 1, own_header=False)
    parts = clean_package(template)
    styles = xml_of(parts["word/styles.xml"])
    theme = xml_of(parts["word/theme/theme1.xml"]) if "word/theme/theme1.xml" in parts else None
    palette = _palette(styles, theme)
    renamed = _rename(styles, palette)
    others = [n for n in parts if n.startswith("word/") and n.endswith(".xml") and n.rsplit("/", 1)[-1].startswith(("header", "footer", "numbering"))]
    trees = {name: xml_of(parts[name]) for name in others}
    for tree in (styles, *trees.values()):
        _refer(tree, renamed)
    bullet, abstract, first = _lists(parts, trees, palette)
    _merge(styles, palette, bullet, abstract)
    parts["word/styles.xml"] = etree.tostring(styles)
    for name, tree in trees.items():
        parts[name] = etree.tostring(tree)
    own = b"headerReference" in parts["word/document.xml"] or b"footerReference" in parts["word/document.xml"]
    return HouseStyle(packed(parts), palette, first, abstract, own_header=own)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _palette(styles: etree._Element, theme: etree._Element | None) -> Palette:
    """Primary: the first accent of the theme, else the colour of heading 1, else ours. Faces: those of the document's defaults or theme."""
    primary = ""
    if theme is not None:
        accent = theme.find(f".//{{{A}}}accent1/{{{A}}}srgbClr")
        primary = "" if accent is None else accent.get("val") or ""
    if not _HEX.fullmatch(primary):
        primary = _colour(_named(styles, "Heading1")) or HOUSE.primary
    faces = styles.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}/{_w('rFonts')}")
    body = "" if faces is None else faces.get(_w("ascii")) or ""
    if theme is not None and (faces is None or faces.get(_w("asciiTheme"))):
        minor = theme.find(f".//{{{A}}}minorFont/{{{A}}}latin")
        body = (None if minor is None else minor.get("typeface")) or body
    return with_primary(primary, body=re.sub(r"[^\w \-]", "", body))


def _named(styles: etree._Element, identity: str) -> etree._Element | None:
    """The organisation's style for one of ours, found by name without regard to case."""
    for style in styles.iter(_w("style")):
        name = style.find(_w("name"))
        if name is not None and " ".join((name.get(_w("val")) or "").split()).casefold() in _ALIASES.get(identity, ()):
            return style
    return None


def _colour(style: etree._Element | None) -> str:
    node = None if style is None else style.find(f"{_w('rPr')}/{_w('color')}")
    value = "" if node is None else node.get(_w("val")) or ""
    return value if _HEX.fullmatch(value) else ""


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


def _merge(styles: etree._Element, palette: Palette, bullet: int, abstract: int) -> None:
    """Our styles into theirs: paragraph structure is ours everywhere, letters and colours of the main styles stay theirs where they can be read."""
    existing = {s.get(_w("styleId")): s for s in styles.iter(_w("style"))}
    for own in house_styles(palette):
        wanted = _own_element(own, bullet)
        theirs = existing.get(own.id)
        if theirs is None:
            styles.append(wanted)
        elif own.id in _THEIRS:
            _fit(theirs, wanted, own, palette)
        else:
            styles.replace(theirs, wanted)
    for text in table_styles(palette):
        styles.append(xml_of(text.encode("utf-8")))
    for latin in styles.iter(_w("lang")):
        latin.set(_w("val"), "nl-NL")
    defaults = styles.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}")
    if defaults is None:
        own_defaults = xml_of(_DEFAULTS.encode("utf-8"))
        old = styles.find(_w("docDefaults"))
        if old is not None:
            styles.remove(old)
        styles.insert(0, own_defaults)
    elif defaults.find(_w("lang")) is None:
        etree.SubElement(defaults, _w("lang")).set(_w("val"), "nl-NL")


_DEFAULTS = (
    f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)


def _own_element(own: Style, bullet: int) -> etree._Element:
    element = xml_of(own.xml().encode("utf-8"))
    number = element.find(f".//{_w('numId')}")
    if number is not None:
        number.set(_w("val"), str(bullet if own.id == "ListBullet" else bullet + 1))
    return element


def _fit(theirs: etree._Element, wanted: etree._Element, own: Style, palette: Palette) -> None:
    """Structure and spacing of ours, letters of theirs: never below 9 points, never with too little contrast."""
    old, new = theirs.find(_w("pPr")), wanted.find(_w("pPr"))
    if old is not None:
        theirs.remove(old)
    letters = theirs.find(_w("rPr"))
    if new is not None:
        if letters is None:
            theirs.append(new)
        else:
            letters.addprevious(new)
    if letters is None:
        return
    size = letters.find(_w("sz"))
    if size is not None and int(size.get(_w("val")) or 22) < (18 if own.id == "Normal" else 20):
        size.set(_w("val"), "20")
    for name in ("color",):
        node = letters.find(_w(name))
        value = "" if node is None else node.get(_w("val")) or ""
        if node is not None:
            for key in [k for k in node.attrib if "theme" in k]:
                del node.attrib[key]
            node.set(_w("val"), readable(value) if _HEX.fullmatch(value) else (palette.ink if own.id == "Normal" else palette.primary))


def readable(colour: str) -> str:
    """The colour, darkened until it reads on white."""
    while contrast(colour, "FFFFFF") < READABLE:
        colour = mix(colour, "000000", 0.08)
    return colour
