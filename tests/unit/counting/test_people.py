"""People count once: over activities, files, quarters, roles and districts. Double counting is the classic bug; this is tested hardest."""

from reporting.counting import BatchSource, count
from reporting.model.agreement import Indicator, Unit
from reporting.model.count import CountTable, WhyNot
from reporting.model.figure import Breakdown, Dimension, FigureKey
from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.registration import Grain
from tests.unit.counting.build import BEFORE, ELSEWHERE, NOW, PLACE, Q3, TO_DATE, YEAR_AGO, batch, indicator, row

PEOPLE = indicator(Unit.UNIQUE_CLIENTS, "Huiskamer", "Eetgroep")
NEW = indicator(Unit.NEW_UNIQUE_CLIENTS, "Huiskamer", "Eetgroep")


def table(*sources: BatchSource, of: Indicator = PEOPLE) -> CountTable:
    return count(sources, [of], PLACE, Q3)


def value(found: CountTable, period: Period = NOW, code: str = "A1") -> float | int | None:
    return found.figures[FigureKey(code, period)].value


def pieces(found: CountTable, dimension: Dimension, period: Period = NOW, code: str = "A1") -> dict[str, float | int | None]:
    """The breakdown without its zeros."""
    cells = {k.breakdown: f.value for k, f in found.figures.items() if k.subject == code and k.period == period and k.breakdown is not None}
    return {b.label: v for b, v in cells.items() if b.dimension is dimension and v}


def test_a_client_in_two_activities_counts_once() -> None:
    assert value(table(batch(row(activity="Huiskamer"), row(activity="Eetgroep")))) == 1


def test_a_client_in_two_files_counts_once() -> None:
    assert value(table(batch(row()), batch(row(activity="Eetgroep"), name="2", layout="other"))) == 1


def test_a_client_in_two_quarters_counts_once_in_the_year() -> None:
    found = table(batch(row("2026-04-01"), row("2026-07-01"), row("2026-07-01", "b")))
    assert (value(found, BEFORE), value(found, NOW), value(found, TO_DATE)) == (1, 2, 2)


def test_a_client_in_two_roles_counts_once() -> None:
    contacts = batch(row(activity="Huiskamer"))
    trajectories = batch(row(None, activity="Eetgroep", start="2026-08-01"), name="2", grain=Grain.TRAJECTORY)
    assert value(table(contacts, trajectories)) == 1


def test_a_client_in_two_indicators_counts_in_both() -> None:
    two = [indicator(Unit.UNIQUE_CLIENTS, "Huiskamer", code="A1"), indicator(Unit.UNIQUE_CLIENTS, "Huis*", code="A2")]
    found = count([batch(row())], two, PLACE, Q3)
    assert (value(found, code="A1"), value(found, code="A2")) == (1, 1)


def test_identical_rows_and_the_same_rows_again_add_nobody() -> None:
    found = table(batch(row(), row()), batch(row(), name="2"))
    assert value(found) == 1
    assert found.figures[FigureKey("A1", NOW)].rows == 3


def test_a_client_in_two_districts_counts_in_the_last_one() -> None:
    found = table(batch(row("2026-09-01", district="Zuid", age=30), row("2026-07-01", district="Noord", age=20)))
    assert pieces(found, Dimension.DISTRICT) == {"Zuid": 1}
    assert pieces(found, Dimension.AGE) == {"27-45": 1}


def test_the_last_row_is_the_last_of_that_period_not_of_the_year() -> None:
    found = table(batch(row("2026-05-01", district="Noord"), row("2026-08-01", district="Zuid")))
    assert pieces(found, Dimension.DISTRICT, BEFORE) == {"Noord": 1}
    assert pieces(found, Dimension.DISTRICT, NOW) == {"Zuid": 1}
    assert pieces(found, Dimension.DISTRICT, TO_DATE) == {"Zuid": 1}


def test_on_one_day_the_later_row_of_the_file_wins() -> None:
    assert pieces(table(batch(row(district="Noord"), row(district="Zuid"))), Dimension.DISTRICT) == {"Zuid": 1}


def test_on_one_day_the_later_import_wins() -> None:
    early, late = batch(row(district="Noord"), name="1"), batch(row(district="Zuid"), name="2")
    assert pieces(table(late, early), Dimension.DISTRICT) == {"Zuid": 1}


def test_a_last_row_without_a_district_is_unknown() -> None:
    found = table(batch(row("2026-07-01", district="Noord", age=5), row("2026-07-02")))
    assert pieces(found, Dimension.DISTRICT) == {"onbekend": 1}
    assert pieces(found, Dimension.AGE) == {"onbekend": 1}


def test_the_last_row_of_another_activity_says_nothing() -> None:
    found = table(batch(row("2026-07-01", district="Noord"), row("2026-07-09", activity="Iets anders", district="Zuid")))
    assert pieces(found, Dimension.DISTRICT) == {"Noord": 1}


