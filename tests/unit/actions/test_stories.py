"""A story from the first letter to the second pair of eyes, and away again."""

from dataclasses import replace

import pytest

from reporting.actions.choose_story import choose_story
from reporting.actions.common import event
from reporting.actions.erase_client import erase_client
from reporting.actions.erase_story import erase_story
from reporting.actions.propose_story import preview_marked, preview_story, propose_story
from reporting.actions.record_consent import record_consent, withdraw_consent
from reporting.actions.reveal_original import reveal_original
from reporting.actions.review_story import approve_story, send_back_story, undo_approval
from reporting.actions.save_story import save_story
from reporting.actions.stories import IN_STORY, chosen, consents_of, get_story, list_stories, new_story, story_gaps
from reporting.actions.submit_story import submit_story
from reporting.actions.withdraw_story import restore_story, withdraw_story
from reporting.errors import Conflict, InputRejected, NotPossible, NotReleasable, Reason
from reporting.intake import pseudonym
from reporting.model.people import COMMAND_LINE
from reporting.model.story import Story, StoryStatus
from reporting.texts.screens_stories import chosen_by
from tests.unit.actions.conftest import HERE, QUARTER, World
from tests.unit.actions.telling import TEXT, approved, consent, typed, waiting


def test_the_way_from_concept_to_approved(world: World) -> None:
    story = approved(world)
    assert (story.status, story.reviewed_by, story.author) == (StoryStatus.APPROVED, world.colleague.id, world.worker.id)
    assert story.approved_hash == consents_of(world.services, world.worker, story.id)[0].text_hash
    told = [name for name in ("save_story", "record_consent", "submit_story", "approve_story") for _ in world.events(name)]
    assert told == ["save_story", "save_story", "record_consent", "submit_story", "approve_story"]


def test_state_and_approval_are_never_taken_from_the_caller(world: World) -> None:
    forged = replace(new_story(world.worker, HERE.key, QUARTER), status=StoryStatus.APPROVED, reviewed_by=world.colleague.id, approved_hash="x", author="other")
    stored = save_story(world.services, world.worker, forged, 0)
    assert (stored.status, stored.reviewed_by, stored.approved_hash, stored.author) == (StoryStatus.CONCEPT, "", "", world.worker.id)


def test_the_writer_never_approves_and_the_command_line_not_its_own(world: World) -> None:
    story = waiting(world)
    with pytest.raises(NotPossible, match=Reason.OWN_STORY.value):
        approve_story(world.services, world.worker, story.id, story.version)
    assert approve_story(world.services, COMMAND_LINE, story.id, story.version).status is StoryStatus.APPROVED


def test_only_the_writer_changes_a_story(world: World) -> None:
    story = typed(world)
    with pytest.raises(NotPossible, match=Reason.NOT_OWN_STORY.value):
        save_story(world.services, world.colleague, replace(story, text=replace(TEXT, title="Anders")), story.version)
    with pytest.raises(NotPossible, match=Reason.NOT_OWN_STORY.value):
        propose_story(world.services, world.colleague, story.id)


def test_a_change_after_approval_goes_back_and_the_same_text_does_not(world: World) -> None:
    story = approved(world)
    assert save_story(world.services, world.worker, story, story.version) == story
    changed = save_story(world.services, world.worker, replace(story, text=replace(TEXT, quote="Nu doe ik de deur open.")), story.version)
    assert (changed.status, changed.reviewed_by, changed.approved_hash) == (StoryStatus.WAITING, "", "")
    with pytest.raises(NotReleasable, match=Reason.TEXT_CHANGED.value):  # the client saw another text
        approve_story(world.services, world.colleague, changed.id, changed.version)


def test_an_approved_text_that_reads_otherwise_now_goes_back_when_it_is_saved(world: World) -> None:
    story = approved(world)
    with world.services.unit_of_work() as uow:  # as when a name became known since
        outdated = uow.stories.save(replace(story, approved_hash="of what was read"), story.version, event(world.services, world.worker, "test", "x"))
        uow.commit()
    again = save_story(world.services, world.worker, outdated, outdated.version)
    assert (again.status, again.approved_hash) == (StoryStatus.WAITING, "")


