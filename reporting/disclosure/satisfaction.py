"""Grades and percentages: over enough answers, and never so that the others give one back.

All themes together are its themes, a year to date is its quarters: the mean of what is left out follows by subtraction, as far as
rounding lets it. So partners are hidden while readers can be too sure of one (`doubt`). Numbers of answers and shares of 0-6, 7-8 and 9-10
are printed exactly: of what hangs together nothing is hidden of those, or at least two, who together are not few again.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from reporting.disclosure.doubt import Said, SaidOf, put_together, said_in, standing, too_sure
from reporting.disclosure.names import Family, families_of, key_of
from reporting.disclosure.primary import sensitive, small
from reporting.disclosure.readable import as_printed
from reporting.model.agreement import Unit
from reporting.model.count import CountTable, Figure
from reporting.model.figure import ALL_THEMES, FigureKey, theme_grade, theme_recommend
from reporting.model.period import PeriodKind
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell


@dataclass(frozen=True, slots=True)
class HiddenAnswers:
    """What may not be said of grades and percentages."""

    values: frozenset[FigureKey]
    answered: frozenset[FigureKey]
    parts: frozenset[FigureKey]  # the shares of 0-6, 7-8 and 9-10


def answers_before(published: Sequence[PublishedCell]) -> HiddenAnswers:
    """What readers know was hidden of grades and percentages: it stays hidden."""
    ratios = [(key, cell) for cell in published if cell.unit.is_ratio and (key := key_of(cell.cell)) is not None]
    return HiddenAnswers(
        frozenset(key for key, cell in ratios if cell.mark == Mark.HIDDEN),
        frozenset(key for key, cell in ratios if cell.facts.get("answered") == Mark.HIDDEN),
        frozenset(key for key, cell in ratios if cell.facts.get("part_low") == Mark.HIDDEN),
    )


def hidden_answers(table: CountTable, published: Sequence[PublishedCell], rules: DisclosureRules) -> HiddenAnswers:
    """What to hide in a table, given what readers have."""
    before, known = answers_before(published), said_in(published)
    ratios = {k: f for k, f in table.figures.items() if f.unit.is_ratio and f.value is not None}
    families = tuple(families_of(ratios))

    def few(figures: Sequence[Figure]) -> bool:
        return small(sum(f.answered or 0 for f in figures), rules)

    def unsure(figures: Sequence[Figure]) -> bool:
        return sensitive(_together(figures), rules)

    def names_people(figures: Sequence[Figure]) -> bool:
        return unsure(figures) or any(small(p, rules) for p in _together(figures).parts or ())

    answered = _closed(ratios, families, before.answered, few)
    alone = {k for k, f in ratios.items() if k in before.values or k in answered or unsure([f])}
    values = _Partners(ratios, answered, known, rules).found(alone)
    parts = _closed({k: f for k, f in ratios.items() if f.parts is not None}, families, before.parts | values, names_people)
    return HiddenAnswers(values, answered, parts)


class _Partners:
    """Looks for what to hide besides what is hidden for its own sake."""

    def __init__(self, figures: Mapping[FigureKey, Figure], answered: frozenset[FigureKey], known: SaidOf, rules: DisclosureRules) -> None:
        self._figures, self._answered, self._known, self._rules = figures, answered, known, rules
        self._still: SaidOf = {}

    def found(self, alone: Collection[FigureKey]) -> frozenset[FigureKey]:
        """These and their partners; in the end a partner that was not needed after all is shown again."""
        hidden, partners = set(alone), list[FigureKey]()
        while sure := self._sure(hidden):
            new = {min(own, key=_cost) for levers in sure.values() if (own := [k for k in levers if self._may_hide(k, hidden)])}
            if not new:
                break
            partners += sorted(new, key=str)
            hidden |= new
        for key in partners if not sure else ():
            if not self._sure(hidden - {key}):
                hidden.discard(key)
        return frozenset(hidden)

    def _sure(self, hidden: Collection[FigureKey]) -> Mapping[FigureKey, tuple[FigureKey, ...]]:
        report = {
            k: Said(f.unit, None if k in hidden or f.value is None else float(as_printed(f.value, f.unit)), None if k in self._answered else f.answered)
            for k, f in self._figures.items()
        }
        self._still = standing(self._known, report)
        return too_sure(put_together(self._known, report), report, self._rules)

    def _may_hide(self, key: FigureKey, hidden: Collection[FigureKey]) -> bool:
        """Only what no reader has seen yet."""
        return key in self._figures and key not in hidden and (key not in self._still or self._still[key].value is None)


def _cost(key: FigureKey) -> tuple[bool, bool, str]:
    """Years to date go before quarters, themes before all themes together."""
    return key.period.kind is PeriodKind.QUARTER, key.subject in (theme_grade(ALL_THEMES), theme_recommend(ALL_THEMES)), str(key)


def _closed(
    figures: Mapping[FigureKey, Figure],
    families: Sequence[Family],
    start: frozenset[FigureKey],
    sure: Callable[[Sequence[Figure]], bool],
) -> frozenset[FigureKey]:
    """The hidden figures: those that are few by themselves, those of before, and wholes that would give a part away."""
    hidden = {k for k, f in figures.items() if k in start or sure([f])}
    grown = True
    while grown:
        grown = False
        for whole, parts in families:
            out = [k for k in parts if k in hidden]
            if whole in figures and whole not in hidden and out and (len(out) == 1 or sure([figures[k] for k in out])):
                hidden.add(whole)
                grown = True
    return frozenset(hidden)


def _together(figures: Sequence[Figure]) -> Figure:
    """Several figures of one kind as if they were one: answers add up."""
    answered = sum(f.answered or 0 for f in figures)
    shared = [f.parts for f in figures if f.parts is not None]
    parts = (sum(p[0] for p in shared), sum(p[1] for p in shared), sum(p[2] for p in shared)) if shared else None
    return Figure(figures[0].key, figures[0].unit, 1.0 if answered else None, answered=answered, parts=parts if figures[0].unit is Unit.RECOMMEND else None)
