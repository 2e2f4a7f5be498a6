"""Settings on the screen: each field with what stands now, saved on its own, old and new said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from reporting.actions.settings import DEFAULTS, list_settings, save_setting
from reporting.errors import Conflict, UserError
from reporting.model.people import Actor
from reporting.model.stored import Setting
from reporting.texts import screens
from reporting.texts import screens_settings as texts
from reporting.texts.errors import sentence
from reporting.ui import messages, session
from reporting.ui.numbers import read_decimal
from reporting.ui.plain import plain

Check = Callable[[str], str | None]  # the value to store, None where it cannot be read


def _as_typed(text: str) -> str | None:
    return text


@dataclass(frozen=True, slots=True)
class _Field:
    """One setting as a text field."""

    name: str
    label: str
    check: Check = _as_typed
    line: str = ""
    area: bool = False
    shown: Callable[[str], str] = str


def organisation(actor: Actor) -> None:
    """Name, recipient, age classes, margins, the own list of names, and which districts get a line of their own."""
    fields = [
        _Field("organisation", texts.NAMES["organisation"]),
        _Field("recipient", texts.NAMES["recipient"]),
        _Field("age_classes", texts.NAMES["age_classes"], line=texts.AGES_LINE),
        _Field("on_course_share", texts.NAMES["on_course_share"], _share, texts.ON_COURSE_LINE, shown=_comma),
        _Field("grade_low", texts.NAMES["grade_low"], _decimal, texts.GRADE_LOW_LINE, shown=_comma),
        _Field("grade_high", texts.NAMES["grade_high"], _decimal, texts.GRADE_HIGH_LINE, shown=_comma),
        _Field("word_list", texts.NAMES["word_list"], line=texts.WORDS_LINE, area=True),
    ]
    known = session.municipality()
    if known is not None:
        year = session.period()[1].year
        fields.append(_Field(f"shown:{known.key}:{year}:district", plain(f"Wijken van {known.name} in {year}"), line=texts.DISTRICTS_LINE, area=True))
        fields.append(_Field(f"shown:{known.key}:{year}:age", plain(f"Leeftijden van {known.name} in {year}"), line=texts.AGES_SHOWN_LINE, area=True))
    _form(actor, fields, "Instellingen opslaan")


def privacy(actor: Actor) -> None:
    """The limit for small counts, and rounding per municipality."""
    fields = [_Field("disclosure_threshold", texts.NAMES["disclosure_threshold"], _threshold, texts.DISCLOSURE_LINE)]
    known = session.municipality()
    if known is not None:
        fields.append(
            _Field(f"rounding:{known.key}", plain(f"Afronden voor {known.name}"), lambda text: text if text in ("", "5") else None, texts.ROUNDING_LINE)
        )
    _form(actor, fields, "Privacy-instellingen opslaan")


def _form(actor: Actor, fields: Sequence[_Field], label: str) -> None:
    stored = list_settings(session.world(), actor)
    now = {f.name: session.seen(f.name, stored.get(f.name, Setting(f.name, "", 0))) for f in fields}
    typed = {f.name: _draw(f, now[f.name]) for f in fields}
    if not st.button(label, type="primary"):
        return
    messages.clear()
    wrong, done = [], []
    for field in fields:
        old = now[field.name]
        if typed[field.name] == field.shown(old.value):
            continue
        value = field.check(typed[field.name])
        if value is None:
            wrong.append(f"{field.label}: {texts.NOT_A_NUMBER}")
            continue
        try:
            saved = save_setting(session.world(), actor, field.name, value, old.version)
        except Conflict as clash:
            session.look_again(field.name)
            theirs = clash.theirs.value if isinstance(clash.theirs, Setting) else ""
            wrong.append(screens.clash(field.label, field.shown(theirs), typed[field.name]))
        except UserError as error:
            wrong.append(f"{field.label}: {sentence(error)}")
        else:
            session.look_again(field.name)
            done.append(texts.changed(field.label, field.shown(old.value), field.shown(saved.value)))
    if wrong:
        messages.problems(*wrong)
    else:
        messages.success(" ".join(done) or texts.NOTHING_CHANGED)
    st.rerun()


def _draw(field: _Field, now: Setting) -> str:
    key = f"instelling|{field.name}|{now.version}"
    default = field.shown(DEFAULTS.get(field.name, ""))
    lines = [field.line, texts.default_line(default, filled_in=bool(now.value)) if default else ""]
    with st.container(gap="xxsmall"):
        if field.area:
            typed = st.text_area(field.label, field.shown(now.value), key=key, height="content")
        else:
            typed = st.text_input(field.label, field.shown(now.value), key=key, placeholder=default or None)
        if any(lines):
            st.caption("  \n".join(line for line in lines if line))
    return (typed or "").strip()


def _threshold(text: str) -> str | None:
    return text if text == "" or (text.isdigit() and int(text) >= 5) else None


def _comma(text: str) -> str:
    return text.replace(".", ",")


def _decimal(text: str) -> str | None:
    if not text:
        return ""
    number = read_decimal(text)
    return None if number is None else str(number)


def _share(text: str) -> str | None:
    if not text:
        return ""
    number = read_decimal(text.rstrip("% "))
    return None if number is None or not 0 < number <= 100 else str(number)
