"""Each rule at its edge: what is small, what goes with it, what stays."""

import pytest

from reporting.disclosure import HeldFor, Why, cells_of, exposed, held_against, propose_shown, protect, reasons
from reporting.model.agreement import Unit
from reporting.model.count import CountTable, Figure, Verdict, WhyNot
from reporting.model.figure import ALL_THEMES, UNKNOWN_CLASS, Breakdown, Dimension, FigureKey, Status, theme_grade, theme_recommend
from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.rules import OTHER_DISTRICTS, DisclosureRules
from reporting.model.safe import Mark, SafeTable
from reporting.model.stored import PublishedCell
from tests.unit.disclosure.invented import TOWN, indicator

RULES = DisclosureRules()
K2 = Quarter(2026, 2)
QUARTER, TO_DATE = Period(K2), Period(K2, PeriodKind.TO_DATE)
Counts = dict[tuple[Period, str | None], float | None]


def a_table(counts: Counts, unit: Unit = Unit.ATTENDANCES, *, quarter: Quarter = K2, status: Status | None = Status.ON_COURSE, target: int = 5) -> CountTable:
    figures = {}
    for (period, district), value in counts.items():
        key = FigureKey("A1", period, None if district is None else Breakdown(Dimension.DISTRICT, district))
        people = None if value is None else round(value)
        figures[key] = Figure(key, unit, value, None if value is not None else WhyNot.NO_BATCHES, clients=people, rows=people or 0)
    districts = tuple(dict.fromkeys(d for _, d in counts if d is not None and d != UNKNOWN_CLASS))
    verdict = Verdict(60.0, 2.5, status)
    return CountTable(TOWN, quarter, (indicator("A1", unit, target, quarter.year),), figures, {"A1": verdict}, districts)


def one(counts: Counts, *published: PublishedCell, unit: Unit = Unit.ATTENDANCES, quarter: Quarter = K2, rules: DisclosureRules = RULES) -> SafeTable:
    return protect([a_table(counts, unit, quarter=quarter)], published, rules)[0]


def shown(table: SafeTable, period: Period, district: str | None = None) -> float | str | None:
    cell = table.figures[FigureKey("A1", period, None if district is None else Breakdown(Dimension.DISTRICT, district))].cell
    return cell.value if cell.mark is None else cell.mark.value


@pytest.mark.parametrize(("count", "printed"), [(0, 0), (1, "fewer"), (4, "fewer"), (5, 5)])
def test_a_total_from_1_to_4_reads_fewer(count: int, printed: float | str) -> None:
    assert shown(one({(QUARTER, None): count}), QUARTER) == printed


@pytest.mark.parametrize(("count", "printed"), [(0, 0), (1, "hidden"), (4, "hidden"), (5, 5)])
def test_a_class_from_1_to_4_reads_hidden(count: int, printed: float | str) -> None:
    assert shown(one({(QUARTER, None): 50, (QUARTER, "Noord"): count, (QUARTER, "Zuid"): 50 - count}), QUARTER, "Noord") == printed


def test_a_threshold_of_10_hides_9() -> None:
    rules = DisclosureRules(threshold=10)
    table = one({(QUARTER, None): 9}, rules=rules)
    assert (shown(table, QUARTER), table.threshold) == ("fewer", 10)


@pytest.mark.parametrize("threshold", [0, 4])
def test_a_threshold_under_5_does_not_exist(threshold: int) -> None:
    with pytest.raises(ValueError, match="threshold"):
        DisclosureRules(threshold=threshold)


def test_what_could_not_be_counted_is_unknown_never_0() -> None:
    assert shown(one({(QUARTER, None): None}), QUARTER) == "unknown"


