"""What was said about a report: recorded, told in the next one, and brought back to who wrote and who told the story."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reporting.actions.erase_story import erase_story
from reporting.actions.finalise_report import finalise_report
from reporting.actions.make_report import make_report
from reporting.actions.note_sent import note_sent
from reporting.actions.reports import download_report
from reporting.actions.story_fate import story_fates, story_sheet
from reporting.actions.talks import new_talk, save_talk, talks_of
from reporting.actions.types import ReportRequest
from reporting.actions.withdraw_story import withdraw_story
from reporting.document import check_document, document_texts
from reporting.errors import Conflict, InputRejected, NotPossible, Reason
from reporting.model.period import Quarter
from reporting.model.safe import Edition
from reporting.model.story import Story
from reporting.model.talk import Answer, StoredTalk, Talk
from tests.unit.actions.conftest import HERE, NOW, QUARTER, World
from tests.unit.actions.telling import approved
from tests.unit.actions.test_imports import contacts, upload

NEXT = Quarter(QUARTER.year, 4)
REQUEST = ReportRequest(HERE.key, QUARTER, recipient="de wethouder")
QUESTION = Answer("Komt u kijken?", asked="Wanneer kan dat?", promised="Wij bellen in november.")


@pytest.fixture
def reported(world: World) -> Story:
    """Two quarters counted; the first one's report with one story was vastgesteld and sent."""
    upload(world, contacts(30))
    upload(world, contacts(30).replace(b"-07-2026", b"-11-2026"), "vierde.csv")
    story = approved(world)
    final = finalise_report(world.services, world.lead, make_report(world.services, world.worker, REQUEST).id)
    note_sent(world.services, world.lead, final.id, date(2026, 10, 4))
    return story


def recorded(world: World, *answers: Answer, whom: str = "de wethouder") -> StoredTalk:
    talk = replace(new_talk(world.services, HERE.key, QUARTER), talk=Talk(NOW.date(), whom, answers))
    return save_talk(world.services, world.worker, talk, 0)


def about(story: Story) -> Answer:
    return Answer(story=story.id, asked="Mag ik haar ontmoeten?", happened="Zij aten samen in De Brink.")


def words(world: World, request: ReportRequest) -> str:
    report = make_report(world.services, world.worker, request)
    return " ".join(document_texts(download_report(world.services, world.worker, report.id)[1]).values())


def test_a_talk_opens_the_next_report_and_not_its_own(world: World, reported: Story) -> None:
    saved = recorded(world, QUESTION, about(reported), Answer("Wie nog meer?"))
    assert saved.talk.answers == (QUESTION, about(reported))  # what was left empty is no answer
    assert talks_of(world.services, world.lead, HERE.key, QUARTER) == (saved,)
    assert "Wij bellen in november." not in words(world, REQUEST)
    for edition in (Edition.QUARTERLY, Edition.ANNUAL):
        told = words(world, replace(REQUEST, quarter=NEXT, edition=edition))
        assert "spraken wij met de wethouder" in told
        assert "Wij bellen in november." in told
        assert "bij het verhaal ‘De sleutel van Rahel’" in told
        assert reported.id not in told
    assert "spraken wij" not in words(world, replace(REQUEST, quarter=NEXT, edition=Edition.FIRST_MEETING))
    assert [e.subject for e in world.events("save_talk")] == [f"talk:{saved.id}"]


def test_only_the_last_report_that_was_talked_about_opens_the_next(world: World, reported: Story) -> None:
    older = StoredTalk("a", HERE.key, str(QUARTER.previous), Talk(date(2026, 7, 9), "de raad", (Answer(asked="Oud nieuws."),)), 0)
    save_talk(world.services, world.worker, older, 0)
    recorded(world, QUESTION)
    assert "Oud nieuws." not in words(world, replace(REQUEST, quarter=NEXT))
    assert "Oud nieuws." in words(world, replace(REQUEST, quarter=NEXT, edition=Edition.ANNUAL))


