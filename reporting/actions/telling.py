"""What story actions share: the names that are known, the proposal, the hash, and whether a story could leave the house."""

from dataclasses import replace
from datetime import date

from reporting.errors import NotReleasable, Reason
from reporting.model.consent import Consent
from reporting.model.municipality import fold
from reporting.model.safe import ReleasedStory
from reporting.model.story import KnownNames, Review, Story, StoryStatus
from reporting.ports import Secrets, UnitOfWork
from reporting.stories import Proposal, SafeTexts, preview, propose, release, text_hash


def known_names(uow: UnitOfWork, story: Story, consent: Consent | None = None) -> KnownNames:
    """Who appears in this story, every name of the organisation's stories and its own word list, and names kept by consent."""
    own = tuple(p.name for p in story.text.people if p.name)
    words = uow.settings.get("word_list")
    listed = () if words is None else tuple(w.strip() for w in words.value.splitlines() if w.strip())
    memory = tuple(dict.fromkeys(name for name in (*uow.stories.names(), *listed) if fold(name) not in {fold(o) for o in own}))
    consent = consent or newest(uow, story)
    return KnownNames(people=own, memory=memory, leave=() if consent is None else consent.kept_names)


def newest(uow: UnitOfWork, story: Story) -> Consent | None:
    """The consent that counts: the last one recorded, None when there is none or it was withdrawn."""
    all_of_it = uow.stories.consents(story.id)
    return all_of_it[-1] if all_of_it and not all_of_it[-1].withdrawn else None


def proposal_of(uow: UnitOfWork, secrets: Secrets, story: Story, consent: Consent | None = None) -> Proposal:
    """What to replace in a story, by everything known now; names that may stay are those of the consent given, else of the newest."""
    return propose(story, known_names(uow, story, consent), secrets.substitute)


def safe_texts(uow: UnitOfWork, secrets: Secrets, story: Story, consent: Consent | None = None) -> SafeTexts:
    """The texts as a reader would see them now."""
    return preview(story, proposal_of(uow, secrets, story, consent))


def released(uow: UnitOfWork, secrets: Secrets, story: Story, on: date) -> ReleasedStory:
    """The story as it may be read outside. Raises NotReleasable with the reason and the story's id; checked anew on every call."""
    all_of_it = uow.stories.consents(story.id)
    if not all_of_it:
        raise NotReleasable(Reason.NO_CONSENT, story=story.id)
    review = Review(story.reviewed_by, story.approved_hash)
    return release(story, all_of_it[-1], review, known_names(uow, story), secrets.substitute, on)


def check_ready(uow: UnitOfWork, secrets: Secrets, story: Story, reviewer: str, on: date) -> str:
    """The hash of the text a reader would see, when nothing but the approval itself is missing. Raises NotReleasable."""
    approved = text_hash(safe_texts(uow, secrets, story))
    released(uow, secrets, replace(story, status=StoryStatus.APPROVED, reviewed_by=reviewer, approved_hash=approved), on)
    return approved
