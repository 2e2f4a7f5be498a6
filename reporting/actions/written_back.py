"""Where each place of an edited report is kept: a theme's explanation, the talk chapter, or a key message of the edition."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reporting.model.audit import AuditEvent
from reporting.model.edits import StoredMessage
from reporting.model.safe import Conversation, Explanation
from reporting.model.stored import StoredConversation, StoredExplanation, StoredReport
from reporting.ports import UnitOfWork

_PARTS = ("see", "cause", "action", "request")
_TALK = ("outlook", "asked_last_time", "happened_since", "not_in_figures")


@dataclass(frozen=True, slots=True)
class Written:
    """What is stored for a place, and its version (0: nothing)."""

    text: str
    version: int


def read_written(uow: UnitOfWork, report: StoredReport) -> dict[str, Written]:
    """All that is written for the report's quarter and edition, by place."""
    found: dict[str, Written] = {}
    for told in uow.explanations.of(report.municipality, report.quarter):
        found |= {f"explanation:{told.theme}:{part}": Written(_even(getattr(told.explanation, part)), told.version) for part in _PARTS}
    talk = uow.explanations.conversation(report.municipality, report.quarter)
    if talk is not None:
        found |= {f"talk:{name}": Written(_even(getattr(talk.conversation, name)), talk.version) for name in _TALK}
        found["talk:questions"] = Written("\n".join(talk.conversation.questions), talk.version)
    own = [m for m in uow.explanations.messages(report.municipality, report.quarter) if m.edition is report.edition]
    return found | {f"message:{m.place}": Written(_even(m.text), m.version) for m in own}


def store_written(uow: UnitOfWork, report: StoredReport, texts: Mapping[str, tuple[str, str]], said: AuditEvent, document: str) -> None:
    """Store what now stands in each place (place → what stood there, what stands there): each explanation and the talk chapter once.

    `document` is the SHA-256 of the document it was read from.
    """
    taking = _Taking(uow, report, said, document)
    taking.explanations({place: now for place, (_, now) in texts.items() if place.startswith("explanation:")})
    taking.talk({place.removeprefix("talk:"): text for place, text in texts.items() if place.startswith("talk:")})
    taking.messages({place.removeprefix("message:"): text for place, text in texts.items() if place.startswith("message:")})


@dataclass(frozen=True, slots=True)
class _Taking:
    """Texts on their way from an edited report to where they are kept."""

    uow: UnitOfWork
    report: StoredReport
    said: AuditEvent
    document: str

    def explanations(self, texts: Mapping[str, str]) -> None:
        stored = {e.theme: e for e in self.uow.explanations.of(self.report.municipality, self.report.quarter)}
        parts: dict[str, dict[str, str]] = {}
        for place, now in texts.items():
            theme, part = place.removeprefix("explanation:").rsplit(":", 1)
            parts.setdefault(theme, {})[part] = now
        batches = tuple(b.id for b in self.uow.batches.active())
        for theme, changed in parts.items():
            old = stored.get(theme) or StoredExplanation(self.report.municipality, self.report.quarter, theme, Explanation(), 0)
            new = replace(old, explanation=replace(old.explanation, **changed), batches=batches)
            self.uow.explanations.save(new, old.version, self._event("explanation", theme))

    def talk(self, texts: Mapping[str, tuple[str, str]]) -> None:
        if not texts:
            return
        place = self.report.municipality, self.report.quarter
        old = self.uow.explanations.conversation(*place) or StoredConversation(*place, Conversation(), 0)
        talk = old.conversation
        for name, (was, now) in texts.items():
            talk = replace(talk, questions=_asked(talk.questions, was, now)) if name == "questions" else replace(talk, **{name: now})  # type: ignore[arg-type]
        self.uow.explanations.save_conversation(replace(old, conversation=talk), old.version, self._event("conversation"))

    def messages(self, texts: Mapping[str, tuple[str, str]]) -> None:
        report = self.report
        there = {m.place: m for m in self.uow.explanations.messages(report.municipality, report.quarter) if m.edition is report.edition}
        for place, (was, now) in texts.items():
            old = there.get(place) or StoredMessage(report.municipality, report.quarter, report.edition, place, "", 0)
            app = old.instead_of if old.text else was
            new = replace(old, text=now, instead_of=app, written_by=self.said.actor.id, written_at=self.said.at, document=self.document)
            self.uow.explanations.save_message(new, old.version, self._event("message", report.edition.value, place))

    def _event(self, kind: str, *rest: str) -> AuditEvent:
        return replace(self.said, subject=":".join((kind, self.report.municipality, self.report.quarter, *rest)))


def _asked(stored: tuple[str, ...], was: str, now: str) -> tuple[str, ...]:
    """The questions as edited, with those that a shorter document did not print."""
    printed, edited = (tuple(q for q in text.splitlines() if q.strip()) for text in (was, now))
    return edited + (stored[len(printed) :] if stored[: len(printed)] == printed else ())


def _even(text: str) -> str:
    """As a text reads back from a document: a paragraph a line, no empty ones."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
