"""Imports: pseudonyms, the ledger, the same file again, corrections, and erasing a client with proof."""

from dataclasses import replace

import pytest

from reporting.actions.batches import list_batches, open_rows
from reporting.actions.erase_client import erase_client
from reporting.actions.figures import figures_stamp, protected_figures, prove_figure, raw_figures
from reporting.actions.import_batch import import_batch
from reporting.actions.preview_import import preview_import
from reporting.actions.types import HeaderChange
from reporting.actions.withdraw_batch import restore_batch, withdraw_batch
from reporting.errors import InputRejected, NotAllowed, NotPossible, Reason
from reporting.intake import from_image, pseudonym
from reporting.model.agreement import Unit
from reporting.model.audit import AuditEvent
from reporting.model.figure import FigureKey
from reporting.model.finding import FindingCode
from reporting.model.municipality import Municipality
from reporting.model.period import Period
from reporting.model.registration import Column, Grain, ImportBatch
from tests.unit.actions.conftest import HERE, NOW, QUARTER, World, indicator

QUARTER_FIGURE = FigureKey("SB1", Period(QUARTER))


def contacts(clients: int, *, first: int = 100, activity: str = "koffie") -> bytes:
    rows = [f"{1 + n % 28:02d}-07-2026;{activity};{first + n};Noord" for n in range(clients)]
    return "\n".join(["Datum;Activiteit;Clientnummer;Wijk", *rows]).encode()


def upload(world: World, data: bytes, name: str = "contacten.csv", *, supersedes: str | None = None) -> ImportBatch:
    preview = preview_import(world.services, world.worker, data, name)
    return import_batch(world.services, world.worker, preview.intake, HERE.key, supersedes=supersedes)


def test_an_upload_becomes_one_batch_with_pseudonyms_and_one_event(world: World) -> None:
    stored = upload(world, contacts(6) + b"\n31-02-2026;koffie;300;Noord")
    assert (stored.rows_read, stored.rows_accepted, stored.rows_reported, stored.rows_skipped) == (7, 6, 1, 0)
    assert (stored.grain, stored.imported_by, stored.municipality, stored.file_name) == (Grain.CONTACT, world.worker.id, HERE.key, "contacten.csv")
    assert (str(stored.first_day), str(stored.last_day)) == ("2026-07-01", "2026-07-06")
    assert stored.reported_by_code == {"bad_date": 1}
    assert stored.columns == ("date", "activity", "client", "district")
    with world.services.reading() as uow:
        clients = from_image(uow.batches.image(stored.id))[Column.CLIENT.value].to_pylist()
    assert clients == [pseudonym(str(100 + n), world.services.secrets.pseudonym) for n in range(6)]
    assert open_rows(world.services, world.worker, stored.id)[0].code is FindingCode.BAD_DATE
    assert [e.details["accepted"] for e in world.events("import_batch")] == [6]


def test_the_same_file_or_records_are_recognised_with_the_day(world: World) -> None:
    first = upload(world, contacts(6))
    again = preview_import(world.services, world.colleague, contacts(6).decode().encode("utf-16"), "kopie.csv")
    assert again.already == first
    with pytest.raises(NotPossible) as refused:
        import_batch(world.services, world.colleague, again.intake, HERE.key)
    assert refused.value.reason is Reason.ALREADY_IMPORTED
    assert refused.value.details == {"date": "2026-10-05", "file": "contacten.csv", "batch": first.id}
    assert len(list_batches(world.services, world.worker)) == 1


def test_a_correction_takes_the_place_of_the_first_file(world: World) -> None:
    first = upload(world, contacts(6))
    second = upload(world, contacts(9), supersedes=first.id)
    assert [b.id for b in list_batches(world.services, world.worker) if b.active] == [second.id]
    assert raw_figures(world.services, world.lead, HERE.key, QUARTER).figures[QUARTER_FIGURE].value == 9
    with pytest.raises(NotPossible, match=Reason.WRONG_STATE.value):
        upload(world, contacts(10), supersedes=first.id)


def test_withdrawing_and_restoring_never_counts_rows_twice(world: World) -> None:
    first = upload(world, contacts(6))
    second = upload(world, contacts(9), supersedes=first.id)
    with pytest.raises(NotPossible):
        restore_batch(world.services, world.worker, first.id)
    withdraw_batch(world.services, world.worker, second.id)
    with pytest.raises(NotPossible):
        withdraw_batch(world.services, world.worker, second.id)
    restore_batch(world.services, world.worker, first.id)
    assert raw_figures(world.services, world.lead, HERE.key, QUARTER).figures[QUARTER_FIGURE].value == 6
    restore_batch(world.services, world.worker, second.id)
    assert raw_figures(world.services, world.lead, HERE.key, QUARTER).figures[QUARTER_FIGURE].value == 9