def test_a_small_quarter_takes_year_to_date_share_status_and_story_numbers_with_it() -> None:
    table = one({(Period(K2.previous), None): 40, (QUARTER, None): 3, (TO_DATE, None): 43})
    assert [shown(table, p) for p in (Period(K2.previous), QUARTER, TO_DATE)] == [40, "fewer", "hidden"]
    verdict = table.verdicts["A1"]
    assert (verdict.share.mark, verdict.status, verdict.stories) == (Mark.HIDDEN, None, False)


def test_three_of_five_with_three_stories_prints_neither_status_nor_story_numbers() -> None:
    table = one({(Period(K2.previous), None): 0, (QUARTER, None): 3, (TO_DATE, None): 3}, unit=Unit.UNIQUE_CLIENTS)
    assert (shown(table, QUARTER), shown(table, TO_DATE)) == ("fewer", "fewer")
    verdict = table.verdicts["A1"]
    assert (verdict.share.value, verdict.status, verdict.stories, verdict.asks) == (None, None, False, 2.5)


def test_year_to_date_stays_back_until_the_difference_is_safe() -> None:
    first = one({(QUARTER, None): 3, (Period(K2.previous), None): 40, (TO_DATE, None): 43})
    published = cells_of(first, "K2", 1)
    k3 = K2.shift(1)
    known: Counts = {(Period(K2.previous), None): 40, (QUARTER, None): 3, (Period(k3), None): 10, (Period(k3, PeriodKind.TO_DATE), None): 53}
    later = one(known, *published, quarter=k3)
    assert shown(later, Period(k3)) == 10
    assert shown(later, Period(k3, PeriodKind.TO_DATE)) == "hidden"
    assert exposed([*published, *cells_of(later, "K3", 1)], RULES) == ()


def test_year_to_date_comes_back_when_two_quarters_hide_each_other() -> None:
    k3 = K2.shift(1)
    hidden = {name: PublishedCell(TOWN.key, name, Unit.ATTENDANCES, None, "hidden", "K2", 1) for name in ("A1|2026-K2", "A1|2026-tm-K2", "A1|2026-K1")}
    known: Counts = {(Period(K2.previous), None): 40, (QUARTER, None): 3, (Period(k3), None): 10, (Period(k3, PeriodKind.TO_DATE), None): 53}
    assert shown(one(known, *hidden.values(), quarter=k3), Period(k3, PeriodKind.TO_DATE)) == 53


def test_a_single_small_class_gets_a_partner_and_zeros_may_be_partners() -> None:
    table = one({(QUARTER, None): 23, (QUARTER, "Noord"): 3, (QUARTER, "Oost"): 0, (QUARTER, "Zuid"): 20})
    assert shown(table, QUARTER) == 23
    assert [shown(table, QUARTER, d) for d in ("Noord", "Oost", "Zuid")] == ["hidden", "hidden", 20]
    alone = one({(QUARTER, None): 22, (QUARTER, "Noord"): 2, (QUARTER, "Oost"): 0, (QUARTER, "Zuid"): 20})
    assert [shown(alone, QUARTER, d) for d in ("Noord", "Zuid")] == ["hidden", "hidden"]  # 2 and 0 would leave three values


def test_what_was_hidden_stays_hidden() -> None:
    before = PublishedCell(TOWN.key, "A1|2026-K2|district:Zuid", Unit.ATTENDANCES, None, "hidden", "K2", 1)
    table = one({(QUARTER, None): 70, (QUARTER, "Noord"): 30, (QUARTER, "Zuid"): 40}, before)
    assert shown(table, QUARTER, "Zuid") == "hidden"


def test_what_was_printed_does_not_help_as_a_partner() -> None:
    before = [PublishedCell(TOWN.key, f"A1|2026-K2|district:{d}", Unit.ATTENDANCES, v, None, "K2", 1) for d, v in (("Oost", 8), ("West", 30))]
    counts: Counts = {(QUARTER, None): 61, (QUARTER, "Noord"): 3, (QUARTER, "Oost"): 8, (QUARTER, "West"): 30, (QUARTER, "Zuid"): 20}
    table = one(counts, *before)
    assert [shown(table, QUARTER, d) for d in ("Noord", "Oost", "West", "Zuid")] == ["hidden", 8, 30, "hidden"]


