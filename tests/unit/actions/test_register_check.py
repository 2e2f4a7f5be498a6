"""A story whose teller is one of too few in our own register is held, with the way to tell it more generally."""

from dataclasses import replace

import pytest

from reporting.actions.register_check import register_check_of
from reporting.actions.report_checklist import report_checklist
from reporting.actions.review_story import approve_story
from reporting.actions.save_story import save_story
from reporting.actions.settings import save_setting
from reporting.actions.types import Check, Light
from reporting.errors import NotReleasable, Reason
from reporting.model.story import Story, StorytellerRole
from reporting.stories import RegisterCheck, Trait
from reporting.texts.errors import sentence
from tests.unit.actions.conftest import HERE, QUARTER, World
from tests.unit.actions.telling import TEXT, approved, typed, waiting
from tests.unit.actions.test_imports import upload

HEAD = "Datum;Activiteit;Clientnummer;Wijk;Leeftijd\n"
OLD_NORTH = replace(TEXT, district="Noord", age_class="75+")


def _register(world: World, north_old: int = 0, north_young: int = 0, south_old: int = 0) -> None:
    """So many clients each, in the quarter."""
    kinds = [("Noord", 80)] * north_old + [("Noord", 20)] * north_young + [("Zuid", 80)] * south_old
    rows = [f"01-07-2026;koffie;{100 + n};{district};{age}\n" for n, (district, age) in enumerate(kinds)]
    upload(world, (HEAD + "".join(rows)).encode())


def _check(world: World, story: Story) -> RegisterCheck:
    return register_check_of(world.services, world.worker, story.id)


def test_as_many_as_the_threshold_may_go_and_one_fewer_is_held(world: World) -> None:
    _register(world, north_old=5, south_old=1)
    story = waiting(world, OLD_NORTH)
    assert _check(world, story) == RegisterCheck(held=False)
    save_setting(world.services, world.officer, "disclosure_threshold", "6", 0)
    assert _check(world, story).held
    with pytest.raises(NotReleasable, match=Reason.FEW_IN_DISTRICT.value):
        approve_story(world.services, world.colleague, story.id, story.version)


@pytest.mark.parametrize(
    ("clients", "generalise", "reason"),
    [
        ((4, 3, 0), Trait.AGE_CLASS, Reason.FEW_OF_AGE),
        ((4, 0, 3), Trait.DISTRICT, Reason.FEW_IN_DISTRICT),
        ((1, 2, 2), Trait.BOTH, Reason.FEW_ALIKE),
        ((4, 0, 0), None, Reason.FEW_IN_ALL),
    ],
)
def test_a_held_story_is_not_sent_and_says_what_to_generalise(world: World, clients: tuple[int, int, int], generalise: Trait | None, reason: Reason) -> None:
    _register(world, *clients)
    story = typed(world, OLD_NORTH)
    assert _check(world, story) == RegisterCheck(held=True, generalise=generalise)
    with pytest.raises(NotReleasable) as held:
        waiting(world, OLD_NORTH)
    assert held.value.reason is reason
    assert "cliënten" in sentence(held.value)


def test_telling_it_more_generally_lets_it_go(world: World) -> None:
    _register(world, north_old=2, north_young=4)
    story = typed(world, OLD_NORTH)
    assert _check(world, story).held
    wider = save_story(world.services, world.worker, replace(story, text=replace(story.text, age_class="")), story.version)
    assert _check(world, wider) == RegisterCheck(held=False)


def test_an_approved_story_is_held_again_once_the_register_tells_more(world: World) -> None:
    story = approved(world, OLD_NORTH)  # nothing was imported yet
    _register(world, north_old=1, north_young=9)
    items = {item.check: item for item in report_checklist(world.services, world.worker, HERE.key, QUARTER)}
    assert items[Check.STORIES].light is Light.BLOCK
    assert (items[Check.STORIES].reason, items[Check.STORIES].names) == (Reason.FEW_OF_AGE, (story.id,))


@pytest.mark.parametrize("role", [StorytellerRole.WORKER, StorytellerRole.PARTNER])
def test_who_is_no_client_is_not_sought_among_clients(world: World, role: StorytellerRole) -> None:
    _register(world, north_old=1)
    assert not _check(world, typed(world, replace(OLD_NORTH, storyteller_role=role))).held
