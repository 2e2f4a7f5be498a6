"""Points 1, 2, 3 and 15 of the import specification: what a file is, how it is split, where the header is."""

import pytest

from reporting.errors import Reason
from reporting.intake import Outcome, read_upload
from reporting.model.registration import Column, Grain
from tests.unit.intake.files import HEADER, cells, errors, read, rows

LINE = "03-07-2026;00123;Café"
TEXT = f"{HEADER}\n{LINE}\n"


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx", "x.pdf", "x"])
def test_content_decides_and_not_the_name(name: str) -> None:
    assert read(TEXT, name=name).accepted


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t\n", Reason.EMPTY),
        (b"\xef\xbb\xbf", Reason.EMPTY),
        (b"%PDF-1.7\n1 0 obj", Reason.WRONG_TYPE),
        (b"\x89PNG\r\n\x1a\n\0\0", Reason.WRONG_TYPE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Reason.WRONG_TYPE),
        (b"GIF89a", Reason.WRONG_TYPE),
        (b'{"records": []}', Reason.WRONG_TYPE),
        (b' [{"datum": "x"}]', Reason.WRONG_TYPE),
        (b"<?xml version='1.0'?><rijen/>", Reason.WRONG_TYPE),
        (b"{\\rtf1 Datum}", Reason.WRONG_TYPE),
        (bytes(range(256)) * 9, Reason.WRONG_TYPE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.WRONG_TYPE),
        (b"Verslag over de zomer\nHet was mooi weer.\n", Reason.NO_HEADER),
        (b"03-07-2026;00123;A1\n04-07-2026;00124;A1\n", Reason.NO_HEADER),
        (HEADER.encode(), Reason.NO_ROWS),
        (HEADER.encode() + b"\n\n;;\nTotaal;;\n", Reason.NO_ROWS),
        (b"Wijk;Leeftijd\nNoord;30\n", Reason.MISSING_COLUMNS),
        (b"Datum;Activiteit;Wijk\n03-07-2026;A1;Noord\n", Reason.MISSING_COLUMNS),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, reason: Reason) -> None:
    intake = read_upload(data, "registraties.csv")
    assert (intake.outcome, intake.reason, intake.rows_accepted, len(intake.frame)) == (Outcome.REJECT, reason, 0, 0)


def test_a_file_over_fifty_megabytes_is_too_large() -> None:
    assert read_upload(TEXT.encode() + b"\n" * (50 << 20), "x.csv").reason is Reason.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_gives_the_same_records(encoding: str, ends: str) -> None:
    intake = read((TEXT * 1 + LINE.replace("00123", "00124") + "\n").replace("\n", ends), encoding=encoding)
    assert cells(intake, "activity") == ["Café", "Café"]
    assert cells(intake, "line") == [2, 3]
    assert intake.records_sha256 == read(TEXT + LINE.replace("00123", "00124")).records_sha256


def test_single_windows_1252_lines_in_a_utf_8_file_are_read() -> None:
    data = TEXT.encode() + LINE.encode("cp1252") + b"\n" + "03-07-2026;1;“Thé” €\n".encode("cp1252")
    intake = read_upload(data, "x.csv")
    assert cells(intake, "activity") == ["Café", "Café", "“Thé” €"]
    assert intake.encoding == "utf-8+windows-1252"


def test_nul_bytes_are_dropped() -> None:
    assert cells(read(TEXT.replace("00123", "00\x00123")), "client") == ["00123"]


def test_the_end_mark_of_dos_programs_is_no_row() -> None:
    assert read(TEXT + "\x1a").rows_read == 1


def test_mixed_line_ends_keep_their_line_numbers() -> None:
    intake = read(f"{HEADER}\r\n01-07-2026;1;A\n02-07-2026;2;A\r03-07-2026;3;A\r\n\r\n04-07-2026;4;A")
    assert cells(intake, "line") == [2, 3, 4, 6]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    intake = read(TEXT.replace(";", delimiter))
    assert (intake.delimiter, intake.rows_accepted) == (delimiter, 1)


def test_a_sep_line_is_honoured_and_counts_as_a_line() -> None:
    intake = read("sep=^\nDatum^Client^Activiteit\n03-07-2026^1^A;B,C\n")
    assert (intake.delimiter, intake.header_line, cells(intake, "line"), cells(intake, "activity")) == ("^", 2, [3], ["A;B,C"])


