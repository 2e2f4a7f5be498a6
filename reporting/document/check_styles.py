"""The check's look at styles: size, contrast, headings and lists, resolved along based-on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reporting.document.markup import W
from reporting.document.palette import READABLE, contrast
from reporting.texts import check as say

SMALLEST = 18  # half points: nothing below 9 pt
LARGE, LARGE_BOLD = 36, 28  # half points: WCAG's large text, 3:1 is enough
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_HEADING = re.compile(r"^(?:heading|kop) ?([1-9])$", re.IGNORECASE)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


@dataclass(frozen=True, slots=True)
class Letter:
    """How text in a style looks: half points, colour, ground, bold."""

    size: int
    colour: str
    ground: str
    bold: bool


class Look:
    """The styles of a document."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {s.get(_w("styleId")) or "": s for s in styles.iter(_w("style"))}
        self._default = next((i for i, s in self._styles.items() if s.get(_w("default")) == "1" and s.get(_w("type")) == "paragraph"), "")
        self._defaults = styles.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}")

    def exists(self, style: str) -> bool:
        """True where the document has this style."""
        return style in self._styles

    def style_of(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style, the default one where it names none."""
        named = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
        return self._default if named is None else named.get(_w("val")) or self._default

    def name(self, style: str) -> str:
        """A style's name, its id where it has none."""
        found = self._styles.get(style)
        named = None if found is None else found.find(_w("name"))
        return style if named is None else named.get(_w("val")) or style

    def heading_level(self, style: str) -> int | None:
        """1-9 for a heading style (by name, in English or Dutch), else None."""
        for step in self._chain(style):
            if found := _HEADING.match(self.name(step.get(_w("styleId")) or "")):
                return int(found[1])
        return None

    def is_list(self, paragraph: etree._Element) -> bool:
        """True for an item of a real list."""
        own = paragraph.find(f"{_w('pPr')}/{_w('numPr')}")
        return own is not None or any(s.find(f"{_w('pPr')}/{_w('numPr')}") is not None for s in self._chain(self.style_of(paragraph)))

    def letter(self, style: str, over: Letter | None = None) -> Letter:
        """How text in the style looks; a character style is laid over its paragraph's letter."""
        size = int(self._value(style, "rPr", "sz") or (over.size if over else int(self._default_value("sz") or 22)))
        colour = self._value(style, "rPr", "color") or (over.colour if over else self._default_value("color") or "000000")
        ground = self._value(style, "pPr", "shd", "fill") or (over.ground if over else "FFFFFF")
        bold = self._value(style, "rPr", "b") is not None or bool(over and over.bold)
        return Letter(size, colour if _HEX.fullmatch(colour) else "000000", ground if _HEX.fullmatch(ground) else "FFFFFF", bold)

    def _chain(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            base = self._styles[style].find(_w("basedOn"))
            style = "" if base is None else base.get(_w("val")) or ""

    def _value(self, style: str, group: str, name: str, attribute: str = "val") -> str | None:
        for step in self._chain(style):
            node = step.find(f"{_w(group)}/{_w(name)}")
            if node is not None and (name != "b" or node.get(_w("val")) not in ("0", "false")):
                return node.get(_w(attribute)) or ""
        return None

    def _default_value(self, name: str) -> str | None:
        node = None if self._defaults is None else self._defaults.find(_w(name))
        return None if node is None else node.get(_w("val"))


def check_styles(body: etree._Element, look: Look) -> Iterator[str]:
    """Sizes and contrast of every combination of styles that occurs, and styles that do not exist."""
    used: set[tuple[str, str, str]] = set()
    for paragraph in body.iter(_w("p")):
        style, ground = look.style_of(paragraph), _cell_ground(paragraph)
        for run in paragraph.iter(_w("r")):
            if run.find(_w("t")) is not None:
                named = run.find(f"{_w('rPr')}/{_w('rStyle')}")
                used.add((style, "" if named is None else named.get(_w("val")) or "", ground))
    for style, over, ground in sorted(used):
        for name in (style, over):
            if name and not look.exists(name):
                yield say.UNKNOWN_STYLE.format(name)
        letter = look.letter(style)
        if over:
            letter = look.letter(over, letter)
        on = letter.ground if letter.ground != "FFFFFF" or not ground else ground
        if letter.size < SMALLEST:
            yield say.SMALL_TYPE.format(look.name(over or style))
        enough = 3.0 if letter.size >= LARGE or (letter.bold and letter.size >= LARGE_BOLD) else READABLE
        if contrast(letter.colour, on) < enough:
            yield say.CONTRAST.format(look.name(over or style))


def _cell_ground(paragraph: etree._Element) -> str:
    for above in paragraph.iterancestors(_w("tc")):
        shade = above.find(f"{_w('tcPr')}/{_w('shd')}")
        fill = None if shade is None else shade.get(_w("fill"))
        return fill if fill and _HEX.fullmatch(fill) else ""
    return ""
