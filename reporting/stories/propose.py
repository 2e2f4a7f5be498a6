"""The proposal for a whole story: every printed field read together, so that a name found in one is found in all."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from reporting.model.story import KEPT_WITH_REASON, NEVER_KEPT, Band, Choice, Decision, KnownNames, Level, Redaction, SpanType, Story, StoryText
from reporting.stories import lists
from reporting.stories.apply import Segment, segments
from reporting.stories.assign import assign
from reporting.stories.detect import Found, read
from reporting.stories.known import name_parts
from reporting.stories.marks import marked
from reporting.stories.reading import stems
from reporting.stories.text import fold, tokens

PRINTED = ("title", "quote", "printed", "what_changed", "selected_why")
_UNREAD = frozenset({"alias", "selected_by"})
MANY_INDIRECT = 3


@dataclass(frozen=True, slots=True)
class Entity:
    """One decision to take: a person, place, number or fact with all its mentions."""

    id: str
    type: SpanType
    level: Level
    band: Band
    texts: tuple[str, ...]  # the different words it is called by, as typed
    count: int  # mentions in the printed fields
    replacement: str  # of the longest mention
    reason: str  # which layer found it
    gender: str = ""  # people: "f", "m" or "" where the worker may choose
    decision: Decision | None = None

    @property
    def never_kept(self) -> bool:
        """True for BSN, IBAN, phone, e-mail, plate and ID numbers."""
        return self.type in NEVER_KEPT

    @property
    def needs_reason(self) -> bool:
        """True where keeping asks for a reason: addresses, places and organisations."""
        return self.type in KEPT_WITH_REASON

    @property
    def kept(self) -> bool:
        """Whether a person decided, with what that takes, that the original stays."""
        decided = self.decision is not None and self.decision.choice is Choice.KEEP and not self.never_kept
        return decided and (not self.needs_reason or bool(self.decision and self.decision.reason.strip()))

    @property
    def undecided(self) -> bool:
        """Whether release waits for a yes or no: doubt without an answer, or kept without the reason it takes."""
        if self.decision is None:
            return self.band is Band.DOUBT and self.level is Level.DIRECT
        return self.decision.choice is Choice.KEEP and not self.kept


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to replace in the printed fields of a story. Holds originals: secret."""

    texts: Mapping[str, str]  # printed field -> as typed
    redactions: Mapping[str, tuple[Redaction, ...]]  # printed field -> all proposals, decisions not yet applied
    entities: tuple[Entity, ...]
    lower: bool  # typed without capitals: names may be missed, ask who appears in it
    originals: tuple[str, ...]  # every name of a person in any field of the story, as found: what the last gate searches

    @property
    def undecided(self) -> tuple[Entity, ...]:
        """The entities that still ask for a yes or no."""
        return tuple(e for e in self.entities if e.undecided)

    @property
    def many_indirect(self) -> bool:
        """True with three or more indirect facts that stay: together they may point at one person."""
        staying = [e for e in self.entities if e.level is Level.INDIRECT and e.decision is not None and e.decision.choice is Choice.KEEP]
        open_facts = [e for e in self.entities if e.level is Level.INDIRECT and e.decision is None]
        return len(staying) + len(open_facts) >= MANY_INDIRECT


@dataclass(frozen=True, slots=True)
class SafeTexts:
    """The printed fields with every decision applied."""

    title: str
    quote: str
    printed: str
    what_changed: str
    alias: str
    selected_why: str = ""  # printed in the annex; the organisation's words, so no part of what the teller consents to


def propose(story: Story, known: KnownNames, secret: bytes) -> Proposal:
    """The proposals for the printed fields, people consistent over all of them. `known.leave`: names kept by consent.

    Hand marks hold for every mention; the alias chosen with the client stands for the teller: who has that
    role in "wie komen erin voor?", else the first one there.
    """
    everything = _all_texts(story.text)
    people = tuple(dict.fromkeys([*(p.name for p in story.text.people if p.name), *known.people]))
    alias = story.text.alias.strip()
    leave = (*known.leave, alias) if alias else known.leave
    given = KnownNames(people, known.memory, leave)
    first = {name: read(text, given) for name, text in everything.items()}
    named = _sure_names(first.values())
    given = replace(given, memory=(*known.memory, *named))
    texts = {name: everything.get(name, "") for name in PRINTED}
    read_texts = {name: _with_names(text, first.get(name, Found((), False)), named, given) for name, text in texts.items()}
    found = {name: marked(texts[name], read_texts[name].redactions, story.marks) for name in PRINTED}
    teller = next((p.name for p in story.text.people if "vertel" in p.role.casefold() and p.name), people[0] if people else "")
    aliases = {teller: alias} if alias and teller else {}
    done = assign(texts, found, secret, story.id, given, aliases)
    decisions = {d.entity: d for d in story.decisions}
    originals = tuple(dict.fromkeys([*people, *named, *(r.text for items in done.redactions.values() for r in items if r.type is SpanType.PERSON)]))
    return Proposal(
        texts,
        {name: tuple(_decided(r, decisions) for r in items) for name, items in done.redactions.items()},
        _entities(done.redactions, {key: person.gender for key, person in done.people.items()}, decisions),
        any(f.lower for f in read_texts.values()),
        tuple(name for name in originals if fold(name) not in {fold(kept) for kept in leave}),
    )


