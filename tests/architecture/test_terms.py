"""The words of docs/begrippen.md are the words of the code."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_code_word_in_begrippen_exists_in_the_code() -> None:
    code = "\n".join(p.read_text("utf-8") for p in (ROOT / "reporting").rglob("*.py"))
    words = re.findall(r"\| `(\w+)` \|", (ROOT / "docs" / "begrippen.md").read_text("utf-8"))
    assert len(words) > 40
    assert [w for w in words if not re.search(rf"\b{w}", code)] == []
