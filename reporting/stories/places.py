"""Layers 1-3 for where: towns and neighbourhoods, listed and not."""

import re
from collections.abc import Iterator

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.reading import TOWN_ENDING, Reading, context, first_name, is_common, stems, sure_name
from reporting.stories.spans import Span
from reporting.stories.when import MONTHS

_LETTER_HEAD = re.compile(rf", (?:\d{{1,2}} (?:{'|'.join(MONTHS)})|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}})\b")  # "Bovensmilde, 25 april 2025"
_COMPASS = re.compile(r" (?:noord|oost|zuid|west|centrum)(?=[.,;:!?)\n]|$)")
_POSTCODE = re.compile(r"\d{4} ?[A-Z]{2},? $")
_NEIGHBOURHOOD = re.compile(r"(?:wijk|buurt|kwartier|polder|veld|hoven|dorp|stad)$")
_ARTICLES = frozenset({"de", "den", "het", "'t"})
_AT_WATER = frozenset({"aan", "op", "bij"})


def find_places(reading: Reading) -> Iterator[Span]:
    """Listed towns, villages, neighbourhoods and regions."""
    i = 0
    while i < len(reading.tokens):
        last, kind = place_at(reading, i)
        if kind:
            span = _town(reading, i, last, kind)
            if span:
                yield span
            i = last
        i += 1


_PREFIXED = re.compile(r"(?:nieuw|oud|noord|zuid|oost|west|klein|groot|hoog|laag)-(\w{4,})$")


def place_at(reading: Reading, i: int) -> tuple[int, str]:
    """The last token of the longest listed place that begins at token i, and its kind ("" for none)."""
    token = reading.tokens[i]
    if i in reading.taken or not (token.capital or reading.lower or token.text in ("'s", "'t")):
        return i, ""
    known = lists.places()
    if token.fold in lists.wordlist("algemeen.txt")["talen en geloven"]:  # "Limburgs"
        return i, ""
    for length in range(lists.place_heads().get(token.fold, 1), 0, -1):
        last = i + length - 1
        if last < len(reading.tokens) and all(reading.joined(k) for k in range(i, last)) and not _opens_plainly(reading, i, last):
            name = " ".join(t.fold for t in reading.tokens[i : last + 1])
            if length == 1 and name not in known and (older := _PREFIXED.match(name)) and known.get(older[1]) in {"stad", "dorp"}:  # "Nieuw-Roden"
                return last, "dorp"
            for stem in stems(name):
                if stem in known and (stem == name or len(stem) > 4):
                    return last, known[stem]
    return i, ""


def _opens_plainly(reading: Reading, i: int, last: int) -> bool:
    """Whether words that are a town too only open a sentence: "De wijk staat er beter bij"."""
    behind = reading.tokens[i + 1 : last + 1]
    return reading.tokens[i].first and bool(behind) and all(not t.capital and lists.is_word(t.fold) for t in behind)


def _town(reading: Reading, i: int, last: int, kind: str) -> Span | None:
    token, end = reading.tokens[i], reading.tokens[last]
    before, single = reading.before(i), i == last
    if token.fold in lists.terms() and kind == "eiland" and before not in {"van", "uit", "naar"}:  # the feast, else the island: "van Sint-Maarten"
        return None
    word = lists.is_word(token.fold) and (kind != "stad" or token.fold in context("town"))
    ordinary = single and not _PREFIXED.match(token.fold) and (word or token.fold in lists.own_names() or token.fold in lists.family_names())
    if reading.lower and single and token.fold in context("place"):
        return None  # "naar buiten"
    if reading.lower and not single and all(lists.is_word(t.fold) for t in reading.tokens[i : last + 1]):
        return None  # "de wijk"
    dated = bool(_LETTER_HEAD.match(reading.text, end.end)) and not reading.text[: token.start].rpartition("\n")[2].strip()
    near = (
        dated
        or before in context("place")
        or bool(_POSTCODE.search(reading.text, max(0, token.start - 9), token.start))
        or before.endswith(("gemeente", "wijk", "buurt"))
        or (kind == "streek" and before in _ARTICLES)
    )
    following = reading.tokens[last + 1] if reading.joined(last) else None
    if following is not None and following.capital and following.fold not in lists.terms() and ordinary:
        return None  # "Soest Bakker": rather a name
    if (token.first and ordinary and not dated) or (reading.lower and ordinary and not near):
        return None
    if before in context("title") | context("informal") or (ordinary and not near and before != "van"):
        return None
    if ordinary and not near and first_name(token.fold) is not None:
        return None
    possessive = 2 if end.text.endswith("'s") else 1 if end.fold not in lists.places() and single and end.fold.endswith("s") else 0
    score = 0.6 if kind == "streek" or (ordinary and not near) else 0.93 if near else 0.88
    if kind == "land":
        return Span(token.start, end.end - possessive, SpanType.ORIGIN, 0.6, "plaatsenlijst", Level.INDIRECT) if before in {"uit", "vanuit"} else None
    while reading.joined(last) and reading.tokens[last + 1].fold in _AT_WATER:  # "Bergen aan Zee", "Alphen aan den Rijn"
        step = last + 2 + (reading.after(last) == "aan" and reading.after(last + 1) in _ARTICLES)  # not "in Hallum op de Langebuorren"
        if step >= len(reading.tokens) or not reading.tokens[step].capital or not all(reading.joined(k) for k in range(last, step)):
            break
        if lists.places().get(reading.tokens[step].fold, "") or first_name(reading.tokens[step].fold) is not None:
            break
        last, end, possessive, score = step, reading.tokens[step], 0, 0.9
    if _COMPASS.match(reading.text, end.end):  # "Delfzijl noord"
        end, possessive = reading.tokens[last + 1], 0
    return Span(token.start, end.end - possessive, SpanType.PLACE, score, "plaatsenlijst")


_LONG = 7


def _away(reading: Reading, i: int) -> bool:
    """Whether a name ends as a village's does and nobody works or is helped there: "een vakantiepark bij Rheezerveen"."""
    earlier = {reading.before(i, back) for back in range(2, 6)}
    return bool(TOWN_ENDING.search(reading.tokens[i].fold)) and not earlier & context("works")


def find_unlisted_places(reading: Reading) -> Iterator[Span]:
    """Capital words no list knows that stand where a place stands: "in Kerkenveld", "de Oosterwijk"."""
    for i, token in enumerate(reading.tokens):
        if i in reading.taken or not token.capital or token.first or is_common(token):
            continue
        before = reading.before(i)
        if _POSTCODE.search(reading.text, max(0, token.start - 9), token.start):
            yield Span(token.start, token.end, SpanType.PLACE, 0.93, "context")
            continue
        if first_name(token.fold) is not None and not (before in {"in", "naar", "te", "uit"} and not sure_name(token.fold)):
            continue
        if before == "van" and reading.after(i) == "naar" and token.fold not in lists.places():  # "van Budel naar Almere"
            yield Span(token.start, token.end, SpanType.PLACE, 0.75, "context")
            continue
        if before in {"in", "naar", "te", "uit", "vanuit"} and len(token.text) > 5 and TOWN_ENDING.search(token.fold) and token.fold not in lists.places():
            yield Span(token.start, token.end, SpanType.PLACE, 0.86, "context")
            continue
        near = before == "bij" and (reading.before(i, 2) in context("spots") or (len(token.text) > _LONG and _away(reading, i)))
        if near and token.fold not in lists.places():  # "het bos bij Ugchelen", "een park bij Rheezerveen"
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
