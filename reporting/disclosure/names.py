"""The name of a published cell, back to the figure it names."""

import re

from reporting.model.figure import Breakdown, Dimension, FigureKey
from reporting.model.period import Period

_NAME = re.compile(r"(?P<subject>.*?)\|(?P<period>\d{4}-(?:tm-)?K[1-4])(?:\|(?P<dimension>district|age):(?P<label>.*))?", re.DOTALL)


def key_of(name: str) -> FigureKey | None:
    """The figure a cell name names (the reverse of `str(FigureKey)`), or None for a figure from before this tool with a name of its own."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    breakdown = None if found["dimension"] is None else Breakdown(Dimension(found["dimension"]), found["label"])
    return FigureKey(found["subject"], Period.parse(found["period"]), breakdown)
