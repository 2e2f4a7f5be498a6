"""What story actions share: the names that are known, the proposal, the hash, and whether a story could leave the house."""

from dataclasses import dataclass, replace
from datetime import date

from reporting.actions.stories import NAMESAKE, SAFE_TITLE
from reporting.errors import NotReleasable, Reason
from reporting.model.consent import Consent
from reporting.model.municipality import fold
from reporting.model.safe import Kept, ReleasedStory
from reporting.model.story import KnownNames, Review, Story, StoryStatus
from reporting.ports import Secrets, UnitOfWork
from reporting.stories import Proposal, SafeTexts, newest, preview, propose, release, text_hash


def known_names(uow: UnitOfWork, story: Story, consent: Consent | None = None) -> KnownNames:
    """Who appears in this story, every name of the organisation's stories and its own word list, and names kept by consent."""
    own = tuple(p.name for p in story.text.people if p.name)
    words = uow.settings.get("word_list")
    listed = () if words is None else tuple(w.strip() for w in words.value.splitlines() if w.strip())
    memory = tuple(dict.fromkeys(name for name in (*uow.stories.names(), *listed) if fold(name) not in {fold(o) for o in own}))
    consent = consent or newest(uow.stories.consents(story.id))
    kept = () if consent is None or consent.withdrawn or consent.kept is Kept.SUBSTITUTE else consent.kept_names
    return KnownNames(people=own, memory=memory, leave=kept)


def proposal_of(uow: UnitOfWork, secrets: Secrets, story: Story, consent: Consent | None = None) -> Proposal:
    """What to replace in a story, by everything known now; names that may stay are those of the consent given, else of the newest."""
    return propose(story, known_names(uow, story, consent), secrets.substitute)


def safe_texts(uow: UnitOfWork, secrets: Secrets, story: Story, consent: Consent | None = None) -> SafeTexts:
    """The texts as a reader would see them now."""
    return preview(story, proposal_of(uow, secrets, story, consent))


@dataclass(frozen=True, slots=True)
class Gate:
    """What the last gate searches a document for, for one story. Secret: it holds names."""

    story_id: str
    title: str  # as replaced: may be shown
    names: tuple[str, ...]  # of every person in any field
    exempt: tuple[str, ...]  # kept by consent, the alias, said to be no name, or a namesake


def gate_of(uow: UnitOfWork, secrets: Secrets, story: Story) -> Gate:
    """The names no document may hold because of this story, and those it may."""
    return _gate(uow, story, proposal_of(uow, secrets, story))


def _gate(uow: UnitOfWork, story: Story, proposal: Proposal) -> Gate:
    no_names = [text for entity in proposal.entities if entity.kept for text in entity.texts]
    exempt = (*known_names(uow, story).leave, story.text.alias, *no_names, *namesakes(story))
    return Gate(story.id, story.extra.get(SAFE_TITLE, ""), proposal.originals, tuple(e for e in exempt if e.strip()))


def namesakes(story: Story) -> tuple[str, ...]:
    """Names a person said to be of somebody else, in the document but not in the story."""
    return tuple(key.removeprefix(NAMESAKE) for key in story.extra if key.startswith(NAMESAKE))


def released(uow: UnitOfWork, secrets: Secrets, story: Story, on: date) -> ReleasedStory:
    """The story as it may be read outside. Raises NotReleasable with the reason and the story's id; checked anew on every call."""
    return released_with_gate(uow, secrets, story, on)[0]


def released_with_gate(uow: UnitOfWork, secrets: Secrets, story: Story, on: date) -> tuple[ReleasedStory, Gate]:
    """The story as it may be read outside, and what the document it goes into is searched for. Raises what `released` raises."""
    proposal = proposal_of(uow, secrets, story)
    return _released(uow, story, proposal, on), _gate(uow, story, proposal)


def _released(uow: UnitOfWork, story: Story, proposal: Proposal, on: date) -> ReleasedStory:
    consent = newest(uow.stories.consents(story.id))
    if consent is None:
        raise NotReleasable(Reason.NO_CONSENT, story=story.id)
    return release(story, consent, Review(story.reviewed_by, story.approved_hash), proposal, on)


def check_ready(uow: UnitOfWork, secrets: Secrets, story: Story, reviewer: str, on: date) -> tuple[SafeTexts, Proposal]:
    """The texts a reader would see and the proposal they come from, when nothing but the approval itself is missing. Raises NotReleasable."""
    if not story.read_without_personal_data:
        raise NotReleasable(Reason.FIELDS_MISSING, story=story.id, fields="read_without_personal_data")
    if not (story.indicators or story.outside_figures):
        raise NotReleasable(Reason.FIELDS_MISSING, story=story.id, fields="indicators")
    proposal = proposal_of(uow, secrets, story)
    texts = preview(story, proposal)
    _released(uow, replace(story, status=StoryStatus.APPROVED, reviewed_by=reviewer, approved_hash=text_hash(texts)), proposal, on)
    return texts, proposal
