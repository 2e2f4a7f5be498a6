"""A sheet to draw on with altair: rectangles, lines and words at places in pixels, 520 pixels being the 16 cm of the text width.

Every chart here is one view with fixed coordinates. That keeps letters the same size in every chart, puts words where they never collide,
and lets a hidden figure be a word instead of a bar.
"""

from dataclasses import dataclass, field
from typing import Any

import altair as alt

from reporting.document.palette import HOUSE, Palette

WIDTH = 520  # px, printed 16.0 cm wide: 11 px is 9.6 pt
SMALL, BODY, LARGE = 11, 12, 13  # px

_GROUPS = {  # advance widths of the body face (Carlito, metric equal to Calibri), in thousandths of its size
    227: " 'il", 245: "I,’‘j", 260: ".:;", 305: "()-f", 320: "Jrt", 345: "“”\"/", 393: "sz", 425: "cLF", 455: "kvyPS", 475: "agZEYT",
    500: "e", 507: "0123456789", 526: "bdhnopquxKBC", 550: "XRV", 580: "A–", 620: "HDU", 650: "NGO", 672: "Q…", 715: "w%", 800: "m", 860: "M", 890: "W",
}  # fmt: skip
_WIDTHS = {letter: width / 1000 for width, letters in _GROUPS.items() for letter in letters}


def text_width(text: str, size: float, bold: bool = False) -> float:
    """About how wide a text stands in the body face, in pixels; a little on the safe side."""
    return sum(_WIDTHS.get(c, 0.53) for c in text) * size * (1.04 if bold else 1.02)


def fit(text: str, width: float, size: float, bold: bool = False, lines: int = 2) -> list[str]:
    """The text broken between words into at most that many lines; what does not fit ends in "…"."""
    broken: list[str] = []
    rest = text.split()
    while rest and len(broken) < lines:
        line = rest.pop(0)
        while rest and text_width(f"{line} {rest[0]}", size, bold) <= width:
            line = f"{line} {rest.pop(0)}"
        broken.append(line)
    if rest:
        broken[-1] = f"{broken[-1]} {rest[0]}"
    for number, line in enumerate(broken):
        kept = line
        while kept and text_width(kept, size, bold) > width:
            kept = kept[:-1].rstrip()
            broken[number] = f"{kept}…"
    if rest and not broken[-1].endswith("…"):
        broken[-1] += "…"
    return broken or [""]


@dataclass
class Canvas:
    """Collects shapes; `chart()` gives them as one altair chart. y counts down from the top."""

    palette: Palette = HOUSE
    _rects: list[dict[str, Any]] = field(default_factory=list)
    _rules: dict[tuple[float, bool], list[dict[str, Any]]] = field(default_factory=dict)
    _texts: dict[tuple[str, float, bool, int], list[dict[str, Any]]] = field(default_factory=dict)

    def rect(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """A filled rectangle."""
        self._rects.append({"x": left, "x2": right, "y": top, "y2": bottom, "c": f"#{colour}"})

    def rule(self, left: float, top: float, right: float, bottom: float, colour: str, width: float = 1, dashed: bool = False) -> None:
        """A straight line."""
        self._rules.setdefault((width, dashed), []).append({"x": left, "x2": right, "y": top, "y2": bottom, "c": f"#{colour}"})

    def text(self, words: str, x: float, y: float, colour: str, *, size: float = SMALL, bold: bool = False, align: str = "left", upright: bool = False) -> None:
        """Words whose middle height is at y; `upright` turns them to read from the foot up."""
        self._texts.setdefault((align, size, bold, 270 if upright else 0), []).append({"x": x, "y": y, "t": words, "c": f"#{colour}"})

    def chart(self, height: float, description: str) -> alt.LayerChart:
        """All shapes as one chart of WIDTH by height, with its description for who cannot see it."""
        sideways = alt.Scale(domain=[0, WIDTH], nice=False, zero=False)
        down = alt.Scale(domain=[height, 0], nice=False, zero=False)
        places = {
            "x": alt.X("x:Q", scale=sideways, axis=None),
            "y": alt.Y("y:Q", scale=down, axis=None),
            "color": alt.Color("c:N", scale=None, legend=None),
        }
        ends = {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}
        layers: list[alt.Chart] = []
        if self._rects:
            layers.append(alt.Chart(alt.InlineData(values=self._rects)).mark_rect(strokeWidth=0).encode(**places, **ends))
        for (width, dashed), rules in self._rules.items():
            dash = [5, 3] if dashed else [1, 0]
            layers.append(alt.Chart(alt.InlineData(values=rules)).mark_rule(strokeWidth=width, strokeDash=dash).encode(**places, **ends))
        for (align, size, bold, angle), texts in self._texts.items():
            mark: dict[str, Any] = {"align": align, "baseline": "middle", "fontSize": size, "fontWeight": "bold" if bold else "normal", "angle": angle}
            layers.append(alt.Chart(alt.InlineData(values=texts)).mark_text(**mark).encode(**places, text=alt.Text("t:N")))
        whole: alt.LayerChart = (
            alt.layer(*layers)
            .properties(width=WIDTH, height=height, padding=0, description=description, background="#FFFFFF")
            .properties(autosize=alt.AutoSizeParams(type="none"))
            .configure(font=self.palette.chart_fonts)
            .configure_view(stroke=None)
        )
        return whole