def test_reasons_tell_small_from_partner() -> None:
    found = reasons([a_table({(QUARTER, None): 23, (QUARTER, "Noord"): 3, (QUARTER, "Zuid"): 20})], (), RULES)
    assert {str(k): w for k, w in found.items()} == {"A1|2026-K2|district:Noord": Why.SMALL, "A1|2026-K2|district:Zuid": Why.PARTNER}


def test_hours_of_one_to_four_people_are_hidden() -> None:
    key = FigureKey("A1", QUARTER)
    for people, hidden in ((4, True), (5, False)):
        table = CountTable(TOWN, K2, (indicator("A1", Unit.HOURS),), {key: Figure(key, Unit.HOURS, 31.5, clients=people, rows=9)})
        assert (protect([table], (), RULES)[0].figures[key].cell.value is None) is hidden


def test_merging_takes_the_rest_together_and_adds_up() -> None:
    rules = DisclosureRules(shown={(2026, Dimension.DISTRICT): ("Zuid",)})
    table = one({(QUARTER, None): 31, (QUARTER, "Noord"): 3, (QUARTER, "Oost"): 7, (QUARTER, "Zuid"): 20, (QUARTER, UNKNOWN_CLASS): 1}, rules=rules)
    assert table.districts == ("Zuid", OTHER_DISTRICTS, UNKNOWN_CLASS)
    merged = one({(QUARTER, None): 30, (QUARTER, "Noord"): 3, (QUARTER, "Oost"): 7, (QUARTER, "Zuid"): 20}, rules=rules)
    assert [shown(merged, QUARTER, d) for d in ("Zuid", OTHER_DISTRICTS)] == [20, 10]


def test_the_proposed_list_leaves_out_what_is_often_small_and_never_one_class_alone() -> None:
    counts: Counts = {(QUARTER, None): 94}
    counts |= {(QUARTER, d): n for d, n in (("Dorp", 2), ("Noord", 40), ("Oost", 30), ("Zuid", 22))}
    assert propose_shown(a_table(counts), Dimension.DISTRICT, RULES) == ("Noord", "Oost")


def _answers(grades: dict[str, tuple[float, int]]) -> SafeTable:
    figures = {}
    for theme, (mean, answered) in grades.items():
        key = FigureKey(theme_grade(theme), QUARTER)
        figures[key] = Figure(key, Unit.GRADE, mean, answered=answered, asked=answered + 20, rows=answered)
    return protect([CountTable(TOWN, K2, (), figures)], (), RULES)[0]


def test_a_grade_needs_10_answers() -> None:
    table = _answers({"Thuis": (8.1, 9), "Meedoen": (7.2, 10)})
    nine, ten = (table.figures[FigureKey(theme_grade(t), QUARTER)] for t in ("Thuis", "Meedoen"))
    assert (nine.cell.mark, ten.cell.value) == (Mark.HIDDEN, 7.2)
    assert nine.answered is not None
    assert nine.answered.value == 9


def test_all_themes_together_do_not_give_one_theme_away() -> None:
    table = _answers({"Thuis": (8.1, 9), "Meedoen": (7.2, 30), ALL_THEMES: (7.4, 39)})
    assert table.figures[FigureKey(theme_grade(ALL_THEMES), QUARTER)].cell.value == 7.4
    assert table.figures[FigureKey(theme_grade("Meedoen"), QUARTER)].cell.mark is Mark.HIDDEN
    safe = _answers({"Thuis": (8.1, 9), "Meedoen": (7.2, 8), "Samen": (7.5, 30), ALL_THEMES: (7.4, 47)})
    assert safe.figures[FigureKey(theme_grade(ALL_THEMES), QUARTER)].cell.value == 7.4


