"""When an action is possible, whoever asks. Each check is a pair: `check_…` raises with a reason, `can_…` calls it for the screen.

The tables are total: every action names every state in which it is possible, and a test walks all states for all actions.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from reporting.errors import NotPossible, Reason
from reporting.model.people import Actor, Role
from reporting.model.registration import ImportBatch
from reporting.model.safe import ReportStatus
from reporting.model.stored import StoredReport
from reporting.model.story import Story, StoryStatus

_S = StoryStatus


class StoryAction(StrEnum):
    """What can be done with a story."""

    EDIT = "edit"
    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    UNDO_APPROVAL = "undo_approval"
    CHOOSE = "choose"
    RECORD_CONSENT = "record_consent"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    ERASE = "erase"


_ALIVE = frozenset(_S) - {_S.WITHDRAWN, _S.ERASED}
STORY_STATES: Mapping[StoryAction, frozenset[StoryStatus]] = {
    StoryAction.EDIT: _ALIVE,
    StoryAction.SUBMIT: frozenset({_S.CONCEPT, _S.SENT_BACK}),
    StoryAction.APPROVE: frozenset({_S.WAITING}),
    StoryAction.SEND_BACK: frozenset({_S.WAITING}),
    StoryAction.UNDO_APPROVAL: frozenset({_S.APPROVED}),  # until used in a report
    StoryAction.CHOOSE: _ALIVE,
    StoryAction.RECORD_CONSENT: _ALIVE,
    StoryAction.WITHDRAW: _ALIVE,
    StoryAction.RESTORE: frozenset({_S.WITHDRAWN}),
    StoryAction.ERASE: frozenset(_S) - {_S.ERASED},
}
AUTHOR_ONLY = frozenset({StoryAction.EDIT, StoryAction.SUBMIT, StoryAction.RESTORE})
NEVER_AUTHOR = frozenset({StoryAction.APPROVE, StoryAction.SEND_BACK})


def after_edit(status: StoryStatus) -> StoryStatus:
    """Where a story stands once its text was changed: what was approved must be read again, what waited must be sent again."""
    if status in (_S.APPROVED, _S.IN_REPORT):
        return _S.WAITING
    return _S.CONCEPT if status is _S.WAITING else status


def check_story(actor: Actor, story: Story, action: StoryAction) -> None:
    """Return when this is possible now. Raises NotPossible: ERASED, WRONG_STATE, or OWN_STORY (who wrote it, and who may not have)."""
    if story.status is _S.ERASED:
        raise NotPossible(Reason.ERASED)
    if story.status not in STORY_STATES[action]:
        raise NotPossible(Reason.WRONG_STATE, state=story.status.value, action=action.value)
    own = actor.id == story.author
    if action in NEVER_AUTHOR and own:
        raise NotPossible(Reason.OWN_STORY)
    if action in AUTHOR_ONLY and not own and actor.role is not Role.COMMAND_LINE:
        raise NotPossible(Reason.NOT_OWN_STORY)


def can_story(actor: Actor, story: Story, action: StoryAction) -> bool:
    """Whether this is possible now."""
    return _can(lambda: check_story(actor, story, action))


def check_finalise(report: StoredReport) -> None:
    """Only a concept is vastgesteld; what is vastgesteld is corrected by a new version. Raises NotPossible(WRONG_STATE)."""
    _report_in(report, ReportStatus.CONCEPT, "finalise")


def can_finalise(report: StoredReport) -> bool:
    """Whether this report can be vastgesteld."""
    return _can(lambda: check_finalise(report))


def check_send(report: StoredReport) -> None:
    """Only what is vastgesteld is sent. Raises NotPossible(WRONG_STATE)."""
    _report_in(report, ReportStatus.FINAL, "send")


def can_send(report: StoredReport) -> bool:
    """Whether this report can be noted as sent."""
    return _can(lambda: check_send(report))


def check_withdraw_batch(batch: ImportBatch) -> None:
    """Only what counts can be withdrawn or superseded. Raises NotPossible(WRONG_STATE)."""
    if not batch.active:
        raise NotPossible(Reason.WRONG_STATE, state="superseded" if batch.superseded_by else "withdrawn", action="withdraw_batch")


def can_withdraw_batch(batch: ImportBatch) -> bool:
    """Whether this batch can be withdrawn or superseded."""
    return _can(lambda: check_withdraw_batch(batch))


def check_restore_batch(batch: ImportBatch, ledger: Mapping[str, ImportBatch]) -> None:
    """A batch counts again only where nothing that counts stands in its place. Raises NotPossible(WRONG_STATE).

    `ledger`: all batches by id. Withdrawn comes back unless its own predecessor has another active successor; superseded
    comes back when its successor is withdrawn.
    """
    successor = None if batch.superseded_by is None else ledger[batch.superseded_by]
    replaced = successor is not None and successor.withdrawn_at is None
    predecessor = None if batch.supersedes is None else ledger[batch.supersedes]
    other = None if predecessor is None or predecessor.superseded_by in (None, batch.id) else ledger[predecessor.superseded_by or ""]
    if batch.active or replaced or (other is not None and other.withdrawn_at is None):
        raise NotPossible(Reason.WRONG_STATE, state="active" if batch.active else "superseded", action="restore_batch")


def can_restore_batch(batch: ImportBatch, ledger: Mapping[str, ImportBatch]) -> bool:
    """Whether this batch can count again."""
    return _can(lambda: check_restore_batch(batch, ledger))


def _report_in(report: StoredReport, status: ReportStatus, action: str) -> None:
    if report.status is not status:
        raise NotPossible(Reason.WRONG_STATE, state=report.status.value, action=action)


def _can(check: Callable[[], None]) -> bool:
    try:
        check()
    except NotPossible:
        return False
    return True
