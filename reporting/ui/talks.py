"""Recording a talk about a report: day, who, and per question and story what was asked, promised and done. Typed text is a draft first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from reporting.actions.explanations import conversation_of
from reporting.actions.reports import list_reports
from reporting.actions.stories import SAFE_TITLE, TOLD, list_stories
from reporting.actions.talks import new_talk, save_talk, talks_of
from reporting.errors import Conflict, Reason, UserError
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.model.safe import ReportStatus
from reporting.model.talk import Answer, StoredTalk, Talk
from reporting.texts import screens_talks as texts
from reporting.texts.errors import sentence
from reporting.texts.screens_figures import NUMBERS_CHECKED
from reporting.ui import figures, frame, messages, session, typed
from reporting.ui.drafts import DraftForm
from reporting.ui.plain import plain

_PARTS = {"asked": texts.ASKED, "promised": texts.PROMISED, "happened": texts.HAPPENED}


@dataclass(frozen=True, slots=True)
class _Subject:
    """A thing that may have been talked about."""

    key: str
    label: str
    question: str = ""
    story: str = ""

    def same(self, answer: Answer) -> bool:
        return (answer.subject, answer.story) == (self.question, self.story)


def talks(actor: Actor, municipality: str, quarter: Quarter) -> None:
    """Choose a talk about this quarter's report or begin one, type, and save."""
    st.header(texts.TALK_TITLE, anchor=False)
    known = {t.id: t for t in talks_of(session.world(), actor, municipality, quarter)}
    chosen = ""
    if known:
        names = {"": texts.NEW, **{i: texts.talk_name(t.talk) for i, t in known.items()}}
        chosen = st.selectbox(texts.CHOOSE, list(names), format_func=lambda i: names[i], key="welk_gesprek")
    stored = known.get(chosen) or new_talk(session.world(), municipality, quarter)
    subjects = _subjects(actor, stored, quarter)
    form = _form(actor, stored, subjects)
    _typed(actor, stored, form, subjects)
    if st.button(texts.SAVE, type="primary"):
        messages.clear()
        _store(actor, stored, form, subjects)
        st.rerun()


def _subjects(actor: Actor, stored: StoredTalk, quarter: Quarter) -> tuple[_Subject, ...]:
    """What the report asked, the stories it told, what was already talked about, and room for something else."""
    services, place = session.world(), stored.municipality
    asked = texts.questions_of(conversation_of(services, actor, place, quarter).conversation.questions)
    found = [_Subject(f"vraag{n}", texts.about_question(q), question=q) for n, q in enumerate(asked)]
    told = {s for r in list_reports(services, actor, place) if r.quarter == str(quarter) and r.status is not ReportStatus.CONCEPT for s in r.stories}
    known = {a.story for a in stored.talk.answers}
    for story in list_stories(services, actor, place, quarter):
        if story.id in known or (story.id in told if told else story.status in TOLD):
            found.append(_Subject(f"verhaal{story.id}", texts.about_story(story.extra.get(SAFE_TITLE, "")), story=story.id))
    found.append(_Subject("anders", texts.OTHER))
    rest = [a for a in stored.talk.answers if not any(s.same(a) for s in found)]
    return (*found, *(_Subject(f"eerder{n}", texts.about_question(a.subject), a.subject, a.story) for n, a in enumerate(rest)))


def _form(actor: Actor, stored: StoredTalk, subjects: Sequence[_Subject]) -> DraftForm:
    words = {"day": stored.talk.day.isoformat(), "whom": stored.talk.whom, "checked": "", "numbers": "", "version": str(stored.version)}
    for subject in subjects:
        answer = next((a for a in stored.talk.answers if subject.same(a)), Answer())
        words |= {f"{subject.key}|{part}": str(getattr(answer, part)) for part in _PARTS}
    name = stored.id if stored.version else f"{stored.municipality}:{stored.quarter}"  # a new one is the same draft after a reload
    return DraftForm(actor, f"talk:{name}", words)


@st.fragment
def _typed(actor: Actor, stored: StoredTalk, form: DraftForm, subjects: Sequence[_Subject]) -> None:
    today, key = session.world().clock().date(), f"dag|{form.form}"
    st.session_state.setdefault(key, date.fromisoformat(form.values()["day"]))
    st.text(texts.NO_NAMES)
    with form.box():
        with st.container(horizontal=True):
            st.date_input(texts.DAY, key=key, format="DD-MM-YYYY", max_value=today, on_change=lambda: form.put("day", st.session_state[key].isoformat()))
            form.line(texts.WHOM, "whom", placeholder=texts.WHOM_HINT)
        values = form.values()
        for subject in subjects:
            with st.expander(subject.label, expanded=any(values[f"{subject.key}|{part}"] for part in _PARTS)):
                for part, label in _PARTS.items():
                    form.area(label, f"{subject.key}|{part}")
    told = _held(actor, stored, form, subjects)
    if told:
        st.warning(plain(texts.numbers_held(told)), icon=":material/visibility_off:")
        typed.tick(form, NUMBERS_CHECKED, "numbers", typed.listing(told))
    seen = f"gezien|{form.form}"
    if st.session_state.get(f"vraag|{form.form}"):
        st.checkbox(texts.CHECKED, key=seen, on_change=lambda: form.put("checked", "ja" if st.session_state[seen] else ""))
    frame.draft_line(form.form, form.open())


def _held(actor: Actor, stored: StoredTalk, form: DraftForm, subjects: Sequence[_Subject]) -> tuple[str, ...]:
    """Sentences about typed numbers and comparisons that may give a hidden figure away: the next report tells what was said."""
    if not form.open():
        return ()
    values, before = form.values(), (getattr(a, part) for a in stored.talk.answers for part in _PARTS)
    now = (values[f"{subject.key}|{part}"] for subject in subjects for part in _PARTS)
    return typed.held_in(now, before, figures.protected(actor, stored.municipality, Quarter.parse(stored.quarter)))


def _store(actor: Actor, stored: StoredTalk, form: DraftForm, subjects: Sequence[_Subject]) -> None:
    values = form.values()
    answers = tuple(_answer(subject, values) for subject in subjects)
    if not values["whom"].strip() or all(a.empty for a in answers):
        messages.problems(texts.NOTHING)
        return
    told = _held(actor, stored, form, subjects)
    if told and values["numbers"] != typed.listing(told):
        messages.problems(texts.numbers_held(told))
        return
    talk = Talk(date.fromisoformat(values["day"]), values["whom"].strip(), answers)
    try:
        save_talk(session.world(), actor, replace(stored, talk=talk), int(values["version"] or 0), checked=values["checked"] == "ja")
    except Conflict as clash:
        if isinstance(clash.theirs, StoredTalk):
            form.put("version", str(clash.theirs.version))
        messages.problems(texts.CLASH)
    except UserError as error:
        st.session_state[f"vraag|{form.form}"] = error.reason is Reason.UNCHECKED
        messages.problems(texts.PERSONAL if error.reason is Reason.UNCHECKED else sentence(error))
    else:
        form.drop()
        st.session_state.pop(f"dag|{form.form}", None)
        st.session_state.pop(f"vraag|{form.form}", None)
        messages.success(texts.SAVED)


def _answer(subject: _Subject, values: Mapping[str, str]) -> Answer:
    return Answer(subject.question, subject.story, **{part: values[f"{subject.key}|{part}"].strip() for part in _PARTS})
