"""Which municipalities and quarters can be chosen, and which stand there first."""

from datetime import date

import streamlit as st

from reporting.actions.agreements import agreements_of, list_municipalities
from reporting.actions.batches import list_batches
from reporting.model.municipality import Municipality
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.ui import session

_BACK = 8  # quarters before the first choice that may be picked too


def municipalities() -> tuple[Municipality, ...]:
    """The municipalities with agreements, by name."""
    actor = session.person()
    return () if actor is None else tuple(sorted(list_municipalities(session.world(), actor), key=lambda m: m.name))


def indicator_names(actor: Actor, municipality: str, quarter: Quarter) -> dict[str, str]:
    """The names of the year's indicators by code; {} where nothing was agreed."""
    return {i.code: i.name for i in agreements_of(session.world(), actor, municipality, quarter.year)}


def first_quarter(actor: Actor, today: date) -> Quarter:
    """The last quarter that ended before today; where registrations stop earlier, the last quarter that has them."""
    ended = Quarter.of(today).previous
    held = {Quarter.parse(q) for batch in list_batches(session.world(), actor) if batch.active for q in batch.per_quarter}
    known = sorted(q for q in held if q <= ended)
    return known[-1] if known else ended


def quarters(first: Quarter, today: date) -> tuple[Quarter, ...]:
    """The quarters that can be picked, newest first: from the running one back to two years before the first choice."""
    newest = max(Quarter.of(today), first)
    oldest = first.shift(-_BACK)
    count = (newest.year - oldest.year) * 4 + newest.number - oldest.number + 1
    return tuple(newest.shift(-back) for back in range(count))


def settle(actor: Actor) -> None:
    """Give the visit a municipality and a quarter where it has none, or none that exists."""
    visit = session.visit()
    keys = [m.key for m in municipalities()]
    if visit.municipality not in keys and (keys or visit.municipality):
        session.change(municipality=keys[0] if keys else "")
    if not visit.quarter:
        session.change(quarter=str(first_quarter(actor, session.world().clock().date())))


def municipality_picker() -> None:
    """The municipality for all pages; only where there are more than one."""
    known = municipalities()
    if len(known) < 2:
        return
    keys = [m.key for m in known]
    names = {m.key: m.name for m in known}
    st.session_state["kies_gemeente"] = session.visit().municipality
    st.selectbox("Gemeente", keys, format_func=lambda k: names[k], key="kies_gemeente", on_change=_keep_municipality)


def _keep_municipality() -> None:
    session.change(municipality=st.session_state["kies_gemeente"])


def quarter_picker(actor: Actor) -> None:
    """The quarter for all pages."""
    today = session.world().clock().date()
    options = [str(q) for q in quarters(first_quarter(actor, today), today)]
    current = session.visit().quarter
    if current not in options:
        options.append(current)
    st.session_state["kies_kwartaal"] = current
    st.selectbox("Kwartaal", options, format_func=lambda q: Quarter.parse(q).name, key="kies_kwartaal", on_change=_keep_quarter)


def _keep_quarter() -> None:
    session.change(quarter=st.session_state["kies_kwartaal"])