def test_a_change_while_waiting_must_be_sent_again(world: World) -> None:
    story = waiting(world)
    changed = save_story(world.services, world.worker, replace(story, text=replace(TEXT, quote="Nu doe ik de deur open.")), story.version)
    assert changed.status is StoryStatus.CONCEPT


def test_two_people_saving_at_once_get_both_texts(world: World) -> None:
    story = typed(world)
    theirs = save_story(world.services, world.worker, replace(story, text=replace(TEXT, title="Eerste")), story.version)
    with pytest.raises(Conflict) as conflict:
        save_story(world.services, world.worker, replace(story, text=replace(TEXT, title="Tweede")), story.version)
    assert conflict.value.theirs == theirs
    with pytest.raises(Conflict):
        submit_story(world.services, world.worker, _with_consent(world, theirs).id, story.version)


def _with_consent(world: World, story: Story) -> Story:
    record_consent(world.services, world.worker, consent(story.id))
    return story


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"read_without_personal_data": False}, Reason.FIELDS_MISSING),
        ({"indicators": ()}, Reason.FIELDS_MISSING),
        ({"text": replace(TEXT, alias="")}, Reason.FIELDS_MISSING),
        ({"text": replace(TEXT, printed="")}, Reason.FIELDS_MISSING),
    ],
)
def test_what_is_missing_holds_a_story_back(world: World, change: dict[str, object], reason: Reason) -> None:
    story = typed(world)
    story = save_story(world.services, world.worker, replace(story, **change), story.version)  # type: ignore[arg-type]
    record_consent(world.services, world.worker, consent(story.id))
    with pytest.raises(NotReleasable, match=reason.value):
        submit_story(world.services, world.worker, story.id, story.version)


def test_without_consent_a_story_stays_a_concept(world: World) -> None:
    story = typed(world)
    with pytest.raises(NotReleasable, match=Reason.NO_CONSENT.value):
        submit_story(world.services, world.worker, story.id, story.version)
    assert get_story(world.services, world.worker, story.id).status is StoryStatus.CONCEPT


def test_consent_is_bound_to_the_text_as_it_reads_now(world: World) -> None:
    story = typed(world)
    stored = record_consent(world.services, world.worker, consent(story.id))
    assert (stored.asked_by, stored.recorded_at) == (world.worker.id, world.services.clock())
    with pytest.raises(NotPossible, match=Reason.TEXT_CHANGED.value):
        record_consent(world.services, world.worker, replace(consent(story.id), text_hash="of another text"))
    with pytest.raises(InputRejected):
        record_consent(world.services, world.worker, replace(consent(story.id), purposes=frozenset()))


def test_a_colleague_reads_the_replaced_text_and_the_original_is_logged(world: World) -> None:
    story = waiting(world)
    seen = get_story(world.services, world.colleague, story.id)
    assert "Semhar" not in repr(seen)
    assert seen.text.title == "De sleutel van Rahel"
    assert "Semhar" not in repr(list_stories(world.services, world.officer))
    assert "Semhar" in get_story(world.services, world.worker, story.id).text.title
    assert "Rahel keek uit het raam" in preview_story(world.services, world.colleague, story.id).printed
    marked = preview_marked(world.services, world.colleague, story.id)
    assert ("Rahel", True) in marked["title"]
    assert "Semhar" not in repr(marked)
    assert world.events("reveal_original") == []
    assert reveal_original(world.services, world.colleague, story.id).title == TEXT.title
    assert [e.actor.id for e in world.events("reveal_original")] == [world.colleague.id]


def test_sending_back_asks_a_sentence_and_undoing_waits_again(world: World) -> None:
    story = waiting(world)
    with pytest.raises(InputRejected):
        send_back_story(world.services, world.colleague, story.id, story.version, "  ")
    back = send_back_story(world.services, world.colleague, story.id, story.version, "De titel noemt een naam.")
    assert (back.status, back.review_note) == (StoryStatus.SENT_BACK, "De titel noemt een naam.")
    again = submit_story(world.services, world.worker, story.id, back.version)
    done = approve_story(world.services, world.colleague, story.id, again.version)
    assert undo_approval(world.services, world.lead, story.id, done.version).status is StoryStatus.WAITING


