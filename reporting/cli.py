"""The command line. It translates arguments, results and errors; the actions do the work, as the actor "opdrachtregel".

Results go to stdout (JSON where asked), sentences about what is wrong to stderr. Exit codes: 0 done, 2 the input is wrong, 1 our
fault. Rooms are imported by the command that needs them, so that each starts fast.
"""

import argparse
import io
import json
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reporting.cli_arguments import WRONG_INPUT, BadCall, build_parser, municipality_named, quarter_named
from reporting.errors import InputRejected, Reason, UserError
from reporting.model.people import COMMAND_LINE
from reporting.texts import cli as say
from reporting.texts.errors import sentence

if TYPE_CHECKING:
    from reporting.intake import Intake
    from reporting.ports import Services

DONE, OUR_FAULT = 0, 1
_SHOWN_ERRORS = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. A wrong call ends the process with exit code 2 (argparse)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    given = build_parser().parse_args(arguments)
    try:
        return _COMMANDS[given.command](given)
    except UserError as error:
        _complain(sentence(error))
        return WRONG_INPUT
    except BadCall as error:
        _complain(str(error))
        return WRONG_INPUT
    except BrokenPipeError:  # the reader of our output has seen enough: `… | head`
        sys.stdout = io.StringIO()
        return DONE
    except KeyboardInterrupt:
        _complain(say.STOPPED)
        return OUR_FAULT
    except Exception as error:  # noqa: BLE001 - the last net: a sentence and a place, never a traceback with data in it
        last = traceback.extract_tb(error.__traceback__)[-1]
        _complain(say.our_fault(type(error).__name__, f"{Path(last.filename).name}:{last.lineno}"))
        return OUR_FAULT


def _report(given: argparse.Namespace) -> int:
    from reporting.actions.finalise_report import finalise_report
    from reporting.actions.make_report import make_report
    from reporting.actions.reports import download_report
    from reporting.actions.types import ReportRequest

    quarter = quarter_named(given.quarter)
    if not Path(given.out).absolute().parent.is_dir():  # before anything is made, let alone vastgesteld
        raise BadCall(say.no_place(given.out))
    services = _services(sample=given.sample)
    request = ReportRequest(municipality=municipality_named(services, given.municipality).key, quarter=quarter, edition=say.EDITIONS[given.edition])
    made = make_report(services, COMMAND_LINE, request, _progress)
    if given.final:
        made = finalise_report(services, COMMAND_LINE, made.id, _progress)
    _, document = download_report(services, COMMAND_LINE, made.id)
    try:
        Path(given.out).write_bytes(document)
    except OSError:
        raise BadCall(say.no_place(given.out)) from None
    print(say.report_ready(given.out))
    if given.pdf:
        _write_pdf(services, made.id, Path(given.out).with_suffix(".pdf"))
    return DONE


def _write_pdf(services: "Services", report_id: str, target: Path) -> None:
    from reporting.actions.report_pdf import report_pdf

    _, pdf = report_pdf(services, COMMAND_LINE, report_id)
    try:
        target.write_bytes(pdf)
    except OSError:
        raise BadCall(say.no_place(str(target))) from None
    print(say.report_ready(str(target)))


def _import(given: argparse.Namespace) -> int:
    from reporting.actions.import_batch import import_batch
    from reporting.actions.preview_import import preview_import

    services = _services()
    municipality = municipality_named(services, given.municipality).key if given.municipality else ""
    code = DONE
    for name in given.files:
        data, refused = _opened(name)
        intake = preview_import(services, COMMAND_LINE, data, Path(name).name).intake
        if refused is None:
            try:
                import_batch(services, COMMAND_LINE, intake, municipality)
            except UserError as error:
                refused = error
        code = max(code, _show_intake(given, name, intake, refused, stored=True))
    return code


def _inspect(given: argparse.Namespace) -> int:
    from reporting.intake import read_guarded

    code = DONE
    for name in given.files:
        data, refused = _opened(name)
        intake = read_guarded(data, Path(name).name)
        if refused is None and intake.reason is not None:
            refused = InputRejected(intake.reason)
        code = max(code, _show_intake(given, name, intake, refused, stored=False))
    return code


def _agreements(given: argparse.Namespace) -> int:
    from reporting.actions.import_agreements import import_agreements
    from reporting.texts.findings import finding_sentence

    read = import_agreements(_services(), COMMAND_LINE, _read(given.file), Path(given.file).name)
    places = sorted({f"{i.municipality.name} {i.year}" for i in read.indicators})
    print(say.agreements_read(len(read.indicators), places))
    for finding in read.findings:
        _complain(say.error_line(finding.line, finding.column, finding_sentence(finding)))
    return WRONG_INPUT if read.findings else DONE


def _anonymise(given: argparse.Namespace) -> int:
    from reporting.stories import anonymise_lines

    try:
        for proposal in anonymise_lines(_read(given.jsonl).decode("utf-8-sig", "replace").split("\n")):
            print(json.dumps(proposal, ensure_ascii=False))
    except InputRejected as error:
        raise BadCall(say.bad_json_line(int(error.details["line"]))) from None
    return DONE


