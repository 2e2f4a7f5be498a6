"""What is written is what is read, and what does not fit is never shown."""

import traceback
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime

import pytest

from reporting.errors import InternalError
from reporting.model.consent import Consent, GivenBy, Purpose
from reporting.model.safe import Kept
from reporting.model.story import Person, Story
from reporting.storage.codec import pack, unpack
from reporting.storage.keys import new_keys
from tests.storage.test_repositories import CELL, batch, indicator, report
from tests.storage.test_stories import STORY

CONSENT = Consent("s1", GivenBy.PARENT, "a1", date(2026, 9, 2), frozenset(Purpose), Kept.FIRST_NAME, "h", True, "mondeling", kept_names=("Bo",))
CONSENT = replace(CONSENT, valid_until=date(2027, 1, 1), recorded_at=datetime.now(UTC), withdrawn=True)
THINGS = [STORY, CONSENT, indicator(), batch(erased_on=(date(2026, 1, 1),)), report(), CELL, replace(CELL, value=3), replace(CELL, value=None, mark="hidden")]


def same_types(one: object, other: object) -> bool:
    """True when two equal things are built of the same types all the way down; the order of a set does not count."""
    if type(one) is not type(other):
        return False
    if is_dataclass(one):
        return all(same_types(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    if isinstance(one, dict) and isinstance(other, dict):
        return all(same_types(value, other[key]) for key, value in one.items())
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return {(type(item), item) for item in one} == {(type(item), item) for item in other}
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return all(same_types(*pair) for pair in zip(one, other, strict=True))
    return True


@pytest.mark.parametrize("thing", THINGS, ids=lambda t: type(t).__name__)
def test_everything_comes_back_equal_and_of_the_same_types(thing: object) -> None:
    again = unpack(pack(thing), type(thing))
    assert again == thing
    assert same_types(again, thing)


def test_a_field_that_was_added_since_gets_its_default() -> None:
    assert unpack(b'{"name": "Bo"}', Person) == Person("Bo", "")


@pytest.mark.parametrize("data", [b"", b"Wilhelmina", b'{"name": "Wilhelmina"}', b'["Wilhelmina"]', b'{"id": "Wilhelmina", "status": "Wilhelmina"}'])
def test_what_does_not_fit_is_our_fault_and_never_shown(data: bytes) -> None:
    with pytest.raises(InternalError) as caught:
        unpack(data, Story)
    assert "Wilhelmina" not in "".join(traceback.format_exception(caught.value))


def test_keys_are_never_printed() -> None:
    keys = new_keys()
    assert repr(keys.pseudonym) not in repr(keys)
    assert "masters" not in repr(keys)