def test_a_refused_file_is_not_stored(world: World) -> None:
    preview = preview_import(world.services, world.worker, b"%PDF-1.7", "export.pdf")
    with pytest.raises(InputRejected, match=Reason.WRONG_TYPE.value):
        import_batch(world.services, world.worker, preview.intake, HERE.key)
    assert list_batches(world.services, world.worker) == ()


def test_rows_without_a_municipality_need_one_where_there_are_several(world: World) -> None:
    preview = preview_import(world.services, world.worker, contacts(3), "a.csv")
    assert import_batch(world.services, world.worker, preview.intake).municipality == HERE.key
    with world.services.unit_of_work() as uow:
        there = Municipality("GM9997", "Duinrade")
        uow.agreements.replace(there, 2026, [replace(indicator("D1", "x"), municipality=there)], AuditEvent(world.lead, NOW, "test", "x"))
        uow.commit()
    other = preview_import(world.services, world.worker, contacts(4), "b.csv")
    with pytest.raises(InputRejected, match=Reason.NO_MUNICIPALITY.value):
        import_batch(world.services, world.worker, other.intake)
    with pytest.raises(NotPossible, match=Reason.UNKNOWN_MUNICIPALITY.value):
        import_batch(world.services, world.worker, other.intake, "GM0000")


def test_a_mapping_made_by_hand_is_remembered_for_the_same_header(world: World) -> None:
    odd = contacts(3).replace(b"Activiteit", b"Wat deden we")
    by_hand = {Column.DATE: "Datum", Column.ACTIVITY: "Wat deden we", Column.CLIENT: "Clientnummer"}
    preview = preview_import(world.services, world.worker, odd, "a.csv", by_hand)
    import_batch(world.services, world.worker, preview.intake, HERE.key)
    next_time = preview_import(world.services, world.colleague, contacts(5).replace(b"Activiteit", b"Wat deden we"), "b.csv")
    assert next_time.remembered is not None
    assert next_time.intake.mapping[Column.ACTIVITY] == "Wat deden we"


def test_names_that_were_translated_are_remembered_for_the_same_header_only(world: World) -> None:
    upload(world, contacts(3))
    strange = contacts(4, activity="Inloop").replace(b"Noord", b"Nrd")
    seen = preview_import(world.services, world.worker, strange, "a.csv")
    assert [(u.column, dict(u.names), u.known) for u in seen.unknown] == [
        (Column.ACTIVITY, {"Inloop": 4}, ("eten", "koffie", "opstap")),
        (Column.DISTRICT, {"Nrd": 4}, ("Noord",)),
    ]
    words = {Column.ACTIVITY: {"Inloop": "koffie"}, Column.DISTRICT: {"Nrd": "Noord"}}
    mended = preview_import(world.services, world.worker, strange, "a.csv", replace=words)
    assert mended.unknown == ()
    import_batch(world.services, world.worker, mended.intake, HERE.key)
    later = contacts(5, first=900, activity="Inloop").replace(b"Noord", b"Nrd")
    again = preview_import(world.services, world.colleague, later, "b.csv")
    assert (again.intake.replaced, again.unknown) == (words, ())
    other_source = preview_import(world.services, world.worker, b"Contactdatum;Product;Relatienr\n1-7-2026;Inloop;1\n", "c.csv")
    assert other_source.intake.replaced == {}
    as_it_is = preview_import(world.services, world.worker, later, "b.csv", replace={})
    import_batch(world.services, world.worker, as_it_is.intake, HERE.key)
    forgotten = preview_import(world.services, world.worker, contacts(6, first=300, activity="Inloop"), "d.csv")
    assert (forgotten.intake.replaced, [e.details["names"] for e in world.events("keep_words")]) == ({}, [0, 2])


