"""The words of figures: the same on screen, in charts and in Word. Marks: DISCLOSURE; units and statuses: DOMAIN."""

from collections.abc import Mapping
from decimal import Decimal

from reporting.model.agreement import Indicator, Target, TargetKind, Unit
from reporting.model.count import WhyNot
from reporting.model.figure import Status
from reporting.model.safe import Mark, SafeCell
from reporting.texts.numbers import grade, number, percent, rounded, tidy

MARKS: Mapping[Mark, str] = {
    Mark.HIDDEN: "niet getoond",
    Mark.FEWER: "minder dan 5",
    Mark.UNKNOWN: "onbekend",
    Mark.NOT_APPLICABLE: "n.v.t.",
}

MARK_MEANINGS: Mapping[Mark, str] = {
    Mark.HIDDEN: "Dit cijfer laten wij weg. Zo kan niemand uitrekenen om wie het gaat.",
    Mark.FEWER: "Het gaat om 1 tot en met 4. Wij tonen het aantal niet, zodat niemand herkenbaar is.",
    Mark.UNKNOWN: "Wij kunnen dit cijfer niet berekenen. Het is niet gemeten of er zijn geen gegevens.",
    Mark.NOT_APPLICABLE: "Niet van toepassing. Bij deze afspraak hoort dit cijfer niet.",
}

STATUS_NAMES: Mapping[Status, str] = {Status.ON_COURSE: "op koers", Status.ATTENTION: "aandacht"}

UNIT_NAMES: Mapping[Unit, str] = {
    Unit.UNIQUE_CLIENTS: "unieke cliënten",
    Unit.NEW_UNIQUE_CLIENTS: "nieuwe unieke cliënten",
    Unit.ATTENDANCES: "deelnames",
    Unit.SESSIONS: "bijeenkomsten",
    Unit.CONTACTS: "contacten",
    Unit.HOURS: "uren",
    Unit.AMOUNT: "aantal",
    Unit.GRADE: "rapportcijfer",
    Unit.RECOMMEND: "aanbeveling",
    Unit.CLOSED_TRAJECTORIES: "afgesloten trajecten",
}

WHY_NOT: Mapping[WhyNot, str] = {
    WhyNot.NO_BATCHES: "Over deze periode zijn voor deze afspraak geen registraties ingelezen.",
    WhyNot.NO_CLIENT_COLUMN: "In de bestanden staan alleen aantallen, geen cliëntnummers. Daarom kunnen wij geen verschillende mensen tellen.",
    WhyNot.NO_ANSWERS: "Niemand heeft deze vraag in deze periode beantwoord.",
    WhyNot.NO_COLUMN: "Geen enkel bestand heeft de kolom die voor dit cijfer nodig is.",
    WhyNot.NO_VALUES: "In deze periode is de kolom voor dit cijfer bij geen enkele registratie ingevuld.",
    WhyNot.NO_AGREEMENT: "In dat jaar was er geen afspraak over dit cijfer, en er zijn ook geen registraties.",
}

IN_WORDS = "in woorden"
TARGET_ROOM = 24  # letters of a target in a narrow column


def mark_text(mark: Mark, threshold: int = 5) -> str:
    """The words for a mark; "minder dan 5" follows the threshold in use."""
    return MARKS[mark] if mark is not Mark.FEWER else f"minder dan {threshold}"


def mark_meaning(mark: Mark, threshold: int = 5) -> str:
    """What the mark means, as a sentence for the reader."""
    if mark is Mark.FEWER and threshold != 5:
        return f"Het gaat om 1 tot en met {threshold - 1}. Wij tonen het aantal niet, zodat niemand herkenbaar is."
    return MARK_MEANINGS[mark]


def value_text(value: float | Decimal, unit: Unit) -> str:
    """A value in its unit: "1.905", "8,2", "79%", hours with one decimal where needed."""
    if unit is Unit.GRADE:
        return grade(value)
    if unit is Unit.RECOMMEND:
        return percent(value)
    if unit is Unit.HOURS:
        return tidy(value)
    return number(value)


