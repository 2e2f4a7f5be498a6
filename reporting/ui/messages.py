"""One message at a time, under the H1, until the next action: what went wrong and how to mend it, or what was done and "Wat nu?"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

import streamlit as st

from reporting.errors import UserError
from reporting.texts.errors import sentence
from reporting.texts.screens import WENT_WRONG, WHAT_NOW
from reporting.ui import table
from reporting.ui.plain import plain

T = TypeVar("T")
_KEY, _PAGE = "_melding", "_melding_pagina"


@dataclass(frozen=True, slots=True)
class Told:
    """A message. `then` is the page to go to next and `label` what the link says."""

    good: bool
    lines: tuple[str, ...]
    then: str = ""
    label: str = ""
    serial: int = 0


def success(text: str, then: str = "", label: str = "") -> None:
    """Say what was done, with the next step."""
    _keep(True, (text,), then, label)


def problems(*lines: str) -> None:
    """Say what is wrong, in the words that stand at the fields."""
    _keep(False, lines, "", "")


def failure(error: UserError) -> None:
    """Say what went wrong and what to do."""
    problems(sentence(error))


def clear() -> None:
    """Take the message away: a new action begins."""
    st.session_state.pop(_KEY, None)
    st.session_state.pop(_PAGE, None)


def attempt(action: Callable[[], T]) -> T | None:
    """What the action gives back; None where it raised a UserError, which is then told under the H1."""
    clear()
    try:
        return action()
    except UserError as error:
        failure(error)
        return None


def did(action: Callable[[], object]) -> bool:
    """Whether the action went well, for actions that give nothing back."""
    return attempt(lambda: (action(), True)) is not None


def show(page: str) -> None:
    """Draw the message that stands now. Going to another page is a next action: a message stays on the page that showed it first."""
    told = cast(Told | None, st.session_state.get(_KEY))
    if told is None:
        return
    if st.session_state.setdefault(_PAGE, page) != page:
        clear()
        return
    with st.container(key=f"melding-{told.serial}"):
        if told.good:
            st.success(plain(told.lines[0]), icon=":material/check_circle:")
            if told.then:
                with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                    st.markdown(f"**{WHAT_NOW}**", width="content")
                    table.link(told.then, told.label)
            return
        st.header(WENT_WRONG, anchor=False)
        st.error("  \n".join(plain(line) for line in told.lines), icon=":material/error:")


def _keep(good: bool, lines: tuple[str, ...], then: str, label: str) -> None:
    serial = int(st.session_state.get("_meldingen", 0)) + 1
    st.session_state["_meldingen"] = serial
    st.session_state.pop(_PAGE, None)
    st.session_state[_KEY] = Told(good, lines, then, label, serial)
