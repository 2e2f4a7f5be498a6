"""Vaststellen from the command line, and what readers have afterwards."""

import io
import json
import shutil
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from reporting.cli import main
from tests.unit.disclosure.attacker import Attacker

KEPT = ("Dorpshart", "Noorderkamp", "De Weiden", "Waterkant", "Molenhoek", "Sluisbuurt", "onbekend")  # sample_data/organisatie.json: the rest is merged
PERIODS = {"quarter": "2026-K3", "previous": "2026-K2", "last_year": "2025-K3", "to_date": "2026-tm-K3"}


@pytest.fixture(scope="module")
def told(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What `published` and `figures` say: before anything is vastgesteld, after one report, and of the raw figures."""
    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(played, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_DIR", str(folder / "data"))
        patch.setenv("KEY_DIR", str(folder / "keys"))
        before = _said("published", "--sample", "--json")
        _said("report", "--sample", "--final", "--quarter", "2026-K3", "--out", str(folder / "vastgesteld.docx"))
        return {
            "before": json.loads(before),
            "after": json.loads(_said("published", "--sample", "--json")),
            "figures": json.loads(_said("figures", "--sample", "--quarter", "2026-K3", "--json")),
        }


def _said(*arguments: str) -> str:
    with redirect_stdout(io.StringIO()) as out:
        assert main(list(arguments)) == 0
    return out.getvalue()


def test_published_holds_what_readers_have_and_nothing_else(told: Mapping[str, Any]) -> None:
    assert told["before"] == {"threshold": 5, "cells": [], "relations": []}
    shown = told["after"]
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


def test_every_relation_is_true_of_the_raw_figures(told: Mapping[str, Any]) -> None:
    shown = told["after"]
    raw: dict[str, float] = {}
    for figure in told["figures"]:
        tail = "" if figure["breakdown"] is None else f"|{figure['breakdown']}"
        raw[f"{figure['indicator']}|{PERIODS[figure['period']]}{tail}"] = figure["value"]
    for name in [n for n in raw if "|district:" in n and n.split(":")[1] not in KEPT]:
        merged = f"{name.split(':')[0]}:overige wijken"
        raw[merged] = (raw.get(merged) or 0) + raw[name]
    attacker = Attacker(shown)
    counts = {c["id"]: name for c in shown["cells"] if "stat_of" not in c and (name := c["id"].removesuffix(f" · {c['report']}")) in raw}
    printed = {c["id"]: c["value"] for c in shown["cells"] if "value" in c and c["id"] in counts}
    assert len(printed) >= 60
    assert {id_: raw[counts[id_]] for id_ in printed} == printed
    hidden = {id_: raw[counts[id_]] for id_ in attacker.hidden if id_ in counts}
    assert len(hidden) >= 6
    assert attacker.fits(hidden)
    assert sum(not attacker.fits(hidden | {id_: value + 1}) for id_, value in hidden.items()) >= 4
