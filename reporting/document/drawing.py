"""A drawing as pictures: SVG by vl-convert, and a PNG of three times the size made from that same SVG."""

import re
from dataclasses import dataclass
from functools import lru_cache

import altair as alt
import vl_convert

SCALE = 3.0
_IDS = re.compile(r"\b((?:clip|gradient|fill|mask)[_-]?)(\d+)\b")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with the words for who cannot see it. `height` and `width` are pixels; 520 wide is the text width."""

    chart: alt.LayerChart
    alt_text: str
    title: str
    height: float
    width: float = 520


def svg(drawing: Drawing) -> str:
    """The drawing as SVG. The same drawing gives the same text: Vega counts its clip ids on per process, so they are numbered anew."""
    return renumber(vl_convert.vegalite_to_svg(drawing.chart.to_dict(validate=False)))


def renumber(picture: str) -> str:
    """An SVG whose numbered ids count from 0 in order of appearance."""
    seen: dict[str, str] = {}

    def fresh(found: re.Match[str]) -> str:
        return f"{found[1]}{seen.setdefault(found[0], str(len(seen)))}"

    return _IDS.sub(fresh, picture)


@lru_cache(maxsize=64)
def png(picture: str) -> bytes:
    """An SVG as PNG, three times its size."""
    return bytes(vl_convert.svg_to_png(picture, scale=SCALE))
