"""Sentences the app writes about figures: leads, key messages, findings above figures, bullets.

Everything is said from printed cells and published states alone. Where a cell is hidden, missing or unknown the sentence leaves it out,
and never compares, ranks or counts with it. Names stand between ‘ ’ so that a sentence is right whatever the name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reporting.model.agreement import Indicator, TargetKind, Unit
from reporting.model.figure import ALL_THEMES, Breakdown, Dimension, FigureKey, Status, theme_grade, theme_recommend
from reporting.model.period import Period, PeriodKind
from reporting.model.safe import Explanation, SafeCell, SafeTable
from reporting.texts.figures import cell_text, difference, share_text, target_text, unit_text, value_text
from reporting.texts.numbers import all_of, capital, count_word, listed, period_name, rounded, with_change
from reporting.texts.readability import first_sentence

NAME_ROOM = 60  # letters of a name in a sentence


@dataclass(frozen=True, slots=True)
class Standing:
    """How many agreements are on course, ask attention, and have no state that may be said."""

    on_course: int
    attention: tuple[Indicator, ...]
    unsaid: int

    @property
    def total(self) -> int:
        """All agreements."""
        return self.on_course + len(self.attention) + self.unsaid


def standing(table: SafeTable, indicators: Iterable[Indicator]) -> Standing:
    """The standing of these indicators, from their published states."""
    states = [(i, v.status if (v := table.verdicts.get(i.code)) is not None else None) for i in indicators]
    return Standing(
        sum(s is Status.ON_COURSE for _, s in states),
        tuple(i for i, s in states if s is Status.ATTENTION),
        sum(s is None for _, s in states),
    )


def cell_of(table: SafeTable, code: str, period: Period) -> SafeCell | None:
    """The cell of an indicator in a period; None where the table has none."""
    found = table.figures.get(FigureKey(code, period))
    return None if found is None else found.cell


def named(indicator: Indicator) -> str:
    """The indicator's name between quotes, cut at a word where it is very long."""
    return f"‘{short(indicator.name)}’"


