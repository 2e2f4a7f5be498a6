"""The start page: five tasks and what asks attention, for who looks."""

from reporting.actions.explanations import save_explanation
from reporting.actions.make_report import make_report
from reporting.actions.overview import overview
from reporting.actions.people import add_person
from reporting.actions.review_story import send_back_story
from reporting.actions.types import Overview, ProblemKind, ReportRequest, State, Task
from reporting.model.people import Role
from reporting.model.safe import Explanation
from reporting.model.stored import StoredExplanation
from reporting.ports import Services
from tests.unit.actions.conftest import HERE, QUARTER, World
from tests.unit.actions.telling import typed, waiting
from tests.unit.actions.test_imports import contacts, upload


def states(seen: Overview) -> dict[Task, State]:
    return {t.task: t.state for t in seen.tasks}


def test_the_first_visit_is_known_and_nothing_is_done(empty: Services) -> None:
    actor = add_person(empty, None, "Eerste", Role.WORKER)
    seen = overview(empty, actor, "", QUARTER)
    assert seen.first_time
    assert [t.task for t in seen.tasks] == list(Task)
    assert set(states(seen).values()) == {State.NOT_STARTED}
    assert [p.kind for p in seen.problems] == [ProblemKind.NO_AGREEMENTS]


def test_work_in_progress_is_counted(world: World) -> None:
    upload(world, contacts(8) + b"\n31-02-2026;koffie;300;Noord")
    typed(world)
    story = waiting(world)
    save_explanation(world.services, world.worker, StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation(see="x"), 0), 0)
    make_report(world.services, world.worker, ReportRequest(HERE.key, QUARTER))
    seen = overview(world.services, world.colleague, HERE.key, QUARTER)
    assert not seen.first_time
    assert [(t.done, t.total) for t in seen.tasks] == [(1, 1), (1, 2), (0, 1), (1, 2), (0, 1)]
    assert list(states(seen).values()) == [State.DONE, State.BUSY, State.NOT_STARTED, State.BUSY, State.BUSY]
    problems = {p.kind: p for p in seen.problems}
    assert problems[ProblemKind.ROWS_WITH_ERRORS].names == ("contacten.csv",)
    assert problems[ProblemKind.STORIES_WAITING].names == (story.id,)
    assert problems[ProblemKind.CONSENT_MISSING].count == 1
    assert problems[ProblemKind.MISSING_EXPLANATION].names == ("Verder",)


def test_open_work_is_that_of_who_looks(world: World) -> None:
    story = waiting(world)
    kinds = {p.kind for p in overview(world.services, world.worker, HERE.key, QUARTER).problems}
    assert ProblemKind.STORIES_WAITING not in kinds  # a writer never reads their own story
    send_back_story(world.services, world.colleague, story.id, story.version, "Wie is Bea?")
    kinds = {p.kind for p in overview(world.services, world.worker, HERE.key, QUARTER).problems}
    assert ProblemKind.STORIES_SENT_BACK in kinds
    assert ProblemKind.STORIES_SENT_BACK not in {p.kind for p in overview(world.services, world.lead, HERE.key, QUARTER).problems}
