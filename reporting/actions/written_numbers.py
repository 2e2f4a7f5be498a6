"""Numbers in a text that somebody typed, held against what a report does not show."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from reporting.model.edits import FactCell
from reporting.model.safe import Mark

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NO_FIGURE = re.compile(rf"\b\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?\b|\b\d{{1,2}}[.:]\d{{2}}(?= ?uur)|\b(?:19|20)\d{{2}}\b|\b[1-4]e kwartaal\b|\bV\d+\b")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\w])|(?<![\w.,])\d+(?:,\d+)?(?!\w)")
_WORDS = {w: Decimal(n) for n, w in enumerate(("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"), start=2)}
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
HIDDEN = frozenset({Mark.HIDDEN, Mark.FEWER})


def numbers_in(text: str) -> dict[Decimal, str]:
    """The numbers of a text with how they are written; days, years, hours and numbers of stories are none. "Drie" is one, "een" is not."""
    bare = _NO_FIGURE.sub(" ", text)
    found: dict[Decimal, str] = {}
    for match in _NUMBER.finditer(bare):
        try:
            found.setdefault(Decimal(match[0].replace(".", "").replace(",", ".")), match[0])
        except InvalidOperation:
            continue
    for match in _WORD.finditer(bare):
        found.setdefault(_WORDS[match[0].casefold()], match[0])
    return found


def unprinted(text: str, printed: Iterable[str], cells: Iterable[FactCell]) -> dict[Decimal, str]:
    """The numbers of a text that stand nowhere in `printed`; {} where nothing is hidden.

    It never looks at the hidden values themselves: who tries numbers one by one would learn them.
    """
    if not any(cell.mark in HIDDEN for cell in cells):
        return {}
    known = {n for said in printed for n in numbers_in(said)}
    return {n: said for n, said in numbers_in(text).items() if n not in known}
