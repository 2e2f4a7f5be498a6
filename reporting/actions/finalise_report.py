"""Vaststellen: the concept becomes a version that readers get, and its cells enter the memory of what is published."""

from dataclasses import replace

from reporting.access.policies import check_finalise
from reporting.actions.common import event, found, permit, today
from reporting.actions.facts import facts_of
from reporting.actions.make_report import request_of, stored_report
from reporting.actions.prepare import Prepared, check_still_so, prepare, render
from reporting.actions.settings import rules_of
from reporting.actions.types import Progress
from reporting.disclosure import cells_of, exposed
from reporting.document import read_figures
from reporting.errors import NotPossible, Reason
from reporting.model.people import Actor, Permission
from reporting.model.safe import ReportStamp, ReportStatus
from reporting.model.stored import PublishedCell, StoredReport
from reporting.model.story import StoryStatus
from reporting.ports import Services, UnitOfWork


def finalise_report(services: Services, actor: Actor, report_id: str, progress: Progress | None = None) -> StoredReport:
    """The report as vastgesteld: rendered anew from what stands now, with the next version. The concept stays as it was.

    Raises NotPossible(EXPOSED_CELL, cell=…) when readers of this and earlier reports together could narrow a hidden count too far,
    and whatever make_report raises.
    """
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.FINALISE)
        concept = found(uow.reports.get(report_id))
        check_finalise(concept)
        request = request_of(concept)
        version = _next_version(uow, concept)
        stamp = ReportStamp(ReportStatus.FINAL, version, today(services), by.role.value, signed_in=False, sample=services.sample)
        prepared = prepare(services, uow, request, stamp)
        known = uow.reports.published(concept.municipality)
        cells = _check_exposed(uow, prepared, known)
    document = render(prepared, progress, office=services.office)
    _check_printed(document, cells)
    report = replace(stored_report(services, by, request, prepared, document), final_at=services.clock(), final_by=by.id)
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.FINALISE)
        check_still_so(uow, prepared, stamp.made_on)
        if len(uow.reports.published(concept.municipality)) != len(known):  # somebody else published meanwhile
            _check_exposed(uow, prepared, uow.reports.published(concept.municipality))
        details: dict[str, str | int] = {"version": version, "recipient": report.recipient, "sha256": report.sha256}
        uow.reports.add(report, document, cells, event(services, by, "finalise_report", f"report:{report.id}", **details), facts_of(prepared.report))
        for story in prepared.stories:
            told = replace(story, status=StoryStatus.IN_REPORT)
            uow.stories.save(told, story.version, event(services, by, "story_in_report", f"story:{story.id}", report=report.id))
        uow.commit()
    if progress is not None:
        progress(1.0, "")
    return report


def _next_version(uow: UnitOfWork, concept: StoredReport) -> int:
    same = [r for r in uow.reports.all(concept.municipality) if r.quarter == concept.quarter and r.edition is concept.edition]
    return 1 + max(r.version for r in same)


def _check_exposed(uow: UnitOfWork, prepared: Prepared, known: tuple[PublishedCell, ...]) -> tuple[PublishedCell, ...]:
    """The cells this document publishes, when no reader of everything published can narrow a hidden one too far."""
    report = prepared.report
    cells = cells_of(report.table, f"{report.edition.value}:{report.quarter}", report.stamp.version)
    found_out = exposed(cells, rules_of(uow, report.municipality.key).disclosure, known)
    if found_out:
        raise NotPossible(Reason.EXPOSED_CELL, cell=found_out[0])
    return cells


def _check_printed(document: bytes, cells: tuple[PublishedCell, ...]) -> None:
    """That the finished document prints no number but those the attack and the memory know."""
    printed = {c.cell for c in cells if c.value is not None}
    unknown = [f.figure for f in read_figures(document).figures if f.shown[:1].isdigit() and f.figure not in printed]
    if unknown:
        raise NotPossible(Reason.EXPOSED_CELL, cell=unknown[0])
