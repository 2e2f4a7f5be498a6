"""The list of stories: filter, table, and what can be done with one story."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from reporting.access.policies import StoryAction, can_story
from reporting.actions.stories import new_story
from reporting.actions.types import StoryGaps
from reporting.actions.withdraw_story import restore_story, withdraw_story
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.model.story import Story, StoryStatus
from reporting.texts import screens_stories as texts
from reporting.ui import messages, renewal, session, table
from reporting.ui.plain import plain

STORY, STEP = "verhaal", "stap"  # names in the address


def filtered(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories in the state that is picked."""
    states = tuple(dict.fromkeys(s.status for s in stories))
    options: tuple[StoryStatus | str, ...] = (texts.ALL, *states)
    chosen = st.selectbox("Stand", options, format_func=lambda s: texts.STATUSES[s] if isinstance(s, StoryStatus) else s, key="verhaal_stand")
    return tuple(s for s in stories if chosen in (texts.ALL, s.status))


def title_of(story: Story) -> str:
    """The title as this person may read it."""
    return story.text.title or texts.NO_TITLE


def listing(stories: Sequence[Story]) -> None:
    """The stories as a table."""
    names = session.names()
    rows = []
    for story in stories[:20]:
        belongs = ", ".join(story.indicators) if story.indicators else texts.OUTSIDE if story.outside_figures else "nog niet gekozen"
        chosen = texts.chosen_by(story.text.selected_by.strip(), story.text.selected_why.strip())
        rows.append((title_of(story), belongs, texts.STATUSES[story.status], names.get(story.author, "onbekend"), chosen, story.review_note))
    columns = ["Titel", "Hoort bij", "Stand", "Schrijver", "Wie koos het, en waarom", "Opmerking"]
    st.table(pd.DataFrame(rows, columns=columns).map(plain), hide_index=True)


def one(actor: Actor, stories: Sequence[Story]) -> None:
    """Pick a story of your own to go on with, withdraw or bring back."""
    own = {s.id: s for s in stories if s.author == actor.id and s.status is not StoryStatus.ERASED}
    if not own:
        return
    story = own[st.selectbox("Verhaal van u", list(own), format_func=lambda i: f"{title_of(own[i])} ({texts.STATUSES[own[i].status]})", key="mijn_verhaal")]
    with st.container(horizontal=True):
        if can_story(actor, story, StoryAction.EDIT) and st.button("Verder schrijven"):
            open_story(story.id, 1)
        if can_story(actor, story, StoryAction.WITHDRAW) and st.button("Intrekken"):
            _confirm(actor, story)
        if can_story(actor, story, StoryAction.RESTORE) and st.button("Ongedaan maken"):
            if messages.did(lambda: restore_story(session.world(), actor, story.id, story.version)):
                messages.success(texts.RESTORED)
            st.rerun()


def of_others(actor: Actor, stories: Sequence[Story]) -> None:
    """Withdraw the story of a colleague who is not there: its teller need not wait."""
    others = {s.id: s for s in stories if s.author != actor.id and can_story(actor, s, StoryAction.WITHDRAW)}
    if not others:
        return
    with st.expander("Een verhaal van een collega intrekken"):
        chosen = st.selectbox("Verhaal van een collega", list(others), format_func=lambda i: title_of(others[i]), key="ander_verhaal")
        if st.button("Dit verhaal intrekken"):
            _confirm(actor, others[chosen])


def begin(actor: Actor, municipality: str, quarter: Quarter) -> None:
    """Start a new story: it has an id for its drafts from the first letter on."""
    open_story(new_story(actor, municipality, quarter).id, 1)


def open_story(story_id: str, step: int) -> None:
    """Go to the writing page. The address holds the story, so that a reload comes back to it."""
    messages.clear()
    st.switch_page(table.page("verhaal"), query_params={STORY: story_id, STEP: str(step)})


def gaps(found: StoryGaps, names: Mapping[str, str]) -> None:
    """What the stories do not show yet, and what to ask every storyteller. `names`: indicators by code."""
    without = tuple(names.get(code, code) for code in found.indicators_without)
    sentences = texts.gaps(without, only_success=found.only_success, one_kind=found.one_kind, nobody_stopped=found.nobody_stopped)
    for sentence in sentences:
        st.markdown(f":material/info: {plain(sentence)}")
    st.text(texts.ASK)


@st.dialog("Verhaal intrekken?")
def _confirm(actor: Actor, story: Story) -> None:
    st.text(texts.WITHDRAW)
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, intrekken"):
        holding = messages.attempt(lambda: withdraw_story(session.world(), actor, story.id, story.version))
        if holding is not None:
            renewal.said_after(actor, texts.WITHDRAWN, holding, texts.in_reports(tuple(r.file_name for r in holding)))
        st.rerun()
