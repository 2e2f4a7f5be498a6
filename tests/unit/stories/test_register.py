"""The register check at its boundary, and what it proposes."""

import pytest

from reporting.stories import RegisterCheck, RegisterCounts, Trait, register_check


@pytest.mark.parametrize(
    ("counts", "k", "expected"),
    [
        (RegisterCounts(5, 9, 9, 20), 5, RegisterCheck(held=False)),
        (RegisterCounts(4, 9, 6, 20), 5, RegisterCheck(held=True, generalise=Trait.AGE_CLASS)),
        (RegisterCounts(4, 4, 6, 20), 5, RegisterCheck(held=True, generalise=Trait.DISTRICT)),
        (RegisterCounts(1, 4, 4, 5), 5, RegisterCheck(held=True, generalise=Trait.BOTH)),
        (RegisterCounts(1, 2, 3, 4), 5, RegisterCheck(held=True)),
        (RegisterCounts(0, 0, 0, 0), 5, RegisterCheck(held=True)),
        (RegisterCounts(9, 9, 9, 9), 10, RegisterCheck(held=True)),
    ],
)
def test_fewer_than_k_who_share_the_traits_hold_a_story(counts: RegisterCounts, k: int, expected: RegisterCheck) -> None:
    assert register_check(counts, k) == expected
