"""Layers 1-3 for where: streets and addresses, towns and neighbourhoods, and organisations by their head word."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.names import MOST_WORDS
from reporting.stories.reading import Reading, context, first_name, is_common, stems, sure_name
from reporting.stories.spans import Span
from reporting.stories.text import Token, touched

_STREET = (
    r"(?:straat|laan|weg|plein|hof|singel|kade|gracht|steeg|plantsoen|dreef|dijk|pad|markt|baan|wal|haven|burgwal|boulevard|stee|"
    r"brink|erf|ring|hoek|veld|park|werf|oord|akker|kamp|horst|donk|es|gaarde|tuin|hove|meent|strjitte|leane|dyk)"
)
_CERTAIN = r"(?:straat|laan|plein|singel|kade|gracht|steeg|plantsoen|dreef|weg|dijk|strjitte)"
_NUMBER = (
    r"(?:(?:\s+(?:[NOZW]\.?Z\.?|noord|zuid|oost|west))?"
    r"\s+(?:nr\.?\s*|nummer\s+)?\d{1,4}(?:\s?-\s?\d{1,3}|\s?-?[a-zA-Z](?![\w])|\s?(?:bis|hs|huis|rood|zwart)\b|-[IVX]{1,4}\b)?(?:\s?(?:\d\s?hoog))?(?!\w))"
)
_CAP = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_STREETS = (
    re.compile(rf"\b(?:{_CAP}\s+(?:(?:{_CAP}|van|de|der|den|het|'t|ten|ter)\s+){{0,3}})?[A-ZÀ-ÖØ-Þ][\w'’-]*{_CERTAIN}{_NUMBER}?(?!\w)"),
    re.compile(rf"\b{_CAP}(?:-|\s+){_STREET}{_NUMBER}"),
    re.compile(rf"\b[A-ZÀ-ÖØ-Þ][\w'’-]*{_STREET}{_NUMBER}"),
    re.compile(rf"\b(?:Laan|Plein|Weg|Hof|Kade|Singel|Park|Straat|Dijk)\s+(?:van|der|den|de|aan|op|het|voor)\s+(?:(?:de|den|der|het)\s+)?{_CAP}{_NUMBER}?"),
    re.compile(rf"(?<=\baan de )(?:(?:Oude|Nieuwe|Lange|Korte|Grote|Kleine|Hoge|Lage)\s+)?{_CAP}{_NUMBER}"),
    re.compile(
        rf"\b(?:[Ww]oont|[Ww]oonde|[Ww]onen|[Aa]dres:?)\s+(?:nu |op |aan |in |ze |hij |zij )*"
        rf"(?P<street>{_CAP}(?:\s+{_CAP})?{_NUMBER})(?!\s+(?:jaar|keer|mensen|euro))"
    ),
    re.compile(
        rf"\b(?P<street>(?:(?:Oude|Nieuwe|Lange|Korte|Grote|Kleine|Hoge|Lage|Achter|Voor|Zwarte|Witte|Sint|St\.)\s+)"
        rf"{_CAP}{_NUMBER})(?!\s+(?:jaar|keer|mensen|euro))"
    ),
    re.compile(rf"\b[a-z][a-z'-]+{_CERTAIN}{_NUMBER}"),
)
_HOUSE_NUMBER = re.compile(r"\b(?:huisnummer|(?:op|van|voor|bij|naast) nummer|flatnummer|kamernummer)\s+(?P<number>\d{1,4}(?:\s?[a-zA-Z]\b)?)", re.IGNORECASE)
_NEIGHBOURHOOD = re.compile(r"(?:wijk|buurt|kwartier|polder|veld|hoven|dorp|stad)$")
_TOWN_ENDING = re.compile(
    r"(?:veen|dam|dijk|dorp|stad|burg|hoven|meer|zijl|horst|wolde|wold|wier|sum|ingen|broek|berg|kerk|mond|wijk|drecht|rode|laar|loo|lo|zand|velde|heem|hem|hout|muiden|"
    r"sluis|voort|foort|beek|beke|dal|kamp|haar|oord|waard|lede|schoten|huizen|buren|gum|ward|werd|ga|woude|wou|stein|steeg|hoek|donk|rijk|schans)$"
)
_ORG_ENDING = re.compile(
    r"(?:school|huis|kerk|centrum|moskee|hof|college|lyceum|stichting|vereniging|club|koor|flat|toren|borg|hoeve|stede|zorg|praktijk|kring|werf|oord|staete|punt|honk|kamer|tuin|hoes|plein|gaarde|burcht|heem|state|residentie|park)$"
)
_JOINERS = frozenset(["de", "het", "'t", "van", "op", "en", "aan", "in", "den", "der", "ter", "ten", "voor", "&", "bij"])


def find_places(reading: Reading) -> Iterator[Span]:
    """Addresses, towns and neighbourhoods."""
    for pattern in _STREETS:
        for match in pattern.finditer(reading.text):
            start, end = match.span("street") if "street" in pattern.groupindex else match.span()
            start = _street_start(reading, start)
            if start < end and not _after_head(reading, start):
                yield Span(start, end, SpanType.ADDRESS, 0.93, "patroon")
    for match in _HOUSE_NUMBER.finditer(reading.text):
        yield Span(*match.span("number"), SpanType.ADDRESS, 0.86, "patroon")
    yield from _towns(reading)


def _after_head(reading: Reading, start: int) -> bool:
    """Whether the capital head word of an organisation stands before: "Kredietbank Langstraat" is no street."""
    i = touched(reading.tokens, start, start + 1).start
    before = reading.tokens[i - 1] if i and reading.joined(i - 1) else None
    return before is not None and before.capital and not before.first and head_word(before.fold) and lists.is_word(before.fold)


def _street_start(reading: Reading, start: int) -> int:
    """Where the street begins: a sentence's first ordinary word, and an article, are no part of it."""
    words, i = reading.tokens, touched(reading.tokens, start, start + 1).start
    while (
        i + 1 < len(words)
        and words[i].first
        and lists.is_word(words[i].fold)
        and words[i].fold not in context("street")
        and not re.search(rf"{_STREET}$", words[i].fold)
    ):
        i += 1
    return max(start, words[i].start)


