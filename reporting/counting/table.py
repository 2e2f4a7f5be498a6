"""Answers of the queries → figures. What is 0 and what is unknown is decided here (docs/decisions/0003-counting.md)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reporting.counting.decode import BatchSource
from reporting.counting.gather import Gathered, gather
from reporting.counting.queries import Queries
from reporting.counting.subjects import NEEDED, Subject, ever_table, link_table, span_of, subjects_of
from reporting.counting.verdict import judge
from reporting.model.agreement import Indicator, Unit
from reporting.model.count import CountTable, Figure, WhyNot
from reporting.model.figure import UNKNOWN_CLASS, Breakdown, Dimension, FigureKey
from reporting.model.municipality import Municipality
from reporting.model.period import Period, PeriodKind, Quarter, report_periods
from reporting.model.registration import Column
from reporting.model.rules import CountingRules

BROKEN_DOWN = frozenset({Unit.UNIQUE_CLIENTS, Unit.NEW_UNIQUE_CLIENTS, Unit.ATTENDANCES, Unit.CONTACTS, Unit.HOURS, Unit.AMOUNT, Unit.CLOSED_TRAJECTORIES})
_DECIMALS = 6  # sums of hours and grades, so that the order of adding leaves no trace


@dataclass(slots=True)
class Answer:
    """What the queries found for one subject in one period."""

    rows: int = 0  # in the period, whether they say something or not
    named: int = 0  # with a client number
    said: int = 0  # that say something: they count
    total: float = 0.0
    parts: tuple[int, int] = (0, 0)  # answers 0-6, 7-8
    asked: dict[int, int | None] = field(default_factory=dict)  # by batch with answers; None: it does not tell
    files: list[int] = field(default_factory=list)
    clients: int = 0
    sessions: int = 0
    labels: dict[Dimension, dict[int, tuple[float, int, int]]] = field(default_factory=lambda: {d: {} for d in Dimension})  # value, rows, clients


Answers = defaultdict[tuple[int, int], Answer]  # by period and subject index


def count(
    sources: Sequence[BatchSource], indicators: Sequence[Indicator], municipality: Municipality, quarter: Quarter, rules: CountingRules = CountingRules()
) -> CountTable:
    """Every raw figure of one municipality for one quarter's report.

    `sources` are the active batches of all municipalities, `indicators` the municipality's of the quarter's own year: the same definitions
    are applied to the earlier quarters. Each indicator and theme satisfaction has a figure in all six `report_periods`; units that count have a
    breakdown by district and by age class for each period with a value, with every label that occurs for that indicator in one of the
    periods. Verdicts are of the year to date. Raises InternalError when an image is not the one the ledger names.
    """
    periods = report_periods(quarter)
    rows = gather(sources, municipality, rules, span_of(indicators, periods))
    figures = count_periods(rows, indicators, periods)
    to_date = Period(quarter, PeriodKind.TO_DATE)
    verdicts = {i.code: judge(i, figures[FigureKey(i.code, to_date)].value, quarter, rules) for i in indicators}
    used = {key.breakdown.label for key in figures if key.breakdown is not None}
    return CountTable(
        municipality=municipality,
        quarter=quarter,
        indicators=tuple(indicators),
        figures=figures,
        verdicts=verdicts,
        districts=tuple(label for label in rows.districts[1:] if label in used),
        age_classes=tuple(label for label in rows.ages[1:] if label in used),
    )


def count_periods(rows: Gathered, indicators: Sequence[Indicator], periods: Sequence[Period]) -> dict[FigureKey, Figure]:
    """The figures of indicators and themes over any periods, in report order."""
    subjects = subjects_of(indicators, rows)
    answers = _ask(rows, subjects, periods)
    figures: dict[FigureKey, Figure] = {}
    names = {d: [Breakdown(d, label or UNKNOWN_CLASS) for label in labels] for d, labels in ((Dimension.DISTRICT, rows.districts), (Dimension.AGE, rows.ages))}
    for s, subject in enumerate(subjects):
        shown = {d: sorted({label for p in range(len(periods)) for label in answers[p, s].labels[d]}, key=_unknown_last) for d in Dimension}
        for p, period in enumerate(periods):
            answer = answers[p, s]
            figure = _figure(subject, period, answer, rows)
            figures[figure.key] = figure
            if figure.value is not None and subject.unit in BROKEN_DOWN:
                figures.update((f.key, f) for f in _breakdown(subject, period, answer, shown, names))
    return figures


def _unknown_last(index: int) -> tuple[bool, int]:
    return index == 0, index


def _ask(rows: Gathered, subjects: Sequence[Subject], periods: Sequence[Period]) -> Answers:
    answers: Answers = defaultdict(Answer)
    ask = Queries(rows.cursor(), link_table(subjects, rows, periods), ever_table(subjects, rows))
    for p, s, batch, n, named, said, total, low, middle, asked, tells in ask.by_batch():
        answer = answers[p, s]
        answer.rows += n
        answer.named += named
        answer.said += said
        answer.total += total or 0.0
        answer.parts = (answer.parts[0] + low, answer.parts[1] + middle)
        if said:
            answer.files.append(batch)
        if said or tells:
            answer.asked[batch] = asked if tells else None
    for p, s, clients in ask.clients():
        answers[p, s].clients = clients
    for p, s, sessions in ask.sessions():
        answers[p, s].sessions = sessions
    for p, s, district, age, clients, n in ask.people():
        if age is None:
            answers[p, s].clients += clients
            answers[p, s].labels[Dimension.DISTRICT][district] = (clients, n, clients)
        else:
            answers[p, s].labels[Dimension.AGE][age] = (clients, n, clients)
    for dimension, found in ((Dimension.DISTRICT, ask.districts()), (Dimension.AGE, ask.ages())):
        for p, s, index, total, n, clients in found:
            answers[p, s].labels[dimension][index] = (total, n, clients)
    return answers


def _figure(subject: Subject, period: Period, answer: Answer, rows: Gathered) -> Figure:
    key = FigureKey(subject.code, period)
    ratio = subject.unit.is_ratio
    asked = _asked(answer) if ratio else None
    if answer.said == 0 and (why := _why_not(subject, period, answer, rows)) is not None:
        return Figure(key, subject.unit, None, why, asked=asked, answered=0 if why is WhyNot.NO_ANSWERS else None)
    return Figure(
        key=key,
        unit=subject.unit,
        value=_value(subject.unit, answer),
        clients=answer.clients if answer.clients or not answer.said else None,
        rows=answer.said,
        asked=asked,
        answered=answer.said if ratio else None,
        parts=(*answer.parts, answer.said - sum(answer.parts)) if subject.unit is Unit.RECOMMEND else None,
        batches=tuple(rows.batches[b].batch.id for b in sorted(answer.files)),
    )


def _value(unit: Unit, answer: Answer) -> float | int:
    if unit.counts_people:
        return answer.clients
    if unit is Unit.SESSIONS:
        return answer.sessions
    if unit is Unit.GRADE:
        return round(answer.total, _DECIMALS) / answer.said
    if unit is Unit.RECOMMEND:
        return 100 * answer.total / answer.said
    return _tidy(unit, answer.total)


def _tidy(unit: Unit, total: float) -> float | int:
    return round(total, _DECIMALS) if unit is Unit.HOURS else int(total)


def _asked(answer: Answer) -> int | None:
    """How many were asked: known only when every file that answers came from tells it."""
    told = list(answer.asked.values())
    return sum(n for n in told if n is not None) if told and None not in told else None


def _why_not(subject: Subject, period: Period, answer: Answer, rows: Gathered) -> WhyNot | None:
    """Why nothing could be counted; None when it really is 0: the files cover the period and nothing happened."""
    covering = subject.covering(rows, period)
    if not covering:
        return WhyNot.NO_BATCHES
    needed = NEEDED.get(subject.unit)
    if needed is not None and not any(needed in held.present for held in covering):
        return WhyNot.NO_CLIENT_COLUMN if needed is Column.CLIENT else WhyNot.NO_COLUMN
    if subject.unit.is_ratio:
        return WhyNot.NO_ANSWERS
    if subject.unit.counts_people:
        return WhyNot.NO_CLIENT_COLUMN if answer.rows and not answer.named else None
    return WhyNot.NO_VALUES if answer.rows else None


def _breakdown(
    subject: Subject, period: Period, answer: Answer, shown: dict[Dimension, list[int]], names: Mapping[Dimension, Sequence[Breakdown]]
) -> Iterator[Figure]:
    for dimension in Dimension:
        labels = answer.labels[dimension]
        for index in shown[dimension]:
            value, n, clients = labels.get(index, (0, 0, 0))
            key = FigureKey(subject.code, period, names[dimension][index])
            yield Figure(key, subject.unit, _tidy(subject.unit, value), None, clients if clients or not n else None, n)
