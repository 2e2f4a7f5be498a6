"""What changed since a document was made: texts, figures and stories, up to another version of it or up to now."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from reporting.actions.common import found, permit, today
from reporting.actions.facts import facts_of
from reporting.actions.prepare import prepare
from reporting.actions.stories import SAFE_TITLE
from reporting.actions.types import ReportRequest
from reporting.model.edits import FactCell, ReportFacts
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.safe import Conversation, Explanation, Invitation, ReportStamp
from reporting.model.stored import StoredReport
from reporting.ports import Services, UnitOfWork


class Turn(StrEnum):
    """What happened to a story."""

    CAME = "came"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that reads otherwise; its place is named as in `document.places`, of the invitation "invitation:<field>"."""

    place: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is printed otherwise; None where it was not or is no longer in the document."""

    figure: str  # str(FigureKey)
    was: FactCell | None
    now: FactCell | None


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A story that came, went or reads otherwise. `title` as a reader may see it, "" where nobody may any more."""

    title: str
    turn: Turn


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs; three empty lists where nothing does."""

    texts: tuple[TextChange, ...]
    figures: tuple[FigureChange, ...]
    stories: tuple[StoryChange, ...]


def changes_since(services: Services, actor: Actor, report_id: str, until: str | None = None) -> Changes:
    """From the report to another one (`until`), or to what a report made now would say.

    Raises NotPossible: NOT_FOUND where nothing was kept of what a document was made of, and whatever making a report raises.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.MAKE_CONCEPT)
        report = found(uow.reports.get(report_id))
        was = found(uow.reports.facts(report_id))
        now = _now(services, uow, report) if until is None else found(uow.reports.facts(until))
        before, after = {s.story: s.text_hash for s in was.stories}, {s.story: s.text_hash for s in now.stories}
        turns = {s: Turn.CAME if s not in before else Turn.GONE if s not in after else Turn.CHANGED for s in (*before, *after)}
        stories = tuple(StoryChange(_title(uow, s), turn) for s, turn in turns.items() if before.get(s) != after.get(s))
    return Changes(_texts(was, now), _figures(was, now), stories)


def _now(services: Services, uow: UnitOfWork, report: StoredReport) -> ReportFacts:
    request = ReportRequest(
        report.municipality, Quarter.parse(report.quarter), report.recipient, report.title, frozenset(report.chapters), edition=report.edition
    )
    return facts_of(prepare(services, uow, request, ReportStamp(made_on=today(services))).report)


def _title(uow: UnitOfWork, story_id: str) -> str:
    story = uow.stories.get(story_id)
    return "" if story is None else story.extra.get(SAFE_TITLE, "")


def _texts(was: ReportFacts, now: ReportFacts) -> tuple[TextChange, ...]:
    before, after = _by_place(was), _by_place(now)
    places = dict.fromkeys((*before, *after))
    return tuple(TextChange(p, before.get(p, ""), after.get(p, "")) for p in places if before.get(p, "").split() != after.get(p, "").split())


def _by_place(facts: ReportFacts) -> Mapping[str, str]:
    found: dict[str, str] = {f"message:{place}": text for place, text in facts.messages.items()}
    for theme, explanation in facts.explanations.items():
        found |= {f"explanation:{theme}:{f.name}": getattr(explanation, f.name) for f in fields(Explanation)}
    talk = facts.conversation
    plain = [f.name for f in fields(Conversation) if f.name not in ("questions", "invitation")]
    found |= {f"talk:{name}": getattr(talk, name) for name in plain} | {"talk:questions": "\n".join(talk.questions)}
    return found | {f"invitation:{f.name}": getattr(talk.invitation, f.name) for f in fields(Invitation)}


def _figures(was: ReportFacts, now: ReportFacts) -> tuple[FigureChange, ...]:
    before, after = {c.cell: c for c in was.cells}, {c.cell: c for c in now.cells}
    return tuple(FigureChange(c, before.get(c), after.get(c)) for c in dict.fromkeys((*before, *after)) if before.get(c) != after.get(c))