def _towns(reading: Reading) -> Iterator[Span]:
    i = 0
    while i < len(reading.tokens):
        last, kind = _place_at(reading, i)
        if kind:
            span = _town(reading, i, last, kind)
            if span:
                yield span
            i = last
        i += 1


def _place_at(reading: Reading, i: int) -> tuple[int, str]:
    """The last token of the longest listed place that begins at token i, and its kind ("" for none)."""
    token = reading.tokens[i]
    if i in reading.taken or not (token.capital or reading.lower or token.text in ("'s", "'t")):
        return i, ""
    known = lists.places()
    for length in range(lists.place_heads().get(token.fold, 1), 0, -1):
        last = i + length - 1
        if last < len(reading.tokens) and all(reading.joined(k) for k in range(i, last)):
            name = " ".join(t.fold for t in reading.tokens[i : last + 1])
            for stem in stems(name):
                if stem in known and (stem == name or len(stem) > 4):
                    return last, known[stem]
    return i, ""


def _town(reading: Reading, i: int, last: int, kind: str) -> Span | None:
    token, end = reading.tokens[i], reading.tokens[last]
    before, single = reading.before(i), i == last
    word = lists.is_word(token.fold) and (kind != "stad" or token.fold in context("town"))
    ordinary = single and (word or token.fold in lists.own_names() or token.fold in lists.family_names())
    if reading.lower and not single and all(lists.is_word(t.fold) for t in reading.tokens[i : last + 1]):
        return None  # "de wijk"
    near = before in context("place") or (i > 0 and reading.tokens[i - 1].fold in {"gemeente", "wijk", "buurt"})
    following = reading.tokens[last + 1] if reading.joined(last) else None
    if following is not None and following.capital and following.fold not in lists.terms() and ordinary:
        return None  # "Soest Bakker": rather a name
    if (token.first and ordinary) or (reading.lower and ordinary and not near):
        return None
    if before in context("title") | context("informal") or (ordinary and not near and before != "van"):
        return None
    if ordinary and not near and first_name(token.fold) is not None:
        return None
    possessive = 2 if end.text.endswith("'s") else 1 if end.fold not in lists.places() and single and end.fold.endswith("s") else 0
    score = 0.93 if near else 0.88 if not ordinary else 0.6
    if kind == "land":
        return Span(token.start, end.end - possessive, SpanType.ORIGIN, 0.6, "plaatsenlijst", Level.INDIRECT) if before in {"uit", "vanuit"} else None
    if kind == "streek":
        return None
    return Span(token.start, end.end - possessive, SpanType.PLACE, score, "plaatsenlijst")