def cell_text(cell: SafeCell | None, unit: Unit, threshold: int = 5) -> str:
    """The words of one protected cell: the number in its unit, or the mark that stands instead. No cell at all reads "onbekend"."""
    if cell is None:
        return MARKS[Mark.UNKNOWN]
    if cell.value is None:
        return mark_text(cell.mark or Mark.UNKNOWN, threshold)
    return value_text(cell.value, unit)


def share_text(cell: SafeCell | None, threshold: int = 5) -> str:
    """A cell that holds a share in percents: "79%" or its mark."""
    return cell_text(cell, Unit.RECOMMEND, threshold)


def unit_text(indicator: Indicator) -> str:
    """What the indicator counts, in words: its own word for an amount ("dagen vervangende zorg"), its reason for closed trajectories."""
    if indicator.unit is Unit.AMOUNT and indicator.unit_word:
        return indicator.unit_word
    if indicator.unit is Unit.CLOSED_TRAJECTORIES and indicator.closing_reason:
        return f"{UNIT_NAMES[indicator.unit]} ({indicator.closing_reason})"
    return UNIT_NAMES[indicator.unit]


def target_text(target: Target, unit: Unit) -> str:
    """The year target as it is printed in a table: a bare number in our format, any other form as the municipality wrote it."""
    if target.kind is TargetKind.NUMBER and target.amount is not None:
        if unit is Unit.GRADE:
            return tidy(target.amount)
        return f"{tidy(target.amount)}%" if target.percent or unit is Unit.RECOMMEND else tidy(target.amount)
    return target.text.strip() or MARKS[Mark.NOT_APPLICABLE]


def target_short(target: Target, unit: Unit) -> str:
    """The year target for a narrow column: a band as "65-70%", a long wish as "in woorden" (then the whole text stands elsewhere)."""
    sign = "%" if target.percent or unit is Unit.RECOMMEND else ""
    if target.kind is TargetKind.BAND and target.lower is not None and target.upper is not None:
        return f"{tidy(target.lower)}-{tidy(target.upper)}{sign}"
    whole = target_text(target, unit)
    return whole if len(whole) <= TARGET_ROOM else IN_WORDS


def difference(now: SafeCell | None, before: SafeCell | None, unit: Unit, rounded_to: int | None = None) -> str | None:
    """How `now` stands against `before`, in words: "71 meer", "0,1 punt hoger", "3 procentpunt lager", "evenveel", "gelijk".

    Compares what is printed, so the words never contradict the two numbers. None where either is not a printed number: nothing may be said
    about a hidden cell. Figures rounded for protection are compared with "ongeveer".
    """
    if now is None or before is None or now.value is None or before.value is None:
        return None
    about = "ongeveer " if rounded_to else ""
    decimals = 1 if unit in (Unit.GRADE, Unit.HOURS) else 0
    step = rounded(now.value, decimals) - rounded(before.value, decimals)
    if step == 0:
        return f"{about}{'gelijk' if unit.is_ratio else 'evenveel'}"
    size = tidy(abs(step))
    if unit is Unit.GRADE:
        return f"{size} punt {'hoger' if step > 0 else 'lager'}"
    if unit is Unit.RECOMMEND:
        return f"{size} procentpunt {'hoger' if step > 0 else 'lager'}"
    return f"{about}{size} {'meer' if step > 0 else 'minder'}"


def change_percent(now: SafeCell | None, before: SafeCell | None, base: int = 50) -> int | None:
    """The change in whole percents (12, -8), only between printed numbers and only where the earlier one is at least `base`; else None."""
    if now is None or before is None or now.value is None or before.value is None or before.value < base:
        return None
    return int(rounded(100 * (Decimal(repr(now.value)) / Decimal(repr(before.value)) - 1)))
