"""Layers 2 and 3 for people: runs of words that are a name, by list and by the words around them."""

from collections.abc import Iterator
from functools import lru_cache

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import (
    Reading,
    before_names,
    context,
    family_name,
    first_name,
    name_like,
    opens_name,
    ordinary,
    possessive,
    sure_name,
)
from reporting.stories.spans import Span
from reporting.stories.surnames import SURNAME_HEADS, noble, surname_after

MOST_PARTICLES, MOST_WORDS = 4, 12  # of one name: enough for anybody, and no text can make us slow

WEEKDAYS = frozenset({"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"})
_LITTLE = ("article", "personal", "place", "adverb", "verb", "opener", "start", "particle", "dialect")
_SHORT = 3  # letters: a shorter word in lower case is rather a word of another language


def _word_here(key: str) -> bool:
    """Whether a word without a capital is rather no name, in Dutch or in a dialect: "mien hele lêven"."""
    return lists.is_word(key) or key in context("dialect")


def find_names(reading: Reading) -> Iterator[Span]:
    """Names of people, each run of words as one span, possessive s left out."""
    i = 0
    while i < len(reading.tokens):
        token = reading.tokens[i]
        if not token.capital and len(token.text) > _SHORT and token.fold in lists.own_names() and i not in reading.taken and not _word_here(token.fold):
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "kleine letters")  # "hoi marieke"
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
    plain = token.first and not token.initials and ordinary(token.fold) and first_name(token.fold) is None
    if plain and not _labelled_surname(reading, i) and not _nicknamed(reading, i):
        return i
    if token.fold in context("dialect") and first_name(token.fold) is None:  # "Ich bin Sjeng"
        return i
    if token.fold in context("particle") and reading.before(i) in before_names() and (step := _small_surname(reading, i)) > i:
        return step
    if token.first and token.fold in context("opener") and reading.joined(i):  # "Door Kaoutar", "Door Housing"
        called = reading.tokens[i + 1].fold
        if _only_first(called) or (token.fold in context("personal") and not family_name(called)):
            return i
    while reading.joined(last) and last - i < MOST_WORDS:
        if reading.tokens[last].fold.endswith("'s"):
            return last
        step = _over_particles(reading, last + 1)
        if noble(reading, i, last):
            last += 2
            continue
        following = reading.tokens[step]
        surname = (following.capital and step not in reading.taken and family_name(following.fold)) or _day_for_surname(reading, last, step)
        if reading.tokens[last].fold.endswith(("-de", "-van", "-den", "-der", "-ten", "-ter", "-el")) and following.capital:  # "van den Berg-de Wit"
            last = step
            continue
        if not (surname or name_like(reading, step)) or (following.first and not following.initials):
            return last
        particles = step - last - 1
        if not particles and following.fold in before_names():  # "Ria Moeder", but "Jan de Boer"
            return last
        if particles and not surname_after(reading, last, step, i):
            return last
        if not particles and _starts_other(reading, step):
            return last
        last = step
    return last


def _small_surname(reading: Reading, i: int) -> int:
    """The last token of a surname of which only the tussenvoegsel at token i has a capital: "buurman De boer"; i itself for none."""
    step = _over_particles(reading, i + 1)
    whole = " ".join(t.fold for t in reading.tokens[i : step + 1])
    joined = step < len(reading.tokens) and reading.joined(step - 1) and reading.joined(i)
    return step if joined and not reading.tokens[step].capital and family_name(whole) else i


def _day_for_surname(reading: Reading, last: int, step: int) -> bool:
    """Whether a day of the week is the surname behind a first name: Dutch writes days without a capital."""
    following = reading.tokens[step]
    return step == last + 1 and following.capital and following.fold in WEEKDAYS and not reading.careless and _only_first(reading.tokens[last].fold)


def _nicknamed(reading: Reading, i: int) -> bool:
    """Whether an adjective with a capital belongs to the first name behind it: "Blonde Annie"."""
    return reading.tokens[i].fold in context("epithet") and reading.joined(i) and reading.tokens[i + 1].capital and _only_first(reading.tokens[i + 1].fold)


def _only_first(key: str) -> bool:
    return first_name(key) is not None and not family_name(key)


def _labelled_surname(reading: Reading, i: int) -> bool:
    """Whether tussenvoegsels with a capital open a surname behind a label: "Naam: Van Ommeren"."""
    return i > 0 and reading.tokens[i].fold in SURNAME_HEADS and reading.gap(i - 1) == ": "


