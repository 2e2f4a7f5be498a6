"""The organisation's own house style: tried before it is kept, used for every document made afterwards, and taken away again."""

from reporting.actions.common import event, permit, today
from reporting.actions.kept_files import HOUSE_STYLE, template_of
from reporting.actions.prepare import prepare, sha256
from reporting.actions.settings import setting
from reporting.actions.types import ReportRequest
from reporting.document import ConsentSheet, check_document, clean_package, frame_text, house_style, packed, render_consent_sheet, render_word
from reporting.errors import InputRejected, NotPossible, Reason
from reporting.model.house import HouseStyleInfo, LeftBehind
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.safe import Report, ReportStamp
from reporting.model.stored import StoredFile
from reporting.ports import Services, UnitOfWork
from reporting.stories import citizen_numbers, ways_to_reach


def house_style_of(services: Services, actor: Actor) -> HouseStyleInfo | None:
    """The house style in use; None where documents get our own."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        stored, template = uow.files.get(HOUSE_STYLE), template_of(uow)
    return None if stored is None or template is None else _info(stored, template)


def save_house_style(services: Services, actor: Actor, data: bytes, name: str, *, preview: bool = False) -> HouseStyleInfo:
    """What of an uploaded Word file is taken over, and what is left behind. It comes in the place of the former one, unless it is a preview.

    It is tried first: on a report of the newest quarter with figures, without stories, and on a consent sheet. Raises InputRejected:
    TEMPLATE_TYPE, TEMPLATE_PASSWORD, TEMPLATE_BROKEN, TEMPLATE_LARGE, TEMPLATE_BSN for one in its header or footer, or TEMPLATE_CHECK with the
    problem the document's own check finds.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.AGREEMENTS)
        report = _trial(services, uow)
        sheet = ConsentSheet(setting(uow, "organisation"), "Proef", "", "Proef.", "", "", text_hash="", made_on=today(services))
    cleaned = clean_package(data)
    template = packed(cleaned.parts)
    if citizen_numbers(frame_text(template)):
        raise InputRejected(Reason.TEMPLATE_BSN)
    _try(template, report, sheet)
    file = StoredFile(HOUSE_STYLE, name, services.clock(), sha256(template))
    if not preview:
        with services.unit_of_work() as uow:
            by = permit(services, uow, actor, Permission.AGREEMENTS)
            uow.files.save(file, template, event(services, by, "save_house_style", f"file:{HOUSE_STYLE}", sha256=file.sha256))
            uow.commit()
    return _info(file, template, cleaned.left_behind)


def remove_house_style(services: Services, actor: Actor) -> None:
    """Back to our own house style; documents made earlier stay as they are. Raises NotPossible(NOT_FOUND)."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.AGREEMENTS)
        uow.files.remove(HOUSE_STYLE, event(services, by, "remove_house_style", f"file:{HOUSE_STYLE}"))
        uow.commit()


def _info(file: StoredFile, template: bytes, left_behind: tuple[LeftBehind, ...] = ()) -> HouseStyleInfo:
    style = house_style(template)
    return HouseStyleInfo(file.label, file.at, style.palette.primary, style.palette.body, style.own_header, ways_to_reach(frame_text(template)), left_behind)


def _trial(services: Services, uow: UnitOfWork) -> Report | None:
    """A report to try a house style on; None where nothing can be reported yet."""
    quarters = sorted({q for batch in uow.batches.active() for q in batch.per_quarter}, reverse=True)
    stamp = ReportStamp(made_on=today(services))
    for quarter in map(Quarter.parse, quarters):
        for municipality in uow.agreements.municipalities():
            if uow.agreements.of(municipality.key, quarter.year):
                try:
                    return prepare(services, uow, ReportRequest(municipality.key, quarter, stories=()), stamp).report
                except NotPossible:  # no figures
                    continue
    return None


def _try(template: bytes, report: Report | None, sheet: ConsentSheet) -> None:
    """Return when documents made with this template pass the check. What our own template does wrong too is not the template's fault."""
    found = check_document(render_consent_sheet(sheet, template))
    if report is not None and not found:
        found = check_document(render_word(report, template))
        found = tuple(p for p in found if p not in check_document(render_word(report))) if found else ()
    if found:
        raise InputRejected(Reason.TEMPLATE_CHECK, problem=found[0])
