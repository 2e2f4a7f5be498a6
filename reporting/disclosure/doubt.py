"""How sure readers can be of a hidden grade or percentage: numbers are printed rounded, and rounding leaves room.

The unknowns are sums: of the grades given, or of the people who recommend. All themes together are the themes, a year to date is its quarters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporting.disclosure.attack import Attack, Row
from reporting.disclosure.names import families_of, key_of, kind_of, number_of
from reporting.disclosure.program import Contradiction
from reporting.disclosure.puzzle import overlap
from reporting.disclosure.readable import as_printed
from reporting.model.agreement import Unit
from reporting.model.figure import FigureKey
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell

_ANY = float("-inf"), float("inf")
_BEST = 10.0  # the highest grade
_HALF = {Unit.GRADE: 0.05, Unit.RECOMMEND: 0.005}  # of what a printed number can be off


@dataclass(frozen=True, slots=True)
class Said:
    """What readers have of a grade or percentage: the number as printed and over how many answers; None where hidden."""

    unit: Unit
    value: float | None
    answered: int | None


SaidOf = Mapping[FigureKey, Said]


def reports_of(published: Sequence[PublishedCell]) -> tuple[SaidOf, ...]:
    """The grades and percentages of each report, in order of publication."""
    reports: dict[tuple[str, int], dict[FigureKey, Said]] = {}
    for cell in published:
        own = reports.setdefault((cell.report, cell.version), {})
        if cell.unit.is_ratio and cell.mark != Mark.UNKNOWN and (key := key_of(cell.cell)) is not None:
            value = None if cell.value is None else float(as_printed(cell.value, cell.unit))
            number = number_of(cell.facts.get("answered", ""))
            own[key] = Said(cell.unit, value, None if number is None else int(number))
    return tuple(reports.values())


def said_in(published: Sequence[PublishedCell]) -> SaidOf:
    """What readers of all these reports have."""
    said: SaidOf = {}
    for report in reports_of(published):
        said = put_together(said, report)
    return said


def standing(known: SaidOf, report: SaidOf) -> dict[FigureKey, Said]:
    """What of the earlier reports still holds: where a printed number changed, what hangs together with it is not as it was."""
    changed = [k for k, s in report.items() if k in known and _changed(known[k], s)]
    return {k: s for k, s in known.items() if not any(kind_of(k) == kind_of(c) and overlap(k.period, c.period) for c in changed)}


def put_together(known: SaidOf, report: SaidOf) -> dict[FigureKey, Said]:
    """What readers have after one more report."""
    still = standing(known, report)
    return still | {k: s for k, s in report.items() if k not in still or _says_more(s, still[k])}


def _says_more(now: Said, before: Said) -> bool:
    """Whether a report tells at least what was told before: what it only hides does not take back what readers have."""
    return now.value is not None or (before.value is None and (now.answered is not None or before.answered is None))


def too_sure(said: SaidOf, report: SaidOf, rules: DisclosureRules) -> dict[FigureKey, tuple[FigureKey, ...]]:
    """The hidden figures over few answers, or with few people on one side, of which readers know too much; each with what holds it.

    `said` is all that readers have. Where that contradicts itself (corrected unseen), only `report`, the last one, counts.
    """
    found: dict[FigureKey, tuple[FigureKey, ...]] = {}
    for kind in sorted({kind_of(k) for k in report}):
        for cells in (said, report):
            own = frozenset((k, s) for k, s in cells.items() if kind_of(k) == kind)
            try:
                found |= _narrowed(own, rules.threshold, rules.least_answers)
            except Contradiction:
                continue
            break
    return found


def _changed(one: Said, other: Said) -> bool:
    numbers = (one.value, other.value), (one.answered, other.answered)
    return any(old is not None and new is not None and old != new for old, new in numbers)


@lru_cache(maxsize=512)  # every new report is put together with the same earlier ones
def _narrowed(cells: frozenset[tuple[FigureKey, Said]], threshold: int, least_answers: int) -> dict[FigureKey, tuple[FigureKey, ...]]:
    said, rules = dict(cells), DisclosureRules(threshold=threshold, least_answers=least_answers)
    keys = sorted(said, key=str)
    unknowns = [said[k] for k in keys]
    place = {key: i for i, key in enumerate(keys)}
    names = dict(enumerate(keys))
    sums = []
    for whole, parts in families_of(said):
        if not parts or not _complete(said, whole, parts):
            continue
        sums.append((place[whole], [place[k] for k in parts]))
        out = [k for k in parts if said[k].value is None]
        rest = _rest(said, whole, [k for k in parts if said[k].value is not None])
        if len(out) > 1 and rest is not None and rest < rules.least_answers:  # together they are few as well
            sums.append((len(unknowns), [place[k] for k in out]))
            names[len(unknowns)] = out[0]
            unknowns.append(Said(said[whole].unit, None, rest))
    asked = [i for i, s in enumerate(unknowns) if s.value is None and _few(s, rules)]
    if not asked:
        return {}
    need = [_need(s, rules) for s in unknowns]
    lower, upper = zip(*((low / n, high / n) for (low, high), n in zip(map(_range, unknowns), need, strict=True)), strict=True)
    rows = [Row((w, *parts), (need[w], *(-need[i] for i in parts)), 0.0, 0.0) for w, parts in sums]
    attack = Attack(lower, upper, [False] * len(unknowns), rows)
    narrowed = attack.narrowed(asked, 1.0, _ANY)
    told = [i for i, (low, high) in narrowed.items() if _tells(unknowns[i], low * need[i], high * need[i], rules)]
    return {names[i]: tuple(names[j] for j in attack.levers(i)) for i in told}


def _rest(said: SaidOf, whole: FigureKey, printed: Sequence[FigureKey]) -> int | None:
    """How many answers what is hidden has together, where readers can tell."""
    counts = [said[k].answered for k in (whole, *printed)]
    known = [n for n in counts if n is not None]
    return known[0] - sum(known[1:]) if len(known) == len(counts) else None


def _few(said: Said, rules: DisclosureRules) -> bool:
    """Whether it may be hidden for its own sake. Of a percentage that never shows in the number of answers."""
    return said.unit is Unit.RECOMMEND or said.answered is None or said.answered < rules.least_answers


def _need(said: Said, rules: DisclosureRules) -> float:
    """The room a hidden sum must keep: of grades a whole point for each answer (never less than the whole numbers of a count), of people as a count."""
    if said.unit is Unit.RECOMMEND or said.answered is None or said.answered >= rules.least_answers:
        return rules.threshold - 1.0  # so wide that as many whole numbers lie in it, wherever it begins
    return float(max(rules.threshold - 1, said.answered))


def _range(said: Said) -> tuple[float, float]:
    """The lowest and highest sum behind what is printed."""
    best = _BEST if said.unit is Unit.GRADE else 1.0
    if said.answered is None:
        return 0.0, float("inf")
    if said.value is None:
        return 0.0, best * said.answered
    value, half = said.value / (1 if said.unit is Unit.GRADE else 100), _HALF[said.unit]
    return max(0.0, value - half) * said.answered, min(best, value + half) * said.answered


def _complete(said: SaidOf, whole: FigureKey, parts: tuple[FigureKey, ...]) -> bool:
    """Whether the parts are all there is of the whole, as far as the numbers of answers tell."""
    counts = [said[k].answered for k in parts]
    return None in counts or said[whole].answered in (None, sum(n for n in counts if n is not None))


def _tells(said: Said, low: float, high: float, rules: DisclosureRules) -> bool:
    """Whether a narrow range tells of few: any of grades; of people, 1-4 who recommend or 1-4 who do not."""
    if said.unit is Unit.GRADE or said.answered is None or said.answered < rules.least_answers:
        return True
    few = rules.threshold - 1
    return (low < few + 1 and high > 0) or (low < said.answered and high > said.answered - few - 1)