def test_withdrawing_consent_takes_the_story_out_at_once(world: World) -> None:
    story = approved(world)
    assert withdraw_consent(world.services, world.officer, story.id) == ()
    assert get_story(world.services, world.worker, story.id).status is StoryStatus.WITHDRAWN
    assert [c.withdrawn for c in consents_of(world.services, world.worker, story.id)] == [False, True]
    with pytest.raises(NotPossible, match=Reason.NO_CONSENT.value):
        withdraw_consent(world.services, world.officer, story.id)


def test_a_withdrawn_story_comes_back_as_a_concept(world: World) -> None:
    story = approved(world)
    withdraw_story(world.services, world.lead, story.id, story.version)
    with pytest.raises(NotPossible, match=Reason.WRONG_STATE.value):
        choose_story(world.services, world.worker, story.id, False)
    back = restore_story(world.services, world.worker, story.id, story.version + 1)
    assert (back.status, back.approved_hash) == (StoryStatus.CONCEPT, "")


def test_an_erased_story_is_gone_for_everybody(world: World) -> None:
    story = approved(world)
    erase_story(world.services, world.officer, story.id)
    gone = get_story(world.services, world.worker, story.id)
    assert (gone.status, gone.text.title, gone.decisions) == (StoryStatus.ERASED, "", ())
    assert consents_of(world.services, world.worker, story.id) == ()
    with pytest.raises(NotPossible, match=Reason.ERASED.value):
        erase_story(world.services, world.officer, story.id)


def test_the_tick_in_the_report_changes_nothing_else(world: World) -> None:
    story = approved(world)
    assert chosen(story)
    off = choose_story(world.services, world.lead, story.id, False)
    assert not chosen(off)
    assert (off.status, off.approved_hash) == (StoryStatus.APPROVED, story.approved_hash)


def test_client_numbers_in_a_story_are_kept_as_pseudonyms_and_erased_with_the_client(world: World) -> None:
    story = typed(world, replace(TEXT, registrations=("0017", "18")))
    key = world.services.secrets.pseudonym
    assert story.text.registrations == (pseudonym("0017", key), pseudonym("18", key))
    assert save_story(world.services, world.worker, story, story.version) == story
    assert erase_client(world.services, world.officer, "0017").stories == (story.id,)
    assert get_story(world.services, world.worker, story.id).text.registrations == (pseudonym("18", key),)


def test_more_than_three_indicators_are_refused(world: World) -> None:
    with pytest.raises(InputRejected):
        save_story(world.services, world.worker, replace(new_story(world.worker, HERE.key, QUARTER), indicators=("a", "b", "c", "d")), 0)


def test_what_the_stories_do_not_show_is_said(world: World) -> None:
    nothing = story_gaps(world.services, world.worker, HERE.key, QUARTER)
    assert (nothing.indicators_without, nothing.only_success, nothing.one_kind) == (("SB1", "SB2", "VK1"), False, False)
    typed(world)
    typed(world, replace(TEXT, title="Nog een"))
    gaps = story_gaps(world.services, world.worker, HERE.key, QUARTER)
    assert (gaps.indicators_without, gaps.only_success, gaps.one_kind, gaps.roles) == (("SB2", "VK1"), True, True, {"client": 2})


def test_colleagues_read_who_chose_a_story_and_why_without_a_name_from_it(world: World) -> None:
    story = waiting(world, replace(TEXT, selected_by="Semhar zelf", selected_why="Semhar uit Zwolle wil dat u dit weet."))
    seen = get_story(world.services, world.colleague, story.id).text
    assert seen.selected_by == IN_STORY
    assert chosen_by(seen.selected_by, seen.selected_why) == "Gekozen door iemand uit het verhaal. Rahel uit de stad wil dat u dit weet."
    assert seen.selected_why == "Rahel uit de stad wil dat u dit weet."
    assert get_story(world.services, world.worker, story.id).text.selected_by == "Semhar zelf"