def find_unlisted_places(reading: Reading) -> Iterator[Span]:
    """Capital words no list knows that stand where a place stands: "in Kerkenveld", "de Oosterwijk"."""
    for i, token in enumerate(reading.tokens):
        if i in reading.taken or not token.capital or token.first or is_common(token):
            continue
        before = reading.before(i)
        if first_name(token.fold) is not None and not (before in {"in", "naar", "te", "uit"} and not sure_name(token.fold)):
            continue
        if before == "van" and reading.after(i) == "naar" and token.fold not in lists.places():  # "van Budel naar Almere"
            yield Span(token.start, token.end, SpanType.PLACE, 0.75, "context")
            continue
        if before in {"in", "naar", "te", "uit", "vanuit"} and len(token.text) > 5 and _TOWN_ENDING.search(token.fold) and token.fold not in lists.places():
            yield Span(token.start, token.end, SpanType.PLACE, 0.86, "context")
            continue
        named = before in context("article") | context("place") | {"van"} or token.fold.endswith(("wijk", "buurt", "kwartier"))
        if len(token.text) > 5 and _NEIGHBOURHOOD.search(token.fold) and named and not token.text.isupper() and token.fold not in lists.family_names():
            yield Span(token.start, token.end, SpanType.PLACE, 0.86, "context")
        elif before in context("place") and (not lists.is_word(token.fold) or before in {"gemeente", "wijk", "dorp", "plaats", "woonplaats", "stad", "buurt"}):
            if token.fold in lists.places() or token.text.isupper():
                continue
            last = i
            while reading.joined(last) and reading.tokens[last + 1].capital and not is_common(reading.tokens[last + 1]):
                last += 1
            yield Span(token.start, reading.tokens[last].end, SpanType.PLACE, 0.7, "context")


def find_organisations(reading: Reading) -> Iterator[Span]:
    """Organisations by their head word, by an ending such as -school, and by an article with a capital."""
    for match in _CLUB.finditer(reading.text):
        yield Span(*match.span("name"), SpanType.ORG, 0.9, "context")
    for i, token in enumerate(reading.tokens):
        if i in reading.taken:
            continue
        last = _org_run(reading, i) if _is_head(token) else None
        if last is not None:
            yield from _named(reading, i, last)
        elif token.text == "'t" and reading.joined(i) and reading.tokens[i + 1].capital:  # "langs 't Honk"
            yield Span(token.start, reading.tokens[_extend(reading, i + 1)].end, SpanType.ORG, 0.86, "context")
        elif token.capital and not token.first and not is_common(token):
            yield from _capital_org(reading, i)
        elif _branch(reading, i):
            yield Span(token.start, reading.tokens[i + 1].end, SpanType.ORG, 0.95, "context")
        elif re.match(r"[a-z]{2,}[A-Z][a-z]", token.text):
            yield Span(token.start, token.end, SpanType.ORG, 0.6, "context")  # "mboRijnland"
        elif _acronym(reading, i):
            yield Span(token.start, token.end, SpanType.ORG, 0.6, "context")


def _named(reading: Reading, i: int, last: int) -> Iterator[Span]:
    """The organisation whose head word is token i; a capital head word inside a sentence belongs to the name."""
    words = reading.tokens[i + 1 : last + 1]
    national = " ".join(w.fold for w in words) in lists.terms() or all(
        w.fold in lists.terms() or w.fold in lists.derived() or lists.places().get(w.fold) == "land" for w in words if w.capital
    )
    if not national:
        start = reading.tokens[i] if reading.tokens[i].capital and not reading.tokens[i].first else words[0]
        yield Span(start.start, words[-1].end, SpanType.ORG, 0.9, "context")


_CLUB = re.compile(r"\b(?i:v\.v\.|s\.v\.|vv|sv|fc|hsv|rkvv|tv|hc|tc|kv)\s+(?P<name>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,2}(?:\s+['’]?\d{2,4})?)")


@lru_cache(maxsize=8192)
def head_word(key: str) -> bool:
    """Whether a folded word may be the head of an organisation, alone or as the end of a compound."""
    heads = context("org")
    return key in heads or any(key.endswith(head) for head in heads if len(head) > 3) or bool(_ORG_ENDING.search(key))


