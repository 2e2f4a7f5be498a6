"""Commands that read files: inspect, agreements, import."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Run

KEYS = {
    *("file", "outcome", "reason", "encoding", "delimiter", "header", "header_line", "mapping", "records", "grain"),
    *("rows_accepted", "rows_reported", "rows_skipped", "error_lines", "warning_lines", "file_warnings", "per_quarter"),
}
SMALL = "Cliëntnummer;Datum;Activiteit;Wijk\r\n001;03-07-2026;Koffie;Noord\r\n002;31-02-2026;Koffie;Noord\r\n\r\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "klein.csv"
    path.write_bytes(SMALL.encode("cp1252"))
    return path


def test_inspect_shows_one_object_a_file_and_stores_nothing(run: Run, world: Path, small: Path) -> None:
    shown = run("inspect", "--json", small, SAMPLE / "trajecten.csv")
    assert (shown.code, shown.err) == (0, "")
    first, second = (json.loads(line) for line in shown.out.splitlines())
    assert set(first) >= KEYS
    assert set(first) == set(second)
    assert first["file"] == str(small)
    assert (first["outcome"], first["grain"], first["rows_accepted"], first["rows_reported"]) == ("accept", "contact", 1, 1)
    assert first["records"][0]["date"] == "2026-07-03"
    assert first["error_lines"][0]["line"] == 3
    assert second["grain"] == "trajectory"
    assert not (world / "data").exists()
    assert not (world / "keys").exists()


def test_inspect_without_json_tells_it_in_words(run: Run, small: Path) -> None:
    shown = run("inspect", small)
    assert shown.code == 0
    assert "rijen gelezen = 1 goed + 1 fout" in shown.out
    assert "regel 3, Datum: “31-02-2026”" in shown.out


def test_a_refused_file_gives_2_and_the_others_are_still_shown(run: Run, tmp_path: Path, small: Path) -> None:
    photo = tmp_path / "foto.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    shown = run("inspect", "--json", photo, small)
    assert shown.code == 2
    refused, good = (json.loads(line) for line in shown.out.splitlines())
    assert (refused["outcome"], refused["reason"], good["outcome"]) == ("reject", "wrong_type", "accept")
    assert shown.err.startswith(f"{photo}: Dit is geen CSV- of Excelbestand.")


def test_a_missing_file_does_not_keep_the_others_waiting(run: Run, small: Path) -> None:
    shown = run("inspect", "--json", "weg.csv", small)
    assert shown.code == 2
    missing, good = (json.loads(line) for line in shown.out.splitlines())
    assert (missing["file"], missing["outcome"], missing["reason"]) == ("weg.csv", "reject", "unreadable")
    assert good["outcome"] == "accept"
    assert shown.err == "Het bestand weg.csv is niet te openen. Controleer de naam en of u het mag lezen.\n"


def test_agreements_then_registrations_then_the_same_file_again(run: Run, small: Path) -> None:
    agreements = run("agreements", SAMPLE / "afspraken.csv")
    assert (agreements.code, agreements.err) == (0, "")
    assert agreements.out.startswith("19 indicatoren opgeslagen: Merelveen 2025; Merelveen 2026.")
    first = run("import", "--municipality", "Merelveen", small)
    assert (first.code, first.err) == (0, "")
    assert "1 opgeslagen + 1 fout" in first.out
    again = run("import", "--municipality", "GM9999", "--json", small)
    assert again.code == 2
    assert json.loads(again.out)["reason"] == "already_imported"
    assert "al ingelezen" in again.err


def test_import_without_agreements_asks_for_a_municipality(run: Run, small: Path) -> None:
    shown = run("import", small)
    assert shown.code == 2
    assert "bij welke gemeente" in shown.err


def test_import_for_an_unknown_municipality_is_refused(run: Run, small: Path) -> None:
    run("agreements", SAMPLE / "afspraken.csv")
    shown = run("import", "--municipality", "Elders", small)
    assert shown.code == 2
    assert "nog geen afspraken" in shown.err


def test_agreements_nobody_can_read_are_refused(run: Run, small: Path) -> None:
    shown = run("agreements", small)
    assert (shown.code, shown.out) == (2, "")


def test_several_files_in_one_import(run: Run, tmp_path: Path) -> None:
    run("agreements", SAMPLE / "afspraken.csv")
    names = []
    for name in ("deelname-huiskamers.csv", "contacten.xlsx", "trajecten.csv"):
        names.append(shutil.copy(SAMPLE / name, tmp_path / name))
    shown = run("import", "--json", *names)
    assert (shown.code, shown.err) == (0, "")
    objects = [json.loads(line) for line in shown.out.splitlines()]
    assert [o["grain"] for o in objects] == ["attendance", "contact", "trajectory"]
    assert all(o["rows_reported"] > 0 for o in objects)
    assert next(o["encoding"] for o in objects) == "windows-1252"


def test_import_in_a_process_of_its_own_stores_for_the_next(process: Run, tmp_path: Path, small: Path) -> None:
    assert process("agreements", SAMPLE / "afspraken.csv", folder=tmp_path).code == 0
    assert process("import", small, folder=tmp_path, locale="C").code == 0
    assert process("import", small, folder=tmp_path).code == 2
