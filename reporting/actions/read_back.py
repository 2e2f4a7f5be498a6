"""A report that was edited in Word or LibreOffice, read back: what reads otherwise, what to look at, and taking over what a person chooses."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reporting.access.permissions import may
from reporting.actions.common import event, municipality_of, permit
from reporting.actions.figures import count_table
from reporting.actions.originals import original_of
from reporting.actions.written_back import Written, read_written, store_written
from reporting.actions.written_numbers import HIDDEN, unprinted
from reporting.disclosure import comparisons
from reporting.document import Edit, read_edits, read_figures
from reporting.errors import Conflict, InputRejected, Reason
from reporting.model.edits import FactCell
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.safe import Mark
from reporting.model.stored import StoredReport
from reporting.ports import Services, UnitOfWork
from reporting.stories import personal_words


@dataclass(frozen=True, slots=True)
class OddNumber:
    """A number in an edited text that is no printed figure, no target, and did not stand there before.

    `cells`: hidden figures with this value, for who may see raw figures.
    """

    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadChange:
    """One place that reads otherwise. `place`: see `document.places`."""

    place: str
    was: str  # in the document as it was made
    now: str  # in the edited document; "" where it was taken out
    stored: str | None  # what the app holds now, where a colleague changed that since the document was made
    version: int  # of what the app holds
    personal: tuple[str, ...]
    numbers: tuple[OddNumber, ...]
    compared: tuple[str, ...]  # words such as "meer dan" that are new here, while figures are left out

    @property
    def doubtful(self) -> bool:
        """Whether a person must say first that it is all right."""
        return bool(self.personal or self.numbers or self.compared)


@dataclass(frozen=True, slots=True)
class EditedFigure:
    """A figure that was typed over. It is named and never taken."""

    figure: str  # str(FigureKey)
    printed: str
    shown: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """All that differs in an edited report. `others` and `gone`: paragraphs that are never taken over, as they read now and before."""

    report: StoredReport
    changes: tuple[ReadChange, ...]
    figures: tuple[EditedFigure, ...]
    others: tuple[str, ...]
    gone: tuple[str, ...]


def read_back(services: Services, actor: Actor, document: bytes) -> ReadBack:
    """What an editor changed in a report that was made here. Nothing is stored.

    Raises InputRejected: DOCUMENT_BROKEN for what is no readable Word file, NOT_OUR_REPORT for a document of somewhere else.
    """
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.EXPLAIN)
        return _read(services, uow, by, document)


def take_back(services: Services, actor: Actor, document: bytes, chosen: Mapping[str, int], checked: Collection[str] = ()) -> tuple[str, ...]:
    """Store the chosen changes (place → version the person saw); what comes back are the places stored, in the order of the document.

    `checked` are places a person looked at: a text in which something asks for that is not stored without (InputRejected UNCHECKED).
    All or nothing. Raises Conflict when somebody saved since, and whatever `read_back` raises.
    """
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.EXPLAIN)
        read = _read(services, uow, by, document)
        municipality_of(uow, read.report.municipality)
        wanted = [c for c in read.changes if c.place in chosen]
        if any(c.doubtful and c.place not in checked for c in wanted):
            raise InputRejected(Reason.UNCHECKED)
        behind = next((c for c in wanted if c.version != chosen[c.place]), None)
        if behind is not None:
            raise Conflict(Reason.CHANGED_MEANWHILE, theirs=behind)
        sha = hashlib.sha256(document).hexdigest()
        said = event(services, by, "take_back", f"report:{read.report.id}", places=len(wanted), document_sha256=sha)
        store_written(uow, read.report, {c.place: (c.was, c.now) for c in wanted}, said, sha)
        uow.commit()
    return tuple(c.place for c in wanted)


def _read(services: Services, uow: UnitOfWork, by: Actor, document: bytes) -> ReadBack:
    report, original = original_of(uow, document)
    try:
        read = read_edits(document, original)
        figures = read_figures(document, original).figures
    except InputRejected:
        raise InputRejected(Reason.DOCUMENT_BROKEN) from None
    facts = uow.reports.facts(report.id)
    cells = () if facts is None else facts.cells
    printed = (*(f.printed for f in figures), *(i.target.text for i in uow.agreements.of(report.municipality, Quarter.parse(report.quarter).year)))
    odd = {e.place: unprinted(e.now, (*printed, e.was), cells) for e in read.edits}
    raw = _hidden_values(services, uow, by, report, cells) if any(odd.values()) else {}
    secret = any(cell.mark in HIDDEN for cell in cells)
    compared = {e.place: tuple(w for w in comparisons(e.now) if secret and w not in comparisons(e.was)) for e in read.edits}
    written = read_written(uow, report)
    names = uow.stories.names()
    return ReadBack(
        report,
        tuple(_change(e, written.get(e.place, Written("", 0)), names, odd[e.place], raw, compared[e.place]) for e in read.edits),
        tuple(EditedFigure(f.figure, f.printed, f.shown) for f in figures if f.shown != f.printed),
        read.others,
        read.gone,
    )


def _change(
    edit: Edit, written: Written, names: tuple[str, ...], odd: Mapping[Decimal, str], raw: Mapping[Decimal, tuple[str, ...]], compared: tuple[str, ...]
) -> ReadChange:
    own = not written.text and edit.place.startswith(("message:", "talk:questions"))  # the app's own words stood there
    same = written.text in (edit.was, edit.now) or (edit.place == "talk:questions" and written.text.startswith(f"{edit.was}\n"))
    stored = None if own or same else written.text
    numbers = tuple(OddNumber(text, raw.get(number, ())) for number, text in odd.items())
    return ReadChange(edit.place, edit.was, edit.now, stored, written.version, personal_words([edit.now], names), numbers, compared)


def _hidden_values(services: Services, uow: UnitOfWork, by: Actor, report: StoredReport, cells: tuple[FactCell, ...]) -> dict[Decimal, tuple[str, ...]]:
    """The hidden figures of the report by their value, for who may see raw figures; {} for anybody else."""
    if not may(by, Permission.SEE_RAW):
        return {}
    raw = count_table(services, uow, municipality_of(uow, report.municipality), Quarter.parse(report.quarter))
    values = {str(key): figure.value for key, figure in raw.figures.items() if figure.value is not None}
    hidden: dict[Decimal, tuple[str, ...]] = {}
    for cell in cells:
        if cell.mark in (Mark.HIDDEN, Mark.FEWER) and cell.cell in values:
            value = Decimal(str(values[cell.cell]))
            hidden[value] = (*hidden.get(value, ()), cell.cell)
    return hidden
