"""Names that were given beforehand are found however they are typed."""

import pytest

from reporting.model.story import KnownNames, SpanType
from reporting.stories import detect


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("ik sprak ria jansen", ("Ria Jansen",), ["ria jansen"]),  # "ria" is an ordinary word too
        ("ik sprak ria jansens dochter", ("Ria Jansen",), ["ria jansen"]),
        ("Ik sprak de bakker en piet bakker.", ("Piet Bakker",), ["piet bakker"]),
        ("ik sprak mohamed el amrani en zijn dochter salma", ("Mohamed el Amrani", "Salma"), ["mohamed el amrani", "salma"]),
    ],
)
def test_a_given_name_is_found_without_capitals(text: str, names: tuple[str, ...], found: list[str]) -> None:
    assert [r.text for r in detect(text, KnownNames(people=names))] == found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Zijn buurvrouw Mariët Horst kwam langs.", "Horst", ["Mariët Horst"]),
        ("Thuishulp Gerda van Leeuwerik merkte het.", "Gerda", ["Gerda van Leeuwerik"]),
        ("Zijn vader, Joost van der Meulen, was boos.", "Meulen", ["Joost van der Meulen"]),
        ("Mevrouw Dekkers heeft gebeld.", "Dekker", ["Dekkers"]),
        ("Met een dikke groet,\nRoel Adriaans", "Adriaan", ["Roel Adriaans"]),
        ("We gingen met Semhars broer mee.", "Semhar", ["Semhar"]),
        ("Zij woont bij 't bos in de stad.", "Ineke van 't Veld", []),
        ("Hai woont hier, al mien leven.", "Mien Bosch", []),
    ],
)
def test_a_name_of_another_story_hides_nothing_of_a_longer_name(text: str, name: str, found: list[str]) -> None:
    assert [r.text for r in detect(text, KnownNames(memory=(name,))) if r.type is SpanType.PERSON] == found
