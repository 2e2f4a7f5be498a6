"""The story that is open: from the address, from the database or from a draft, and saving it."""

import streamlit as st

from reporting.actions.save_story import save_story
from reporting.actions.stories import get_story, new_story
from reporting.errors import Conflict, NotPossible, UserError
from reporting.model.people import Actor
from reporting.model.story import Story
from reporting.texts import screens_stories as texts
from reporting.texts.errors import sentence
from reporting.ui import messages, session, stories
from reporting.ui.drafts import DraftForm
from reporting.ui.story_form import form_of, story_from

__all__ = ["form_of", "go_to", "opened", "save", "step"]


def step() -> int:
    """Which of the four steps is open."""
    asked = st.query_params.get(stories.STEP, "1")
    return min(max(int(asked), 1), len(texts.STEPS)) if asked.isdigit() else 1


def opened(actor: Actor) -> Story | None:
    """The story in the address as this person may write it; None (with a sentence) where it is not theirs or there is none."""
    story_id = st.query_params.get(stories.STORY, "")
    if not story_id:
        st.text(texts.NOT_OPEN)
        return None
    try:
        story = get_story(session.world(), actor, story_id)
    except NotPossible:
        municipality, quarter = session.period()
        if not municipality:
            st.text(texts.NO_MUNICIPALITY)
            return None
        fresh = new_story(actor, municipality, quarter)
        return Story(story_id, fresh.municipality, fresh.period, fresh.author, fresh.status, fresh.text)
    if story.author != actor.id:
        st.text(texts.NOT_YOURS)
        return None
    return story


def save(actor: Actor, story: Story, form: DraftForm) -> Story | None:
    """Store the answers; None where that could not be done, with the reason under the H1. Typed text is never emptied."""
    if not form.open() and story.version:
        return story
    values = form.values()
    try:
        saved = save_story(session.world(), actor, story_from(story, values), int(values["version"] or 0))
    except Conflict:
        form.put("version", str(get_story(session.world(), actor, story.id).version))
        messages.problems(texts.CONFLICT)
        return None
    except UserError as error:
        messages.problems(sentence(error))
        return None
    form.drop()
    return saved


def go_to(number: int) -> None:
    """Open another step; the address says which."""
    st.query_params[stories.STEP] = str(number)
