"""Layers 2 and 3 for people: runs of words that are a name, by list and by the words around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.spans import Span
from reporting.stories.text import Token


@cache
def context(section: str) -> frozenset[str]:
    """A set of folded words of taal.txt that the rules read."""
    return frozenset(lists.wordlist("taal.txt")[section])


@cache
def before_names() -> frozenset[str]:
    """Titles, kinship and role words: a capital after one of these opens a name."""
    return context("title") | context("office") | context("informal") | context("kin") | context("role")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with its tokens, and which of them a pattern already explains."""

    text: str
    tokens: tuple[Token, ...]
    taken: frozenset[int]
    lower: bool  # text without capitals: lists and context alone

    def gap(self, i: int) -> str:
        """The text between token i and the one after it ("" at the end)."""
        return self.text[self.tokens[i].end : self.tokens[i + 1].start] if i + 1 < len(self.tokens) else ""

    def joined(self, i: int) -> bool:
        """Whether token i+1 stands beside token i with one blank between (or none, after initials)."""
        return i + 1 < len(self.tokens) and i + 1 not in self.taken and self.gap(i) in (" ", "", "  ")

    def before(self, i: int, back: int = 1) -> str:
        """The folded word before token i in the same phrase, "" when there is none."""
        return self.tokens[i - back].fold if i >= back and all(self.gap(i - k) in (" ", "  ") for k in range(1, back + 1)) else ""

    def after(self, i: int) -> str:
        """The folded word after token i in the same phrase, "" when there is none."""
        return self.tokens[i + 1].fold if i + 1 < len(self.tokens) and self.gap(i) in (" ", "  ") else ""


def stems(key: str) -> tuple[str, ...]:
    """A folded word and what it may be the genitive of: "anna's" -> "anna", "elifs" -> "elif"."""
    if key.endswith("'s"):
        return (key, key[:-2])
    if key.endswith("s") and len(key) > 3:
        return (key, key[:-1])
    return (key,)


@lru_cache(maxsize=65536)
def first_name(key: str) -> str | None:
    """The listed first name that a folded word is, or is the genitive of; hyphenated names by their parts. None: no."""
    names = lists.first_names()
    for stem in stems(key):
        if stem in names:
            return stem
    parts = key.split("-")
    if len(parts) > 1 and all(len(p) > 1 and (p in names or p in {"al", "el"}) for p in parts):
        return key
    for ending in ("tje", "je", "ke", "ie"):
        if key.endswith(ending) and len(key) - len(ending) >= 3 and key[: -len(ending)] in names and not lists.is_word(key):
            return key
    return None


@lru_cache(maxsize=65536)
def ordinary(key: str) -> bool:
    """Whether a folded word is an ordinary Dutch word and not rather a name."""
    return lists.is_word(key) and (key in context("treacherous") or not any(stem in lists.own_names() for stem in stems(key)))


def family_name(key: str) -> bool:
    """Whether a folded word is a listed surname, or its genitive."""
    return any(stem in lists.family_names() for stem in stems(key))


def possessive(reading: Reading, i: int) -> int:
    """How many characters at the end of a name's token are no part of the name: Anna's 2, Elifs 1, else 0."""
    key = reading.tokens[i].fold
    if key.endswith("'s"):
        return 2
    if not key.endswith("s") or len(key) < 4 or key in lists.first_names() or key[:-1] not in lists.first_names():
        return 0
    if key not in lists.family_names():
        return 1
    after, before = reading.after(i), reading.before(i)  # "Peters fiets" but "mevrouw Peters" and "Jan Peters"
    surname = before in before_names() or (i > 0 and reading.joined(i - 1) and reading.tokens[i - 1].capital)
    return int(not surname and lists.is_word(after) and after not in context("verb") | context("personal") | context("place") | context("particle") | {""})


def is_common(token: Token) -> bool:
    """Whether a capital word is explained without a person: a body, a month, a feast, an adjective of a country, a place's inhabitant."""
    key = token.fold
    if key in lists.terms() or key in lists.derived() or lists.places().get(key) in ("land", "streek"):
        return True
    if "-" in key and first_name(key) is None:
        head, *rest = (part for part in key.split("-") if part)
        if head in lists.terms() or head in lists.derived() or (rest and rest[-1] in lists.derived()):
            return True
        return (
            bool(rest)
            and token.text[token.text.rindex("-") + 1].islower()
            and lists.is_word(rest[-1])
            and head not in lists.places()
            and first_name(head) is None
        )
    return not token.initials and token.text.isupper() and 1 < len(token.text) <= 5 and first_name(key) is None


def name_like(reading: Reading, i: int) -> bool:
    """Whether token i may be part of a name at all."""
    token = reading.tokens[i]
    titled = token.fold in context("title") | context("office") and (token.text.endswith(".") or ordinary(token.fold))
    return token.capital and i not in reading.taken and not titled and not is_common(token)


def find_names(reading: Reading) -> Iterator[Span]:
    """Names of people, each run of words as one span, possessive s left out."""
    i = 0
    while i < len(reading.tokens):
        if not name_like(reading, i):
            i += 1
            continue
        last = _run(reading, i)
        score, source = _judge(reading, i, last)
        while not score and i < last:  # the first word was no name: try the rest of the run
            i += 1
            if reading.tokens[i].capital:
                score, source = _judge(reading, i, last)
        if score:
            start = reading.tokens[_from_particles(reading, i)].start
            end = reading.tokens[last].end - possessive(reading, last)
            yield Span(start, end, SpanType.PERSON, score, source)
        i = last + 1


