"""Recount every figure a document prints, from the stored batches."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reporting.actions.common import municipality_of, permit
from reporting.actions.figures import count_table, source_batches
from reporting.actions.originals import original_of
from reporting.actions.settings import rules_of
from reporting.disclosure.merge import merged
from reporting.document import Altered, ReadFigure, ReadReport, altered, read_figures
from reporting.errors import InputRejected, Reason
from reporting.model.agreement import Unit
from reporting.model.count import Figure
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.ports import Services, UnitOfWork


@dataclass(frozen=True, slots=True)
class Recount:
    """One printed figure beside what the batches give now. `unit` is None where such a figure is no longer counted."""

    figure: str  # str(FigureKey)
    printed: str  # when the document was made
    shown: str  # in the document as it is
    value: float | int | None
    unit: Unit | None
    erased_on: date | None = None  # the last day a client was erased from the files behind it


@dataclass(frozen=True, slots=True)
class Verification:
    """All figures of a document. `same_files`: the files behind it are still the files that count; `rounded_to`: how counts were rounded.

    `altered`: numbers beside the figures that were changed in the document; nothing where it is not known here as it was made.
    """

    recounts: tuple[Recount, ...]
    municipality: str
    quarter: Quarter
    same_files: bool
    rounded_to: int | None
    altered: Altered


def verify_report(services: Services, actor: Actor, document: bytes) -> Verification:
    """Every figure in the document's tables, recounted. Raises InputRejected(UNREADABLE) for a document that was not made here.

    Raises NotPossible(UNKNOWN_MUNICIPALITY) where the document is of a municipality without agreements here.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.SEE_RAW)
        read, changed = _read(uow, document)
        try:
            quarter = Quarter.parse(read.quarter)
        except ValueError:
            raise InputRejected(Reason.UNREADABLE) from None
        raw = count_table(services, uow, municipality_of(uow, read.municipality), quarter)
        batches = source_batches(uow, raw)
        rules = rules_of(uow, read.municipality).disclosure
    figures = {str(key): figure for table in (merged(raw, rules), raw) for key, figure in table.figures.items()}
    erased = {b.id: max(b.erased_on) for b in batches if b.erased_on}
    recounts = tuple(_recount(f, figures, erased) for f in read.figures)
    return Verification(recounts, read.municipality, quarter, set(read.sources) == {b.file_sha256 for b in batches}, rules.rounding, changed)


def _read(uow: UnitOfWork, document: bytes) -> tuple[ReadReport, Altered]:
    """A document's figures, and what else was changed: held against it as it was made, where that is here, else by its own list of figures."""
    try:
        original = original_of(uow, document)[1]
        return read_figures(document, original), altered(document, original)
    except InputRejected:
        pass
    try:
        return read_figures(document), Altered()
    except InputRejected:
        raise InputRejected(Reason.UNREADABLE) from None


def _recount(read: ReadFigure, figures: Mapping[str, Figure], erased: Mapping[str, date]) -> Recount:
    figure = figures.get(read.figure)
    if figure is None:
        return Recount(read.figure, read.printed, read.shown, None, None)
    total = figures.get(str(figure.key._replace(breakdown=None)), figure)  # the classes of a breakdown come from the files of their total
    days = [erased[b] for b in total.batches if b in erased]
    return Recount(read.figure, read.printed, read.shown, figure.value, figure.unit, max(days, default=None))
