"""Proposals that stop short of the whole name. Widening costs no precision."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.names import MOST_WORDS
from reporting.stories.openings import SUBJECTS
from reporting.stories.reading import Reading, before_names, context, family_name, first_name, head_word, is_common, possessive
from reporting.stories.spans import Span
from reporting.stories.text import Token, fold

_TYPED = re.compile(  # how a name ends that says what it is, so that the article is the language's and not the name's: "de Jozefkerk"
    r"(?:school|college|lyceum|kerk|moskee|tempel|mandir|kathedraal|basiliek|synagoge|ziekenhuis|gasthuis|museum|theater|flat|zorg|groep|bank|bus|krant|courant|dienst|team|raad)$"
)
_NUMBERED = re.compile(r"\d{2,4}")
_JOINERS = frozenset({"van", "de", "het", "'t", "met", "aan", "op", "voor", "tot", "en", "zonder", "der", "den", "onder", "over", "in", "om"})
_MOST_JOINERS = 2
_CALENDAR = frozenset(fold(w) for w in lists.sections("algemeen.txt")["feesten en kalender"])
_NAMES = frozenset({SpanType.ORG, SpanType.PLACE, SpanType.PERSON})
_ARTICLES = frozenset({"de", "het", "'t"})
_BETWEEN = frozenset({"voor", "in", "na", "om", "aan", "van", "op"})
_BODIES = frozenset({"roc", "ggd", "ggz", "azc", "rechtbank", "hogeschool", "universiteit", "raad", "huis", "loket"})
_ENGLISH = frozenset({"to", "the", "of the", "and", "for", "of", "with", "at", "by", "on"})
_HOUSES, _HOUSE_JOINERS = frozenset({"huis", "hof", "huize", "kasteel", "landgoed", "hoeve"}), frozenset({"ter", "ten", "te", "aan de", "op de", "op het"})
_SURNAME_HEADS = frozenset({"de", "den", "van", "ter", "ten", "'t", "el", "al", "ait", "ben", "bin", "ibn", "abu", "umm", "da", "dos", "di", "von"})
_SHORT = 4  # letters: a longer ordinary word before a name is rather a word ("Vandaag Ria")


def widen(reading: Reading, found: Sequence[Span], phrases: frozenset[int]) -> list[Span]:
    """The proposals, each as wide as the capitals beside it that nobody else explains; those inside a wider one give way to it.

    `phrases`: tokens that identify nobody by themselves ("Leger des Heils") and do with what stands beside them ("Leger des Heils Flevoland").
    """
    starts = [token.start for token in reading.tokens]
    inside_of = [range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in found]
    owner = {i: span for span, inside in zip(found, inside_of, strict=True) for i in inside}
    beside = _Beside(reading, owner, reading.taken - phrases, phrases)
    wide = []
    for span, inside in zip(found, inside_of, strict=True):
        if span.level is not Level.DIRECT or not inside or span.type not in _NAMES:
            wide.append(span)
            continue
        first = beside.left(span, inside[0])
        last = beside.right(span, inside[-1])
        start = span.start if first == inside[0] else reading.tokens[first].start
        end = span.end if last == inside[-1] else reading.tokens[last].end
        grew = last > inside[-1] or reading.tokens[first].text in {"t", "'t"}
        kind = SpanType.ORG if grew or (first < inside[0] and _bent(reading, first, span)) else span.type
        if span.type is SpanType.PLACE and first == inside[0] - 1 and reading.tokens[first].fold in {"van", "de"}:  # "Van Bemmel schrijft"
            kind = SpanType.PERSON
        grown = (start, end) != (span.start, span.end)
        start = beside.article(kind, first, last, start)
        wide.append(replace(span, start=start, end=end, type=kind, score=max(span.score, 0.86) if grown else span.score))
    return _merged(reading, wide)


def _bent(reading: Reading, first: int, span: Span) -> bool:
    """Whether a name was widened by an adjective, a body or a word that makes it an organisation's: "Haarlemse Hoek", "Hooyo Hilversum"."""
    token = reading.tokens[first]
    if span.type is SpanType.PLACE and not token.first and token.fold in context("verb") | {"wonen", "zorg", "welzijn", "werk"}:  # "Wonen Zeevang"
        return True
    if span.type is SpanType.PLACE and (not lists.is_word(token.fold) or head_word(token.fold) or reading.before(first) == "bij"):  # "bij Visafslag Urk"
        return True
    return token.fold in lists.derived() or token.fold in lists.terms() or (token.text.isupper() and len(token.text) > 1 and not token.initials)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the proposals of one text."""

    reading: Reading
    owner: dict[int, Span]
    blocked: frozenset[int]
    phrases: frozenset[int]

    def _free(self, i: int) -> bool:
        return 0 <= i < len(self.reading.tokens) and i not in self.blocked and i not in self.owner

    def _joined(self, i: int) -> bool:
        return self.reading.gap(i) in (" ", "")

    def left(self, span: Span, first: int) -> int:
        """The first token of the name that ends at token `first`."""
        for _ in range(MOST_WORDS):
            step = self._one_left(span, first)
            if step == first:
                break
            first = step
        return first

    def _one_left(self, span: Span, first: int) -> int:
        reading = self.reading
        if not self._free(first - 1) or not self._joined(first - 1) or not (reading.tokens[first].capital or first - 1 in self.phrases):
            return first
        before, key = reading.tokens[first - 1], reading.tokens[first].fold
        if len(before.text) == 1 and reading.text[before.start - 1 : before.start] == "&":  # "college van B&W Gouda"
            return first
        if first - 1 in self.phrases:  # "Leger des Heils Flevoland"
            begin = first - 1
            while begin - 1 in self.phrases and self._joined(begin - 1) and first - begin < MOST_WORDS:
                begin -= 1
            body = span.type is not SpanType.PERSON or span.source == "twijfel"
            return begin if body and reading.tokens[begin].capital else first
        if before.text in {"t", "'t"} and span.source == "twijfel":
            return first - 1
        if not before.capital:
            return self._over_joiners(span, first)
        if before.fold in before_names() or before.fold in _CALENDAR:
            return first
        short = before.text.isupper() and len(before.text) > 1 and not before.initials and not before.first
        if span.type is SpanType.PERSON and short and first_name(key) is None:
            return first - 1  # "BBN Bewind", "JES Rijnland"
        if before.first and before.fold in {"van", "de"} and span.type is SpanType.PLACE and self._surname(first):  # "Van Wieringen heeft"
            return first - 1
        if before.first and before.fold in _SURNAME_HEADS and span.type is SpanType.PERSON:  # "Ten Have"
            return first - 1 if before.fold not in {"de", "van"} or (family_name(key) and lists.is_word(key)) or self._surname(first) else first
        plain = lists.is_word(key) and (span.source == "twijfel" or span.type is not SpanType.PERSON)
        if span.type is SpanType.PERSON and not plain:
            little = len(before.text) <= _SHORT and not before.initials and not before.text.isupper()
            return first - 1 if before.first and little and not is_common(before) and before.fold not in context("opener") | context("verb") else first
        if before.first:
            head = before.fold in {"de", "het", "'t"} and span.type is SpanType.ORG and lists.is_word(key)
            return first - 1 if head or not _opens_otherwise(before) else first
        return first - 1

    def _surname(self, first: int) -> bool:
        """Whether "Van" or "De" at the start of a sentence opens a surname: the name has it elsewhere, or is subject of the verb after it."""
        reading, name = self.reading, self.reading.tokens[first]
        if reading.gap(first).startswith(":"):  # "De Rooij: pillen"
            return True
        head, stem = reading.tokens[first - 1].fold, name.text.removesuffix("s")
        if re.search(rf"(?:[A-Z]\.|[A-Z][\w-]+) {head} {re.escape(stem)}", reading.text):
            return True
        return first_name(name.fold) is None and reading.after(first) in context("verb") and reading.after(first + 1) not in SUBJECTS | context("article")

    def _over_joiners(self, span: Span, first: int) -> int:
        """Over "voor" or "in" to the capital word that opens the sentence: "Stap voor Stap", "ROC van Amsterdam"."""
        reading, joiner = self.reading, first - 1
        begin = joiner - 1
        between = reading.tokens[joiner].fold
        if between not in _BETWEEN | {"en"} or begin < 0 or begin in self.blocked or not self._joined(begin):
            return first
        head, key = reading.tokens[begin], reading.tokens[first].fold
        if not head.capital:
            return first
        if between == "en":  # "Taal en Thee Amstelveen", "het Lek en Linge"
            ours = begin not in self.owner and not head.first and not {head.fold, key} & lists.own_names()
            return begin if ours and (reading.before(begin) == "het" or (lists.is_word(head.fold) and lists.is_word(key))) else first
        if span.type is SpanType.PLACE and reading.tokens[joiner].fold == "van":
            return begin if begin not in self.owner and (head.fold in _BODIES or (head.fold in context("org") and not head.first)) else first
        if span.type is SpanType.PERSON and span.source != "twijfel":
            return first
        again = head.fold == key or (head.first and begin not in self.owner and lists.is_word(key) and not _opens_otherwise(head))
        return begin if again and key not in lists.own_names() and reading.tokens[joiner].fold != "van" else first

    def right(self, span: Span, last: int) -> int:
        """The last token of the name whose first words end at token `last`: "Huis van de Buurt", "Versa Welzijn"."""
        reading = self.reading
        if not (span.type is not SpanType.PERSON or span.source == "twijfel"):
            return last
        for _ in range(MOST_WORDS):
            step = last + 1
            if span.type is SpanType.ORG and self._free(step) and self._joined(last) and _NUMBERED.fullmatch(reading.tokens[step].text):
                last = step  # "Gym 33", "Maatjes013"
                continue
            if self._free(step) and self._joined(last) and reading.gap(last) == " " and reading.tokens[step].capital and not reading.tokens[step].first:
                towned = reading.joined(step) and reading.tokens[step + 1].capital and reading.tokens[step + 1].fold in lists.places()
                if reading.tokens[step].fold in before_names() | _CALENDAR and not towned:  # "Housing Hulp Twente"
                    return last
                last = step
                continue
            house = span.source == "twijfel" and head_word(reading.tokens[last].fold)  # "in Huis van de Buurt"
            wider = _to_right(reading, last, self.owner) if span.type is not SpanType.PLACE or house else last
            if wider == last:
                break
            last = wider
        return last

    def article(self, kind: SpanType, first: int, last: int, start: int) -> int:
        """Where an organisation's name begins whose article belongs to it: "de Meent", not "de Jozefkerk"."""
        reading = self.reading
        if kind is not SpanType.ORG or not self._free(first - 1) or reading.gap(first - 1) != " " or start != reading.tokens[first].start:
            return start
        before, name, end = reading.tokens[first - 1], reading.tokens[first], reading.tokens[last]
        if before.text not in _ARTICLES or name.text.isupper():
            return start
        plain = lists.is_word(name.fold) and not head_word(end.fold)
        listed = end.fold in lists.organisations() or end.fold in lists.employers() or first_name(end.fold) is not None
        coined = first == last and not (_TYPED.search(end.fold) or listed or "-" in end.text)  # "de Rakthoeve"
        return before.start if plain or coined else start


