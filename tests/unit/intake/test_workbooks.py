"""Points 1, 7, 9 and 15 of the import specification: workbooks, and HTML tables called .xls."""

import datetime as dt
from collections.abc import Callable

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reporting.errors import Reason
from reporting.intake import Intake, read_upload
from reporting.model.registration import Column, Grain
from tests.unit.intake.files import cells, errors, workbook

HEADER = ["Datum", "Cliëntnummer", "Activiteit", "Uren"]
DAY = dt.date(2026, 7, 3)


def book(*lines: list[object], change: Callable[[Workbook, Worksheet], None] | None = None) -> Intake:
    return read_upload(workbook([HEADER, *lines], change), "registraties.csv")


@pytest.mark.parametrize("day", [DAY, dt.datetime(2026, 7, 3, 14, 22), "3 juli 2026", 46206, 46206.5, "03-07-2026", "46206"])  # noqa: DTZ001
def test_days_are_read_from_dates_serials_and_text(day: object) -> None:
    assert cells(book([day, 1, "A", None]), "date") == [DAY]


@pytest.mark.parametrize("worked", [1.5, "1,5", "1:30", dt.time(1, 30), dt.timedelta(hours=1, minutes=30)])
def test_hours_are_read_from_numbers_times_and_text(worked: object) -> None:
    assert cells(book([DAY, 1, "A", worked]), "hours") == [1.5]


@pytest.mark.parametrize(("number", "text"), [(12345.0, "12345"), (12345, "12345"), ("00123", "00123"), (123456789012, "123456789012"), ("12345.0", "12345.0")])
def test_a_client_number_that_is_a_number_loses_its_point(number: object, text: str) -> None:
    assert cells(book([DAY, number, "A", 1]), "client") == [text]


def test_a_workbook_in_the_1904_system_is_read_right() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        made.epoch = CALENDAR_MAC_1904

    assert cells(book([DAY, 1, "A", 1], [44744, 2, "A", 1], change=change), "date") == [DAY, DAY]


@pytest.mark.parametrize("place", ["D40000", "D1048576"])
def test_a_stray_blank_cell_far_below_adds_no_rows(place: str) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet[place] = " "

    intake = book([DAY, 1, "A", 1], change=change)
    assert (intake.rows_read, cells(intake, "client")) == (1, ["1"])


def test_every_visible_sheet_with_the_header_is_read_and_hidden_ones_never() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.title = "K3"
        other = made.create_sheet("K4")
        other.append(["Overzicht"])
        other.append(["Activiteit", "Datum", "Uren", "Cliëntnummer", "Opmerking"])
        other.append(["B", dt.date(2026, 10, 3), 2, 7, "x"])
        for state in ("hidden", "veryHidden"):
            hidden = made.create_sheet(state)
            hidden.append(HEADER)
            hidden.append([DAY, 99, "A", 1])
            hidden.sheet_state = state
        made.create_sheet("Uitleg").append(["Dit is de uitleg"])
        made.create_sheet("Leeg")

    intake = book([DAY, 1, "A", 1], ["fout", 1, "A", 1], change=change)
    assert (intake.sheets, cells(intake, "sheet"), cells(intake, "line")) == (("K3", "K4"), ["K3", "K4"], [2, 3])
    assert cells(intake, "client") == ["1", "7"]
    assert [(f.sheet, f.line) for f in intake.errors] == [("K3", 3)]
    assert (intake.rows_read, intake.rows_accepted, intake.rows_reported) == (3, 2, 1)


def test_a_sheet_with_counts_is_not_read_as_contacts() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        summary = made.create_sheet("Samenvatting")
        summary.append(["Datum", "Activiteit", "Aantal"])
        summary.append([DAY, "A", 12])

    intake = book([DAY, 1, "A", 1], change=change)
    assert (intake.rows_read, intake.rows_accepted, len(intake.sheets)) == (1, 1, 1)


def test_total_and_footer_rows_in_merged_cells_are_skipped() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("A3:C3")
        sheet.merge_cells("A4:D4")

    intake = book([DAY, 1, "A", 1], ["Totaal", None, None, 1], ["Dit overzicht is vertrouwelijk"], change=change)
    assert (intake.rows_accepted, intake.rows_reported, intake.rows_skipped) == (1, 0, 2)


def test_identical_rows_are_found_across_sheets() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        other = made.create_sheet("Nog een keer")
        other.append(HEADER)
        other.append([DAY, 1, "A", 1])

    intake = book([DAY, 1, "A", 1], change=change)
    assert [(f.sheet, f.line, f.code.value) for f in intake.warnings] == [("Nog een keer", 2, "duplicate")]


def test_merged_cells_hold_for_their_whole_span() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("C2:C3")

    intake = book([DAY, 1, "A", 1], [None, 2, None, 1], change=change)
    assert (cells(intake, "date"), cells(intake, "activity"), cells(intake, "client")) == ([DAY, DAY], ["A", "A"], ["1", "2"])


