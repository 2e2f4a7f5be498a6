"""Stories with gold spans, and how well the detector does on them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reporting.model.story import KnownNames, Level, Redaction, SpanType
from reporting.stories import detect

EXAMPLES = Path(__file__).parent / "examples"
_GOLD = re.compile(r"\[\[(~?)([A-Z_]+):(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Gold:
    """A span that a careful reader marked."""

    start: int
    end: int
    text: str
    type: SpanType
    direct: bool


@dataclass(frozen=True)
class Example:
    """A story without its marks, and the marks."""

    id: str
    text: str
    gold: tuple[Gold, ...]

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(g.text for g in self.gold if g.type is SpanType.PERSON))


def examples(name: str) -> tuple[Example, ...]:
    """The stories of one file of examples/."""
    parts = re.split(r"^=== (\S+)\n", (EXAMPLES / f"{name}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    return tuple(_example(parts[i], parts[i + 1].strip()) for i in range(0, len(parts), 2))


def _example(key: str, marked: str) -> Example:
    text, gold, at = "", [], 0
    for match in _GOLD.finditer(marked):
        text += marked[at : match.start()]
        gold.append(Gold(len(text), len(text) + len(match[3]), match[3], SpanType(match[2]), not match[1]))
        text += match[3]
        at = match.end()
    return Example(key, text + marked[at:], tuple(gold))


@dataclass
class Score:
    """Counts over a set of stories; shares are percentages."""

    direct: int = 0
    direct_found: int = 0
    people: int = 0
    people_found: int = 0
    proposed: int = 0
    right: int = 0
    characters: int = 0
    left: int = 0
    stories: int = 0
    whole: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return 100 * self.direct_found / self.direct

    @property
    def person_recall(self) -> float:
        return 100 * self.people_found / self.people

    @property
    def precision(self) -> float:
        return 100 * self.right / self.proposed

    @property
    def characters_left(self) -> float:
        return 100 * self.left / self.characters

    @property
    def stories_whole(self) -> float:
        return 100 * self.whole / self.stories

    def __str__(self) -> str:
        return (
            f"direct {self.recall:.1f}% persons {self.person_recall:.1f}% precision {self.precision:.1f}% "
            f"left {self.characters_left:.2f}% whole {self.stories_whole:.0f}% ({self.direct} spans, {self.proposed} proposed, {self.stories} stories)"
        )


Detector = Callable[[str, KnownNames], Sequence[Redaction]]


def score(stories: Sequence[Example], detector: Detector = detect, *, known: bool = False, lower: bool = False) -> Score:
    """How a detector does: a span is found when all its characters are covered, a proposal right when it touches a gold span."""
    total = Score()
    for story in stories:
        text = story.text.lower() if lower else story.text
        found = [r for r in detector(text, KnownNames(people=story.people if known else ())) if r.level is Level.DIRECT]
        covered = {i for r in found for i in range(r.start, r.end)}
        leak = False
        for gold in story.gold:
            if not gold.direct:
                continue
            left = [i for i in range(gold.start, gold.end) if i not in covered and not text[i].isspace()]
            total.direct += 1
            total.characters += gold.end - gold.start
            total.left += len(left)
            total.direct_found += not left
            if gold.type is SpanType.PERSON:
                total.people += 1
                total.people_found += not left
            if left:
                leak = True
                total.missed.append(f"{story.id} {gold.type} {gold.text}")
        for redaction in found:
            right = any(g.start < redaction.end and redaction.start < g.end for g in story.gold)
            total.proposed += 1
            total.right += right
            if not right:
                total.false.append(f"{story.id} {redaction.type} {redaction.text} ({redaction.source} {redaction.score})")
        total.stories += 1
        total.whole += not leak
    return total