def _opens_otherwise(token: Token) -> bool:
    """Whether the capital of a word is the sentence's, not a name's: "Gisteren", "Via", "Gesprek"."""
    key = token.fold
    openers = context("opener") | context("start") | context("verb") | context("personal") | context("place") | before_names()
    return key in openers or (is_common(token) and not token.text.isupper())


def _merged(reading: Reading, spans: list[Span]) -> list[Span]:
    """Proposals beside each other, and two ordinary words with a capital and a joiner between, are one name: "Bloem en Bus", "Buddy to Buddy"."""
    starts = [token.start for token in reading.tokens]
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        before = out[-1] if out else None
        if before is not None and before.level is span.level is Level.DIRECT and {before.type, span.type} <= _NAMES:
            if span.start < before.end:  # two that were widened into each other
                kinds = {before.type, span.type}
                out[-1] = replace(before, end=max(before.end, span.end), type=SpanType.ORG if SpanType.ORG in kinds else before.type)
                continue
            kind = _one_name(reading, starts, before, span)
            if kind is not None:
                out[-1] = replace(before, end=span.end, type=kind, score=max(before.score, span.score))
                continue
            joiner = reading.text[before.end : span.start].strip().lower()
            i, k = bisect_left(starts, before.start), bisect_left(starts, span.start)
            one, other = reading.tokens[i].fold, reading.tokens[min(k, len(starts) - 1)].fold
            names = all(w in lists.own_names() or family_name(w) for w in (one, other))
            english = (
                (joiner in _ENGLISH and not (joiner in {"of", "at"} and names))
                or (joiner == "&" and before.type is SpanType.ORG)
                or (joiner in _HOUSE_JOINERS and one in _HOUSES)
            )
            words = joiner in {"en", "&", "met", "aan", "bij", "voor", "op"} and lists.is_word(one) and lists.is_word(other)
            plain = words and {before.type, span.type} != {SpanType.PLACE}
            if joiner == "en" and _partners(reading, i, k, before, span):  # "bij Hendriks en Pluim"
                out[-1] = replace(before, end=span.end, type=SpanType.ORG)
                continue
            if reading.text[before.end : span.start].count(" ") == 2 and (english or (plain and not names and _doubted(before) and _doubted(span))):
                out[-1] = replace(before, end=span.end, type=SpanType.ORG)
                continue
        out.append(span)
    return out