def test_two_header_rows_with_merged_group_heads_are_joined() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("A2:B2")
        sheet.merge_cells("C2:D2")
        sheet.merge_cells("A1:D1")

    lines: list[list[object]] = [
        ["Rapport 3e kwartaal"],
        ["Cliënt", None, "Contact", None],
        ["Nummer", "Leeftijd", "Datum", "Activiteit"],
        [12, 30, DAY, "A"],
        ["Totaal", None, 1, 2],
    ]
    intake = read_upload(workbook(lines, change), "x.xlsx")
    assert intake.header == ("Cliënt Nummer", "Cliënt Leeftijd", "Contact Datum", "Contact Activiteit")
    assert (cells(intake, "client"), cells(intake, "line"), intake.rows_skipped) == (["12"], [4], 1)


def test_heads_merged_over_two_rows_stand_beside_group_heads() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("D1:D2")

    lines: list[list[object]] = [["Datum", "Cliënt", None, "Activiteit"], [None, "nummer", "leeftijd", None], [DAY, 12, 30, "A"]]
    intake = read_upload(workbook(lines, change), "x.xlsx")
    assert intake.header == ("Datum", "Cliënt nummer", "Cliënt leeftijd", "Activiteit")
    assert (cells(intake, "client"), cells(intake, "age")) == (["12"], [30])


def test_blank_rows_and_columns_before_the_table_do_not_shift_line_numbers() -> None:
    intake = read_upload(workbook([[], [], [None, *HEADER], [None, DAY, 1, "A", 1], [], [None, "fout", 1, "A", 1]]), "x.xlsx")
    assert (intake.header_line, cells(intake, "line"), errors(intake)[0][:2]) == (3, [4], (6, "Datum"))
    assert intake.mapping[Column.CLIENT] == "Cliëntnummer"


def test_sheet_protection_is_no_obstacle() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.protection.set_password("geheim")
        sheet.protection.enable()

    assert book([DAY, 1, "A", 1], change=change).accepted


def test_excels_error_values_are_placeholders() -> None:
    intake = book([DAY, 1, "A", "#N/A"], ["#REF!", 1, "A", 1])
    assert (cells(intake, "hours"), errors(intake)) == ([None], [(3, "Datum", "", "missing")])


def test_a_formula_as_client_number_in_text_is_an_error() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet["B2"].value = "=1+1"
        sheet["B2"].data_type = "s"

    assert errors(book([DAY, 1, "A", 1], change=change)) == [(2, "Cliëntnummer", "=1+1", "bad_client")]


def test_a_workbook_without_rows_says_so() -> None:
    assert book().reason is Reason.NO_ROWS
    assert read_upload(workbook([]), "x.xlsx").reason is Reason.NO_HEADER


HTML = """<html><head><meta charset="utf-8"><style>td {{ x }}</style></head><body>
<table><tr><td colspan="4">Export {doc}</td></tr></table>
<table border=1>
<tr><th>Datum</th><th>Cli&euml;ntnummer</th><th>Activiteit</th><th>Uren</th></tr>
<tr><td>03-07-2026</td><td>00123</td><td>Caf&eacute; <b>Noord</b></td><td>1,5</td></tr>
<tr><td rowspan=2>04-07-2026</td><td>7</td><td>B</td><td>&nbsp;</td></tr>
<tr><td>8</td><td>C</td><td>fout</td></tr>
<tr><td colspan=3>Totaal</td><td>1,5</td></tr>
</table></body></html>"""


def test_an_html_table_called_xls_is_read_by_its_rows() -> None:
    intake = read_upload(HTML.format(doc="x").encode(), "export.xls")
    assert (intake.header_line, intake.header[1], intake.grain) == (1, "Cliëntnummer", Grain.CONTACT)
    assert (cells(intake, "line"), cells(intake, "client"), cells(intake, "activity")) == ([2, 3], ["00123", "7"], ["Café Noord", "B"])
    assert (errors(intake), intake.rows_skipped) == ([(4, "Uren", "fout", "bad_hours")], 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_html_table_is_read_in_every_encoding(encoding: str) -> None:
    text = HTML.format(doc="é").replace("&eacute;", "é").replace('<meta charset="utf-8">', "")
    assert cells(read_upload(text.encode(encoding), "export.xls"), "activity")[0] == "Café Noord"


@pytest.mark.parametrize("place", ["XFD1048576", "E1048576", "XFD5000"])
def test_a_cell_far_from_the_table_is_an_error_there_and_costs_nothing(place: str) -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet[place] = "los"
        sheet.merge_cells("A2:A3")

    row = int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    intake = book([DAY, 1, "A", 1], [None, 2, "B", 1], change=change)
    assert (cells(intake, "client"), cells(intake, "line"), intake.rows_skipped) == (["1", "2"], [2, 3], 0)
    assert {e[0] for e in errors(intake)} == {row}


def test_lines_after_a_long_run_of_blank_rows_keep_their_numbers() -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.title = "K1 & K2"
        for at in (400_000, 400_001, 900_000):
            for column, value in enumerate((DAY, at, "A"), start=1):
                sheet.cell(at, column, value)
        sheet.cell(1_000_000, 200, "x")

    intake = book([DAY, 1, "A", 1], change=change)
    assert (cells(intake, "line"), cells(intake, "client")) == ([2, 400_000, 400_001, 900_000], ["1", "400000", "400001", "900000"])
    assert [e[:2] for e in errors(intake)] == [(1_000_000, "*")]