def _over_particles(reading: Reading, step: int) -> int:
    """The first token from `step` that is no tussenvoegsel."""
    most = min(len(reading.tokens) - 1, step + MOST_PARTICLES)
    while step < most and reading.tokens[step].fold in context("particle") and reading.joined(step):
        step += 1
    return step


def _from_particles(reading: Reading, i: int) -> int:
    """Where a surname begins whose tussenvoegsels stand before token i: after a title or initials only ("mevrouw van der Meulen")."""
    first = i
    while (
        first
        and i - first < MOST_PARTICLES
        and reading.tokens[first - 1].fold in context("particle")
        and reading.gap(first - 1) == " "
        and first - 1 not in reading.taken
    ):
        first -= 1
    title = reading.before(first)
    loose = (
        reading.tokens[first].fold in {"uit", "in", "op", "aan", "te"}
        or any(reading.tokens[k].fold == "het" for k in range(first, i))
        or reading.tokens[i].fold in lists.places()
        or reading.tokens[i].fold in context("org")
        or (reading.tokens[i].fold.endswith(("wijk", "buurt", "kwartier", "polder")) and not family_name(reading.tokens[i].fold))
    )
    if reading.tokens[first].fold in {"in", "uit", "op", "te"} and lists.places().get(reading.tokens[i].fold) in {"stad", "dorp"}:  # "een gezin in Wassenaar"
        return i
    if (title in context("role") | context("kin") and "-" in reading.tokens[i].text) and _double_surname(reading, first, i):  # "psycholoog de Wit-Tamminga"
        return first
    if title == "weduwe" and first == i - 1 and not family_name(reading.tokens[i].fold):  # "weduwe van Huig"
        return i
    opened = title in context("title") or (title in context("office") and not loose) or (not loose and _bracketed(reading, first))
    return first if first < i and opened else i


def _double_surname(reading: Reading, first: int, i: int) -> bool:
    """Whether the first half of the surname at token i is one with the tussenvoegsels from token `first`."""
    return family_name(" ".join([*(reading.tokens[k].fold for k in range(first, i)), reading.tokens[i].fold.split("-")[0]]))


def _bracketed(reading: Reading, first: int) -> bool:
    """Whether token `first` opens a bracket behind a first name, where its surname stands: "Fatna (el Bouazzati)"."""
    return first > 0 and reading.gap(first - 1) == " (" and reading.tokens[first - 1].capital and first_name(reading.tokens[first - 1].fold) is not None


@lru_cache(maxsize=8192)
def is_organisation_end(key: str) -> bool:
    """Whether a folded word ends as the name of an organisation or street does: "schweitzerschool", "orkest"."""
    return any(key.endswith(head) for head in context("org") if len(head) > 4) or key.endswith(("kerk", "straat", "laan", "weg", "plein"))


_WITH = frozenset({"met", "aan", "door", "tegen", "namens", "zonder", "dat", "omdat", "toen", "want"})

_COMPASS = frozenset({"noord", "oost", "zuid", "west", "midden", "centrum"})


def _starts_other(reading: Reading, step: int) -> bool:
    """Whether the word at `step` opens something else than the rest of a name."""
    key = reading.tokens[step].fold
    return lists.is_word(key) and (key in context("org") or key in _COMPASS)


