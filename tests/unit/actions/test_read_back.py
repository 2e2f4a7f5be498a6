"""A report edited in Word comes back: what differs, what is looked at first, what is taken, and what never is."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from reporting.actions.changes import Turn, changes_since
from reporting.actions.choose_story import choose_story
from reporting.actions.explanations import conversation_of, explanations_of, save_conversation, save_explanation
from reporting.actions.finalise_report import finalise_report
from reporting.actions.make_report import make_report
from reporting.actions.read_back import OddNumber, read_back, take_back
from reporting.actions.reports import download_report
from reporting.actions.types import ReportRequest
from reporting.actions.verify_report import verify_report
from reporting.document import render_word
from reporting.errors import Conflict, InputRejected, NotPossible, Reason
from reporting.model.edits import StoredMessage
from reporting.model.figure import FigureKey
from reporting.model.period import Period
from reporting.model.safe import Conversation, Edition, Explanation
from reporting.model.stored import StoredConversation, StoredExplanation, StoredReport
from tests.unit.actions.conftest import HERE, QUARTER, World
from tests.unit.actions.telling import approved
from tests.unit.actions.test_imports import contacts, upload
from tests.unit.document import worlds

CAUSE, QUESTIONS, SUMMARY = "explanation:Samen:cause", "talk:questions", "message:summary"
REQUEST = ReportRequest(HERE.key, QUARTER)
SB1 = str(FigureKey("SB1", Period(QUARTER)))


@pytest.fixture
def told(world: World) -> World:
    """Thirty people counted, one theme explained, five questions of which a gesprekspagina prints three."""
    upload(world, contacts(30))
    explained = StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation("Er kwamen 30 mensen.", "Door de zomer."), 0)
    save_explanation(world.services, world.worker, explained, 0)
    asked = Conversation(questions=("Wat raakt u?", "Komt u kijken?", "Wie nog meer?", "Waarom?", "Wanneer?"))
    save_conversation(world.services, world.worker, StoredConversation(HERE.key, str(QUARTER), asked, 0), 0)
    return world


def made(world: World, request: ReportRequest = REQUEST) -> tuple[StoredReport, bytes]:
    report = make_report(world.services, world.worker, request)
    return report, download_report(world.services, world.worker, report.id)[1]


def edited(document: bytes, *changes: tuple[str, str]) -> bytes:
    """The document with words replaced in the first paragraph or cell that holds them."""
    opened = docx.Document(io.BytesIO(document))
    for old, new in changes:
        run = next(r for p in _paragraphs(opened) for r in p.runs if old in r.text)
        run.text = run.text.replace(old, new)
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def _paragraphs(opened: Document) -> list[Paragraph]:
    cells = [p for table in opened.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    return [*opened.paragraphs, *cells]


def message_of(document: bytes) -> str:
    opened = docx.Document(io.BytesIO(document))
    return next(p.text for p in opened.paragraphs if p.style is not None and p.style.name == "Kernboodschap")


def cause(world: World) -> str:
    return explanations_of(world.services, world.worker, HERE.key, QUARTER)[0].explanation.cause


def test_what_a_person_chose_is_stored_and_stands_in_the_next_report(told: World) -> None:
    report, document = made(told)
    own = message_of(document)
    back = edited(document, ("Door de zomer.", "Door het mooie weer."), ("Komt u kijken?", "Komt u eten?"), (own, "Wij groeien."))
    read = read_back(told.services, told.lead, back)
    assert read.report == report
    assert {c.place: (c.was, c.now, c.stored) for c in read.changes} == {
        SUMMARY: (own, "Wij groeien.", None),
        CAUSE: ("Door de zomer.", "Door het mooie weer.", None),
        QUESTIONS: (
            "Wat raakt u?\nKomt u kijken?\nWie nog meer?\nWaarom?\nWanneer?",
            "Wat raakt u?\nKomt u eten?\nWie nog meer?\nWaarom?\nWanneer?",
            None,
        ),
    }
    assert cause(told) == "Door de zomer."  # reading stores nothing
    versions = {c.place: c.version for c in read.changes}
    assert take_back(told.services, told.lead, back, {p: versions[p] for p in (SUMMARY, CAUSE)}) == (SUMMARY, CAUSE)
    assert cause(told) == "Door het mooie weer."
    assert "Komt u kijken?" in conversation_of(told.services, told.worker, HERE.key, QUARTER).conversation.questions
    with told.services.reading() as uow:
        kept = uow.explanations.messages(HERE.key, str(QUARTER))
    assert [(m.place, m.edition, m.text, m.instead_of, m.written_by) for m in kept] == [
        ("summary", Edition.QUARTERLY, "Wij groeien.", own, told.lead.id),
    ]
    assert message_of(made(told)[1]) == "Wij groeien."
    assert {e.subject.split(":")[0] for e in told.events("take_back")} == {"explanation", "message"}
    again = read_back(told.services, told.lead, back)  # the same file once more: what was taken is no news to anybody
    assert {c.place: c.stored for c in again.changes} == dict.fromkeys((SUMMARY, CAUSE, QUESTIONS))


def test_questions_a_short_document_did_not_print_stay(told: World) -> None:
    document = made(told, replace(REQUEST, edition=Edition.CONVERSATION))[1]
    back = edited(document, ("Komt u kijken?", "Komt u eten?"))
    change = read_back(told.services, told.worker, back).changes[0]
    assert (change.place, change.stored) == (QUESTIONS, None)
    take_back(told.services, told.worker, back, {QUESTIONS: change.version})
    asked = conversation_of(told.services, told.worker, HERE.key, QUARTER).conversation.questions
    assert asked == ("Wat raakt u?", "Komt u eten?", "Wie nog meer?", "Waarom?", "Wanneer?")


def test_a_colleague_who_wrote_meanwhile_is_shown_and_never_written_over(told: World) -> None:
    document = made(told)[1]
    back = edited(document, ("Door de zomer.", "Door het weer."))
    seen = read_back(told.services, told.worker, back).changes[0]
    theirs = StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation(cause="Door de bus."), 0)
    save_explanation(told.services, told.colleague, theirs, 1)
    with pytest.raises(Conflict):
        take_back(told.services, told.worker, back, {CAUSE: seen.version})
    assert cause(told) == "Door de bus."
    now = read_back(told.services, told.worker, back).changes[0]
    assert (now.stored, now.version) == ("Door de bus.", 2)
    take_back(told.services, told.worker, back, {CAUSE: now.version})
    assert cause(told) == "Door het weer."


def test_a_personal_detail_is_not_stored_before_a_person_looked(told: World) -> None:
    back = edited(made(told)[1], ("Door de zomer.", "Door mevrouw Fatima Bouzidi."))
    change = read_back(told.services, told.worker, back).changes[0]
    assert any("Bouzidi" in word for word in change.personal)
    with pytest.raises(InputRejected) as refused:
        take_back(told.services, told.worker, back, {CAUSE: change.version})
    assert refused.value.reason is Reason.UNCHECKED
    assert cause(told) == "Door de zomer."
    take_back(told.services, told.worker, back, {CAUSE: change.version}, {CAUSE})
    assert "Bouzidi" in cause(told)


def test_a_number_that_is_no_printed_figure_is_held_against_what_is_hidden(world: World) -> None:
    upload(world, contacts(3))
    explained = StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation(cause="Door de zomer."), 0)
    save_explanation(world.services, world.worker, explained, 0)
    back = edited(made(world)[1], ("Door de zomer.", "Het waren er drie, op 14 augustus."))
    (change,) = read_back(world.services, world.worker, back).changes
    assert change.numbers == (OddNumber("drie"),)  # a worker is not told whether it is one that is hidden
    (change,) = read_back(world.services, world.lead, back).changes
    assert SB1 in change.numbers[0].cells
    with pytest.raises(InputRejected, match=Reason.UNCHECKED.value):
        take_back(world.services, world.lead, back, {CAUSE: change.version})
    more = edited(made(world)[1], ("Door de zomer.", "Meer dan vorig kwartaal, door de zomer."))
    (change,) = read_back(world.services, world.lead, more).changes
    assert (change.numbers, change.compared, change.doubtful) == ((), ("Meer dan",), True)


def test_an_edited_figure_is_named_and_never_taken(told: World) -> None:
    document = made(told)[1]
    opened = docx.Document(io.BytesIO(document))
    cell = next(p for t in opened.tables for r in t.rows for c in r.cells for p in c.paragraphs if p.text == "30" and "bookmarkStart" in p._p.xml)
    cell.runs[0].text = "31"
    target = io.BytesIO()
    opened.save(target)
    read = read_back(told.services, told.worker, target.getvalue())
    assert read.changes == ()
    assert [(f.printed, f.shown) for f in read.figures] == [("30", "31")]
    assert read.figures[0].figure.startswith("SB1|")


def test_a_document_whose_list_of_figures_an_editor_lost_is_known_by_its_mark(told: World) -> None:
    document = made(told)[1]
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            package.writestr(name, b"<leeg/>" if name.startswith("customXml/item1") else part.replace(b">30<", b">31<", 1) if "document.xml" in name else part)
    found = verify_report(told.services, told.lead, target.getvalue())
    assert len(found.recounts) == len(verify_report(told.services, told.lead, document).recounts)
    assert [f.shown for f in found.recounts if f.shown != f.printed] == ["31"]
    assert [f.shown for f in read_back(told.services, told.worker, target.getvalue()).figures] == ["31"]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (lambda: b"geen Word", Reason.DOCUMENT_BROKEN),
        (lambda: render_word(worlds.small()), Reason.NOT_OUR_REPORT),
        (lambda: render_word(replace(worlds.small(), origin="0" * 24)), Reason.NOT_OUR_REPORT),
    ],
    ids=["broken", "without a mark", "of another house"],
)
def test_a_wrong_document_is_refused(told: World, document: Callable[[], bytes], reason: Reason) -> None:
    made(told)
    with pytest.raises(InputRejected) as refused:
        read_back(told.services, told.worker, document())
    assert refused.value.reason is reason


def test_the_same_report_gets_the_same_bytes_and_another_one_another_mark(told: World) -> None:
    first, document = made(told)
    second, again = made(told)
    assert (document, first.origin) == (again, second.origin)
    assert made(told, replace(REQUEST, title="Anders"))[0].origin != first.origin


def test_what_changed_since_a_concept_is_a_list(told: World) -> None:
    concept = made(told)[0]
    assert changes_since(told.services, told.worker, concept.id).texts == ()
    story = approved(told)
    save_explanation(told.services, told.worker, StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation("Er kwamen 30 mensen.", "Door de bus."), 0), 1)
    upload(told, contacts(41, first=100))
    found = changes_since(told.services, told.worker, concept.id)
    assert (CAUSE, "Door de zomer.", "Door de bus.") in {(t.place, t.was, t.now) for t in found.texts}
    figure = next(f for f in found.figures if f.figure == SB1)
    assert (figure.was and figure.was.value, figure.now and figure.now.value) == (30, 41)
    assert [(s.title, s.turn) for s in found.stories] == [("De sleutel van Rahel", Turn.CAME)]
    final = finalise_report(told.services, told.lead, made(told)[0].id)
    assert changes_since(told.services, told.worker, concept.id, final.id) == found
    choose_story(told.services, told.worker, story.id, False)
    assert [s.turn for s in changes_since(told.services, told.worker, final.id).stories] == [Turn.GONE]
    with told.services.unit_of_work() as uow:  # a report from before this was kept
        uow.reports.add(replace(concept, id="old"), b"", (), told.events("make_report")[0])
        uow.commit()
    with pytest.raises(NotPossible):
        changes_since(told.services, told.worker, "old")


def test_a_message_written_before_the_figures_changed_is_named(told: World) -> None:
    document = made(told)[1]
    back = edited(document, (message_of(document), "Wij groeien."))
    take_back(told.services, told.worker, back, {SUMMARY: 0})
    assert made(told)[0].aged == ()
    first = told.events("import_batch")[0].subject.removeprefix("batch:")
    upload(told, contacts(90), supersedes=first)
    assert made(told)[0].aged == ("summary",)


def test_a_message_taken_out_gives_its_place_back_to_the_app(told: World) -> None:
    own = message_of(made(told)[1])
    with told.services.unit_of_work() as uow:
        written = StoredMessage(HERE.key, str(QUARTER), Edition.QUARTERLY, "summary", "Wij groeien.", 0, instead_of=own)
        uow.explanations.save_message(written, 0, told.events("save_explanation")[0])
        uow.commit()
    back = edited(made(told)[1], ("Wij groeien.", ""))
    (change,) = read_back(told.services, told.worker, back).changes
    assert (change.was, change.now) == ("Wij groeien.", "")
    take_back(told.services, told.worker, back, {SUMMARY: change.version})
    assert message_of(made(told)[1]) == own
