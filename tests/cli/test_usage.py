"""How commands are called: Dutch help, Dutch complaints, and every command and option documented."""

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reporting import cli
from reporting.cli_arguments import build_parser
from tests.cli.conftest import ROOT, Run

ENGLISH = re.compile(r"\b(usage|options|show this|error|required|optional|argument|invalid|choose from|positional|expected)\b", re.IGNORECASE)
DOCUMENT = (ROOT / "docs" / "opdrachtregel.md").read_text("utf-8")


def _commands() -> dict[str, argparse.ArgumentParser]:
    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("no commands")


@pytest.mark.parametrize("command", [[], *([name] for name in _commands())], ids=lambda c: " ".join(c) or "all")
def test_help_is_dutch(run: Run, command: list[str]) -> None:
    shown = run(*command, "--help")
    assert shown.code == 0
    assert shown.out.startswith("gebruik: python -m reporting")
    assert not ENGLISH.search(shown.out)
    assert shown.err == ""


@pytest.mark.parametrize("name", _commands())
def test_every_command_and_option_is_documented(name: str) -> None:
    line = next(x for x in DOCUMENT.splitlines() if f"python -m reporting {name}" in x)
    for action in _commands()[name]._actions:
        for option in action.option_strings:
            if option not in ("-h", "--help"):
                assert option in line
        assert action.help


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Er ontbreekt: opdracht."),
        (["tellen"], "tellen is geen opdracht. Kies uit: report, import"),
        (["report"], "Er ontbreekt: --quarter, --out."),
        (["import"], "Er ontbreekt: BESTAND."),
        (["migrate", "--snel"], "Dit hoort niet bij deze opdracht: --snel."),
        (["report", "--quarter", "2026-K3", "--out", "x", "--edition", "week"], "week past niet bij --edition. Kies uit: kwartaalrapport, gesprekspagina,"),
        (["report", "--quarter"], "Na --quarter hoort iets te staan."),
        (["report", "--quarter", "2026-K3", "--out", "x", "--final=ja"], "--final past hier niet."),
    ],
)
def test_a_wrong_call_is_explained_in_dutch(run: Run, arguments: list[str], said: str) -> None:
    shown = run(*arguments)
    assert shown.code == 2
    assert shown.err.startswith(said)
    assert "gebruik: python -m reporting" in shown.err
    assert not ENGLISH.search(shown.err.replace("report", ""))
    assert shown.out == ""


def test_a_quarter_nobody_can_read_is_said(run: Run) -> None:
    shown = run("report", "--quarter", "herfst", "--out", "x.docx")
    assert (shown.code, shown.out) == (2, "")
    assert "2026-K3" in shown.err


@pytest.mark.parametrize("command", ["figures", "published"])
def test_raw_lists_are_only_given_as_json(run: Run, command: str) -> None:
    shown = run(command, *(["--quarter", "2026-K3"] if command == "figures" else []))
    assert shown.code == 2
    assert f"De opdracht {command} toont alleen JSON" in shown.err


def test_a_missing_file_is_a_sentence(run: Run) -> None:
    for command in ("inspect", "import", "agreements"):
        shown = run(command, "bestaat-niet.csv")
        assert (shown.code, shown.out) == (2, "")
        assert "bestaat-niet.csv is niet te openen" in shown.err


def test_our_own_fault_is_a_sentence_without_traceback_or_data(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> int:
        raise KeyError("Truus Jansen")

    monkeypatch.setitem(cli._COMMANDS, "migrate", broken)
    shown = run("migrate")
    assert shown.code == 1
    assert shown.err.startswith("Er ging iets mis in het programma.")
    assert "KeyError in test_usage.py" in shown.err
    assert "Truus" not in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(("stop", "code", "said"), [(KeyboardInterrupt, 1, "Gestopt."), (BrokenPipeError, 0, "")])
def test_a_command_that_is_stopped_says_so_without_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], code: int, said: str
) -> None:
    def stopped(_: object) -> int:
        raise stop

    monkeypatch.setitem(cli._COMMANDS, "migrate", stopped)
    shown = run("migrate")
    assert shown.code == code
    assert shown.err.startswith(said)
    assert "Traceback" not in shown.err


def test_help_opens_no_room_and_no_world(process: Run, tmp_path: Path) -> None:
    shown = process("--help", folder=tmp_path, locale="C")
    assert shown.code == 0
    assert "gebruik" in shown.out
    assert list(tmp_path.iterdir()) == []


def test_a_command_line_that_only_helps_imports_no_heavy_room() -> None:
    code = (
        "import sys, reporting.cli; reporting.cli.build_parser(); print([m for m in ('pandas', 'sqlalchemy', 'docx', 'duckdb', 'altair') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"