def _judge(reading: Reading, i: int, last: int) -> tuple[float, str]:
    """How sure the run i..last is a person, and by what; (0, "") for no."""
    token = reading.tokens[i]
    before, key = reading.before(i), token.fold
    listed = first_name(key) is not None and not (before in {"in", "naar", "te", "uit"} and not sure_name(key))
    plain_word = ordinary(key)
    mid = not token.first
    if token.initials:
        lower_follows = reading.after(last)[:1].isalpha() and not reading.tokens[last + 1].capital
        single = len(token.text) == 2 and before not in context("labelled")
        if len(token.text) == 2 and before in context("labelled"):  # "diploma A. Tijn gaf mij"
            return 0.0, ""
        set_apart = i > 0 and reading.gap(i - 1) == ", " and reading.gap(i).startswith(",")  # "een van hen, N., durfde"
        alone = before in before_names() or (single and (lower_follows or before in _WITH or set_apart))
        alone = alone or (len(token.text) > len("T.") and before in context("verb"))  # "zegt E.M."
        return (0.9, "voorletters") if last > i else (0.6, "voorletters") if alone else (0.0, "")
    if last > i and key in SURNAME_HEADS and (mid or _labelled_surname(reading, i)):  # "Van 't Hof"
        return 0.9, "namenlijst"
    if last > i and token.first and _nicknamed(reading, i):
        return 0.86, "context"
    context_score = _context(reading, i, listed, plain_word)
    if context_score or (before == "van" and reading.before(i, 2) == "weduwe"):
        return context_score or 0.88, "context"
    if reading.joined(last) and mid and _starts_other(reading, last + 1) and reading.tokens[last + 1].capital:
        return 0.0, ""
    if last > i and not (plain_word and token.first and not listed):
        inner = reading.tokens[last].fold
        if is_organisation_end(inner) and not family_name(inner) and mid and not (listed and reading.before(last) in {"ten", "ter"}):
            return 0.0, ""
        if listed:
            return 0.95, "namenlijst"
        if (family_name(inner) or inner in lists.proper()) and not (plain_word and lists.is_word(inner)):
            return 0.8, "namenlijst"
        if not plain_word and not lists.is_word(inner) and key not in lists.places() and inner not in lists.places():
            return 0.7, "context"
    if listed:
        return _listed(reading, i, last, plain_word)
    if _cut_short(reading, i):
        return 0.6, "verhaal"
    if plain_word or key in lists.places():
        if mid and key not in lists.places() and family_name(key) and before in context("personal") - {"en", "of"}:
            return 0.5, "namenlijst"
        return 0.0, ""
    if mid and (family_name(key) or key in lists.proper()) and (before not in context("article") or key.endswith("s")):
        return 0.6, "namenlijst"
    return 0.0, ""


def _cut_short(reading: Reading, i: int) -> bool:
    """Whether token i is the beginning of a first name of the text, as friends call somebody: "Lub" of Lubbert."""
    token = reading.tokens[i]
    if not _SHORT <= len(token.text) <= _SHORT + 1 or not token.text.isalpha() or not token.text[1:].islower():
        return False
    if any(token.fold in context(section) for section in _LITTLE) or token.fold in lists.terms():
        return False
    return any(t.capital and len(t.fold) > len(token.fold) + 1 and t.fold.startswith(token.fold) and sure_name(t.fold) for t in reading.tokens)


def _context(reading: Reading, i: int, listed: bool, plain_word: bool) -> float:
    """The score by the words before a name; 0 without such words."""
    first = _from_particles(reading, i)
    before = reading.before(first)
    if first < i and _bracketed(reading, first):
        return 0.88
    if first and any(c.isupper() for c in reading.tokens[first - 1].text[1:]):  # "SchuldHulpMaatje Kampen"
        before = ""
    if before in context("title") and not _starts_other(reading, i):
        return 0.96
    if before in context("office") or before in context("informal"):
        return 0.95 if listed or not plain_word else 0.88
    if before in context("kin") or before in context("role") or opens_name(before):
        return 0.95 if listed else 0.88 if not plain_word else 0.6
    if before in context("naming") or reading.before(i, 2) in {"heet", "heette", "noemen", "naam"}:
        return 0.93 if not plain_word or listed else 0.75
    if i and reading.gap(i - 1) in (", ", ": ") and reading.tokens[i - 1].fold in (context("kin") | context("naming")) and (listed or not plain_word):
        return 0.9
    return 0.0


def _may_do(reading: Reading, last: int) -> bool:
    """Whether a name may end at token `last`: nothing, a capital or a verb follows."""
    after = reading.after(last)
    return not after or reading.tokens[last + 1].capital or after in context("verb") | {"en", "of", "uit", "van"}


def _listed(reading: Reading, i: int, last: int, plain_word: bool) -> tuple[float, str]:
    """The score of a listed first name that stands alone."""
    token = reading.tokens[i]
    if token.fold in context("dialect") and token.first and not _may_do(reading, last):  # "Mien vrouw"
        return 0.0, ""
    if token.fold in lists.places() and (reading.before(i) in context("place") or token.fold in context("treacherous")):
        return 0.0, ""
    if not plain_word:
        return (0.93 if not token.first else 0.9), "namenlijst"
    after = reading.after(last)
    if not token.first:
        return (0.86 if reading.before(i) not in context("article") else 0.45), "namenlijst"
    if after in context("verb") and token.fold not in context("treacherous"):
        return 0.6, "namenlijst"
    return 0.0, ""
