"""From figures and stories to a document: concept, vastgesteld, verstuurd; and what stops it."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reporting.actions.choose_story import choose_story
from reporting.actions.common import event
from reporting.actions.confirm_namesake import confirm_namesake
from reporting.actions.corrections import corrections
from reporting.actions.enter_published import enter_published
from reporting.actions.erase_story import erase_story
from reporting.actions.explanations import save_conversation, save_explanation
from reporting.actions.figures import protected_figures
from reporting.actions.finalise_report import finalise_report
from reporting.actions.import_batch import import_batch
from reporting.actions.make_report import make_report
from reporting.actions.note_sent import note_sent
from reporting.actions.preview_import import preview_import
from reporting.actions.record_consent import withdraw_consent
from reporting.actions.renew_report import renew_report, reports_to_renew
from reporting.actions.report_checklist import report_checklist
from reporting.actions.reports import download_report, list_reports, published_of
from reporting.actions.save_story import save_story
from reporting.actions.stories import get_story
from reporting.actions.types import Check, Light, ReportRequest
from reporting.actions.withdraw_story import withdraw_story
from reporting.disclosure import cells_of
from reporting.document import document_texts
from reporting.errors import InputRejected, NotPossible, NotReleasable, Reason
from reporting.model.agreement import Unit
from reporting.model.audit import AuditEvent
from reporting.model.figure import FigureKey
from reporting.model.municipality import Municipality
from reporting.model.period import Period, Quarter
from reporting.model.safe import Conversation, Edition, Explanation, ReportStatus
from reporting.model.stored import PublishedCell, StoredConversation, StoredExplanation, StoredReport
from reporting.model.story import StoryStatus
from tests.unit.actions.conftest import HERE, NOW, QUARTER, World, indicator
from tests.unit.actions.telling import TEXT, approved
from tests.unit.actions.test_imports import contacts, upload

REQUEST = ReportRequest(HERE.key, QUARTER, recipient="de wethouder")


def make(world: World, request: ReportRequest = REQUEST) -> StoredReport:
    return make_report(world.services, world.worker, request)


def words(world: World, report: StoredReport) -> str:
    return " ".join(document_texts(download_report(world.services, world.worker, report.id)[1]).values())


def light(world: World, check: Check) -> Light:
    return {item.check: item.light for item in report_checklist(world.services, world.worker, HERE.key, QUARTER)}[check]


def test_a_concept_is_kept_and_leaves_no_memory(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    seen: list[float] = []
    report = make_report(world.services, world.worker, REQUEST, lambda share, what: seen.append(share))
    assert (report.status, report.version, report.file_name) == (ReportStatus.CONCEPT, 0, "kwartaalrapport-2026-K3-concept.docx")
    assert report.stories == (story.id,)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    name, document = download_report(world.services, world.worker, report.id)
    assert (name, hashlib.sha256(document).hexdigest()) == (report.file_name, report.sha256)
    assert published_of(world.services, world.worker, HERE.key) == ()
    assert get_story(world.services, world.worker, story.id).status is StoryStatus.APPROVED
    assert "Semhar" not in words(world, report)
    assert "Rahel" in words(world, report)


def test_vaststellen_makes_a_version_fills_the_memory_and_marks_the_stories(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    concept = make(world)
    final = finalise_report(world.services, world.lead, concept.id)
    assert (final.status, final.version, final.file_name) == (ReportStatus.FINAL, 1, "kwartaalrapport-2026-K3-versie-1.docx")
    assert (final.final_by, final.recipient) == (world.lead.id, "de wethouder")
    printed = {c.cell: c.value for c in published_of(world.services, world.worker, HERE.key)}
    assert printed[str(FigureKey("SB1", Period(QUARTER)))] == 30
    assert get_story(world.services, world.worker, story.id).status is StoryStatus.IN_REPORT
    assert world.events("finalise_report")[0].details["sha256"] == final.sha256
    with pytest.raises(NotPossible, match=Reason.WRONG_STATE.value):
        finalise_report(world.services, world.lead, final.id)
    assert finalise_report(world.services, world.lead, concept.id).version == 2
    assert [r.version for r in list_reports(world.services, world.worker, HERE.key)] == [2, 1, 0]


def test_only_what_is_vastgesteld_is_sent(world: World) -> None:
    upload(world, contacts(30))
    concept = make(world)
    with pytest.raises(NotPossible, match=Reason.WRONG_STATE.value):
        note_sent(world.services, world.lead, concept.id, date(2026, 10, 6))
    final = finalise_report(world.services, world.lead, concept.id)
    note_sent(world.services, world.lead, final.id, date(2026, 10, 6))
    sent = list_reports(world.services, world.worker)[0]
    assert (sent.status, sent.sent_on) == (ReportStatus.SENT, date(2026, 10, 6))


def test_without_figures_there_is_no_report(world: World) -> None:
    assert light(world, Check.FIGURES) is Light.BLOCK
    with pytest.raises(NotPossible, match=Reason.NO_FIGURES.value):
        make(world)
    with pytest.raises(NotPossible, match=Reason.UNKNOWN_MUNICIPALITY.value):
        make(world, replace(REQUEST, municipality="GM0000"))
    assert list_reports(world.services, world.worker) == ()


def test_a_report_with_a_withdrawn_story_is_made_again_without_it_and_vastgesteld_as_any(world: World) -> None:
    upload(world, contacts(30))
    gone = approved(world)
    stays = approved(world, replace(TEXT, title="De tweede", printed=f"{TEXT.printed} Zij lacht weer."))
    final = finalise_report(world.services, world.lead, make(world, replace(REQUEST, title="Ons kwartaal", chapters=frozenset({"glossary"}))).id)
    assert set(final.stories) == {gone.id, stays.id}
    assert reports_to_renew(world.services, world.worker, HERE.key) == ()
    with pytest.raises(NotPossible, match=Reason.WRONG_STATE.value):
        renew_report(world.services, world.worker, final.id)
    withdraw_consent(world.services, world.worker, gone.id)
    assert [(r.report.id, r.withdrawn) for r in reports_to_renew(world.services, world.worker, HERE.key)] == [(final.id, (gone.id,))]
    concept = renew_report(world.services, world.worker, final.id)
    assert (concept.status, concept.stories, concept.title, concept.chapters, concept.recipient) == (
        ReportStatus.CONCEPT,
        (stays.id,),
        "Ons kwartaal",
        final.chapters,
        final.recipient,
    )
    assert len(reports_to_renew(world.services, world.worker, HERE.key)) == 1
    with pytest.raises(NotPossible, match=Reason.WRONG_STATE.value):
        renew_report(world.services, world.worker, concept.id)
    assert finalise_report(world.services, world.lead, concept.id).version == 2
    assert reports_to_renew(world.services, world.worker, HERE.key) == ()


def test_a_report_whose_only_story_was_erased_is_made_again_without_stories_and_its_old_concept_stays_shut(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    old = make(world)
    final = finalise_report(world.services, world.lead, old.id)
    erase_story(world.services, world.officer, story.id)
    concept = renew_report(world.services, world.worker, final.id)
    assert concept.stories == ()
    assert "Rahel" not in words(world, concept)
    with pytest.raises(NotReleasable):
        finalise_report(world.services, world.lead, old.id)


def test_a_story_whose_consent_ends_leaves_new_reports_and_the_old_ones_are_named(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    concept = make(world)
    final = finalise_report(world.services, world.lead, concept.id)
    assert [r.id for r in withdraw_consent(world.services, world.worker, story.id)] == [final.id]
    assert make(world).stories == ()
    with pytest.raises(NotReleasable):
        make(world, replace(REQUEST, stories=(story.id,)))
    with pytest.raises(NotReleasable):
        finalise_report(world.services, world.lead, concept.id)


def test_a_story_without_a_tick_stays_out(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    choose_story(world.services, world.worker, story.id, False)
    assert make(world).stories == ()
    assert light(world, Check.STORIES) is Light.ADVICE


def test_a_story_changed_while_the_document_was_made_stops_it(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    withdrawn: list[object] = []

    def meanwhile(share: float, what: str) -> None:
        if not withdrawn:
            withdrawn.append(withdraw_story(world.services, world.worker, story.id, story.version))

    with pytest.raises(NotReleasable):
        make_report(world.services, world.worker, REQUEST, meanwhile)
    assert withdrawn
    assert list_reports(world.services, world.worker) == ()


def test_a_name_left_in_the_document_stops_it_and_names_the_story(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    leak = StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation(see="Het gaat goed met Semhars werk."), 0)
    saved = save_explanation(world.services, world.worker, leak, 0)
    with pytest.raises(NotPossible) as refused:
        make(world)
    assert (refused.value.reason, refused.value.details) == (Reason.NAME_LEFT, {"story": "De sleutel van Rahel", "story_id": story.id})
    save_explanation(world.services, world.worker, replace(saved, explanation=Explanation(see="Het gaat goed.")), 1)
    assert "Het gaat goed." in words(world, make(world))


def test_a_namesake_confirmed_with_a_reason_is_let_through_but_never_in_the_story(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    save_explanation(
        world.services, world.worker, StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation(see="Wethouder Semhar Visser kwam langs."), 0), 0
    )
    with pytest.raises(InputRejected):
        confirm_namesake(world.services, world.worker, story.id, "Semhar", " ")
    seen = confirm_namesake(world.services, world.lead, story.id, "Semhar", "De wethouder heet zo.")
    assert seen.status is StoryStatus.APPROVED
    assert "Semhar" not in repr(seen)
    said = words(world, make(world))
    assert "Wethouder Semhar Visser" in said
    assert "Rahel keek uit het raam" in said
    assert "Semhar" not in repr(world.events("confirm_namesake"))


def test_what_people_typed_is_in_the_document(world: World) -> None:
    upload(world, contacts(30))
    talk = Conversation(outlook="In het vierde kwartaal begint een nieuwe groep.")
    save_conversation(world.services, world.worker, StoredConversation(HERE.key, str(QUARTER), talk, 0), 0)
    assert "begint een nieuwe groep" in words(world, make(world))


def test_the_municipality_is_in_the_file_name_where_there_are_several(world: World) -> None:
    upload(world, contacts(30))
    with world.services.unit_of_work() as uow:
        there = Municipality("GM9997", "Duinrade")

        uow.agreements.replace(there, 2026, [replace(indicator("D1", "x"), municipality=there)], event(world.services, world.lead, "test", "x"))
        uow.commit()
    assert make(world).file_name == "kwartaalrapport-GM9998-2026-K3-concept.docx"


def test_a_figure_that_changed_since_it_was_printed_is_a_correction(world: World) -> None:
    first = upload(world, contacts(30))
    finalise_report(world.services, world.lead, make(world).id)
    assert light(world, Check.CORRECTIONS) is Light.GOOD
    world = replace(world, services=replace(world.services, clock=lambda: NOW + timedelta(days=1)))
    upload(world, contacts(41), "verbeterd.csv", supersedes=first.id)
    elsewhere = preview_import(world.services, world.worker, contacts(7, first=800), "duinrade.csv").intake
    with world.services.unit_of_work() as uow:
        there = Municipality("GM9997", "Duinrade")
        uow.agreements.replace(there, 2026, [replace(indicator("D1", "x"), municipality=there)], AuditEvent(world.lead, NOW, "test", "x"))
        uow.commit()
    import_batch(world.services, world.worker, elsewhere, there.key)
    items = {i.check: i for i in report_checklist(world.services, world.worker, HERE.key, QUARTER)}
    assert str(FigureKey("SB1", Period(QUARTER))) in items[Check.CORRECTIONS].names
    with world.services.reading() as uow:
        table = protected_figures(world.services, world.worker, HERE.key, QUARTER)
        found = {c.key: c for c in corrections(uow, table)}[FigureKey("SB1", Period(QUARTER))]
    assert (found.was, found.now.value, found.files) == (30, 41, ("verbeterd.csv",))
    assert "Indicator SB1, 3e kwartaal 2026: was 30, is nu 41. Gewijzigd door: verbeterd.csv." in words(world, make(world))


def test_the_checklist_has_every_line_once(world: World) -> None:
    upload(world, contacts(30) + b"\n31-02-2026;koffie;300;Noord")
    approved(world)
    items = report_checklist(world.services, world.worker, HERE.key, QUARTER)
    assert [i.check for i in items] == list(Check)
    by_check = {i.check: i for i in items}
    assert (by_check[Check.ROWS].done, by_check[Check.ROWS].names) == (1, ("contacten.csv",))
    assert (by_check[Check.EXPLANATIONS].done, by_check[Check.EXPLANATIONS].names) == (0, ("Samen", "Verder"))
    assert by_check[Check.FIGURES].light is Light.ADVICE
    assert by_check[Check.STORIES].done == 1


def test_a_story_that_cannot_go_blocks_with_its_reason(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)

    with world.services.unit_of_work() as uow:  # as after a restore, or a name that became known since
        uow.stories.save(replace(story, text=replace(TEXT, quote="Nu doe ik open.")), story.version, event(world.services, world.lead, "test", "x"))
        uow.commit()
    item = {i.check: i for i in report_checklist(world.services, world.worker, HERE.key, QUARTER)}[Check.STORIES]
    assert (item.light, item.reason, item.names) == (Light.BLOCK, Reason.TEXT_CHANGED, (story.id,))


def test_a_cell_that_readers_can_narrow_stops_vaststellen_not_the_concept(world: World) -> None:
    upload(world, contacts(30))
    cell = PublishedCell(HERE.key, "SB1|2026-K1", Unit.UNIQUE_CLIENTS, 3, None, "eerder", 1)
    enter_published(world.services, world.officer, [cell])
    assert light(world, Check.EXPOSED) is Light.BLOCK_FINAL
    concept = make(world)
    with pytest.raises(NotPossible, match=Reason.EXPOSED_CELL.value):
        finalise_report(world.services, world.lead, concept.id)


def test_a_number_in_the_finished_document_that_the_attack_did_not_know_stops_vaststellen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    upload(world, contacts(30))
    concept = make(world)
    missed = f"SB1|{QUARTER}"
    monkeypatch.setattr("reporting.actions.finalise_report.cells_of", lambda *asked: tuple(c for c in cells_of(*asked) if c.cell != missed))
    with pytest.raises(NotPossible) as refused:
        finalise_report(world.services, world.lead, concept.id)
    assert (refused.value.reason, refused.value.details["cell"]) == (Reason.EXPOSED_CELL, missed)
    assert published_of(world.services, world.worker, HERE.key) == ()


def test_erasing_a_story_names_the_reports_that_hold_it(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    final = finalise_report(world.services, world.lead, make(world).id)
    assert [r.id for r in erase_story(world.services, world.officer, story.id)] == [final.id]


def test_a_story_in_a_report_that_is_changed_is_read_again(world: World) -> None:
    upload(world, contacts(30))
    story = approved(world)
    finalise_report(world.services, world.lead, make(world).id)
    now = get_story(world.services, world.worker, story.id)
    assert save_story(world.services, world.worker, replace(now, text=replace(now.text, title="Sleutel")), now.version).status is StoryStatus.WAITING


def test_an_annual_report_tells_the_stories_of_its_year_and_is_vastgesteld_beside_the_others(world: World) -> None:
    last = Quarter(QUARTER.year, 4)
    upload(world, contacts(30))
    upload(world, contacts(30).replace(b"-07-2026", b"-11-2026"), "vierde.csv")
    story = approved(world)  # of the third quarter
    told = StoredExplanation(HERE.key, str(QUARTER), "Samen", Explanation(cause="Het buurthuis was dicht."), 0)
    save_explanation(world.services, world.worker, told, 0)
    assert make(world, replace(REQUEST, quarter=last)).stories == ()
    concept = make(world, replace(REQUEST, quarter=last, edition=Edition.ANNUAL))
    assert (concept.stories, concept.file_name) == ((story.id,), "jaarrapport-2026-concept.docx")
    assert "De sleutel van Rahel" in words(world, concept)
    assert "3e kwartaal 2026. Het buurthuis was dicht." in words(world, concept)
    assert finalise_report(world.services, world.lead, concept.id).version == 1
    assert {c.report for c in published_of(world.services, world.worker, HERE.key)} == {f"annual:{last}"}
