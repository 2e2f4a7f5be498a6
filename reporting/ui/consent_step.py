"""The last step of a story: consent, the whole story once more, and sending it to a colleague."""

from dataclasses import replace

import streamlit as st

from reporting.actions.consent_sheet import consent_sheet
from reporting.actions.propose_story import preview_story
from reporting.actions.record_consent import record_consent, withdraw_consent
from reporting.actions.save_story import save_story
from reporting.actions.stories import consents_of
from reporting.actions.submit_story import submit_story
from reporting.model.consent import Consent, GivenBy, Purpose
from reporting.model.people import Actor
from reporting.model.safe import Kept
from reporting.model.story import Story
from reporting.texts import screens_stories as texts
from reporting.texts.numbers import listed, short_day
from reporting.ui import messages, renewal, review, session, story_page, story_steps
from reporting.ui.report import WORD


def consent(actor: Actor, story: Story) -> None:
    """What consent stands, recording it, and the summary of all answers with a way back to each step."""
    if not story.version:
        st.text(texts.SAVE_FIRST)
        return
    seen = messages.attempt(lambda: preview_story(session.world(), actor, story.id))
    if seen is not None:
        st.subheader("Zo komt het in het rapport", anchor=False)
        review.safe_text(seen)
    review.warn_when_few(actor, story)
    st.subheader("Toestemming", anchor=False)
    _sheet(actor, story)
    _standing(actor, story)
    with st.expander("Toestemming vastleggen", expanded=not consents_of(session.world(), actor, story.id)):
        _record(actor, story)
    st.subheader("Uw antwoorden", anchor=False)
    with st.expander("Alle antwoorden bekijken"):
        story_steps.summary(story)
    with st.container(horizontal=True):
        for number, name in enumerate(texts.STEPS[:-1], start=1):
            if st.button(f"Wijzig {name.lower()}", key=f"wijzig|{number}"):
                story_page.go_to(number)
                st.rerun()
    st.checkbox(texts.READ_WITHOUT, story.read_without_personal_data, key=f"gelezen|{story.id}")


def _sheet(actor: Actor, story: Story) -> None:
    """The sheet on paper: made when asked for, so that the text on it is the text of now."""
    st.text(texts.SHEET)
    if st.button("Toestemmingsblad maken", key=f"blad|{story.id}"):
        made = messages.attempt(lambda: consent_sheet(session.world(), actor, story.id))
        if made is None:
            st.rerun()
        else:
            st.download_button("Toestemmingsblad downloaden", made[1], made[0], WORD, on_click="ignore", icon=":material/download:")


def _standing(actor: Actor, story: Story) -> None:
    given = consents_of(session.world(), actor, story.id)
    if not given or given[-1].withdrawn:
        st.text(texts.CONSENT_FIRST)
        return
    last = given[-1]
    st.text(texts.consent_line(short_day(last.asked_on), texts.GIVEN_BY[last.given_by], listed([texts.PURPOSES[p] for p in sorted(last.purposes)])))
    if st.button("Toestemming intrekken"):
        _confirm(actor, story)


@st.dialog("Toestemming intrekken?")
def _confirm(actor: Actor, story: Story) -> None:
    st.text(texts.WITHDRAW_CONSENT)
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, intrekken"):
        holding = messages.attempt(lambda: withdraw_consent(session.world(), actor, story.id))
        if holding is not None:
            renewal.said_after(actor, texts.CONSENT_ENDED, holding, texts.in_reports(tuple(r.file_name for r in holding)))
        st.rerun()


def _record(actor: Actor, story: Story) -> None:
    st.caption(texts.CONSENT_BOUND)
    key = f"toestemming|{story.id}"
    today = session.world().clock().date()
    given_by = st.selectbox("Wie gaf toestemming?", tuple(GivenBy), format_func=lambda g: texts.GIVEN_BY[g], key=f"{key}|wie") or GivenBy.CLIENT
    day = st.date_input("Wanneer?", today, max_value=today, format="DD-MM-YYYY", key=f"{key}|dag")
    how = st.selectbox("Hoe?", ("mondeling", "schriftelijk"), key=f"{key}|hoe")
    purposes = {p for p in Purpose if st.checkbox(f"Voor {texts.PURPOSES[p]}", p is Purpose.ALDERMAN, key=f"{key}|{p}")}
    kept = st.selectbox("Hoe mag de verteller heten?", tuple(Kept), format_func=lambda k: texts.KEPT[k], key=f"{key}|naam") or Kept.SUBSTITUTE
    names = st.text_input("Welke namen mogen blijven staan? (met een komma ertussen)", key=f"{key}|namen") if kept is not Kept.SUBSTITUTE else ""
    read_back = st.checkbox("De verteller las of hoorde precies deze tekst", key=f"{key}|gelezen")
    free = st.checkbox("Uitgelegd dat nee zeggen geen gevolgen heeft, en dat intrekken altijd mag", key=f"{key}|vrij")
    if st.button("Toestemming vastleggen", key=f"{key}|vast"):
        wrong = [texts.NO_PURPOSE] if not purposes else []
        wrong += [texts.NOT_READ_BACK] if not read_back else []
        wrong += [texts.NOT_FREE] if not free else []
        if wrong:
            messages.problems(*wrong)
        else:
            kept_names = tuple(n.strip() for n in names.split(",") if n.strip())
            new = Consent(story.id, given_by, actor.id, day, frozenset(purposes), kept, "", read_back, how, explained_free=free, kept_names=kept_names)
            if messages.did(lambda: record_consent(session.world(), actor, new)):
                messages.success(texts.CONSENT_KEPT)
        st.rerun()


def submit(actor: Actor, story: Story) -> None:
    """Send the story to a colleague, once the writer has read it."""
    if not st.session_state.get(f"gelezen|{story.id}"):
        messages.problems(texts.NOT_READ)
        return
    read = messages.attempt(lambda: save_story(session.world(), actor, replace(story, read_without_personal_data=True), story.version))
    if read is not None and messages.did(lambda: submit_story(session.world(), actor, story.id, read.version)):
        messages.success(texts.SUBMITTED, "verhalen", "Naar alle verhalen")
