"""A drawing as pictures: SVG by vl-convert, and a PNG of three times the size made from that same SVG.

The altair chart behind all drawings is compiled once; each drawing is that chart with its own shapes (four times less work than a chart each).
"""

import copy
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert

from reporting.document.canvas import WIDTH, Sheet, form

SCALE = 3.0
_ANY_FACE = "sans-serif"
_IDS = re.compile(r"\b((?:clip|gradient|fill|mask)[_-]?)(\d+)\b")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet with the words for who cannot see it. 520 pixels wide is the text width."""

    sheet: Sheet
    alt_text: str
    title: str

    @property
    def width(self) -> float:
        """In pixels."""
        return float(WIDTH)

    @property
    def height(self) -> float:
        """In pixels."""
        return self.sheet.height

    @property
    def chart(self) -> alt.LayerChart:
        """The drawing as an altair chart, for who wants it in a notebook or a screen."""
        whole: alt.LayerChart = form(self.sheet.fonts).properties(height=self.height, description=self.alt_text, datasets=dict(self.sheet.shapes))
        return whole


@lru_cache(maxsize=1)
def _compiled() -> dict[str, Any]:
    """The chart behind all drawings as Vega, in the default face: places are fixed, so no word needs measuring, and looking up a named face for
    every word takes longer than all the rest."""
    return dict(vl_convert.vegalite_to_vega(form(_ANY_FACE).to_dict(validate=False)))


def svg(drawing: Drawing) -> str:
    """The drawing as SVG. The same drawing gives the same text."""
    sheet = drawing.sheet
    spec = copy.copy(_compiled())
    spec["height"] = sheet.height
    spec["data"] = [{**data, "values": sheet.shapes[data["name"]]} if data["name"] in sheet.shapes else data for data in spec["data"]]
    return _drawn(json.dumps(spec)).replace(f'font-family="{_ANY_FACE}"', f'font-family="{sheet.fonts}"')


@lru_cache(maxsize=64)
def _drawn(spec: str) -> str:
    """A Vega chart as SVG; a page that is shown again, and a report that is made again with its page numbers, draw nothing anew.

    Vega counts its clip ids on per process, so they are numbered anew.
    """
    return renumber(vl_convert.vega_to_svg(json.loads(spec)))


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


def forget() -> None:
    """Keep no picture made before."""
    _drawn.cache_clear()
    png.cache_clear()
