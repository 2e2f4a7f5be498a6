"""Layer 4: names that are known beforehand: "wie komen erin voor?", the organisation's memory, and names to leave alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reporting.model.story import KnownNames, SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, ordinary, owns, possessive, stems
from reporting.stories.spans import Span
from reporting.stories.text import Token, fold, normalise, touched

_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?|'t")
_WHEN = frozenset({"in", "per", "vanaf", "sinds", "eind", "begin", "medio", "tot"})  # "in jan"
_SKIP = frozenset(
    ["van", "de", "der", "den", "het", "t", "'t", "ten", "ter", "te", "el", "al", "en", "of", "mevrouw", "meneer", "dhr", "mw", "mevr", "familie"]
)


def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a name that are searched by themselves: no tussenvoegsels, titles or initials."""
    words = _WORDS.findall(normalise(name).text)
    return tuple(fold(w) for w in words if not w.endswith(".") and len(w) > 1 and fold(w) not in _SKIP | {"vd", "vh"} and fold(w) not in context("kin"))


@dataclass(frozen=True, slots=True)
class Known:
    """KnownNames made searchable: folded parts of names."""

    people: frozenset[str]
    memory: frozenset[str]
    leave: frozenset[str]
    initials: frozenset[str]  # initials and tussenvoegsels of the names to leave: "t.", "j.p.", "van"
    whole: tuple[str, ...]  # whole names, folded: " ria van der meulen "

    @classmethod
    def of(cls, known: KnownNames) -> "Known":
        """The folded parts of every name of `known`."""
        people, memory, leave = (frozenset(part for name in names for part in name_parts(name)) for names in (known.people, known.memory, known.leave))
        whole = tuple(f" {' '.join(fold(w) for w in _WORDS.findall(normalise(n).text))} " for n in (*known.people, *known.memory))
        initials = frozenset(fold(found) for name in known.leave for found in (*re.findall(r"(?:[^\W\d_]\.)+", name), *name.split()))
        return cls(people, memory, leave, initials, whole)

    def tells(self, token: Token) -> bool:
        """Whether a token is (the genitive of) a word of a known name."""
        return any(stem in self.people or stem in self.memory for stem in stems(token.fold))

    def leaves(self, token: Token) -> bool:
        """Whether a token is (the genitive of) a name to leave alone."""
        if not (self.leave or self.initials):
            return False
        if token.initials:
            return token.fold in self.initials or any(name.startswith(token.fold[0]) for name in self.leave)
        if token.fold in context("particle"):
            return token.fold in self.initials
        return any(stem in self.leave for stem in (*stems(token.fold), token.fold.rstrip("'")))


def find_known(reading: Reading, known: Known) -> Iterator[Span]:
    """Every mention of a known name, in any case; words of one name that stand together are one span."""
    if not known.people and not known.memory:
        return
    i = 0
    while i < len(reading.tokens):
        score = _known_score(reading, i, known)
        if not score:
            i += 1
            continue
        last = i
        while reading.joined(last):
            step = last + 1
            while step < len(reading.tokens) - 1 and reading.tokens[step].fold in context("particle") and reading.joined(step):
                step += 1
            if not _known_score(reading, step, known):
                break
            last = step
        first = _with_particles(reading, i, known)
        end = reading.tokens[last].end - _genitive(reading, last, known)
        if last + 1 < len(reading.tokens) and reading.gap(last) == " " and len(reading.tokens[last + 1].fold.rstrip(".")) == 1:  # "Rachid B."
            initial = reading.tokens[last + 1]
            if any(f" {reading.tokens[last].fold} {initial.fold.rstrip('.')}. " in whole for whole in known.whole):
                last, end = last + 1, initial.end + (reading.text[initial.end : initial.end + 1] == ".")
        yield Span(reading.tokens[first].start, end, SpanType.PERSON, score, "bekend")
        i = last + 1


def whole(words: tuple[Token, ...], known: Sequence[Span], read: Sequence[Span]) -> list[Span]:
    """The people of both, where a known word that was also read as a part of a longer name is that name: "Mariët Horst" where Horst is known."""
    own = [(span, touched(words, span.start, span.end)) for span in known]
    longer, told = [], set[Span]()
    for span in read:
        tokens = touched(words, span.start, span.end)
        mine = [(k, held) for k, held in own if set(held) & set(tokens)]
        if not mine:
            longer.append(span)
        elif not set(tokens) <= {i for _, held in mine for i in held}:
            last, held = mine[-1]
            end = last.end if held[-1] >= tokens[-1] else span.end  # the genitive of a known name is known
            longer.append(Span(min(span.start, mine[0][0].start), end, SpanType.PERSON, max(span.score, last.score), "bekend"))
            told.update(k for k, _ in mine)
    return [*longer, *(k for k in known if k not in told)]


