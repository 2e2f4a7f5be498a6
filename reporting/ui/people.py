"""People and roles, and the backup: for the manager."""

import streamlit as st

from reporting.actions.backup import make_backup, restore_backup
from reporting.actions.people import add_person, list_people, remove_person, update_person
from reporting.actions.renew_key import renew_key
from reporting.model.people import Actor, Role
from reporting.texts import screens
from reporting.texts import screens_settings as texts
from reporting.ui import messages, session

_ROLES = (Role.WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.PRIVACY_OFFICER)


def listing(actor: Actor) -> None:
    """Everybody, changing one, and adding one."""
    people = {p.id: p for p in list_people(session.world())}
    st.text("\n".join(screens.profile(p) for p in people.values()))
    with st.expander("Collega toevoegen"):
        name = st.text_input("Naam", key="collega_naam")
        role = st.selectbox("Rol", _ROLES, format_func=screens.role_with_task, key="collega_rol")
        if st.button("Toevoegen", key="collega_toevoegen"):
            if not name.strip():
                messages.problems(texts.NAME_MISSING)
            elif messages.did(lambda: add_person(session.world(), actor, name, role)):
                messages.success(texts.SAVED)
            st.rerun()
    with st.expander("Collega wijzigen of verwijderen"):
        _change(actor, people)


def _change(actor: Actor, people: dict[str, Actor]) -> None:
    chosen = str(st.selectbox("Collega", list(people), format_func=lambda i: screens.profile(people[i]), key="collega_kies"))
    old = people[chosen]
    name = st.text_input("Naam", old.name, key=f"collega_naam|{chosen}")
    role = st.selectbox("Rol", _ROLES, index=_ROLES.index(old.role), format_func=screens.role_with_task, key=f"collega_rol|{chosen}")
    with st.container(horizontal=True):
        if st.button("Wijziging opslaan", key="collega_opslaan"):
            if messages.did(lambda: update_person(session.world(), actor, Actor(chosen, name, role))):
                messages.success(texts.changed("Profiel", screens.profile(old), screens.profile(Actor(chosen, name, role))))
            st.rerun()
        if st.button("Profiel verwijderen", key="collega_weg"):
            _confirm(actor, old)


@st.dialog("Profiel verwijderen?")
def _confirm(actor: Actor, person: Actor) -> None:
    st.text(f"{person.name} kan dan niet meer werken met dit programma.")
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, verwijderen"):
        if messages.did(lambda: remove_person(session.world(), actor, person.id)):
            messages.success(texts.PERSON_REMOVED)
        st.rerun()


def backup(actor: Actor) -> None:
    """Make and download a backup, or put one back."""
    st.text(texts.BACKUP_LINE)
    if st.button("Reservekopie maken"):
        st.session_state["_kopie"] = messages.attempt(lambda: make_backup(session.world(), actor))
    made = st.session_state.get("_kopie")
    if made is not None:
        st.download_button("Reservekopie downloaden", made[1], made[0], "application/zip", on_click="ignore")
    with st.expander("Reservekopie terugzetten"):
        st.text(texts.RESTORE_LINE)
        chosen = st.file_uploader("Bestand met reservekopie", key="kopie_terug")
        if chosen is not None and st.button("Terugzetten"):
            _confirm_restore(actor, chosen.getvalue())


def renew(actor: Actor) -> None:
    """Make a new master key, after the sentence that says what changes."""
    with st.expander("Sleutel vernieuwen"):
        st.text(texts.KEY_LINE)
        if st.button("Nieuwe sleutel maken"):
            if messages.did(lambda: renew_key(session.world(), actor)):
                messages.success(texts.KEY_RENEWED)
            st.rerun()


@st.dialog("Reservekopie terugzetten?")
def _confirm_restore(actor: Actor, data: bytes) -> None:
    st.text(texts.RESTORE_LINE)
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, terugzetten"):
        if messages.did(lambda: restore_backup(session.world(), actor, data)):
            messages.success(texts.RESTORED)
        st.rerun()
