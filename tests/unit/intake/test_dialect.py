"""Any delimited text is split: delimiter, quote and escape are found, and no line is left out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.intake import split

ROWS = [
    ["naam", "tijd", "tekst", "adres"],
    ["Ans", "00:15", "een, twee", "https://voorbeeld.nl/a"],
    ["Bo", "01:30", "zeg eens 'ja'", "https://voorbeeld.nl/b"],
    ["Cor", "02:45", "", "https://voorbeeld.nl/c"],
    ["Dé", "03:00", 'maat 5" breed', "https://voorbeeld.nl/d"],
]


def written(delimiter: str, quote: str = '"', escape: str = "") -> str:
    """The rows with every cell quoted that needs it, and the texts always."""
    escape = escape or quote
    lines = []
    for row in ROWS:
        cells = [quote + c.replace(quote, escape + quote) + quote if i == 2 or delimiter in c or quote in c else c for i, c in enumerate(row)]
        lines.append(delimiter.join(cells))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", ", ", "\t\t", "^", " ", "||", ";;", "::", "~|~", "#", "\x1f"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_delimiter_and_quote_are_found(delimiter: str, quote: str) -> None:
    assert split(written(delimiter, quote).encode()) == ROWS


def test_an_escape_before_a_quote_is_found() -> None:
    assert split(written(",", escape="\\").encode()) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_found(encoding: str, end: str) -> None:
    assert split(written(",").replace("\n", end).encode(encoding)) == ROWS


def test_a_row_in_another_delimiter_is_split_by_its_own() -> None:
    lines = written(",").split("\n")
    lines[1] = 'Ans;00:15;"een, twee";https://voorbeeld.nl/a'
    assert split("\n".join(lines).encode()) == ROWS


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"Ans,00:15,"een, twee",x', ['"Ans', "00:15", "een, twee", "x"]),
        ('Ans,00:15,""een, twee",x', ["Ans", "00:15", '"een, twee', "x"]),
        ('Ans,00:15,"een, twee",x"', ["Ans", "00:15", "een, twee", 'x"']),
        ('Ans,00:15,"een, twee","', ["Ans", "00:15", "een, twee", '"']),
        ('Ans,00:15,"een, "twee"",x', ["Ans", "00:15", 'een, "twee"', "x"]),
        ('Ans,00:15"een, twee",x', ["Ans", '00:15"een, twee"', "x"]),
        ('Ans,00:15,"een, twee"x', ["Ans", "00:15", '"een, twee"x']),
        ("Ans,00:15", ["Ans", "00:15"]),
        ("Ans,,00:15,een,x", ["Ans", "", "00:15", "een", "x"]),
    ],
)
def test_one_broken_line_costs_nothing_but_itself(line: str, cells: list[str]) -> None:
    text = written(",")
    assert split((text + line + "\n" + text).encode()) == [*ROWS, cells, *ROWS]


@pytest.mark.parametrize("delimiter", [";", " ", "|", "\t"])
def test_decimal_commas_do_not_hide_a_row_in_another_delimiter(delimiter: str) -> None:
    table = "naam,prijs,tekst,dag\n" + 'Ans,"12,50",warm,01-02-2026\n' * 4
    line = delimiter.join(("Bo", "3,75", '"wol, katoen"', "03-02-2026"))
    assert split(f"{table}{line}\n".encode())[-1] == ["Bo", "3,75", "wol, katoen", "03-02-2026"]


@pytest.mark.parametrize("delimiter", [";", "; ", " ", ":", "\t"])
def test_decimal_commas_are_no_delimiters(delimiter: str) -> None:
    rows = [["prijs", "oud"], *([f"{n},5{n}", f"{n + 1},25"] for n in range(9))]
    assert split("".join(delimiter.join(r) + "\n" for r in rows).encode()) == rows


@pytest.mark.parametrize("line", ["Gemaakt door de winkel", "# een opmerking", "rood; groen; geel; blauw"])
def test_a_sentence_between_rows_is_one_cell(line: str) -> None:
    assert split(f"{line}\n{written(',')}{line}\n".encode()) == [[line], *ROWS, [line]]


def test_inch_marks_do_not_hide_that_the_quote_is_an_apostrophe() -> None:
    text = """a;b;c\n5";'opa''s trui';x\n6";'de ''hoek''';y\n7";'a;b';z\n"""
    assert split(text.encode())[1:] == [['5"', "opa's trui", "x"], ['6"', "de 'hoek'", "y"], ['7"', "a;b", "z"]]


def test_a_second_table_is_no_row_in_another_delimiter() -> None:
    narrow = "".join(f"cel {i} 0,cel {i} 1 x\n" for i in range(4))
    assert split((written(",") * 3 + narrow).encode())[-4:] == [[f"cel {i} 0", f"cel {i} 1 x"] for i in range(4)]


def test_open_quotes_cost_little_while_the_dialect_is_found() -> None:
    began = time.process_time()
    assert len(split(('Ans,"00:15,een,x\n' * 120).encode())) == 120
    assert time.process_time() - began < 2


def test_a_cell_may_hold_line_breaks() -> None:
    assert split(b'a,b\n1,"x\ny"\n2,z\n') == [["a", "b"], ["1", "x\ny"], ["2", "z"]]


def test_nothing_gives_nothing_and_one_column_stays_one() -> None:
    assert split(b"") == []
    assert split(b"a\nb\nc\n") == [["a"], ["b"], ["c"]]


@given(st.lists(st.text("ab;,\"' \n", max_size=12), max_size=8))
def test_no_character_outside_delimiters_and_quotes_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "".join(c for row in split(text.encode()) for cell in row for c in cell)
    for letter in "ab":
        assert kept.count(letter) == text.count(letter)
