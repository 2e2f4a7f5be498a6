"""Figures of earlier reports: what is read, and which lines are told to be wrong."""

from reporting.intake import read_earlier
from reporting.model.agreement import Unit

UNITS = {"A1": Unit.UNIQUE_CLIENTS, "U1": Unit.HOURS}
HEAD = "code;periode;wijk;leeftijd;cijfer\n"


def test_numbers_and_marks_of_totals_and_classes_are_read() -> None:
    said = HEAD + "A1;2025-K3;;;1.200\nA1;2025-tm-K3;Noord;;niet getoond\nA1;2025-K3;;75+;Minder dan 5\nU1;2025-K3;;;12,5\n"
    found = read_earlier(("\ufeff" + said).encode(), "GM9999", UNITS)
    assert (found.wrong, found.missing) == ((), ())
    assert [(c.cell, c.value, c.mark) for c in found.cells] == [
        ("A1|2025-K3", 1200, None),
        ("A1|2025-tm-K3|district:Noord", None, "hidden"),
        ("A1|2025-K3|age:75+", None, "fewer"),
        ("U1|2025-K3", 12.5, None),
    ]
    assert {(c.municipality, c.report, c.version) for c in found.cells} == {("GM9999", "earlier:2025-K3", 0)}


def test_lines_that_say_no_figure_are_named_by_their_number() -> None:
    said = HEAD + "X9;2025-K3;;;12\nA1;zomer;;;12\nA1;2025-K3;;;veel\nA1;2025-K3;Noord;75+;12\nA1;2025-K3;;;12\nA1;2025-K3;;;13\n"
    found = read_earlier(said.encode("cp1252"), "GM9999", UNITS)
    assert found.wrong == (2, 3, 4, 5, 7)
    assert [c.value for c in found.cells] == [12]


def test_a_file_without_the_columns_says_which_are_missing() -> None:
    assert read_earlier(b"code,jaar\nA1,2025\n", "GM9999", UNITS).missing == ("periode", "cijfer")
