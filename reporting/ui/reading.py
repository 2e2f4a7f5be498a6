"""Reading by a second person: the safe text with what was replaced marked, approve, send back, undo."""

from collections.abc import Sequence

import streamlit as st

from reporting.access.policies import StoryAction, can_story
from reporting.actions.propose_story import preview_marked
from reporting.actions.reveal_original import reveal_original
from reporting.actions.review_story import approve_story, send_back_story, undo_approval
from reporting.model.people import Actor
from reporting.model.story import Story, StoryStatus
from reporting.texts import screens_stories as texts
from reporting.ui import messages, review, session, stories
from reporting.ui.plain import plain


def to_read(actor: Actor, found: Sequence[Story]) -> tuple[Story, ...]:
    """Stories of others that wait, oldest first."""
    return tuple(s for s in found if can_story(actor, s, StoryAction.APPROVE))


def one(actor: Actor, waiting: Sequence[Story]) -> None:
    """One waiting story with the buttons."""
    by_id = {s.id: s for s in waiting}
    story = by_id[st.selectbox("Wacht op nakijken", list(by_id), format_func=lambda i: stories.title_of(by_id[i]), key="lees_verhaal")]
    seen = messages.attempt(lambda: preview_marked(session.world(), actor, story.id))
    if seen is None:
        return
    st.caption(texts.MARKED)
    review.marked_text(story.id, seen)
    review.warn_when_few(actor, story)
    st.text(texts.RISK)
    with st.expander("Origineel bekijken"):
        st.text(texts.LOGGED)
        if st.button("Toon het origineel", key=f"origineel|{story.id}"):
            original = messages.attempt(lambda: reveal_original(session.world(), actor, story.id))
            if original is not None:
                st.text(f"{original.title}\n\n{original.printed}\n\n“{original.quote}”")
    note = st.text_input("Terugsturen: wat moet er anders?", key=f"terug|{story.id}")
    with st.container(horizontal=True):
        if st.button("Goedkeuren", type="primary"):
            if messages.did(lambda: approve_story(session.world(), actor, story.id, story.version)):
                messages.success(texts.APPROVED, "cijfers", "Bekijk de cijfers erbij")
            st.rerun()
        if st.button("Terugsturen"):
            if not note.strip():
                messages.problems(texts.GIVE_REASON)
            elif messages.did(lambda: send_back_story(session.world(), actor, story.id, story.version, note)):
                messages.success(texts.SENT_BACK)
            st.rerun()


def own(actor: Actor, found: Sequence[Story]) -> None:
    """Own stories that wait: shown, without buttons."""
    mine = [s for s in found if s.status is StoryStatus.WAITING and s.author == actor.id]
    if mine:
        st.header("Van uzelf", anchor=False)
    for story in mine:
        st.markdown(f"**{plain(stories.title_of(story))}**: {texts.OWN_STORY}")


def approved(actor: Actor, found: Sequence[Story]) -> None:
    """Approved stories that can still go back."""
    done = {s.id: s for s in found if can_story(actor, s, StoryAction.UNDO_APPROVAL) and s.author != actor.id}
    if not done:
        return
    st.header("Goedgekeurd", anchor=False)
    chosen = st.selectbox("Verhaal", list(done), format_func=lambda i: stories.title_of(done[i]), key="goedgekeurd")
    if st.button("Ongedaan maken"):
        if messages.did(lambda: undo_approval(session.world(), actor, chosen, done[chosen].version)):
            messages.success(texts.UNDONE)
        st.rerun()
