"""The house style on the settings page: what counts now, a file to try, what is taken over of it, and taking it away."""

import hashlib

import streamlit as st

from reporting.actions.house_style import house_style_of, remove_house_style, save_house_style
from reporting.errors import UserError
from reporting.model.house import HouseStyleInfo
from reporting.model.people import Actor
from reporting.texts import screens_house as texts
from reporting.texts.errors import sentence
from reporting.ui import messages, session
from reporting.ui.plain import plain

_TURN, _SEEN = "_huisstijl_beurt", "_huisstijl_proef"


def house_style(actor: Actor) -> None:
    """The house style in use, with a way back to ours, and a file to choose."""
    now = house_style_of(session.world(), actor)
    st.text(texts.LINE)
    if now is None:
        st.text(texts.NONE)
    else:
        st.text(texts.in_use(now))
        _shown(now)
        if st.button("Huisstijl weghalen"):
            _confirm(actor)
    chosen = st.file_uploader(texts.FILE, key=f"huisstijl-{st.session_state.setdefault(_TURN, 0)}")
    st.caption(texts.FILE_HELP)
    if chosen is not None:
        _try(actor, chosen.getvalue(), chosen.name)


def _try(actor: Actor, data: bytes, name: str) -> None:
    """What the file gives, tried once; then keeping it."""
    mark = hashlib.sha256(data).hexdigest()
    if st.session_state.get(_SEEN, ("", None))[0] != mark:
        with st.spinner("Bezig met proberen"):
            st.session_state[_SEEN] = mark, _seen(actor, data, name)
    seen = st.session_state[_SEEN][1]
    if not isinstance(seen, HouseStyleInfo):
        st.error(f"{plain(str(seen))} {texts.NOTHING_KEPT}", icon=":material/error:")
        return
    _shown(seen)
    st.text(texts.TRIED)
    if st.button("Huisstijl opslaan"):
        with st.spinner("Bezig met opslaan"):
            if messages.did(lambda: save_house_style(session.world(), actor, data, name)):
                st.session_state[_TURN] += 1
                messages.success(texts.SAVED, "rapport")
        st.rerun()


def _seen(actor: Actor, data: bytes, name: str) -> HouseStyleInfo | str:
    """What is taken over and left behind, or the sentence why not."""
    try:
        return save_house_style(session.world(), actor, data, name, preview=True)
    except UserError as error:
        return sentence(error)


def _shown(info: HouseStyleInfo) -> None:
    st.text("\n".join(line for line in (texts.taken_over(info), texts.reached(info), texts.left_behind(info)) if line))
    st.html(f'<div aria-hidden="true" style="width:6rem;height:1.5rem;background:#{info.primary}"></div>')


@st.dialog("Huisstijl weghalen?")
def _confirm(actor: Actor) -> None:
    st.text(texts.REMOVE_QUESTION)
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, weghalen"):
        if messages.did(lambda: remove_house_style(session.world(), actor)):
            messages.success(texts.REMOVED)
        st.rerun()
