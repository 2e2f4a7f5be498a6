"""Proposals for loose texts: the objects, what a wrong line says, and that a second pass finds nothing new."""

import json
from pathlib import Path

from tests.cli.conftest import Run

LINES: list[dict[str, object]] = [
    {"id": "a", "text": "😀 Mevrouw Truus van der Meulen (67) uit Gouda belde haar buurman Ahmed op 06-12345678.", "known": ["Truus van der Meulen"]},
    {"id": 2, "text": "Feven en Semhar kwamen in het buurthuis.", "leave": ["Semhar"]},
]


def _file(folder: Path, lines: list[dict[str, object]]) -> Path:
    path = folder / "verhalen.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n", "utf-8")
    return path


def test_one_object_a_line_with_offsets_in_code_points(run: Run, world: Path, tmp_path: Path) -> None:
    shown = run("anonymise", "--jsonl", _file(tmp_path, LINES))
    assert (shown.code, shown.err) == (0, "")
    first, second = (json.loads(line) for line in shown.out.splitlines())
    assert set(first) == {"id", "result", "spans"}
    assert set(first["spans"][0]) == {"start", "end", "text", "type", "level", "score", "band", "replacement"}
    assert all(str(LINES[0]["text"])[s["start"] : s["end"]] == s["text"] for s in first["spans"])
    for gone in ("Truus", "Meulen", "Gouda", "Ahmed", "06-12345678"):
        assert gone not in first["result"]
    assert second["id"] == 2
    assert "Semhar" in second["result"]
    assert "Feven" not in second["result"]
    assert not (world / "data").exists()


def test_a_second_pass_with_the_substitutes_left_alone_proposes_nothing_new(run: Run, tmp_path: Path) -> None:
    first = json.loads(run("anonymise", "--jsonl", _file(tmp_path, LINES[:1])).out)
    leave = [s["replacement"] for s in first["spans"] if s["type"] == "PERSON"]
    again = json.loads(run("anonymise", "--jsonl", _file(tmp_path, [{"id": "a", "text": first["result"], "leave": leave}])).out)
    assert [s for s in again["spans"] if s["level"] == "direct"] == []


def test_a_line_that_is_no_story_is_said_with_its_number(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kapot.jsonl"
    path.write_text('{"id": 1, "text": "Goed."}\n{"id": 2}\n', "utf-8")
    shown = run("anonymise", "--jsonl", path)
    assert shown.code == 2
    assert shown.err.startswith("Regel 2 is geen JSON-object met id en text.")
