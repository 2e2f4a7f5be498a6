"""Profiles: who may add whom, and that a changed role holds at once."""

from dataclasses import replace

import pytest

from reporting.actions.audit_trail import audit_trail
from reporting.actions.drafts import drop_draft, load_draft, save_draft
from reporting.actions.people import add_person, list_people, remove_person, update_person
from reporting.errors import InputRejected, NotAllowed, NotPossible, Reason
from reporting.model.people import COMMAND_LINE, Actor, Role
from reporting.ports import Services
from tests.unit.actions.conftest import World


def test_the_first_profile_needs_nobody_and_the_second_does(world: World) -> None:
    assert [p.role for p in list_people(world.services)].count(Role.MANAGER) == 1
    with pytest.raises(NotAllowed, match=Reason.NO_PROFILE.value):
        add_person(world.services, None, "Nog Iemand", Role.WORKER)
    with pytest.raises(NotAllowed, match=Reason.NO_PROFILE.value):
        add_person(world.services, None, "Nog Iemand", Role.MANAGER)
    with pytest.raises(NotAllowed, match=Reason.NOT_ALLOWED.value):
        add_person(world.services, world.lead, "Nog Iemand", Role.WORKER)


def test_where_there_is_no_manager_anybody_may_add_one(empty: Services) -> None:
    worker = add_person(empty, None, "Eerste", Role.WORKER)
    with pytest.raises(NotAllowed):
        add_person(empty, None, "Tweede", Role.WORKER)
    manager = add_person(empty, None, "Tweede", Role.MANAGER)
    assert set(list_people(empty)) == {worker, manager}


@pytest.mark.parametrize(("name", "role"), [("", Role.WORKER), ("   ", Role.WORKER), ("Jan", Role.COMMAND_LINE)])
def test_a_profile_needs_a_name_and_a_role_of_people(world: World, name: str, role: Role) -> None:
    with pytest.raises(InputRejected):
        add_person(world.services, world.manager, name, role)
    with pytest.raises(InputRejected):
        update_person(world.services, world.manager, Actor(world.worker.id, name, role))


def test_a_changed_role_holds_at_once_whatever_the_session_thinks(world: World) -> None:
    update_person(world.services, world.manager, replace(world.officer, role=Role.WORKER))
    with pytest.raises(NotAllowed, match=Reason.NOT_ALLOWED.value):
        audit_trail(world.services, world.officer)


def test_a_removed_profile_ends_at_once(world: World) -> None:
    save_draft(world.services, world.worker, "story:1", {"title": "x"})
    remove_person(world.services, world.manager, world.worker.id)
    with pytest.raises(NotAllowed, match=Reason.NO_PROFILE.value):
        load_draft(world.services, world.worker, "story:1")
    assert audit_trail(world.services, COMMAND_LINE)[0].action == "remove_person"


def test_in_the_sample_world_a_visitor_keeps_their_own_role(world: World) -> None:
    sample = replace(world.services, sample=True)
    assert audit_trail(sample, Actor("elsewhere", "Gast", Role.PRIVACY_OFFICER))
    with pytest.raises(NotAllowed):
        audit_trail(sample, Actor("elsewhere", "Gast", Role.WORKER))


def test_the_last_manager_stays(world: World) -> None:
    with pytest.raises(NotPossible, match=Reason.LAST_MANAGER.value):
        remove_person(world.services, world.manager, world.manager.id)
    with pytest.raises(NotPossible, match=Reason.LAST_MANAGER.value):
        update_person(world.services, world.manager, replace(world.manager, role=Role.WORKER))
    second = add_person(world.services, world.manager, "Tweede Beheerder", Role.MANAGER)
    remove_person(world.services, second, world.manager.id)
    with pytest.raises(NotPossible, match=Reason.NOT_FOUND.value):
        remove_person(world.services, second, world.manager.id)


def test_a_draft_belongs_to_who_types_it(world: World) -> None:
    saved = save_draft(world.services, world.worker, "story:1", {"title": "Het hek"})
    assert load_draft(world.services, world.worker, "story:1") == saved
    assert load_draft(world.services, world.colleague, "story:1") is None
    drop_draft(world.services, world.worker, "story:1")
    assert load_draft(world.services, world.worker, "story:1") is None
