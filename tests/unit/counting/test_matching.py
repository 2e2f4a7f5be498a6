"""Which row belongs to what."""

import pytest

from reporting.counting.cache import ByteCache
from reporting.counting.matching import Matcher, class_index, district_labels, keys_of
from reporting.model.agreement import Unit
from reporting.model.municipality import Municipality, fold
from reporting.model.rules import CountingRules
from tests.unit.counting.build import indicator

BOUNDS = CountingRules().age_bounds


@pytest.mark.parametrize(
    ("pattern", "activity", "takes"),
    [
        ("Eetgroep", "eetgroep", True),
        ("Eetgroep", " EETGROEP ", True),
        ("Cliëntavond", "clientavond", True),
        ("Eetgroep", "Eetgroep Noord", False),
        ("Eetgroep*", "Eetgroep Noord", True),
        ("Eetgroep*", "Eetgroepen", True),
        ("Eetgroep*", "De eetgroep", False),
        ("GR-*", "GR-01", True),
        ("GR-*", "groep", False),
        ("Huiskamer *", "Huiskamer", True),
        ("Huiskamer *", "Huiskamers", False),
        ("A1", "A10", False),
        ("007", "7", False),
        ("*", "wat dan ook", True),
        ("*", "", False),
        ("", "", False),
    ],
)
def test_an_activity_matches_folded_or_by_its_start(pattern: str, activity: str, takes: bool) -> None:
    assert Matcher.of(indicator(Unit.CONTACTS, pattern)).takes(fold(activity), "") is takes


@pytest.mark.parametrize(("cell", "takes"), [("SB1", True), ("sb-1", False), ("bezoekers  van Huiskamers", True), ("SB2", False), ("", False)])
def test_a_row_may_name_its_indicator_by_code_or_name(cell: str, takes: bool) -> None:
    one = indicator(Unit.CONTACTS, "Niets", code="SB1", name="Bezoekers van huiskamers")
    assert Matcher.of(one).takes("iets anders", fold(cell)) is takes


def test_a_municipality_is_known_by_code_and_by_name() -> None:
    assert keys_of(Municipality("GM9999", "Merelveen")) == {"GM9999", "merelveen"}
    assert keys_of(Municipality.named("Gemeente Merelveen")) == {"merelveen"}


@pytest.mark.parametrize(
    ("text", "label"),
    [("18-27", "18-27"), ("18-25", "18-27"), ("12-18", "12-18"), ("75+", "75+"), ("80+", "75+"), ("75-120", "75+"), ("45-64", "45-65")],
)
def test_a_class_of_a_file_that_lies_in_one_of_ours_is_that_class(text: str, label: str) -> None:
    assert CountingRules().age_classes[class_index(text, BOUNDS) - 1] == label


@pytest.mark.parametrize("text", ["0-18", "65+", "18-28", "27-18", "18-18", "volwassen", ""])
def test_a_class_of_a_file_that_fits_none_of_ours_is_unknown(text: str) -> None:
    assert class_index(text, BOUNDS) == 0


def test_equally_used_spellings_take_the_first_of_the_alphabet() -> None:
    assert district_labels({"noord": 1, "Noord": 1, "onbekend": 9, "--": 2}) == {"noord": "Noord", "Noord": "Noord"}


@pytest.mark.parametrize("bounds", [(), (1, 18), (0, 18, 18), (0, 65, 18)])
def test_age_classes_start_at_nought_and_rise(bounds: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="age classes"):
        CountingRules(age_bounds=bounds)


class Block:
    """Something of a size."""

    def __init__(self, nbytes: int) -> None:
        self.nbytes = nbytes


def test_the_cache_forgets_what_was_not_used_for_longest() -> None:
    cache: ByteCache[Block] = ByteCache(10)
    made: list[str] = []

    def get(key: str, size: int = 4) -> None:
        def make(held: Block | None) -> Block:
            assert held is None
            made.append(key)
            return Block(size)

        cache.get(key, make)

    for key in ("a", "b", "a", "c", "a", "b"):
        get(key)
    assert made == ["a", "b", "c", "b"]
    assert cache.nbytes <= 10
    get("too large", 11)
    get("a")
    assert made == ["a", "b", "c", "b", "too large"]
    cache.clear()
    assert cache.nbytes == 0


def test_what_is_held_but_not_enough_is_made_again_from_what_was_there() -> None:
    cache: ByteCache[Block] = ByteCache(10)
    cache.get("a", lambda held: Block(2))
    grown = cache.get("a", lambda held: Block(3 + (held.nbytes if held is not None else 0)), lambda held: held.nbytes > 2)
    assert grown.nbytes == cache.nbytes == 5
    assert cache.get("a", lambda held: Block(9), lambda held: held.nbytes > 2) is grown
