"""Files written from the import specification alone, by someone who had not read the reader; each was wrong once."""

import time
from datetime import date

import pytest

from reporting.errors import Reason
from reporting.intake import read_upload
from reporting.intake.words import is_bsn_header
from reporting.model.registration import Column, Grain
from tests.unit.intake.files import cells, errors, one, read, rows, warned


def test_a_note_over_several_lines_with_delimiters_in_it_is_one_cell() -> None:
    intake = rows('03-07-2026;1;A;"een;', "twee;", "", 'drie; vier; vijf; zes"', "fout;3;C;x", header="Datum;Cliëntnummer;Activiteit;Opmerking")
    assert cells(intake, "client") == ["1"]
    assert [e[0] for e in errors(intake)] == [6]


def test_a_quote_on_the_last_line_that_never_closes_is_an_error_there() -> None:
    intake = rows('03-07-2026;1;"A"', '04-07-2026;2;"B')
    assert (cells(intake, "client"), [e[:2] for e in errors(intake)]) == (["1"], [(3, "*")])


def test_a_file_full_of_open_quotes_takes_no_minutes() -> None:
    began = time.process_time()
    intake = rows(*['03-07-2026;"A;1'] * 3000, "04-07-2026;2;B")
    assert (cells(intake, "client"), intake.rows_reported) == (["2"], 3000)
    assert time.process_time() - began < 5  # the limit of INTAKE; before the number of characters was bounded: 16 s


@pytest.mark.parametrize("text", ["03\u00ad07\u00ad2026", "20260703T101500", "20260703T1015Z"])
def test_days_with_soft_hyphens_and_in_compact_iso_are_read(text: str) -> None:
    assert cells(rows(f"{text};1;A"), "date") == [date(2026, 7, 3)]


def test_date_and_time_in_one_column_is_a_date() -> None:
    assert read("Datum/tijd;Activiteit;ID\n03-07-2026 10:00;A;1\n").mapping[Column.DATE] == "Datum/tijd"


def test_a_note_in_the_first_column_may_run_over_lines_as_wide_as_a_record() -> None:
    intake = read('Opmerking;Datum;Activiteit;ID\n"regel 1\nregel 2; met punt";3-7-2026;A;1\n"";fout;B;2\n')
    assert (cells(intake, "client"), [e[0] for e in errors(intake)]) == (["1"], [4])


def test_a_record_is_not_swallowed_by_the_open_quote_of_the_line_before() -> None:
    intake = rows('03-07-2026;"1;A', '08-07-2026;2;scherm 27"', "09-07-2026;3;B")
    assert [e[:2] for e in errors(intake)] == [(2, "*")]
    assert cells(intake, "client") == ["2", "3"]


@pytest.mark.parametrize("line", ["* = geschat", "© Leverancier 2026", "3 rijen", "12 records geëxporteerd", "--- einde ---", "Printdatum 5-10-2026"])
def test_a_closing_line_of_a_system_is_skipped(line: str) -> None:
    intake = rows("03-07-2026;1;A", line)
    assert (intake.rows_accepted, intake.rows_reported, intake.rows_skipped) == (1, 0, 1)


def test_a_row_of_blanks_nobody_sees_is_blank() -> None:
    intake = rows("03-07-2026;1;A", "\u00a0;\u00a0;\u00a0", "\u200b;;", "; ;  ")
    assert (intake.rows_accepted, intake.rows_reported, intake.rows_skipped) == (1, 0, 3)


@pytest.mark.parametrize("line", ["* = geschat;;", "1;;", "fout;;", "04-07-2026;;"])
def test_a_line_that_may_be_a_record_is_never_skipped_for_being_short(line: str) -> None:
    intake = rows("03-07-2026;1;A", line)
    assert intake.rows_skipped == (1 if line.startswith("*") else 0)


@pytest.mark.parametrize(("text", "value"), [("1962", 64), ("04-07-1962", 63)])
def test_a_birth_year_column_gives_ages(text: str, value: int) -> None:
    assert cells(one("Geboortejaar", text), "age") == [value]


