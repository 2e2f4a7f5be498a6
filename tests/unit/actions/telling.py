"""A story played as far as a test needs it."""

from dataclasses import replace
from datetime import date

from reporting.actions.propose_story import propose_story
from reporting.actions.record_consent import record_consent
from reporting.actions.review_story import approve_story
from reporting.actions.save_story import save_story
from reporting.actions.stories import new_story
from reporting.actions.submit_story import submit_story
from reporting.model.consent import Consent, GivenBy, Purpose
from reporting.model.safe import Kept
from reporting.model.story import Choice, Decision, Person, Story, StorytellerRole, StoryText
from tests.unit.actions.conftest import HERE, QUARTER, World

TEXT = StoryText(
    recorded_on=date(2026, 9, 1),
    storyteller_role=StorytellerRole.CLIENT,
    people=(Person("Semhar Tesfay", "deelneemster"),),
    alias="Rahel",
    title="De sleutel van Semhar",
    before="Semhar Tesfay keek uit het raam.",
    involved="Op de taalles vroeg iemand wat zij kon.",
    happened="Zij maakte de naaimachine open.",
    most_significant_change="Zij kreeg een sleutel.",
    why_it_matters="Nu hoort zij erbij.",
    quote="Nu maak ik zelf de deur open.",
    printed="Semhar keek uit het raam en telde bussen. Op de les vroeg iemand wat haar handen konden. Nu werkt zij drie ochtenden en heeft zij een sleutel.",
    what_changed="Namen zijn veranderd.",
    selected_by="Toos Leider",
    selected_why="Dit laat zien wat een vraag kan doen.",
)


def consent(story_id: str) -> Consent:
    return Consent(story_id, GivenBy.CLIENT, "", date(2026, 9, 2), frozenset({Purpose.ALDERMAN}), Kept.SUBSTITUTE, "", True, "mondeling", explained_free=True)


def typed(world: World, text: StoryText = TEXT) -> Story:
    """Stored as a concept, every proposal decided."""
    story = replace(new_story(world.worker, HERE.key, QUARTER), text=text, indicators=("SB1",), read_without_personal_data=True)
    story = save_story(world.services, world.worker, story, 0)
    decisions = tuple(Decision(e.id, Choice.REPLACE) for e in propose_story(world.services, world.worker, story.id).entities)
    return save_story(world.services, world.worker, replace(story, decisions=decisions), story.version)


def waiting(world: World, text: StoryText = TEXT) -> Story:
    """With consent, sent to a second person."""
    story = typed(world, text)
    record_consent(world.services, world.worker, consent(story.id))
    return submit_story(world.services, world.worker, story.id, story.version)


def approved(world: World, text: StoryText = TEXT) -> Story:
    """Read by a second person."""
    story = waiting(world, text)
    return approve_story(world.services, world.colleague, story.id, story.version)
