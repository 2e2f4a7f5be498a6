"""When an action is possible: every state with every action, and nothing left to chance."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reporting.access import policies
from reporting.access.policies import AUTHOR_ONLY, NEVER_AUTHOR, STORY_STATES, StoryAction, after_edit, can_story, check_story
from reporting.errors import NotPossible, Reason
from reporting.model.people import COMMAND_LINE, Actor, Role
from reporting.model.registration import Grain, ImportBatch
from reporting.model.safe import Edition, ReportStatus
from reporting.model.stored import StoredReport
from reporting.model.story import TRANSITIONS, Story, StoryStatus, StoryText

WRITER = Actor("w", "Wil de Haan", Role.WORKER)
COLLEAGUE = Actor("c", "Cor Bakker", Role.WORKER)
AT = datetime(2026, 10, 1, tzinfo=UTC)

# concept, waiting, sent back, approved, in report, withdrawn, erased
POSSIBLE = {
    StoryAction.EDIT: "yes yes yes yes yes no no",
    StoryAction.SUBMIT: "yes no yes no no no no",
    StoryAction.APPROVE: "no yes no no no no no",
    StoryAction.SEND_BACK: "no yes no no no no no",
    StoryAction.UNDO_APPROVAL: "no no no yes no no no",
    StoryAction.CHOOSE: "yes yes yes yes yes no no",
    StoryAction.RECORD_CONSENT: "yes yes yes yes yes no no",
    StoryAction.WITHDRAW: "yes yes yes yes yes no no",
    StoryAction.RESTORE: "no no no no no yes no",
    StoryAction.ERASE: "yes yes yes yes yes yes no",
}
LEADS_TO = {
    StoryAction.SUBMIT: StoryStatus.WAITING,
    StoryAction.APPROVE: StoryStatus.APPROVED,
    StoryAction.SEND_BACK: StoryStatus.SENT_BACK,
    StoryAction.UNDO_APPROVAL: StoryStatus.WAITING,
    StoryAction.WITHDRAW: StoryStatus.WITHDRAWN,
    StoryAction.RESTORE: StoryStatus.CONCEPT,
    StoryAction.ERASE: StoryStatus.ERASED,
}


def story(status: StoryStatus) -> Story:
    return Story("s", "GM9999", "2026-K3", WRITER.id, status, StoryText())


def test_the_table_names_every_action_once() -> None:
    assert set(STORY_STATES) == set(StoryAction) == set(POSSIBLE)
    assert set(TRANSITIONS) == set(StoryStatus)


@pytest.mark.parametrize("action", StoryAction)
@pytest.mark.parametrize(("number", "status"), list(enumerate(StoryStatus)))
def test_every_state_decides_every_action(action: StoryAction, number: int, status: StoryStatus) -> None:
    actor = COLLEAGUE if action in NEVER_AUTHOR else WRITER
    expected = POSSIBLE[action].split()[number] == "yes"
    assert can_story(actor, story(status), action) is expected
    if not expected:
        with pytest.raises(NotPossible) as refused:
            check_story(actor, story(status), action)
        assert refused.value.reason is (Reason.ERASED if status is StoryStatus.ERASED else Reason.WRONG_STATE)


@pytest.mark.parametrize("action", LEADS_TO)
def test_what_is_possible_is_a_step_of_the_life_of_a_story(action: StoryAction) -> None:
    assert all(LEADS_TO[action] in TRANSITIONS[status] for status in STORY_STATES[action])


def test_every_step_of_the_life_of_a_story_has_an_action() -> None:
    by_action = {(status, target) for action, target in LEADS_TO.items() for status in STORY_STATES[action]}
    by_edit = {(status, after_edit(status)) for status in STORY_STATES[StoryAction.EDIT]}
    reported = {(StoryStatus.APPROVED, StoryStatus.IN_REPORT)}  # by finalise_report
    assert {(a, b) for a, steps in TRANSITIONS.items() for b in steps} <= by_action | by_edit | reported


@pytest.mark.parametrize("action", sorted(NEVER_AUTHOR))
@pytest.mark.parametrize("role", Role)
def test_the_writer_never_reviews_whatever_the_role(action: StoryAction, role: Role) -> None:
    with pytest.raises(NotPossible, match=Reason.OWN_STORY.value):
        check_story(replace(WRITER, role=role), story(StoryStatus.WAITING), action)


@pytest.mark.parametrize("action", sorted(AUTHOR_ONLY))
def test_a_colleague_does_not_write_in_a_story(action: StoryAction) -> None:
    status = min(STORY_STATES[action])
    with pytest.raises(NotPossible, match=Reason.NOT_OWN_STORY.value):
        check_story(COLLEAGUE, story(status), action)
    assert can_story(COMMAND_LINE, story(status), action)


@pytest.mark.parametrize("status", StoryStatus)
def test_after_a_change_somebody_reads_again(status: StoryStatus) -> None:
    moved = {StoryStatus.APPROVED: StoryStatus.WAITING, StoryStatus.IN_REPORT: StoryStatus.WAITING, StoryStatus.WAITING: StoryStatus.CONCEPT}
    assert after_edit(status) is moved.get(status, status)


def report(status: ReportStatus) -> StoredReport:
    return StoredReport("r", "GM9999", "2026-K3", Edition.QUARTERLY, status, 0, "de wethouder", "k.docx", "sha", AT, "w", ())


@pytest.mark.parametrize("status", ReportStatus)
def test_a_report_goes_from_concept_to_final_to_sent(status: ReportStatus) -> None:
    assert policies.can_finalise(report(status)) is (status is ReportStatus.CONCEPT)
    assert policies.can_send(report(status)) is (status is ReportStatus.FINAL)


def batch(batch_id: str, **changes: object) -> ImportBatch:
    made = ImportBatch(batch_id, 1, "f", "", "", "", Grain.CONTACT, "", {}, "", 0, 0, 0, 0, {}, {}, (), None, None, AT, "w")
    return replace(made, **changes)  # type: ignore[arg-type]


ACTIVE = batch("a")
WITHDRAWN = batch("w", withdrawn_at=AT)
SUPERSEDED = batch("s", superseded_by="a")
SUPERSEDED_BY_WITHDRAWN = batch("u", superseded_by="w")
RIVAL = batch("r", withdrawn_at=AT, supersedes="s")  # its place was taken by "a"
HEIR = batch("h", withdrawn_at=AT, supersedes="u")
LEDGER = {b.id: b for b in (ACTIVE, WITHDRAWN, SUPERSEDED, SUPERSEDED_BY_WITHDRAWN, RIVAL, HEIR)}


@pytest.mark.parametrize(
    ("which", "withdraw", "restore"), [("a", True, False), ("w", False, True), ("s", False, False), ("u", False, True), ("r", False, False), ("h", False, True)]
)
def test_a_batch_counts_once_or_not_at_all(which: str, withdraw: bool, restore: bool) -> None:
    assert policies.can_withdraw_batch(LEDGER[which]) is withdraw
    assert policies.can_restore_batch(LEDGER[which], LEDGER) is restore
