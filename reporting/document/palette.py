"""Colours and fonts of a document: the default house style, and one taken from an organisation's own (REPORT section 3)."""

from dataclasses import dataclass, replace

READABLE = 4.5  # WCAG 2.1 AA: contrast of text


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as six hex digits without #, and the two faces. Fills are never used for text."""

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

    @property
    def chart_fonts(self) -> str:
        """The body face with its metric equals behind it, for charts drawn where the face itself is missing."""
        return f"{self.body}, Carlito, Liberation Sans, sans-serif"


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


def with_primary(colour: str, body: str = "", quote: str = "", base: Palette = HOUSE) -> Palette:
    """The palette of a house style: its primary colour darkened until it reads on white and on its own tint, the fills lightened from it."""
    primary = colour.upper()
    tint = mix(primary, "FFFFFF", 0.9)
    while min(contrast(primary, "FFFFFF"), contrast(primary, tint)) < READABLE:
        primary = mix(primary, "000000", 0.08)
    return replace(
        base,
        primary=primary,
        accent=mix(primary, "FFFFFF", 0.3),
        last_year=mix(primary, "FFFFFF", 0.6),
        tint=tint,
        body=body or base.body,
        quote=quote or base.quote,
    )
