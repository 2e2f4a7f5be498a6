"""What the annual report says otherwise: of the year, against what was agreed. No quarter stands for the year, and nothing hidden is said."""

from collections.abc import Sequence

from reporting.model.agreement import Indicator, TargetKind
from reporting.model.figure import FigureKey, Status
from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.safe import Edition, SafeCell, SafeTable
from reporting.texts.figures import cell_text, share_text, target_text
from reporting.texts.numbers import number, period_name, with_change
from reporting.texts.report_sentences import attention_sentence, cell_of, course_sentence, named, short, standing

YEAR_UNIT = "Met daaronder wat is afgesproken, of hoeveel mensen antwoordden."
NO_TALKS = "Over dit jaar is geen gesprek opgeschreven."


def main_period(edition: Edition, quarter: Quarter) -> Period:
    """What an edition is about: the annual report the year so far, every other its quarter."""
    return Period(quarter, PeriodKind.TO_DATE if edition is Edition.ANNUAL else PeriodKind.QUARTER)


def period_words(period: Period, main: Period) -> str:
    """A period at the head of a column. Beside the year (`main`) its quarters go without it: "1e kwartaal"."""
    beside = main.kind is PeriodKind.TO_DATE and period.kind is PeriodKind.QUARTER
    return f"{period.quarter.number}e kwartaal" if beside else period_name(period)


def year_message(table: SafeTable, indicators: Sequence[Indicator]) -> str:
    """The key message of a theme: what is on course and what is not, else what came furthest."""
    held = standing(table, indicators)
    first = course_sentence(indicators, held)
    if held.attention:
        return f"{first} {attention_sentence(held.attention)}" if held.total > 1 else first
    best = _furthest(table, indicators)
    return f"{first} {named(best[0])}: {_reached(table, best[0])}." if best else first


def year_bullets(table: SafeTable) -> tuple[str, ...]:
    """At most two lines on what goes well: agreements on course that came furthest."""
    return tuple(f"{short(i.name)}: {_reached(table, i)}." for i in _furthest(table, table.indicators)[:2])


def year_line(table: SafeTable, subject: str) -> str:
    """The line under a key figure of the year: its share of the target or what was agreed; of answers how many there are."""
    for indicator in table.indicators:
        if indicator.code == subject:
            verdict = table.verdicts.get(subject)
            if verdict is not None and verdict.share.value is not None:
                return f"{share_text(verdict.share)} van het jaardoel"
            none = indicator.target.kind is TargetKind.NOT_SET
            return "geen jaardoel" if none else f"afspraak: {short(target_text(indicator.target, indicator.unit), 40)}"
    found = table.figures.get(FigureKey(subject, Period(table.quarter, PeriodKind.TO_DATE)))
    answered = None if found is None else found.answered
    return f"{number(answered.value)} antwoorden" if answered is not None and answered.value is not None else "van wie antwoordden"


def _furthest(table: SafeTable, indicators: Sequence[Indicator]) -> list[Indicator]:
    """The agreements on course with a printed figure and share, the largest share first."""
    shares = [(v.share.value, i) for i in indicators if (v := table.verdicts.get(i.code)) is not None and v.status is Status.ON_COURSE]
    told = [(s, i) for s, i in shares if s is not None and (c := _year(table, i)) is not None and c.value is not None]
    return [i for _, i in sorted(told, key=lambda pair: -pair[0])]


def _reached(table: SafeTable, indicator: Indicator) -> str:
    share = share_text(table.verdicts[indicator.code].share)
    return with_change(cell_text(_year(table, indicator), indicator.unit, table.threshold), f"{share} van het jaardoel")


def _year(table: SafeTable, indicator: Indicator) -> SafeCell | None:
    return cell_of(table, indicator.code, Period(table.quarter, PeriodKind.TO_DATE))
