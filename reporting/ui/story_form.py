"""A story as typed fields and back: every answer is text in a draft until the story is saved."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from reporting.model.people import Actor
from reporting.model.story import Person, Story, StorytellerRole, StoryText
from reporting.ui.drafts import DraftForm

_LIST = "|"
_TYPED = tuple(f.name for f in fields(StoryText) if f.type in ("str", str))


def form_of(actor: Actor, story: Story) -> DraftForm:
    """The fields of a story with what is stored under the draft."""
    text = story.text
    words = {name: str(getattr(text, name)) for name in _TYPED}
    words |= {
        "version": str(story.version),
        "recorded_on": text.recorded_on.isoformat() if text.recorded_on else "",
        "storyteller_role": text.storyteller_role.value if text.storyteller_role else "",
        "people": "\n".join(f"{p.name}, {p.role}" if p.role else p.name for p in text.people),
        "grade": "" if text.grade is None else str(text.grade),
        "recommend": "" if text.recommend is None else str(text.recommend),
        "failed": "ja" if text.failed else "",
        "outside_figures": "ja" if story.outside_figures else "",
        "indicators": _LIST.join(story.indicators),
        "registrations": _LIST.join(text.registrations),
    }
    return DraftForm(actor, f"story:{story.id}", words)


def listed(text: str) -> tuple[str, ...]:
    """The parts of a field that holds a list."""
    return tuple(part for part in text.split(_LIST) if part)


def joined(parts: tuple[str, ...]) -> str:
    """A list as one field."""
    return _LIST.join(parts)


def story_from(story: Story, values: Mapping[str, str]) -> Story:
    """The story with what was typed; decisions and marks stay."""
    typed: dict[str, Any] = {name: values.get(name, "").strip() for name in _TYPED}
    text = replace(
        story.text,
        **typed,
        recorded_on=date.fromisoformat(values["recorded_on"]) if values.get("recorded_on") else None,
        storyteller_role=StorytellerRole(values["storyteller_role"]) if values.get("storyteller_role") else None,
        people=tuple(_person(line) for line in values.get("people", "").splitlines() if line.strip()),
        grade=_whole(values.get("grade", "")),
        recommend=_whole(values.get("recommend", "")),
        failed=values.get("failed") == "ja",
        registrations=listed(values.get("registrations", "")),
    )
    outside = values.get("outside_figures") == "ja"
    return replace(story, text=text, outside_figures=outside, indicators=() if outside else listed(values.get("indicators", "")))


def _person(line: str) -> Person:
    name, _, role = line.partition(",")
    return Person(name.strip(), role.strip())


def _whole(text: str) -> int | None:
    return int(text) if text.strip().isdigit() else None
