"""What changed since a document was made, in words."""

from collections.abc import Mapping

from reporting.model.edits import FactCell
from reporting.model.safe import Mark
from reporting.texts.figures import mark_text, value_text
from reporting.texts.screens_report import cell_name

TITLE = "Wat veranderde sinds dit document?"
LINE = "Kies waarmee u wilt vergelijken."
NOW = "een rapport dat ik nu maak"
SHOW = "Veranderingen tonen"
NOTHING = "Er is niets veranderd."
NOT_KEPT = "Van dit document is niet bewaard wat erin stond. Dat doet de app pas sinds kort. Maak een nieuw concept om te vergelijken."
TEXTS, FIGURES, STORIES = "Teksten", "Cijfers", "Verhalen"
MOST = 30  # lines of figures shown
NOT_THERE = "staat er niet"
_TURNS = {"came": "erbij gekomen", "gone": "eruit gegaan", "changed": "gewijzigd"}


def figure_line(figure: str, was: FactCell | None, now: FactCell | None, names: Mapping[str, str]) -> tuple[str, str, str]:
    """A figure, what was printed, what is printed now."""
    return cell_name(figure, names), _cell(was), _cell(now)


def _cell(cell: FactCell | None) -> str:
    if cell is None:
        return NOT_THERE
    return mark_text(Mark(cell.mark)) if cell.value is None and cell.mark else value_text(cell.value or 0, cell.unit)


def story_line(title: str, turn: str) -> str:
    """One story."""
    return f"{f'‘{title}’' if title else 'Een verhaal'}: {_TURNS[turn]}."


def more(count: int) -> str:
    """Figures that are not listed."""
    return f"… en nog {count} andere cijfers, zoals uitsplitsingen per wijk en leeftijd."