def _partners(reading: Reading, i: int, k: int, before: Span, span: Span) -> bool:
    """Whether two capitals that are no first names stand as a firm: something fell, worked or was bought "bij Hendriks en Pluim"."""
    single = k == i + 2 and span.end == reading.tokens[k].end - possessive(reading, k)
    given = first_name(reading.tokens[i].fold) is not None or first_name(reading.tokens[k].fold) is not None
    kinds = {before.type, span.type} <= {SpanType.PERSON, SpanType.ORG}
    return single and kinds and not given and reading.before(i) == "bij" and _doubted(before) and _doubted(span)


def _one_name(reading: Reading, starts: Sequence[int], before: Span, span: Span) -> SpanType | None:
    """What two proposals beside each other are together, None where they are two: "Te" and "Winkel", "Van", "Raalte" and "Metaal"."""
    i, k = bisect_left(starts, before.start), bisect_left(starts, span.start)
    if (
        reading.text[before.end : span.start] != " "
        or k >= len(starts)
        or reading.tokens[k].first
        or not (reading.tokens[k].capital or reading.tokens[k].text == "'t")
    ):
        return None
    if reading.tokens[i].fold in context("epithet") and first_name(reading.tokens[k].fold) is not None:  # "Blinde Wim"
        return SpanType.PERSON
    if span.type is SpanType.PERSON and before.type is not SpanType.ORG and first_name(reading.tokens[k].fold) is not None:
        return None
    if reading.before(i) in before_names():
        return SpanType.PERSON
    kinds = {before.type, span.type}
    if span.type is SpanType.PLACE and before.source == "twijfel" and " " in reading.text[before.start : before.end]:  # "Housing Hulp Twente"
        return SpanType.ORG
    if before.type is SpanType.PLACE and reading.tokens[k].fold in context("clubs"):  # "Wapserveen Vooruit"
        return SpanType.ORG
    return SpanType.ORG if SpanType.ORG in kinds else SpanType.PERSON if SpanType.PERSON in kinds else SpanType.PLACE


