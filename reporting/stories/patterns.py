"""Layer 1: what has a form of its own: numbers with a check, addresses on the net, plates, postcodes.

A checksum that does not hold lowers the score and never drops the span: a mistyped number still points at somebody.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import phonenumbers

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.spans import Span
from reporting.stories.text import fold

REMOVED = "[verwijderd]"

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s,;)\"'<>]+[^\s,;.)\"'<>?!]|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:nl|com|org|net|eu|info|be|de|frl|amsterdam|online|shop|app|example)(?:/[^\s,;)]*[^\s,;.)])?\b(?!@)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z_][\w.]{1,30}\w")
_ONLINE = (
    "Snapchat|Snap|Insta(?:gram)?|TikTok|Discord|Telegram|Signal|Twitter|Roblox|Fortnite|Xbox|Marktplaats|Vinted|SoundCloud|Twitch|YouTube|Spotify|Steam|PSN"
)
_CALLED_ONLINE = re.compile(
    rf"\b(?i:{_ONLINE})\b[^.\n]{{0,30}}?"
    r"(?:\b(?:heet|heette|als|naam|account|volgt|onder)\s(?:\w+\s)?|\(|(?<=[a-zA-Z]):\s?|(?<=[a-zA-Z]) )(?P<name>(?=\w*[._\d])[a-z]\w*(?:\.\w+)*\w)"
)  # "Op Snapchat heet hij ilyas.utr3cht"
_ACCOUNT = re.compile(  # "gebruikersnaam: mirjamk", "de inlognaam is jo_72"
    r"\b(?i:(?:gebruikers|inlog|login|account|scherm)naam|username|nickname|inlog|login|account)"
    r"(?:(?::| is:?| was| luidt:?)? ['\"(]?(?P<name>(?=[\w-]*\w[_.]?\d|\w+[_.]\w)[A-Za-z][\w-]*(?:\.\w+)*)|: ['\"]?(?P<word>[A-Za-z][\w.-]*\w))"
)
_IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:\s?[A-Z0-9]{4}){2,6}(?:\s?[A-Z0-9]{1,3})?\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b|\b(?<=postcode )[1-9]\d{3}\b(?! ?[a-z]{2}\b)")
_LOWER_POSTCODE = re.compile(r"\b[1-9]\d{3}(?:[a-z]{2}\b|\s[a-z]{2}\b(?=\s+[A-Za-z]{3}|[.,;:?!)/\n]|$))")
_UNITS = frozenset(
    {"kg", "gr", "mg", "ml", "cl", "dl", "cm", "mm", "km", "mb", "gb", "kb", "tb", "kw", "wh", "pk", "pp", "pd", "pw", "pm", "pj", "ex", "st", "nd", "rd", "er"}
)
_NO_LETTERS = _UNITS | frozenset({"in", "is", "en", "op", "of", "km", "uu", "te", "al", "er", "ik", "we", "ze", "zo", "om", "ja", "eu"})
_YEARS = ("19", "20")
_BSN = re.compile(r"(?<![\d.,-])\d{3}[ .]?\d{2}[ .]?\d[ .]?\d{3}(?![\d-])|(?<![\d.,-])\d{4}[ .]\d{2}[ .]\d{3}(?!\d)|(?<![\d.,-])\d{8}(?!\d)")
_PLATES = (
    r"[A-Z]{2}-\d{2}-\d{2}",
    r"\d{2}-\d{2}-[A-Z]{2}",
    r"\d{2}-[A-Z]{2}-\d{2}",
    r"[A-Z]{2}-\d{2}-[A-Z]{2}",
    r"[A-Z]{2}-[A-Z]{2}-\d{2}",
    r"\d{2}-[A-Z]{2}-[A-Z]{2}",
    r"\d{2}-[A-Z]{3}-\d",
    r"\d-[A-Z]{3}-\d{2}",
    r"[A-Z]{2}-\d{3}-[A-Z]",
    r"[A-Z]-\d{3}-[A-Z]{2}",
    r"[A-Z]{3}-\d{2}-[A-Z]",
    r"[A-Z]-\d{2}-[A-Z]{3}",
    r"\d-[A-Z]{2}-\d{3}",
    r"\d{3}-[A-Z]{2}-\d",
    r"\d-[A-Z]{3}-\d{3}",  # Belgian
)  # the sidecodes of the RDW, and of a neighbour
_PLATE = re.compile(r"\b(?:" + "|".join(_PLATES) + r")\b", re.IGNORECASE)
_LABELLED_PLATE = re.compile(
    r"\b(?:kenteken|nummerplaat|nummerbord|plaat)\b[^.:;\n]{0,40}?:?\s+\(?"
    r"(?P<plate>(?=[A-Z0-9 -]*\d)(?=[A-Z0-9 -]*[A-Z])[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,5}){1,2})\b"
)
_CASE = re.compile(r"\b(?:[A-Z]{1,5}[-/](?:19|20)\d{2}|(?:19|20)\d{2}[-/][A-Z]{1,5})[-/]\d{2,}\b")  # BB-2025-0418, 2025-BB-0418
_COUNTED = re.compile(
    r"\b(?!COVID|ISO|NEN|HTML|WW2)[A-Z]{2,5}(?:-\d{2,4}-\d{3,6}|-\d{4,9}| \d{2,5}/\d{2})\b(?!-)"
)  # NF-24-0916, SH-310-4478, TCK-88213, BB 118/24
_NUMBERED = re.compile(
    r"(?<![a-z])(?:[a-z]{1,24}\.?-?)?(?<!tele)(?<!tele-)(?<!huis)(?<!kamer)(?:nr|nummer|zkn)\.?:? (?:(?:is|was|luidt):? )?"
    r"(?P<value>(?:(?-i:[A-Z]{2,4}) )?(?=(?:[^\d\s]*\d){4})[A-Z0-9]{1,9}(?:[-./][A-Z0-9]{1,12}){0,3})(?![\w/-])",
    re.IGNORECASE,
)  # "cl.nr. 2023-04471", "V-nr 281.447.9063"
_COURT = re.compile(  # how courts number a case: "10842217 OV VERZ 24-331", "C/13/712345 / FA RK 22-1234"
    r"\b(?:C/\d{2}/\d{5,7}|\d{6,9})(?: ?/)? [A-Z]{2} [A-Z]{2,5} \d{2}[-/]\d{1,5}\b|\bC/\d{2}/\d{5,7}\b"
)
_DOCUMENT = re.compile(r"\b[A-Z]{2}(?=[A-Z0-9]*\d)[A-Z0-9]{6}\d\b")  # a Dutch passport or identity card: NXK7P2244
_LABELLED = re.compile(
    r"\b(?P<label>cli[eë]nt(?:en)?(?:nummer|nr\.?)|dossier(?:nummer|nr\.?)?|zaak(?:nummer|nr\.?)|klant(?:nummer|nr\.?)|polis(?:nummer|nr\.?|(?=:?\s\d[\d.-]{5}))|relatie(?:nummer|nr\.?)|"
    r"v-?nummer|a-?nummer|patient(?:nummer|nr\.?)|patiënt(?:nummer|nr\.?)|registratie(?:nummer|nr\.?)|kenmerk|paspoort(?:nummer|nr\.?)?|id-?nummer|identiteits(?:kaart|nummer)|"
    r"rijbewijs(?:nummer)?|meldings?nummer|lidmaatschapsnummer|lidnummer|personeelsnummer|studentnummer|verzekerdennummer|burgerservicenummer|sofinummer|bsn(?:-nummer)?|kamer(?:nummer)?)"
    r"(?:\s+(?:is|(?:van|bij)\s+\w+\s+is|was|nr\.?|nummer))?\s*:?\s*"
    r"(?P<value>\d{2,4}(?: \d{2,4}){1,3}|[A-Z]{0,4}[-/.]?\d[\w./-]{1,}\w|\d{1,4})(?!\s*(?:jaar|euro|keer|maanden))",
    re.IGNORECASE,
)
_FILED = re.compile(  # what a file or pass is called by: "klant U-77120", "dossier JM 20-5561", "map wl/0772", "mijn pasje 4471"
    r"\b(?:(?i:klant|dossier|cli[eë]nt|map(?:je)?|zaak|polis|aanvraag|beschikking|ref(?:erentie)?|kenmerk|\w{0,12}(?:(?<=\w\w)pas|pasje|kaart))|"
    r"(?i:(?<=mijn |zijn |haar |jouw )|(?<=een |hun )|(?<=de |uw |je |nr ))(?i:pas))"  # "er waren pas 2500 bezoekers"
    r"(?: is| was| luidt)?[.:]{0,2} \(?(?!(?:19|20)\d\d(?![\d/-]|\.\d)|(?:19|20)\d\d[-/](?:(?:19|20)?\d\d)(?![\d/-]|\.\d))"
    r"(?P<value>(?:[A-Za-z]{1,4}[-/.]|[A-Z]{1,4} ?)(?!(?:19|20)\d\d(?![\d/-]))(?=\d[/.-]?\d[/.-]?\d)\d+(?:[-/.]\d+){0,3}"
    r"|\d{4,12}(?:[-/]\d+| \d{3,6})*)"
    r"(?![\w/-]|[.,]\d| (?:euro|cent|gulden|uur|keer|km|jaar|gram|meter|liter|punten|stuks|mensen|bezoekers|inwoners|leden|deelnemers|kaarten|dagen|woorden)\b)"
)
_CODED = re.compile(  # a code of letters and digits behind what it is the number of: "Registratie: NO/1210/31", "zijn nummer daar is WU/88213"
    r"\b(?i:[a-z]{0,16}(?:nummer|nr|registratie|reg|dossier|kenmerk|referentie|ref|indicatie|beschikking|aanvraag|zaak))\b\.?"
    r"(?: (?:daar|hier|is|was|luidt|(?:van|bij) [\w'-]+)){0,3}[:,]? \(?"
    r"(?P<value>(?:[A-Z]{1,5}(?: |(?: ?[-/.] ?)?)|[a-z]{1,4}[-/.])(?!(?:19|20)\d\d(?! ?[-/.]? ?\d))(?=\d(?:[-/. ]*\d){3})"
    r"\d+(?: ?[-/] ?\d+|\.\d+){0,3})(?![\w/-])"
)
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00)?\(?\d(?:[\d ()\-–/]|\.(?! )){6,}\d(?![\w-])")


def eleven_test(digits: str) -> bool:
    """Whether nine (or eight) digits are a possible BSN: the 11-test with -1 for the last digit."""
    number = digits.zfill(9)
    weighed = sum(int(d) * w for d, w in zip(number, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return weighed % 11 == 0 and int(number) > 0


def iban_test(text: str) -> bool:
    """Whether an IBAN holds its check: rest 1 modulo 97 (ISO 13616)."""
    packed = re.sub(r"\s", "", text).upper()
    return int("".join(str(int(c, 36)) for c in packed[4:] + packed[:4])) % 97 == 1


def find_patterns(text: str) -> Iterator[Span]:
    """The spans of layer 1, surest kinds first; they may overlap."""
    for match in _EMAIL.finditer(text):
        yield Span(*match.span(), SpanType.EMAIL, 0.99, "patroon", replacement=REMOVED)
    for match in _URL.finditer(text):
        if fold(match[0]) not in lists.terms():  # "Bol.com"
            yield Span(*match.span(), SpanType.URL, 0.9, "patroon", replacement="[website]")
    for match in _HANDLE.finditer(text):
        yield Span(*match.span(), SpanType.HANDLE, 0.95, "patroon", replacement=REMOVED)
    for match in _CALLED_ONLINE.finditer(text):
        yield Span(*match.span("name"), SpanType.HANDLE, 0.95, "patroon", replacement=REMOVED)
    for match in _ACCOUNT.finditer(text):
        yield Span(*match.span("name" if match["name"] else "word"), SpanType.HANDLE, 0.9, "label", replacement=REMOVED)
    for match in _IBAN.finditer(text):
        good = iban_test(match[0])
        if good or match[0][:2].upper() in {"NL", "BE", "DE"}:
            yield Span(*match.span(), SpanType.IBAN, 0.99 if good else 0.86, "patroon", replacement=REMOVED)
    for match in _POSTCODE.finditer(text):
        yield Span(*match.span(), SpanType.POSTCODE, 0.95, "patroon", replacement=REMOVED)
    for match in _LOWER_POSTCODE.finditer(text):
        letters = match[0][-2:]
        dated = match[0].startswith(_YEARS) and letters in lists.words()  # "in 2021 de hele winkel"
        if not dated and letters not in _NO_LETTERS:
            yield Span(*match.span(), SpanType.POSTCODE, 0.7, "patroon", replacement=REMOVED)
    for match in _PLATE.finditer(text):
        yield Span(*match.span(), SpanType.LICENSE_PLATE, 0.95, "patroon", replacement=REMOVED)
    for pattern in (_NUMBERED, _FILED, _CODED):
        for match in pattern.finditer(text):
            yield Span(*match.span("value"), SpanType.ID_NUMBER, 0.75, "label", replacement=REMOVED)
    for pattern in (_DOCUMENT, _CASE, _COUNTED, _COURT):
        for match in pattern.finditer(text):
            yield Span(*match.span(), SpanType.ID_NUMBER, 0.9, "patroon", replacement=REMOVED)
    for match in _LABELLED_PLATE.finditer(text):
        yield Span(*match.span("plate"), SpanType.LICENSE_PLATE, 0.9, "label", replacement=REMOVED)
    yield from _numbers(text)


def _numbers(text: str) -> Iterator[Span]:
    for match in _LABELLED.finditer(text):
        kind = SpanType.BSN if match["label"].lower().startswith(("bsn", "burger", "sofi")) else SpanType.ID_NUMBER
        long = sum(c.isdigit() for c in match["value"])
        if kind is SpanType.ID_NUMBER and (long < 3 or (match["label"].lower().startswith("kamer") and long > 4)):
            continue
        yield Span(*match.span("value"), kind, 0.95, "label", replacement=REMOVED)
    for match in _BSN.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        named = "bsn" in text[max(0, match.start() - 40) : match.start()].lower() or "burgerservice" in text[max(0, match.start() - 40) : match.start()].lower()
        if eleven_test(digits):
            yield Span(*match.span(), SpanType.BSN, 0.96, "patroon", replacement=REMOVED)
        elif named or len(digits) == 9:
            yield Span(*match.span(), SpanType.BSN if named else SpanType.ID_NUMBER, 0.9 if named else 0.6, "patroon", replacement=REMOVED)
    for match in _PHONE.finditer(text):
        span = _phone(text, match)
        if span:
            opened = match[0].startswith("(") and ")" not in match[0]
            yield replace(span, start=span.start + opened)


_DAY = re.compile(r"^\(?(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d")


def _phone(text: str, match: re.Match[str]) -> Span | None:
    digits = re.sub(r"\D", "", match[0])
    if not 8 <= len(digits) <= 14 or _DAY.search(match[0]):
        return None
    starts = match[0].startswith(("+", "00")) or digits.startswith("0")
    try:
        number = phonenumbers.parse(match[0], "NL")
    except phonenumbers.NumberParseException:
        return None
    if starts and phonenumbers.is_valid_number(number):
        return Span(*match.span(), SpanType.PHONE, 0.97, "patroon", replacement=REMOVED)
    before = text[max(0, match.start() - 30) : match.start()].lower()
    if re.search(r"tel|bel|mobiel|nummer|06|app", before) and starts and not re.search(r"\d-\d{2}-\d{4}|\d{4}", match[0][:5].strip()):
        return Span(*match.span(), SpanType.PHONE, 0.86, "patroon", replacement=REMOVED)
    if digits.startswith(("06", "0031", "316")) and len(digits) >= 9:
        return Span(*match.span(), SpanType.PHONE, 0.8, "patroon", replacement=REMOVED)
    return None