def test_a_story_that_left_is_not_named_and_what_was_said_of_an_erased_one_is_gone(world: World, reported: Story) -> None:
    recorded(world, QUESTION, about(reported))
    with world.services.reading() as uow:
        version = next(s.version for s in uow.stories.all() if s.id == reported.id)
    withdraw_story(world.services, world.worker, reported.id, version)
    told = words(world, replace(REQUEST, quarter=NEXT))
    assert "Mag ik haar ontmoeten?" in told
    assert "Rahel" not in told
    erase_story(world.services, world.officer, reported.id)
    assert talks_of(world.services, world.worker, HERE.key, QUARTER)[0].talk.answers == (QUESTION,)
    assert "Mag ik haar ontmoeten?" not in words(world, replace(REQUEST, quarter=NEXT))
    assert story_fates(world.services, world.worker, HERE.key) == ()
    with pytest.raises(NotPossible, match=Reason.ERASED.value):
        story_sheet(world.services, world.worker, reported.id)


def test_a_personal_detail_is_looked_at_before_it_is_kept(world: World, reported: Story) -> None:
    talk = replace(new_talk(world.services, HERE.key, QUARTER), talk=Talk(NOW.date(), "de raad", (Answer(asked="Hoe gaat het met Semhar Tesfay?"),)))
    with pytest.raises(InputRejected, match=Reason.UNCHECKED.value):
        save_talk(world.services, world.worker, talk, 0)
    assert save_talk(world.services, world.worker, talk, 0, checked=True).version == 1
    with pytest.raises(InputRejected, match=Reason.BAD_VALUE.value):
        save_talk(world.services, world.worker, replace(talk, id="b", talk=Talk(NOW.date() + timedelta(days=1), "de raad")), 0)
    with pytest.raises(Conflict):
        save_talk(world.services, world.lead, talk, 0, checked=True)


def test_a_name_that_was_let_through_never_reaches_a_report(world: World, reported: Story) -> None:
    answer = replace(about(reported), happened="Zij kookte met Semhar Tesfay.")
    talk = replace(new_talk(world.services, HERE.key, QUARTER), talk=Talk(NOW.date(), "de raad", (answer,)))
    save_talk(world.services, world.worker, talk, 0, checked=True)
    with pytest.raises(NotPossible, match=Reason.NAME_LEFT.value):
        make_report(world.services, world.worker, replace(REQUEST, quarter=NEXT))
    with pytest.raises(NotPossible, match=Reason.NAME_LEFT.value):
        story_sheet(world.services, world.worker, reported.id)


def test_who_wrote_and_who_told_a_story_hear_what_was_done_with_it(world: World, reported: Story) -> None:
    (fate,) = story_fates(world.services, world.worker, HERE.key)
    assert (fate.title, fate.author, [r.sent_on for r in fate.reports], fate.talks) == ("De sleutel van Rahel", world.worker.id, [date(2026, 10, 4)], ())
    first = " ".join(document_texts(story_sheet(world.services, world.colleague, reported.id)[1]).values())
    assert "Wij hebben nog niet gehoord wat de lezer van uw verhaal vond." in first
    recorded(world, QUESTION, about(reported))
    assert [t.answers for t in story_fates(world.services, world.worker, HERE.key)[0].talks] == [(about(reported),)]
    name, sheet = story_sheet(world.services, world.worker, reported.id)
    said = " ".join(document_texts(sheet).values())
    assert name == f"uw-verhaal-{QUARTER}.docx"
    assert check_document(sheet) == ()
    assert "Kwartaalrapport 3e kwartaal 2026, voor de wethouder, verstuurd op 4 oktober 2026." in said
    assert "Zij aten samen in De Brink." in said
    assert "Wij bellen in november." not in said  # of another question
    assert len(world.events("story_sheet")) == 2
