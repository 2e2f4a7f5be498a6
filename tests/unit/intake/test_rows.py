"""Points 6 and 10 to 14 of the import specification: which rows count, which are reported, which are skipped."""

import csv
import io

import pytest

from reporting.intake import error_list_csv, from_image, inspect_object, pseudonym, pseudonymise, read_upload, to_image
from reporting.model.finding import FindingCode
from reporting.model.registration import Column
from reporting.texts.findings import CODE_NAMES, finding_sentence
from tests.unit.intake.files import HEADER, cells, errors, read, rows, warned

GOOD = "03-07-2026;00123;A1"


@pytest.mark.parametrize(
    "line",
    [
        *(
            "",
            ";;",
            " ; ;",
            "Totaal;;12",
            ";;Totaal",
            "Subtotaal;;",
            "Eindtotaal;2;",
            "Gemiddelde;;7,5",
            "Gem.;;7,5",
            "Aantal;12;",
            "Aantal records: 12",
            "Som;;4",
        ),
        *("Einde rapport", "Pagina 1 van 3", "Afgedrukt op 01-10-2026", "Gegenereerd op;01-10-2026", "Bron: klantvolgsysteem;;", "Totaal aantal contacten: 12"),
        *("Datum;Cliëntnummer;Activiteit", "DATUM;CLIENTNUMMER;ACTIVITEIT", "Dit overzicht is vertrouwelijk", "Totaal 3e kwartaal;;12"),
    ],
)
def test_rows_that_are_no_records_are_skipped_and_counted(line: str) -> None:
    intake = rows(GOOD, line, GOOD.replace("00123", "00124"))
    assert (intake.rows_read, intake.rows_accepted, intake.rows_reported, intake.rows_skipped) == (3, 2, 0, 1)
    assert cells(intake, "line") == [2, 4]


def test_a_page_header_that_is_repeated_is_skipped_with_its_title() -> None:
    page = f"Contacten Lindemeer;;\nTeam Noord;blad;\n{HEADER}\n"
    intake = read(page + GOOD + "\n" + page + GOOD.replace("00123", "7") + "\n")
    assert (intake.rows_accepted, intake.rows_reported, intake.rows_skipped) == (2, 0, 3)


@pytest.mark.parametrize("line", ["03-07-2026;12;Totaal", "03-07-2026;12;Gemiddeld genomen", "03-07-2026;12;Einde zomer"])
def test_a_full_record_is_never_skipped(line: str) -> None:
    assert rows(line).rows_accepted == 1


@pytest.mark.parametrize("line", ["03-07-2026;;", ";12;", ";;Koffieochtend in de wijk", "zomaar;iets;anders"])
def test_half_a_record_is_reported_and_not_skipped(line: str) -> None:
    assert rows(GOOD, line).rows_reported == 1


def test_trailing_empty_fields_are_skipped_and_filled_ones_reported() -> None:
    intake = rows(f"{GOOD};;;", f"{GOOD}4;;x;", f"{GOOD}5")
    assert cells(intake, "line") == [2, 4]
    assert errors(intake) == [(3, "*", f"{GOOD}4;;x", "wrong_shape")]


def test_a_short_row_is_padded() -> None:
    intake = rows(GOOD, header=f"{HEADER};Wijk;Uren")
    assert (cells(intake, "district"), cells(intake, "hours")) == ([None], [None])


@pytest.mark.parametrize("line", ["03-07-2026,00123,A1", "03-07-2026\t00123\tA1", "03-07-2026|00123|A1"])
def test_a_row_in_another_delimiter_is_an_error(line: str) -> None:
    assert errors(rows(GOOD, line)) == [(3, "*", line, "wrong_shape")]


def test_a_row_with_several_wrong_values_is_one_reported_row_with_a_finding_each() -> None:
    intake = rows(f"{GOOD};200;25;11", header=f"{HEADER};Leeftijd;Uren;Cijfer")
    assert [c for _, c, _, _ in errors(intake)] == ["Leeftijd", "Uren", "Cijfer"]
    assert (intake.rows_reported, intake.rows_accepted) == (1, 0)


def test_a_worker_may_count_rows_of_one_kind_of_error_with_the_value_left_empty() -> None:
    text = f"{HEADER};Leeftijd;Uren\n{GOOD};200;1\n{GOOD}4;200;25\n;1;A;30;1\n"
    intake = read_upload(text.encode(), "x.csv", keep_with_empty=frozenset({FindingCode.BAD_AGE, FindingCode.MISSING}))
    assert (cells(intake, "line"), cells(intake, "age"), cells(intake, "hours")) == ([2], [None], [1.0])
    assert errors(intake) == [(3, "Uren", "25", "bad_hours"), (4, "Datum", "", "missing")]
    assert warned(intake) == [(2, "bad_age")]


def test_one_repair_holds_for_every_row_with_that_value() -> None:
    text = f"{HEADER};Wijk;Uren\n{GOOD};Nord;halfuur\n{GOOD}4; Nord ;1\n"
    intake = read_upload(text.encode(), "x.csv", replace={Column.DISTRICT: {"Nord": "Noord"}, Column.HOURS: {"halfuur": "0,5"}})
    assert (cells(intake, "district"), cells(intake, "hours")) == (["Noord", "Noord"], [0.5, 1.0])


