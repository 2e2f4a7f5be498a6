"""Layers 1-3 for where: streets, house numbers and other addresses."""

import re
from collections.abc import Iterator

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, head_word, sure_name
from reporting.stories.spans import Span
from reporting.stories.text import touched
from reporting.stories.when import MONTHS, NUMBERS

_STREET = (
    r"(?:straat|laan|weg|plein|hof|singel|kade|gracht|steeg|plantsoen|dreef|dijk|pad|markt|baan|wal|haven|burgwal|boulevard|stee|"
    r"brink|erf|ring|hoek|veld|park|werf|oord|akker|kamp|horst|donk|es|gaarde|tuin|hove|meent|strjitte|leane|dyk|buorren|wei|paed|singels|steech|hiem|wyk)"
)
_CERTAIN = r"(?:straat|laan|plein|singel|kade|gracht|steeg|plantsoen|dreef|weg|dijk|strjitte)(?:[\s-](?:Noord|Oost|Zuid|West)\b)?"
_ADDED = (  # what follows a house number: "3A-07", "118-bis", "12-14", "2hs", "41 B", "7 zw", "9 unit 14", "14-II", "62 II", "3 k12"
    r"(?:\s?-\s?\d{1,3}|\s?-?(?:bis|hs|huis|rood|zwart|zw\.(?=[,;] ?| [a-z])|zw\b|rd|boven|beneden)(?!\w)|[^\S\n]achter(?=[.,;:)\n]|$)"
    r"|[^\S\n]?-?(?!x\b)[a-zA-Z](?!\w)(?:-\d{1,3})?|-[IVX]{1,4}\b|[^\S\n](?:I{1,3}|IV|V|i{2,3}|iv)(?!\w))?"
    r"(?:[^\S\n](?:(?:unit|plek|plaats|staanplaats|kavel|chalet|kamer|app\.?|appartement|studio|kmr\.?)[^\S\n]|(?:kmr|km|k)\.?)\d{1,3}[a-zA-Z]?(?!\w))?"
)
_NUMBER = (
    rf"(?:(?:\s+(?:[NOZW]\.?Z\.?|[nozw]\.?|noord|zuid|oost|west))?"
    rf"[^\S\n]+(?:nr\.?\s*|nummer\s+)?\d{{1,4}}{_ADDED}(?:\s?(?:\d\s?hoog))?(?!\w)(?!/\d))"
)
_CAP = r"[A-ZÀ-ÖØ-Þ](?:\w{0,4}\.(?!\w)|[\w'’-]*)"  # a full stop only behind an abbreviation: "Giethoorn. Onderweg" is no street
_IN_WORDS = "(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_STREETS = (
    re.compile(rf"\b(?:{_CAP}\s+(?:(?:{_CAP}|van|de|der|den|het|'t|ten|ter)\s+){{0,3}})?[A-ZÀ-ÖØ-Þ][\w'’-]*{_CERTAIN}{_NUMBER}?(?!\w)"),
    re.compile(rf"\b{_CAP}(?:-|\s+){_STREET}{_NUMBER}"),
    re.compile(rf"\b[A-ZÀ-ÖØ-Þ][\w'’-]*{_STREET}{_NUMBER}"),
    re.compile(rf"\b(?:Laan|Plein|Weg|Hof|Kade|Singel|Park|Straat|Dijk)\s+(?:van|der|den|de|aan|op|het|voor)\s+(?:(?:de|den|der|het)\s+)?{_CAP}{_NUMBER}?"),
    re.compile(rf"(?<=\bde ){_CAP}\s+\d{{1,3}}(?:\s?[a-z])?(?=[.,;)](?!\d)|\n|$|\s(?:in|te)\s[A-Z])"),
    re.compile(rf"(?<=\baan de ){_CAP}(?:\s{_CAP}){{0,2}}{_NUMBER}"),
    re.compile(rf"(?:(?<=\b[Dd]e )|(?<=\b[Hh]et )){_CAP}e\s(?:Markt|Plein|Brink|Dijk|Weg|Kade|Haven|Gracht|Singel|Laan|Straat|Boulevard)\b{_NUMBER}?"),
    re.compile(
        rf"\b(?:[Ww]oont|[Ww]oonde|[Ww]onen|[Aa]dres:?)\s+(?:nu |op |aan |in |ze |hij |zij )*"
        rf"(?P<street>{_CAP}(?:\s+{_CAP})?{_NUMBER})(?!\s+(?:jaar|keer|mensen|euro))"
    ),
    re.compile(
        rf"\b(?P<street>(?:(?:Oude|Nieuwe|Lange|Korte|Grote|Kleine|Hoge|Lage|Achter|Voor|Zwarte|Witte|Sint|St\.)\s+)"
        rf"{_CAP}{_NUMBER})(?!\s+(?:jaar|keer|mensen|euro))"
    ),
    re.compile(rf"\b[a-z][a-z'-]+{_CERTAIN}{_NUMBER}"),
    re.compile(rf"\b[A-Za-z][a-z'-]{{3,}}(?:str|ln|pln|plnts|sngl|wg|grt|[a-z]l(?<!pl)an){_NUMBER}"),  # "i/d kloosterstr 8", "nassauln 3", "nassaulan 3"
    re.compile(rf"\b[A-Za-z][a-z'-]{{3,}}(?:str|ln|pln|wg)\.{_NUMBER}"),
    re.compile(r"(?<=\baan de )(?P<street>[a-z]{4,} \d{1,3}[a-z]?)(?=[.,;)](?!\d)|\n|$)"),  # "woning aan de veenmos 22."
    re.compile(rf"\b(?P<street>(?:Op|In|Aan|Achter|Onder) (?:de|den|het|'t) {_CAP}{_NUMBER})(?=[.,;)](?!\d)|\n|$)"),  # "Op de Bos 17a"
    re.compile(r"\b(?P<street>[a-z]{3,}(?<!e) (?:straat|laan|singel|plein|gracht|kade|steeg|dreef) \d{1,4}[a-z]?)(?!\w| (?:jaar|keer|mensen|euro|huizen))"),
    re.compile(r"(?:(?<=\bop de )|(?<=\bin de )|(?<=\baan de ))(?!eigen |andere? )[a-z]{4,}en (?:laan|singel|gracht|plantsoen)\b"),
    re.compile(r"(?<=\b[Dd]e )(?:grote|kleine|oude|nieuwe|lange|korte) (?:Markt|Gracht|Haven|Plein|Kade|Brink)\b"),
    re.compile(rf"(?<=\bop )(?P<street>(?:Op|In|Aan|Achter|Onder) (?:de|den|het|'t) {_CAP}{_NUMBER})"),  # "op Onder de Linden 7 zw. Na"
    re.compile(
        rf"(?:(?<=\bop )|(?<=\baan )|(?<=\bnaar )|(?<=[a-z]{{2}}, ))(?P<street>(?:De|Het|It) {_CAP}(?:\s{_CAP})?{_NUMBER})(?! (?:jaar|keer|mensen|euro))"
    ),  # "op De Wetering 12-14", "aan De Hege Dyk 3"
    re.compile(rf"\b(?P<street>{_CAP}(?:\s{_CAP})?{_NUMBER})(?=,? \d{{4}} ?[A-Z]{{2}}\b)"),
    re.compile(rf"(?:(?<=\bop de )|(?<=\baan de ))[a-z]{{3,}}{_STREET} \d{{1,3}}(?:[a-z]|[ -](?:bis|hs|huis|rood|zwart|zw|rd))\b"),  # "op de molenwerf 19 rood"
    re.compile(r"\b(?:[Pp]ostbus|[Aa]ntwoordnummer) \d{1,5}\b"),
    re.compile(  # "echtpaar Stam, Valkenier 12.", "4/10, Plantage 6 te Wouw"
        rf"(?<=[\w\u0080-\uffff], )(?P<street>{_CAP}(?:\s{_CAP})?{_NUMBER})(?=[.,;)](?!\d)|\n|$| (?:te|in) [A-Z])"
    ),
    re.compile(rf"(?:(?<=\bop )|(?<=\baan )|(?<=\bnaar )){_CAP}{_NUMBER}(?=[.,;)](?!\d)|\n|$| (?:te|in) [A-Z])"),  # "aan tafel op Singel 60, 7101 BX"
    re.compile(rf"(?:(?<=\bop de )|(?<=\baan de )|(?<=\bin de ))[A-Za-z][a-z]{{2,}} [a-z]{{3,}}{_CERTAIN}{_NUMBER}"),  # "op de melis stokelaan 1420"
    re.compile(
        r"\b(?:[A-Za-z]{0,8}adres|[Aa]dr(?:es)?)(?: is)?[.:]{0,2} (?P<street>[a-z][a-z'-]{3,}(?: [a-z'-]{3,})? \d{1,4}[a-z]?)(?!\w)"
    ),  # "adres terpwei 3"
    re.compile(  # "woont pr bernhardlaan 240", "op de p. potterstr 140-2"
        r"\b(?P<street>(?:(?:pr|prins|prinses|prof|dr|ds|burg|burgem|past|kon|mgr|adm|gen|jhr|st|sint|mr)\.? |[a-z]\. ?(?:[a-z]\. ?){0,2})(?:[a-z'-]+ ){0,2}"
        rf"[a-z][a-z'-]{{2,}}(?:{_CERTAIN}|str\.?|ln\.?|pln\.?|sngl|wg){_NUMBER})"
    ),
    re.compile(r"(?:(?<=[\w)], )|(?<=\bwoont )|(?<=\bop ))(?P<street>[A-Za-z][a-z]{4,} \d{1,3} \d{2,3})(?=[.,;)](?!\d)|\n|$)"),  # ", karveel 41 22."
    re.compile(  # "woont nu lange akker 7", "wonend aan hoge es 12a."
        r"\b(?:woont|woonde|wonend|wonende|wnd\.?|wnpl\.?:?)(?: (?:nu|nog|op|aan|te|i/d|ad|a/d|de|het)){0,3} "
        r"(?!kamer|nummer|etage|verdieping|unit|flat|huisnummer)(?P<street>[a-z][a-z'-]{3,}(?: [a-z'-]{2,})? \d{1,4}[a-z]?)(?=[.,;)](?!\d)|\n|$)"
    ),
    re.compile(
        rf"\b[A-Za-z]{{0,8}}[Aa]dres(?: (?:is|was|blijft|wordt|werd|nu|weer|voorlopig|nog|dus|hier|daar)){{1,3}}:? (?P<street>{_CAP}(?:\s{_CAP})?{_NUMBER})"
    ),
    re.compile(r"(?<=, )(?P<street>[a-z][a-z'-]{3,} \d{1,4}[a-z]?)(?=,? (?:postcode|pc) ?\d|,? \d{4} ?[A-Za-z]{2}\b)"),  # ", aveling 212, postcode 3194 kd"
    re.compile(
        rf"\b[A-ZÀ-ÖØ-Þ][\w'’-]*{_CERTAIN} (?:honder[dt](?: ?(?:en )?(?:\d{{1,2}}|{_IN_WORDS}))?|{_IN_WORDS})(?=[.,;)]|\n|$| (?:te|in) [A-Z])"
    ),  # "Kapelweg honderd vier"
)
_LOWER_STREET = re.compile(r"\w{4}(?:straat|laan|singel|gracht|plantsoen|steeg|dreef)$")
_HOUSE_NUMBER = re.compile(
    r"(?:(?<!\w)|(?=\())(?:huisnummer|(?<=[.!?] )nummer(?= \d{1,4}[a-z]? (?:was|is|stond|staat|kreeg|heeft|had)\b)|"
    r"(?:op|van|voor|bij|naast) nummer|(?:op|van|vn|voor|bij|naast|\() ?nr\.?|(?<=, )nr\.|flatnummer|kamernummer)\s+"
    r"(?P<number>\d{1,4}(?:\s?-?(?:bis|hs|huis|rood|zwart|zw|rd)\b|\s?[a-zA-Z]\b)?)",
    re.IGNORECASE,
)
_DYKE = re.compile(r"[A-Z][a-z]+(?:dijk|weg)")
_INTO = re.compile(r"\b(?:in|te|uit|naar|vanuit) $")
_NUMBERED = re.compile(r"[^.,;!?\n]{0,40}?\d")
_HALF_POSTCODE, _TWO_CAPITALS = re.compile(r"\d{4} ?$"), re.compile(r"[A-Z]{2}\s")
_ARTICLES = frozenset({"de", "den", "het", "'t"})
_AT_STREETS = frozenset({"de", "het", "aan", "op", "in"})


