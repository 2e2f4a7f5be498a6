"""Explanations, the talk chapter and settings: versions, and what changed since."""

from dataclasses import replace

import pytest

from reporting.actions.agreements import agreements_of, list_municipalities, years_of
from reporting.actions.common import event
from reporting.actions.explanations import conversation_of, explanations_of, new_rows_since, save_conversation, save_explanation
from reporting.actions.save_indicator import remove_indicator, save_indicator
from reporting.errors import Conflict, InputRejected, NotPossible, Reason
from reporting.model.agreement import Indicator
from reporting.model.audit import AuditEvent
from reporting.model.safe import Conversation, Explanation
from reporting.model.stored import StoredConversation, StoredExplanation
from tests.storage.test_repositories import batch
from tests.unit.actions.conftest import HERE, QUARTER, World, indicator

WRITTEN = StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation(see="Meer bezoek."), 0)


def test_an_explanation_knows_the_imports_it_was_written_by(world: World) -> None:
    with world.services.unit_of_work() as uow:
        uow.batches.add(batch("b1"), b"x", [], _event(world))
        uow.commit()
    saved = save_explanation(world.services, world.worker, WRITTEN, 0)
    assert saved.batches == ("b1",)
    assert new_rows_since(world.services, world.worker, saved) == 0
    with world.services.unit_of_work() as uow:
        uow.batches.add(batch("b2", per_quarter={"2026-K3": 40, "2026-K2": 7}), b"y", [], _event(world))
        uow.commit()
    assert new_rows_since(world.services, world.worker, saved) == 40


def test_the_second_of_two_explanations_loses_nothing(world: World) -> None:
    first = save_explanation(world.services, world.worker, WRITTEN, 0)
    with pytest.raises(Conflict) as conflict:
        save_explanation(world.services, world.lead, replace(WRITTEN, explanation=Explanation(see="Anders.")), 0)
    assert conflict.value.theirs == first
    assert explanations_of(world.services, world.officer, HERE.key, QUARTER) == (first,)
    assert len(world.events("save_explanation")) == 1


def test_an_explanation_for_an_unknown_municipality_is_refused(world: World) -> None:
    with pytest.raises(NotPossible, match=Reason.UNKNOWN_MUNICIPALITY.value):
        save_explanation(world.services, world.worker, replace(WRITTEN, municipality="GM0000"), 0)


def test_the_talk_chapter_begins_empty(world: World) -> None:
    assert conversation_of(world.services, world.worker, HERE.key, QUARTER) == StoredConversation(HERE.key, str(QUARTER), Conversation(), 0)
    typed = StoredConversation(HERE.key, str(QUARTER), Conversation(outlook="Een groep erbij."), 0)
    saved = save_conversation(world.services, world.worker, typed, 0)
    assert conversation_of(world.services, world.manager, HERE.key, QUARTER) == saved
    assert saved.version == 1


def test_agreements_are_changed_one_at_a_time(world: World) -> None:
    assert list_municipalities(world.services, world.worker) == (HERE,)
    assert years_of(world.services, world.worker, HERE.key) == (2026,)
    first = agreements_of(world.services, world.worker, HERE.key, 2026)[0]
    saved = save_indicator(world.services, world.lead, replace(first, name="Gasten"), first.version)
    assert saved.version == first.version + 1
    with pytest.raises(Conflict):
        save_indicator(world.services, world.manager, replace(first, name="Bezoek"), first.version)
    remove_indicator(world.services, world.lead, HERE.key, 2026, "SB1")
    assert [i.code for i in agreements_of(world.services, world.worker, HERE.key, 2026)] == ["SB2", "VK1"]


FULL = indicator("X", "x")


@pytest.mark.parametrize("lacking", [replace(FULL, code=" "), replace(FULL, name=" "), replace(FULL, theme="")], ids=["code", "name", "theme"])
def test_an_indicator_needs_a_code_a_name_and_a_theme(world: World, lacking: Indicator) -> None:
    with pytest.raises(InputRejected):
        save_indicator(world.services, world.lead, lacking, 0)


def _event(world: World) -> AuditEvent:
    return event(world.services, world.lead, "test", "batch")
