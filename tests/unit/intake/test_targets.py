"""Targets as municipalities really write them (s-hertogenbosch, Gouda, Dordrecht, Tilburg annual reports), paths and units."""

from decimal import Decimal

import pytest

from reporting.intake import TARGET_FORMS, parse_path, parse_target
from reporting.intake.targets import parse_amount, parse_unit
from reporting.model.agreement import TargetKind, Unit

NUMBERS = [
    ("2.400", TargetKind.NUMBER, "2400", False),
    ("2400", TargetKind.NUMBER, "2400", False),
    ("2 400", TargetKind.NUMBER, "2400", False),
    ("7,5", TargetKind.NUMBER, "7.5", False),
    ("7.5", TargetKind.NUMBER, "7.5", False),
    ("69%", TargetKind.NUMBER, "69", True),
    ("69 procent", TargetKind.NUMBER, "69", True),
    ("160 deelnemers", TargetKind.NUMBER, "160", False),
    ("2.400 unieke cliënten", TargetKind.NUMBER, "2400", False),
    (">= 69%", TargetKind.AT_LEAST, "69", True),
    ("≥69%", TargetKind.AT_LEAST, "69", True),
    (">7,5", TargetKind.AT_LEAST, "7.5", False),
    ("minimaal 160", TargetKind.AT_LEAST, "160", False),
    ("Minimaal 2.400 deelnemers", TargetKind.AT_LEAST, "2400", False),
    ("min. 160", TargetKind.AT_LEAST, "160", False),
    ("ten minste 160", TargetKind.AT_LEAST, "160", False),
    ("tenminste 7,5", TargetKind.AT_LEAST, "7.5", False),
    ("minstens 160.", TargetKind.AT_LEAST, "160", False),
    ("meer dan 160", TargetKind.AT_LEAST, "160", False),
    ("160 of meer", TargetKind.AT_LEAST, "160", False),
    ("8 of hoger", TargetKind.AT_LEAST, "8", False),
    ("70% of hoger", TargetKind.AT_LEAST, "70", True),
    ("160+", TargetKind.AT_LEAST, "160", False),
    ("maximaal 20", TargetKind.AT_MOST, "20", False),
    ("<= 5%", TargetKind.AT_MOST, "5", True),
    ("< 5%", TargetKind.AT_MOST, "5", True),
    ("hoogstens 20", TargetKind.AT_MOST, "20", False),
    ("ten hoogste 20", TargetKind.AT_MOST, "20", False),
    ("niet meer dan 20", TargetKind.AT_MOST, "20", False),
    ("minder dan 20", TargetKind.AT_MOST, "20", False),
    ("20 of minder", TargetKind.AT_MOST, "20", False),
]


@pytest.mark.parametrize(("text", "kind", "amount", "percent"), NUMBERS)
def test_a_target_with_one_number_is_read(text: str, kind: TargetKind, amount: str, percent: bool) -> None:
    target = parse_target(text)
    assert target is not None
    assert (target.kind, target.amount, target.percent, target.text) == (kind, Decimal(amount), percent, text)


@pytest.mark.parametrize(
    "text",
    [
        "gelijk blijven of groter; bandbreedte 65-70%",
        "bandbreedte 65-70%",
        "Bandbreedte: 65 – 70 %",
        "tussen 65 en 70%",
        "tussen de 65% en 70%",
        "65-70%",
        "65% tot 70%",
        "van 65 tot 70%",
    ],
)
def test_a_band_has_two_edges(text: str) -> None:
    target = parse_target(text)
    assert target is not None
    assert (target.kind, target.lower, target.upper, target.percent) == (TargetKind.BAND, Decimal(65), Decimal(70), True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("lager dan nulmeting", TargetKind.LOWER_THAN_BASELINE),
        ("Lager dan de nulmeting", TargetKind.LOWER_THAN_BASELINE),
        ("daling", TargetKind.LOWER_THAN_BASELINE),
        ("afname t.o.v. nulmeting", TargetKind.LOWER_THAN_BASELINE),
        ("minder dan nulmeting 2024", TargetKind.LOWER_THAN_BASELINE),
        ("toename", TargetKind.INCREASE),
        ("Toename.", TargetKind.INCREASE),
        ("stijging", TargetKind.INCREASE),
        ("stijging ten opzichte van de nulmeting", TargetKind.INCREASE),
        ("hoger dan nulmeting", TargetKind.INCREASE),
        ("gelijk blijven of groter", TargetKind.INCREASE),
        ("n.b.", TargetKind.NOT_SET),
        ("", TargetKind.NOT_SET),
        ("-", TargetKind.NOT_SET),
        ("nader te bepalen", TargetKind.NOT_SET),
        ("n.v.t.", TargetKind.NOT_SET),
    ],
)
def test_a_target_in_words_is_read(text: str, kind: TargetKind) -> None:
    target = parse_target(text)
    assert target is not None
    assert target.kind is kind