def _run(reading: Reading, i: int) -> int:
    """The last token of the run of name words that begins at token i."""
    last = i
    token = reading.tokens[i]
    if token.first and not token.initials and ordinary(token.fold) and first_name(token.fold) is None:
        return i
    while reading.joined(last):
        if reading.tokens[last].fold.endswith("'s"):
            return last
        step = _over_particles(reading, last + 1)
        following = reading.tokens[step]
        surname = following.capital and step not in reading.taken and family_name(following.fold)
        if reading.tokens[last].fold.endswith(("-de", "-van", "-den", "-der", "-ten", "-ter", "-el")) and following.capital:  # "van den Berg-de Wit"
            last = step
            continue
        if not (surname or name_like(reading, step)) or (following.first and not following.initials) or following.fold in before_names():
            return last
        particles = step - last - 1
        if particles and not _surname_after(reading, last, step):
            return last
        if not particles and _starts_other(reading, step):
            return last
        last = step
    return last


def _over_particles(reading: Reading, step: int) -> int:
    """The first token from `step` that is no tussenvoegsel."""
    while step < len(reading.tokens) - 1 and reading.tokens[step].fold in context("particle") and reading.joined(step):
        step += 1
    return step


def _from_particles(reading: Reading, i: int) -> int:
    """Where a surname begins whose tussenvoegsels stand before token i: after a title or initials only ("mevrouw van der Meulen")."""
    first = i
    while first and reading.tokens[first - 1].fold in context("particle") and reading.gap(first - 1) == " " and first - 1 not in reading.taken:
        first -= 1
    opened = reading.before(first) in context("title") | context("office")
    return first if first < i and opened else i


def _surname_after(reading: Reading, last: int, step: int) -> bool:
    """Whether what follows the particles is the surname of the name before them."""
    particles = " ".join(reading.tokens[k].fold for k in range(last + 1, step))
    key = reading.tokens[step].fold
    if particles in {"van", "uit", "in", "op", "aan", "te", "de", "het"} or particles.startswith(("in ", "uit ", "op ", "aan ")):
        whole = f"{particles} {key}"
        if family_name(whole) or whole.removesuffix("s") in lists.family_names():
            return True
        if particles != "van" and not (particles == "de" and first_name(reading.tokens[last].fold)):
            return False
        return key not in lists.places() and not (lists.is_word(key) and len(key) > 8)
    return True


_COMPASS = frozenset({"noord", "oost", "zuid", "west", "midden", "centrum"})


def _starts_other(reading: Reading, step: int) -> bool:
    """Whether the word at `step` opens something else than the rest of a name."""
    key = reading.tokens[step].fold
    return lists.is_word(key) and (key in context("org") or key in _COMPASS)


def _judge(reading: Reading, i: int, last: int) -> tuple[float, str]:
    """How sure the run i..last is a person, and by what; (0, "") for no."""
    token = reading.tokens[i]
    before, key = reading.before(i), token.fold
    listed = first_name(key) is not None
    plain_word = ordinary(key)
    mid = not token.first
    if token.initials:
        alone = before in before_names() and before not in context("article")
        return (0.9, "voorletters") if last > i else (0.6, "voorletters") if alone else (0.0, "")
    context_score = _context(reading, i, listed, plain_word)
    if context_score:
        return context_score, "context"
    if reading.joined(last) and mid and _starts_other(reading, last + 1) and reading.tokens[last + 1].capital:
        return 0.0, ""
    if last > i and not (plain_word and token.first and not listed):
        inner = reading.tokens[last].fold
        if listed:
            return 0.95, "namenlijst"
        if family_name(inner) or inner in lists.proper():
            return 0.8, "namenlijst"
    if listed:
        return _listed(reading, i, last, plain_word)
    if plain_word or key in lists.places():
        if mid and key not in lists.places() and family_name(key) and before in context("personal") - {"en", "of"}:
            return 0.5, "namenlijst"
        return 0.0, ""
    if mid and (family_name(key) or key in lists.proper()):
        return 0.6, "namenlijst"
    return 0.0, ""


def _context(reading: Reading, i: int, listed: bool, plain_word: bool) -> float:
    """The score by the words before a name; 0 without such words."""
    before = reading.before(_from_particles(reading, i))
    if before in context("title"):
        return 0.96
    if before in context("office") or before in context("informal"):
        return 0.95 if listed or not plain_word else 0.88
    if before in context("kin") or before in context("role"):
        return 0.95 if listed else 0.88 if not plain_word else 0.6
    if before in context("naming") or reading.before(i, 2) in {"heet", "heette", "noemen", "naam"}:
        return 0.93 if not plain_word or listed else 0.75
    if i and reading.gap(i - 1) in (", ", ": ") and reading.tokens[i - 1].fold in (context("kin") | context("naming")) and (listed or not plain_word):
        return 0.9
    return 0.0


def _listed(reading: Reading, i: int, last: int, plain_word: bool) -> tuple[float, str]:
    """The score of a listed first name that stands alone."""
    token = reading.tokens[i]
    if token.fold in lists.places() and reading.before(i) in context("place"):
        return 0.0, ""
    if not plain_word:
        return (0.93 if not token.first else 0.9), "namenlijst"
    after = reading.after(last)
    if not token.first:
        return (0.86 if reading.before(i) not in context("article") else 0.45), "namenlijst"
    if after in context("verb") and token.fold not in context("treacherous"):
        return 0.6, "namenlijst"
    return 0.0, ""
