"""The handbook calls screens and buttons by the names they have."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
HANDBOOK = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
SHOWN = "\n".join(
    p.read_text("utf-8") for folder in ("pages", "reporting/ui", "reporting/texts") for p in (ROOT / folder).rglob("*.*") if p.suffix in {".py", ".js"}
)


def test_what_the_handbook_prints_bold_can_be_found_on_a_screen() -> None:
    bold = [re.sub(r"\s+", " ", b).rstrip(".") for b in re.findall(r"\*\*(.+?)\*\*", HANDBOOK, re.DOTALL)]
    assert len(bold) > 20
    assert [b for b in bold if b not in SHOWN] == []


def test_every_screen_has_its_chapter() -> None:
    chapters = re.findall(r"^## (?:\d )?(.+)$", HANDBOOK, re.MULTILINE)
    for screen in ("Afspraken", "Registraties inlezen", "Verhalen", "Nakijken en goedkeuren", "Cijfers en toelichting", "Rapport maken", "Instellingen"):
        assert screen in chapters


def test_sentences_are_short_enough_to_read() -> None:
    sentences = re.split(r"(?<=[.?!:])\s+", re.sub(r"[*`#]|\(.*?\)", "", HANDBOOK))
    lengths = [len(s.split()) for s in sentences if s.strip()]
    assert max(lengths) <= 28
    assert sum(lengths) / len(lengths) <= 12
