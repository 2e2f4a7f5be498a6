"""Numbers and comparisons that people type, held against what is hidden. A person confirms or changes each."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reporting.model.agreement import Unit
from reporting.model.safe import Mark, SafeFigure, SafeTable

_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?!\w|[.,]\d)")
_WORDS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12}
_NUMBER_WORD = re.compile(
    rf"\b({'|'.join(_WORDS)})\b(?=\s+(?:\w+\s+)?(?:cliënt|client|deelnem|inwoner|mens|vrouw|man|perso|jonger|ouder|kind|mantelzorg|gezin)\w*)", re.IGNORECASE
)
_COMPARISON = re.compile(
    r"\b(meer dan|minder dan|evenveel als|net zoveel als|twee keer zo|verdubbel\w*|gehalveerd|halveer\w*|gestegen|gedaald|stijging|daling|"
    r"toegenomen|afgenomen|hoger dan|lager dan|de helft|allemaal|niemand|iedereen)\b",
    re.IGNORECASE,
)
_YEAR = range(1990, 2100)


class HeldFor(StrEnum):
    """Why typed words are held up."""

    NOT_PRINTED = "not_printed"  # a number that stands nowhere in the report's figures
    SMALL = "small"  # and it is below the threshold
    COMPARISON = "comparison"  # says how a figure compares, while figures are hidden


@dataclass(frozen=True, slots=True)
class Held:
    """Typed words to confirm: text[start:end] in Unicode code points."""

    start: int
    end: int
    text: str
    why: HeldFor


def held_against(text: str, table: SafeTable) -> tuple[Held, ...]:
    """What in a text might give a hidden cell away, in order; nothing when the table hides nothing.

    A number that is printed in the table, as count, grade or percentage, is fine; so are years, ordinals ("3e") and parts of dates.
    """
    if not any(figure.cell.mark in (Mark.HIDDEN, Mark.FEWER) for figure in table.figures.values()):
        return ()
    printed = {n for figure in table.figures.values() for n in _numbers(figure)} | _public(table)
    found = []
    for match in _NUMBER.finditer(text):
        value = float(f"{match[1].replace('.', '')}.{match[2] or 0}")
        if value not in printed and not (match[2] is None and int(value) in _YEAR):
            found.append(Held(match.start(), match.end(), match[0], HeldFor.SMALL if 0 < value < table.threshold else HeldFor.NOT_PRINTED))
    for match in _NUMBER_WORD.finditer(text):
        value = _WORDS[match[1].lower()]
        if value not in printed:
            found.append(Held(match.start(1), match.end(1), match[1], HeldFor.SMALL if value < table.threshold else HeldFor.NOT_PRINTED))
    found += [Held(m.start(), m.end(), m[0], HeldFor.COMPARISON) for m in _COMPARISON.finditer(text)]
    return tuple(sorted(found, key=lambda h: h.start))


def comparisons(text: str) -> tuple[str, ...]:
    """The words of a text that say how a figure compares, each once, as written."""
    return tuple(dict.fromkeys(m[0] for m in _COMPARISON.finditer(text)))


def _numbers(figure: SafeFigure) -> set[float]:
    """What the document may print of a figure."""
    cells = (figure.cell, figure.asked, figure.answered, *(figure.parts or ()))
    values = [float(c.value) for c in cells if c is not None and c.value is not None]
    decimals = 1 if figure.unit in (Unit.GRADE, Unit.HOURS) else 0
    return {round(v, decimals) for v in values}


def _public(table: SafeTable) -> set[float]:
    """Targets and shares: no secret."""
    amounts = {float(a) for i in table.indicators for a in (i.target.amount, i.target.lower, i.target.upper, i.baseline) if a is not None}
    shares = {float(round(v.share.value)) for v in table.verdicts.values() if v.share.value is not None}
    return amounts | shares
