"""The attacker against trying everything, on small tables."""

import random
from itertools import product

import numpy as np
import pytest
from scipy.sparse import csr_array

from reporting.disclosure.attack import Attack, Row
from reporting.disclosure.program import Contradiction, Program

MOST = 8


def _brute(lower: list[int], upper: list[int], rows: list[Row]) -> tuple[list[int], list[int]]:
    every = np.array(list(product(*(range(low, high + 1) for low, high in zip(lower, upper, strict=True)))))
    fits = np.ones(len(every), dtype=bool)
    for row in rows:
        sums = every[:, row.cells] @ np.array(row.coefficients)
        fits &= (sums >= row.low) & (sums <= row.high)
    return every[fits].min(axis=0).tolist(), every[fits].max(axis=0).tolist()


def _puzzle(seed: int) -> tuple[list[int], list[int], list[Row]]:
    """Two quarters and a year to date of two districts with their totals, people or registrations, about half hidden."""
    rng = random.Random(seed)
    adds_up = rng.random() < 0.5
    one, two = ([rng.randint(0, 2) for _ in range(2)] for _ in range(2))
    both = [a + b if adds_up else rng.randint(max(a, b), a + b) for a, b in zip(one, two, strict=True)]
    values = [*one, sum(one), *two, sum(two), *both, sum(both)]
    lower, upper = list(values), list(values)
    for i in rng.sample(range(9), 5):
        lower[i], upper[i] = 0, MOST
    rows = [Row((3 * p, 3 * p + 1, 3 * p + 2), (-1.0, -1.0, 1.0), 0, 0) for p in range(3)]
    for i in range(3):
        rows.append(Row((i, 3 + i, 6 + i), (-1.0, -1.0, 1.0), 0 if adds_up else -np.inf, 0))
        rows += [] if adds_up else [Row((own, 6 + i), (-1.0, 1.0), 0, np.inf) for own in (i, 3 + i)]
    return lower, upper, rows


@pytest.mark.parametrize("seed", range(60))
def test_the_attacker_finds_what_trying_everything_finds(seed: int) -> None:
    lower, upper, rows = _puzzle(seed)
    least, most = _brute(lower, upper, rows)
    attack = Attack(lower, upper, [True] * 9, rows)
    found = attack.narrowed(range(9), 3, (1, 4))
    hidden = [i for i in range(9) if upper[i] > lower[i]]
    narrow = {i: (float(least[i]), float(most[i])) for i in hidden if most[i] - least[i] < 3 and least[i] <= 4 and most[i] >= 1}
    assert {i: ends for i, ends in found.items() if i in hidden} == narrow


def test_a_percentage_narrows_in_whole_numbers_where_fractions_see_nothing() -> None:
    rows = [Row((0, 1), (1.0, -0.665), 0, np.inf), Row((0, 1), (1.0, -0.675), -np.inf, 0)]  # 67% of 1-4 people
    found = Attack([0, 1], [4, 4], [True, True], rows).narrowed([0, 1], 3, (1, 4))
    assert found == {0: (2.0, 2.0), 1: (3.0, 3.0)}


def test_levers_are_the_printed_cells_that_hold_it() -> None:
    attack = Attack([23, 0, 20, 9], [23, 50, 20, 9], [True] * 4, [Row((0, 1, 2), (1.0, -1.0, -1.0), 0, 0)])
    assert set(attack.narrowed([1], 3, (1, 4))) == {1}
    assert {0, 2} <= set(attack.levers(1))
    assert 3 not in attack.levers(1)


def test_hiding_keeps_what_was_proved() -> None:
    attack = Attack([23, 0, 20], [23, 50, 20], [True] * 3, [Row((0, 1, 2), (1.0, -1.0, -1.0), 0, 0)])
    assert attack.narrowed([1], 3, (1, 4))
    attack.hide(2, 0, 50)
    assert attack.narrowed([1, 2], 3, (1, 4)) == {}


def test_what_cannot_be_true_is_said() -> None:
    rows = [Row((0, 1), (1.0, 1.0), 3, 3), Row((0, 1), (1.0, 1.0), 5, 5)]
    with pytest.raises(Contradiction):
        Attack([0, 0], [4, 4], [True, True], rows).narrowed([0, 1], 3, (1, 4))


def test_a_program_goes_on_from_its_last_answer_and_says_where_nothing_fits() -> None:
    goals = np.array([1.0, 0.0]), np.array([-1.0, 0.0]), np.array([1.0, 1.0])
    sides = np.array([7.0, -np.inf]), np.array([7.0, 2.0])  # 2a + 2b = 7 has no answer in whole numbers, a - b <= 2
    bounds = np.zeros(2), np.full(2, 9.0)
    matrix = csr_array(np.array([[2.0, 2.0], [1.0, -1.0]]))
    fractions, whole = (Program(matrix, sides, bounds, np.full(2, kind)) for kind in (False, True))
    assert [round(float(g @ fractions.lowest(g)), 6) for g in goals] == [0.0, -2.75, 3.5]
    with pytest.raises(Contradiction):
        whole.lowest(goals[0])
    none = Program(matrix, (np.array([99.0, 0.0]), np.array([99.0, 0.0])), bounds, np.full(2, True))
    with pytest.raises(Contradiction):
        none.lowest(goals[0])
    assert none.pull(goals[0]).tolist() == [0.0, 0.0]
