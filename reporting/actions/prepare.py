"""From what is stored to a Report and its document: the road every report takes, concept or vastgesteld."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from reporting.actions.common import municipality_of
from reporting.actions.corrections import corrections
from reporting.actions.facts import with_origin
from reporting.actions.figures import count_table, protect_table, source_batches
from reporting.actions.kept_files import template_of
from reporting.actions.register_check import check_register
from reporting.actions.settings import setting
from reporting.actions.stories import TOLD, chosen
from reporting.actions.telling import Gate, released_with_gate
from reporting.actions.told_talks import talk_gates, told_talks
from reporting.actions.types import Progress, ReportRequest
from reporting.document import chapter_pages, check_document, compose, document_texts, own_messages, render_word
from reporting.errors import NotPossible, NotReleasable, Reason
from reporting.model.count import CountTable
from reporting.model.edits import StoredMessage
from reporting.model.period import Quarter
from reporting.model.registration import ImportBatch
from reporting.model.safe import Accounting, Conversation, Edition, Explanation, Report, ReportStamp, ReportStatus, SafeTable, Source
from reporting.model.story import Story
from reporting.ports import Services, UnitOfWork
from reporting.stories import Searched, check_consent, newest

_FILE_NAMES: Mapping[Edition, str] = {
    Edition.QUARTERLY: "kwartaalrapport",
    Edition.CONVERSATION: "gesprekspagina",
    Edition.ANNUAL: "jaarrapport",
    Edition.FIRST_MEETING: "kennismaking",
}
LAST = 4  # the quarter after which a year is whole
_COUNTED, _PATIENCE = 0.4, 60.0  # share of the work when pages are counted; seconds that may take
_RENDERED = 0.9  # share of the work that is done when the document is made


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report ready to render, and what must still hold when it is stored."""

    report: Report
    stories: tuple[Story, ...]  # as they were read
    gates: tuple[Gate, ...]  # names that may not be in the document
    file_name: str
    template: bytes | None  # the organisation's house style
    aged: tuple[str, ...]  # places of key messages people wrote before the figures changed


def prepare(services: Services, uow: UnitOfWork, request: ReportRequest, stamp: ReportStamp) -> Prepared:
    """Gather, protect, release and compose. Raises NotPossible(NO_FIGURES), NotReleasable (with the story's id)."""
    municipality = municipality_of(uow, request.municipality)
    raw = count_table(services, uow, municipality, request.quarter)
    if not has_figures(raw):
        raise NotPossible(Reason.NO_FIGURES)
    stories = _chosen(uow, request)
    for story in stories:
        check_register(services, uow, story)
    told = [released_with_gate(uow, services.secrets, story, stamp.made_on) for story in stories]
    table = protect_table(uow, raw, screen=False)
    talk = uow.explanations.conversation(municipality.key, str(request.quarter))
    report = compose(
        table,
        [text for text, _ in told],
        explanations={e.theme: e.explanation for e in uow.explanations.of(municipality.key, str(request.quarter))},
        conversation=Conversation() if talk is None else talk.conversation,
        accounting=_accounting(uow, raw, table),
        stamp=stamp,
        organisation=setting(uow, "organisation"),
        recipient=request.recipient or setting(uow, "recipient"),
        title=request.title,
        edition=request.edition,
        chapters=request.chapters,
    )
    template = template_of(uow)
    written = {m.place: m for m in uow.explanations.messages(municipality.key, str(request.quarter)) if m.edition is request.edition and m.text}
    own = {place: m.text for place, m in written.items()}
    talks, earlier = told_talks(uow, services.secrets, request, stamp.made_on), _earlier(uow, request)
    report = with_origin(replace(report, messages=own, talks=talks, earlier=earlier), template, services.secrets)
    gates = (*(gate for _, gate in told), *talk_gates(uow, services.secrets, request))
    several = len(uow.agreements.municipalities()) > 1
    return Prepared(report, stories, gates, _file_name(table, request.edition, stamp, several=several), template, _aged(report, written))


def render(prepared: Prepared, progress: Progress | None, *, office: bool = False) -> bytes:
    """The document, checked; with page numbers in its contents where LibreOffice may be called.

    Raises NotPossible: DOCUMENT_CHECK with the first problem, NAME_LEFT with the story whose name is in it.
    """

    def rendering(share: float, what: str) -> None:
        if progress is not None:
            progress(share * (_COUNTED if counting else _RENDERED), what)

    report = prepared.report
    counting = office and report.edition is not Edition.CONVERSATION and "contents" not in report.chapters
    document = render_word(report, prepared.template, rendering)
    if counting:
        if progress is not None:
            progress(_COUNTED, "Bladzijden tellen")
        if pages := chapter_pages(document, _PATIENCE):
            document = render_word(report, prepared.template, pages=pages)
    problems = check_document(document)
    if problems:
        raise NotPossible(Reason.DOCUMENT_CHECK, problem=problems[0])
    searched = Searched.of({**document_texts(document), "file name": prepared.file_name})
    for gate in prepared.gates:
        if searched.find(gate.names, gate.exempt):
            raise NotPossible(Reason.NAME_LEFT, story=gate.title, story_id=gate.story_id)
    return document


