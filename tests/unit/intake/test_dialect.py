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


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", ", ", "\t\t", "^", " "])
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