def find_streets(reading: Reading) -> Iterator[Span]:
    """Streets with or without a number, and house numbers alone."""
    for pattern in _STREETS:
        for match in pattern.finditer(reading.text):
            start, end = match.span("street") if "street" in pattern.groupindex else match.span()
            start = _street_start(reading, start)
            if start < end and not (
                _counted(reading, start)
                or _after_head(reading, start)
                or _plain_opening(reading, start, end)
                or _titled(reading, start, end)
                or _behind_digits(reading, start)
            ):
                town = _DYKE.fullmatch(reading.text, start, end) and _INTO.search(reading.text, 0, start)  # "in Gorredijk"
                yield Span(start, end, SpanType.PLACE if town else SpanType.ADDRESS, 0.93, "patroon")
    for match in _HOUSE_NUMBER.finditer(reading.text):
        yield Span(*match.span("number"), SpanType.ADDRESS, 0.86, "patroon")
    for i, token in enumerate(reading.tokens):
        if not token.capital and reading.before(i) in _ARTICLES and _lower_street(token.fold) and reading.before(i, 2) in _AT_STREETS:
            yield Span(token.start, token.end, SpanType.ADDRESS, 0.7, "kleine letters")  # "in de lijsterbesstraat"


def _counted(reading: Reading, start: int) -> bool:
    """Whether what stands before a number is no street: a room, a group, a month: "op Kamer 12", "op Maandag 3 mei"."""
    key = reading.tokens[touched(reading.tokens, start, start + 1).start].fold
    little = reading.text[start].islower() and any(key in context(section) for section in ("adverb", "personal", "place", "verb", "article", "opener"))
    return (little and key not in context("street")) or key in context("labelled") or key in MONTHS or key.endswith("dag")


