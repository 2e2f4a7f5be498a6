"""Play the sample data through the same actions a user uses, as the people of the sample."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from reporting.actions.explanations import save_conversation, save_explanation
from reporting.actions.import_agreements import import_agreements
from reporting.actions.import_batch import import_batch
from reporting.actions.people import add_person
from reporting.actions.preview_import import preview_import
from reporting.actions.propose_story import propose_story
from reporting.actions.record_consent import record_consent
from reporting.actions.review_story import approve_story
from reporting.actions.save_story import save_story
from reporting.actions.settings import save_setting
from reporting.actions.submit_story import submit_story
from reporting.model.consent import Consent, GivenBy, Purpose
from reporting.model.municipality import fold
from reporting.model.people import Actor, Role
from reporting.model.safe import Conversation, Explanation, Invitation, Kept
from reporting.model.stored import StoredConversation, StoredExplanation
from reporting.model.story import Choice, Decision, Person, Story, StoryStatus, StorytellerRole, StoryText
from reporting.ports import Services
from reporting.stories import Entity

Json = Mapping[str, Any]
_TYPED = ("recorded_on", "storyteller_role", "people", "registrations")


@dataclass(frozen=True, slots=True)
class _Sample:
    """The sample as it is being played."""

    services: Services
    folder: Path
    about: Json
    people: Mapping[str, Actor]

    def read(self, name: str) -> Any:  # noqa: ANN401 - JSON
        return json.loads((self.folder / name).read_text("utf-8"))

    @property
    def municipality(self) -> str:
        return str(self.about["municipality"]["key"])


def load_sample(services: Services, folder: Path) -> None:
    """Fill an empty database with the sample: people, agreements, imports, stories with consent and review, explanations."""
    about = json.loads((folder / "organisatie.json").read_text("utf-8"))
    people = _people(services, about)
    sample = _Sample(services, folder, about, people)
    lead = people[about["agreements"]["by"]]
    import_agreements(services, lead, (folder / about["agreements"]["file"]).read_bytes(), about["agreements"]["file"])
    for name in ("organisation", "recipient"):
        save_setting(services, lead, name, about[name], 0)
    for name, value in about["settings"].items():
        save_setting(services, lead, name, value, 0)
    for upload in about["imports"]:
        by = people[upload["by"]]
        preview = preview_import(services, by, (folder / upload["file"]).read_bytes(), upload["file"])
        import_batch(services, by, preview.intake, sample.municipality)
    typed = [(told, _type(sample, told)) for told in sample.read(about["stories"])]
    for told, story in typed:  # once all names are known
        _finish(sample, told, story)
    _explain(sample, people[about["explained_by"]])


def _people(services: Services, about: Json) -> dict[str, Actor]:
    """Add everybody; the manager first, for a manager adds the others."""
    wanted = sorted(about["people"], key=lambda p: p["role"] != Role.MANAGER)
    manager: Actor | None = None
    added: dict[str, Actor] = {}
    for person in wanted:
        added[person["name"]] = add_person(services, manager, person["name"], Role(person["role"]))
        manager = manager or added[person["name"]]
    return added


def _type(sample: _Sample, told: Json) -> Story:
    """A story as its writer typed it."""
    author = sample.people[told["author"]]
    typed = Story(
        told["id"],
        sample.municipality,
        told["period"],
        author.id,
        StoryStatus.CONCEPT,
        _text(told),
        indicators=tuple(told["indicators"]),
        outside_figures=told["outside_figures"],
        read_without_personal_data=True,
    )
    return save_story(sample.services, author, typed, 0)


def _finish(sample: _Sample, told: Json, story: Story) -> None:
    """Decide on every proposal, record consent, send and approve: as far as this story came."""
    services, author = sample.services, sample.people[told["author"]]
    decided = {fold(d["text"]): Decision("", Choice(d["choice"]), d["replacement"], d["reason"]) for d in told["decisions"]}
    entities = propose_story(services, author, story.id).entities
    decisions = tuple(_decision(entity, decided) for entity in entities)
    teller = fold(story.text.people[0].name)
    alias = story.text.alias or next((e.replacement for e in entities if teller in map(fold, e.texts)), "")
    decided_story = replace(story, decisions=decisions, text=replace(story.text, alias=alias))
    story = save_story(services, author, decided_story, story.version)
    record_consent(services, author, _consent(sample, told["consent"], story.id))
    if told["state"] in (StoryStatus.WAITING, StoryStatus.APPROVED):
        story = submit_story(services, author, story.id, story.version)
    if told["state"] == StoryStatus.APPROVED:
        approve_story(services, sample.people[told["reviewer"]], story.id, story.version)


def _decision(entity: Entity, decided: Mapping[str, Decision]) -> Decision:
    """What the sample says of these words; else as proposed."""
    said = next((decided[fold(text)] for text in entity.texts if fold(text) in decided), Decision("", Choice.REPLACE))
    return replace(said, entity=entity.id)


def _consent(sample: _Sample, given: Json, story_id: str) -> Consent:
    return Consent(
        story_id=story_id,
        given_by=GivenBy(given["given_by"]),
        asked_by=sample.people[given["asked_by"]].id,
        asked_on=date.fromisoformat(given["asked_on"]),
        purposes=frozenset(Purpose(p) for p in given["purposes"]),
        kept=Kept(given["kept"]),
        text_hash="",
        read_back=given["read_back"],
        how=given["how"],
        valid_until=date.fromisoformat(given["valid_until"]),
        explained_free=given["explained_free"],
    )


def _text(told: Json) -> StoryText:
    """The form as filled in."""
    plain = {f.name: told[f.name] for f in fields(StoryText) if f.name in told and f.name not in _TYPED}
    return StoryText(
        recorded_on=date.fromisoformat(told["recorded_on"]),
        storyteller_role=StorytellerRole(told["storyteller_role"]),
        people=tuple(Person(p["name"], p["role"]) for p in told["people"]),
        **plain,
    )


def _explain(sample: _Sample, by: Actor) -> None:
    """Explanations per theme and the chapter that opens the talk."""
    quarter = str(sample.about["quarter"])
    for written in sample.read(sample.about["explanations"]):
        parts = Explanation(*(written[part] for part in ("see", "cause", "action", "request")))
        save_explanation(sample.services, by, StoredExplanation(sample.municipality, quarter, written["theme"], parts, 0), 0)
    talk = sample.read(sample.about["conversation"])
    invitation = Invitation(**talk.pop("invitation"))
    conversation = Conversation(**{**talk, "questions": tuple(talk["questions"]), "invitation": invitation})
    save_conversation(sample.services, by, StoredConversation(sample.municipality, quarter, conversation, 0), 0)
