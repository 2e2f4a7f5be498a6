"""Invented reports of every shape, built from safe types directly (only tests may)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reporting.document import compose
from reporting.model.agreement import Indicator, Target, TargetKind, Unit
from reporting.model.figure import ALL_THEMES, Breakdown, Dimension, FigureKey, Status, theme_grade, theme_recommend
from reporting.model.municipality import Municipality
from reporting.model.period import Period, PeriodKind, Quarter, report_periods
from reporting.model.safe import (
    Accounting,
    Conversation,
    Edition,
    Explanation,
    Invitation,
    Mark,
    ReleasedStory,
    Report,
    ReportStamp,
    ReportStatus,
    SafeCell,
    SafeFigure,
    SafeTable,
    SafeVerdict,
    Source,
)
from reporting.texts.figures import cell_text as words_of

TOWN = Municipality("GM9999", "Lindemeer")
QUARTER = Quarter(2026, 3)
AGES = ("0-12", "12-18", "18-27", "27-45", "45-65", "65-75", "75+", "onbekend")
Values = tuple[float | None, float | None, float | None, float | None, float | None, float | None]
HIDDEN, FEWER, UNKNOWN, NA = (SafeCell(None, m) for m in (Mark.HIDDEN, Mark.FEWER, Mark.UNKNOWN, Mark.NOT_APPLICABLE))


def cell_text(cell: SafeCell) -> str:
    """The words of a cell of people."""
    return words_of(cell, Unit.UNIQUE_CLIENTS)


def shown(value: float | None, mark: Mark = Mark.UNKNOWN) -> SafeCell:
    """A cell with the value, or with the mark where there is none."""
    return SafeCell(None, mark) if value is None else SafeCell(value, None)


def number_target(amount: int) -> Target:
    """A plain year target."""
    return Target(TargetKind.NUMBER, str(amount), Decimal(amount))


def indicator(
    code: str, theme: str, name: str, unit: Unit = Unit.UNIQUE_CLIENTS, target: Target | None = None, agreement: str = "", word: str = ""
) -> Indicator:
    """An indicator of the invented town."""
    return Indicator(
        TOWN, 2026, theme, code, name, unit, (code,), target or Target(TargetKind.NOT_SET, ""), agreement=agreement, unit_word=word, source="registratie"
    )


def figures_of(subject: str, unit: Unit, values: Values, marks: Mapping[int, Mark] | None = None) -> dict[FigureKey, SafeFigure]:
    """The six figures of a subject, oldest quarter first, year to date last."""
    marks = marks or {}
    return {
        (key := FigureKey(subject, period)): SafeFigure(key, unit, SafeCell(None, marks[n]) if n in marks else shown(values[n]))
        for n, period in enumerate(report_periods(QUARTER))
    }


def verdict_of(item: Indicator, to_date: float | None, stories: bool = True) -> SafeVerdict:
    """What may be said of a year to date: the plain rule of 95% of three quarters, means against the target itself."""
    target = item.target
    if target.amount is None:
        return SafeVerdict(NA, None, None, stories)
    asks = float(target.amount) * (1 if item.unit.is_ratio else 0.75)
    if to_date is None:
        return SafeVerdict(HIDDEN, asks, None, False)
    good = to_date >= asks * (1 if item.unit.is_ratio else 0.95)
    share = NA if item.unit.is_ratio else SafeCell(100 * to_date / float(target.amount), None)
    return SafeVerdict(share, asks, Status.ON_COURSE if good else Status.ATTENTION, stories)


def spread(
    code: str, unit: Unit, total: float | None, dimension: Dimension, labels: tuple[str, ...], hide: tuple[int, ...] = ()
) -> dict[FigureKey, SafeFigure]:
    """A breakdown of a quarter and of the year to date over labels."""
    found = {}
    for period, factor in ((Period(QUARTER), 1), (Period(QUARTER, PeriodKind.TO_DATE), 2)):
        left = (total or 0) * factor
        for n, label in enumerate(labels):
            part = int(left) if n == len(labels) - 1 else int(left * 0.28)
            left -= part
            key = FigureKey(code, period, Breakdown(dimension, label))
            found[key] = SafeFigure(key, unit, HIDDEN if n in hide or total is None else SafeCell(part, None))
    return found


def satisfaction(themes: tuple[str, ...], hide: bool = False) -> dict[FigureKey, SafeFigure]:
    """Grades and recommendations per theme and together."""
    found = {}
    for n, theme in enumerate((*themes, ALL_THEMES)):
        for period in report_periods(QUARTER):
            grade, key = round(8.4 - 0.2 * (n % 4) - (0.1 if period.quarter.year == 2025 else 0), 1), FigureKey(theme_grade(theme), period)
            cell = HIDDEN if hide else SafeCell(grade, None)
            asked, answered = (HIDDEN, HIDDEN) if hide else (SafeCell(300 - 40 * (n % 5), None), SafeCell(212 - 30 * (n % 5), None))
            found[key] = SafeFigure(key, Unit.GRADE, cell, asked, answered)
            key = FigureKey(theme_recommend(theme), period)
            yes = 71.0 - 6 * (n % 4)
            parts = None if hide else (SafeCell(7.0, None), SafeCell(93.0 - yes, None), SafeCell(yes, None))
            found[key] = SafeFigure(key, Unit.RECOMMEND, HIDDEN if hide else SafeCell(yes, None), asked, answered, parts)
    return found


def story(
    number: int,
    codes: tuple[str, ...],
    title: str = "Mevrouw Bakker dekt nu de tafel",
    failed: bool = False,
    quote: str = "Nu zet ik op donderdag de borden klaar.",
) -> ReleasedStory:
    """A released story of about seventy words."""
    text = (
        "Mevrouw Bakker verloor haar man. Haar huisarts gaf haar het nummer van onze welzijnscoach. Samen liepen ze één keer naar het buurthuis. "
        "De week erna ging ze alleen. Ze vond het spannend, want ze kende er niemand. Nu helpt ze elke donderdag in de keuken. "
        "Ze belt twee buurvrouwen op als die niet komen. De belangrijkste verandering vindt zij dat er weer iemand op haar rekent."
    )
    return ReleasedStory(
        f"s{number}", codes, title, quote, text, "mevrouw Bakker", "cliënt", "75+", "Naam en straat zijn veranderd.", failed, chosen_why="gekozen door het team"
    )


EXPLANATION = Explanation(
    see="In juli, augustus en september bezochten 642 inwoners een buurthuis. Dat zijn er 71 meer dan in dezelfde maanden van 2025.",
    cause="Sinds maart is het buurthuis ook op donderdagavond open. Daar eten nu elke week ongeveer veertig inwoners samen.",
    action="We starten in oktober met zes nieuwe beweeggroepen. Ook zoeken we met de huisartsen naar inwoners die we nog niet bereiken.",
    request="Noem de welzijnscoach in de brief aan nieuwe 75-plussers. Dat kost niets en helpt veel.",
)

TALK = Conversation(
    outlook="In het vierde kwartaal openen wij een tweede huiskamer in Zuid.",
    asked_last_time="U vroeg ons in juli hoeveel mantelzorgers op een plek wachten.",
    happened_since="Wij telden de wachtlijst en bespraken die met twee zorgaanbieders.",
    questions=("Wat raakt u in dit verhaal?", "Welk cijfer ziet u nu anders?", "Wat kan de gemeente doen wat wij niet kunnen?", "Komt u kijken?"),
    invitation=Invitation(
        "Eet een keer mee in de huiskamer.",
        "donderdag 19 november 2026",
        "17.30 tot 19.30 uur",
        "bezoekers, vrijwilligers en twee mantelzorgers",
        "Anja de Groot, manager welzijn",
    ),
    not_in_figures="Vrijwilligers brachten in de hittegolf elke dag water rond. Dat telt in geen enkel cijfer mee.",
)

ACCOUNTING = Accounting(
    (
        Source("b1", "Registratie huiskamers", 2014, 1987, 27, 0, "1f15648fc44bc3a9" + "0" * 48, date(2026, 10, 5)),
        Source("b2", "Registratie mantelzorg", 463, 460, 3, 0, "dc2fb72e71b62cb4" + "0" * 48, date(2026, 10, 5)),
        Source("b3", "Trajecten", 611, 598, 6, 7, "aaa1190ff9017fec" + "0" * 48, date(2026, 10, 5)),
    ),
    {"missing": 21, "bad_date": 11, "bad_age": 4},
    date(2026, 10, 5),
)


def make(
    table: SafeTable, stories: tuple[ReleasedStory, ...] = (), explained: bool = True, talk: Conversation = TALK, stamp: ReportStamp | None = None
) -> Report:
    """A report over a table, as the actions compose it."""
    return compose(
        table,
        stories,
        explanations={i.theme: EXPLANATION for i in table.indicators} if explained else {},
        conversation=talk,
        accounting=ACCOUNTING,
        stamp=stamp or ReportStamp(ReportStatus.CONCEPT, 0, date(2026, 10, 15), sample=True),
        organisation="Welzijn Waterlinde",
        recipient="de wethouder Welzijn van de gemeente Lindemeer",
        title="Cijfers en verhalen uit de wijk",
    )


def table_of(
    rows: list[tuple[Indicator, Values]],
    marks: Mapping[str, Mapping[int, Mark]] | None = None,
    districts: tuple[str, ...] = ("Noord", "Oost", "Zuid", "West", "overige wijken", "onbekend"),
    hide_all: bool = False,
    opinions: bool = True,
) -> SafeTable:
    """A protected table over indicators and their six values."""
    figures: dict[FigureKey, SafeFigure] = {}
    verdicts = {}
    for item, values in rows:
        own = dict.fromkeys(range(6), Mark.HIDDEN) if hide_all else dict((marks or {}).get(item.code, {}))
        figures |= figures_of(item.code, item.unit, values, own)
        verdicts[item.code] = verdict_of(item, None if 5 in own else values[5], 5 not in own and 4 not in own)
        if item.unit.counts_people:
            total = None if hide_all else values[4]
            figures |= spread(item.code, item.unit, total, Dimension.DISTRICT, districts, (2, 4))
            figures |= spread(item.code, item.unit, total, Dimension.AGE, AGES, (0, 1))
    themes = tuple(dict.fromkeys(i.theme for i, _ in rows))
    if opinions:
        figures |= satisfaction(themes, hide_all)
    return SafeTable(TOWN, QUARTER, tuple(i for i, _ in rows), figures, verdicts, districts, AGES)


def typical_table() -> SafeTable:
    """Three themes, nine indicators: up, down, equal, hidden, few, a mean, a band and a wish for more."""
    meet, care, young = "Ontmoeten en meedoen", "Mantelzorg en vrijwilligers", "Jong en weerbaar"
    band = Target(TargetKind.BAND, "gelijk blijven of groter; bandbreedte 65-70%", lower=Decimal(65), upper=Decimal(70), percent=True)
    goal = "In 2026 bezoeken 2.400 inwoners een buurthuis en krijgen 160 inwoners die zich eenzaam voelen een maatje."
    rows: list[tuple[Indicator, Values]] = [
        (indicator("A1", meet, "Bezoekers van de buurthuizen", target=number_target(2400), agreement=goal), (571, 604, 645, 618, 642, 1905)),
        (indicator("A2", meet, "Inwoners met een maatje", target=number_target(160), agreement=goal), (29, 33, 40, 38, 41, 119)),
        (indicator("A3", meet, "Deelnames aan beweeggroepen", Unit.ATTENDANCES, number_target(900)), (205, 251, 262, 246, 198, 706)),
        (
            indicator("B1", care, "Mantelzorgers die steun krijgen", target=number_target(520), agreement="In 2026 krijgen 520 mantelzorgers steun."),
            (104, 112, 131, 139, 148, 418),
        ),
        (indicator("B2", care, "Dagen vervangende zorg", Unit.AMOUNT, number_target(300), word="dagen vervangende zorg"), (61, 55, 48, 44, 39, 131)),
        (
            indicator("B3", care, "Rapportcijfer van mantelzorgers", Unit.GRADE, Target(TargetKind.AT_LEAST, "minimaal 8", Decimal(8))),
            (8.2, 8.1, 8.0, 8.0, 7.9, 7.96),
        ),
        (indicator("B4", care, "Mantelzorgers die ons aanraden", Unit.RECOMMEND, band), (64, 64, 65, 66, 66, 66)),
        (indicator("C1", young, "Jongeren die het jongerenwerk kent", target=number_target(750)), (164, 172, 189, 201, 176, 566)),
        (indicator("C2", young, "Vrouwen die meer meedoen", target=number_target(5)), (None, 0, 6, 8, None, None)),
    ]
    table = table_of(rows, {"C2": {0: Mark.HIDDEN, 4: Mark.FEWER, 5: Mark.HIDDEN}})
    band_verdict = SafeVerdict(NA, None, Status.ON_COURSE, True)
    return replace(table, verdicts={**table.verdicts, "B4": band_verdict})


def typical() -> Report:
    """The typical report, with four stories of which one stands outside the figures."""
    stories = (
        story(1, ("A1", "A2")),
        story(2, ("B2",), "Peter wil weer een nacht slapen", True, "Eén nacht doorslapen. Dat is alles wat ik vraag."),
        story(3, ("C2",), "Samira helpt nu anderen"),
        story(4, (), "De buren van het plein"),
    )
    return make(typical_table(), stories)


def small() -> Report:
    """One theme, one indicator, nothing else."""
    values: Values = (20, 21, 22, 23, 24, 60)
    row = (indicator("A1", "Ontmoeten", "Bezoekers", target=number_target(100)), values)
    return make(table_of([row], opinions=False), (), explained=False, talk=Conversation())


ORDINALS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")


def large() -> Report:
    """Nine themes, forty indicators."""
    rows: list[tuple[Indicator, Values]] = []
    for n in range(40):
        theme = f"Thema met nummer {ORDINALS[n % 9]}"
        unit = (Unit.UNIQUE_CLIENTS, Unit.ATTENDANCES, Unit.HOURS, Unit.SESSIONS)[n % 4]
        base = 40 + 13 * n
        rows.append(
            (
                indicator(f"X{n + 1}", theme, f"Afspraak nummer {n + 1} over meedoen", unit, number_target(base * 4)),
                (base, base + 3, base - 4, base, base + n % 7 - 3, base * 3 - 30),
            )
        )
    rows.sort(key=lambda r: ORDINALS.index(r[0].theme.split()[-1]))
    return make(table_of(rows), tuple(story(n, (f"X{n}",)) for n in range(1, 6)))


def one_theme_forty() -> Report:
    """Forty indicators in one theme: tables that break."""
    report = large()
    items = tuple(replace(i, theme="Alles in één thema") for i in report.table.indicators)
    table = replace(report.table, indicators=items, figures={k: f for k, f in report.table.figures.items() if not k.subject.startswith("@")})
    return make(table, (), explained=True)


def no_stories() -> Report:
    """The typical figures without a story."""
    return make(typical_table(), ())


def eight_stories() -> Report:
    """Eight stories in one theme."""
    return make(typical_table(), tuple(story(n, ("A1",), f"Verhaal nummer {n} over samen eten") for n in range(1, 9)))


def many_districts() -> Report:
    """Twenty-five districts."""
    values: Values = (571, 604, 645, 618, 642, 1905)
    rows = [(i, values) for i in typical_table().indicators if i.unit.counts_people]
    labels = (*(f"Wijk {n:02d} met een naam" for n in range(1, 24)), "overige wijken", "onbekend")
    return make(table_of(rows, districts=labels), (story(1, ("A1",)),))


LONG = "Volwassen inwoners met een licht verstandelijke beperking en hun naasten die na een doorverwijzing deelnemen aan arbeidsmatige dagbesteding"


def long_names() -> Report:
    """Very long names everywhere, and one word without an end."""
    theme = "Meedoen, zelfredzaamheid en samenredzaamheid van inwoners in een kwetsbare positie in alle wijken en kernen van de gemeente"
    rows: list[tuple[Indicator, Values]] = [
        (indicator("A1.1.2-bis/2026", theme, LONG, target=number_target(2400)), (571, 604, 645, 618, 642, 1905)),
        (
            indicator("A2", theme, "Arbeidsongeschiktheidsverzekeringsmaatschappijbegeleidingstrajecten", Unit.CLOSED_TRAJECTORIES, number_target(123456)),
            (12345, 23456, 34567, 45678, 56789, 123456),
        ),
        (
            indicator("A3", theme, LONG[::-1].capitalize(), Unit.GRADE, Target(TargetKind.INCREASE, "toename ten opzichte van de nulmeting van 2024 (7,4)")),
            (7.5, 7.6, 7.7, 7.8, 7.9, 7.8),
        ),
    ]
    report = make(
        table_of(rows, districts=("Binnenstad en omgeving van het stationskwartier aan de zuidzijde", "West", "onbekend")),
        (story(1, ("A1.1.2-bis/2026",), LONG, quote=LONG),),
    )
    return replace(
        report,
        organisation="Stichting Welzijn en Maatschappelijke Dienstverlening Waterlinde en Omstreken",
        recipient="de wethouder voor Welzijn, Zorg, Jeugd en Participatie en de leden van de commissie Samenleving",
        title="Cijfers en verhalen uit alle wijken, buurten en kernen",
    )


def no_targets() -> Report:
    """No target anywhere."""
    table = typical_table()
    items = tuple(replace(i, target=Target(TargetKind.NOT_SET, ""), agreement="") for i in table.indicators)
    verdicts = {i.code: SafeVerdict(NA, None, None, True) for i in items}
    return make(replace(table, indicators=items, verdicts=verdicts), (story(1, ("A1",)),))


def all_hidden() -> Report:
    """Everything hidden."""
    table = typical_table()
    return make(table_of([(i, (1, 1, 1, 1, 1, 1)) for i in table.indicators], hide_all=True), (story(1, ("A1",)),))


def first_year() -> Report:
    """A first year: nothing before this year's first quarter."""
    table = typical_table()
    figures = {k: replace(f, cell=UNKNOWN, parts=None) if k.period.quarter.year == 2025 else f for k, f in table.figures.items()}
    return make(replace(table, figures=figures), (story(1, ("A1",)),))


def final() -> Report:
    """The typical report, vastgesteld, with own data."""
    return replace(typical(), stamp=ReportStamp(ReportStatus.FINAL, 1, date(2026, 10, 20), "teamleider"))


def conversation() -> Report:
    """The gesprekspagina of the typical report."""
    return replace(typical(), edition=Edition.CONVERSATION)


def annual() -> Report:
    """The annual report, so far."""
    report = typical()
    year = tuple((Quarter(report.quarter.year, n), report.explanations) for n in range(1, report.quarter.number))
    return replace(report, edition=Edition.ANNUAL, earlier=year)


def first_meeting() -> Report:
    """The edition for a new alderman."""
    return replace(typical(), edition=Edition.FIRST_MEETING)


SHAPES = {
    "typical": typical,
    "small": small,
    "large": large,
    "one_theme_forty": one_theme_forty,
    "no_stories": no_stories,
    "eight_stories": eight_stories,
    "many_districts": many_districts,
    "long_names": long_names,
    "no_targets": no_targets,
    "all_hidden": all_hidden,
    "first_year": first_year,
    "final": final,
    "conversation": conversation,
    "annual": annual,
    "first_meeting": first_meeting,
}
