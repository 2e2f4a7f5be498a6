"""A dry run: read an upload and say what is known of it. Nothing is stored."""

from collections.abc import Mapping
from dataclasses import replace as with_name

from reporting.actions.common import permit
from reporting.actions.types import ImportPreview
from reporting.intake import Intake, read_guarded
from reporting.model.finding import FindingCode
from reporting.model.people import Actor, Permission
from reporting.model.registration import Column, ImportBatch
from reporting.ports import Services, UnitOfWork


def preview_import(
    services: Services,
    actor: Actor,
    data: bytes,
    name: str,
    mapping: Mapping[Column, str] | None = None,
    *,
    keep_with_empty: frozenset[FindingCode] = frozenset(),
    replace: Mapping[Column, Mapping[str, str]] | None = None,
) -> ImportPreview:
    """What the file holds, with the mapping of the last file with this header unless one is given.

    `keep_with_empty`: kinds of errors whose rows count with that value left empty; `replace`: other values per column
    ("Nord" → "Noord"). A file that is refused comes back as an Intake that says why.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.UPLOAD)
        intake = read_guarded(data, name, mapping, keep_with_empty=keep_with_empty, replace=replace)
        remembered = uow.batches.mapping_for(intake.header_fingerprint) if intake.header_fingerprint else None
        if mapping is None and remembered and remembered != {str(column): cell for column, cell in intake.mapping.items()}:
            intake = read_guarded(data, name, keep_with_empty=keep_with_empty, remembered=remembered, replace=replace)
        intake = with_name(intake, file_name=name)
        return ImportPreview(intake, same_import(uow, intake), remembered)


def same_import(uow: UnitOfWork, intake: Intake) -> ImportBatch | None:
    """The active batch of the same file, or of the same records in another encoding."""
    for batch in uow.batches.active():
        if intake.file_sha256 == batch.file_sha256 or (intake.records_sha256 and intake.records_sha256 == batch.records_sha256):
            return batch
    return None
