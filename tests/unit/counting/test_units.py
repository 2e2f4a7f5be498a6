"""What each unit counts, and what is 0 and what is unknown."""

from typing import Any

import pytest

from reporting.counting import BatchSource, count
from reporting.model.agreement import Indicator, Unit
from reporting.model.count import Figure, WhyNot
from reporting.model.figure import ALL_THEMES, Breakdown, Dimension, FigureKey, theme_grade, theme_recommend
from reporting.model.period import Period
from reporting.model.registration import Grain
from reporting.model.rules import CountingRules
from tests.unit.counting.build import BEFORE, NOW, PLACE, Q3, TO_DATE, YEAR_AGO, batch, indicator, row


def figure(unit: Unit, *sources: BatchSource, period: Period = NOW, breakdown: Breakdown | None = None, **more: Any) -> Figure:
    table = count(sources, [indicator(unit, "Huiskamer", "Eetgroep*", **more)], PLACE, Q3)
    return table.figures[FigureKey("A1", period, breakdown)]


def test_attendances_are_rows() -> None:
    assert figure(Unit.ATTENDANCES, batch(row(), row(), row(client="b"))).value == 3


def test_attendances_without_names_are_the_sum_of_counts() -> None:
    found = figure(Unit.ATTENDANCES, batch(row(client=None, count=12), row(client=None, count=0), row(client=None, count=8), grain=Grain.COUNT))
    assert (found.value, found.clients, found.rows) == (20, None, 3)


def test_attendances_with_and_without_names_add_up() -> None:
    assert figure(Unit.ATTENDANCES, batch(row(), row()), batch(row(client=None, count=12), name="2", grain=Grain.COUNT)).value == 14


def test_a_count_beside_a_name_is_no_attendance() -> None:
    assert figure(Unit.ATTENDANCES, batch(row(count=7))).value == 1


def test_a_row_whose_client_was_left_empty_is_still_an_attendance() -> None:
    assert figure(Unit.ATTENDANCES, batch(row(), row(client=None), grain=Grain.ATTENDANCE)).value == 2


def test_contacts_are_rows() -> None:
    assert figure(Unit.CONTACTS, batch(row(), row(), row(client=None))).value == 3


def test_sessions_are_activity_day_and_place() -> None:
    rows = [row(group="De Brink"), row(client="b", group="de brink"), row(group="Zaal 2"), row("2026-07-02", group="De Brink")]
    assert figure(Unit.SESSIONS, batch(*rows, row(activity="Eetgroep", group="De Brink"))).value == 4


def test_one_session_in_two_files_is_one_session() -> None:
    assert figure(Unit.SESSIONS, batch(row(group="De Brink")), batch(row(client="c", activity="huiskamer", group="De Brink"), name="2")).value == 1


def test_sessions_have_no_breakdown() -> None:
    table = count([batch(row(district="Noord"))], [indicator(Unit.SESSIONS)], PLACE, Q3)
    assert not [key for key in table.figures if key.breakdown is not None]


def test_hours_are_added_without_dust() -> None:
    found = figure(Unit.HOURS, batch(row(hours=0.1), row(hours=0.2), row()))
    assert (found.value, found.rows) == (0.3, 2)


def test_an_amount_is_the_sum_of_the_count_column() -> None:
    found = figure(Unit.AMOUNT, batch(row(count=3), row(count=4), row()), batch(row(client=None, count=5), name="2", grain=Grain.COUNT))
    assert found.value == 12


def test_trajectories_are_closed_on_their_end() -> None:
    rows = [row(None, "a", start="2025-01-01", end="2026-07-01"), row(None, "b", start="2026-07-01", end="2026-10-01"), row(None, "c", start="2026-07-01")]
    source = batch(*rows, grain=Grain.TRAJECTORY)
    assert figure(Unit.CLOSED_TRAJECTORIES, source).value == 1
    assert figure(Unit.CLOSED_TRAJECTORIES, source, period=TO_DATE).value == 1


def test_closed_trajectories_can_be_narrowed_to_a_reason() -> None:
    reasons = ("School of werk", "school of werk ", "gestopt", None)
    rows = [row(None, c, start="2026-01-01", end="2026-07-01", closing=r) for c, r in zip("abcd", reasons, strict=True)]
    source = batch(*rows, grain=Grain.TRAJECTORY)
    assert figure(Unit.CLOSED_TRAJECTORIES, source, closing_reason="school of werk").value == 2
    assert figure(Unit.CLOSED_TRAJECTORIES, source).value == 4
    assert figure(Unit.CLOSED_TRAJECTORIES, source, closing_reason="verhuisd").value == 0


def test_the_day_of_a_trajectory_is_its_start() -> None:
    source = batch(row(None, start="2026-07-01", end="2026-12-01"), grain=Grain.TRAJECTORY)
    assert figure(Unit.UNIQUE_CLIENTS, source).value == 1
    assert figure(Unit.UNIQUE_CLIENTS, source, period=BEFORE).value is None


def test_units_that_add_up_are_broken_down_by_the_rows_own_values() -> None:
    rows = [row(district="Noord", hours=1.0), row(district="Zuid", hours=2.0), row(district="Zuid", hours=4.0), row("2026-07-09", hours=8.0)]
    cells = {label: figure(Unit.HOURS, batch(*rows), breakdown=Breakdown(Dimension.DISTRICT, label)) for label in ("Noord", "Zuid", "onbekend")}
    assert {label: (f.value, f.rows, f.clients) for label, f in cells.items()} == {"Noord": (1, 1, 1), "Zuid": (6, 2, 1), "onbekend": (8, 1, 1)}