def test_shares_that_name_1_to_4_people_are_hidden() -> None:
    key = FigureKey(theme_recommend("Thuis"), QUARTER)
    for parts, value, share in (((0, 20, 20), 50.0, 0.0), ((3, 17, 20), 50.0, None), ((1, 1, 38), None, None)):
        table = CountTable(TOWN, K2, (), {key: Figure(key, Unit.RECOMMEND, 100 * parts[2] / 40, answered=40, parts=parts)})
        figure = protect([table], (), RULES)[0].figures[key]
        assert figure.parts is not None
        assert (figure.cell.value, figure.parts[0].value) == (value, share)


def test_rounding_leaves_no_holes_and_adds_up() -> None:
    rules = DisclosureRules(rounding=5)
    counts: Counts = {(QUARTER, None): 33, (QUARTER, "Noord"): 3, (QUARTER, "Oost"): 11, (QUARTER, "Zuid"): 19}
    table = one(counts, rules=rules)
    values = {d: float(table.figures[FigureKey("A1", QUARTER, b)].cell.value or 0) for d, b in _breakdowns(counts).items()}
    assert all(value % 5 == 0 and abs(value - float(counts[QUARTER, d] or 0)) < 5 for d, value in values.items())
    assert values[None] == sum(value for d, value in values.items() if d is not None)


def _breakdowns(counts: Counts) -> dict[str | None, Breakdown | None]:
    return {d: None if d is None else Breakdown(Dimension.DISTRICT, d) for _, d in counts}


def test_typed_numbers_are_held_against_what_is_printed() -> None:
    table = one({(QUARTER, None): 23, (QUARTER, "Noord"): 3, (QUARTER, "Zuid"): 20})
    held = held_against("In 2026 hielpen wij 23 mensen, drie mensen in Noord, 21 elders. Dat is meer dan vorig kwartaal.", table)
    assert [(h.text, h.why) for h in held] == [("drie", HeldFor.SMALL), ("21", HeldFor.NOT_PRINTED), ("meer dan", HeldFor.COMPARISON)]


def test_nothing_is_held_when_nothing_is_hidden() -> None:
    assert held_against("Wij hielpen 4 mensen meer dan vorig kwartaal.", one({(QUARTER, None): 23})) == ()


def _cell(name: str, value: float | None, mark: str | None = None, **facts: str) -> PublishedCell:
    return PublishedCell(TOWN.key, name, Unit.ATTENDANCES, value, mark, "K2", 1, facts)


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        ([_cell("A1|2026-K2", 3)], ("A1|2026-K2",)),
        ([_cell("A1|2026-K2", 5)], ()),
        ([_cell("A1|2026-tm-K2", None, "fewer", status="on_course")], ("A1|2026-tm-K2",)),
        ([_cell("A1|2026-tm-K2", None, "hidden", share="79.0")], ("A1|2026-tm-K2",)),
        ([_cell("A1|2026-tm-K2", None, "hidden", share="hidden")], ()),
        ([_cell("A1|2026-K2", 10), _cell("A1|2026-K2|age:0-12", 7), _cell("A1|2026-K2|age:75+", None, "hidden")], ("A1|2026-K2|age:75+",)),
        ([_cell("A1|2026-K2", 90), _cell("A1|2026-K2|age:0-12", 7), _cell("A1|2026-K2|age:75+", None, "hidden")], ()),
        ([_cell("A1|2026-tm-K2", 43), _cell("A1|2026-K1", 40), _cell("A1|2026-K2", None, "fewer")], ("A1|2026-K2",)),
    ],
)
def test_the_gate_names_what_readers_know(cells: list[PublishedCell], named: tuple[str, ...]) -> None:
    assert exposed(cells, RULES) == named


def test_the_gate_sees_a_quarter_that_was_never_printed() -> None:
    quarters = [_cell(f"A1|2025-K{n}", 40) for n in (1, 2, 3)]
    assert "A1|2025-K4" in exposed([*quarters, _cell("A1|2025-tm-K4", 122)], RULES)
