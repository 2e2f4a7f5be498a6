"""How much the detector finds, as floors on invented stories. A missed name becomes an example; none is ever deleted to get green."""

import pytest

from tests.unit.stories.scoring import examples, score, with_invented_names

# direct recall, persons, precision, characters left at most, stories without a leak: what was measured, rounded down
FLOORS = {
    "tune": (99, 99.5, 98, 0.5, 97),
    "held_out": (99, 99, 98, 0.5, 95),
    "held_out_2": (98.5, 98.5, 98, 0.5, 95),
    "held_out_3": (98, 98, 98, 0.5, 93),
    "held_out_4": (98, 98, 97, 0.5, 93),
    "held_out_5": (99, 99, 98, 0.5, 95),
    "held_out_6": (98.5, 98.5, 98, 0.5, 95),
    "held_out_7": (99, 99, 98, 0.5, 95),
    "held_out_8": (98, 99, 98, 0.5, 90),
    "held_out_9": (99, 99, 98, 0.5, 90),
    "held_out_10": (99, 99, 98, 0.5, 95),
    "held_out_11": (99, 99, 98, 0.5, 95),
    "held_out_12": (99, 99, 98, 0.5, 95),
    "held_out_13": (99, 99, 98, 0.5, 95),
    "held_out_14": (99, 99, 97.5, 0.8, 95),
    "held_out_15": (99, 99, 98, 0.5, 95),
    "held_out_16": (97.5, 99, 97.5, 2.0, 80),
    "held_out_17": (98.5, 99, 97.5, 1.0, 90),
}
SETS = tuple(FLOORS)


@pytest.mark.parametrize("name", SETS)
def test_the_measured_floors_hold(name: str) -> None:
    recall, people, precision, left, whole = FLOORS[name]
    found = score(examples(name))
    assert found.recall >= recall, found.missed
    assert found.person_recall >= people, found.missed
    assert found.precision >= precision, found.false
    assert found.characters_left <= left, found.missed
    assert found.stories_whole >= whole, found.missed


@pytest.mark.parametrize("name", SETS)
def test_names_nobody_ever_bore_are_found(name: str) -> None:
    found = score([with_invented_names(story, seed) for story in examples(name) for seed in range(2)])
    assert found.person_recall >= 97, found.missed


@pytest.mark.parametrize("name", SETS)
def test_in_lower_case_the_names_that_are_known_are_found(name: str) -> None:
    assert score(examples(name), known=True, lower=True).person_recall >= 96


def test_there_are_sixty_stories_and_more() -> None:
    assert sum(len(examples(name)) for name in SETS) >= 60
