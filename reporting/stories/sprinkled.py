"""Writers who put capitals anywhere: "de Trap", "een Meisje", and "ome joop" in "almere"."""

import re
from collections.abc import Iterator, Sequence

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.names import WEEKDAYS
from reporting.stories.reading import Reading, before_names, context, family_name, first_name, head_word, is_common, ordinary, possessive
from reporting.stories.spans import Span
from reporting.stories.text import touched

_DAYS = WEEKDAYS | {"januari", "februari", "juni", "juli", "augustus", "september"}
_MANY = 4  # ordinary words with a capital inside a sentence, from which on a capital says nothing
_SURE = 0.6
_SHORTEST = 3  # letters of a name in lower case
_ASKED = re.compile(
    r"\b(?:(?:[Vv]raag|[Vv]ragen|[Vv]roeg|[Ii]nformeer)(?: (?:maar|even|gerust|dan|daar|je|altijd)){0,2} naar|[Gg]roet(?:en|jes)?(?: van)?)"
    r" (?P<name>[a-z]{3,})(?=[.,!?;:)\n]|$)"
)
_WHERE = frozenset({"in", "bij", "naar", "vanuit", "via"})
_BEFORE_TOWNS = frozenset({"in", "te", "uit", "naar", "vanuit", "rond", "bij", "van", "nr", "vn"})
_CALLED = frozenset(
    {"ome", "oom", "tante", "meester", "juf", "juffrouw", "mevrouw", "meneer", "dhr", "dhr.", "mw", "mw.", "mevr", "mevr.", "zuster", "broeder"}
)
_TOWNS = frozenset({"stad", "dorp"})


def without_sprinkled(reading: Reading, doubts: Sequence[Span]) -> tuple[list[Span], bool]:
    """The doubtful spans, and whether this writer puts capitals anywhere; then those of ordinary words where no house can stand are left out."""
    loose = [span for span in doubts if _ordinary_word(reading, span) and not _may_be_a_house(reading, span)]
    signs = {reading.text[s.start : s.end].casefold() for s in loose} | {t.fold for i, t in enumerate(reading.tokens) if _sign(reading, i)}
    if not loose or len(signs) < _MANY:
        return list(doubts), False
    return [s for s in doubts if s not in loose], True


def _ordinary_word(reading: Reading, span: Span) -> bool:
    inside = touched(reading.tokens, span.start, span.end)
    token = reading.tokens[inside.start]
    i = inside.start
    behind = reading.before(i) in before_names() | context("naming") or (i > 0 and reading.joined(i - 1) and reading.tokens[i - 1].capital)
    surname = family_name(token.fold) and (behind or reading.after(i) in context("verb"))
    place = token.fold in lists.places() or (span.type is SpanType.PLACE and token.fold not in lists.words())  # "in Nieuwlande"
    plain = ordinary(token.fold) and not surname and not place
    return span.source == "twijfel" and span.score < _SURE and len(inside) == 1 and "-" not in token.text and not token.first and plain


def _sign(reading: Reading, i: int) -> bool:
    """Whether a capital inside a sentence is one that nobody writes who minds capitals: a day, a month, "de Gemeente", "een Hotel"."""
    token = reading.tokens[i]
    if not token.capital or token.first or token.text.isupper() or token.initials:
        return False
    bare = not (reading.joined(i) and reading.tokens[i + 1].capital) and not (i and reading.joined(i - 1) and reading.tokens[i - 1].capital)
    body = bare and reading.before(i) in {"een", "mijn", "onze", "het"} and token.fold in lists.words() and head_word(token.fold)
    return body or (bare and token.fold in _DAYS)


def _may_be_a_house(reading: Reading, span: Span) -> bool:
    i = touched(reading.tokens, span.start, span.end).start
    if reading.tokens[i].fold in context("start") | before_names():  # "bij de Dokter", "in de Zomer"
        return False
    return reading.before(i) in {"de", "het", "'t"} and (reading.before(i, 2) in _WHERE or head_word(reading.before(i, 2)))


def find_lower_towns(reading: Reading) -> Iterator[Span]:
    """Towns without a capital behind "in" or "naar": "de bieb van emmeloord"; of a writer without capitals anywhere."""
    careless = reading.careless
    for i, token in enumerate(reading.tokens):
        if token.capital or i in reading.taken or not (careless or reading.before(i) in _BEFORE_TOWNS):
            continue
        for length in range(lists.place_heads().get(token.fold, 1), 0, -1):
            words = reading.tokens[i : i + length]
            name = " ".join(t.fold for t in words)
            plain = all(lists.is_word(t.fold) for t in words) or first_name(name) is not None or family_name(name)
            if len(words) == length and lists.places().get(name) in _TOWNS and not plain:
                yield Span(token.start, words[-1].end, SpanType.PLACE, 0.7, "kleine letters")
                break


def find_lower_names(reading: Reading, sprinkled: bool) -> Iterator[Span]:
    """Names without a capital: behind "ome" or "juffrouw", before a surname with one, and of a careless writer those that are no word."""
    for i, token in enumerate(reading.tokens):
        key = token.fold
        if token.capital or i in reading.taken or len(key) < _SHORTEST or not key[0].isalpha():
            continue
        given, word = key in lists.own_names() and key not in context("treacherous"), lists.is_word(key)
        called = reading.before(i) in _CALLED and key not in context("verb") and (given or (sprinkled and family_name(key)))
        surname = given and reading.gap(i) == " " and reading.tokens[i + 1].capital and _surname(reading, i + 1)
        beside = given and _beside(reading, i)
        opened = given and token.first and reading.after(i) in context("verb") and reading.careless
        loose = sprinkled and not word and (first_name(key) is not None or family_name(key))
        full = given and _full(reading, i)
        if called or surname or loose or beside or opened or full:
            last = i + 1 if surname or full else i
            yield Span(token.start, reading.tokens[last].end - possessive(reading, last), SpanType.PERSON, 0.6, "kleine letters")


def find_asked_for(reading: Reading) -> Iterator[Span]:
    """First names without a capital that are words too, where one asks for somebody: "vraag maar naar riet"."""
    for match in _ASKED.finditer(reading.text):
        if match["name"] in lists.own_names():
            yield Span(*match.span("name"), SpanType.PERSON, 0.5, "kleine letters")


def _beside(reading: Reading, i: int) -> bool:
    """Whether "en" ties a word to somebody with a capital: "els en Kisoen", "Ria en jan"."""
    left = i > 1 and reading.before(i) == "en" and reading.tokens[i - 2]
    right = i + 2 < len(reading.tokens) and reading.after(i) == "en" and reading.tokens[i + 2]
    return any(t and t.capital and not (lists.is_word(t.fold) and t.fold not in lists.own_names()) and not is_common(t) for t in (left, right))


def _full(reading: Reading, i: int) -> bool:
    """Whether a first name and a surname or second name stand beside each other without capitals: "peter verbruggen", "jan willem"."""
    if not reading.joined(i) or reading.gap(i) != " " or reading.before(i) in context("article"):
        return False
    key = reading.tokens[i + 1].fold
    unknown = not lists.is_word(key) and len(key) > _SHORTEST and key not in lists.places() and key not in context("dialect") and key.isalpha()
    return not reading.tokens[i + 1].capital and ((unknown and family_name(key)) or (key in lists.own_names() and key not in context("treacherous")))


def _surname(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return not token.first and family_name(token.fold) and token.fold not in lists.places() and first_name(token.fold) is None
