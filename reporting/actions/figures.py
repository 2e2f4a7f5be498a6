"""Figures: protected for everybody, raw for who may see them, and the proof of each."""

import hashlib
from functools import partial

from reporting.access.permissions import check, may
from reporting.actions.common import found, municipality_of, permit
from reporting.actions.settings import rules_of
from reporting.counting import BatchSource, count, prove
from reporting.disclosure import protect
from reporting.model.count import CountTable
from reporting.model.figure import FigureKey
from reporting.model.municipality import Municipality
from reporting.model.people import Actor, Permission
from reporting.model.period import Period, Quarter
from reporting.model.proof import FigureProof
from reporting.model.registration import ImportBatch
from reporting.model.safe import SafeTable
from reporting.ports import Services, UnitOfWork


def protected_figures(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> SafeTable:
    """What may be shown to anybody and printed, given all that readers have seen before. Raises NotPossible(UNKNOWN_MUNICIPALITY)."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return protect_table(uow, count_table(services, uow, municipality_of(uow, municipality), quarter), screen=True)


def raw_figures(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> CountTable:
    """The figures as counted: not for publication."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.SEE_RAW)
        return count_table(services, uow, municipality_of(uow, municipality), quarter)


def prove_figure(services: Services, actor: Actor, municipality: str, quarter: Quarter, code: str, period: Period) -> FigureProof:
    """Why a figure of this quarter's report is right: files, rows counted and left out, definition, fingerprint.

    The proof holds the raw value: of a figure that is not shown it is for who may see raw figures only (NotAllowed).
    """
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.LOOK)
        place = municipality_of(uow, municipality)
        indicator = found(next((i for i in uow.agreements.of(municipality, quarter.year) if i.code == code), None))
        if not may(by, Permission.SEE_RAW):
            shown = protect_table(uow, count_table(services, uow, place, quarter), screen=False).figures.get(FigureKey(code, period))
            if shown is None or shown.cell.value is None:
                check(by, Permission.SEE_RAW)
        return prove(active_sources(services, uow), indicator, place, period, rules_of(uow, municipality).counting)


def figures_stamp(services: Services, actor: Actor, municipality: str) -> str:
    """Changes whenever a figure of this municipality may: a key under which screens keep tables."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        facts = (
            [(b.id, b.image_sha256) for b in uow.batches.active()],
            [(i.year, i.code, i.version) for year in uow.agreements.years(municipality) for i in uow.agreements.of(municipality, year)],
            [(s.name, s.version) for s in uow.settings.all()],
            [(c.report, c.version, c.cell) for c in uow.reports.published(municipality)],
        )
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def count_table(services: Services, uow: UnitOfWork, municipality: Municipality, quarter: Quarter) -> CountTable:
    """The raw figures of one municipality for one quarter's report. Images are opened only when they are not in memory yet."""
    indicators = uow.agreements.of(municipality.key, quarter.year)
    return count(active_sources(services, uow), indicators, municipality, quarter, rules_of(uow, municipality.key).counting)


def protect_table(uow: UnitOfWork, raw: CountTable, *, screen: bool) -> SafeTable:
    """The table as it may leave the house, after all that was published for this municipality; for a document or for the screen."""
    rules = rules_of(uow, raw.municipality.key).disclosure
    return protect([raw], uow.reports.published(raw.municipality.key), rules, screen=screen)[0]


def source_batches(uow: UnitOfWork, raw: CountTable) -> tuple[ImportBatch, ...]:
    """The active batches that hold a row counted in any figure, in order of import."""
    used = {batch_id for figure in raw.figures.values() for batch_id in figure.batches}
    return tuple(b for b in uow.batches.active() if b.id in used)


def active_sources(services: Services, uow: UnitOfWork) -> list[BatchSource]:
    """Every active batch, its image opened only when it is asked for."""
    return [BatchSource(batch, partial(_image, services, batch.id)) for batch in uow.batches.active()]


def _image(services: Services, batch_id: str) -> bytes:
    """One image, in a transaction of its own: counting keeps sources longer than the reader that made them."""
    with services.reading() as uow:
        return uow.batches.image(batch_id)
