"""The JSON lines of the command line, and that a second pass finds nothing new."""

import json

import pytest

from reporting.errors import InputRejected, Reason
from reporting.stories import anonymise_lines
from tests.unit.stories.scoring import Example, examples

SECRET = b"nog een verzonnen geheim van lengte"
ALL = tuple(story for name in ("tune", "held_out", *(f"held_out_{n}" for n in range(2, 16))) for story in examples(name))


def test_a_line_gives_the_agreed_object() -> None:
    line = json.dumps({"id": 7, "text": "Semhar woont in Zwolle en is 67 jaar oud.", "known": ["Semhar Tesfay"]})
    (answer,) = anonymise_lines(["\n", line], SECRET)
    assert set(answer) == {"id", "result", "spans"}
    assert [(s["text"], s["type"], s["level"], s["band"]) for s in answer["spans"]] == [
        ("Semhar", "PERSON", "direct", "zeker"),
        ("Zwolle", "PLACE", "direct", "zeker"),
        ("67 jaar oud", "AGE", "indirect", "zeker"),
    ]
    name, age = answer["spans"][0]["replacement"], answer["spans"][2]["replacement"]
    assert answer["result"] == f"{name} woont in de stad en is 67 jaar oud."
    assert age == "eind zestig"


def test_names_to_leave_are_left() -> None:
    line = json.dumps({"id": "a", "text": "Elif en Elifs broer Emre kwamen.", "leave": ["Elif"]})
    (answer,) = anonymise_lines([line], SECRET)
    assert [s["text"] for s in answer["spans"]] == ["Emre"]


@pytest.mark.parametrize(
    "line", ["geen json", "[1]", '{"id": 1}', '{"text": "a"}', '{"id": 1, "text": "a", "known": "Ria"}', '{"id": 1, "text": "a", "leave": [1]}']
)
def test_a_line_that_is_no_such_object_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(InputRejected) as refused:
        list(anonymise_lines(['{"id": 1, "text": ""}', line], SECRET))
    assert refused.value.reason is Reason.UNREADABLE
    assert refused.value.details == {"line": 2}


def test_without_a_secret_two_runs_choose_differently() -> None:
    lines = [json.dumps({"id": n, "text": "Truus kwam."}) for n in range(8)]
    assert [a["result"] for a in anonymise_lines(lines)] != [a["result"] for a in anonymise_lines(lines)]


@pytest.mark.parametrize("story", ALL, ids=lambda s: s.id)
def test_a_second_pass_with_the_substitutes_left_proposes_nothing_new(story: Example) -> None:
    (first,) = anonymise_lines([json.dumps({"id": story.id, "text": story.text})], SECRET)
    substitutes = [s["replacement"] for s in first["spans"] if s["type"] == "PERSON"]
    (second,) = anonymise_lines([json.dumps({"id": story.id, "text": first["result"], "leave": substitutes})], SECRET)
    assert [s["text"] for s in second["spans"] if s["level"] == "direct"] == []
    before = {s["text"].casefold() for s in first["spans"]}
    assert [s["text"] for s in second["spans"] if s["text"].casefold() not in before] == []
