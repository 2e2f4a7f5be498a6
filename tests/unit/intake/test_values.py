"""Points 4, 5, 7, 8 and 9 of the import specification: what may stand in a cell."""

from datetime import date

import pytest

from reporting.intake.dates import parse_day
from reporting.intake.values import is_bsn
from tests.unit.intake.files import cells, errors, one, rows

DAY = date(2026, 7, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("03-07-2026", "3-7-2026", "3/7/26", "03.07.2026", "3 jul 2026", "3 juli 2026", "vr 3 juli 2026", "vrijdag 3 juli 2026", "vr. 3 jul. 2026"),
        *("3-jul-26", "3-jul-'26", "03-07-'26", "2026-07-03", "2026-07-03 14:22", "2026-07-03T14:22:01", "2026-07-03T14:22:01.123+02:00", "20260703"),
        *("46206", "46206.75", "03‐07‐2026", "03–07–2026", "03−07−2026", "3-7-2026 14:22", "03 07 2026", " 03-07-2026 ", "3 JULI 2026", "2026/07/03"),
    ],
)
def test_a_day_is_read_day_first(text: str) -> None:
    assert parse_day(text.strip()) == DAY


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("5 mrt 2026", 3),
        ("5 maart 2026", 3),
        ("5 mei 2026", 5),
        ("5 aug 2026", 8),
        ("5 sept 2026", 9),
        ("5 okt 2026", 10),
        ("ma 5 okt 2026", 10),
        ("5 dec. 2026", 12),
    ],
)
def test_dutch_month_names_are_read(text: str, month: int) -> None:
    assert parse_day(text) == date(2026, month, 5)


@pytest.mark.parametrize(
    "text",
    [
        *("31-02-2026", "07/25/2026", "2026-25-07", "03-07-1999", "03-07-2100", "vorige week", "3 foo 2026", "2026", "03-07", "12345", "1234567", "20261340"),
        *("03-07/2026", "", "0", "00-00-0000", "3 juli", "99999"),
    ],
)
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert parse_day(text) is None


def test_a_serial_in_a_1904_workbook_counts_from_1904() -> None:
    assert parse_day("44744", epoch_1904=True) == DAY


def test_month_first_dates_are_errors_and_are_said_once_for_the_file() -> None:
    intake = rows("07/25/2026;1;A", "07/04/2026;1;A")
    assert errors(intake) == [(2, "Datum", "07/25/2026", "bad_date")]
    assert cells(intake, "date") == [date(2026, 4, 7)]
    assert intake.file_warnings == ("american_dates",)


def test_a_wrong_day_alone_is_no_american_date() -> None:
    assert rows("31-02-2026;1;A", "01-02-2026;1;A").file_warnings == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("1,5", 1.5), ("1.5", 1.5), ("1:30", 1.5), ("01:30", 1.5), ("1:30:00", 1.5), ("1,5 u", 1.5), ("1,5u", 1.5), ("1,5 uur", 1.5), ("1:30 uur", 1.5)),
        *(("0", 0.0), ("24", 24.0), ("24:00", 24.0), ("2", 2.0), ("0,25", 0.25), (" 2 ", 2.0)),
    ],
)
def test_hours_are_read_in_every_notation(text: str, value: float) -> None:
    assert cells(one("Uren", text), "hours") == [value]


@pytest.mark.parametrize("text", ["24,5", "25", "-1", "halfuur", "1:75", "24:30", "1,,5"])
def test_hours_that_cannot_be_are_errors(text: str) -> None:
    assert errors(one("Uren", text)) == [(2, "Uren", text, "bad_hours")]


@pytest.mark.parametrize("header", ["Duur (min)", "Duur in minuten", "Minuten", "Tijd (minuten)"])
@pytest.mark.parametrize(("text", "value"), [("90", 1.5), ("1:30", 1.5), ("90 min", 1.5), ("0", 0.0)])
def test_a_column_in_minutes_becomes_hours(header: str, text: str, value: float) -> None:
    assert cells(one(header, text), "hours") == [value]


@pytest.mark.parametrize(("text", "value"), [("7,5", 7.5), ("8", 8.0), ("1", 1.0), ("10", 10.0), ("8.0", 8.0)])
def test_a_grade_is_1_to_10(text: str, value: float) -> None:
    assert cells(one("Rapportcijfer", text), "grade") == [value]


@pytest.mark.parametrize("text", ["0", "10,1", "11", "goed", "75", "-8", "9+"])
def test_a_grade_outside_1_to_10_is_an_error(text: str) -> None:
    assert errors(one("Rapportcijfer", text)) == [(2, "Rapportcijfer", text, "bad_grade")]


@pytest.mark.parametrize(("text", "value"), [("0", "0"), ("10", "10"), ("Ja", "ja"), ("NEE", "nee"), ("9,0", "9")])
def test_a_recommendation_is_0_to_10_or_yes_or_no(text: str, value: str) -> None:
    assert cells(one("Beveelt aan", text), "recommend") == [value]


