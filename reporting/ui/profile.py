""" "Wie bent u?": local profiles with a role, until sign-in is built."""

import streamlit as st

from reporting.actions.people import add_person, list_people
from reporting.model.people import Actor, Role
from reporting.texts import screens
from reporting.ui import messages, session
from reporting.ui.plain import plain

_ROLES = (Role.WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.PRIVACY_OFFICER)


def choose_profile() -> None:
    """The screen before all others: pick who you are, or make the first profile."""
    st.title(screens.WHO_ARE_YOU, anchor=False)
    people = list_people(session.world())
    if session.visit().sample:
        people = (*(p for p in list_people(session.services(sample=False)) if p.id == session.visit().person), *people)
    st.text(screens.PICK_PROFILE if people else screens.FIRST_PROFILE)
    messages.show("wie")
    if people:
        _pick(people)
    if not people:
        _make(_ROLES, primary=True)
    elif not any(p.role is Role.MANAGER for p in people):
        with st.expander("Beheerder toevoegen"):
            st.text(screens.ADD_MANAGER)
            _make((Role.MANAGER,), primary=False)


def become(person: Actor) -> None:
    """Go on as this person in the world this visitor is in."""
    messages.clear()
    if session.visit().sample:
        session.change(guest="" if person.id == session.visit().person else person.id, choosing=False)
    else:
        session.change(person=person.id, choosing=False)


def _pick(people: tuple[Actor, ...]) -> None:
    by_id = {p.id: p for p in people}
    chosen = st.radio("Kies uw naam", list(by_id), format_func=lambda i: plain(screens.profile(by_id[i])), key="profiel")
    st.button("Verder", type="primary", on_click=become, args=(by_id[chosen],))


def _make(roles: tuple[Role, ...], *, primary: bool) -> None:
    name = st.text_input("Uw naam", key="profiel_naam", autocomplete="name")
    role = roles[0] if len(roles) == 1 else st.radio("Uw rol", roles, index=roles.index(Role.TEAM_LEAD), format_func=screens.role_with_task, key="profiel_rol")
    if st.button("Beginnen" if primary else "Toevoegen", type="primary" if primary else "secondary"):
        if not name.strip():
            messages.problems(screens.NAME_MISSING)
            st.rerun()
        made = messages.attempt(lambda: add_person(session.world(), None, name.strip(), role))
        if made is not None and primary:
            become(made)
        st.rerun()
