"""Names that were given beforehand are found however they are typed."""

import pytest

from reporting.model.story import KnownNames
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
