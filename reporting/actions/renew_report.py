"""After a story was withdrawn: which documents readers have still hold it, and a new concept of one without it."""

from dataclasses import dataclass, replace

from reporting.actions.common import found, permit
from reporting.actions.make_report import make_report, request_of
from reporting.actions.types import Progress
from reporting.errors import NotPossible, Reason
from reporting.model.people import Actor, Permission
from reporting.model.safe import ReportStatus
from reporting.model.stored import StoredReport
from reporting.model.story import StoryStatus
from reporting.ports import Services, UnitOfWork

_GONE = frozenset({StoryStatus.WITHDRAWN, StoryStatus.ERASED})


@dataclass(frozen=True, slots=True)
class ToRenew:
    """The newest version of a document that was vastgesteld with stories that were withdrawn since."""

    report: StoredReport
    withdrawn: tuple[str, ...]  # ids of those stories


def reports_to_renew(services: Services, actor: Actor, municipality: str) -> tuple[ToRenew, ...]:
    """Documents whose newest version readers have holds a withdrawn story, oldest first. One is gone from here once its next version is vastgesteld."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.MAKE_CONCEPT)
        newest = {(r.quarter, r.edition): r for r in uow.reports.all(municipality) if r.status is not ReportStatus.CONCEPT}
        return tuple(ToRenew(report, gone) for report in newest.values() if (gone := _withdrawn(uow, report)))


def renew_report(services: Services, actor: Actor, report_id: str, progress: Progress | None = None) -> StoredReport:
    """A concept of the same document without its withdrawn stories; vaststellen then looks at everything as it always does.

    Raises NotPossible: NOT_FOUND, WRONG_STATE for a concept or where no story was withdrawn; and whatever make_report raises.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.MAKE_CONCEPT)
        report = found(uow.reports.get(report_id))
        gone = _withdrawn(uow, report)
    if report.status is ReportStatus.CONCEPT or not gone:
        raise NotPossible(Reason.WRONG_STATE, state=report.status.value, action="renew_report")
    request = replace(request_of(report), stories=tuple(story for story in report.stories if story not in gone))
    return make_report(services, actor, request, progress)


def _withdrawn(uow: UnitOfWork, report: StoredReport) -> tuple[str, ...]:
    stories = ((story_id, uow.stories.get(story_id)) for story_id in report.stories)
    return tuple(story_id for story_id, story in stories if story is None or story.status in _GONE)
