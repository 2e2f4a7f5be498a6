"""Stories in the database: sealed, versioned, and gone when erased."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from reporting.errors import Conflict, InternalError, NotPossible
from reporting.model.consent import Consent, GivenBy, Purpose
from reporting.model.safe import Kept
from reporting.model.stored import Draft
from reporting.model.story import Choice, Decision, HandMark, Person, SpanType, Story, StoryStatus, StorytellerRole, StoryText
from reporting.storage.database import Database
from reporting.storage.tables import audit, data_keys, stories
from tests.storage.conftest import AT, event

TEXT = StoryText(
    recorded_on=date(2026, 9, 1),
    storyteller_role=StorytellerRole.CARER,
    people=(Person("Wilhelmina Zandbergen", "buurvrouw"),),
    title="Het hek van Wilhelmina",
    happened="Wilhelmina Zandbergen stond om acht uur in de Lindelaan.",
    grade=8,
)
STORY = Story(
    "s1",
    "GM9998",
    "2026-K3",
    "a1",
    StoryStatus.CONCEPT,
    TEXT,
    indicators=("A1",),
    decisions=(Decision("person:1", Choice.REPLACE, "Greetje"),),
    marks=(HandMark("Sjonnie", SpanType.PERSON, "Kees"), HandMark("De Schelp", SpanType.ORG, "het buurthuis")),
    extra={"note": "x"},
)
CONSENT = Consent("s1", GivenBy.CLIENT, "a1", date(2026, 9, 2), frozenset({Purpose.ALDERMAN}), Kept.SUBSTITUTE, "hash", True, "mondeling", recorded_at=AT)


@pytest.fixture
def stored(database: Database) -> Database:
    with database.unit_of_work() as uow:
        uow.stories.save(STORY, 0, event())
        uow.stories.add_consent(CONSENT, event())
        uow.drafts.save(Draft("a1", "story:s1", {"happened": "Wilhelmina"}, AT))
        uow.commit()
    return database


def test_a_story_comes_back_whole(stored: Database) -> None:
    with stored.reading() as uow:
        assert uow.stories.get("s1") == replace(STORY, version=1)
        assert uow.stories.all("GM9998", "2026-K3") == (replace(STORY, version=1),)
        assert uow.stories.all("GM9998", "2026-K2") == uow.stories.all("GM0001") == ()
        assert uow.stories.consents("s1") == (CONSENT,)
        assert uow.stories.get("s2") is None


def test_names_of_the_organisation_are_those_in_its_stories(stored: Database) -> None:
    with stored.reading() as uow:
        assert uow.stories.names() == ("Wilhelmina Zandbergen", "Sjonnie")


def test_the_second_saver_gets_both_texts(stored: Database) -> None:
    mine = replace(STORY, text=replace(TEXT, title="Mijn titel"))
    with stored.unit_of_work() as uow:
        theirs = uow.stories.save(replace(STORY, text=replace(TEXT, title="Hun titel")), 1, event())
        with pytest.raises(Conflict) as conflict:
            uow.stories.save(mine, 1, event())
        assert conflict.value.theirs == theirs
        with pytest.raises(Conflict):
            uow.stories.save(mine, 0, event())
        with pytest.raises(NotPossible):
            uow.stories.save(replace(mine, id="s9"), 2, event())


def test_a_withdrawal_is_added_and_nothing_is_overwritten(stored: Database) -> None:
    with stored.unit_of_work() as uow:
        uow.stories.add_consent(replace(CONSENT, withdrawn=True), event())
        assert uow.stories.consents("s1") == (CONSENT, replace(CONSENT, withdrawn=True))
        with pytest.raises(NotPossible):
            uow.stories.add_consent(replace(CONSENT, story_id="s9"), event())


def test_nothing_of_a_story_stands_readable_in_any_file(stored: Database, place: Path) -> None:
    raw = b"".join(file.read_bytes() for file in (place / "data").iterdir())
    assert b"GM9998" in raw  # the search would find what is in clear
    for secret in (b"Wilhelmina", b"Zandbergen", b"Lindelaan", b"Sjonnie", b"mondeling"):
        assert secret not in raw


def test_erasing_destroys_the_key_the_text_the_consents_and_the_drafts(stored: Database, place: Path) -> None:
    with stored.reading() as uow, stored.engine.connect() as connection:
        wrapped = connection.execute(select(data_keys.c.wrapped).where(data_keys.c.scope == "story:s1")).scalar_one()
        assert uow.stories.get("s1") is not None
    with stored.unit_of_work() as uow:
        uow.stories.erase("s1", event("erase_story"))
        uow.commit()
    with stored.reading() as uow:
        gone = uow.stories.get("s1")
        assert gone == Story("s1", "GM9998", "2026-K3", "a1", StoryStatus.ERASED, StoryText(), version=2)
        assert uow.stories.consents("s1") == ()
        assert uow.drafts.get("a1", "story:s1") is None
        assert uow.stories.names() == ()
    assert all(wrapped not in file.read_bytes() for file in (place / "data").iterdir())


def test_erasing_what_is_not_there_is_refused(database: Database) -> None:
    with database.unit_of_work() as uow, pytest.raises(NotPossible):
        uow.stories.erase("s1", event())


def test_sealed_text_moved_to_another_story_does_not_open(stored: Database) -> None:
    with stored.unit_of_work() as uow:
        uow.stories.save(replace(STORY, id="s2"), 0, event())
        uow.commit()
    with stored.engine.begin() as connection:
        body = connection.execute(select(stories.c.body).where(stories.c.id == "s1")).scalar_one()
        connection.execute(update(stories).where(stories.c.id == "s2").values(body=body))
    with stored.reading() as uow, pytest.raises(InternalError):
        uow.stories.get("s2")


def test_the_audit_trail_holds_no_words_of_a_story(stored: Database) -> None:
    with stored.engine.connect() as connection:
        rows = " ".join(str(tuple(row)) for row in connection.execute(select(audit)))
    assert "Wilhelmina" not in rows
    assert rows
