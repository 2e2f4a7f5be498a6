"""From raw figures to protected ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reporting.disclosure.cells import cells_of
from reporting.disclosure.editions import files_of, is_hidden, reports_of
from reporting.disclosure.hide import hide
from reporting.disclosure.merge import merged
from reporting.disclosure.primary import sensitive, small_marks
from reporting.disclosure.readable import in_reports
from reporting.disclosure.rounding import round_subject
from reporting.disclosure.safe import files_behind, safe_table
from reporting.disclosure.satisfaction import hidden_answers
from reporting.model.agreement import Unit
from reporting.model.count import CountTable
from reporting.model.figure import FigureKey
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark, SafeTable
from reporting.model.stored import PublishedCell


class Why(StrEnum):
    """Why a cell is hidden. For who may see raw figures only: it is never in a document."""

    SMALL = "small"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Protected:
    """A table with its classes merged, what is hidden in it, and the safe table that makes."""

    raw: CountTable
    hidden: frozenset[FigureKey]
    safe: SafeTable


def protect(tables: Sequence[CountTable], published: Sequence[PublishedCell], rules: DisclosureRules, *, screen: bool = True) -> tuple[SafeTable, ...]:
    """The tables as they may leave the house after all that was published, in the order given: each is protected with those before it.

    Without `screen` they hold only what documents can print, the same as with it: the classes on screen take half of the time.
    """
    return tuple(done.safe for done in _protected(tables, published, rules, screen=screen))


def reasons(tables: Sequence[CountTable], published: Sequence[PublishedCell], rules: DisclosureRules) -> Mapping[FigureKey, Why]:
    """Why each hidden cell is hidden. Only for roles that may see raw figures."""
    found: dict[FigureKey, Why] = {}
    for done in _protected(tables, published, rules, screen=True):
        found |= {key: Why.SMALL if sensitive(done.raw.figures[key], rules) else Why.PARTNER for key in sorted(done.hidden, key=str)}
    return found


def _protected(tables: Sequence[CountTable], published: Sequence[PublishedCell], rules: DisclosureRules, *, screen: bool) -> Iterator[Protected]:
    known = list(published)
    for number, table in enumerate(tables):
        own = [c for c in known if c.municipality == table.municipality.key]
        raw, every = merged(table, rules), merged(table, rules, every_period=True)
        answers = hidden_answers(raw, own, rules)
        marks, numbers = _counts(raw, every, own, rules, screen=screen)
        if not screen:
            raw = replace(raw, figures={k: f for k, f in raw.figures.items() if in_reports(k, f.unit, raw.quarter)})
        safe = safe_table(raw, marks, answers, numbers, rules)
        known += cells_of(safe, f"{table.quarter}", -1 - number)
        yield Protected(raw, frozenset(marks) | answers.values, safe)


def _counts(
    raw: CountTable, every: CountTable, known: Sequence[PublishedCell], rules: DisclosureRules, *, screen: bool
) -> tuple[dict[FigureKey, Mark], dict[FigureKey, int]]:
    """The marks of every hidden count of a table, and with rounding the numbers of the others, indicator by indicator."""
    small = small_marks(raw, rules)
    if rules.rounding is not None:  # hours over 1-4 people stay hidden: rounding does not hide whose they are
        small = {key: Mark.HIDDEN for key in small if raw.figures[key].unit is Unit.HOURS}
    start = _kept(raw, known, small)
    reports = reports_of(known, rules)
    subjects: dict[tuple[str, Unit], dict[FigureKey, float]] = {}
    for key, figure in raw.figures.items():
        if figure.value is not None and not figure.unit.is_ratio:
            subjects.setdefault((key.subject, figure.unit), {})[key] = figure.value
    marks: dict[FigureKey, Mark] = {}
    numbers: dict[FigureKey, int] = {}
    for (subject, unit), values in subjects.items():
        place = raw.municipality.key, subject, unit
        earlier = list(reports.get(place, {}).values())
        own = {k: m for k, m in start.items() if k in values}
        if rules.rounding is not None:
            hidden, rounded = round_subject(unit, earlier, values, own, rules)
            marks, numbers = marks | hidden, numbers | rounded
        else:
            others = {k: f.value for k, f in every.figures.items() if k.subject == subject and f.value is not None}
            printed = {k: v for k, v in values.items() if in_reports(k, unit, raw.quarter)}
            files = [*files_of(known, place, reports.get(place, {})), {k.period: files_behind(raw.figures[k]) for k in values if k.breakdown is None}]
            found = hide(unit, earlier, printed, others, {k: m for k, m in own.items() if k in printed}, rules, files=files)
            if screen and len(printed) < len(values):  # the rest stands on screen only: it may cost the documents nothing
                found = hide(unit, earlier, values, others, own | found, rules, fixed=printed, files=files)
            marks |= found
    return marks, numbers


def _kept(raw: CountTable, known: Sequence[PublishedCell], marks: dict[FigureKey, Mark]) -> dict[FigureKey, Mark]:
    """What was hidden before stays hidden; "minder dan 5" stands only where nothing else was said of the cell."""
    before: dict[str, set[str | None]] = {}
    for cell in known:
        if is_hidden(cell):
            before.setdefault(cell.cell, set()).add(cell.mark)
    for key, figure in raw.figures.items():
        said = before.get(str(key))
        if said is None or figure.value is None or figure.unit.is_ratio:
            continue
        if marks.get(key) is not Mark.FEWER or said != {Mark.FEWER.value}:
            marks[key] = Mark.HIDDEN
    return marks
