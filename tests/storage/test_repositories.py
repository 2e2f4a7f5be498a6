"""The contract every repository keeps, on the real database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path as FilePath

import pytest
from sqlalchemy import select

from reporting.errors import Conflict, NotPossible, Reason
from reporting.model.agreement import Indicator, Path, Target, TargetKind, Unit
from reporting.model.finding import FindingCode
from reporting.model.municipality import Municipality
from reporting.model.people import Actor, Role
from reporting.model.registration import Grain, ImportBatch
from reporting.model.safe import Conversation, Edition, Explanation, Invitation, ReportStatus
from reporting.model.stored import Draft, OpenRow, PublishedCell, StoredConversation, StoredExplanation, StoredReport
from reporting.storage.database import Database
from reporting.storage.tables import batch_images
from tests.storage.conftest import ANNA, AT, event

LINDEMEER = Municipality("GM9998", "Lindemeer")


def indicator(code: str = "A1", **changes: object) -> Indicator:
    target = Target(TargetKind.BAND, "65-70%", lower=Decimal(65), upper=Decimal("70.5"), percent=True)
    made = Indicator(LINDEMEER, 2026, "Samen", code, "Bezoekers", Unit.UNIQUE_CLIENTS, ("koffie*", "eten"), target, baseline=Decimal("12.50"))
    return replace(made, path=Path((Decimal("0.1"), Decimal("0.2"), Decimal("0.3"), Decimal(1))), **changes)  # type: ignore[arg-type]


def batch(batch_id: str = "b1", **changes: object) -> ImportBatch:
    made = ImportBatch(
        id=batch_id,
        sequence=0,
        file_name="deelname.csv",
        file_sha256=f"file-{batch_id}",
        records_sha256=f"records-{batch_id}",
        image_sha256="i",
        grain=Grain.CONTACT,
        header_fingerprint="h1",
        mapping={"date": "Datum"},
        municipality="GM9998",
        rows_read=10,
        rows_accepted=8,
        rows_reported=1,
        rows_skipped=1,
        reported_by_code={"bad_date": 1},
        per_quarter={"2026-K3": 8},
        columns=("date", "client"),
        first_day=date(2026, 7, 1),
        last_day=date(2026, 9, 30),
        imported_at=AT,
        imported_by="a1",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


OPEN = OpenRow("b1", 7, "", "Datum", "31-02-2026", FindingCode.BAD_DATE)


def test_people_are_saved_changed_and_removed_with_their_drafts(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.people.save(ANNA, event())
        uow.people.save(replace(ANNA, role=Role.MANAGER), event())
        uow.drafts.save(Draft("a1", "story:1", {"title": "x"}, AT))
        uow.commit()
    with database.unit_of_work() as uow:
        assert uow.people.get("a1") == Actor("a1", "Anna Vermeulen", Role.MANAGER)
        uow.people.remove("a1", event())
        assert uow.people.all() == ()
        assert uow.drafts.get("a1", "story:1") is None


def test_an_indicator_comes_back_as_it_was_with_the_next_version(database: Database) -> None:
    with database.unit_of_work() as uow:
        saved = uow.agreements.save(indicator(), 0, event())
        uow.agreements.save(indicator("A2"), 0, event())
        assert saved == indicator(version=1)
        assert uow.agreements.of("GM9998", 2026) == (saved, indicator("A2", version=1))
        assert uow.agreements.save(replace(saved, name="Gasten"), 1, event()).version == 2
        assert uow.agreements.municipalities() == (LINDEMEER,)
        assert uow.agreements.years("GM9998") == (2026,)


def test_replacing_a_year_keeps_the_order_of_the_file_and_other_years(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.agreements.save(indicator(year=2025), 0, event())
        uow.agreements.save(indicator("A1"), 0, event())
        uow.agreements.replace(LINDEMEER, 2026, [indicator("Z"), indicator("A1")], event())
        assert [(i.code, i.version) for i in uow.agreements.of("GM9998", 2026)] == [("Z", 1), ("A1", 2)]
        uow.agreements.remove("GM9998", 2026, "Z", event())
        assert uow.agreements.years("GM9998") == (2025, 2026)
        assert [i.code for i in uow.agreements.of("GM9998", 2026)] == ["A1"]


def test_the_second_saver_of_an_indicator_gets_what_the_first_saved(database: Database) -> None:
    with database.unit_of_work() as uow:
        mine = uow.agreements.save(indicator(), 0, event())
        theirs = uow.agreements.save(replace(mine, name="van Anna"), 1, event())
        with pytest.raises(Conflict) as conflict:
            uow.agreements.save(replace(mine, name="van mij"), 1, event())
        assert conflict.value.theirs == theirs
        with pytest.raises(NotPossible, match=Reason.NOT_FOUND.value):
            uow.agreements.save(indicator("nieuw"), 3, event())


def test_a_batch_is_numbered_sealed_and_comes_back(database: Database) -> None:
    with database.unit_of_work() as uow:
        first = uow.batches.add(batch(), b"image one", [OPEN], event())
        second = uow.batches.add(batch("b2"), b"image two", [], event())
        assert (first.sequence, second.sequence) == (1, 2)
        assert uow.batches.get("b1") == replace(batch(), sequence=1)
        assert uow.batches.image("b2") == b"image two"
        assert uow.batches.open_rows("b1") == (OPEN,)
        assert uow.batches.get("b3") is None
        with pytest.raises(NotPossible):
            uow.batches.image("b3")


@pytest.mark.parametrize("same", ["file_sha256", "records_sha256"])
def test_the_same_file_or_records_cannot_count_twice(database: Database, same: str) -> None:
    with database.unit_of_work() as uow:
        uow.batches.add(batch(), b"1", [], event())
        with pytest.raises(NotPossible, match=Reason.ALREADY_IMPORTED.value):
            uow.batches.add(batch("b2", **{same: getattr(batch(), same)}), b"2", [], event())


def test_a_correction_supersedes_and_forgets_the_wrong_values(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.batches.add(batch(), b"1", [OPEN], event())
        uow.batches.add(batch("b2", supersedes="b1", records_sha256="records-b1"), b"2", [], event())
        assert [b.id for b in uow.batches.active()] == ["b2"]
        assert uow.batches.all()[0].superseded_by == "b2"
        assert uow.batches.open_rows("b1") == (replace(OPEN, value=""),)


def test_a_withdrawn_batch_can_be_put_back_unless_its_file_came_again(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.batches.add(batch(), b"1", [], event())
        uow.batches.withdraw("b1", AT, event())
        assert uow.batches.active() == ()
        uow.batches.restore("b1", event())
        assert [b.id for b in uow.batches.active()] == ["b1"]
        uow.batches.withdraw("b1", AT, event())
        uow.batches.add(batch("b2", file_sha256="file-b1"), b"1", [], event())
        with pytest.raises(NotPossible, match=Reason.ALREADY_IMPORTED.value):
            uow.batches.restore("b1", event())


def test_a_superseded_batch_counts_again_when_its_correction_is_withdrawn(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.batches.add(batch(), b"1", [], event())
        uow.batches.add(batch("b2", supersedes="b1"), b"2", [], event())
        uow.batches.withdraw("b2", AT, event())
        uow.batches.restore("b1", event())
        assert [b.id for b in uow.batches.active()] == ["b1"]
        uow.batches.restore("b2", event())
        assert [b.id for b in uow.batches.active()] == ["b2"]


def test_a_batch_is_rewritten_when_a_client_is_erased(database: Database) -> None:
    with database.unit_of_work() as uow:
        added = uow.batches.add(batch(), b"1", [OPEN], event())
        uow.batches.rewrite(replace(added, erased_on=(date(2026, 10, 5),), image_sha256="j"), b"less", event())
        uow.batches.rewrite_open_rows("b1", [replace(OPEN, value="")], event())
        found = uow.batches.get("b1")
        assert found is not None
        assert (found.erased_on, found.image_sha256) == ((date(2026, 10, 5),), "j")
        assert uow.batches.image("b1") == b"less"
        assert uow.batches.open_rows("b1")[0].value == ""


def test_no_byte_of_the_image_before_an_erasure_stays_in_any_file(database: Database, place: FilePath) -> None:
    with database.unit_of_work() as uow:
        added = uow.batches.add(batch(), b"rows of everybody" * 500, [], event())
        uow.commit()
    with database.engine.connect() as connection:
        sealed = connection.execute(select(batch_images.c.image)).scalar_one()
    middle = sealed[3000:3040]
    assert any(middle in file.read_bytes() for file in (place / "data").iterdir())
    with database.unit_of_work() as uow:
        uow.batches.rewrite(added, b"rows of the others", event())
        uow.commit()
    assert not any(middle in file.read_bytes() for file in (place / "data").iterdir())


def test_drafts_are_of_one_person_and_form(database: Database) -> None:
    draft = Draft("a1", "story:1", {"title": "Mijn verhaal", "quote": ""}, AT)
    with database.unit_of_work() as uow:
        uow.drafts.save(draft)
        uow.drafts.save(replace(draft, fields={"title": "Later"}))
        assert uow.drafts.get("a1", "story:1") == replace(draft, fields={"title": "Later"})
        assert uow.drafts.get("b2", "story:1") is None
        uow.drafts.drop("a1", "story:1")
        assert uow.drafts.get("a1", "story:1") is None


def test_explanations_and_conversation_carry_a_version(database: Database) -> None:
    written = StoredExplanation("GM9998", "2026-K3", "Samen", Explanation(see="Meer bezoek."), 0, ("b1",))
    talk = StoredConversation("GM9998", "2026-K3", Conversation(questions=("Waarom?",), invitation=Invitation(day="4 december")), 0)
    with database.unit_of_work() as uow:
        first = uow.explanations.save(written, 0, event())
        second = uow.explanations.save(replace(first, explanation=Explanation(see="Minder.")), 1, event())
        assert uow.explanations.of("GM9998", "2026-K3") == (second,)
        assert uow.explanations.of("GM9998", "2026-K2") == ()
        with pytest.raises(Conflict) as conflict:
            uow.explanations.save(written, 1, event())
        assert conflict.value.theirs == second
        assert uow.explanations.conversation("GM9998", "2026-K3") is None
        stored = uow.explanations.save_conversation(talk, 0, event())
        assert uow.explanations.conversation("GM9998", "2026-K3") == stored == replace(talk, version=1)
        with pytest.raises(Conflict):
            uow.explanations.save_conversation(talk, 0, event())
        with pytest.raises(NotPossible):
            uow.explanations.save_conversation(replace(talk, quarter="2025-K1"), 4, event())
        assert uow.explanations.save_conversation(stored, 1, event()).version == 2


def report(report_id: str = "r1", **changes: object) -> StoredReport:
    made = StoredReport(report_id, "GM9998", "2026-K3", Edition.QUARTERLY, ReportStatus.CONCEPT, 0, "de wethouder", "k.docx", "sha", AT, "a1", ("s1",))
    return replace(made, **changes)  # type: ignore[arg-type]


CELL = PublishedCell("GM9998", "A1|2026-K3", Unit.GRADE, 7.5, None, "r1", 1, {"status": "on_course"})


def test_reports_keep_their_document_and_what_was_published(database: Database) -> None:
    final = report("r2", status=ReportStatus.FINAL, version=1, made_at=datetime(2026, 10, 6, tzinfo=UTC))
    cells = [CELL, replace(CELL, cell="A2|2026-K3", value=None, mark="hidden"), replace(CELL, cell="A3|2026-K3", value=12)]
    with database.unit_of_work() as uow:
        uow.reports.add(report(), b"concept", [], event())
        uow.reports.add(final, b"final", cells, event())
        assert uow.reports.all("GM9998") == (report(), final)
        assert uow.reports.all("GM0001") == ()
        assert uow.reports.document("r2") == b"final"
        assert uow.reports.published("GM9998") == tuple(cells)
        assert isinstance(uow.reports.published("GM9998")[2].value, int)
        uow.reports.mark_sent("r2", date(2026, 10, 7), event())
        assert uow.reports.get("r2") == replace(final, status=ReportStatus.SENT, sent_on=date(2026, 10, 7))
        with pytest.raises(NotPossible):
            uow.reports.mark_sent("r9", date(2026, 10, 7), event())
        with pytest.raises(NotPossible):
            uow.reports.document("r9")


def test_a_version_is_vastgesteld_once(database: Database) -> None:
    final = report("r2", status=ReportStatus.FINAL, version=1)
    with database.unit_of_work() as uow:
        uow.reports.add(final, b"final", [], event())
        with pytest.raises(Conflict):
            uow.reports.add(replace(final, id="r3"), b"final", [], event())


def test_a_published_cell_is_entered_once_per_report_and_version(database: Database) -> None:
    with database.unit_of_work() as uow:
        uow.reports.add_published([CELL], event())
        with pytest.raises(Conflict):
            uow.reports.add_published([CELL], event())


def test_settings_carry_a_version(database: Database) -> None:
    with database.unit_of_work() as uow:
        assert uow.settings.get("organisation") is None
        first = uow.settings.save("organisation", "Welzijn", 0, event())
        second = uow.settings.save("organisation", "Welzijn Lindemeer", first.version, event())
        assert uow.settings.all() == (second,)
        with pytest.raises(Conflict) as conflict:
            uow.settings.save("organisation", "Anders", 1, event())
        assert conflict.value.theirs == second
        with pytest.raises(NotPossible):
            uow.settings.save("recipient", "x", 1, event())


def test_the_audit_trail_reads_newest_first_and_stops_at_the_limit(database: Database) -> None:
    with database.unit_of_work() as uow:
        for number in range(3):
            uow.audit.note(event(f"action_{number}"))
        assert [e.action for e in uow.audit.all(2)] == ["action_2", "action_1"]
        assert uow.audit.all()[0] == event("action_2")