def _known_score(reading: Reading, i: int, known: Known) -> float:
    token = reading.tokens[i]
    if i in reading.taken or known.leaves(token):
        return 0.0
    candidates = stems(token.fold)
    for names, score in ((known.people, 0.99), (known.memory, 0.9)):
        if any(stem in names for stem in candidates):
            if _beside_its_own(reading, i, known):
                return score
            if not token.capital and (lists.is_word(token.fold) or token.fold in context("verb") or token.fold in context("dialect")):
                return 0.6 if reading.lower and names is known.people else 0.0
            if token.first and ordinary(token.fold):
                return 0.6 if names is known.people else 0.0
            return score
    return 0.0


def _beside_its_own(reading: Reading, i: int, known: Known) -> bool:
    """Whether a word stands beside another word of the same known name, as there: "ria jansen", in any case."""
    pairs = [(a, b) for a, b in ((i - 1, i), (i, i + 1)) if a >= 0 and b < len(reading.tokens) and reading.gap(a) == " "]
    spoken = [f" {reading.tokens[a].fold} {stem} " for a, b in pairs for stem in stems(reading.tokens[b].fold)]
    return any(pair in whole for pair in spoken for whole in known.whole)


def _genitive(reading: Reading, i: int, known: Known) -> int:
    token = reading.tokens[i]
    names = known.people | known.memory
    if token.fold in names:
        return 0
    if token.fold.endswith("'s"):
        return 2
    stem = token.fold[:-1]
    told = stem in known.people or (stem in known.memory and owns(reading, i))  # else "Stans" where another story knows a Stan
    return 1 if told else possessive(reading, i)


def _with_particles(reading: Reading, i: int, known: Known) -> int:
    """The first token before i that still belongs to a whole name that is known: its tussenvoegsels and initials."""
    first = i
    while first and reading.gap(first - 1) in (" ", ". ", ".") and first - 1 not in reading.taken:
        token = reading.tokens[first - 1]
        longer = " ".join(t.fold + "." * (len(t.fold) == 1) for t in reading.tokens[first - 1 : i + 1])
        if (token.fold not in context("particle") and len(token.fold) > 2) or not any(f" {longer} " in f"{whole}" for whole in known.whole):
            return first
        first -= 1
    return first


def everywhere(reading: Reading, found: Sequence[Span], known: Known) -> Iterator[Span]:
    """Once a name, everywhere a name: other mentions of the words of the surer names of this text."""
    names = {part for span in found if span.type is SpanType.PERSON and span.score >= 0.5 for part in name_parts(reading.text[span.start : span.end])}
    starts = [token.start for token in reading.tokens]
    covered = {i for s in found for i in range(bisect_left(starts, s.start), bisect_left(starts, s.end))}
    wholes = {fold(reading.text[s.start : s.end]) for s in found if s.type is SpanType.PERSON}
    letters = {reading.text[s.start : s.end] for s in found if s.type is SpanType.PERSON and s.end - s.start == len("D.")}
    for i, token in enumerate(reading.tokens):
        if i in reading.taken or known.leaves(token) or i in covered:
            continue
        if token.text in letters and reading.before(i) not in context("labelled"):  # "zegt D."
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "verhaal")
            continue
        stem = next((s for s in stems(token.fold) if s in names), None) if token.capital or token.fold not in context("dialect") else None
        if token.initials and len(token.text) == 2 and any(name[0] == token.fold[0] for name in names) and _lower_follows(reading, i):
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "verhaal")
            continue
        if stem is None and token.capital:
            stem = next((s for s in names if _nickname(token.fold, s)), None)
        if stem is None or not (
            token.capital or not (ordinary(token.fold) or lists.is_word(token.fold)) or (_lower_here(reading, i, stem) and reading.careless)
        ):
            continue
        if token.first and stem in context("treacherous") and reading.after(i) not in context("verb"):
            continue
        yield Span(
            _with_its_particles(reading, i, stem, wholes),
            token.end - (len(token.fold) - len(stem) if token.fold.startswith(stem) and token.fold[len(stem) :] in {"s", "'s"} else 0),
            SpanType.PERSON,
            0.9,
            "verhaal",
        )


def _lower_here(reading: Reading, i: int, name: str) -> bool:
    """Whether an ordinary word is the name it shares its spelling with, of a writer without capitals: "rik komt", "stond kim met hem"."""
    given = name in lists.own_names() and name not in context("treacherous") and reading.before(i) not in (context("article") - {"dat", "die"}) | _WHEN
    return given or (not reading.before(i) and reading.after(i) in context("verb"))


def _with_its_particles(reading: Reading, i: int, name: str, wholes: set[str]) -> int:
    """Where a surname begins that has its tussenvoegsel elsewhere too: "de rooij belt" after "De Rooij"."""
    particle = reading.before(i)
    if particle in context("particle") and any(whole == f"{particle} {name}" or whole.endswith(f" {particle} {name}") for whole in wholes):
        return reading.tokens[i - 1].start
    return reading.tokens[i].start


def _lower_follows(reading: Reading, i: int) -> bool:
    return reading.after(i)[:1].isalpha() and not reading.tokens[i + 1].capital


def _nickname(key: str, name: str) -> bool:
    """Whether a word is the pet form of a name: Truusje, Semmie."""
    return len(name) >= 3 and key.startswith(name) and key[len(name) :] in {"je", "tje", "ke", "ie", "y", "etje", "i"} and not lists.is_word(key)
