"""The start page: five steps, and what asks attention. Reads the ledger only; counts nothing."""

from reporting.access.policies import StoryAction, can_story
from reporting.actions.common import permit
from reporting.actions.stories import TOLD
from reporting.actions.types import Overview, Problem, ProblemKind, State, Task, TaskState
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.registration import ImportBatch
from reporting.model.safe import ReportStatus
from reporting.model.story import Story, StoryStatus
from reporting.ports import Services, UnitOfWork

_S = StoryStatus
_MOST_PROBLEMS = 5


def overview(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> Overview:
    """Where this quarter stands for a municipality ("" when there is none yet)."""
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.LOOK)
        batches = [b for b in uow.batches.active() if b.per_quarter.get(str(quarter)) and b.municipality in ("", municipality)]
        stories = [s for s in uow.stories.all(municipality, str(quarter)) if s.status not in (_S.WITHDRAWN, _S.ERASED)]
        themes = list(dict.fromkeys(i.theme for i in uow.agreements.of(municipality, quarter.year)))
        explained = {e.theme for e in uow.explanations.of(municipality, str(quarter)) if any((e.explanation.see, e.explanation.cause))}
        reports = [r for r in uow.reports.all(municipality) if r.quarter == str(quarter)]
        written = [t for t in themes if t in explained]
        final = [r for r in reports if r.status is not ReportStatus.CONCEPT]
        read = [s for s in stories if s.status in TOLD]
        tasks = (
            _task(Task.REGISTRATIONS, len(batches), len(batches), started=bool(batches)),
            _task(Task.STORIES, sum(s.status in {_S.WAITING, *TOLD} for s in stories), len(stories), started=bool(stories)),
            _task(Task.REVIEW, len(read), sum(s.status in {_S.WAITING, *TOLD} for s in stories), started=bool(read)),
            _task(Task.FIGURES, len(written), len(themes), started=bool(written)),
            _task(Task.REPORT, len(final), max(1, len(final)), started=bool(reports)),
        )
        problems = _problems(uow, by, batches, stories, [t for t in themes if t not in explained], agreed=bool(themes))
        return Overview(tasks, tuple(problems[:_MOST_PROBLEMS]), first_time=not (uow.batches.all() or uow.agreements.municipalities() or stories))


def _task(task: Task, done: int, total: int, *, started: bool) -> TaskState:
    if total and done == total:
        return TaskState(task, State.DONE, done, total)
    return TaskState(task, State.BUSY if started else State.NOT_STARTED, done, total)


def _problems(uow: UnitOfWork, by: Actor, batches: list[ImportBatch], stories: list[Story], silent: list[str], *, agreed: bool) -> list[Problem]:
    """What asks attention, the gravest first."""
    with_errors = [b for b in batches if b.rows_reported]
    waiting = [s.id for s in stories if can_story(by, s, StoryAction.APPROVE)]
    back = [s.id for s in stories if s.status is _S.SENT_BACK and s.author == by.id]
    without = [s.id for s in stories if not (given := uow.stories.consents(s.id)) or given[-1].withdrawn]
    found = [
        Problem(ProblemKind.NO_AGREEMENTS, 0 if agreed else 1),
        Problem(ProblemKind.ROWS_WITH_ERRORS, sum(b.rows_reported for b in with_errors), tuple(b.file_name for b in with_errors)),
        Problem(ProblemKind.STORIES_WAITING, len(waiting), tuple(waiting)),
        Problem(ProblemKind.STORIES_SENT_BACK, len(back), tuple(back)),
        Problem(ProblemKind.CONSENT_MISSING, len(without), tuple(without)),
        Problem(ProblemKind.MISSING_EXPLANATION, len(silent), tuple(silent)),
    ]
    return [p for p in found if p.count]
