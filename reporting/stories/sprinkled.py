"""Writers who put capitals anywhere: "de Trap", "een Meisje", and "ome joop" in "almere"."""

from collections.abc import Iterator, Sequence

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, family_name, first_name, head_word, ordinary, possessive
from reporting.stories.spans import Span
from reporting.stories.text import touched

_MANY = 4  # ordinary words with a capital inside a sentence, from which on a capital says nothing
_SURE = 0.6
_SHORTEST = 3  # letters of a name in lower case
_WHERE = frozenset({"in", "bij", "naar", "vanuit", "via"})
_BEFORE_TOWNS = frozenset({"in", "te", "uit", "naar", "vanuit", "rond", "bij", "van"})
_CALLED = frozenset(
    {"ome", "oom", "tante", "meester", "juf", "juffrouw", "mevrouw", "meneer", "dhr", "dhr.", "mw", "mw.", "mevr", "mevr.", "zuster", "broeder"}
)
_TOWNS = frozenset({"stad", "dorp"})


def without_sprinkled(reading: Reading, doubts: Sequence[Span]) -> tuple[list[Span], bool]:
    """The doubtful spans, and whether this writer puts capitals anywhere; then those of ordinary words where no house can stand are left out."""
    loose = [span for span in doubts if _ordinary_word(reading, span) and not _may_be_a_house(reading, span)]
    if len({reading.text[s.start : s.end].casefold() for s in loose}) < _MANY:
        return list(doubts), False
    return [s for s in doubts if s not in loose], True


def _ordinary_word(reading: Reading, span: Span) -> bool:
    inside = touched(reading.tokens, span.start, span.end)
    token = reading.tokens[inside.start]
    plain = ordinary(token.fold) and not family_name(token.fold) and token.fold not in lists.places()
    return span.source == "twijfel" and span.score < _SURE and len(inside) == 1 and "-" not in token.text and not token.first and plain


def _may_be_a_house(reading: Reading, span: Span) -> bool:
    i = touched(reading.tokens, span.start, span.end).start
    return reading.before(i) in {"de", "het", "'t"} and (reading.before(i, 2) in _WHERE or head_word(reading.before(i, 2)))


def find_lower_towns(reading: Reading) -> Iterator[Span]:
    """Towns without a capital behind "in" or "naar": "de bieb van emmeloord"."""
    for i, token in enumerate(reading.tokens):
        if token.capital or i in reading.taken or reading.before(i) not in _BEFORE_TOWNS:
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
        loose = sprinkled and not word and (first_name(key) is not None or family_name(key))
        if called or surname or loose:
            last = i + 1 if surname else i
            yield Span(token.start, reading.tokens[last].end - possessive(reading, last), SpanType.PERSON, 0.6, "kleine letters")


def _surname(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return not token.first and family_name(token.fold) and token.fold not in lists.places() and first_name(token.fold) is None