def _doubted(span: Span) -> bool:
    return span.score < 0.9 and span.source in {"twijfel", "namenlijst", "context"}


def _to_right(reading: Reading, last: int, owner: dict[int, Span]) -> int:
    """The capital word that joiners tie to token `last`, `last` itself for none: "Huis van de Buurt", "De Poort van Drenthe"."""
    if not lists.is_word(reading.tokens[last].fold):
        return last
    step = last + 1
    while step < len(reading.tokens) - 1 and step - last <= _MOST_JOINERS and reading.tokens[step].fold in _JOINERS and not reading.tokens[step].capital:
        step += 1
    two = step > last + 2 and reading.tokens[last + 1].fold == "en"  # "Buurtplein en van ..."
    if step == last + 1 or two or step >= len(reading.tokens) or not all(reading.gap(k) == " " for k in range(last, step)):
        return last
    token, joiner = reading.tokens[step], reading.tokens[last + 1].fold
    named = lists.is_word(token.fold) and first_name(token.fold) is None and token.fold not in lists.places()
    where = joiner == "van" and token.fold in lists.places()
    other = owner.get(step)
    explained = other is not None and not (other.type in {SpanType.ORG, SpanType.PLACE} or other.source == "twijfel")
    unfit = not token.capital or explained or not (named or where) or (joiner == "in" and token.fold not in lists.words())
    return last if unfit else step
