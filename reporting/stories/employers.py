"""Names no list knows that stand where an organisation stands: "werkt bij Sedna", "Deurwaarder: Bosveld", "de salon van Rivas"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, before_names, context, family_name, first_name, head_word, sure_name
from reporting.stories.spans import Span
from reporting.stories.text import touched

_AT = frozenset({"bij", "via", "vanuit"})
_OWNS = ("salon", "afdeling", "team", "cursus", "bus", "locatie", "vestiging", "filiaal", "winkel", "kantoor", "training", "spreekuur", "inloop", "monteur")
_HOUSES = re.compile(r"(?:school|college|lyceum|universiteit|academie|zorg|huis|centrum|praktijk|kerk|club)$")
_IN = frozenset({"in", "naar", "uit", "bij", "van", "op"})
_NOUN = 7  # letters: a longer word that ends as a house does is one
_SEVERAL = 2  # words
_DOUBTED = 0.86
_NUMBERED_POPE = re.compile(r" [IVX]\.\Z")  # "het Pius X. Met hem"
_ARTICLES = frozenset({"de", "het", "'t", "een"})
_GATHERINGS = (
    *(("feest", "het feest"), ("festival", "het feest"), ("loop", "de loop"), ("tocht", "de tocht"), ("mars", "de tocht"), ("toernooi", "het toernooi")),
    *(("optocht", "de optocht"), ("concert", "het concert"), ("vierdaagse", "de tocht"), ("kermis", "de kermis"), ("braderie", "de braderie")),
)
_NEAR = 4  # words before "bij" in which a verb tells whose house or whose firm it is


def as_organisations(reading: Reading, found: Sequence[Span]) -> list[Span]:
    """The spans, those of people and places that no list knows as organisations where the words around say so; one name, one type."""
    found = [replace(s, type=SpanType.ORG) if s.type is SpanType.ADDRESS and _through(reading, s) else s for s in found]
    surely, perhaps = set[str](), set[str]()
    for span in found:
        if span.level is Level.DIRECT and span.type in (SpanType.PERSON, SpanType.PLACE):
            (perhaps if _stands_as_one(reading, span) else surely if _named(reading, span) else set()).add(_key(reading, span))
    told = perhaps - surely
    return [_organisation(reading, s) if told and s.level is Level.DIRECT and _key(reading, s) in told else s for s in found]


def _surname_with_article(reading: Reading, span: Span) -> bool:
    """Whether an organisation that begins with "De" is rather a surname: "De Boer bleek ook een mens", not "in De Boer"."""
    words = reading.text[span.start : span.end]
    if span.type is not SpanType.ORG or not words.startswith("De "):
        return False
    named = re.search(rf"(?:[A-Z]\.|[A-Z][\w-]+) de {re.escape(words[len('De ') :])}(?!\w)", reading.text)  # "Voorzitter R.W. de Ruyter"
    if not named and words.casefold() not in lists.family_names():
        return False
    return reading.before(touched(reading.tokens, span.start, span.end).start) not in {"in", "naar", "op", "bij", "van", "aan", "door"}


def _behind_article(reading: Reading, span: Span) -> bool:
    """Whether several words that no list knows as a name stand behind "de": "een brief van de Wonen Limburg"."""
    inside = touched(reading.tokens, span.start, span.end)
    if span.type is not SpanType.PERSON or inside.stop - inside.start < _SEVERAL or reading.before(inside.start) != "de":
        return False
    first, last = reading.tokens[inside.start], reading.tokens[inside.stop - 1]
    named = first_name(first.fold) is not None or first.fold in context("particle") | context("epithet") or first.initials
    return not (named or (family_name(last.fold) and last.fold not in lists.places()))


def _through(reading: Reading, span: Span) -> bool:
    """Whether a street without a number is rather somebody one is sent by: "via Buurtplein"."""
    number = any(c.isdigit() for c in reading.text[span.start : span.end])
    return not number and reading.before(touched(reading.tokens, span.start, span.end).start) == "via"


def as_read(reading: Reading, found: Sequence[Span]) -> list[Span]:
    """The whole spans, those of organisations that stand as a street or water does as an address, and surnames with "De" as people.

    "De moskee aan de Marssteden", not "zij studeert aan de Klimop". A pet is one at every mention.
    """
    pets = {_key(reading, s) for s in found if s.type is SpanType.PET_NAME}
    found = [replace(s, end=s.end - 1) if s.type is SpanType.ORG and _NUMBERED_POPE.search(reading.text, s.start, s.end) else s for s in found]
    return [
        replace(s, type=SpanType.PET_NAME, level=Level.INDIRECT, replacement="het dier")
        if s.type is SpanType.PERSON and s.source == "twijfel" and _key(reading, s) in pets
        else replace(s, type=SpanType.ADDRESS, replacement="")
        if _stands_as_street(reading, s)
        else replace(s, type=SpanType.ORG, replacement="een organisatie")
        if _behind_article(reading, s)
        else replace(s, type=SpanType.ORG, replacement=_gathering(reading, s))
        if _gathering(reading, s)
        else replace(s, type=SpanType.PERSON, source="namenlijst")
        if _surname_with_article(reading, s)
        else s
        for s in found
    ]


def _gathering(reading: Reading, span: Span) -> str:
    """The words for what takes place and has a name: "tijdens Zomerklanken", "na de Lampionnenloop"; "" for all else."""
    if span.level is not Level.DIRECT or span.type not in (SpanType.PERSON, SpanType.ORG) or span.source not in {"twijfel", "context"}:
        return ""
    inside = touched(reading.tokens, span.start, span.end)
    i = inside.start + (reading.tokens[inside.start].fold in _ARTICLES and len(inside) > 1)
    before = reading.before(i, 2) if reading.before(i) in _ARTICLES else reading.before(i)
    kind = next((words for ending, words in _GATHERINGS if reading.tokens[inside.stop - 1].fold.endswith(ending)), "")
    return kind if kind and before != "in" else "een bijeenkomst" if before == "tijdens" else ""


def _stands_as_street(reading: Reading, span: Span) -> bool:
    if span.type is not SpanType.ORG or span.score > _DOUBTED or span.source not in {"twijfel", "context"}:
        return False
    inside = touched(reading.tokens, span.start, span.end)
    i = inside.start + (reading.tokens[inside.start].fold in {"de", "het"})
    if reading.before(i) not in {"de", "het"} or reading.before(i, 2) != "aan" or _HOUSES.search(reading.tokens[inside.stop - 1].fold):
        return False
    return not any(reading.before(i, back) in context("taught") for back in range(3, 7))


def _organisation(reading: Reading, span: Span) -> Span:
    wrote = reading.before(touched(reading.tokens, span.start, span.end).start) == "naar"  # no place to go to, but one that is written to
    return replace(span, type=SpanType.ORG, source="context", replacement="een organisatie" if wrote else "")


def _key(reading: Reading, span: Span) -> str:
    return reading.text[span.start : span.end].casefold()


def _named(reading: Reading, span: Span) -> bool:
    """Whether something about a mention says a person or a place: a list, a title, what the worker typed."""
    inside = touched(reading.tokens, span.start, span.end)
    first = reading.tokens[inside.start]
    if span.type is SpanType.PLACE:
        return span.source == "plaatsenlijst"
    title = reading.before(inside.start)
    return span.source == "bekend" or sure_name(first.fold) or first.initials or title in before_names() | context("naming")


def _stands_as_one(reading: Reading, span: Span) -> bool:
    inside = touched(reading.tokens, span.start, span.end)
    i = inside.start
    if (
        span.type is SpanType.PERSON
        and reading.before(i) == "het"
        and (reading.before(i, 2) in _IN or reading.text[max(0, span.start - 5) : span.start] == "(het ")
    ):
        return True  # "in het Sophia"
    if span.type is SpanType.PERSON and _is_a_house(reading, inside.stop - 1) and span.source != "bekend":
        return True
    if _named(reading, span) or span.source == "bekend" or reading.tokens[inside.stop - 1].fold.endswith("'s"):
        return False
    before = reading.before(i)
    if not before:
        return _labelled(reading, i)
    if span.type is SpanType.PERSON and _plays(reading, i, inside.stop - 1):
        return True
    if before == "naar":
        return reading.before(i, 2) in context("wrote")
    if span.type is not SpanType.PERSON:
        return before == "in" and _in_a_town(reading, inside.stop - 1)
    earlier = {reading.before(i, back) for back in range(2, 2 + _NEAR)}
    if before in _AT:
        return bool(earlier & context("works")) or not (earlier & context("stays") or first_name(reading.tokens[i].fold) is not None)
    if before != "van" or family_name(reading.tokens[i].fold):
        return False
    owner = reading.before(i, 2)
    full = i > 2 and reading.tokens[i - 2].capital and reading.tokens[i - 3].capital and reading.joined(i - 3)
    if owner and full and first_name(reading.tokens[i].fold) is None and first_name(reading.tokens[i - 3].fold) is not None:
        return True  # "Sonja Mertens van Parteon"
    return owner.endswith(_OWNS) or (owner in context("serves") and first_name(reading.tokens[i].fold) is None)


def _is_a_house(reading: Reading, last: int) -> bool:
    """Whether an apposition says what a name is: "Dat werd Sneha, een ontmoetingsplek"."""
    words = [t.fold for t in reading.tokens[last + 1 : last + 4]]
    if reading.gap(last) != ", " or len(words) < _SEVERAL or words[0] not in {"een", "het"}:
        return False
    noun = words[1] if lists.is_word(words[1]) and not words[1].endswith("e") else words[-1]
    return noun in context("org") or (len(noun) > _NOUN and head_word(noun))


def _plays(reading: Reading, i: int, last: int) -> bool:
    """Whether a name that no list knows is rather a team: "wij wonnen van Trekvogels", "het tweede van Vios", "Zwolse Boys"."""
    key = reading.tokens[last].fold
    if key in context("clubs") and last > i:
        return True
    played = reading.before(i) in {"van", "bij", "tegen"} and reading.before(i, 2) in context("sports")
    return played and first_name(reading.tokens[i].fold) is None and not family_name(key)


def _in_a_town(reading: Reading, last: int) -> bool:
    """Whether a town follows, so that the name before it is a house in it: "in Altrecht in Zeist"."""
    return reading.after(last) == "in" and last + 2 < len(reading.tokens) and lists.places().get(reading.tokens[last + 2].fold) in {"stad", "dorp"}


def _labelled(reading: Reading, i: int) -> bool:
    """Whether a label or an apposition says an organisation: "Werkgever: Bosveld", "haar werkgever, Facilicom, stuurde"."""
    return i > 0 and reading.gap(i - 1).strip() in {":", ","} and reading.tokens[i - 1].fold in context("asked")
