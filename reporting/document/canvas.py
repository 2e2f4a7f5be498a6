"""A sheet to draw on with altair: rectangles, lines and words at places in pixels, 520 pixels being the 16 cm of the text width.

Every chart here is one view with fixed coordinates. That keeps letters the same size in every chart, puts words where they never collide,
and lets a hidden figure be a word instead of a bar.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import altair as alt

from reporting.document.palette import HOUSE, Palette

WIDTH = 520  # px, printed 16.0 cm wide: 11 px is 9.6 pt
SMALL, BODY, LARGE = 11, 12, 13  # px

_GROUPS = {  # advance widths of the body face (Carlito, metric equal to Calibri), in thousandths of its size
    227: " 'il", 245: "I,’‘j", 260: ".:;", 305: "()-f", 320: "Jrt", 345: "“”\"/", 393: "sz", 425: "cLF", 455: "kvyPS", 475: "agZEYT",
    500: "e", 507: "0123456789", 526: "bdhnopquxKBC", 550: "XRV", 580: "A–", 620: "HDU", 650: "NGO", 672: "Q…", 715: "w%", 800: "m", 860: "M", 890: "W",
}  # fmt: skip


class _Widths(dict[str, float]):
    """The width of every letter; of one that is not listed about that of the widest common ones."""

    def __missing__(self, letter: str) -> float:
        return 0.53


_WIDTHS = _Widths((letter, width / 1000) for width, letters in _GROUPS.items() for letter in letters)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """About how wide a text stands in the body face, in pixels; a little on the safe side."""
    return sum(map(_WIDTHS.__getitem__, text)) * size * (1.04 if bold else 1.02)


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished sheet: its shapes by kind, its height in pixels and the faces of its words."""

    shapes: Mapping[str, list[dict[str, Any]]]
    height: float
    fonts: str


@dataclass
class Canvas:
    """Collects shapes; `sheet()` gives them finished. y counts down from the top."""

    palette: Palette = HOUSE
    _rects: list[dict[str, Any]] = field(default_factory=list)
    _rules: list[dict[str, Any]] = field(default_factory=list)
    _texts: list[dict[str, Any]] = field(default_factory=list)

    def rect(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """A filled rectangle."""
        self._rects.append({"x": left, "x2": right, "y": top, "y2": bottom, "c": f"#{colour}"})

    def rule(self, left: float, top: float, right: float, bottom: float, colour: str, width: float = 1, dashed: bool = False) -> None:
        """A straight line."""
        dash = [5, 3] if dashed else [1, 0]
        self._rules.append({"x": left, "x2": right, "y": top, "y2": bottom, "c": f"#{colour}", "w": width, "d": dash})

    def text(self, words: str, x: float, y: float, colour: str, *, size: float = SMALL, bold: bool = False, align: str = "left", upright: bool = False) -> None:
        """Words whose middle height is at y; `upright` turns them to read from the foot up."""
        weight, turn = "bold" if bold else "normal", 270 if upright else 0
        self._texts.append({"x": x, "y": y, "t": words, "c": f"#{colour}", "s": size, "a": align, "b": weight, "r": turn})

    def sheet(self, height: float) -> Sheet:
        """All shapes as one sheet of WIDTH by height."""
        return Sheet({"rects": self._rects, "rules": self._rules, "texts": self._texts}, height, self.palette.chart_fonts)


@lru_cache(maxsize=8)
def form(fonts: str) -> alt.LayerChart:
    """The one altair chart behind every sheet: rectangles, lines and words, each a layer over a named set of data that is still empty."""
    places = {
        "x": alt.X("x:Q", scale=None, axis=None),
        "y": alt.Y("y:Q", scale=None, axis=None),
        "color": alt.Color("c:N", scale=None, legend=None),
    }
    ends = {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}
    rects = alt.Chart(alt.NamedData("rects")).mark_rect(strokeWidth=0, aria=False).encode(**places, **ends)
    rules = alt.Chart(alt.NamedData("rules")).mark_rule(aria=False, strokeWidth=alt.expr("datum.w"), strokeDash=alt.expr("datum.d")).encode(**places, **ends)
    letters: dict[str, Any] = {
        "aria": False,
        "align": alt.expr("datum.a"),
        "fontSize": alt.expr("datum.s"),
        "fontWeight": alt.expr("datum.b"),
        "angle": alt.expr("datum.r"),
        "baseline": "middle",
    }
    texts = alt.Chart(alt.NamedData("texts")).mark_text(**letters).encode(**places, text=alt.Text("t:N"))
    whole: alt.LayerChart = (
        alt.layer(rects, rules, texts)
        .properties(width=WIDTH, height=100, padding=0, background="#FFFFFF", autosize=alt.AutoSizeParams(type="none"))
        .configure(font=fonts, aria=False)
        .configure_view(stroke=None)
    )
    return whole
