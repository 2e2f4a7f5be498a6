"""The only maker of ReleasedStory: nothing leaves the house without approval, consent and every name replaced."""

from datetime import date

from reporting.errors import NotReleasable, Reason
from reporting.model.consent import Consent
from reporting.model.safe import Kept, ReleasedStory
from reporting.model.story import Band, Choice, Level, Review, SpanType, Story, StoryStatus
from reporting.stories.consent import check_consent
from reporting.stories.last_gate import find_names
from reporting.stories.propose import Entity, Proposal, SafeTexts, preview, text_hash

ROLES = {
    "client": "cliënt",
    "carer": "mantelzorger",
    "volunteer": "vrijwilliger",
    "neighbour": "buurtbewoner",
    "partner": "partnerorganisatie",
    "worker": "medewerker",
}
REQUIRED = ("title", "quote", "printed", "alias")


def release(story: Story, consent: Consent, review: Review, proposal: Proposal, on: date) -> ReleasedStory:
    """The story as it may be read outside, by the proposal made for it with everything known now.

    Raises NotReleasable with the story's id: ERASED, NOT_APPROVED (also: not read by a second person), OWN_STORY, FIELDS_MISSING,
    UNDECIDED, NAME_LEFT, TEXT_CHANGED (approved or consented to another text), NO_CONSENT, CONSENT_ENDED.
    """
    _check_state(story, review)
    texts = preview(story, proposal)
    _check_names(story, consent, proposal, texts)
    now = text_hash(texts)
    if not review.text_hash == story.approved_hash == now:
        raise NotReleasable(Reason.TEXT_CHANGED, story=story.id)
    check_consent(consent, story.id, now, on)
    text = story.text
    return ReleasedStory(
        story_id=story.id,
        indicators=() if story.outside_figures else story.indicators,
        title=texts.title,
        quote=texts.quote,
        text=texts.printed,
        alias=texts.alias,
        role=ROLES[text.storyteller_role] if text.storyteller_role is not None else "",
        age_class=text.age_class,
        what_changed=texts.what_changed,
        failed=text.failed,
        kept=consent.kept,
        chosen_why=texts.selected_why,
    )


def _check_state(story: Story, review: Review) -> None:
    if story.status is StoryStatus.ERASED:
        raise NotReleasable(Reason.ERASED, story=story.id)
    if story.status not in (StoryStatus.APPROVED, StoryStatus.IN_REPORT) or not review.reviewer:
        raise NotReleasable(Reason.NOT_APPROVED, story=story.id)
    if review.reviewer == story.author:
        raise NotReleasable(Reason.OWN_STORY, story=story.id)
    missing = [name for name in REQUIRED if not getattr(story.text, name).strip()]
    if missing:
        raise NotReleasable(Reason.FIELDS_MISSING, story=story.id, fields=",".join(missing))


def _check_names(story: Story, consent: Consent, proposal: Proposal, texts: SafeTexts) -> None:
    """No open question, nobody kept without their consent, and no original name left in the safe texts."""
    if proposal.undecided:
        raise NotReleasable(Reason.UNDECIDED, story=story.id, count=len(proposal.undecided))
    not_names = [text for e in proposal.entities if _no_name(e) for text in e.texts]
    kept = consent.kept_names if consent.kept is not Kept.SUBSTITUTE else ()
    named = [e for e in proposal.entities if e.type is SpanType.PERSON and e.level is Level.DIRECT and e.kept and not _no_name(e)]
    parts = {
        "title": texts.title,
        "quote": texts.quote,
        "text": texts.printed,
        "what_changed": texts.what_changed,
        "alias": texts.alias,
        "why": texts.selected_why,
    }
    exempt = (*kept, *not_names, story.text.alias)
    if find_names({"kept": " ".join(t for e in named for t in e.texts)}, [t for e in named for t in e.texts], exempt) or find_names(
        parts, proposal.originals, exempt
    ):
        raise NotReleasable(Reason.NAME_LEFT, story=story.id)


def _no_name(entity: Entity) -> bool:
    """Whether a person said of a proposal that it is no name: a doubt answered with no, or kept with a reason."""
    decision = entity.decision
    if decision is None or decision.choice is not Choice.KEEP:
        return False
    return entity.band is Band.DOUBT or bool(decision.reason.strip())