def _behind_digits(reading: Reading, start: int) -> bool:
    """Whether the letters of a postcode stand where a street would begin: "4781 SK Moerdijk"."""
    return bool(_HALF_POSTCODE.search(reading.text, max(0, start - len("4781 ")), start)) and bool(_TWO_CAPITALS.match(reading.text, start))


def _lower_street(key: str) -> bool:
    return bool(_LOWER_STREET.search(key)) and key not in lists.words()


def _titled(reading: Reading, start: int, end: int) -> bool:
    """Whether a street without a number is the name of somebody with a title: "mw. Fleur Oudijk"."""
    i = touched(reading.tokens, start, start + 1).start
    return reading.before(i) in context("title") | context("role") and not any(c.isdigit() for c in reading.text[start:end])


def _after_head(reading: Reading, start: int) -> bool:
    """Whether the head word of an organisation stands before: "Kredietbank Langstraat", "apotheek Heelweg" are no streets."""
    i = touched(reading.tokens, start, start + 1).start
    before = reading.tokens[i - 1] if i and reading.joined(i - 1) else None
    if before is None or before.first or not head_word(before.fold) or not lists.is_word(before.fold):
        return False
    return before.capital or not _NUMBERED.match(reading.text, start)


def _plain_opening(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are one ordinary word that opens a sentence: "Onderweg"."""
    token = reading.tokens[touched(reading.tokens, start, end).start]
    return token.first and token.end == end and token.fold in lists.words()


def _street_start(reading: Reading, start: int) -> int:
    """Where the street begins: a sentence's first ordinary word, and an article, are no part of it."""
    words, i = reading.tokens, touched(reading.tokens, start, start + 1).start
    if start > 1 and reading.text[start - len("s-") - 1 : start] in {"'s-", "'t-"}:  # "'s-Gravelandseweg"
        return start - len("'s-")
    named = sure_name(words[i].fold) and reading.before(i) not in _AT_STREETS
    if named or reading.before(i) in context("title"):  # "Astrid van de Tiengemetensingel", "meneer Van Rossum van de Eikenlaan"
        for k in range(i + 1, min(i + 4, len(words) - 2)):
            if words[k].text == "van" and words[k + 1].fold in _ARTICLES and words[k + 2].capital:
                return words[k + 2].start
    while (
        i + 1 < len(words)
        and words[i].first
        and not words[i + 1].text[0].isdigit()  # "Kattendiep 41 B"
        and lists.is_word(words[i].fold)
        and words[i].fold not in context("street")
        and not re.search(rf"{_STREET}$", words[i].fold)
    ):
        i += 1
    return max(start, words[i].start)
