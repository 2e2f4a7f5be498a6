"""The page table: which pages there are, in working order, and who sees them in the menu."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from reporting.access.permissions import may
from reporting.model.people import Actor, Permission

_FOLDER = Path(__file__).parents[2] / "pages"


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: its file in `pages/`, its name (the H1 and the menu), and what a person must be allowed to do to see it."""

    file: str
    name: str
    permission: Permission
    number: int | None = None  # its place in the five steps
    in_menu: bool = True
    one_of: tuple[Permission, ...] = ()  # in the menu only for who may do at least one of these


PAGES: Mapping[str, PageRow] = {
    row.file: row
    for row in (
        PageRow("overzicht", "Overzicht", Permission.LOOK),
        PageRow("afspraken", "Afspraken", Permission.LOOK),
        PageRow("registraties", "Registraties inlezen", Permission.UPLOAD, 1),
        PageRow("ingelezen", "Eerder ingelezen", Permission.UPLOAD, in_menu=False),
        PageRow("verhalen", "Verhalen", Permission.WRITE_STORY, 2),
        PageRow("verhaal", "Verhaal schrijven", Permission.WRITE_STORY, in_menu=False),
        PageRow("nakijken", "Nakijken en goedkeuren", Permission.REVIEW_STORY, 3),
        PageRow("cijfers", "Cijfers en toelichting", Permission.LOOK, 4),
        PageRow("rapport", "Rapport maken", Permission.MAKE_CONCEPT, 5),
        PageRow("bewerkt", "Bewerkt rapport weer inlezen", Permission.EXPLAIN, in_menu=False),
        PageRow("gesprek", "Na het gesprek", Permission.EXPLAIN),
        PageRow("narekenen", "Rapport narekenen", Permission.SEE_RAW),
        PageRow("instellingen", "Instellingen", Permission.LOOK, one_of=(Permission.AGREEMENTS, Permission.PEOPLE, Permission.ERASE)),
    )
}


def shown(actor: Actor, row: PageRow) -> bool:
    """Whether this person sees the page in the menu."""
    return row.in_menu and may(actor, row.permission) and (not row.one_of or any(may(actor, p) for p in row.one_of))


def page(name: str) -> Page:
    """The page of that file, to navigate to. Raises KeyError for a name that is not in the table."""
    row = PAGES[name]
    return st.Page(_FOLDER / f"{row.file}.py", title=row.name, url_path=row.file, default=name == "overzicht")


def menu_label(name: str, open_work: int) -> str:
    """The name in the menu: its number in the five steps before it, open work in brackets after it."""
    row = PAGES[name]
    before = "" if row.number is None else f"{row.number} "
    after = f" ({open_work})" if open_work else ""
    return f"{before}{row.name}{after}"


def link(name: str, label: str | None = None, **query: str) -> None:
    """A link to a page."""
    st.page_link(page(name), label=label or PAGES[name].name, query_params=query or None)
