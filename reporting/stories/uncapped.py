"""Names without a capital: behind a title in any text, and behind kin, a preposition or a head word of a writer who minds no capitals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.abbreviations import misspelt_verb, participle, short_form
from reporting.stories.houses import of_people
from reporting.stories.names import MOST_PARTICLES
from reporting.stories.only_names import swapped
from reporting.stories.reading import Reading, context, family_name, first_name, head_word, is_common, opens_name, possessive
from reporting.stories.spans import Span
from reporting.stories.text import touched
from reporting.stories.when import NUMBERS

_SHORTEST, _LONG_HEAD = 4, 6  # letters of a name that no list knows; of a head word that needs an article unless a name follows
_DOUBTED = 0.7
_MOST = 3  # words of one name
_ARTICLES = frozenset({"de", "het", "'t", "t", "den"})
_WHERE = frozenset({"in", "te", "uit", "naar", "vanuit", "rond"})
_AT = frozenset({"bij", "voor", "via", "achter", "naast", "op", "van", "tegenover", "vd", "v/d", "vh", "v", "vn"})
_TOWNS = frozenset({"stad", "dorp", "wijk", "buitenland", "eiland"})
_SCHOOLS = frozenset({"college", "lyceum", "gymnasium", "mavo", "school", "moskee", "kerk", "ziekenhuis", "zorg", "flat"})
_SHORT_HEADS = frozenset({"park", "obs", "cbs", "bso", "kdv", "cafe"})
_BODIES = ("erij", "groep", "winkel", "bureau", "service", "express", "kantine", "pellerij")
_STREET = ("straat", "laan", "weg", "kade", "dijk", "singel", "gracht", "plein", "plantsoen")
_ROADS = frozenset({"snelweg", "zandweg", "landweg", "waterweg", "spoorweg", "toegangsweg", "zijstraat", "winkelstraat", "hoofdstraat", "buitenweg"})
_MAKERS = ("houwer", "maker", "bakker", "meijer", "meyer", "visser", "snijder", "slager", "mulder", "kuiper")  # how surnames end that name a trade
_OPEN = frozenset(
    {"school", "opvang", "kerk", "bank", "project", "team", "dagbesteding", "thuiszorg", "welzijn", "bewind", "inloop", "bedrijf", "bewindvoering", "dagopvang"}
    | {"schuldhulp", "fysiotherapie", "kinderopvang", "locatie", "organisatie", "instelling", "gebouw", "zwembad", "camping", "noodopvang", "theater", "museum"}
)


def find_titled(reading: Reading) -> Iterator[Span]:
    """People without a capital behind a title, in any text: "mevrouw zhuang", "de familie al-sabbagh", "dhr van hooff"."""
    for i, token in enumerate(reading.tokens[:-1]):
        if token.fold in context("title"):
            yield from _behind(reading, i, False)


def find_uncapped(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """People, places and organisations without a capital, of a writer who minds none; `found`: what is known already."""
    owner = {k: span for span in found for k in touched(reading.tokens, span.start, span.end)}
    yield from _longer(reading, found, owner)
    for i, token in enumerate(reading.tokens[:-1]):
        key = token.fold
        if key in context("title") | context("office") or (opens_name(key) and not key.endswith(("en", "s"))):
            yield from _behind(reading, i, True)
        if i in owner:
            continue
        small = not token.capital or token.first
        if small and (head_word(key) or key.endswith(_BODIES)) and key not in context("place"):
            yield from _house(reading, i, owner)
        if key in _WHERE | _AT | {"aan"} and small:
            yield from _somewhere(reading, i, owner)


def _unknown(reading: Reading, i: int) -> bool:
    """Whether token i is a word without a capital that no list explains."""
    token = reading.tokens[i]
    key = token.fold
    if token.capital or i in reading.taken or len(key) < _SHORTEST or not key.replace("-", "").replace("'", "").isalpha():
        return False
    return not (
        lists.is_word(key) or swapped(key) or is_common(token) or key in context("dialect") or key in context("verb") or short_form(key) or participle(key)
    )


def _compound(reading: Reading, i: int) -> bool:
    """Whether token i is a surname that only looks like a compound of two words: "kortekaas"."""
    key = reading.tokens[i].fold
    named = family_name(key) or key in lists.proper() or reading.after(i) in context("verb") or key.endswith(_MAKERS)
    return named and key not in lists.words() and not (opens_name(key) or reading.tokens[i].capital)


def _cut_off(key: str) -> bool:
    """Whether a word is a compound of which the end is cut off: "wijkagt", "buurtmdrs"."""
    return any(
        key[:-rest] in lists.words() and len(key) - rest >= _SHORTEST and key[-rest:] not in lists.words() for rest in range(_SHORTEST - 1, _SHORTEST + 1)
    )


def _behind(reading: Reading, i: int, loose: bool) -> Iterator[Span]:
    """The person without a capital whose title or role is token i."""
    if reading.gap(i) not in (" ", " (", ", ") or (not loose and reading.gap(i) != " "):
        return
    k = i + 1
    while k < len(reading.tokens) - 1 and k - i <= MOST_PARTICLES and reading.tokens[k].fold in context("particle") and reading.gap(k) == " ":
        k += 1
    token = reading.tokens[k]
    key = token.fold
    title = reading.tokens[i].fold in context("title") | context("office")
    whole = " ".join(t.fold for t in reading.tokens[i + 1 : k + 1])
    article = reading.before(i) in context("article")
    named = title and k > i + 1 and not article and (family_name(whole) or (loose and _unknown(reading, k)))
    surname = loose and title and k == i + 1 and not article and _surname(reading, k)  # "mevrouw dijkgraaf kwam"
    given = loose and k == i + 1 and (surname or _given(reading, k))
    unknown = (
        (_unknown(reading, k) or (title and loose and _compound(reading, k)))
        and (title or reading.tokens[i].fold in context("informal") or not misspelt_verb(key))
        and (title or not lists.begins_word(key))
        and k - i <= 1
    )
    if token.capital or k in reading.taken or (reading.gap(i) != " " and not (unknown and _goes_on(reading, k) > k)) or not (named or given or unknown):
        return
    last = _goes_on(reading, k) if loose else k
    yield Span(reading.tokens[i + 1].start, reading.tokens[last].end - possessive(reading, last), SpanType.PERSON, 0.8 if title else 0.6, "kleine letters")


def _given(reading: Reading, i: int) -> bool:
    """Whether token i is a first name without a capital, though a word is spelled so: "oma wies", "zoon kelvin"."""
    key = reading.tokens[i].fold
    if key in context("treacherous") or key in context("verb") or key in context("adverb") or key in context("personal") or first_name(key) is None:
        return False
    return key in lists.own_names() or not reading.after(i) or reading.after(i) in context("verb") | context("adverb")


def _goes_on(reading: Reading, i: int) -> int:
    """The last token of the name without capitals that begins at token i: "dinie ligtenberg"."""
    last = _over_particles(reading, i)
    while last - i < _MOST and reading.gap(last) == " " and (_unknown(reading, last + 1) or _surname(reading, last + 1)):
        last += 1
        if misspelt_verb(reading.tokens[last].fold) and not family_name(reading.tokens[last].fold):
            return last - 1
    return last


def _over_particles(reading: Reading, i: int) -> int:
    """The surname without a capital behind tussenvoegsels behind token i, i itself for none: "tonnie de greef"."""
    k = i + 1
    while k < len(reading.tokens) - 1 and k - i <= MOST_PARTICLES and reading.tokens[k].fold in context("particle") and reading.gap(k - 1) == " ":
        k += 1
    whole = " ".join(t.fold for t in reading.tokens[i + 1 : k + 1])
    named = k < len(reading.tokens) and k > i + 1 and reading.gap(k - 1) == " " and (_unknown(reading, k) or family_name(whole))
    return k if named else i


def _surname(reading: Reading, i: int) -> bool:
    """Whether token i is a surname without a capital that is a word too, with the name's verb behind it: "Lianne brobbel belde"."""
    key = reading.tokens[i].fold
    named = (family_name(key) or (key in lists.proper() and first_name(key) is None)) and not (key in context("verb") or key in context("adverb"))
    ends = not reading.after(i) or reading.after(i) in context("verb") | {"van", "en", "uit"}
    return named and not reading.tokens[i].capital and len(key) >= _SHORTEST and ends