def _figures(given: argparse.Namespace) -> int:
    from reporting.actions.agreements import list_municipalities
    from reporting.actions.figures import raw_figures
    from reporting.counting.listing import figure_objects

    if not given.json:
        raise BadCall(say.needs_json(given.command))
    quarter = quarter_named(given.quarter)
    services = _services(sample=given.sample)
    chosen = (municipality_named(services, given.municipality),) if given.municipality else list_municipalities(services, COMMAND_LINE)
    objects = [o for m in chosen for o in figure_objects(raw_figures(services, COMMAND_LINE, m.key, quarter))]
    print(json.dumps(objects, ensure_ascii=False, indent=1))
    return DONE


def _published(given: argparse.Namespace) -> int:
    from reporting.actions.reader_view import reader_view

    if not given.json:
        raise BadCall(say.needs_json(given.command))
    services = _services(sample=given.sample)
    print(json.dumps(reader_view(services, COMMAND_LINE, municipality_named(services, given.municipality).key), ensure_ascii=False, indent=1))
    return DONE


def _verify(given: argparse.Namespace) -> int:
    from reporting.actions.verify_report import verify_report
    from reporting.texts.verified import FAULTS, Judged, judged, place_in_table

    data = _read(given.file)
    try:
        found = verify_report(_services(sample=given.sample), COMMAND_LINE, data)
    except InputRejected:
        raise BadCall(say.not_ours(given.file)) from None
    agree, code = 0, DONE
    for figure in found.recounts:
        kind, now = judged(figure.printed, figure.shown, figure.value, figure.unit, erased=figure.erased_on, rounded_to=found.rounded_to)
        if kind is Judged.AGREES:
            agree += 1
        elif kind is Judged.ERASED and figure.erased_on is not None:
            print(say.erased(figure.figure, figure.shown, now, figure.erased_on))
        elif kind is Judged.NOT_COUNTED:
            _complain(say.not_counted(figure.figure))
        elif kind is Judged.EDITED:
            _complain(say.edited(figure.figure, figure.printed, figure.shown))
        else:
            _complain(say.differs(figure.figure, figure.shown, now, same_files=found.same_files))
        code = WRONG_INPUT if kind in FAULTS else code
    for cell in found.altered.cells:
        place = place_in_table(cell.table, cell.row, cell.column)
        _complain(say.edited(place, cell.was, cell.shown) if cell.was else say.typed_over(place))
    for chart in found.altered.charts:
        _complain(say.chart_edited(chart.number, chart.caption))
    print(say.recounted(agree, len(found.recounts)))
    return WRONG_INPUT if found.altered.cells or found.altered.charts else code


def _migrate(given: argparse.Namespace) -> int:
    from reporting.bootstrap import migrate
    from reporting.settings import Settings

    print(say.migrated(*migrate(Settings.from_environment())))
    return DONE


def _services(*, sample: bool = False) -> "Services":
    from reporting.bootstrap import open_services
    from reporting.settings import Settings

    return open_services(Settings.from_environment(), sample=sample)


def _read(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError:
        raise BadCall(say.no_file(name)) from None


def _opened(name: str) -> tuple[bytes, UserError | BadCall | None]:
    """The bytes of one of several files; one that cannot be opened does not keep the others waiting."""
    try:
        return _read(name), None
    except BadCall as error:
        return b"", error


def _show_intake(given: argparse.Namespace, name: str, intake: "Intake", refused: UserError | BadCall | None, *, stored: bool) -> int:
    from reporting.intake import inspect_object
    from reporting.texts.findings import finding_sentence

    if given.json:
        shown = inspect_object(intake, name, finding_sentence)
        if refused is not None:
            reason = refused.reason if isinstance(refused, UserError) else Reason.UNREADABLE
            shown |= {"outcome": "reject", "reason": reason.value}
        print(json.dumps(shown, ensure_ascii=False))
    if refused is not None:
        _complain(say.about(name, sentence(refused)) if isinstance(refused, UserError) else str(refused))
        return WRONG_INPUT
    if not given.json:
        warned = len({(w.sheet, w.line) for w in intake.warnings})
        counts = say.rows(intake.rows_read, intake.rows_accepted, warned, intake.rows_reported, intake.rows_skipped, stored=stored)
        print(say.about(name, counts))
        for error in intake.errors[:_SHOWN_ERRORS]:
            print(say.error_line(error.line, error.column, finding_sentence(error), error.sheet))
        if len(intake.errors) > _SHOWN_ERRORS:
            print(say.more_errors(len(intake.errors) - _SHOWN_ERRORS))
    return DONE


def _progress(share: float, doing: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{say.progress(share, doing)}", end="" if share < 1 else "\n", file=sys.stderr, flush=True)


def _complain(said: str) -> None:
    print(said, file=sys.stderr)


_COMMANDS = {
    "report": _report,
    "import": _import,
    "inspect": _inspect,
    "agreements": _agreements,
    "anonymise": _anonymise,
    "figures": _figures,
    "published": _published,
    "verify": _verify,
    "migrate": _migrate,
}
