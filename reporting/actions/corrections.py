"""Figures that readers have seen and that are counted otherwise now."""

from reporting.model.safe import Correction, ReportStatus, SafeTable
from reporting.ports import UnitOfWork


def corrections(uow: UnitOfWork, table: SafeTable) -> tuple[Correction, ...]:
    """Totals of indicators in this table, in its order, whose last printed number was another one, with the files that came or went since.

    A figure that may not be shown now is no correction: its old number is in a report, its new one stays inside.
    """
    printed = {c.cell: c.value for c in uow.reports.published(table.municipality.key)}
    codes = {i.code for i in table.indicators}
    files = _files_since(uow, table)
    found = []
    for key, figure in table.figures.items():
        was = printed.get(str(key))
        if key.subject in codes and key.breakdown is None and was is not None and figure.cell.value not in (None, was):
            found.append(Correction(key, figure.unit, was, figure.cell, files))
    return tuple(found)


def _files_since(uow: UnitOfWork, table: SafeTable) -> tuple[str, ...]:
    """Files imported or withdrawn since the last report that was vastgesteld; of another municipality none is named."""
    final = [r.made_at for r in uow.reports.all(table.municipality.key) if r.status is not ReportStatus.CONCEPT]
    if not final:
        return ()
    here = [b for b in uow.batches.all() if b.municipality in ("", table.municipality.key)]
    return tuple(dict.fromkeys(b.file_name for b in here if max(b.imported_at, b.withdrawn_at or b.imported_at) > final[-1]))
