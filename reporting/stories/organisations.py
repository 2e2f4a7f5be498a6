"""Layers 1-3 for organisations: by a list, by their head word, by an ending such as -school, by an article with a capital."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.names import MOST_PARTICLES, MOST_WORDS
from reporting.stories.places import place_at
from reporting.stories.reading import ORG_ENDING, Reading, before_names, context, family_name, first_name, head_word, is_common, sure_name
from reporting.stories.spans import Span
from reporting.stories.text import Token, fold

_BODIES = frozenset(fold(name) for name in lists.sections("algemeen.txt")["wetten en landelijke instanties"])
_WATERS = frozenset(fold(name) for name in lists.sections("algemeen.txt")["wateren en bekende namen"])
_SHORTEST = 3  # letters of a word that tells an organisation
_AT = frozenset({"bij", "met", "van", "via", "naar", "door"})
_ARTICLES = frozenset({"de", "den", "het", "'t"})
_INSIDE = frozenset({"de", "den", "der", "ter", "ten"})  # tussenvoegsels in the name of a school; "van het" rather stands before one
_JOINERS = frozenset(["de", "het", "'t", "van", "op", "en", "aan", "in", "den", "der", "ter", "ten", "voor", "&", "bij", "ad", "et"])


def find_organisations(reading: Reading) -> Iterator[Span]:
    """Organisations by a list, by their head word, by an ending such as -school, and by an article with a capital."""
    yield from _listed(reading)
    for match in _ENGLISH.finditer(reading.text):
        yield Span(*match.span(), SpanType.ORG, 0.9, "context")
    for match in _FIRM.finditer(reading.text):
        yield Span(*match.span(), SpanType.ORG, 0.95, "context")
    for pattern in (_BROTHERS, _WITH_CODE):
        for match in pattern.finditer(reading.text):
            yield Span(*match.span(), SpanType.ORG, 0.97, "context")
    for pattern in (_HOUSE_OF, _PARISH):
        for match in pattern.finditer(reading.text):
            yield Span(*match.span(), SpanType.ORG, 0.95, "context")
    for pattern in (_CLUB, _QUOTED):
        for match in pattern.finditer(reading.text):
            yield Span(*match.span(0 if pattern is _CLUB else "name"), SpanType.ORG, 0.9 if pattern is _CLUB else 0.7, "context")
    for i, token in enumerate(reading.tokens):
        if i in reading.taken:
            continue
        last = _org_run(reading, i) if _is_head(token) else None
        if last is not None:
            yield from _named(reading, i, last)
        elif (
            token.text in ("'t", "t") and _no_surname(reading, i) and reading.joined(i) and reading.tokens[i + 1].capital and not reading.tokens[i + 1].first
        ):  # "langs 't Honk"
            yield Span(token.start, reading.tokens[_extend(reading, i + 1)].end, SpanType.ORG, 0.86, "context")
        elif (end := _branch(reading, i)) is not None:
            yield Span(token.start, reading.tokens[end].end, SpanType.ORG, 0.95, "context")
        elif token.text == "It" or (token.capital and not (token.first or is_common(token))):
            yield from _capital_org(reading, i)
        elif re.match(r"[a-z]{2,}[A-Z][a-z]", token.text):
            yield Span(token.start, token.end, SpanType.ORG, 0.6, "context")  # "mboRijnland"
        elif _acronym(reading, i):
            last = i + 1 if reading.joined(i) and not reading.tokens[i + 1].capital and reading.after(i) in context("org") else i  # "ONS welzijn"
            yield Span(token.start, reading.tokens[last].end, SpanType.ORG, 0.6, "context")


def _listed(reading: Reading) -> Iterator[Span]:
    """Organisations of the list. One that is an ordinary word too has a capital inside a sentence."""
    for i, token in enumerate(reading.tokens):
        if i in reading.taken:
            continue
        for name, instead in lists.organisations().get(token.fold, ()):
            end = token.start + len(name)
            if fold(reading.text[token.start : end]) != name or reading.text[end : end + 1].isalnum():
                continue
            word = name in lists.words()
            capital = any(c.isupper() for c in reading.text[token.start : end])
            beside = reading.before(i) in _AT
            if (capital and not (word and token.first)) or (reading.careless or beside if not word else reading.careless and beside):
                told = head_word(reading.before(i)) or (i > 1 and head_word(reading.before(i, 2)) and reading.before(i) in _ARTICLES)
                yield Span(token.start, end, SpanType.ORG, 0.96, "organisatielijst", replacement="" if told else instead)
                break


def same_houses(reading: Reading, found: Sequence[Span]) -> Iterator[Span]:
    """Later mentions of an organisation by one of its words: "Steunpunt Stroom" and then "Stroom betaalt", "Geldzorg ziet"."""
    starts = [token.start for token in reading.tokens]
    inside = [range(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in found]
    covered = {i for span in inside for i in span}
    names = {
        reading.tokens[i].text
        for s, span in zip(found, inside, strict=True)
        if s.type is SpanType.ORG and s.level is Level.DIRECT
        for i in span
        if reading.tokens[i].capital and len(reading.tokens[i].text) > _SHORTEST and (reading.tokens[i].fold not in context("org") | lists.terms())
    }
    for i, token in enumerate(reading.tokens):
        if i in covered or i in reading.taken or token.text not in names or (reading.joined(i) and reading.tokens[i + 1].capital):
            continue
        if not token.first or not lists.is_word(token.fold) or reading.after(i) in context("verb"):
            yield Span(token.start, token.end, SpanType.ORG, 0.6, "verhaal")


def _no_surname(reading: Reading, i: int) -> bool:
    """Whether "'t" opens the name of a house and not of a person: "de keuken van 't Ketelhuis", not "Jan van 't Hof", "Bas op 't Oever"."""
    if reading.before(i) in {"op", "in", "aan", "uit"} and i > 1 and reading.joined(i - 2) and _names_somebody(reading.tokens[i - 2]):
        house = i + 1 < len(reading.tokens) and head_word(reading.tokens[i + 1].fold)
        before, earlier = reading.tokens[i - 2], reading.tokens[i - 3] if i > 2 and reading.joined(i - 3) else None
        told = earlier is not None and earlier.fold in before_names()  # "haar man Jan op 't Hof"
        full = not before.capital or before.initials or first_name(before.fold) is not None or (earlier is not None and earlier.capital)
        return not told and (house or not full)
    return reading.before(i) != "van" or (
        i > 1 and not reading.tokens[i - 2].capital and reading.before(i, 2) not in before_names() and reading.tokens[i - 1].text == "van"
    )


def _names_somebody(token: Token) -> bool:
    return token.capital or token.initials or token.fold in context("title")


def _named(reading: Reading, i: int, last: int) -> Iterator[Span]:
    """The organisation whose head word is token i; a capital head word inside a sentence belongs to the name."""
    words = reading.tokens[i + 1 : last + 1]
    national = " ".join(w.fold for w in words) in lists.terms() or all(
        w.fold in lists.terms() or w.fold in lists.derived() or lists.places().get(w.fold) == "land" for w in words if w.capital
    )
    if not national:
        start = reading.tokens[i] if reading.tokens[i].capital and not reading.tokens[i].first else words[0]
        yield Span(start.start, words[-1].end, SpanType.ORG, 0.9, "context")


_SURNAME_ENDING = re.compile(r"(?:werf|hof|huis|kamer|oord|borg|hoeve|burcht|toren)$")
_CLUB = re.compile(r"(?<!\d )\b(?i:v\.v\.|s\.v\.|vv|sv|fc|hsv|rkvv|tv|hc|tc|kv)\s+(?P<name>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,2}(?:\s+['’]?\d{2,4})?)")
_FIRM = re.compile(
    r"\b[A-ZÀ-Þ][\w'-]+(?: (?:(?:van|de|der|den|het|en|&) )*[A-ZÀ-Þ][\w'-]+){0,2}"
    r" (?:(?:&|en) (?:Zo\b|Zn\b\.?|Zonen\b|Zoon\b|Co\b\.?|Partners\b|Dochters?\b|Gebroeders\b)|B\.?V\b\.?|N\.?V\b\.?|V\.?O\.?F\b\.?)"
)  # "Jansen & Zn.", "Harmsen Schilders BV"
_BROTHERS = re.compile(  # "de verhuizer, Gebroeders Kuip"
    r"(?<=[\w,;:(] )(?:Gebroeders|Gebr\.?) (?![\w' -]{0,40}(?:straat|laan|weg|plein|kade|singel)\b)"
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|'t) )*[A-ZÀ-Þ][\w'-]+"
)
_WITH_CODE = re.compile(r"\b(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{3,} 0[1-9]\d{1,2})(?![ -]?\d|\w)")  # "Wegwijs 013"
_ENGLISH = re.compile(
    r"(?:\b[A-Z][\w'-]+ ){0,2}\b(?:Church|House|Temple|Chapel|Assembly|Ministries|Ministry|Foundation|Cent(?:er|re)|Tabernacle|Friends|Voice|Home) (?:of|for)"
    r" (?:the |our |all )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}"
)  # "Church of the Living Water"
_HOUSE_OF = re.compile(
    r"\bHuis (?:van|voor|v/?d\.?)(?: (?:de|het))? (?:Wijk|Buurt|Dorp|Stad|Taal|Gezin|Jeugd|Cultuur|Ontmoeting|Vrijwilligers?)"
    r"(?:(?: (?:De|Het|'t|van))? [A-ZÀ-Þ][\w'-]+){0,2}"
)  # "Huis van de Wijk Reigersbos", "Huis vd Wijk De Dam"
_PARISH = re.compile(
    r"\b(?:(?:Chr|Oud|Ned|Vrijg)\.? )?(?:Ger|Geref|Herv|Prot|Evang|Doopsgez|Gereformeerde|Hervormde|Protestantse|Doopsgezinde)\.? (?:Gem\.?|Gemeente|Kerk)"
    r" (?:te |in )?(?!Nederland)[A-ZÀ-Þ][\w'-]+"
)  # "Ger. Gem. Dirksland"
_QUOTED = re.compile(
    r"\b(?:heet|heette|heten|genaamd|noemen(?: we| ze| wij| zij)?|groep|project|clubje|gespreksgroep|kookgroep|wandelgroep|initiatief|podcast|vereniging)"
    r" (?:nu |ook |het |de )?['\"](?P<name>[A-ZÀ-Þ][\w'-]*(?: [\w&'-]+){1,4})['\"]"
)  # "de groep heet 'Thee en Taal'"


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
    while last < most:
        if reading.gap(last) in (" & ", " + ") and last + 1 not in reading.taken and reading.tokens[last + 1].capital:  # "Molenaar & Visser"
            last += 1
            continue
        if not reading.joined(last):
            return last
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
    unlisted = not lists.is_word(token.fold) and token.fold not in lists.places() and first_name(token.fold) is None
    if unlisted and step == last + 2 and joiner in {"'t", "de", "het"} and _org_ending(reading.tokens[last]):  # "Noaberhuis 't Vonder"
        return True
    if unlisted and step == last + 2 and joiner in {"van", "ad"} and head_word(reading.before(last)):  # "fonds Gravin van Bylandt"
        return True
    if joiner == "van" and reading.text.count(reading.text[reading.tokens[last].start : token.end]) > 1:  # "De Ruyter van Steveninck", twice
        return True
    if joiner == "et" or (joiner == "aan" and token.fold in _WATERS):  # "Fidei et Arti", "Witteveen aan de IJssel"
        return True
    if reading.tokens[last].fold in {"van", "von"}:  # "Kwekerij Van der Lugt"
        return True
    return (
        joiner in {"de", "het", "'t", "van", "aan", "op", "voor", "den", "der"}
        and lists.is_word(token.fold)
        and token.fold not in lists.places()
        and first_name(token.fold) is None
    )


def _branch(reading: Reading, i: int) -> int | None:
    """The last token of the place or region after a national body or one in capitals, None for none: "GGZ Drenthe", "Humanitas Kop van Noord-Holland"."""
    token = reading.tokens[i]
    short = token.text.isupper() and 1 < len(token.text) < 6 and not token.initials
    if not (short or (token.capital and token.fold in _BODIES)) or not reading.joined(i):
        return None
    over = reading.tokens[i + 1].capital and reading.tokens[i + 1].fold in lists.terms() and reading.joined(i + 1)  # "ANWB AutoMaatje Dantumadiel"
    last, kind = place_at(reading, i + 1 + over)
    return last if kind not in {"", "land"} else None


def _acronym(reading: Reading, i: int) -> bool:
    """Whether token i is the name in capitals of an organisation no list knows: "VISTA college", "bij INLIA"."""
    token = reading.tokens[i]
    if not token.text.isupper() or len(token.text) < 3 or token.fold in lists.terms() or token.first or token.initials:
        return False
    if reading.before(i) in _ARTICLES and not lists.is_word(token.fold) and not (reading.joined(i) and reading.tokens[i + 1].capital):  # "het OLVG"
        return True
    named = len(reading.after(i)) > 4 and head_word(reading.after(i))
    return named or (reading.before(i) in {"bij", "van", "via", "door", "naar"} and not lists.is_word(token.fold))


def _capital_org(reading: Reading, i: int) -> Iterator[Span]:
    token = reading.tokens[i]
    if token.text in ("De", "Het", "It") and reading.joined(i) and reading.tokens[i + 1].capital and reading.tokens[i + 1].fold not in lists.terms():
        called = reading.tokens[i + 1].fold
        person = reading.before(i) in before_names() and (family_name(called) or not lists.is_word(called))  # "apotheker De Ruijter"
        if reading.before(i) not in context("title") | context("office") and not person:
            yield Span(token.start, reading.tokens[_extend(reading, i + 1)].end, SpanType.ORG, 0.86, "context")
    elif _org_ending(token):
        first = _led(reading, i)
        if first == i - 1 and sure_name(reading.tokens[first].fold) and _SURNAME_ENDING.search(token.fold) and reading.before(first) not in _ARTICLES:
            return  # "Manon Lagerwerf"
        last = _extend(reading, i)
        yield Span(reading.tokens[first].start, reading.tokens[last].end, SpanType.ORG, 0.95 if first < i or last > i + 1 else 0.8, "context")
    elif reading.before(i) in context("article") and _common_head(reading, i) and not lists.is_word(token.fold):
        yield Span(token.start, token.end, SpanType.ORG, 0.86, "context")  # "het Pantein ziekenhuis"
    elif re.search(r"[a-z][A-Z]", token.text) and not re.match(r"(?:Mc|Mac|De|Van|El|Al|IJ)[A-Z]", token.text):
        yield Span(token.start, token.end, SpanType.ORG, 0.6, "context")


def _common_head(reading: Reading, i: int) -> bool:
    """Whether a head word without a capital follows: "het Pantein ziekenhuis", not "dat Manon Kruidhof"."""
    return len(reading.after(i)) > 4 and head_word(reading.after(i)) and not reading.tokens[i + 1].capital


def _org_ending(token: Token) -> bool:
    named = first_name(token.fold) is not None or token.fold in lists.family_names()
    return len(token.text) > 5 and not token.text.isupper() and not named and bool(ORG_ENDING.search(token.fold))


def _led(reading: Reading, i: int) -> int:
    """The first token of the capitals, tussenvoegsels between, that lead up to token i: "Johan de Witt College"."""
    first = step = i
    while step and first - step < MOST_PARTICLES and reading.joined(step - 1) and step - 1 not in reading.taken:
        step -= 1
        token = reading.tokens[step]
        if token.capital and not token.first and first - step < MOST_WORDS:
            first = step
        elif (first == i and step == i - 1) or not (token.fold in _INSIDE or (token.fold == "van" and reading.after(step) in _INSIDE - {"de"})):
            break
    return first
