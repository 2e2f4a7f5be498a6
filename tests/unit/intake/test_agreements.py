"""An agreements file: good rows become indicators, wrong rows findings with line, column, value and code."""

import io
from decimal import Decimal

import openpyxl
import pytest

from reporting.errors import Reason
from reporting.intake import read_agreements
from reporting.model.agreement import TargetKind, Unit
from reporting.model.finding import FindingCode

HEADER = "gemeente;jaar;thema;code;afspraak;beoogd resultaat;indicator;definitie;eenheid;activiteiten;nulmeting;jaardoel;pad;bron"
GOOD = "Lindemeer (GM9998);2026;Meedoen;M1;Afspraak;Resultaat;Bezoekers;Iedereen;unieke cliënten;HK*|Eetgroep;1.100;>= 1.200;10%|40%|70%|100%;lijst"


def test_a_good_row_becomes_an_indicator_with_everything_in_it() -> None:
    read = read_agreements(f"{HEADER}\n{GOOD}\n".encode(), "afspraken.csv")
    (one,) = read.indicators
    assert (one.municipality.key, one.municipality.name, one.year, one.theme, one.code, one.name) == ("GM9998", "Lindemeer", 2026, "Meedoen", "M1", "Bezoekers")
    assert (one.unit, one.activities, one.baseline, one.target.kind, one.target.amount) == (
        Unit.UNIQUE_CLIENTS,
        ("HK*", "Eetgroep"),
        Decimal(1100),
        TargetKind.AT_LEAST,
        Decimal(1200),
    )
    assert (one.path.steps[0], one.source, one.definition, one.intended_result) == (Decimal("0.1"), "lijst", "Iedereen", "Resultaat")
    assert (read.rows_read, read.rows_accepted, read.rows_reported, read.rows_skipped) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("gemeente", "", FindingCode.MISSING),
        ("jaar", "26", FindingCode.BAD_YEAR),
        ("eenheid", "appels", FindingCode.BAD_UNIT),
        ("jaardoel", "zie bijlage", FindingCode.BAD_TARGET),
        ("pad", "1|2|3", FindingCode.BAD_PATH),
        ("nulmeting", "ergens rond 5 of 6", FindingCode.BAD_BASELINE),
    ],
)
def test_a_wrong_cell_is_a_finding_and_the_other_rows_are_read(column: str, value: str, code: FindingCode) -> None:
    cells = GOOD.split(";")
    cells[HEADER.split(";").index(column)] = value
    cells[3] = "M2"
    read = read_agreements("\n".join((HEADER, GOOD, ";".join(cells))).encode(), "afspraken.csv")
    assert [(f.line, f.column, f.value, f.code) for f in read.findings] == [(3, column, value, code)]
    assert [i.code for i in read.indicators] == ["M1"]
    assert (read.rows_read, read.rows_accepted, read.rows_reported) == (2, 1, 1)


def test_a_code_may_stand_once_per_municipality_and_year() -> None:
    next_year = GOOD.replace("2026", "2027")
    elsewhere = GOOD.replace("Lindemeer (GM9998)", "Oostmeer")
    read = read_agreements("\n".join((HEADER, GOOD, next_year, elsewhere, GOOD, "", HEADER)).encode(), "afspraken.csv")
    assert [(f.line, f.column, f.code) for f in read.findings] == [(5, "code", FindingCode.SAME_CODE)]
    assert (len(read.indicators), read.rows_skipped) == (3, 2)
    assert {(i.municipality.key, i.year) for i in read.indicators} == {("GM9998", 2026), ("GM9998", 2027), ("oostmeer", 2026)}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_encoding_and_delimiter_do_not_matter(encoding: str, delimiter: str) -> None:
    text = f"Afspraken 2026\n\n{HEADER}\n{GOOD}\n".replace(";", delimiter)
    assert read_agreements(text.encode(encoding), "x.txt").indicators == read_agreements(f"{HEADER}\n{GOOD}".encode(), "x.csv").indicators


def test_a_workbook_is_read_with_its_numbers_and_percentages() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Gemeente", "Jaar", "Thema", "Code", "Indicator", "Eenheid", "Activiteiten", "Nulmeting", "Jaardoel"])
    sheet.append(["Lindemeer", 2026, "Meedoen", "M1", "Cijfer", "rapportcijfer", "HK*", 7.4, 7.5])
    sheet.append(["Lindemeer", 2026, "Meedoen", "M2", "Aanbeveling", "aanbeveling", "HK*", 0.66, 0.69])
    sheet["I3"].number_format = "0%"
    data = io.BytesIO()
    book.save(data)
    one, two = read_agreements(data.getvalue(), "afspraken.xlsx").indicators
    assert (one.target.amount, one.target.text, one.baseline) == (Decimal("7.5"), "7,5", Decimal("7.4"))
    assert (two.target.amount, two.target.percent, two.target.text, two.baseline) == (Decimal(69), True, "69%", Decimal(66))


@pytest.mark.parametrize(("data", "reason"), [(b"", Reason.EMPTY), (b"%PDF-1.7", Reason.WRONG_TYPE), (b"a;b\n1;2", Reason.NO_HEADER)])
def test_a_file_that_is_none_says_why(data: bytes, reason: Reason) -> None:
    assert read_agreements(data, "x.csv").reason is reason


def test_missing_columns_are_named() -> None:
    read = read_agreements(b"gemeente;jaar;code;indicator;jaardoel\nLindemeer;2026;M1;Bezoekers;12\n", "x.csv")
    assert (read.reason, read.missing) == (Reason.MISSING_COLUMNS, ("thema", "eenheid"))


def test_in_a_workbook_a_thousand_as_text_differs_from_a_broken_number() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["gemeente", "jaar", "thema", "code", "afspraak", "indicator", "eenheid", "activiteiten", "nulmeting", "jaardoel"])
    sheet.append(["GM0001", 2026, "Buurt", "A1", "Ontmoeten", "Bezoekers", "deelnames", "Inloop", "1.050", "2.400"])
    sheet.append(["GM0001", 2026, "Buurt", "A2", "Ontmoeten", "Uren", "uren", "Inloop", 1.05, 2.125])
    data = io.BytesIO()
    book.save(data)
    text, number = read_agreements(data.getvalue(), "afspraken.xlsx").indicators
    assert (text.baseline, text.target.amount) == (Decimal(1050), Decimal(2400))
    assert (number.baseline, number.target.amount) == (Decimal("1.05"), Decimal("2.125"))
