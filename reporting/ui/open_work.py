"""The numbers in brackets in the menu: work that waits for this person."""

from reporting.access.permissions import may
from reporting.actions.overview import overview
from reporting.actions.stories import list_stories
from reporting.actions.types import Task
from reporting.model.people import Actor, Permission
from reporting.model.story import StoryStatus
from reporting.ui import session


def open_work(actor: Actor) -> dict[str, int]:
    """Open work by page: own stories sent back, stories of others to read, themes without explanation."""
    municipality, quarter = session.period()
    if not municipality:
        return {}
    work: dict[str, int] = {}
    if may(actor, Permission.WRITE_STORY):
        stories = list_stories(session.world(), actor, municipality)
        work["verhalen"] = sum(s.status is StoryStatus.SENT_BACK and s.author == actor.id for s in stories)
        work["nakijken"] = sum(s.status is StoryStatus.WAITING and s.author != actor.id for s in stories)
    if may(actor, Permission.EXPLAIN):
        figures = next(t for t in overview(session.world(), actor, municipality, quarter).tasks if t.task is Task.FIGURES)
        work["cijfers"] = figures.total - figures.done
    return work