def _all_texts(text: StoryText) -> dict[str, str]:
    return {f.name: value for f in fields(text) if f.name not in _UNREAD and isinstance(value := getattr(text, f.name), str) and value}


def _sure_names(read_texts: Iterable[Found]) -> tuple[str, ...]:
    """The names of people that any field shows with certainty."""
    found = [r.text for told in read_texts for r in told.redactions if r.type is SpanType.PERSON and r.band is Band.CERTAIN]
    return tuple(dict.fromkeys(found))


def _with_names(text: str, found: Found, named: Sequence[str], known: KnownNames) -> Found:
    """`found`, read anew where a word of a name that some field is sure of stands outside everything found."""
    parts = {part for name in named for part in name_parts(name)}
    held = {i for r in found.redactions for i in range(r.start, r.end)}
    more = any(token.start not in held and parts.intersection(stems(token.fold)) for token in tokens(text))
    return read(text, known) if more else found


def _decided(item: Redaction, decisions: Mapping[str, Decision]) -> Redaction:
    """The redaction with the words a person chose, where they chose."""
    decision = decisions.get(item.entity)
    if decision is None or decision.choice is Choice.KEEP or not decision.replacement or item.type in NEVER_KEPT:
        return item
    return replace(item, replacement=decision.replacement)


def _entities(found: Mapping[str, tuple[Redaction, ...]], genders: Mapping[str, str], decisions: Mapping[str, Decision]) -> tuple[Entity, ...]:
    mentions: dict[str, list[Redaction]] = {}
    for items in found.values():
        for item in items:
            mentions.setdefault(item.entity, []).append(item)
    entities = []
    for key, group in mentions.items():
        surest, longest = max(group, key=lambda r: r.score), max(group, key=lambda r: len(r.text))
        texts = tuple(dict.fromkeys(r.text for r in group))
        gender = genders.get(key, "")
        entities.append(Entity(key, surest.type, surest.level, surest.band, texts, len(group), longest.replacement, surest.source, gender, decisions.get(key)))
    return tuple(entities)


def safe_segments(proposal: Proposal, field: str) -> tuple[Segment, ...]:
    """One printed field as the reader would see it, in stretches; replaced ones carry their redaction."""
    kept = {e.id for e in proposal.entities if e.kept}
    return segments(proposal.texts[field], [r for r in proposal.redactions[field] if r.entity not in kept])


def preview(story: Story, proposal: Proposal) -> SafeTexts:
    """The texts with every decision applied; what is undecided is replaced."""
    safe = {name: "".join(s.text for s in safe_segments(proposal, name)) for name in PRINTED}
    return SafeTexts(safe["title"], safe["quote"], safe["printed"], safe["what_changed"], story.text.alias.strip(), safe["selected_why"])


def remaining(proposal: Proposal, field: str) -> tuple[str, ...]:
    """What is left in a printed field with a capital or a digit, for a person to look at; ordinary sentence starts left out."""
    stretches = safe_segments(proposal, field)
    replaced: set[int] = set()
    at = 0
    for stretch in stretches:
        if stretch.redaction is not None:
            replaced.update(range(at, at + len(stretch.text)))
        at += len(stretch.text)
    left = [t for t in tokens("".join(s.text for s in stretches)) if t.start not in replaced]
    shown = [t.text for t in left if t.text[0].isdigit() or (t.capital and not (t.first and lists.is_word(t.fold)))]
    return tuple(dict.fromkeys(shown))


def text_hash(texts: SafeTexts) -> str:
    """SHA-256 (hex) of the exact texts: what consent and approval are bound to."""
    return hashlib.sha256("\x1f".join((texts.title, texts.quote, texts.printed, texts.what_changed, texts.alias)).encode()).hexdigest()
