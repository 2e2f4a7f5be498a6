"""Who is here, in which world, for which municipality and quarter; and the one question every page begins with: `require`.

Until sign-in is built a person picks a local profile. What must survive a reload (person, world, municipality, quarter) is kept on the
server under a random token; the browser holds only the token, in a cookie.
"""

import secrets
from dataclasses import dataclass, replace
from typing import TypeVar, cast

import streamlit as st

from reporting.access.permissions import may
from reporting.actions.people import list_people
from reporting.bootstrap import open_services
from reporting.model.municipality import Municipality
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.ports import Services
from reporting.settings import Settings
from reporting.texts import screens

COOKIE = "bezoek"
T = TypeVar("T")
_VISIT, _PAGE, _SEEN = "_visit", "_pagina", "_gezien|"
_TOKEN = "_token"


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visitor chose. Empty strings: not chosen yet."""

    person: str = ""  # id in the own world
    guest: str = ""  # id in the sample world
    sample: bool = False
    municipality: str = ""
    quarter: str = ""
    choosing: bool = False  # wants to be somebody else


@st.cache_resource(show_spinner=False)
def services(sample: bool) -> Services:
    """The services of a world, opened once per process. Raises SetupError; that is not cached."""
    return open_services(Settings.from_environment(), sample=sample)


@st.cache_resource(show_spinner=False)
def _visits() -> dict[str, Visit]:
    return {}


def visit() -> Visit:
    """What this visitor chose, brought back after a reload."""
    if _VISIT not in st.session_state:
        token = str(st.context.cookies.get(COOKIE, ""))
        known = _visits().get(token)
        st.session_state[_TOKEN] = token if known is not None else secrets.token_urlsafe(24)
        st.session_state[_VISIT] = known or Visit()
    return cast(Visit, st.session_state[_VISIT])


def change(**chosen: str | bool) -> None:
    """Change what this visitor chose, for this session and for after a reload."""
    changed = replace(visit(), **chosen)  # type: ignore[arg-type]  # names and types are those of Visit
    st.session_state[_VISIT] = changed
    _visits()[token()] = changed


def token() -> str:
    """The name under which the server remembers this visit."""
    visit()
    return cast(str, st.session_state[_TOKEN])


def world() -> Services:
    """The services of the world this visitor is in."""
    return services(visit().sample)


def world_name() -> str:
    """A name for this world in caches: which data folder, and own or sample."""
    return f"{Settings.from_environment().data_dir}|{visit().sample}"


def person() -> Actor | None:
    """The profile chosen in this world, read anew each time: a changed role holds at once. None: not chosen.

    In the sample world a visitor stays who they are, until they pick one of the sample's people.
    """
    here = visit()
    if here.choosing:
        return None
    guest = here.sample and here.guest
    people = list_people(services(sample=bool(guest)))
    return next((p for p in people if p.id == (here.guest if guest else here.person)), None)


def opened(page: str) -> None:
    """Note which page is open; on another page what was seen before counts no longer."""
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE] = page
        for key in [k for k in st.session_state if isinstance(k, str) and k.startswith(_SEEN)]:
            del st.session_state[key]


def seen(name: str, now: T) -> T:
    """What stood here when the page was opened: with its version, so that a colleague's change since then is noticed on saving."""
    return cast(T, st.session_state.setdefault(f"{_SEEN}{name}", now))


def look_again(name: str) -> None:
    """Take what stands now: it was saved, or a colleague's change was shown."""
    st.session_state.pop(f"{_SEEN}{name}", None)


def names() -> dict[str, str]:
    """Names by person id, the visitor's own profile included in the sample world."""
    actor = person()
    known = {p.id: p.name for p in list_people(world())}
    return known if actor is None else {**known, actor.id: actor.name}


def require(permission: Permission) -> Actor:
    """Who is here, when their role may do this. Otherwise a sentence is shown and the page stops."""
    actor = person()
    if actor is None:
        st.title(screens.WHO_ARE_YOU, anchor=False)
        st.text(screens.CHOOSE_PROFILE_FIRST)
        st.stop()
    if not may(actor, permission):
        st.title(screens.NOT_FOR_YOU, anchor=False)
        st.text(screens.not_for_role(actor.role))
        st.stop()
    return actor


def period() -> tuple[str, Quarter]:
    """The municipality's key ("" when none is known yet) and the quarter that hold for every page. Chosen in the menu."""
    return visit().municipality, Quarter.parse(visit().quarter)


def municipality() -> Municipality | None:
    """The municipality chosen, with its name."""
    from reporting.ui.choices import municipalities

    return next((m for m in municipalities() if m.key == visit().municipality), None)
