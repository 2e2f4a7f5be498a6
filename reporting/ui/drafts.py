"""Fields that lose nothing: what is typed is a draft on the server, saved on leaving the field and while typing (browser.js)."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from reporting.actions.drafts import drop_draft, load_draft, save_draft
from reporting.errors import UserError
from reporting.model.people import Actor
from reporting.ui import frame, messages, session


@dataclass(frozen=True, slots=True)
class DraftForm:
    """The typed fields of one form. `stored` is what the database holds; a draft stands above it.

    A `version` in `stored` goes into the draft when it begins: the version the person saw, to notice that a colleague saved since.

    Draw the fields inside `with form.box():`, only there typing is saved every two seconds.
    """

    actor: Actor
    form: str  # "story:<id>", "explanation:<municipality>:<quarter>:<theme>"
    stored: Mapping[str, str]

    def key(self, name: str) -> str:
        """The widget key of a field."""
        return f"{self.form}|{name}"

    def box(self) -> "st.delta_generator.DeltaGenerator":
        """The container whose text fields are saved while typing."""
        return st.container(key=f"concept-{abs(hash(self.form))}")

    def area(self, label: str, name: str, *, help_text: str = "") -> str:
        """A text area that keeps its draft and grows with its text."""
        self._fill(name)
        typed = st.text_area(label, key=self.key(name), height="content", on_change=self._keep, args=(name,)) or ""
        if help_text:
            st.caption(help_text)
        return typed

    def line(self, label: str, name: str, *, placeholder: str = "") -> str:
        """A one-line field that keeps its draft."""
        self._fill(name)
        return st.text_input(label, key=self.key(name), placeholder=placeholder or None, on_change=self._keep, args=(name,)) or ""

    def values(self) -> dict[str, str]:
        """All fields: what is stored, with the draft over it, with what stands on the screen over that."""
        known = {**self.stored, **self._draft()}
        return {name: str(st.session_state.get(self.key(name), value)) for name, value in known.items()}

    def open(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return bool(self._draft())

    def put(self, name: str, value: str) -> None:
        """Keep a value that was not typed in one of our fields (a choice) in the draft too."""
        self._save({name: value})

    def drop(self) -> None:
        """Forget the draft: its text was saved."""
        drop_draft(session.world(), self.actor, self.form)
        st.session_state.pop(self._cache, None)
        for key in [k for k in st.session_state if isinstance(k, str) and k.startswith(f"{self.form}|")]:
            del st.session_state[key]

    @property
    def _cache(self) -> str:
        return f"_concept|{session.visit().sample}|{self.form}"

    def _draft(self) -> dict[str, str]:
        if self._cache not in st.session_state:
            found = load_draft(session.world(), self.actor, self.form)
            st.session_state[self._cache] = dict(found.fields) if found is not None else {}
            if found is not None:
                frame.note_draft(found.saved_at)
        return dict(st.session_state[self._cache])

    def _fill(self, name: str) -> None:
        if self.key(name) not in st.session_state:
            st.session_state[self.key(name)] = self._draft().get(name, self.stored.get(name, ""))

    def _keep(self, name: str) -> None:
        self._save({name: str(st.session_state[self.key(name)])})

    def _save(self, changed: Mapping[str, str]) -> None:
        begun = self._draft() or {"version": self.stored["version"]} if "version" in self.stored else self._draft()
        fields = {**begun, **changed}
        try:
            saved = save_draft(session.world(), self.actor, self.form, fields)
        except UserError as error:
            messages.failure(error)
            return
        st.session_state[self._cache] = fields
        frame.note_draft(saved.saved_at)
