"""The first two steps of writing a story: the questions and the printed text, and what it belongs to."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from reporting.actions.agreements import agreements_of
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.model.story import Story, StorytellerRole
from reporting.texts import screens_stories as texts
from reporting.ui import frame, messages, session
from reporting.ui.drafts import DraftForm
from reporting.ui.plain import plain
from reporting.ui.story_form import joined, listed

_PRINTED, _QUOTE, _MOST = (60, 120), (0, 25), 20


@st.fragment
def story(form: DraftForm) -> None:
    """Step 1: who, the questions one under the other, and the text for the report."""
    st.text(texts.TIP)
    with form.box():
        form.area("Wie komen erin voor?", "people", help_text=texts.PEOPLE_HELP)
        with st.container(horizontal=True):
            _choice(form, "Wie vertelt?", "storyteller_role", {r.value: texts.ROLES[r] for r in StorytellerRole})
            _day(form, "Opgetekend op", "recorded_on")
        for name, label in texts.NEEDED.items():
            if name in ("title", "alias"):
                form.line(label, name)
            elif name == "quote":
                quote = form.area(label, name, help_text=texts.QUOTE_HELP)
                st.caption(texts.words(len(quote.split()), *_QUOTE))
            else:
                form.area(label, name)
        with st.expander(texts.OTHERS):
            for name, label in texts.OPTIONAL.items():
                if name in ("age_class", "district", "target_group", "selected_by"):
                    form.line(label, name)
                else:
                    form.area(label, name)
            _choice(form, "Rapportcijfer (1 tot en met 10)", "grade", {str(n): str(n) for n in range(1, 11)})
            _choice(form, "Zou de verteller ons aanbevelen? (0 tot en met 10)", "recommend", {str(n): str(n) for n in range(11)})
        st.subheader("Zo komt het in het rapport", anchor=False)
        st.button("Antwoorden overnemen", on_click=_compose, args=(form,))
        printed = form.area("Tekst in het rapport", "printed", help_text=texts.PRINTED_HELP)
        st.caption(texts.words(len(printed.split()), *_PRINTED))
        frame.draft_line(form.form, form.open())


def _compose(form: DraftForm) -> None:
    """Put the answers one after the other in the printed text, to shorten from there. Never over text that stands."""
    values = form.values()
    if values["printed"].strip():
        return
    answers = [values[name].strip() for name in ("before", "involved", "happened", "most_significant_change", "why_it_matters")]
    composed = " ".join(a if a.endswith((".", "!", "?")) else f"{a}." for a in answers if a)
    form.put("printed", composed)
    st.session_state[form.key("printed")] = composed


def _choice(form: DraftForm, label: str, name: str, options: dict[str, str]) -> None:
    key = f"keuze|{form.key(name)}"
    current = form.values().get(name, "")
    st.session_state.setdefault(key, current if current in options else "")
    st.selectbox(
        label, ["", *options], format_func=lambda o: options.get(o, "nog niet gekozen"), key=key, on_change=_put(form, name, lambda: str(st.session_state[key]))
    )


def _day(form: DraftForm, label: str, name: str) -> None:
    key = f"keuze|{form.key(name)}"
    today = session.world().clock().date()
    current = form.values().get(name, "")
    if key not in st.session_state:
        st.session_state[key] = date.fromisoformat(current) if current else None
    st.date_input(label, key=key, format="DD-MM-YYYY", max_value=today, on_change=_put(form, name, lambda: _iso(st.session_state[key])))


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _put(form: DraftForm, name: str, value: Callable[[], str]) -> Callable[[], None]:
    return lambda: form.put(name, value())


def belongs(actor: Actor, story: Story, form: DraftForm) -> None:
    """Step 2: one to three indicators or none that shows it, and registrations if wanted."""
    indicators = {i.code: i.name for i in agreements_of(session.world(), actor, story.municipality, Quarter.parse(story.period).year)}
    values = form.values()
    st.text(texts.CHOOSE_INDICATOR)
    keys = {name: f"keuze|{form.key(name)}" for name in ("indicators", "outside_figures", "failed")}
    st.session_state.setdefault(keys["indicators"], [c for c in listed(values["indicators"]) if c in indicators])
    st.multiselect(
        "Afspraken",
        list(indicators),
        format_func=lambda c: f"{c} {indicators[c]}",
        max_selections=3,
        key=keys["indicators"],
        on_change=_put(form, "indicators", lambda: joined(tuple(st.session_state[keys["indicators"]]))),
    )
    for name, label in (("outside_figures", texts.OUTSIDE), ("failed", "Dit verhaal gaat over iets wat niet lukte")):
        st.session_state.setdefault(keys[name], values[name] == "ja")
        st.checkbox(label, key=keys[name], on_change=_put(form, name, lambda k=keys[name]: "ja" if st.session_state[k] else ""))  # type: ignore[misc]
    with st.expander("Registraties bij dit verhaal (mag u overslaan)"):
        _registrations(form)


def _registrations(form: DraftForm) -> None:
    st.text(texts.REGISTRATIONS_HELP)
    held = listed(form.values()["registrations"])
    for number, client in enumerate(held):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(client if len(client) < 30 else f"vastgelegde registratie {number + 1}")
            if st.button("Weghalen", key=f"weg|{form.form}|{number}"):
                form.put("registrations", joined(held[:number] + held[number + 1 :]))
                st.rerun()
    client = st.text_input("Cliëntnummer", key=f"nummer|{form.form}|{len(held)}")
    if st.button("Toevoegen", key=f"bij|{form.form}"):
        if len(held) >= _MOST:
            messages.problems(texts.TOO_MANY)
        elif client.strip():
            form.put("registrations", joined((*held, client.strip().replace("|", ""))))
        st.rerun()


def summary(story: Story) -> None:
    """All needed answers with what is missing."""
    text = story.text
    answers = {**{label: getattr(text, name) for name, label in texts.NEEDED.items()}, "Tekst in het rapport": text.printed}
    for label, answer in answers.items():
        st.markdown(f"**{plain(label)}**")
        st.text(answer or "nog niet ingevuld")
