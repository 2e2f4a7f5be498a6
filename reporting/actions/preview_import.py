"""A dry run: read an upload and say what is known of it. Nothing is stored."""

from collections.abc import Mapping

from reporting.actions.common import permit
from reporting.actions.source import last_like, unknown_names, words_of
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
    """What the file holds, with the mapping of the last file with this header (or most like it) unless one is given.

    `keep_with_empty`: kinds of errors whose rows count with that value left empty; `replace`: other values per column ("Nord" → "Noord"),
    None for the names of activities and districts as they were translated before. A file that is refused comes back as an Intake that says why.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.UPLOAD)
        intake = read_guarded(data, name, mapping, keep_with_empty=keep_with_empty, replace=replace)
        if not intake.header:
            return ImportPreview(intake, same_import(uow, intake))
        last, change = last_like(uow, intake)
        words = words_of(uow, last.header_fingerprint) if replace is None and last is not None else {}
        before = dict(last.mapping) if last is not None and mapping is None else {}
        here = {column: cell for column, cell in before.items() if cell in intake.header}
        if words or any(intake.mapping.get(Column(column)) != cell for column, cell in here.items()):
            intake = read_guarded(data, name, mapping, keep_with_empty=keep_with_empty, remembered=here, replace=replace if replace is not None else words)
        remembered = dict(last.mapping) if last is not None and change is None else None
        return ImportPreview(intake, same_import(uow, intake), remembered, change, unknown_names(uow, intake))


def same_import(uow: UnitOfWork, intake: Intake) -> ImportBatch | None:
    """The active batch of the same file, or of the same records in another encoding."""
    for batch in uow.batches.active():
        if intake.file_sha256 == batch.file_sha256 or (intake.records_sha256 and intake.records_sha256 == batch.records_sha256):
            return batch
    return None