def test_a_header_that_changed_is_told_apart_and_keeps_what_was_mapped_by_hand(world: World) -> None:
    odd = contacts(3).replace(b"Activiteit", b"Wat deden we")
    by_hand = {Column.DATE: "Datum", Column.ACTIVITY: "Wat deden we", Column.CLIENT: "Clientnummer"}
    import_batch(world.services, world.worker, preview_import(world.services, world.worker, odd, "a.csv", by_hand).intake, HERE.key)
    seen = preview_import(world.services, world.worker, odd.replace(b"Wijk", b"Stadsdeel").replace(b"100", b"200"), "b.csv")
    assert seen.change == HeaderChange("a.csv", NOW, ("Stadsdeel",), ("Wijk",))
    assert (seen.remembered, seen.intake.mapping[Column.ACTIVITY], seen.intake.mapping[Column.DISTRICT]) == (None, "Wat deden we", "Stadsdeel")
    assert preview_import(world.services, world.worker, b"Deelnemernr;Startdatum;Aanbod\n1;1-7-2026;x\n", "c.csv").change is None


def test_erasing_a_client_takes_every_row_out_and_proves_it(world: World) -> None:
    first = upload(world, contacts(6, first=4100100) + b"\n02-07-2026;koffie;4100100;Noord\n01-13-2026;koffie;4100100;Noord")
    second = upload(world, contacts(8, first=4100100, activity="eten"))
    withdraw_batch(world.services, world.worker, second.id)
    untouched = upload(world, contacts(5, first=4100700))
    proof = erase_client(world.services, world.officer, " 4100100 ")
    assert (proof.rows, proof.left, proof.on) == ({first.id: 2, second.id: 1}, 0, NOW.date())
    with world.services.reading() as uow:
        person = pseudonym("4100100", world.services.secrets.pseudonym)
        for batch in uow.batches.all():
            assert person not in from_image(uow.batches.image(batch.id))[Column.CLIENT.value].to_pylist()
        assert uow.batches.get(untouched.id) == untouched
    ledger = {b.id: b for b in list_batches(world.services, world.worker)}
    assert ledger[first.id].erased_on == (NOW.date(),)
    assert ledger[first.id].rows_accepted == first.rows_accepted  # what the import was, stays
    assert raw_figures(world.services, world.lead, HERE.key, QUARTER).figures[QUARTER_FIGURE].value == 10
    assert all("4100100" not in str(e.subject) + str(e.details) for e in world.events("erase_client"))


def test_an_open_row_forgets_the_number_of_an_erased_client(world: World) -> None:
    stored = upload(world, b"Datum;Activiteit;Clientnummer\n01-07-2026;koffie;5\n01-07-2026;koffie;=77\n01-07-2026;koffie;6")
    values = [row.value for row in open_rows(world.services, world.worker, stored.id)]
    assert values == ["=77"]
    with pytest.raises(InputRejected):
        erase_client(world.services, world.officer, "=77")
    assert erase_client(world.services, world.officer, "77").rows == {}


def test_figures_are_protected_for_everybody_and_raw_for_some(world: World) -> None:
    upload(world, contacts(3))
    shown = protected_figures(world.services, world.worker, HERE.key, QUARTER)
    assert shown.figures[QUARTER_FIGURE].cell.value is None
    assert raw_figures(world.services, world.lead, HERE.key, QUARTER).figures[QUARTER_FIGURE].value == 3


def test_the_proof_of_a_hidden_figure_is_not_for_everybody(world: World) -> None:
    small = upload(world, contacts(3))
    with pytest.raises(NotAllowed):
        prove_figure(world.services, world.worker, HERE.key, QUARTER, "SB1", Period(QUARTER))
    assert prove_figure(world.services, world.officer, HERE.key, QUARTER, "SB1", Period(QUARTER)).figure.value == 3
    upload(world, contacts(30), supersedes=small.id)
    proof = prove_figure(world.services, world.worker, HERE.key, QUARTER, "SB1", Period(QUARTER))
    assert (proof.figure.value, proof.indicator.unit) == (30, Unit.UNIQUE_CLIENTS)


def test_the_stamp_of_the_figures_changes_with_what_they_rest_on(world: World) -> None:
    stamps = [figures_stamp(world.services, world.worker, HERE.key)]
    batch = upload(world, contacts(30))
    stamps.append(figures_stamp(world.services, world.worker, HERE.key))
    assert figures_stamp(world.services, world.worker, HERE.key) == stamps[-1]
    withdraw_batch(world.services, world.worker, batch.id)
    stamps.append(figures_stamp(world.services, world.worker, HERE.key))
    assert len({*stamps}) == 2  # without the batch it is as before


def test_a_file_without_one_good_row_is_not_stored(world: World) -> None:
    preview = preview_import(world.services, world.worker, b"Datum;Activiteit;Clientnummer\n31-02-2026;koffie;5\n", "a.csv")
    with pytest.raises(InputRejected):
        import_batch(world.services, world.worker, preview.intake, HERE.key)
    assert list_batches(world.services, world.worker) == ()
