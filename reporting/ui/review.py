"""The review widget: proposals in the text as toggle buttons, one decision per person or fact, marking by hand, and the result beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from reporting.actions.propose_story import propose_story
from reporting.actions.register_check import HELD, register_check_of
from reporting.actions.save_story import save_story
from reporting.errors import NotReleasable
from reporting.model.people import Actor
from reporting.model.story import Choice, Decision, HandMark, SpanType, Story
from reporting.stories import Entity, Proposal, SafeTexts, preview, remaining
from reporting.texts import screens_stories as texts
from reporting.texts.errors import sentence
from reporting.ui import messages, session
from reporting.ui.plain import plain

_HERE = Path(__file__).parent
_WORDS = {
    "keys": texts.KEYS,
    "replaced": "wordt vervangen door",
    "kept": "blijft staan",
    "open": "nog niet gekozen, voorstel:",
    "hide": "Verbergen",
    "what": "Dit is een",
    "chosen": "Gekozen",
}
_MARKED_STYLE = """
.gemarkeerd { border: 1px solid var(--st-border-color); border-radius: 4px; padding: 0.75rem 1rem; max-width: 46rem; }
.gemarkeerd { font-family: var(--st-font); line-height: 1.6; }
.gemarkeerd p { margin: 0 0 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.gemarkeerd .naam { font-weight: 650; margin-bottom: 0; }
.gemarkeerd mark { background: #ffe58a; color: #1b2a2c; text-decoration: underline; padding: 0 0.15rem; }
"""
_MARKED_SCRIPT = """
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector('.gemarkeerd');
  root.replaceChildren();
  for (const part of data.parts) {
    const name = document.createElement('p');
    name.className = 'naam';
    name.textContent = part.label;
    const text = document.createElement('p');
    for (const [words, replaced] of part.stretches) {
      const piece = document.createElement(replaced ? 'mark' : 'span');
      piece.textContent = words;
      text.append(piece);
    }
    root.append(name, text);
  }
}
"""
_STATES = {"replace": "vervangen", "keep": "laten", "open": "open"}


def decide(actor: Actor, story: Story) -> None:
    """Step 3: look at what was found, decide, mark what was missed."""
    if not story.version:
        st.text(texts.SAVE_FIRST)
        return
    proposal = propose_story(session.world(), actor, story.id)
    st.text(texts.PROPOSAL if proposal.entities else texts.NONE_FOUND)
    if proposal.lower:
        st.warning(texts.LOWER, icon=":material/warning:")
    if proposal.many_indirect:
        st.warning(texts.MANY_INDIRECT, icon=":material/warning:")
    kept = sum(e.kept for e in proposal.entities)
    st.markdown(f"**{texts.decided(len(proposal.entities), kept, len(proposal.undecided))}**")
    typed, printed = st.columns((3, 2), gap="medium")
    with printed:  # drawn first: the widget may stop this run to store what was pressed
        st.subheader("Zo komt het in het rapport", anchor=False)
        safe_text(preview(story, proposal))
        left = tuple(dict.fromkeys(word for name in proposal.texts for word in remaining(proposal, name)))
        if left:
            st.text(texts.remaining(left))
    with typed:
        st.subheader("Uw tekst", anchor=False)
        _widget(actor, story, proposal)
    _entities(actor, story, proposal)


def safe_text(seen: SafeTexts) -> None:
    """The texts as the reader of the report will see them."""
    with st.container(border=True):
        st.markdown(f"**{plain(seen.title) or texts.NO_TITLE}**")
        st.text(seen.printed or texts.NO_TEXT)
        if seen.quote:
            st.text(f"“{seen.quote.strip('“”‘’ ')}”")
        st.caption(plain(texts.teller(seen.alias, seen.what_changed)))


def warn_when_few(actor: Actor, story: Story) -> None:
    """Say that the story is held because too few registered clients are like its teller, and what to tell more generally."""
    check = messages.attempt(lambda: register_check_of(session.world(), actor, story.id))
    if check is not None and check.held:
        st.warning(sentence(NotReleasable(HELD[check.generalise])), icon=":material/warning:")


def marked_text(story_id: str, seen: Mapping[str, Sequence[tuple[str, bool]]]) -> None:
    """The texts a second person reads, with what was replaced marked. The words it stands for are not here."""
    component = st.components.v2.component("gemarkeerd", html='<div class="gemarkeerd"></div>', css=_MARKED_STYLE, js=_MARKED_SCRIPT, isolate_styles=False)
    parts = [{"label": texts.PARTS[name], "stretches": [list(s) for s in stretches]} for name, stretches in seen.items() if stretches]
    component(key=f"gemarkeerd|{story_id}", data={"parts": parts})


def _widget(actor: Actor, story: Story, proposal: Proposal) -> None:
    entities = {e.id: e for e in proposal.entities}
    parts = [
        {
            "name": name,
            "label": texts.PARTS[name],
            "text": text,
            "spans": [
                {
                    "start": r.start,
                    "end": r.end,
                    "entity": r.entity,
                    "replacement": r.replacement,
                    "kind": texts.TYPES[r.type],
                    "state": _state(entities[r.entity]),
                }
                for r in sorted(proposal.redactions[name], key=lambda r: r.start)
            ],
        }
        for name, text in proposal.texts.items()
        if text
    ]
    kinds = [(kind.value, texts.MARK_KINDS[kind]) for kind in texts.MARK_KINDS]
    component = st.components.v2.component(
        "nakijken",
        html='<div class="nakijk"></div>',
        css=(_HERE / "review.css").read_text("utf-8"),
        js=(_HERE / "review.js").read_text("utf-8"),
        isolate_styles=False,
    )
    said = component(
        key=f"nakijken|{story.id}", data={"parts": parts, "words": _WORDS, "kinds": kinds}, on_toggle_change=lambda: None, on_mark_change=lambda: None
    )
    if said.toggle:
        _toggle(actor, story, entities[said.toggle["entity"]])
    if said.mark:
        _mark(actor, story, proposal, said.mark)


def _state(entity: Entity) -> str:
    return _STATES["open" if entity.undecided else "keep" if entity.kept else "replace"]


def _toggle(actor: Actor, story: Story, entity: Entity) -> None:
    if entity.never_kept:
        messages.problems(texts.NEVER_KEPT)
        st.rerun()
    keep = not entity.undecided and not entity.kept
    _save(actor, story, [Decision(entity.id, Choice.KEEP if keep else Choice.REPLACE, entity.decision.replacement if entity.decision else "")])


def _mark(actor: Actor, story: Story, proposal: Proposal, place: Any) -> None:  # noqa: ANN401  what the browser sends
    words = proposal.texts.get(str(place["part"]), "")[int(place["start"]) : int(place["end"])].strip()
    kind = SpanType(str(place["kind"]))
    if words and all(m.text != words for m in story.marks):
        _store(actor, replace(story, marks=(*story.marks, HandMark(words, kind, texts.MARK_WORDS.get(kind, "")))))


def _entities(actor: Actor, story: Story, proposal: Proposal) -> None:
    asked = [e for e in proposal.entities if e.undecided]
    for entity in asked:
        with st.container(border=True):
            _entity(actor, story, entity)
    others = [e for e in proposal.entities if not e.undecided]
    if others:
        with st.expander(f"Andere woorden kiezen of laten staan ({len(others)})"):
            for entity in others:
                _entity(actor, story, entity)


def _entity(actor: Actor, story: Story, entity: Entity) -> None:
    names = " / ".join(entity.texts[:3])
    st.markdown(f"**{plain(names)}** ({entity.count} ×): {texts.TYPES[entity.type]}, {texts.BANDS[entity.band]}")
    key = f"besluit|{story.id}|{entity.id}"
    decision = entity.decision or Decision(entity.id, Choice.REPLACE)
    words = st.text_input("Vervangen door", entity.replacement, key=f"{key}|{entity.replacement}|woorden")
    reason = ""
    if entity.needs_reason:
        reason = st.text_input("Reden als het blijft staan", decision.reason, key=f"{key}|reden")
    with st.container(horizontal=True):
        if st.button("Vervangen", key=f"{key}|ja"):
            changed = words.strip() if words.strip() != entity.replacement else decision.replacement
            _save(actor, story, [Decision(entity.id, Choice.REPLACE, changed)])
        if entity.never_kept:
            st.text(texts.NEVER_KEPT)
        elif st.button("Laten staan", key=f"{key}|nee"):
            if entity.needs_reason and not reason.strip():
                messages.problems(f"{names}: {texts.NEEDS_REASON}")
                st.rerun()
            _save(actor, story, [Decision(entity.id, Choice.KEEP, "", reason.strip())])
        marks = [m for m in story.marks if m.text in entity.texts]
        if marks and st.button("Markering weghalen", key=f"{key}|weg"):
            _store(actor, replace(story, marks=tuple(m for m in story.marks if m not in marks)))


def _save(actor: Actor, story: Story, decisions: Sequence[Decision]) -> None:
    changed = {d.entity: d for d in (*story.decisions, *decisions)}
    _store(actor, replace(story, decisions=tuple(changed.values())))


def _store(actor: Actor, story: Story) -> None:
    messages.attempt(lambda: save_story(session.world(), actor, story, story.version))
    st.rerun()
