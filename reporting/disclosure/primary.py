"""The rule everybody knows: which figures are small by themselves."""

from reporting.model.agreement import Unit
from reporting.model.count import CountTable, Figure
from reporting.model.figure import FigureKey
from reporting.model.period import PeriodKind
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark


def small(count: float | int | None, rules: DisclosureRules) -> bool:
    """True for a count above 0 and below the threshold: 1-4 at a threshold of 5. Nobody (0) and unknown (None) are not small."""
    return count is not None and 0 < count < rules.threshold


def sensitive(figure: Figure, rules: DisclosureRules) -> bool:
    """True where the figure may not be printed for its own sake.

    A count from 1 to 4; hours of 1-4 clients; a grade or percentage over fewer than 10 answers, or over so few of one answer that
    percentage and number of answers together would name 1-4 people.
    """
    if figure.value is None:
        return False
    if figure.unit.is_ratio:
        if (figure.answered or 0) < rules.least_answers:
            return True
        return figure.parts is not None and (small(figure.parts[2], rules) or small(figure.parts[0] + figure.parts[1], rules))
    if figure.unit is Unit.HOURS and small(figure.rows if figure.clients is None else figure.clients, rules):
        return True
    return small(figure.value, rules)


def small_marks(table: CountTable, rules: DisclosureRules) -> dict[FigureKey, Mark]:
    """The mark of every count that is hidden for its own sake, and of the year to date that a small quarter takes with it."""
    marks: dict[FigureKey, Mark] = {}
    for key, figure in table.figures.items():
        if not figure.unit.is_ratio and sensitive(figure, rules):
            total = key.breakdown is None and small(figure.value, rules)
            marks[key] = Mark.FEWER if total else Mark.HIDDEN
    for key in [k for k in marks if k.breakdown is None and k.period.kind is PeriodKind.QUARTER and k.period.quarter == table.quarter]:
        to_date = next((k for k in table.figures if k.subject == key.subject and k.breakdown is None and k.period.kind is PeriodKind.TO_DATE), None)
        if to_date is not None and to_date not in marks and table.figures[to_date].value is not None:
            marks[to_date] = Mark.HIDDEN
    return marks
