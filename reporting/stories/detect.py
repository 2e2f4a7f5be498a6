"""The detector: all layers over one text. What comes back is a proposal; a person decides (see docs/decisions/0005-stories.md)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reporting.model.story import KnownNames, Level, Redaction, SpanType
from reporting.stories import lists
from reporting.stories.abbreviations import find_abbreviations, misspelt_verb, participle, sentences, short_form, shortened
from reporting.stories.apply import apply
from reporting.stories.assign import assign
from reporting.stories.called import find_called
from reporting.stories.chains import find_chains
from reporting.stories.clubs import find_clubs
from reporting.stories.describe import describe
from reporting.stories.employers import as_organisations, as_read
from reporting.stories.houses import find_houses
from reporting.stories.hurried import find_hurried, find_numbered
from reporting.stories.indirect import find_indirect
from reporting.stories.known import Known, everywhere, find_known, whole
from reporting.stories.leftover import with_leftover
from reporting.stories.named import named_anyway
from reporting.stories.names import find_names, is_organisation_end
from reporting.stories.openings import find_openings
from reporting.stories.organisations import find_organisations, same_houses
from reporting.stories.patterns import find_patterns
from reporting.stories.phrases import AGAIN, phrases
from reporting.stories.places import find_places, find_unlisted_places
from reporting.stories.reading import Reading, context, family_name, first_name, head_word, is_common, opens_name, ordinary, possessive
from reporting.stories.recase import minds_no_capitals, recased
from reporting.stories.signed import find_signed
from reporting.stories.spans import Span, keep_best
from reporting.stories.sprinkled import find_asked_for, find_lower_names, find_lower_towns, without_sprinkled
from reporting.stories.streets import find_streets
from reporting.stories.text import Token, normalise, tokens, touched
from reporting.stories.townsfolk import find_townsfolk
from reporting.stories.uncapped import find_headed, find_schools, find_titled, find_uncapped
from reporting.stories.when import find_ages, find_dates
from reporting.stories.widen import widen

_DOUBT = "twijfel"
_KNOWN, _LIKELY = frozenset({"bekend", "organisatielijst"}), 0.8  # what is sure without a capital; what nothing else is surer than
_SEASONS = frozenset({"zomer", "winter", "herfst", "lente", "najaar", "voorjaar"})


@dataclass(frozen=True, slots=True)
class Found:
    """The spans of one text in its original offsets, and whether it was read as text without capitals."""

    redactions: tuple[Redaction, ...]
    lower: bool


def detect(text: str, known: KnownNames = KnownNames()) -> tuple[Redaction, ...]:
    """The proposals for one text, in order and without overlap; `replacement` is "" for people (see `substitute`).

    Offsets are code points of `text`, end exclusive. Source: STORIES, layers 0-7.
    """
    return read(text, known).redactions


def read(text: str, known: KnownNames) -> Found:
    """As `detect`, with what a screen wants to warn of."""
    normal = normalise(text)
    names = Known.of(known)
    reading = reading_of(normal.text)
    spans = with_leftover(reading, [_doubted(reading, span) for span in keep_best(list(_all_layers(reading, names)))], names)
    found = []
    for span in spans:
        start, end = normal.original(span.start, span.end)
        replacement = span.replacement or ("" if span.type is SpanType.PERSON else describe(span, normal.text))
        found.append(Redaction(start, end, text[start:end], span.type, span.level, span.score, span.source, replacement))
    return Found(tuple(found), reading.lower)


def reading_of(text: str) -> Reading:
    """A normalised text with its words, none of them explained; of a writer who minds no capitals the names have theirs back."""
    words = named_anyway(tokens(text), text)
    lower = without_capitals(text, words)
    if not (lower or minds_no_capitals(words, text)):
        return Reading(text, words, frozenset(), lower)
    told = recased(text, words)
    return Reading(told, named_anyway(tokens(told), told), frozenset(), lower, careless=True, typed=text)


def without_capitals(text: str, words: tuple[Token, ...]) -> bool:
    """Whether a text has under one capital a sentence (and is no bare title)."""
    opened = sum(t.capital and t.first for t in words)  # notes full of short forms have capitals where a sentence begins
    return len(words) > 7 and sum(t.capital for t in words) < (ends := sentences(text)) and opened * 2 < ends


def _doubted(reading: Reading, span: Span) -> Span:
    """A name is never certain where the writer left all its capitals out."""
    inside = touched(reading.tokens, span.start, span.end)
    unsure = span.type in {SpanType.PERSON, SpanType.PLACE, SpanType.ORG} and span.source not in _KNOWN and span.score > _LIKELY
    return replace(span, score=_LIKELY) if unsure and inside and all(reading.uncapped(i) for i in inside) else span


def _all_layers(reading: Reading, names: Known) -> Iterator[Span]:
    text, words, lower = reading.text, reading.tokens, reading.lower
    hard = [*find_patterns(text), *find_dates(text, reading.careless)]
    short = frozenset(i for i in find_abbreviations(words, text) if not names.tells(words[i]))
    reading = replace(reading, taken=_covered(words, hard) | phrases(words, lower) | short)
    hard += [*find_streets(reading), *find_places(reading)]
    reading = replace(reading, taken=_covered(words, [s for s in hard if s.type is SpanType.ADDRESS]) | reading.taken)
    people = list(find_known(reading, names))
    open_words = replace(reading, taken=reading.taken | frozenset(i for i, t in enumerate(words) if names.leaves(t)))
    left = replace(open_words, taken=open_words.taken | _covered(words, people))
    orgs = [*find_clubs(left), *find_organisations(left), *find_chains(left)]
    opened = replace(open_words, taken=open_words.taken | _covered(words, [s for s in orgs if s.score > 0.85]))
    people = whole(words, people, [*find_names(opened), *find_called(open_words), *find_titled(open_words), *find_signed(open_words)])
    people += _coordinated(left, people)
    people += find_openings(left)
    places = [*find_unlisted_places(left), *find_townsfolk(left)]
    towns = [s for s in hard if s.type is SpanType.PLACE or s.type is SpanType.ORIGIN]
    people = [p for p in people if not (p.score < 0.95 and any(_within(p, s) and s.score > p.score for s in towns + places))]
    hard = [
        s for s in hard if not (s.type is SpanType.PLACE and any(p.start < s.start and s.end <= p.end and " van " in text[p.start : s.start] for p in people))
    ]  # "Driek van Esch"
    people += everywhere(left, [*people, *(s for s in hard if s.type is not SpanType.PERSON)], names)
    found = [s for s in [*hard, *people, *orgs, *places, *find_ages(text), *find_indirect(left)] if not _left_alone(s, words, names)]
    doubts, sprinkled = without_sprinkled(left, list(_catch_all(left, _covered(words, found))))
    found += doubts
    if sprinkled or left.careless:
        left = replace(left, careless=True)
        found += find_uncapped(left, keep_best(found))
        found += find_hurried(left, keep_best(found))
        found += [*find_houses(left, keep_best(found)), *find_numbered(left)]
    if not lower:
        found += [*find_lower_towns(left), *find_lower_names(left, sprinkled), *find_asked_for(left)]
    found += _again(left, found, doubts, names)
    found += same_houses(left, found)
    found += find_schools(left, keep_best(found))
    if left.careless:
        found += find_headed(left, keep_best(found))
    loose = phrases(words, lower) - frozenset(i for i, t in enumerate(words) if names.leaves(t))
    yield from as_read(left, widen(left, as_organisations(left, keep_best(found)), loose))


def _again(reading: Reading, found: list[Span], doubts: list[Span], names: Known) -> Iterator[Span]:
    """Other mentions of what was doubted to be somebody and is no word, and in a text that minds no capitals of everybody: "Trix" first, "trix" after."""
    if reading.careless:
        return everywhere(reading, found, names)
    told = [s for s in doubts if s.type is SpanType.PERSON and reading.tokens[touched(reading.tokens, s.start, s.end).start].fold not in lists.words()]
    spans = [s for s in found if s.type is not SpanType.PERSON or s in told]
    covered = [replace(s, type=SpanType.ORG) for s in found if s.type is SpanType.PERSON and s not in told]
    return everywhere(reading, [*spans, *covered], names)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end + 2


def _covered(words: tuple[Token, ...], spans: list[Span]) -> frozenset[int]:
    return frozenset(i for span in spans for i in touched(words, span.start, span.end))


def _left_alone(span: Span, words: tuple[Token, ...], names: Known) -> bool:
    inside = [words[i] for i in touched(words, span.start, span.end) if words[i].capital]
    return span.level is Level.DIRECT and bool(inside) and all(names.leaves(t) for t in inside) and span.type in {SpanType.PERSON, SpanType.PLACE, SpanType.ORG}


def _coordinated(reading: Reading, people: list[Span]) -> Iterator[Span]:
    """Capitals that stand in one list with a name: "Feven, Luwam en Bsrat"."""
    covered = _covered(reading.tokens, people)
    for i, token in enumerate(reading.tokens):
        if i in covered or i in reading.taken or not token.capital or token.first or is_common(token) or lists.is_word(token.fold):
            continue
        near = {i - 2 if reading.before(i) in {"en", "of"} else i - 1, i + 2 if reading.after(i) in {"en", "of"} else i + 1}
        listed = (i and (reading.gap(i - 1) == ", " or reading.before(i) in {"en", "of"})) or reading.gap(i) == ", " or reading.after(i) in {"en", "of"}
        if listed and near & covered and token.fold not in lists.places() and reading.before(i) not in {"in", "naar", "uit", "te", "vanuit"}:
            yield Span(token.start, token.end - possessive(reading, i), SpanType.PERSON, 0.8, "opsomming")


def _catch_all(reading: Reading, covered: frozenset[int]) -> Iterator[Span]:
    """Layers 5 and 6: capitals that nothing explains, sentence starts no list knows, and in lower-case text unknown words."""
    i = 0
    while i < len(reading.tokens):
        token = reading.tokens[i]
        if i in covered or i in reading.taken or token.text[0].isdigit() or _before_a_name(reading, i):
            i += 1
            continue
        if token.capital and not is_common(token) and not token.initials and len(token.text) > 1:
            last = i
            while (reading.joined(last) or reading.gap(last) == " & ") and last + 1 not in covered and _goes_on(reading, i, last + 1):
                last += 1
            span = _doubtful(reading, i, last)
            if span:
                yield span
            i = last + 1
            continue
        if reading.lower and not token.capital:
            span = _lower_name(reading, i)
            if span:
                yield span
        i += 1


def _before_a_name(reading: Reading, i: int) -> bool:
    """Whether a word only stands before a name or is an abbreviation: "Mw.", "Ome Kobus", "Geb."."""
    token = reading.tokens[i]
    if token.fold in context("short") and reading.gap(i).startswith((".", ":")):
        return True
    opened = (
        reading.gap(i) == " " and reading.tokens[i + 1].capital and reading.before(i) not in {"van", "bij", "in", "naar", "de", "door"}
    )  # "bij Tante Netty" may be a shop
    addressed = token.fold in context("title") | context("office") | context("informal") and token.text.endswith(".")
    return addressed or (opened and opens_name(token.fold) and (lists.is_word(token.fold) or token.fold in context("informal")))


def _goes_on(reading: Reading, i: int, step: int) -> bool:
    if step >= len(reading.tokens) or not reading.tokens[step].capital or (reading.tokens[i].first and lists.is_word(reading.tokens[i].fold)):
        return False
    region = lists.places().get(reading.tokens[step].fold) == "streek"
    return region or not is_common(reading.tokens[step])


def _doubtful(reading: Reading, i: int, last: int) -> Span | None:
    token = reading.tokens[i]
    plain_word = ordinary(token.fold)
    end = reading.tokens[last].end - possessive(reading, last)
    before = reading.before(i)
    if last > i and token.fold in context("epithet") and first_name(reading.tokens[i + 1].fold) is not None:  # "Blinde Wim"
        return Span(token.start, end, SpanType.PERSON, 0.86, "context")
    if last > i and lists.is_word(token.fold) and reading.tokens[last].fold in lists.places():  # "Vitaal Veluwe"
        return Span(token.start, end, SpanType.ORG, 0.7, "context")
    if token.first and reading.uncapped(i):  # `recase` gave it the capital
        return Span(token.start, end, SpanType.PERSON, 0.5, _DOUBT)
    if token.first:
        if plain_word or opens_name(token.fold) or token.fold in lists.places():
            return None
        if last == i and (token.fold in context("dialect") or _clipped(reading, token)):
            return None
        return Span(token.start, end, SpanType.PERSON, 0.7 if reading.after(last) in context("verb") else 0.5, _DOUBT)
    if last == i and token.fold in context("article"):  # "de papieren De zoon wil"
        return None
    if not plain_word:
        towned = last > i and reading.tokens[last].fold in lists.places() and (last > i + 1 or not family_name(reading.tokens[last].fold))  # "Match Maastricht"
        kind = SpanType.ORG if towned or before in {"de", "het", "'t", "een"} else SpanType.PERSON
        named = before == "de" and reading.tokens[i - 1].text == "De" and (reading.gap(last).startswith(":") or reading.after(last) in context("verb"))
        if named and last == i:  # "De Rooij: pillen"
            return Span(reading.tokens[i - 1].start, end, SpanType.PERSON if reading.gap(last).startswith(":") else kind, 0.5, _DOUBT)
        return Span(token.start, end, kind, 0.7 if kind is SpanType.PERSON else 0.5, _DOUBT)
    if token.text.isupper():
        return None  # a heading in capitals
    if before in {"in", "naar", "te"} and last == i:
        return Span(token.start, end, SpanType.PLACE, 0.5, _DOUBT)
    season = token.fold in _SEASONS and before in context("article") and reading.before(i, 2) in AGAIN | {"van", "sinds", "tot", "tijdens"}
    graded = before == "op" and i > 1 and reading.tokens[i - 2].text.isdigit()  # "2 op Wonen"
    if before in context("labelled") or (last == i and (season or graded)):
        return None
    town = last == i and lists.places().get(token.fold) in {"stad", "dorp"} and first_name(token.fold) is None
    if last > i and _two_of_a_person(reading, i, last):
        return Span(token.start, end, SpanType.PERSON, 0.5, _DOUBT)
    if before in context("article") | {"van", "bij"} - ({"van", "bij"} if town else set()) or last > i:
        return Span(token.start, end, SpanType.ORG, 0.5, _DOUBT)
    return Span(token.start, end, SpanType.PLACE if town else SpanType.PERSON, 0.5, _DOUBT)


def _clipped(reading: Reading, token: Token) -> bool:
    """Whether what opens a sentence is a word without its last n, or of notes its beginning: "Savonds", "Gistere", "Huisbez"."""
    if "-" not in token.fold and not short_form(token.fold) and shortened(token.fold):  # "Belafspraak"
        return True
    return token.fold in context("start") or f"{token.fold}n" in lists.words() or (reading.careless and token.text[1:].islower() and short_form(token.fold))


def _two_of_a_person(reading: Reading, i: int, last: int) -> bool:
    """Whether two capitals of which the second is no word are rather a person: "Kwibus Maltezer", not "de Kwibus Maltezer", "Zorg Almata"."""
    key, second = reading.tokens[i].fold, reading.tokens[last].fold
    body = head_word(key) or is_organisation_end(second) or second in lists.places() or second in context("clubs")
    where = reading.before(i) in context("article") | {"bij", "via", "in", "naar", "vanuit"}
    return last == i + 1 and not (body or where or lists.is_word(second) or reading.tokens[last].text.isupper())


def _lower_name(reading: Reading, i: int) -> Span | None:
    """A name without a capital: a listed first name, or a word no list knows after a word that opens a name."""
    token = reading.tokens[i]
    if lists.is_word(token.fold) or token.text.startswith("'") or len(token.text) < 3:
        return None
    listed = first_name(token.fold) is not None
    before = reading.before(i)
    verb = misspelt_verb(token.fold) or participle(token.fold)
    if (verb or shortened(token.fold)) and not listed and before not in context("title") | context("informal"):
        return None
    opens = opens_name(before) or before in context("naming") | context("personal")
    if listed or opens:
        return Span(token.start, token.end - possessive(reading, i), SpanType.PERSON, 0.6 if listed else 0.5, "kleine letters")
    if len(token.text) < 5 or lists.begins_word(token.fold) or is_common(token) or token.fold in context("org"):
        return None
    kind = SpanType.PLACE if before in {"in", "te", "naar", "uit", "vanuit"} else SpanType.ORG
    return Span(token.start, token.end, kind, 0.5, "kleine letters")


def substitute(text: str, redactions: tuple[Redaction, ...], secret: bytes) -> str:
    """The text with every redaction replaced; people without a replacement get a substitute, the same for the same person."""
    assigned = assign({"": text}, {"": redactions}, secret, "", KnownNames())
    return apply(text, assigned.redactions[""])
