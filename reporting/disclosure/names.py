"""The name of a published cell, back to the figure it names, and which grades and percentages add up."""

import re
from collections.abc import Iterator, Mapping

from reporting.model.figure import ALL_THEMES, Breakdown, Dimension, FigureKey, theme_grade, theme_recommend
from reporting.model.period import Period, PeriodKind, Quarter

Family = tuple[FigureKey, tuple[FigureKey, ...]]  # the whole and its parts

_NAME = re.compile(r"(?P<subject>.*?)\|(?P<period>\d{4}-(?:tm-)?K[1-4])(?:\|(?P<dimension>district|age):(?P<label>.*))?", re.DOTALL)


def key_of(name: str) -> FigureKey | None:
    """The figure a cell name names (the reverse of `str(FigureKey)`), or None for a figure from before this tool with a name of its own."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    breakdown = None if found["dimension"] is None else Breakdown(Dimension(found["dimension"]), found["label"])
    return FigureKey(found["subject"], Period.parse(found["period"]), breakdown)


def families_of(figures: Mapping[FigureKey, object]) -> Iterator[Family]:
    """What adds up: the themes to all of them in a period, the quarters to the year to date."""
    for key in figures:
        for subject in (theme_grade, theme_recommend):
            if key.subject == subject(ALL_THEMES):
                themes = tuple(k for k in figures if k.period == key.period and k.subject.startswith(key.subject) and k != key)
                yield key, themes
        if key.period.kind is PeriodKind.TO_DATE:
            quarters = (FigureKey(key.subject, Period(Quarter(key.period.quarter.year, n))) for n in range(1, key.period.quarter.number + 1))
            yield key, tuple(k for k in quarters if k in figures)


def kind_of(key: FigureKey) -> str:
    """What adds up with what: the grades of all themes, their recommendations, or one agreement by itself."""
    return next((make(ALL_THEMES) for make in (theme_grade, theme_recommend) if key.subject.startswith(make(ALL_THEMES))), key.subject)


def number_of(text: str) -> float | None:
    """The number a fact holds; None for a mark or nothing."""
    return float(text) if text[:1].isdigit() else None