def short(name: str, room: int = NAME_ROOM) -> str:
    """The name, cut between words to that many letters and ended with "…" where it is longer."""
    if len(name) <= room:
        return name
    cut = name[: room - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def on_course_sentence(held: Standing) -> str:
    """How many agreements are on course: one sentence, right for one, some, all, none and for states that are not said."""
    total, good, said = held.total, held.on_course, held.total - held.unsaid
    if said == 0:
        return "Van de afspraak kunnen wij de stand niet geven." if total == 1 else "Van de afspraken kunnen wij de stand niet geven."
    if total == 1:
        return "De afspraak ligt op koers." if good else "De afspraak vraagt aandacht."
    tail = f"; van {count_word(held.unsaid)} geven wij geen stand" if held.unsaid else ""
    if good == total:
        return f"{all_of(total)} afspraken liggen op koers."
    verb = "ligt" if good == 1 else "liggen"
    amount = "Geen" if good == 0 else capital(count_word(good))
    return f"{amount} van de {count_word(total)} afspraken {'ligt' if good == 0 else verb} op koers{tail}."


def course_sentence(indicators: Sequence[Indicator], held: Standing) -> str:
    """How many agreements are on course, or that nothing was agreed to reach."""
    if all(i.target.kind is TargetKind.NOT_SET for i in indicators) and held.unsaid == held.total:
        return "Er is geen jaardoel afgesproken." if held.total == 1 else f"Voor deze {count_word(held.total)} afspraken is geen jaardoel afgesproken."
    return on_course_sentence(held)


def attention_sentence(items: Sequence[Indicator]) -> str:
    """Which agreements ask attention; "" for none. Up to two by name."""
    if not items:
        return ""
    if len(items) > 2:
        return f"{capital(count_word(len(items)))} vragen aandacht."
    return f"{listed([named(i) for i in items])} {'vraagt' if len(items) == 1 else 'vragen'} aandacht."


def lead(table: SafeTable, requests: Iterable[str], period: Period | None = None) -> str:
    """The summary's lead, at most three short sentences: agreements on course, the grade, and where we ask help. `requests`: themes with a request."""
    held = standing(table, table.indicators)
    sentences = [course_sentence(table.indicators, held)]
    grade = cell_of(table, theme_grade(ALL_THEMES), period or Period(table.quarter))
    if grade is not None and grade.value is not None:
        sentences.append(f"Inwoners geven ons een {cell_text(grade, Unit.GRADE)}.")
    asked = [i for i in held.attention if i.theme in set(requests)]
    if asked:
        sentences.append(f"Bij {named(asked[0])} vragen wij uw hulp.")
    elif held.attention and held.total > 1:
        sentences.append(attention_sentence(held.attention))
    return " ".join(sentences)


def compared(table: SafeTable, code: str) -> str | None:
    """This quarter against the same quarter last year, else against the previous one: "71 meer dan een jaar geleden". None: nothing to say."""
    now = cell_of(table, code, Period(table.quarter))
    figure = table.figures.get(FigureKey(code, Period(table.quarter)))
    if figure is None:
        return None
    for before, words in ((table.quarter.year_earlier, "een jaar geleden"), (table.quarter.previous, "een kwartaal geleden")):
        said = difference(now, cell_of(table, code, Period(before)), figure.unit, table.rounded_to)
        if said is not None:
            return f"{said} {'als' if said.endswith(('evenveel', 'gelijk')) else 'dan'} {words}".replace("gelijk als", "gelijk aan")
    return None


def step(table: SafeTable, code: str) -> float | None:
    """The relative change against last year's quarter (0.12), between printed numbers only; what findings are chosen by."""
    now, before = cell_of(table, code, Period(table.quarter)), cell_of(table, code, Period(table.quarter.year_earlier))
    if now is None or before is None or now.value is None or not before.value:
        return None
    return float(now.value) / float(before.value) - 1


def theme_message(table: SafeTable, indicators: Sequence[Indicator]) -> str:
    """The key message of a theme: what is on course, then what is not, else the largest growth."""
    held = standing(table, indicators)
    first = course_sentence(indicators, held)
    if held.attention and held.total > 1:
        return f"{first} {attention_sentence(held.attention)}"
    grown = [(s, i) for i in indicators if (s := step(table, i.code)) is not None and s > 0]
    if not held.attention and grown:
        best = max(grown, key=lambda pair: pair[0])[1]
        said = compared(table, best.code)
        return f"{first} {named(best)}: {said}." if said else first
    return first


def panels_finding(table: SafeTable, indicators: Sequence[Indicator]) -> str:
    """The caption above the small multiples: the largest change against last year that may be said."""
    changes = [(abs(s), i) for i in indicators if (s := step(table, i.code)) is not None]
    if changes:
        most = max(changes, key=lambda pair: pair[0])[1]
        return f"{named(most)}: {compared(table, most.code)}"
    said = next(((i, words) for i in indicators if (words := compared(table, i.code)) is not None), None)
    return f"{named(said[0])}: {said[1]}" if said else "De cijfers per kwartaal"


def bullets_finding(table: SafeTable, indicators: Sequence[Indicator]) -> str:
    """The caption above the bullet chart, from the published states of those in it."""
    held = standing(table, indicators)
    if held.total == held.unsaid:
        return "Wat is bereikt van het jaardoel"
    late = len(held.attention)
    if late:
        return f"{capital(count_word(late))} {'afspraak blijft' if late == 1 else 'afspraken blijven'} achter bij wat nu zou passen"
    return (
        "De afspraak ligt op koers"
        if held.total == 1
        else "De afspraken waarvan wij de stand geven, liggen op koers"
        if held.unsaid
        else "Alle afspraken in deze figuur liggen op koers"
    )


def other_line(table: SafeTable, indicator: Indicator) -> str:
    """An agreement without a number to fill, in one line: its figure, what was agreed, its state."""
    period = Period(table.quarter, PeriodKind.TO_DATE)
    figure = cell_text(cell_of(table, indicator.code, period), indicator.unit, table.threshold)
    verdict = table.verdicts.get(indicator.code)
    state = {Status.ON_COURSE: ", op koers", Status.ATTENTION: ", vraagt aandacht", None: ""}[None if verdict is None else verdict.status]
    agreed = "" if indicator.target.kind is TargetKind.NOT_SET else f" (afspraak: {short(target_text(indicator.target, indicator.unit), 50)})"
    return f"{short(indicator.name)}: {figure}{agreed}{state}."


def good_bullets(table: SafeTable) -> tuple[str, ...]:
    """At most two lines on what goes well, each with one number: agreements on course, those that grew most first."""
    good = [i for i in table.indicators if (v := table.verdicts.get(i.code)) is not None and v.status is Status.ON_COURSE]
    good.sort(key=lambda i: -(step(table, i.code) or 0.0))
    cells = [(i, c) for i in good if (c := cell_of(table, i.code, Period(table.quarter))) is not None and c.value is not None]
    return tuple(f"{short(i.name)}: {with_change(cell_text(c, i.unit, table.threshold), _good_change(table, i))}." for i, c in cells[:2])


def _good_change(table: SafeTable, indicator: Indicator) -> str:
    """How an agreement on course changed; where it fell and should not, that it is on course all the same."""
    said = compared(table, indicator.code) or ""
    fell = said.split(" dan ")[0].endswith((" minder", " lager")) and indicator.target.kind is not TargetKind.AT_MOST
    return f"{said}, maar op koers" if fell else said


def attention_bullets(table: SafeTable, explanations: dict[str, Explanation]) -> tuple[str, ...]:
    """At most two lines on what asks attention: the number against what fits now, and the request of its theme."""
    found, asked = [], set()
    period = Period(table.quarter, PeriodKind.TO_DATE)
    late = [i for i in table.indicators if (v := table.verdicts.get(i.code)) is not None and v.status is Status.ATTENTION]
    late.sort(key=lambda i: i.theme not in explanations or not explanations[i.theme].request)
    for indicator in late[:2]:
        verdict, cell = table.verdicts[indicator.code], cell_of(table, indicator.code, period)
        line = f"{short(indicator.name)}: {cell_text(cell, indicator.unit, table.threshold)}"
        line += _against(indicator, cell, verdict.asks, "is afgesproken" if indicator.unit.is_ratio or table.quarter.number == 4 else "nu past")
        line += "."
        request = explanations.get(indicator.theme, Explanation()).request
        if indicator.theme not in asked and (first := first_sentence(request)):
            line += f" Onze vraag: {first}"
            asked.add(indicator.theme)
        found.append(line)
    return tuple(found)


def _against(indicator: Indicator, cell: SafeCell | None, asks: float | None, why: str) -> str:
    """How a printed figure that asks attention stands to what fits now or was agreed; "" where it has no number or nothing fits in a number."""
    if cell is None or cell.value is None or asks is None:
        return ""
    fits = value_text(float(rounded(asks, 1)), indicator.unit)
    if fits == value_text(cell.value, indicator.unit):  # printed alike, yet on the wrong side
        return f", net {'boven' if indicator.target.kind is TargetKind.AT_MOST else 'onder'} wat {why}"
    most = "hoogstens " if indicator.target.kind is TargetKind.AT_MOST else ""
    return f", terwijl {most}{fits} {why}"


def opinions_message(table: SafeTable, period: Period) -> str:
    """The key message of what residents think; both halves only where they may be printed."""
    grade, yes = cell_of(table, theme_grade(ALL_THEMES), period), cell_of(table, theme_recommend(ALL_THEMES), period)
    said = []
    if grade is not None and grade.value is not None:
        said.append(f"Inwoners geven ons gemiddeld een {cell_text(grade, Unit.GRADE)}.")
    if yes is not None and yes.value is not None:
        said.append(f"{share_text(yes)} raadt ons zeker aan.")
    return " ".join(said) or "Er zijn te weinig antwoorden om een gemiddelde te geven."


def grade_finding(table: SafeTable, themes: Sequence[str]) -> str:
    """The caption above the grades: at how many themes the grade rose, where both quarters may be compared."""
    said = [d for t in themes if (d := _grade_step(table, t)) is not None]
    if not said or len(said) < len(themes):
        return "Het rapportcijfer per thema" if len(themes) > 1 else "Het rapportcijfer"
    higher = sum(d.endswith("hoger") for d in said)
    if len(themes) == 1:
        return f"Het rapportcijfer is {said[0]} {'aan' if said[0] == 'gelijk' else 'dan'} een jaar geleden"
    if higher == 0:
        return "Het rapportcijfer is bij geen enkel thema hoger dan een jaar geleden"
    if higher == len(themes):
        return "Het rapportcijfer is bij elk thema hoger dan een jaar geleden"
    return f"Het rapportcijfer is hoger dan een jaar geleden bij {count_word(higher)} van de {count_word(len(themes))} thema’s"


def _grade_step(table: SafeTable, theme: str) -> str | None:
    subject = theme_grade(theme)
    now, before = cell_of(table, subject, Period(table.quarter)), cell_of(table, subject, Period(table.quarter.year_earlier))
    return difference(now, before, Unit.GRADE)


def ambassador_finding(table: SafeTable, period: Period) -> str:
    """The caption above the answers to the ambassador question."""
    yes = cell_of(table, theme_recommend(ALL_THEMES), period)
    return f"{share_text(yes)} van de inwoners raadt ons zeker aan" if yes is not None and yes.value is not None else "Antwoorden op de ambassadeursvraag"


def reach_message(table: SafeTable, indicator: Indicator, period: Period) -> str:
    """The key message of whom we reach: the largest district of the first indicator, only where no class is hidden or unknown."""
    cells = {
        label: f.cell
        for label in table.districts
        if (f := table.figures.get(FigureKey(indicator.code, period, Breakdown(Dimension.DISTRICT, label)))) is not None
    }
    own = {label: float(c.value) for label, c in cells.items() if c.value is not None and label not in ("overige wijken", "onbekend")}
    if not cells or any(c.value is None for c in cells.values()) or len(own) < 2 or max(own.values()) == 0:
        return "Hier staat in welke wijken en van welke leeftijd de mensen zijn die wij bereiken."
    top = [label for label, value in own.items() if value == max(own.values())]
    return f"Uit {listed(top)} komen de meeste mensen bij {named(indicator)}: {value_text(max(own.values()), indicator.unit)}{' elk' if len(top) > 1 else ''}."


def breakdown_finding(indicator: Indicator, dimension: Dimension) -> str:
    """The caption above a breakdown's bars: what it is, since a ranking would say something of hidden classes."""
    return f"{named(indicator)} per {'wijk' if dimension is Dimension.DISTRICT else 'leeftijdsgroep'}"


def units_line(indicators: Sequence[Indicator]) -> str:
    """The unit line of a figures table: the units in it, in words."""
    units = list(dict.fromkeys(unit_text(i) for i in indicators))
    return f"Eenheid: {short(listed(units), 160)}."


def period_line(table: SafeTable) -> str:
    """The year to date in words."""
    return period_name(Period(table.quarter, PeriodKind.TO_DATE))