def test_the_header_comes_after_title_lines() -> None:
    intake = read(f"Export contacten\nGemeente;Lindemeer\nPeriode;3e kwartaal\n\n{TEXT}")
    assert (intake.header_line, intake.header, cells(intake, "line")) == (5, ("Datum", "Cliëntnummer", "Activiteit"), [6])


@pytest.mark.parametrize(
    "cell",
    [
        *("CLIËNTNUMMER", "cliënt_nummer", "Clientnr.", "cliëntcode", "Cliënt-\nnummer", "CliÃ«ntnummer", "\ufeffClientnummer", "deelnemernr", "Relatienummer"),
        *("dossiernummer", "ID", " client  nummer ", "Cliënt\u00adnummer", "Cliëntnummer (intern)"),
    ],
)
def test_a_header_matches_however_it_is_written(cell: str) -> None:
    intake = read(f'Datum;"{cell}";Activiteit\n03-07-2026;00123;A1\n')
    assert intake.mapping[Column.CLIENT] == intake.header[1]
    assert cells(intake, "client") == ["00123"]


@pytest.mark.parametrize(
    ("cell", "column"),
    [
        *(("Contactdatum", Column.DATE), ("datum bijeenkomst", Column.DATE), ("Registratiedatum", Column.DATE), ("Activiteitscode", Column.ACTIVITY)),
        *(("aanbod", Column.ACTIVITY), ("Product", Column.ACTIVITY), ("dienst", Column.ACTIVITY), ("Buurt", Column.DISTRICT), ("gebied", Column.DISTRICT)),
        *(
            ("Kern", Column.DISTRICT),
            ("Postcode(4)", Column.DISTRICT),
            ("Geboortejaar", Column.AGE),
            ("leeftijdscategorie", Column.AGE),
            ("Duur", Column.HOURS),
        ),
        *(
            ("tijd", Column.HOURS),
            ("aantal deelnemers", Column.COUNT),
            ("Cijfer", Column.GRADE),
            ("tevredenheid", Column.GRADE),
            ("Ambassadeur", Column.RECOMMEND),
        ),
        *(("aanbeveling", Column.RECOMMEND), ("Groep", Column.GROUP), ("locatie", Column.GROUP), ("Plaats", Column.GROUP), ("Gemeente", Column.MUNICIPALITY)),
        *(
            ("Afsluitreden", Column.CLOSING),
            ("reden einde", Column.CLOSING),
            ("Einddatum", Column.END),
            ("aanvang", Column.START),
            ("Startdatum", Column.START),
        ),
        *(("Startdatum", Column.START), ("datum aanmelding", Column.START), ("Prestatie-indicator", Column.INDICATOR), ("subsidieregel", Column.INDICATOR)),
        *(("Datum bezoek", Column.DATE), ("Afspraakdatum", Column.DATE), ("Datum gesprek", Column.DATE), ("Titel activiteit", Column.ACTIVITY)),
    ],
)
def test_the_synonyms_of_every_column_are_known(cell: str, column: Column) -> None:
    assert read(f"Cliëntnummer;{cell}\n1;x\n").mapping[column] == cell


def test_of_equal_headers_the_first_maps() -> None:
    intake = read("Datum;Datum;Client;Activiteit\n01-07-2026;02-07-2026;1;A\n")
    assert str(cells(intake, "date")[0]) == "2026-07-01"


def test_a_small_typo_maps_when_the_values_fit_and_says_so() -> None:
    intake = read("Datum;Clientnumer;Activitiet\n03-07-2026;00123;A1\n")
    assert intake.mapping[Column.CLIENT] == "Clientnumer"
    assert set(intake.guessed) == {Column.CLIENT, Column.ACTIVITY}


def test_a_typo_whose_values_do_not_fit_is_only_suggested() -> None:
    intake = rows("03-07-2026;1;A;Noord", "03-07-2026;1;A;Zuid", header=f"{HEADER};Leeftjid")
    assert Column.AGE not in intake.mapping
    assert intake.suggested == {Column.AGE: "Leeftjid"}


def test_a_word_that_looks_alike_from_afar_does_not_map() -> None:
    intake = rows("03-07-2026;1;A;2", header=f"{HEADER};Aantallenlijst")
    assert Column.COUNT not in intake.mapping