def test_breakdowns_add_up_to_the_total() -> None:
    rows = [row("2026-07-01", c, district=d, age=a) for c in "abcd" for d in ("Noord", "Zuid", None) for a in (10, 30, None)]
    found = table(batch(*rows))
    assert value(found) == 4
    assert sum(v or 0 for v in pieces(found, Dimension.DISTRICT).values()) == 4
    assert sum(v or 0 for v in pieces(found, Dimension.AGE).values()) == 4


def test_spellings_of_a_district_are_one_label_the_most_used() -> None:
    found = table(batch(row(client="a", district="De Weiden"), row(client="b", district="de weiden"), row(client="c", district="De  Weiden"), row(client="d")))
    assert pieces(found, Dimension.DISTRICT) == {"De Weiden": 3, "onbekend": 1}
    assert found.districts == ("De Weiden",)
    more = table(batch(row(client="a", district="NOORD"), row(client="b", district="Noord"), row("2025-07-02", client="c", district="NOORD")))
    assert more.districts == ("NOORD",)


def test_rows_without_a_client_are_nobody() -> None:
    assert value(table(batch(row(), row(client=None)))) == 1


def test_bare_counts_tell_no_people() -> None:
    found = table(batch(row(client=None, count=12), grain=Grain.COUNT))
    assert found.figures[FigureKey("A1", NOW)].why_not is WhyNot.NO_CLIENT_COLUMN
    assert value(found) is None


def test_a_client_of_another_municipality_does_not_count() -> None:
    mixed = batch(
        row(client="a", municipality="gemeente Merelveen"), row(client="b", municipality="GM9998"), row(client="c", municipality="GM9999"), row(client="d")
    )
    assert value(table(mixed)) == 3
    other = batch(row(client="b"), name="2", municipality=ELSEWHERE.key)
    assert value(table(batch(row(client="a")), other)) == 1
    assert value(count([mixed, other], [PEOPLE], ELSEWHERE, Q3)) == 1


def test_the_first_registration_ever_makes_a_client_new() -> None:
    found = table(batch(row("2024-01-01", "a"), row("2026-07-01", "a"), row("2026-04-01", "b"), row("2026-07-01", "b"), row("2026-08-01", "c")), of=NEW)
    assert (value(found, BEFORE), value(found, NOW), value(found, TO_DATE)) == (1, 1, 2)


def test_new_is_new_in_this_indicator_and_this_municipality() -> None:
    elsewhere = batch(row("2026-01-01", "a"), name="2", municipality=ELSEWHERE.key)
    found = table(batch(row("2026-07-01", "a"), row("2026-01-01", "a", "Iets anders")), elsewhere, of=NEW)
    assert value(found) == 1


def test_an_older_file_can_show_that_a_client_is_not_new() -> None:
    old = batch(row("2025-01-01", "a", "Eetgroep"), name="2", layout="old system")
    found = table(batch(row("2026-07-01", "a")), old, of=NEW)
    assert value(found) == 0
    assert found.figures[FigureKey("A1", NOW)].why_not is None


def test_a_new_client_stands_in_the_district_of_its_last_row() -> None:
    found = table(batch(row("2026-07-01", "a", district="Noord"), row("2026-07-05", "a", district="Zuid"), row("2025-07-01", "b", district="Zuid")), of=NEW)
    assert pieces(found, Dimension.DISTRICT) == {"Zuid": 1}
    assert pieces(found, Dimension.DISTRICT, YEAR_AGO) == {"Zuid": 1}


def test_year_to_date_is_its_own_count_never_a_sum() -> None:
    year = [row(f"2026-{m:02}-15", c) for m in range(1, 10) for c in "ab"]
    found = table(batch(*year))
    assert [value(found, Period(Quarter(2026, n))) for n in (1, 2, 3)] == [2, 2, 2]
    assert value(found, TO_DATE) == 2


def test_every_period_of_the_report_is_counted() -> None:
    found = table(batch(*(row(f"{y}-{m:02}-01", f"{y}{m}") for y in (2025, 2026) for m in range(1, 13))))
    mine = {k.period: f.value for k, f in found.figures.items() if k.subject == "A1" and k.breakdown is None}
    assert mine == {**{Period(Q3.shift(n)): 3 for n in range(-4, 1)}, Period(Q3, PeriodKind.TO_DATE): 9}


def test_the_first_and_the_last_day_of_a_quarter_are_in_it() -> None:
    days = ("2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01")
    assert value(table(batch(*(row(d, d) for d in days)))) == 2


def test_every_label_of_an_indicator_stands_in_every_period_with_a_value() -> None:
    found = table(batch(row("2026-04-01", district="Noord"), row("2026-07-01", district="Zuid")))
    assert found.figures[FigureKey("A1", NOW, Breakdown(Dimension.DISTRICT, "Noord"))].value == 0