@pytest.mark.parametrize("text", ["veel", "70-65%", "zie bijlage", "lager", "toename van 10%", "een stuk of tien", "12-13-14", "> veel", "<>", "€ 500"])
def test_what_is_no_target_is_not_read(text: str) -> None:
    assert parse_target(text) is None


@pytest.mark.parametrize("text", TARGET_FORMS)
def test_the_forms_that_are_shown_as_examples_can_be_read(text: str) -> None:
    assert parse_target(text) is not None


@pytest.mark.parametrize(
    ("text", "steps", "shares"),
    [
        ("", ("0.25", "0.5", "0.75", "1"), True),
        ("10%|40%|70%|100%", ("0.1", "0.4", "0.7", "1"), True),
        ("0,1|0,4|0,7|1", ("0.1", "0.4", "0.7", "1"), True),
        ("10|40|70|100", ("0.1", "0.4", "0.7", "1"), True),
        ("100|250|600|2.400", ("100", "250", "600", "2400"), False),
    ],
)
def test_a_path_is_shares_or_numbers(text: str, steps: tuple[str, ...], shares: bool) -> None:
    path = parse_path(text)
    assert path is not None
    assert path.steps == tuple(Decimal(s) for s in steps)
    assert path.shares is shares


def test_a_path_that_ends_in_a_target_of_100_is_in_numbers() -> None:
    path = parse_path("10|40|70|100", parse_target("100"))
    assert path is not None
    assert not path.shares


@pytest.mark.parametrize("text", ["25%|50%|75%", "50%|25%|75%|100%", "a|b|c|d", "0|0|0|0"])
def test_what_is_no_path_is_not_read(text: str) -> None:
    assert parse_path(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "word"),
    [
        ("unieke cliënten", Unit.UNIQUE_CLIENTS, ""),
        ("Nieuwe unieke cliënten", Unit.NEW_UNIQUE_CLIENTS, ""),
        ("deelnames", Unit.ATTENDANCES, ""),
        ("bijeenkomsten", Unit.SESSIONS, ""),
        ("contacten", Unit.CONTACTS, ""),
        ("uren", Unit.HOURS, ""),
        ("aantal (dagen vervangende zorg)", Unit.AMOUNT, "dagen vervangende zorg"),
        ("rapportcijfer", Unit.GRADE, ""),
        ("aanbeveling", Unit.RECOMMEND, ""),
        ("afgesloten trajecten", Unit.CLOSED_TRAJECTORIES, ""),
        ("afgesloten trajecten (werk of school)", Unit.CLOSED_TRAJECTORIES, "werk of school"),
    ],
)
def test_a_unit_is_read_with_what_is_in_brackets(text: str, unit: Unit, word: str) -> None:
    assert parse_unit(text) == (unit, word)


def test_an_unknown_unit_is_not_read() -> None:
    assert parse_unit("appels") is None


@pytest.mark.parametrize(("text", "amount"), [("66%", "66"), ("7,5", "7.5"), ("1.200", "1200"), ("46 (2024)", "46"), ("46 cliënten", "46")])
def test_a_baseline_is_a_number(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)