def test_the_start_of_a_trajectory_is_not_the_contact_date() -> None:
    intake = read("Startdatum;Client;Activiteit\n03-07-2026;1;A\n")
    assert (intake.grain, Column.DATE in intake.mapping) == (Grain.TRAJECTORY, False)


@pytest.mark.parametrize(
    ("text", "header", "line"),
    [
        ("Cliënt;;Contact;\nNummer;Leeftijd;Datum;Activiteit\n", ("Cliënt Nummer", "Cliënt Leeftijd", "Contact Datum", "Contact Activiteit"), 2),
        ("Nummer;;Contact;\nCliënt;Leeftijd;Datum;Activiteit\n", ("Nummer Cliënt", "Nummer Leeftijd", "Contact Datum", "Contact Activiteit"), 2),
    ],
)
def test_two_header_rows_are_joined(text: str, header: tuple[str, ...], line: int) -> None:
    intake = read(f"{text}12;30;03-07-2026;A\n")
    assert (intake.header, intake.header_line) == (header, line)
    assert (cells(intake, "client"), cells(intake, "age"), cells(intake, "line")) == (["12"], [30], [3])


def test_a_group_head_may_stand_beside_whole_heads() -> None:
    intake = read("Datum;Cliënt;;Activiteit\n;nummer;leeftijd;\n03-07-2026;12;30;A\n")
    assert intake.header == ("Datum", "Cliënt nummer", "Cliënt leeftijd", "Activiteit")
    assert (intake.header_line, cells(intake, "client"), intake.rows_read) == (1, ["12"], 1)


def test_missing_columns_are_named_before_any_row_is_looked_at() -> None:
    intake = read("Datum;Wijk\nfout;fout\n")
    assert (intake.reason, intake.missing, intake.errors) == (Reason.MISSING_COLUMNS, (Column.ACTIVITY, Column.CLIENT), ())
    assert intake.samples == {"Datum": ("fout",), "Wijk": ("fout",)}


def test_a_person_maps_a_column_that_nobody_recognises() -> None:
    text = "Datum;Wat;Wie\n03-07-2026;A;12\n"
    mapping = {Column.DATE: "Datum", Column.ACTIVITY: "Wat", Column.CLIENT: "Wie"}
    intake = read_upload(text.encode(), "x.csv", mapping)
    assert (intake.mapping, cells(intake, "client")) == (mapping, ["12"])


def test_a_mapping_by_a_person_is_the_whole_mapping() -> None:
    text = "Datum;Client;Activiteit;Wijk\n03-07-2026;1;A;Noord\n"
    intake = read_upload(text.encode(), "x.csv", {Column.DATE: "Datum", Column.ACTIVITY: "Activiteit", Column.CLIENT: "Client"})
    assert (intake.unused, cells(intake, "district")) == (("Wijk",), [None])


def test_a_remembered_mapping_is_filled_up_with_what_is_recognised() -> None:
    text = "Datum;Wat;Client;Wijk\n03-07-2026;A;1;Noord\n"
    intake = read_upload(text.encode(), "x.csv", remembered={"activity": "Wat", "group": "Verdwenen"})
    assert intake.mapping == {Column.DATE: "Datum", Column.ACTIVITY: "Wat", Column.CLIENT: "Client", Column.DISTRICT: "Wijk"}


@pytest.mark.parametrize(
    ("header", "line", "grain"),
    [
        ("Contactdatum;Client;Activiteit", "03-07-2026;1;A", Grain.CONTACT),
        ("Datum bijeenkomst;Deelnemernr;Activiteit;Groep", "03-07-2026;1;A;G", Grain.ATTENDANCE),
        ("Datum;Activiteit;Aantal", "03-07-2026;A;12", Grain.COUNT),
        ("Client;Activiteit;Startdatum;Einddatum", "1;A;03-07-2026;", Grain.TRAJECTORY),
        ("Datum;Client;Activiteit;Startdatum;Einddatum", "04-07-2026;1;A;03-07-2026;", Grain.TRAJECTORY),
        ("Contactdatum;Client;Activiteit;Startdatum", "03-07-2026;1;A;01-01-2026", Grain.CONTACT),
        ("Registratiedatum;Client;Activiteit;Startdatum;Afsluitreden", "04-07-2026;1;A;03-07-2026;", Grain.TRAJECTORY),
    ],
)
def test_the_grain_follows_from_the_columns(header: str, line: str, grain: Grain) -> None:
    intake = rows(line, header=header)
    assert (intake.grain, intake.per_quarter) == (grain, {"2026-K3": 1})


