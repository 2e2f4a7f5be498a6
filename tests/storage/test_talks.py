"""Talks, key messages and what a document was made of: versions, sealing, erasing, and an older database that gets the tables."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, text

from reporting.errors import Conflict, NotPossible
from reporting.model.agreement import Unit
from reporting.model.edits import FactCell, FactStory, ReportFacts, StoredMessage
from reporting.model.safe import Conversation, Edition, Explanation
from reporting.model.talk import Answer, StoredTalk, Talk
from reporting.storage import migrate
from reporting.storage.database import Database
from reporting.storage.tables import answers, messages, report_facts, talks
from tests.storage.conftest import event
from tests.storage.test_repositories import report
from tests.storage.test_stories import STORY

ABOUT_STORY = Answer(story=STORY.id, asked="Hoe gaat het nu met haar?", promised="Wij vragen het na.")
QUESTION = Answer(subject="Komt u kijken?", asked="Ja, in mei.", promised="Wij sturen een datum.")
TALK = StoredTalk("t1", "GM0001", "2026-K3", Talk(date(2026, 10, 20), "de wethouder", (QUESTION, ABOUT_STORY)), 0)
REPORT = report()
MESSAGE = StoredMessage("GM0001", "2026-K3", Edition.QUARTERLY, "theme:Samen", "Het gaat goed.", 0, instead_of="Alles op koers.")
FACTS = ReportFacts(
    (FactCell("SB1|2026-K3", Unit.UNIQUE_CLIENTS, 30, None), FactCell("SB1|2026-K2", Unit.UNIQUE_CLIENTS, None, "hidden")),
    {"SB1": "on_course"},
    (FactStory("s1", "ab"),),
    {"Samen": Explanation(see="Meer.")},
    Conversation(outlook="Verder."),
    {"summary": "Goed."},
)


def test_a_talk_comes_back_with_its_answers_in_order(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.stories.save(STORY, 0, event())
        saved = uow.talks.save(TALK, 0, event("save_talk"))
        uow.commit()
    with database.reading() as uow:
        assert uow.talks.get("t1") == saved == replace(TALK, version=1)
        assert uow.talks.all("GM0001") == (saved,)
        assert uow.talks.all("GM0002") == ()


def test_the_second_to_save_a_talk_is_told_and_nothing_is_lost(database: Database) -> None:
    with database.unit_of_work() as uow:
        first = uow.talks.save(replace(TALK, talk=replace(TALK.talk, answers=(QUESTION,))), 0, event())
        with pytest.raises(Conflict) as clash:
            uow.talks.save(replace(TALK, talk=Talk(date(2026, 10, 21), "de raad")), 0, event())
        assert clash.value.theirs == first
        with pytest.raises(NotPossible):
            uow.talks.save(replace(TALK, id="t2"), 3, event())
        uow.commit()
    with database.reading() as uow:
        assert uow.talks.get("t1") == first


def test_what_was_said_of_a_story_goes_when_the_story_is_erased(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.stories.save(STORY, 0, event())
        uow.talks.save(TALK, 0, event())
        uow.commit()
    with database.unit_of_work() as uow:
        uow.stories.erase(STORY.id, event("erase_story"))
        uow.commit()
    with database.reading() as uow:
        left = uow.talks.get("t1")
    assert left is not None
    assert left.talk.answers == (QUESTION,)


def test_nothing_typed_is_readable_in_the_database(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.stories.save(STORY, 0, event())
        uow.talks.save(TALK, 0, event())
        uow.explanations.save_message(MESSAGE, 0, event())
        uow.reports.add(REPORT, b"document", (), event(), FACTS)
        uow.commit()
    with database.engine.connect() as connection:
        bodies = [b for t in (talks, answers, messages, report_facts) for b in connection.execute(select(t.c.body)).scalars()]
    assert len(bodies) == 5
    assert not any(words in body for body in bodies for words in (b"wethouder", b"datum", b"vragen", b"goed", b"SB1"))


def test_a_message_has_versions_and_is_apart_for_every_edition(database: Database) -> None:
    with database.unit_of_work() as uow:
        first = uow.explanations.save_message(MESSAGE, 0, event())
        other = uow.explanations.save_message(replace(MESSAGE, edition=Edition.CONVERSATION), 0, event())
        second = uow.explanations.save_message(replace(first, text="Beter."), 1, event())
        with pytest.raises(Conflict) as clash:
            uow.explanations.save_message(replace(first, text="Anders."), 1, event())
        assert clash.value.theirs == second
        uow.commit()
    with database.reading() as uow:
        assert set(uow.explanations.messages("GM0001", "2026-K3")) == {second, other}


def test_the_facts_of_a_document_come_back(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.reports.add(REPORT, b"document", (), event(), FACTS)
        uow.reports.add(replace(REPORT, id="older"), b"document", (), event())
        uow.commit()
    with database.reading() as uow:
        assert uow.reports.facts(REPORT.id) == FACTS
        assert uow.reports.facts("older") is None


def test_a_database_of_the_former_version_keeps_its_data_and_gets_the_tables(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.stories.save(STORY, 0, event())
        uow.reports.add(REPORT, b"document", (), event())
        uow.commit()
    with database.engine.begin() as connection:
        for table in (answers, talks, messages, report_facts):
            table.drop(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    assert migrate.migrate(database.engine) == "0002"
    with database.unit_of_work() as uow:
        assert uow.reports.all() == (REPORT,)
        assert uow.reports.document(REPORT.id) == b"document"
        assert uow.reports.facts(REPORT.id) is None
        assert uow.talks.all() == ()
        uow.talks.save(TALK, 0, event())
        uow.commit()
