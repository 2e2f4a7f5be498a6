"""Vaststellen from the command line, and what readers have afterwards."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_published_holds_what_readers_have_and_nothing_else(sample: Run, world: Path) -> None:
    assert json.loads(sample("published", "--sample", "--json").out) == {"threshold": 5, "cells": [], "relations": []}
    made = sample("report", "--sample", "--final", "--quarter", "2026-K3", "--out", world / "vastgesteld.docx")
    assert (made.code, made.err) == (0, "")
    shown = json.loads(sample("published", "--sample", "--json").out)
    ids = [cell["id"] for cell in shown["cells"]]
    assert len(ids) == len(set(ids)) > 300
    by_figure = {cell["id"].split(" · ")[0]: cell for cell in shown["cells"] if cell["report"] != "nowhere"}
    assert by_figure["SB1|2026-K3"]["value"] == 278
    assert {k: by_figure["VK1|2026-K3"][k] for k in ("hidden", "lo", "hi")} == {"hidden": True, "lo": 1, "hi": 4}
    assert "value" not in by_figure["VK1|2026-K3"]
    small = [c for c in shown["cells"] if 0 < c.get("value", 0) < 5]
    assert small == []
    known = set(ids)
    for relation in shown["relations"]:
        named = [*relation.get("parts", []), *relation.get("terms", {}), *(relation[k] for k in ("total", "num", "den") if k in relation)]
        assert named
        assert set(named) <= known


def test_every_relation_is_true_of_the_raw_figures(sample: Run, world: Path) -> None:
    sample("report", "--sample", "--final", "--quarter", "2026-K3", "--out", world / "vastgesteld.docx")
    shown = json.loads(sample("published", "--sample", "--json").out)
    raw: dict[str, float] = {}
    names = {"quarter": "2026-K3", "previous": "2026-K2", "last_year": "2025-K3", "to_date": "2026-tm-K3"}
    for figure in json.loads(sample("figures", "--sample", "--quarter", "2026-K3", "--json").out):
        tail = "" if figure["breakdown"] is None else f"|{figure['breakdown']}"
        raw[f"{figure['indicator']}|{names[figure['period']]}{tail}"] = figure["value"]
    kept = ("Dorpshart", "Noorderkamp", "De Weiden", "Waterkant", "Molenhoek", "Sluisbuurt", "onbekend")  # sample_data/organisatie.json: the rest is merged
    for name in [n for n in raw if "|district:" in n and n.split(":")[1] not in kept]:
        merged = f"{name.split(':')[0]}:overige wijken"
        raw[merged] = (raw.get(merged) or 0) + raw[name]
    report = next(c["report"] for c in shown["cells"] if c["report"] != "nowhere")
    values = {f"{name} · {report}": value for name, value in raw.items() if value is not None}
    checked = 0
    for relation in shown["relations"]:
        if "parts" in relation and {relation["total"], *relation["parts"]} <= set(values):
            assert values[relation["total"]] == sum(values[p] for p in relation["parts"])
            checked += 1
    assert checked >= 5