def test_identical_rows_are_kept_with_a_warning_from_the_second_on() -> None:
    intake = rows(GOOD, GOOD, f"{GOOD}4", GOOD)
    assert (intake.rows_accepted, warned(intake)) == (4, [(3, "duplicate"), (5, "duplicate")])


def test_rows_that_differ_in_a_column_that_is_not_kept_are_not_identical() -> None:
    assert warned(rows(f"{GOOD};a", f"{GOOD};b", f"{GOOD};a", header=f"{HEADER};Kenmerk")) == [(4, "duplicate")]


def test_the_same_records_have_the_same_hash_in_another_layout() -> None:
    one = read(f"{HEADER}\n{GOOD}\n")
    two = read(f"Titel\n\n{HEADER}\n{GOOD}\n\nTotaal;;1\n".replace(";", ","), encoding="utf-16")
    assert one.records_sha256 == two.records_sha256 != ""
    assert one.file_sha256 != two.file_sha256
    assert one.records_sha256 != rows(GOOD.replace("A1", "A2")).records_sha256


@pytest.mark.parametrize("text", ["=1+1", "+31", "@SUM(A1)", "-2 dagen", " =1+1", "-5"])
def test_text_that_starts_like_a_formula_stays_text_with_a_warning(text: str) -> None:
    intake = rows(f"{GOOD};{text}", header=f"{HEADER};Wijk")
    assert (cells(intake, "district"), warned(intake)) == ([text.strip()], [(2, "formula")])


@pytest.mark.parametrize("number", ["-5", "+31", "@x", "-A7"])
def test_a_client_number_that_starts_like_a_formula_is_kept_with_a_warning(number: str) -> None:
    intake = rows(f"03-07-2026;{number};A")
    assert (cells(intake, "client"), warned(intake)) == ([number], [(2, "formula")])


def test_the_error_list_can_be_opened_in_a_spreadsheet_safely() -> None:
    intake = rows("=1+1;@x;A", f"{GOOD};x", header=HEADER)
    data = error_list_csv(intake, CODE_NAMES, finding_sentence)
    assert data.startswith(b"\xef\xbb\xbf")
    listed = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert listed[1][1:4] == ["2", "Datum", "'=1+1"]
    assert listed[1][4:] == ["datum niet te lezen", "“=1+1” is geen datum tussen 2000 en 2099. Schrijf dag-maand-jaar, bijvoorbeeld 05-10-2026."]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in listed for cell in line)


def test_rows_count_per_quarter_by_their_own_day() -> None:
    intake = rows("30-06-2026;1;A", "01-07-2026;1;A", "31-12-2026;1;A", "01-01-2027;1;A", "fout;1;A")
    assert intake.per_quarter == {"2026-K2": 1, "2026-K3": 1, "2026-K4": 1, "2027-K1": 1}


def test_clients_become_keyed_pseudonyms_and_the_image_gives_the_rows_back() -> None:
    intake = rows(f"{GOOD};30;1,5;8", f"{GOOD};;;", "04-07-2026;9;B;;;", header=f"{HEADER};Leeftijd;Uren;Cijfer")
    hidden = pseudonymise(intake.frame, b"k" * 32)
    assert cells(intake, "client") == ["00123", "00123", "9"]
    numbers = hidden["client"].tolist()
    assert numbers[0] == numbers[1] == pseudonym("00 123", b"k" * 32) != numbers[2]
    assert pseudonym("00123", b"x" * 32) != numbers[0]
    image = to_image(hidden)
    assert image == to_image(hidden)
    back = from_image(image)
    assert back.column("client").to_pylist() == numbers
    assert back.column("hours").to_pylist() == [1.5, None, None]
    assert {str(f.type) for f in back.schema} <= {"date32[day]", "string", "int16", "int32", "double"}


def test_inspect_tells_everything_in_one_object() -> None:
    intake = rows(f"{GOOD};18-27", "04-07-2026;=2;B;30", GOOD + ";18-27", header=f"{HEADER};Leeftijd")
    told = inspect_object(intake, "map/x.csv", lambda f: f"zin over {f.code}")
    assert (
        told["records"]
        == [
            {
                **dict.fromkeys(("district", "hours", "grade", "count", "recommend", "start", "end", "closing", "municipality", "group", "indicator", "asked")),
                "date": "2026-07-03",
                "activity": "A1",
                "client": "00123",
                "age": "18-27",
            }
        ]
        * 2
    )
    assert told["error_lines"] == [{"line": 3, "column": "Cliëntnummer", "value": "=2", "code": "bad_client", "message": "zin over bad_client", "sheet": None}]
    assert told["warning_lines"] == [{"line": 4, "kind": "duplicate", "sheet": None}]
    assert (told["file"], told["outcome"], told["reason"], told["grain"], told["header_line"]) == ("map/x.csv", "accept", None, "contact", 1)
    assert (told["rows_accepted"], told["rows_reported"], told["rows_skipped"], told["per_quarter"]) == (2, 1, 0, {"2026-K3": 2})
    assert told["mapping"] == {"date": "Datum", "activity": "Activiteit", "client": "Cliëntnummer", "age": "Leeftijd"}


def test_a_citizen_number_in_a_broken_row_is_masked() -> None:
    intake = rows('111222333;"03-07-2026;1;A', header=f"BSN;{HEADER}")
    assert errors(intake) == [(2, "*", '•••••••••;"03-07-2026;1;A', "wrong_shape")]