def test_closed_trajectories_are_broken_down_once() -> None:
    source = batch(row(None, start="2026-07-01", end="2026-08-01", district="Noord"), grain=Grain.TRAJECTORY)
    assert figure(Unit.CLOSED_TRAJECTORIES, source, breakdown=Breakdown(Dimension.DISTRICT, "Noord")).value == 1


def test_a_grade_is_the_mean_of_those_who_answered() -> None:
    found = figure(Unit.GRADE, batch(row(grade=8.0, asked=1), row(asked=1), row(grade=7.5, asked=1)))
    assert (found.value, found.answered, found.asked, found.rows) == (7.75, 2, 3, 2)


def test_how_many_were_asked_is_unknown_where_one_file_does_not_tell() -> None:
    assert figure(Unit.GRADE, batch(row(grade=8.0))).asked is None
    assert figure(Unit.GRADE, batch(row(grade=8.0, asked=9)), batch(row(grade=6.0), name="2")).asked is None
    assert figure(Unit.GRADE, batch(row(grade=8.0, asked=9)), batch(row(), name="2")).asked == 9


def test_a_recommendation_is_the_share_of_nines_tens_and_yes() -> None:
    answers = ("0", "6", "nee", "7", "8", "9", "10", "ja", None)
    found = figure(Unit.RECOMMEND, batch(*(row(recommend=a) for a in answers)))
    assert (found.value, found.answered, found.parts) == (37.5, 8, (3, 2, 3))


def test_satisfaction_of_a_theme_counts_each_row_once() -> None:
    of = [
        indicator(Unit.ATTENDANCES, "Huiskamer", code="A1"),
        indicator(Unit.GRADE, "Huis*", code="A2"),
        indicator(Unit.HOURS, "Eetgroep", code="B1", theme="Verder"),
    ]
    rows = [row(grade=6.0, recommend="9"), row(activity="Eetgroep", grade=9.0), row(activity="Iets anders", grade=1.0)]
    table = count([batch(*rows)], of, PLACE, Q3)
    found = {s: table.figures[FigureKey(s, NOW)] for s in (theme_grade("Samen"), theme_grade("Verder"), theme_grade(ALL_THEMES), theme_recommend("Samen"))}
    assert [(f.value, f.answered) for f in found.values()] == [(6, 1), (9, 1), (7.5, 2), (100, 1)]
    assert table.figures[FigureKey(theme_recommend("Verder"), NOW)].why_not is WhyNot.NO_ANSWERS


def test_the_files_behind_a_figure_are_those_with_counted_rows() -> None:
    assert figure(Unit.CONTACTS, batch(row()), batch(row("2026-04-01"), name="2"), batch(row(), name="3")).batches == ("batch-1", "batch-3")


def test_nothing_imported_is_unknown() -> None:
    assert figure(Unit.UNIQUE_CLIENTS).why_not is WhyNot.NO_BATCHES
    assert figure(Unit.GRADE, batch(row(activity="Iets anders", grade=8.0))).why_not is WhyNot.NO_BATCHES


def test_a_period_without_files_is_unknown_not_zero() -> None:
    found = figure(Unit.CONTACTS, batch(row()), period=YEAR_AGO)
    assert (found.value, found.why_not) == (None, WhyNot.NO_BATCHES)


def test_a_period_that_the_files_cover_without_anybody_is_zero() -> None:
    found = figure(Unit.CONTACTS, batch(row("2026-04-01"), row("2026-07-01", activity="Iets anders")))
    assert (found.value, found.why_not, found.clients) == (0, None, 0)


def test_a_file_in_another_layout_does_not_show_that_nobody_came() -> None:
    other = batch(row(activity="Iets anders"), name="2", layout="another system")
    assert figure(Unit.CONTACTS, batch(row("2026-04-01")), other).why_not is WhyNot.NO_BATCHES


def test_a_file_of_another_municipality_does_not_show_that_nobody_came() -> None:
    mixed = batch(row("2026-04-01"), row("2026-07-01", municipality="Vinkenoord"))
    assert figure(Unit.CONTACTS, mixed).why_not is WhyNot.NO_BATCHES


@pytest.mark.parametrize("unit", [Unit.HOURS, Unit.AMOUNT, Unit.GRADE, Unit.RECOMMEND, Unit.CLOSED_TRAJECTORIES])
def test_a_missing_column_is_said(unit: Unit) -> None:
    assert figure(unit, batch(row())).why_not is WhyNot.NO_COLUMN


def test_a_column_left_empty_is_said() -> None:
    assert figure(Unit.HOURS, batch(row(), row("2026-04-01", hours=1.0))).why_not is WhyNot.NO_VALUES
    assert figure(Unit.GRADE, batch(row(), row("2026-04-01", grade=8.0))).why_not is WhyNot.NO_ANSWERS


def test_age_classes_follow_the_setting_and_are_half_open() -> None:
    rules = CountingRules(age_bounds=(0, 18, 65))
    rows = [row(client="a", age=17), row(client="b", age=18), row(client="c", age=65), row(client="d", age_class="18-27"), row(client="e", age_class="60-70")]
    table = count([batch(*rows)], [indicator()], PLACE, Q3, rules)
    cells = {k.breakdown.label: f.value for k, f in table.figures.items() if k.period == NOW and k.breakdown and k.breakdown.dimension is Dimension.AGE}
    assert cells == {"0-18": 1, "18-65": 2, "65+": 1, "onbekend": 1}
    assert table.age_classes == ("0-18", "18-65", "65+")


def test_verdicts_are_of_the_year_to_date() -> None:
    one: Indicator = indicator()
    table = count([batch(row())], [one], PLACE, Q3)
    assert table.verdicts["A1"].status is None
