"""Letters of an organisation's styles: what they are after everything they stand on, made readable and of a size that fits our pages."""

import re
from collections.abc import Iterator

from lxml import etree

from reporting.document.markup import A, W
from reporting.document.palette import HOUSE, Palette, darkened
from reporting.document.reading import xml_of

_SWITCHES = ("b", "bCs", "i", "iCs", "caps", "smallCaps")
_OFF = ("0", "false", "off")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SIZES = {"Normal": (20, 23), "Title": (48, 84), "Subtitle": (26, 40), "Heading1": (36, 60), "Heading2": (26, 38), "Heading3": (22, 28)}  # half points
_USUAL = {"Normal": 22, "Title": 72, "Subtitle": 34, "Heading1": 48, "Heading2": 30, "Heading3": 24}
_SLOT_OF = {  # Word's names of theme colours -> the theme's own
    "text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1", "light1": "lt1", "background2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


class Letters:
    """The styles of a document, and the faces of its theme."""

    def __init__(self, styles: etree._Element, theme: etree._Element | None) -> None:
        self._styles = {s.get(_w("styleId")) or "": s for s in styles.iter(_w("style"))}
        self._defaults = styles.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}")
        self._theme = theme

    def colour(self, style: etree._Element | None) -> str:
        """Six hex digits, "" where the style and what it stands on have none."""
        node = self._first(style, "color")
        if node is None:
            return ""
        value = node.get(_w("val")) or ""
        return value if _HEX.fullmatch(value) else theme_colour(self._theme, node.get(_w("themeColor")) or "")

    def face(self, style: etree._Element | None) -> str:
        """The name of the face, "" where none is named."""
        for node in (self._first(style, "rFonts"), None if self._defaults is None else self._defaults.find(_w("rFonts"))):
            if node is None:
                continue
            themed = node.get(_w("asciiTheme")) or ""
            if themed and self._theme is not None:
                latin = self._theme.find(f".//{{{A}}}{'majorFont' if themed.startswith('major') else 'minorFont'}/{{{A}}}latin")
                if latin is not None and latin.get("typeface"):
                    return latin.get("typeface") or ""
            if node.get(_w("ascii")):
                return node.get(_w("ascii")) or ""
        return ""

    def size(self, style: etree._Element | None, identity: str) -> int:
        """The size of one of the main styles in half points, within ours; our own where it has none."""
        node = self._first(style, "sz")
        text = (None if node is None else node.get(_w("val"))) or ""
        low, high = _SIZES[identity]
        return min(max(int(text), low), high) if text.isdigit() else _USUAL[identity]

    def flat(self, style: etree._Element, identity: str, palette: Palette) -> etree._Element:
        """The run properties of one of the main styles with all it inherits: face, weight, capitals, a readable colour and a size within ours."""
        found = etree.Element(_w("rPr"), nsmap={"w": W})
        faces = self._first(style, "rFonts")
        if faces is not None:
            found.append(_copy(faces))
        for name in _SWITCHES:
            node = self._first(style, name)
            if node is not None and node.get(_w("val")) not in _OFF:
                etree.SubElement(found, _w(name))
        colour = self.colour(style)
        body = identity == "Normal"
        if not colour and (self._first(style, "color") is not None or not body):
            colour = palette.ink if body else palette.primary
        if colour:
            etree.SubElement(found, _w("color")).set(_w("val"), readable(colour))
        for name in ("sz", "szCs"):
            etree.SubElement(found, _w(name)).set(_w("val"), str(self.size(style, identity)))
        return found

    def defaults(self, palette: Palette) -> etree._Element:
        """The document's defaults: their face and language, our size, spacing and ink."""
        fresh = xml_of(_DEFAULTS.format(ink=palette.ink).encode("utf-8"))
        faces = None if self._defaults is None else self._defaults.find(_w("rFonts"))
        holder = fresh.find(f"{_w('rPrDefault')}/{_w('rPr')}")
        if holder is not None:
            own = etree.Element(_w("rFonts"))
            for slot in _SLOTS:
                own.set(_w(slot), palette.body)
            holder.insert(0, own if faces is None else _copy(faces))
        return fresh

    def _first(self, style: etree._Element | None, name: str) -> etree._Element | None:
        """The property as the style or the nearest it stands on has it."""
        for step in self._chain(style):
            node = step.find(f"{_w('rPr')}/{_w(name)}")
            if node is not None:
                return node
        return None

    def _chain(self, style: etree._Element | None) -> Iterator[etree._Element]:
        seen: set[int] = set()
        while style is not None and id(style) not in seen:
            seen.add(id(style))
            yield style
            base = style.find(_w("basedOn"))
            style = None if base is None else self._styles.get(base.get(_w("val")) or "")


_DEFAULTS = (
    f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr><w:color w:val="{{ink}}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)


def theme_colour(theme: etree._Element | None, name: str) -> str:
    """The colour a theme gives a name ("accent1", "text2"), as six hex digits; "" where it gives none."""
    slot = _SLOT_OF.get(name, name)
    if theme is None or not slot.isalnum():
        return ""
    for node in theme.iterfind(f".//{{{A}}}clrScheme/{{{A}}}{slot}/*"):
        value = node.get("lastClr") or node.get("val") or ""
        if _HEX.fullmatch(value):
            return value.upper()
    return ""


def readable(colour: str) -> str:
    """The colour, darkened until it reads on white and on the palest grounds."""
    return darkened(colour, "FFFFFF", HOUSE.cream)


def _copy(faces: etree._Element) -> etree._Element:
    own = etree.Element(_w("rFonts"))
    for key, value in faces.attrib.items():
        own.set(key, value)
    return own