@pytest.mark.parametrize("text", ["11", "-1", "misschien", "7,5"])
def test_another_recommendation_is_an_error(text: str) -> None:
    assert errors(one("Beveelt aan", text)) == [(2, "Beveelt aan", text, "bad_recommend")]


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("12", 12), ("10000", 10000), ("1.250", 1250), ("12,0", 12)])
def test_a_count_is_a_whole_number_to_ten_thousand(text: str, value: int) -> None:
    assert cells(one("Aantal", text), "count") == [value]


@pytest.mark.parametrize("text", ["10001", "-1", "12,5", "veel", "1e3"])
def test_another_count_is_an_error(text: str) -> None:
    assert errors(one("Aantal", text)) == [(2, "Aantal", text, "bad_count")]


@pytest.mark.parametrize(
    ("text", "value"), [("0", 0), ("45", 45), ("120", 120), ("45 jaar", 45), ("1980", 46), ("04-07-1980", 45), ("03-07-1980", 46), ("45,0", 45)]
)
def test_an_age_is_years_or_follows_from_a_birth_on_the_rows_day(text: str, value: int) -> None:
    assert cells(one("Leeftijd", text), "age") == [value]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *(("18-27", "18-27"), ("18 – 27 jaar", "18-27"), ("18 tot 27", "18-27"), ("18 t/m 26", "18-27"), ("75+", "75+"), ("75 jaar en ouder", "75+")),
        *(("jonger dan 18", "0-18"), ("< 12", "0-12"), ("0-12 jaar", "0-12")),
    ],
)
def test_an_age_class_stays_a_class(text: str, label: str) -> None:
    intake = one("Leeftijdscategorie", text)
    assert (cells(intake, "age"), cells(intake, "age_class")) == ([None], [label])


@pytest.mark.parametrize("text", ["121", "-2", "45,5", "oud", "1799", "2099", "431", "04-07-2027"])
def test_an_age_that_cannot_be_is_an_error(text: str) -> None:
    assert errors(one("Leeftijd", text)) == [(2, "Leeftijd", text, "bad_age")]


def test_a_birth_date_and_year_become_an_age_and_are_dropped() -> None:
    intake = rows("03-07-2026;1;A;29-02-2004", header="Datum;Client;Activiteit;Geboortedatum")
    assert cells(intake, "age") == [22]
    assert "2004" not in intake.frame.to_csv()


@pytest.mark.parametrize("text", ["n.v.t.", "nvt", "Onbekend", "-", "--", "?", "NULL", "#N/B", "#N/A", "geen", "n.b.", "#DEEL/0!", "#VALUE!", "  ", ""])
@pytest.mark.parametrize(("column", "name"), [("Uren", "hours"), ("Wijk", "district"), ("Leeftijd", "age"), ("Beveelt aan", "recommend")])
def test_a_placeholder_in_an_optional_column_is_empty(text: str, column: str, name: str) -> None:
    intake = one(column, text)
    assert (cells(intake, name), errors(intake)) == ([None], [])


@pytest.mark.parametrize("text", ["", "-", "onbekend", "n.v.t.", "\u00a0"])
@pytest.mark.parametrize(("at", "column"), [(0, "Datum"), (1, "Cliëntnummer"), (2, "Activiteit")])
def test_an_empty_or_placeholder_cell_in_a_required_column_is_an_error(text: str, at: int, column: str) -> None:
    line = ["03-07-2026", "1", "A"]
    line[at] = text
    assert errors(rows(";".join(line))) == [(2, column, text, "missing")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("00123", "00123"),
        (" 00 12\u00a03", "00123"),
        ("\u200b00123\u202c", "00123"),
        ("\ufeff00123", "00123"),
        ("12345.0", "12345.0"),
        ("C-12/a", "C-12/a"),
        ("12E5", "12E5"),
    ],
)
def test_a_client_number_is_text_without_blanks_and_invisible_marks(text: str, number: str) -> None:
    assert cells(rows(f"03-07-2026;{text};A"), "client") == [number]


@pytest.mark.parametrize("text", ["1,23E+11", "1.23E+11", "1E+11", "=A1", " =1+1"])
def test_a_client_number_that_excel_changed_is_an_error(text: str) -> None:
    assert errors(rows(f"03-07-2026;{text};A")) == [(2, "Cliëntnummer", text, "bad_client")]


@pytest.mark.parametrize(
    ("text", "true"), [("111222333", True), ("123456782", True), ("123456789", False), ("12345", False), ("000000000", False), ("A23456782", False)]
)
def test_the_eleven_test_tells_a_bsn(text: str, true: bool) -> None:
    assert is_bsn(text) is true


def test_an_end_before_its_start_is_an_error() -> None:
    intake = rows("01-07-2026;1;A;30-06-2026", "01-07-2026;1;A;01-07-2026", "01-07-2026;1;A;", header="Startdatum;Client;Activiteit;Einddatum")
    assert errors(intake) == [(2, "Einddatum", "30-06-2026", "end_before_start")]
    assert cells(intake, "end") == [date(2026, 7, 1), None]
