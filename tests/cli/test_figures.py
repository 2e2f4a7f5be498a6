"""Raw figures and the report, from the sample."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Run

KEYS = {
    *("municipality", "indicator", "period", "breakdown", "value", "unit", "n", "asked", "answered", "share_of_target"),
    *("status", "why_not", "batches"),
}


def test_figures_lists_every_indicator_over_the_four_periods(sample: Run) -> None:
    shown = sample("figures", "--quarter", "2026-K3", "--sample", "--json")
    assert (shown.code, shown.err) == (0, "")
    figures = json.loads(shown.out)
    assert all(set(f) == KEYS for f in figures)
    assert {f["municipality"] for f in figures} == {"GM9999"}
    totals = {(f["indicator"], f["period"]): f for f in figures if f["breakdown"] is None}
    assert {code for code, _ in totals} == {"SB1", "SB2", "SB3", "ZE1", "ZE2", "ZE3", "ZE4", "VK1", "VK2", "VK3"}
    assert {period for _, period in totals} == {"quarter", "previous", "last_year", "to_date"}
    assert len(totals) == 40


def test_three_of_five_women_are_counted(sample: Run) -> None:
    figures = json.loads(sample("figures", "--quarter", "2026-K3", "--sample", "--json").out)
    women = {f["period"]: f for f in figures if f["indicator"] == "VK1" and f["breakdown"] is None}
    assert (women["quarter"]["value"], women["to_date"]["value"], women["to_date"]["share_of_target"]) == (3, 3, 60)
    assert (women["to_date"]["status"], women["quarter"]["status"]) == ("on_course", None)


def test_a_breakdown_adds_up_to_its_total(sample: Run) -> None:
    figures = json.loads(sample("figures", "--quarter", "2026-K3", "--sample", "--json").out)
    total = next(f["value"] for f in figures if (f["indicator"], f["period"], f["breakdown"]) == ("SB1", "quarter", None))
    for dimension in ("district:", "age:"):
        parts = [f["value"] for f in figures if f["indicator"] == "SB1" and f["period"] == "quarter" and (f["breakdown"] or "").startswith(dimension)]
        assert len(parts) > 3
        assert sum(parts) == total


def test_report_writes_a_concept_marked_as_sample(sample: Run, tmp_path: Path) -> None:
    out = tmp_path / "kwartaalrapport-2026-K3-concept.docx"
    shown = sample("report", "--quarter", "2026-K3", "--sample", "--out", out)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == f"Rapport is klaar: {out}\n"
    document = Document(BytesIO(out.read_bytes()))
    headers = " ".join(p.text for s in document.sections for p in s.header.paragraphs)
    assert "CONCEPT" in headers
    assert "VOORBEELDGEGEVENS" in headers


def test_report_that_cannot_be_written_is_a_sentence(sample: Run, tmp_path: Path) -> None:
    shown = sample("report", "--quarter", "2026-K3", "--sample", "--out", tmp_path / "geen" / "map.docx")
    assert (shown.code, shown.out) == (2, "")
    assert "is niet te schrijven" in shown.err


def test_a_quarter_without_figures_is_said(sample: Run, tmp_path: Path) -> None:
    shown = sample("report", "--quarter", "2031-K1", "--sample", "--out", tmp_path / "x.docx")
    assert shown.code == 2
    assert "geen cijfers" in shown.err


def test_report_without_agreements_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    shown = run("report", "--quarter", "2026-K3", "--out", tmp_path / "x.docx")
    assert shown.code == 2
    assert "afspraken" in shown.err


def test_with_two_municipalities_one_must_be_chosen_and_each_has_its_own_figures(run: Run, tmp_path: Path) -> None:
    agreements = tmp_path / "afspraken.csv"
    agreements.write_text(
        "gemeente;jaar;thema;code;indicator;eenheid;activiteiten;jaardoel\n"
        "Lindemeer;2026;Meedoen;A1;Bezoekers;unieke cliënten;Koffie;10\n"
        "Waterdrecht;2026;Meedoen;A1;Bezoekers;unieke cliënten;Koffie;10\n",
        "utf-8",
    )
    rows = tmp_path / "rijen.csv"
    rows.write_text(
        "cliëntnummer;datum;activiteit;gemeente\n1;01-07-2026;Koffie;Lindemeer\n2;01-07-2026;Koffie;lindemeer\n1;02-07-2026;Koffie;Waterdrecht\n", "utf-8"
    )
    assert run("agreements", agreements).code == 0
    assert run("import", rows).code == 0
    refused = run("report", "--quarter", "2026-K3", "--out", tmp_path / "x.docx")
    assert refused.code == 2
    assert refused.err == "Er zijn meer gemeenten. Kies er een met --municipality: Lindemeer, Waterdrecht.\n"
    both = json.loads(run("figures", "--quarter", "2026-K3", "--json").out)
    now = {f["municipality"]: f["value"] for f in both if f["period"] == "quarter" and f["breakdown"] is None}
    assert now == {"lindemeer": 2, "waterdrecht": 1}
    one = json.loads(run("figures", "--quarter", "2026-K3", "--municipality", "Gemeente Waterdrecht", "--json").out)
    assert {f["municipality"] for f in one} == {"waterdrecht"}
    assert run("report", "--quarter", "2026-K3", "--municipality", "Lindemeer", "--out", tmp_path / "x.docx").code == 0


@pytest.mark.parametrize(("edition", "heading"), [("gesprekspagina", "Om over te praten"), ("jaarrapport", "In één oogopslag"), ("kennismaking", "Begrippen")])
def test_every_edition_is_made(sample: Run, tmp_path: Path, edition: str, heading: str) -> None:
    out = tmp_path / f"{edition}.docx"
    assert sample("report", "--quarter", "2026-K3", "--sample", "--edition", edition, "--out", out).code == 0
    opened = Document(BytesIO(out.read_bytes()))
    assert edition in opened.core_properties.title.casefold()
    assert heading in [p.text for p in opened.paragraphs]


def test_without_libreoffice_the_word_file_is_there_and_the_pdf_is_refused_in_a_sentence(sample: Run, tmp_path: Path) -> None:
    out = tmp_path / "rapport.docx"
    shown = sample("report", "--quarter", "2026-K3", "--sample", "--edition", "gesprekspagina", "--pdf", "--out", out)
    assert (shown.code, out.exists(), out.with_suffix(".pdf").exists()) == (2, True, False)
    assert "Daarvoor is LibreOffice nodig" in shown.err
