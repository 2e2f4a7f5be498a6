"""Which commands there are, what each takes, and which quarter and municipality are meant; help and complaints in Dutch."""

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from reporting.errors import InputRejected, Reason
from reporting.model.municipality import Municipality, municipality_key
from reporting.model.people import COMMAND_LINE
from reporting.model.period import Quarter
from reporting.texts import cli as say
from reporting.texts.numbers import capital

if TYPE_CHECKING:
    from reporting.ports import Services

WRONG_INPUT = 2


class BadCall(Exception):
    """A file, a place or a choice that cannot be used; the message is a Dutch sentence."""


class _DutchHelp(argparse.HelpFormatter):
    """Help that opens with "gebruik" and leaves room for long option names."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401
        super().add_usage(usage, actions, groups, say.USAGE if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Dutch."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        super().__init__(**options, formatter_class=_DutchHelp, add_help=False, allow_abbrev=False)
        self.arguments = self.add_argument_group(say.ARGUMENTS)
        self.options = self.add_argument_group(say.OPTIONS)
        self.options.add_argument("-h", "--help", action="help", help=say.HELP)

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how the command is used; exit 2."""
        self.exit(WRONG_INPUT, f"{say.usage_error(message)}\n{self.format_usage()}")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line: one subparser a command."""
    parser = _Parser(prog="python -m reporting", description=say.DESCRIPTION, epilog=say.EPILOG)
    commands = parser.add_subparsers(dest="command", required=True, title=say.COMMANDS, metavar="opdracht", parser_class=_Parser)

    def command(name: str) -> _Parser:
        return commands.add_parser(name, help=say.COMMAND_HELP[name], description=f"{capital(say.COMMAND_HELP[name])}.")

    def quarter(to: _Parser) -> None:
        to.options.add_argument("--quarter", required=True, metavar="KWARTAAL", help=say.OPTION_HELP["quarter"])

    def municipality(to: _Parser, *, required: bool = False) -> None:
        to.options.add_argument("--municipality", default="", required=required, metavar="GEMEENTE", help=say.OPTION_HELP["municipality"])

    def flag(to: _Parser, name: str) -> None:
        to.options.add_argument(f"--{name}", action="store_true", help=say.OPTION_HELP[name])

    report = command("report")
    quarter(report)
    municipality(report)
    flag(report, "sample")
    flag(report, "final")
    flag(report, "pdf")
    report.options.add_argument("--edition", choices=tuple(say.EDITIONS), default="kwartaalrapport", metavar="SOORT", help=say.OPTION_HELP["edition"])
    report.options.add_argument("--out", required=True, metavar="BESTAND", help=say.OPTION_HELP["out"])
    store = command("import")
    municipality(store)
    flag(store, "json")
    inspect = command("inspect")
    flag(inspect, "json")
    for reader in (store, inspect):
        reader.arguments.add_argument("files", nargs="+", metavar="BESTAND", help=say.OPTION_HELP["files"])
    command("agreements").arguments.add_argument("file", metavar="BESTAND", help=say.OPTION_HELP["agreements_file"])
    command("anonymise").options.add_argument("--jsonl", required=True, metavar="BESTAND", help=say.OPTION_HELP["jsonl"])
    figures = command("figures")
    quarter(figures)
    municipality(figures)
    published = command("published")
    municipality(published)
    for shower in (figures, published):
        flag(shower, "sample")
        flag(shower, "json")
    verify = command("verify")
    flag(verify, "sample")
    verify.arguments.add_argument("file", metavar="RAPPORT", help=say.OPTION_HELP["document"])
    command("migrate")
    return parser


def quarter_named(text: str) -> Quarter:
    """The quarter meant. Raises InputRejected(BAD_QUARTER)."""
    try:
        return Quarter.parse(text)
    except ValueError:
        raise InputRejected(Reason.BAD_QUARTER) from None


def municipality_named(services: "Services", text: str) -> Municipality:
    """The municipality meant, by code or name; the only one when nothing was said.

    Raises BadCall where there are more to choose from, InputRejected (NO_MUNICIPALITY, UNKNOWN_MUNICIPALITY) where there is none.
    """
    from reporting.actions.agreements import list_municipalities

    known = list_municipalities(services, COMMAND_LINE)
    if not text:
        if len(known) > 1:
            raise BadCall(say.which_municipality([m.name for m in known]))
        if not known:
            raise InputRejected(Reason.NO_MUNICIPALITY)
        return known[0]
    key = Municipality.named(text).key
    for municipality in known:
        if key in (municipality.key, municipality_key(municipality.name)):
            return municipality
    raise InputRejected(Reason.UNKNOWN_MUNICIPALITY)
