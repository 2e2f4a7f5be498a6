"""The parts of the overview: the first visit, the task list, and what asks attention."""

from collections.abc import Sequence

import streamlit as st

from reporting.access.permissions import may
from reporting.actions.types import Problem, State, TaskState
from reporting.model.people import Actor, Permission
from reporting.texts import screens_overview as texts
from reporting.ui import messages, sample, table
from reporting.ui.plain import plain

_ICONS = {State.NOT_STARTED: ":material/radio_button_unchecked:", State.BUSY: ":material/timelapse:", State.DONE: ":material/check_circle:"}


def welcome(actor: Actor) -> None:
    """The first visit: two ways to begin, nothing else."""
    st.title(table.PAGES["overzicht"].name, anchor=False)
    st.text(texts.WELCOME)
    messages.show("overzicht")
    with st.container(horizontal=True, gap="medium", key="begin"):
        sample.load_button()
        upload = may(actor, Permission.UPLOAD)
        if st.button("Eigen bestand inlezen" if upload else "Afspraken bekijken"):
            st.switch_page(table.page("registraties" if upload else "afspraken"))


def task_list(actor: Actor, tasks: Sequence[TaskState]) -> None:
    """Five lines: the step as a link where this person may do it, how much is done, and the state in words with a sign."""
    for number, task in enumerate(tasks, start=1):
        name = texts.PAGES[task.task]
        row = table.PAGES[name]
        with st.container(key=f"taak-{number}", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            if may(actor, row.permission):
                table.link(name, f"{number} {row.name}")
            else:
                st.text(f"{number} {row.name}")
            with st.container(width=220, gap=None, key=f"stand-{task.state}-{number}"):
                st.markdown(f"{_ICONS[task.state]} **{texts.state_text(task.state, task.done, task.total)}**")
                st.caption(texts.done_text(task.task, task.done))


def problem_list(actor: Actor, problems: Sequence[Problem]) -> None:
    """What asks attention, each with the page where it can be mended."""
    if not problems:
        st.success(texts.NOTHING_OPEN, icon=":material/check_circle:")
    for problem in problems:
        name = texts.PROBLEM_PAGES[problem.kind]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/warning: {plain(texts.problem_text(problem.kind, problem.count, problem.names))}", width="content")
            if may(actor, table.PAGES[name].permission):
                table.link(name)
