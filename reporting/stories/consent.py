"""When a consent holds. Sources: AVG art. 7 (given freely, for a purpose, as easily withdrawn); UAVG art. 46 (never for a BSN)."""

from collections.abc import Sequence
from datetime import date

from reporting.errors import NotReleasable, Reason
from reporting.model.consent import Consent, Purpose


def newest(consents: Sequence[Consent]) -> Consent | None:
    """The consent that counts: the last recorded (the last in order where no moment is kept)."""
    latest: Consent | None = None
    for consent in consents:
        if latest is None or latest.recorded_at is None or consent.recorded_at is None or consent.recorded_at >= latest.recorded_at:
            latest = consent
    return latest


def check_consent(consent: Consent | None, story_id: str, text_hash: str, on: date, purpose: Purpose = Purpose.ALDERMAN) -> None:
    """Return when the consent covers this very text for this purpose on this day.

    Raises NotReleasable: NO_CONSENT (none, withdrawn, another story, another purpose, not explained as free, not read back),
    CONSENT_ENDED (past its last day), TEXT_CHANGED (the client saw another text).
    """
    if consent is None or consent.withdrawn or consent.story_id != story_id or purpose not in consent.purposes:
        raise NotReleasable(Reason.NO_CONSENT, story=story_id)
    if not (consent.read_back and consent.explained_free):  # AVG art. 4(11) and 7(4): informed and free
        raise NotReleasable(Reason.NO_CONSENT, story=story_id)
    if consent.valid_until is not None and consent.valid_until < on:
        raise NotReleasable(Reason.CONSENT_ENDED, story=story_id)
    if consent.text_hash != text_hash:
        raise NotReleasable(Reason.TEXT_CHANGED, story=story_id)
