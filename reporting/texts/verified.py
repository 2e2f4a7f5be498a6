"""What recounting a printed figure gave: the same on the command line and on the screen."""

from datetime import date
from enum import StrEnum

from reporting.model.agreement import Unit
from reporting.texts.figures import value_text


class Judged(StrEnum):
    """How a printed figure stands beside the one counted again."""

    AGREES = "agrees"
    NOT_COUNTED = "not_counted"  # such a figure is no longer counted
    EDITED = "edited"  # somebody changed it in the document
    ERASED = "erased"  # it differs because a client was erased: no fault
    DIFFERS = "differs"


FAULTS = frozenset({Judged.NOT_COUNTED, Judged.EDITED, Judged.DIFFERS})


def judged(printed: str, shown: str, value: float | None, unit: Unit | None, *, erased: date | None, rounded_to: int | None) -> tuple[Judged, str]:
    """The judgement, and the recounted figure as it would be printed ("" where there is none)."""
    now = "" if value is None or unit is None else value_text(value, unit)
    if not now:
        return Judged.NOT_COUNTED, now
    if shown != printed:
        return Judged.EDITED, now
    if _same(shown, now, rounded_to):
        return Judged.AGREES, now
    return (Judged.DIFFERS if erased is None else Judged.ERASED), now


def place_in_table(table: int, row: str, column: str) -> str:
    """Where a number without a name stands in a document."""
    return ", ".join((f"Tabel {table}", *((f"rij “{row}”",) if row else ()), *((f"kolom “{column}”",) if column else ())))


def _same(shown: str, now: str, rounded_to: int | None) -> bool:
    """Whether a printed figure is the recounted one; a rounded count is less than its base away."""
    if shown == now or rounded_to is None:
        return shown == now
    numbers = [text.replace(".", "") for text in (shown, now)]
    return all(n.isdigit() for n in numbers) and abs(int(numbers[0]) - int(numbers[1])) < rounded_to