def test_quoted_cells_may_hold_delimiters_quotes_and_line_breaks() -> None:
    intake = rows('03-07-2026;1;"A;B"', '03-07-2026;2;"A ""B"""', '03-07-2026;3;"A', 'B"', "03-07-2026;4;C")
    assert cells(intake, "activity") == ["A;B", 'A "B"', "A B", "C"]
    assert cells(intake, "line") == [2, 3, 4, 6]


def test_a_quote_that_never_closes_costs_only_its_own_line() -> None:
    intake = rows("03-07-2026;1;A", '03-07-2026;2;"B', "03-07-2026;3;C", '03-07-2026;4;"D', '03-07-2026;5;"E"')
    assert errors(intake) == [(3, "*", '03-07-2026;2;"B', "wrong_shape"), (5, "*", '03-07-2026;4;"D', "wrong_shape")]
    assert cells(intake, "client") == ["1", "3", "5"]


def test_quotes_inside_a_cell_are_part_of_it() -> None:
    assert cells(rows('03-07-2026;1;5" buis', '03-07-2026;2;"De "Boei""'), "activity") == ['5" buis', 'De "Boei"']


@pytest.mark.parametrize("cell", ["BSN", "Burgerservicenummer", "sofinummer", "BSN-nummer", "BSN cliënt"])
def test_a_column_of_citizen_numbers_is_never_kept(cell: str) -> None:
    intake = rows("03-07-2026;1;A;111222333", header=f"{HEADER};{cell}")
    assert intake.personal == (cell,)
    assert cell not in intake.samples
    assert "111222333" not in intake.frame.to_csv()
    stubborn = read_upload(f"Datum;{cell};Activiteit\n03-07-2026;111222333;A\n".encode(), "x", {Column.CLIENT: cell, Column.DATE: "Datum"})
    assert stubborn.reason is Reason.MISSING_COLUMNS


def test_unmapped_columns_are_not_kept_and_personal_ones_are_named() -> None:
    intake = rows("03-07-2026;1;A;Piet;Dorpsstraat 1;blauw", header=f"{HEADER};Naam;Adres;Kleur")
    assert (intake.unused, intake.personal) == (("Naam", "Adres", "Kleur"), ("Naam", "Adres"))
    assert "Piet" not in intake.frame.to_csv()


def test_client_numbers_that_are_mostly_citizen_numbers_are_refused() -> None:
    assert rows("03-07-2026;111222333;A", "03-07-2026;123456782;A", "03-07-2026;7;A").reason is Reason.BSN
    assert rows("03-07-2026;111222333;A", "03-07-2026;8;A", "03-07-2026;7;A").accepted


def test_a_delimiter_beyond_ascii_is_honoured() -> None:
    intake = read("sep=§\nDatum§Client§Activiteit\n03-07-2026§1§A;B\n04-07-2026§2\n")
    assert (intake.delimiter, cells(intake, "activity"), errors(intake)) == ("§", ["A;B"], [(4, "Activiteit", "", "missing")])


def test_records_stay_in_order_where_irregular_lines_stand_between_them() -> None:
    lines = [f"{1 + n % 28:02d}-07-2026;{n};{'A' if n % 7 else chr(34) + 'B;C' + chr(34)}" for n in range(60_000)]  # more than one piece of text
    lines[5], lines[30_000], lines[59_999] = '03-07-2026;x;"A', "03-07-2026;y", ""
    intake = rows(*lines)
    assert [e[:2] for e in errors(intake)] == [(7, "*"), (30_002, "Activiteit")]
    assert (intake.rows_accepted, intake.rows_skipped) == (59_997, 1)
    assert cells(intake, "client") == [str(int(str(line)) - 2) for line in cells(intake, "line")]


def test_columns_of_many_different_values_still_tell_double_rows() -> None:
    lines = [";".join((f"{1 + n % 28:02d}-07-2026", str(n), f"a{n}", *(f"{n}x{i}" for i in range(12)))) for n in range(500)]
    intake = rows(*lines, lines[3], header=f"{HEADER};" + ";".join(f"k{i}" for i in range(12)))
    assert [(w.line, w.code.value) for w in intake.warnings] == [(502, "duplicate")]
