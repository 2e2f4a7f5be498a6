"""Colours and fonts of a document: the default house style, and one taken from an organisation's own (REPORT section 3)."""

from dataclasses import dataclass, replace

from reporting.document.faces import wide_of

READABLE = 4.5  # WCAG 2.1 AA: contrast of text


@dataclass(frozen=True, slots=True)
class Room:
    """What a page holds: its text height in cm, how much wider than ours the body face runs, and the letters of the title and the headings in points."""

    page: float = 25.3
    wide: float = 1.0
    heads: tuple[float, float, float, float] = (36, 24, 15, 12)


def room_of(top: float, bottom: float, face: str, heads: tuple[float, float, float, float]) -> Room:
    """The room between these margins (cm) for a face, with a title and headings of these sizes."""
    return Room(round(29.7 - top - bottom, 2), wide_of(face), heads)


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as six hex digits without #, the faces, and the room they leave. Fills are never used for text."""

    ink: str = "1F2A30"
    primary: str = "0B5563"
    grey: str = "5A666B"
    warm: str = "A63F12"
    warm_fill: str = "C7622B"
    last_year: str = "9CBFC6"
    context: str = "D5DDE0"
    accent: str = "2E8591"
    tint: str = "E6F0F1"
    cream: str = "FCF1E6"
    sand: str = "F2C79A"
    body: str = "Calibri"
    quote: str = "Cambria"
    mono: str = "Consolas"
    room: Room = Room()

    @property
    def chart_fonts(self) -> str:
        """The faces of charts: the body face where it runs no wider than ours, for words stand at fixed places; behind it our own."""
        body = self.body if wide_of(self.body) <= 1.02 else "Calibri"
        return f"{body}, Carlito, Liberation Sans, sans-serif"


HOUSE = Palette()


def luminance(colour: str) -> float:
    """Relative luminance (0-1) of six hex digits, as WCAG 2.1 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio (1-21) of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with that share (0-1) of `other` in it."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def darkened(colour: str, *grounds: str) -> str:
    """The colour, darkened until it can be read on each of the grounds."""
    while min(contrast(colour, ground) for ground in grounds) < READABLE:
        colour = mix(colour, "000000", 0.08)
    return colour


def with_primary(colour: str, body: str = "", quote: str = "", base: Palette = HOUSE) -> Palette:
    """The palette of a house style: its primary colour darkened until it reads on white, on its own tint and on cream, the fills lightened from it."""
    primary = colour.upper()
    tint = mix(primary, "FFFFFF", 0.9)
    primary = darkened(primary, "FFFFFF", tint, base.cream)
    return replace(
        base,
        primary=primary,
        accent=mix(primary, "FFFFFF", 0.3),
        last_year=mix(primary, "FFFFFF", 0.6),
        tint=tint,
        body=body or base.body,
        quote=quote or base.quote,
    )