def check_still_so(uow: UnitOfWork, prepared: Prepared, on: date) -> None:
    """In the transaction that stores the document: no story was changed and every consent still holds. Raises NotReleasable.

    Quick, for the database is locked meanwhile: the texts themselves were checked when they were released.
    """
    for story in prepared.stories:
        now = uow.stories.get(story.id)
        if now is None or now.version != story.version:
            raise NotReleasable(Reason.TEXT_CHANGED, story=story.id)
        check_consent(newest(uow.stories.consents(story.id)), story.id, story.approved_hash, on)


def has_figures(table: CountTable) -> bool:
    """Whether at least one agreed figure of the quarter could be counted."""
    codes = {i.code for i in table.indicators}
    return any(f.value is not None and f.key.period.quarter == table.quarter for f in table.figures.values() if f.key.subject in codes)


def sha256(document: bytes) -> str:
    """What the audit trail and the readers can compare a document by."""
    return hashlib.sha256(document).hexdigest()


def _aged(report: Report, written: Mapping[str, StoredMessage]) -> tuple[str, ...]:
    """Places where the app would say something else now than when a person wrote there."""
    own = own_messages(report) if written else {}
    return tuple(place for place, m in written.items() if place in own and own[place].split() != m.instead_of.split())


def _chosen(uow: UnitOfWork, request: ReportRequest) -> tuple[Story, ...]:
    """The stories asked for, or every ticked one that a second person has read: of the quarter, for an annual report of the year so far."""
    first = 1 if request.edition is Edition.ANNUAL else request.quarter.number
    quarters = [Quarter(request.quarter.year, n) for n in range(first, request.quarter.number + 1)]
    stories = [s for quarter in quarters for s in uow.stories.all(request.municipality, str(quarter))]
    if request.stories is None:
        return tuple(s for s in stories if s.status in TOLD and chosen(s))
    wanted = set(request.stories)
    return tuple(s for s in stories if s.id in wanted)


def _earlier(uow: UnitOfWork, request: ReportRequest) -> tuple[tuple[Quarter, Mapping[str, Explanation]], ...]:
    """For an annual report: what was written about the quarters before the last one, by theme."""
    if request.edition is not Edition.ANNUAL:
        return ()
    quarters = [Quarter(request.quarter.year, n) for n in range(1, request.quarter.number)]
    written = [(q, uow.explanations.of(request.municipality, str(q))) for q in quarters]
    return tuple((q, {e.theme: e.explanation for e in found if e.explanation != Explanation()}) for q, found in written)


def _accounting(uow: UnitOfWork, raw: CountTable, table: SafeTable) -> Accounting:
    """Which files the figures come from, and what was left out of them."""
    batches = source_batches(uow, raw)
    codes: dict[str, int] = {}
    for batch in batches:
        for code, rows in batch.reported_by_code.items():
            codes[code] = codes.get(code, 0) + rows
    return Accounting(
        sources=tuple(_source(b) for b in batches),
        reported_by_code=codes,
        reference_date=max((b.imported_at.date() for b in batches), default=None),
        corrected=corrections(uow, table),
    )


def _source(batch: ImportBatch) -> Source:
    counts = {"read": batch.rows_read, "used": batch.rows_accepted, "reported": batch.rows_reported, "skipped": batch.rows_skipped}
    return Source(batch_id=batch.id, label=batch.file_name, sha256=batch.file_sha256, imported_on=batch.imported_at.date(), **counts)


def _file_name(table: SafeTable, edition: Edition, stamp: ReportStamp, *, several: bool) -> str:
    """ "kwartaalrapport-2026-K3-concept.docx", "jaarrapport-2026-concept.docx"; with the municipality's key where there are several."""
    period = table.quarter.year if edition is Edition.ANNUAL and table.quarter.number == LAST else table.quarter
    state = "concept" if stamp.status is ReportStatus.CONCEPT else f"versie-{stamp.version}"
    place = f"-{table.municipality.key.replace(' ', '-')}" if several else ""
    return f"{_FILE_NAMES[edition]}{place}-{period}-{state}.docx"