def _is_head(token: Token) -> bool:
    """Whether a word may stand before the name of an organisation: "buurthuis", "naaiatelier", "basisschool"."""
    return head_word(token.fold) and (not token.capital or token.fold in context("org") or lists.is_word(token.fold))


def _org_run(reading: Reading, head: int) -> int | None:
    """The last token of the capitals after a head word ("buurthuis De Kastanje"), None when there are none."""
    if head + 1 >= len(reading.tokens) or head + 1 in reading.taken or reading.gap(head) not in (" ", ' "', " '", ' ("'):
        return None
    following = reading.tokens[head + 1]
    if not (following.capital or following.text == "'t") or following.initials or following.fold in context("title"):
        return None
    return _extend(reading, head + 1)


def _extend(reading: Reading, last: int) -> int:
    most = last + MOST_WORDS
    while reading.joined(last) and last < most:
        step = last + 1
        while (
            step < len(reading.tokens) - 1
            and reading.tokens[step].fold in _JOINERS
            and not reading.tokens[step].capital
            and reading.joined(step)
            and step - last < 3
        ):
            step += 1
        token = reading.tokens[step]
        alone = step - last == 1
        if not token.capital or token.first or step in reading.taken or (not alone and not _belongs(reading, last, step)):
            return last
        last = step
    return last


def _belongs(reading: Reading, last: int, step: int) -> bool:
    """Whether a capital after joiners still belongs to the name: "De Vier Jaargetijden", "Huis aan de Vaart", not "De Brug in Zwolle"."""
    joiner = reading.tokens[last + 1].fold
    token = reading.tokens[step]
    return (
        joiner in {"de", "het", "'t", "van", "aan", "op", "voor", "den", "der"}
        and lists.is_word(token.fold)
        and token.fold not in lists.places()
        and first_name(token.fold) is None
    )


def _branch(reading: Reading, i: int) -> bool:
    """Whether a body in capitals and the place or region after it are one organisation: "GGZ Drenthe", "IVN Westerveld"."""
    token = reading.tokens[i]
    short = token.text.isupper() and 1 < len(token.text) < 6 and not token.initials
    return short and reading.joined(i) and lists.places().get(reading.tokens[i + 1].fold, "land") != "land"


def _acronym(reading: Reading, i: int) -> bool:
    """Whether token i is the name in capitals of an organisation no list knows: "VISTA college", "bij INLIA"."""
    token = reading.tokens[i]
    if not token.text.isupper() or len(token.text) < 4 or token.fold in lists.terms() or token.first:
        return False
    named = len(reading.after(i)) > 4 and head_word(reading.after(i))
    return named or (reading.before(i) in {"bij", "van", "via", "door", "naar"} and not lists.is_word(token.fold))


def _capital_org(reading: Reading, i: int) -> Iterator[Span]:
    token = reading.tokens[i]
    if token.text in ("De", "Het") and reading.joined(i) and reading.tokens[i + 1].capital and reading.tokens[i + 1].fold not in lists.terms():
        if reading.before(i) not in context("title") | context("office"):
            yield Span(token.start, reading.tokens[_extend(reading, i + 1)].end, SpanType.ORG, 0.86, "context")
    elif _org_ending(token):
        first = i
        while first and reading.joined(first - 1) and _leads(reading, first - 1):
            first -= 1
        score = 0.95 if first < i else 0.8
        yield Span(reading.tokens[first].start, reading.tokens[_extend(reading, i)].end, SpanType.ORG, score, "context")
    elif reading.before(i) in context("article") and len(reading.after(i)) > 4 and head_word(reading.after(i)) and not lists.is_word(token.fold):
        yield Span(token.start, token.end, SpanType.ORG, 0.86, "context")  # "het Pantein ziekenhuis"
    elif re.search(r"[a-z][A-Z]", token.text) and not re.match(r"(?:Mc|Mac|De|Van|El|Al|IJ)[A-Z]", token.text):
        yield Span(token.start, token.end, SpanType.ORG, 0.6, "context")


def _org_ending(token: Token) -> bool:
    named = first_name(token.fold) is not None or token.fold in lists.family_names()
    return len(token.text) > 5 and not token.text.isupper() and not named and bool(_ORG_ENDING.search(token.fold))


def _leads(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.capital and not token.first and i not in reading.taken