@pytest.mark.parametrize("text", ["19622", "22831", "45"])
def test_five_digits_under_birth_year_are_a_slip_and_no_serial(text: str) -> None:
    assert errors(one("Geboortejaar", text)) == [(2, "Geboortejaar", text, "bad_age")]


def test_five_digits_under_birth_date_are_a_serial() -> None:
    assert cells(one("Geboortedatum", "22831"), "age") == [63]  # 4 July 1962, on 3 July 2026


@pytest.mark.parametrize("head", ["Deelnemers", "Bezoekers", "Aanwezigen", "Opkomst"])
def test_people_in_the_plural_are_a_count(head: str) -> None:
    intake = read(f"Datum;Activiteit;{head}\n03-07-2026;Inloop;12\n")
    assert (intake.grain, intake.mapping[Column.COUNT], cells(intake, "count")) == (Grain.COUNT, head, [12])


def test_hours_may_begin_with_the_decimal_comma() -> None:
    assert cells(one("Uren", ",5"), "hours") == [0.5]


def test_a_break_inside_an_html_cell_is_a_blank() -> None:
    page = "<table><tr><td>Datum</td><td>Activiteit</td><td>ID</td></tr><tr><td>3-7-2026</td><td>Koffie<br>thee</td><td>1</td></tr></table>"
    assert cells(read_upload(page.encode(), "x.xls"), "activity") == ["Koffie thee"]


def test_excel_2003_xml_is_told_apart_from_html() -> None:
    book = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table/></Worksheet></Workbook>'
    assert read_upload(book.encode(), "x.xls").reason is Reason.WRONG_TYPE


def test_a_vertical_tab_in_a_small_file_does_not_make_it_binary() -> None:
    assert cells(rows("03-07-2026;1;A\x0bB"), "client") == ["1"]


@pytest.mark.parametrize("head", ["BSN", "bsn_nummer", "Burger Service Nummer", "burgerservicenr.", "SoFi-nummer", "Cliënt BSN"])
def test_every_spelling_of_a_citizen_number_is_known(head: str) -> None:
    assert is_bsn_header(head)


@pytest.mark.parametrize("line", ["-----;------;-----", "=====;;", "Grand total;3;", "Tot.;3;", "(c) 2026 Leverancier", "Sub-totaal;;3"])
def test_more_words_that_close_a_list_are_skipped(line: str) -> None:
    assert rows("03-07-2026;1;A", line).rows_skipped == 1


def test_what_stands_under_a_header_cell_without_a_name_is_not_kept_and_no_error() -> None:
    intake = read("Datum;Cliëntnummer;Activiteit;;\n03-07-2026;1;A;zie map;\n03-07-2026;1;A;;\n04-07-2026;2;B;;;x\n")
    assert (intake.header, cells(intake, "client"), warned(intake)) == (("Datum", "Cliëntnummer", "Activiteit"), ["1", "1"], [])
    assert [e[:2] for e in errors(intake)] == [(4, "*")]


def test_a_table_on_a_page_may_have_a_last_column_without_a_name() -> None:
    page = "<table><tr><th>Datum<th>Activiteit<th>ID<th></tr><tr><td>3-7-2026<td>A<td>1<td>wijzig</tr></table>"
    assert cells(read_upload(page.encode(), "x.xls"), "client") == ["1"]


def test_scripts_and_remarks_on_a_page_are_no_text() -> None:
    page = "<table><tr><td>Datum<td>Activiteit<td>ID</tr><tr><td>3-7-2026<td>A<script>b()</script><!-- c --><br>d<td>1</tr></table>"
    assert cells(read_upload(page.encode(), "x.xls"), "activity") == ["A d"]


def test_a_file_of_one_known_column_misses_the_others() -> None:
    assert read("\nDatum\n03-07-2026\n").reason is Reason.MISSING_COLUMNS
    assert read("Verslag\nDatum\n").reason is Reason.NO_HEADER


def test_an_old_workbook_cut_off_before_its_list_of_contents_is_unreadable() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 22 + (9).to_bytes(2, "little") + b"\0" * 16 + (90).to_bytes(4, "little")
    assert read_upload(head.ljust(2048, b"\0"), "x.xls").reason is Reason.UNREADABLE
