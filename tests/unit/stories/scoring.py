"""Stories with gold spans, and how well the detector does on them."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

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
    """How a detector does on stories, as typed or in lower case, with or without the names known beforehand."""
    if lower:
        stories = [replace(story, text=story.text.lower()) for story in stories]
    found = []
    for story in stories:
        names = KnownNames(people=story.people if known else ())
        found.append([(r.start, r.end) for r in detector(story.text, names) if r.level is Level.DIRECT])
    return score_spans(stories, found)


def score_spans(stories: Sequence[Example], found: Any) -> Score:
    """How (start, end) spans per story do: a gold span is found when all its characters are covered, a proposal right when it touches one."""
    total = Score()
    for story, spans in zip(stories, found, strict=True):
        covered = {i for start, end in spans for i in range(start, end)}
        leak = False
        for gold in story.gold:
            if not gold.direct:
                continue
            left = [i for i in range(gold.start, gold.end) if i not in covered and not story.text[i].isspace()]
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
        for start, end in spans:
            right = any(g.start < end and start < g.end for g in story.gold)
            total.proposed += 1
            total.right += right
            if not right:
                total.false.append(f"{story.id} {story.text[start:end]}")
        total.stories += 1
        total.whole += not leak
    return total


_SYLLABLES = ("ba", "ri", "mo", "zel", "tu", "ka", "shi", "ne", "lor", "vi", "dra", "fen", "ol", "yu", "qa", "pem", "wi", "sto", "gre", "hau")


def with_invented_names(story: Example, seed: int) -> Example:
    """The story with every word of every person's name replaced by a name nobody ever bore; the same word by the same name."""
    chance = random.Random(f"{story.id}{seed}")
    names: dict[str, str] = {}

    def invented(word: str) -> str:
        if not word[0].isupper() or word.endswith("."):
            return word
        if word not in names:
            names[word] = "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((2, 2, 3)))).capitalize()
        return names[word]

    text, gold, at = "", [], 0
    for span in story.gold:
        text += story.text[at : span.start]
        words = " ".join(invented(w) for w in span.text.split(" ")) if span.type is SpanType.PERSON else span.text
        gold.append(Gold(len(text), len(text) + len(words), words, span.type, span.direct))
        text += words
        at = span.end
    return Example(f"{story.id}~{seed}", text + story.text[at:], tuple(gold))
