"""The register check: is a story's teller one of too few people in our own register?"""

from reporting.actions.common import found, municipality_of, permit
from reporting.actions.figures import active_sources
from reporting.actions.settings import rules_of
from reporting.counting import shared_traits
from reporting.errors import NotReleasable, Reason
from reporting.model.people import Actor, Permission
from reporting.model.period import Period, Quarter
from reporting.model.story import Story, StorytellerRole
from reporting.ports import Services, UnitOfWork
from reporting.stories import RegisterCheck, RegisterCounts, Trait, register_check

_NO_CLIENTS = frozenset({StorytellerRole.WORKER, StorytellerRole.PARTNER})  # never in the register
HELD = {Trait.AGE_CLASS: Reason.FEW_OF_AGE, Trait.DISTRICT: Reason.FEW_IN_DISTRICT, Trait.BOTH: Reason.FEW_ALIKE, None: Reason.FEW_IN_ALL}


def register_check_of(services: Services, actor: Actor, story_id: str) -> RegisterCheck:
    """Whether the story is held, and which trait to tell more generally. The numbers themselves stay inside. Raises NotPossible(NOT_FOUND)."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.WRITE_STORY, Permission.REVIEW_STORY)
        return checked(services, uow, found(uow.stories.get(story_id)))


def check_register(services: Services, uow: UnitOfWork, story: Story) -> None:
    """Return when enough clients share the teller's traits. Raises NotReleasable with the story's id: FEW_OF_AGE, FEW_IN_DISTRICT,
    FEW_ALIKE (both traits) or FEW_IN_ALL (no trait helps)."""
    check = checked(services, uow, story)
    if check.held:
        raise NotReleasable(HELD[check.generalise], story=story.id)


def checked(services: Services, uow: UnitOfWork, story: Story) -> RegisterCheck:
    """The check with the organisation's own threshold.

    Not held where the register says nothing: a story outside the figures, a teller who is no client, or nobody registered by number for
    its indicators in its quarter.
    """
    quarter = Quarter.parse(story.period)
    indicators = [i for i in uow.agreements.of(story.municipality, quarter.year) if i.code in story.indicators]
    if story.outside_figures or not indicators or story.text.storyteller_role in _NO_CLIENTS:
        return RegisterCheck(held=False)
    rules = rules_of(uow, story.municipality)
    place, sources = municipality_of(uow, story.municipality), active_sources(services, uow)
    text = story.text
    shared = shared_traits(sources, indicators, place, Period(quarter), district=text.district, age_class=text.age_class, rules=rules.counting)
    if not shared.indicator:
        return RegisterCheck(held=False)
    return register_check(RegisterCounts(*shared), rules.disclosure.threshold)
