"""Learn the weights of the learned layer from marked stories: `make learn` writes reporting/stories/data/geleerd.json.gz.

A logistic regression with an L1 penalty over the features of `reporting.stories.traits`, so that most weights are nought and the rest can be
read. Each story is seen as typed, without capitals, with capitals where sentences begin, and with them anywhere; of half of these copies a
part of the names is replaced as in a report, for the layer reads such texts too (docs/decisions/0009-learned-layer.md).
"""

import argparse
import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from reporting.model.story import SpanType
from reporting.stories.detect import reading_of
from reporting.stories.learned import NAME, TYPES, WEIGHTS
from reporting.stories.leftover import draft
from reporting.stories.reading import Reading
from reporting.stories.spans import Span
from reporting.stories.text import normalise
from reporting.stories.traits import features

ROOT = Path(__file__).parents[1]
STORIES = (ROOT / "tests" / "unit" / "stories" / "examples", ROOT / "training" / "stories")
NEUTRAL = "NEUTRAL"  # marked as what may be argued: neither a name nor none
_MARK = re.compile(r"\[\[(~?)([A-Z_]+):(.*?)\]\]", re.DOTALL)
_SENTENCE = re.compile(r"(^|[.!?]\s+|\n)([^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_ANYWHERE = (0.15, 0.5)  # share of the words that such a writer gives a capital: of those without and of those with one
_REPLACED = 0.6  # share of the names that one copy of each story has replaced
_PRICE, _PRICE_OF_TYPES = 0.6, 0.3  # of a wrong answer, beside a weight of one
_SEEN = 4  # times that an answer must be seen
_LEAST = 0.001  # a smaller weight is left out

Mark = tuple[int, int, str]
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Story:
    """A story without its marks, and the marks: start, end and type of what identifies directly, or NEUTRAL."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Examples:
    """Words to learn from: for each the numbers of what is seen of it, and what it is: a type of `TYPES`, or "" for no name."""

    answers: dict[tuple[str, str], int] = field(default_factory=lambda: {("", ""): 0})
    seen: list[NDArray[np.int32]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, reading: Reading, i: int, kind: str) -> None:
        """Word i of a text and what it is."""
        self.seen.append(np.array(sorted({self.answers.setdefault(answer, len(self.answers)) for answer in features(reading, i)}), dtype=np.int32))
        self.kinds.append(kind)


def stories(without: Sequence[str] = ()) -> Iterator[Story]:
    """Every marked story of the files that are not named in `without`."""
    for file in (f for f in files() if f.stem not in without):
        for marked in re.split(r"^=== \S+\n", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            yield _story(marked.strip())


def files() -> list[Path]:
    """The files of stories to learn from, in order."""
    return [file for folder in STORIES for file in sorted(folder.glob("*.txt"))]


def _story(marked: str) -> Story:
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        if not match[1]:
            marks.append((len(text), len(text) + len(match[3]), match[2]))
        text += match[3]
        at = match.end()
    return Story(text + marked[at:], tuple(marks))


def copies(story: Story, chosen: random.Random) -> Iterator[Story]:
    """The story as typed, without capitals, with capitals at the beginning of sentences only, and with them anywhere; all as long as the story."""
    small = story.text.lower()
    capital = _SENTENCE.sub(lambda m: m[1] + m[2].upper(), small)
    anywhere = _WORD.sub(lambda m: m[0].capitalize() if chosen.random() < _ANYWHERE[m[0][0].isupper()] else m[0].lower(), story.text)
    for text in dict.fromkeys((story.text, small, capital, anywhere)):
        if len(text) == len(story.text) == len(normalise(text).text):
            yield Story(normalise(text).text, story.marks)


def read(story: Story, chosen: random.Random, into: Examples) -> None:
    """Put the words of one copy of a story with `into`; of half of the copies a part of the names is replaced."""
    names = [Span(start, end, SpanType(kind), 1.0, "") for start, end, kind in story.marks if kind != NEUTRAL]
    share = chosen.choice((0.0, _REPLACED))
    whole = reading_of(story.text)
    now = draft(whole.text, [span for span in names if chosen.random() < share])
    reading = replace(whole, text=now.text, tokens=now.words)
    people, described = now.of(SpanType.PERSON), now.of(*SpanType)
    for i, token in enumerate(now.words):
        place = now.origin(token.start, token.end)
        if i in people or (place is None and i not in described):
            continue
        kind = "" if place is None else next((kind for start, end, kind in story.marks if start < place[1] and place[0] < end), "")
        if not kind or kind in TYPES:  # dates, numbers and what may be argued are no names and no example of what is none
            into.add(reading, i, kind)


def fit(seen: csr_array, told: NDArray[np.bool_], price: float) -> NDArray[np.float64]:
    """The weights, one a column of `seen`, that tell `told`; `price` is what a wrong answer costs beside a weight of one."""
    model = LogisticRegression(l1_ratio=1.0, C=price, solver="liblinear", fit_intercept=False, random_state=0)
    return np.asarray(model.fit(seen, told).coef_[0])


def learn(examples: Examples) -> dict[str, Weights]:
    """The weights by what they tell (NAME and each of TYPES), by question and by answer."""
    ends = np.cumsum([0, *(len(row) for row in examples.seen)], dtype=np.int32)
    seen = csr_array((np.ones(ends[-1]), np.concatenate(examples.seen), ends))
    often = np.flatnonzero(np.bincount(seen.indices) >= _SEEN)  # 0, the constant, among them
    kept = set(often.tolist())
    answers = [answer for answer, k in examples.answers.items() if k in kept]
    seen, kinds = csr_array(seen[:, often]), np.array(examples.kinds)
    names = np.flatnonzero(kinds != "")
    told = {NAME: _told(answers, fit(seen, kinds != "", _PRICE))}
    for kind in TYPES:
        told[kind.value] = _told(answers, fit(csr_array(seen[names]), kinds[names] == kind.value, _PRICE_OF_TYPES))
    return told


def _told(answers: Sequence[tuple[str, str]], weights: NDArray[np.float64]) -> Weights:
    found: Weights = {}
    for (question, answer), weight in zip(answers, weights, strict=True):
        if abs(weight) > _LEAST:
            found.setdefault(question, {})[answer] = round(float(weight), 3)
    return found


def main() -> None:
    """Learn from all stories but those of `--without`, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], help="files of stories to leave out, to measure with")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    asked = parser.parse_args()
    chosen = random.Random(0)
    examples = Examples()
    for story in stories(asked.without):
        for copy in copies(story, chosen):
            read(copy, chosen, examples)
    weights = learn(examples)
    told = {"stories": hashlib.sha256(b"".join(file.read_bytes() for file in files())).hexdigest(), "weights": weights}
    asked.out.write_bytes(gzip.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0))
    print(f"{len(examples.kinds):,} words, " + ", ".join(f"{kind} {sum(map(len, told.values())):,}" for kind, told in weights.items()))


if __name__ == "__main__":
    main()
