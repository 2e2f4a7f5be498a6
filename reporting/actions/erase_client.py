"""Erase a client from every import (AVG art. 17), with proof."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reporting.actions.clients import pseudonym_of, without_client
from reporting.actions.common import event, permit, today
from reporting.actions.types import ErasureProof
from reporting.counting import forget
from reporting.model.audit import AuditEvent
from reporting.model.people import Actor, Permission
from reporting.ports import Services, UnitOfWork

Note = Callable[[str, int], AuditEvent]  # subject and rows -> the event of that write


def erase_client(services: Services, actor: Actor, client_number: str) -> ErasureProof:
    """Rows taken out per batch (withdrawn and superseded ones too) and that none is left; all in one transaction.

    Stories that named the client as a registration lose that reference, open rows their copy of the number.
    Raises InputRejected(BAD_VALUE) for what cannot be a client number.
    """
    person = pseudonym_of(client_number, services.secrets.pseudonym)
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.ERASE)

        def noted(subject: str, rows: int) -> AuditEvent:
            return event(services, by, "erase_client", subject, rows=rows)

        proof = erase_rows(uow, person, today(services), noted)
        _blank_open_rows(uow, client_number.strip(), noted)
        uow.batches.note_erasure(person, noted("client", sum(proof.rows.values())))
        uow.commit()
    forget()
    return proof


def erase_rows(uow: UnitOfWork, person: str, on: date, noted: Note) -> ErasureProof:
    """Rewrite every batch that holds a pseudonym and drop it from stories; counts again afterwards. Also used after a restore."""
    rows: dict[str, int] = {}
    files: dict[str, str] = {}
    for batch in uow.batches.all():
        image, taken = without_client(uow.batches.image(batch.id), person)
        if taken:
            rewritten = replace(batch, image_sha256=hashlib.sha256(image).hexdigest(), erased_on=(*batch.erased_on, on))
            uow.batches.rewrite(rewritten, image, noted(f"batch:{batch.id}", taken))
            rows[batch.id], files[batch.id] = taken, batch.file_name
    left = sum(without_client(uow.batches.image(batch_id), person)[1] for batch_id in rows)
    stories = []
    for story in uow.stories.all():
        if person in story.text.registrations:
            text = replace(story.text, registrations=tuple(r for r in story.text.registrations if r != person))
            uow.stories.save(replace(story, text=text), story.version, noted(f"story:{story.id}", 0))
            stories.append(story.id)
    return ErasureProof(on, rows, files, left, tuple(stories))


def _blank_open_rows(uow: UnitOfWork, number: str, noted: Note) -> None:
    """Take the number out of rows that were not counted."""
    for batch in uow.batches.all():
        rows = uow.batches.open_rows(batch.id)
        held = [row for row in rows if row.value.strip() == number]
        if held:
            cleaned = [replace(row, value="") if row in held else row for row in rows]
            uow.batches.rewrite_open_rows(batch.id, cleaned, noted(f"open_rows:{batch.id}", len(held)))