def _longer(reading: Reading, found: Sequence[Span], owner: dict[int, Span]) -> Iterator[Span]:
    """First names with the surname without a capital behind them: "Iman wisse", "wiebrechtje bolhuis"."""
    for span in found:
        if span.type is not SpanType.PERSON:
            continue
        last = touched(reading.tokens, span.start, span.end)[-1]
        if reading.tokens[last].end != span.end or (first_name(reading.tokens[last].fold) is None and lists.is_word(reading.tokens[last].fold)):
            continue
        end = _goes_on(reading, last)
        if end > last and not any(k in owner for k in range(last + 1, end + 1)):
            yield replace(span, end=reading.tokens[end].end)


def find_headed(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """Organisations with the head word or article before them that this writer makes part of the name: "bij supermarkt Hulzebos", "op de opslach"."""
    for span in found:
        inside = touched(reading.tokens, span.start, span.end)
        if span.type not in {SpanType.ORG, SpanType.PERSON} or span.level is not Level.DIRECT or not inside.start:
            continue
        first = k = inside.start
        if span.type is SpanType.ORG and reading.before(k) in _ARTICLES | {"ter", "ten"} and not reading.tokens[k - 1].capital:
            first = k = k - 1
        head = reading.before(k)
        body = head in context("org") or (lists.is_word(head) and head_word(head)) or head.endswith(_BODIES[:-2])
        if head and body and not reading.tokens[k - 1].capital and reading.before(k - 1) not in context("article") and head not in _OPEN:
            first = k - 1
        named = span.type is SpanType.PERSON and (span.score > _DOUBTED or first == inside.start)
        if first < inside.start and not named:
            yield replace(span, start=reading.tokens[first].start, type=SpanType.ORG, source="kleine letters")


def _house(reading: Reading, i: int, owner: dict[int, Span]) -> Iterator[Span]:
    """The organisation without a capital whose head word is token i: "taalhuis laak", "opvang de stelling", "kapsalon knip en zo"."""
    bracket = reading.gap(i) == " (" and reading.tokens[i + 1].fold in _ARTICLES  # "de kringloop (de spullebank)"
    if not (reading.gap(i) == " " or bracket) or i + 1 in owner or reading.tokens[i + 1].capital:
        return
    first = i + 1 + (reading.tokens[i + 1].fold in _ARTICLES)
    if first >= len(reading.tokens) or (first > i + 1 and reading.gap(i + 1) != " ") or reading.tokens[first].capital or first in reading.taken:
        return
    head, key = reading.tokens[i].fold, reading.tokens[first].fold
    last = first
    while last - first < _MOST and reading.gap(last) == " " and (_unknown(reading, last + 1) or reading.tokens[last + 1].capital) and last + 1 not in owner:
        last += 1
    while first > i + 1 and last - first < _MOST - 1 and not _ends(reading, last) and reading.after(last) and _noun(reading.after(last)):
        last += 1  # "kringloop de tweede kans"
    if first > i + 1 and last == first and key.endswith("en") and reading.after(first) and _noun(reading.after(first)) and _ends(reading, first + 1):
        last += 1  # "hotel de koperen hoogte"
    counted = first > i + 1 and key in NUMBERS and reading.after(first).endswith(("en", "s")) and not of_people(reading.after(first))  # "manege de drie berken"
    if counted and last == first:
        last += 1
    if reading.after(last) == "en" and last + 2 < len(reading.tokens) and _ends(reading, last + 2) and reading.gap(last + 1) == " ":
        last += 2
    bare = reading.before(i) in _WHERE | _AT | {"met", "stichting"} and len(head) > _LONG_HEAD and head not in _OPEN and _noun(key)
    named = counted or _noun(key) or (last > first and key.endswith("en"))
    article = first > i + 1 and named and (len(head) > _SHORTEST or head in _SHORT_HEADS) and (bracket or reading.before(i) not in context("article"))
    if key in context("org"):
        return
    if _unknown(reading, first) or ((bare or article) and _ends(reading, last)):
        start = i if not bracket and reading.before(i) not in context("article") else i + 1
        yield Span(reading.tokens[start].start, reading.tokens[last].end, SpanType.ORG, 0.6, "kleine letters")


def _noun(key: str) -> bool:
    """Whether a word may be the name of a house: no verb, adverb or other little word."""
    little = ("verb", "adverb", "personal", "place", "particle", "opener", "article", "kin", "role")
    return key.isalpha() and len(key) >= _SHORTEST and not any(key in context(section) for section in little) and not key.endswith(("en", "end", "lijk"))


def _ends(reading: Reading, i: int) -> bool:
    """Whether a phrase ends behind token i."""
    return not _noun(reading.after(i))


def find_schools(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """Schools, churches and hospitals whose last word is a head word without a capital: "het Jeroen Bos ziekenhuis", "het hogeland college"."""
    owner = {k for span in found for k in touched(reading.tokens, span.start, span.end)}
    for i, token in enumerate(reading.tokens):
        if token.fold not in _SCHOOLS or token.capital or i in owner:
            continue
        k = i
        while k and i - k <= _MOST and reading.gap(k - 1) in (" ", ". ") and _proper(reading, k - 1, i):
            k -= 1
        if k < i and reading.before(k) in context("office"):  # "het ir. lely lyceum"
            k -= 1
        while k < i and reading.tokens[k].fold in context("particle"):
            k += 1
        if k < i and reading.before(k) in _ARTICLES - {"den"} | (_WHERE | _AT if reading.careless else frozenset()):
            yield Span(reading.tokens[k].start, token.end, SpanType.ORG, 0.96 if owner & set(range(k, i)) else 0.6, "context")


def _proper(reading: Reading, k: int, i: int) -> bool:
    """Whether token k is a word of the name that ends in the head word i: a capital or unknown one, or before a college any that is no adjective."""
    token = reading.tokens[k]
    if token.capital:
        return not token.first and (not is_common(token) or (reading.careless and token.fold in lists.places()))
    inner = token.fold in context("particle") and k + 1 < i and reading.tokens[k + 1].capital and reading.tokens[k - 1].capital
    inner_word = _noun(token.fold) or token.fold in context("kin") | context("title")
    higher = reading.tokens[i].fold in {"college", "lyceum", "gymnasium"} and inner_word and (k + 1 < i or not token.fold.endswith(("e", "er")))
    return inner or (reading.careless and (_unknown(reading, k) or higher))


def _somewhere(reading: Reading, i: int, owner: dict[int, Span]) -> Iterator[Span]:
    """The place or organisation without a capital behind the preposition i: "in zoutelande", "bij rochdale", "naar de opslach"."""
    if reading.gap(i) != " ":
        return
    where, first = reading.tokens[i].fold in _WHERE, i + 1
    for length in range(min(lists.place_heads().get(reading.tokens[first].fold, 1), len(reading.tokens) - first), 0, -1):
        words = reading.tokens[first : first + length]
        name = " ".join(t.fold for t in words)
        kind = lists.places().get(name) or lists.places().get(name.replace(" ", "-"))
        if kind in _TOWNS and not any(t.capital or k in owner for k, t in enumerate(words, first)) and _town(reading, name, length, where):
            yield Span(words[0].start, words[-1].end, SpanType.PLACE, 0.6, "kleine letters")
            return
    article = reading.tokens[first].fold in _ARTICLES
    k = first + article
    while (
        not article and k < len(reading.tokens) - 1 and k - first < MOST_PARTICLES and reading.tokens[k].fold in context("particle") and reading.gap(k) == " "
    ):
        k += 1
    if k >= len(reading.tokens) or (k > first and reading.gap(k - 1) != " ") or k in owner:
        return
    key = reading.tokens[k].fold
    if article and reading.tokens[i].fold == "aan" and key.endswith(_STREET) and len(key) > _LONG_HEAD and key not in _ROADS and not reading.tokens[k].capital:
        yield Span(reading.tokens[k].start, reading.tokens[k].end, SpanType.ADDRESS, 0.6, "kleine letters")  # "een kamer aan de kruisweg"
    elif reading.tokens[i].fold == "aan":
        return
    elif article and lists.places().get(key) == "wijk" and key not in lists.words() and not reading.tokens[k].capital:
        yield Span(reading.tokens[k].start, reading.tokens[k].end, SpanType.PLACE, 0.6, "kleine letters")
    elif (
        _unknown(reading, k)
        and len(key) > _SHORTEST
        and not (lists.begins_word(key) or _cut_off(key) or key in context("org"))
        and (article or where or not misspelt_verb(key))
    ):
        last = _goes_on(reading, k)
        kind_of = SpanType.PLACE if where and not article else SpanType.ORG
        yield Span(reading.tokens[k if k == first + article and article else first].start, reading.tokens[last].end, kind_of, 0.5, "kleine letters")


def _town(reading: Reading, name: str, length: int, where: bool) -> bool:
    """Whether what shares its spelling with a town is one here: "in asten", "te den helder", not "in huizen", "naar de wijk"."""
    if length > 1:
        return where and not name.startswith(("de ", "het "))
    return name not in lists.words() or (
        where and name not in context("town") | context("place") and name not in context("homely") and first_name(name) is None
    )
