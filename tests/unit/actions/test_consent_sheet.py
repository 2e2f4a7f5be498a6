"""The sheet a storyteller signs holds exactly the text, no name that was replaced, and passes the document's own check."""

from dataclasses import replace

import pytest

from reporting.actions.consent_sheet import consent_sheet
from reporting.actions.propose_story import preview_story
from reporting.actions.record_consent import record_consent
from reporting.actions.save_story import save_story
from reporting.actions.withdraw_story import withdraw_story
from reporting.document import check_document, document_texts
from reporting.errors import NotPossible, NotReleasable, Reason
from reporting.model.consent import Purpose
from reporting.texts import consent_sheet as words
from tests.unit.actions.conftest import World
from tests.unit.actions.telling import TEXT, consent, typed


def test_the_sheet_holds_the_exact_text_and_no_original_name(world: World) -> None:
    story = typed(world)
    name, document = consent_sheet(world.services, world.worker, story.id)
    assert check_document(document) == ()
    whole = " ".join(document_texts(document).values())
    seen = preview_story(world.services, world.worker, story.id)
    for text in (seen.title, seen.quote, seen.printed, seen.what_changed, seen.alias, *words.RIGHTS):
        assert text in whole
    for name_part in ("Semhar", "Tesfay", "Wim", "Werker"):
        assert name_part not in whole + name


def test_the_code_on_the_sheet_and_in_its_name_is_that_of_the_consent(world: World) -> None:
    story = typed(world)
    name, document = consent_sheet(world.services, world.worker, story.id)
    bound = record_consent(world.services, world.worker, consent(story.id)).text_hash
    assert name == f"toestemming-2026-K3-{bound[:8]}.docx"
    assert bound[:12] in " ".join(document_texts(document).values())
    assert [e.details["text_sha256"] for e in world.events("consent_sheet")] == [bound]


def test_the_same_text_gives_the_same_bytes(world: World) -> None:
    story = typed(world)
    assert consent_sheet(world.services, world.worker, story.id) == consent_sheet(world.services, world.worker, story.id)


def test_every_purpose_is_asked() -> None:
    assert len(words.PURPOSES) == len(Purpose)


def test_no_sheet_of_a_text_that_may_still_change(world: World) -> None:
    story = typed(world)
    undecided = save_story(
        world.services, world.worker, replace(story, text=replace(TEXT, printed=f"{TEXT.printed} Zij zag de Frobeling staan."), decisions=()), 2
    )
    with pytest.raises(NotReleasable) as refused:
        consent_sheet(world.services, world.worker, undecided.id)
    assert refused.value.reason is Reason.UNDECIDED
    empty = save_story(world.services, world.worker, replace(story, text=replace(TEXT, printed="")), undecided.version)
    with pytest.raises(NotReleasable) as missing:
        consent_sheet(world.services, world.worker, empty.id)
    assert (missing.value.reason, missing.value.details["fields"]) == (Reason.FIELDS_MISSING, "printed")


def test_a_colleague_may_print_it_and_nobody_of_a_withdrawn_story(world: World) -> None:
    story = typed(world)
    assert consent_sheet(world.services, world.colleague, story.id)
    withdraw_story(world.services, world.worker, story.id, story.version)
    with pytest.raises(NotPossible, match=Reason.WRONG_STATE.value):
        consent_sheet(world.services, world.worker, story.id)
