"""Store the good rows of an upload as one immutable batch."""

import hashlib
import secrets
from datetime import date
from pathlib import PurePath

import pandas as pd

from reporting.access.policies import check_withdraw_batch
from reporting.actions.common import event, found, municipality_of, permit
from reporting.actions.preview_import import same_import
from reporting.actions.source import keep_words
from reporting.errors import InputRejected, NotPossible, Reason
from reporting.intake import Intake, pseudonymise, to_image
from reporting.model.people import Actor, Permission
from reporting.model.registration import Column, Grain, ImportBatch
from reporting.model.stored import OpenRow
from reporting.ports import Services, UnitOfWork


def import_batch(services: Services, actor: Actor, intake: Intake, municipality: str = "", *, supersedes: str | None = None) -> ImportBatch:
    """The batch as stored: client numbers as keyed pseudonyms, rows with errors kept apart until repaired, one commit.

    `municipality`: for files without such a column; may be left out when there is only one. `supersedes`: the batch this file
    corrects. Raises InputRejected (the upload's own reason, NO_ROWS without one good row, NO_MUNICIPALITY), NotPossible(ALREADY_IMPORTED, date=…).
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.UPLOAD)
    if intake.reason is not None or intake.grain is None:
        raise InputRejected(intake.reason or Reason.UNREADABLE)
    if intake.rows_accepted == 0:
        raise InputRejected(Reason.NO_ROWS)
    frame = pseudonymise(intake.frame, services.secrets.pseudonym)
    image = to_image(frame)
    batch_id = secrets.token_hex(8)
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.UPLOAD)
        key = _municipality(uow, intake, municipality)
        same = same_import(uow, intake)
        if same is not None and same.id != supersedes:
            raise NotPossible(Reason.ALREADY_IMPORTED, date=same.imported_at.date().isoformat(), file=same.file_name, batch=same.id)
        if supersedes is not None:
            check_withdraw_batch(found(uow.batches.get(supersedes)))
        first, last = _days(frame, intake.grain)
        batch = ImportBatch(
            id=batch_id,
            sequence=0,
            file_name=PurePath(intake.file_name).name,
            file_sha256=intake.file_sha256,
            records_sha256=intake.records_sha256,
            image_sha256=hashlib.sha256(image).hexdigest(),
            grain=intake.grain,
            header_fingerprint=intake.header_fingerprint,
            mapping={str(column): cell for column, cell in intake.mapping.items()},
            municipality=key,
            rows_read=intake.rows_read,
            rows_accepted=intake.rows_accepted,
            rows_reported=intake.rows_reported,
            rows_skipped=intake.rows_skipped,
            reported_by_code=_by_code(intake),
            per_quarter=dict(intake.per_quarter),
            columns=tuple(c.value for c in Column if c in frame.columns and frame[c].notna().any()),
            first_day=first,
            last_day=last,
            imported_at=services.clock(),
            imported_by=by.id,
            supersedes=supersedes,
            header=intake.header,
        )
        rows = [OpenRow(batch_id, f.line, f.sheet, f.column, f.value, f.code) for f in intake.errors]
        counts = {"read": batch.rows_read, "accepted": batch.rows_accepted, "reported": batch.rows_reported, "skipped": batch.rows_skipped}
        stored = uow.batches.add(batch, image, rows, event(services, by, "import_batch", f"batch:{batch_id}", sha256=batch.file_sha256, **counts))
        keep_words(services, uow, by, intake)
        uow.commit()
    return stored


def _municipality(uow: UnitOfWork, intake: Intake, given: str) -> str:
    """The municipality the rows without one belong to; "" when the file has a column for it."""
    if Column.MUNICIPALITY in intake.mapping:
        return given
    if given:
        return municipality_of(uow, given).key
    known = uow.agreements.municipalities()
    if len(known) != 1:
        raise InputRejected(Reason.NO_MUNICIPALITY)
    return known[0].key


def _by_code(intake: Intake) -> dict[str, int]:
    """Rows reported per kind of finding; a row with several findings counts for its first."""
    first: dict[tuple[str, int], str] = {}
    for finding in intake.errors:
        first.setdefault((finding.sheet, finding.line), finding.code.value)
    return {code: list(first.values()).count(code) for code in sorted(set(first.values()))}


def _days(frame: pd.DataFrame, grain: Grain) -> tuple[date | None, date | None]:
    """First and last day in the rows."""
    columns = (Column.START, Column.END) if grain is Grain.TRAJECTORY else (Column.DATE,)
    days = [day for column in columns if column in frame.columns for day in (frame[column].min(), frame[column].max()) if isinstance(day, date)]
    return (min(days), max(days)) if days else (None, None)
