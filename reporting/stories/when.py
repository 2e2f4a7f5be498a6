"""Layer 1: days (direct), and months, years, durations and ages (indirect) in digits and words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reporting.model.story import Level, SpanType
from reporting.stories import lists
from reporting.stories.spans import Span

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
SHORT_MONTHS = ("jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec")
_ONES = (
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90}
NUMBERS = {word: i + 1 for i, word in enumerate(_ONES)} | dict(_TENS) | {"één": 1, "honderd": 100}
NUMBERS |= {f"{one}{'ën' if one.endswith('e') else 'en'}{ten}": value + i + 1 for ten, value in _TENS.items() for i, one in enumerate(_ONES[:9])}
ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "negende": 9,
    "tiende": 10,
    "elfde": 11,
    "twaalfde": 12,
}
ORDINALS |= {word + "de": n for word, n in NUMBERS.items() if 13 <= n <= 19} | {word + "ste": n for word, n in NUMBERS.items() if 20 <= n <= 31}

_MONTH = "(?:" + "|".join(MONTHS) + "|(?:" + "|".join(SHORT_MONTHS) + r")\.?)"
_FULL_MONTH = "(?:" + "|".join(MONTHS) + ")"
_NUMBER = "(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_ONE = "(?:" + "|".join(sorted(_ONES[:9], key=len, reverse=True)) + ")"
_YEAR_IN_WORDS = (
    r"(?:(?:negentien|tweeduizend)(?: ?honderd)?(?: ?en)? ?)?(?:[a-zë]{2,}(?:ën|en))?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)(?! [a-z]+en\b)"
)
_YEAR = r"(?:19[1-9]\d|20[0-4]\d)"
_WEEKDAY = r"(?:(?:(?<!goede )(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo|maa|din|woe|don|vrij|zat|zon)\b\.?)\s+(?:de\s+)?)?"
_RANGE = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:e|ste)?\s?(?:op|en|of|t/m|tot(?: en met)?|-|–|/|,)\s?){0,3}"  # "in de nacht van 4 op 5 mei"
_DAYS = (
    re.compile(
        rf"\b{_WEEKDAY}{_RANGE}(?:0?[1-9]|[12]\d|3[01])(?:e|de|ste)?\s*{_MONTH}(?:\s*'?{_YEAR}|\s+'?(?:\d{{2}}(?!\d|[.:]\d)(?=[\s.,;)]|$)))?(?!\w)(?:\s+jl\b\.?)?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_WEEKDAY}(?:de\s+)?{_ORDINAL}\s+(?:van\s+)?{_FULL_MONTH}(?:\s+{_YEAR})?\b", re.IGNORECASE),
    re.compile(rf"\b{_WEEKDAY}(?:{_ONE} ?(?:en|ën) ?(?:twintig|dertig)|{_NUMBER})\s+{_FULL_MONTH}(?:\s+(?:{_YEAR}|{_YEAR_IN_WORDS}))?\b", re.IGNORECASE),
    re.compile(r"(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|'?\d{2})(?![\d/-])"),
    re.compile(rf"(?<![\d/.-]){_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"),
)
_SHORT_DAY = re.compile(
    rf"(?<![\d/.,-]){_WEEKDAY}(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])(?![\d/-]|u\b|\s*(?:u\b|uur|jaar|keer|deel|weken|dagen|maanden|minuten|liter|kilo|meter|euro|personen|mensen|kinderen|verloren|gewonnen|verlies|winst))"
)
_EVENT = (  # what notes set a day behind: "na val 18-7", "vlg. contact 19-6"
    r"(?:intake|(?:tel(?:efoon)?)?gesprek|gespr\.|(?:huis)?bezoek|hb|huisbez\.?|contact|afspraak|afspr\.|val|valpartij|controle|opname|ontslag|evaluatie|eval\.|overleg|"
    r"mdo|mail|brief|zitting|verhuizing|overlijden|begrafenis|uitvaart|operatie|ongeluk|ongeval|incident|melding|aanmelding|rapportage|verslag)"
)
_SHORT_DAY_BEFORE = re.compile(
    r"(?:(?:^|\n)(?:[-*•] ?)?|[.!?] |\w(?<!uitslag)(?<!stand)(?<!score):\s+|"
    rf"\b(?:ik|we|wij|mw|dhr|op|uiterlijk|voor|na|keer|laatst|vorige|volgende|d\.d|ma|di|wo|do|vr|za|zo|van|sinds|tot|vanaf|per|d\.d\.|dd\.?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|datum:?|was|geboren|geb\.?|{_EVENT}:?)\s+)$",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(  # "Volgend bezoek 17-12."
    r"\b(?!uitslag|stand|score|wonnen|gewonnen|verloren|verloor|won|werd|met)[a-z]{4,}\s(?P<day>(?:0[1-9]|[12]\d|3[01])-(?:0[1-9]|1[0-2]))(?=[.,;)](?!\d)|\n|$)"
)
_BORN = re.compile(
    r"\bgeb(?:\.|oren|oortedatum|\.?dat(?:um|\.))?:? (?P<day>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\d\d|\d\d))(?!\d)", re.IGNORECASE
)  # "geb 010189"
_BY_MONTH = re.compile(rf"\b(?:0?[1-9]|[12]\d|3[01]) (?P<month>[A-Za-z]{{3,11}})\b(?P<year> {_YEAR}\b)?")
_MONTH_YEAR = re.compile(rf"\b{_FULL_MONTH}\s+(?:van\s+)?{_YEAR}\b", re.IGNORECASE)
_IN_YEAR = re.compile(
    rf"\b(?:in|van|sinds|eind|half|begin|uit|tot|na|rond|anno|overleden|geboren|gestorven|zomer|najaar|voorjaar|winter)\s+(?P<year>{_YEAR})\b(?!\s*(?:euro|keer|mensen))"
)
_AGE_PARTS = (
    re.compile(rf"\b(?:\d{{1,3}}|{_NUMBER})[ -]?jarige?\b(?!\s+(?:bestaan|jubileum|contract|opleiding|plan|huwelijk))", re.IGNORECASE),
    re.compile(
        rf"\b(?:\d{{1,3}}|{_NUMBER})\s+(?:jaar(?:\s+(?:en\s+\w+\s+maanden\s+)?(?:oud|jong))|jr(?!\w)(?!\.?\s+(?:geleden|lang|ervaring)))\b", re.IGNORECASE
    ),
    re.compile(r"(?<=\()\d{2}(?:\s+jaar)?(?=\))"),
    re.compile(r"(?:(?<=\| )|(?<=, ))\d{1,2} jaar(?=\s?[|,;])"),
    re.compile(
        rf"\b(?:ben|is|was|bent|van(?=\s+(?:\d\d\b|\S+\s+jaar)))\s+(?P<age>(?:\d{{1,2}}|{_NUMBER})(?:\s+jaar)?)(?=[.,;!?](?!\d)|\s+(?:en|toen|als|geworden|nu|inmiddels|met)\b|$)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:word|werd|wordt)\s+(?P<age>(?:\d{{2}}|{_NUMBER})(?:\s+jaar)?)(?=[.,;!?]|\s+(?:en|toen)\b|$)", re.IGNORECASE),
    re.compile(r"\b[A-ZÀ-Þ][\w'-]+(?:, | \()(?P<age>(?:\d{1,2}|[a-zë]{2,}(?:tig|tien))(?:\s+jaar)?)(?=[,)]|\.(?:\s|$)|\s+en\s)"),
    re.compile(r"\bleeftijd:?\s+(?P<age>\d{1,3})\b", re.IGNORECASE),
)
_SHORTEST_MONTH = 5  # letters: "maat" is no misspelt "maart"
_LISTED = 4  # short days in one text: then "3/4" is one too
_SMALL = frozenset({"een", "één"})
_DASHED = 2  # days such as "9-10" in one text that the words around tell: then "12-12" is one too
_SCORE = re.compile(
    r"(?:\b(?:met|won|wonnen|gewonnen|verloor|verloren|werd|wordt|stand|score|uitslag|eindigde|gelijk|groep|klas|pagina|blz\.?|hoofdstuk|artikel|ongeveer|zo'n|sinds|tussen"
    r"|leeftijd|kinderen van|per dag|dosis|schaal|elftal|voor|achter|tegen|een|de|het):? |[\d.,(€] ?)$",
    re.IGNORECASE,
)


def find_dates(text: str, notes: bool = False) -> Iterator[Span]:
    """Days as direct spans; a month with its year and a year alone as indirect ones. `notes`: of a hurried writer, who means a day by "16-7"."""
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            start, end = match.span()
            goes_on = text[start:end].endswith("jl.") and text[end : end + 2].strip().islower()
            if text[end - 1] == "." and not goes_on and not text[start:end].lower().rstrip(".").endswith(SHORT_MONTHS):
                end -= 1
            yield Span(start, end, SpanType.DATE, 0.9, "patroon")
    listed = len(_SHORT_DAY.findall(text)) if "/" in text else 0  # a diary: "2/4 niets. 3/4 idem."
    days = [(m, m[0][0].isalpha() or bool(_SHORT_DAY_BEFORE.search(text[max(0, m.start() - 20) : m.start()]))) for m in _SHORT_DAY.finditer(text)]
    dashed = notes or sum(told and "-" in m[0] for m, told in days) >= _DASHED
    for match, told in days:
        loose = dashed and "-" in match[0] and not _SCORE.search(text[max(0, match.start() - 20) : match.start()])
        known = told or listed >= _LISTED or loose
        if known or ("/" in match[0] and match[0] not in {"24/7", "1/2", "1/3", "1/4", "2/3", "3/4"}):
            yield Span(*match.span(), SpanType.DATE, 0.88 if known else 0.6, "patroon")
    for match in _BORN.finditer(text):
        yield Span(*match.span("day"), SpanType.DATE, 0.9, "label")
    for match in _BY_MONTH.finditer(text):
        if _misspelt(match["month"].lower(), bool(match["year"])):
            yield Span(*match.span(), SpanType.DATE, 0.7, "patroon")
    for match in _LAST_DAY.finditer(text):
        yield Span(*match.span("day"), SpanType.DATE, 0.6, "patroon")
    for match in _MONTH_YEAR.finditer(text):
        yield Span(*match.span(), SpanType.DATE, 0.75, "patroon", Level.INDIRECT)
    for match in _IN_YEAR.finditer(text):
        yield Span(*match.span("year"), SpanType.DATE, 0.7, "patroon", Level.INDIRECT)


@lru_cache(maxsize=8192)
def _misspelt(word: str, dated: bool) -> bool:
    """Whether a word that is none is a month with one letter too many, too few or wrong, or two of them swapped: "februarie", "setpember".

    `dated`: a year follows; then letters of the month in any order do: "9 amrt 2025".
    """
    if len(word) < _SHORTEST_MONTH - dated or word in MONTHS or lists.is_word(word):
        return False
    months = [month for month in MONTHS if len(month) >= _SHORTEST_MONTH]
    mixed = any(set(word) == set(month) and (dated or len(word) == len(month)) for month in months)
    return mixed or any(_one_apart(*sorted((word, month), key=len)) for month in months)


def _one_apart(short: str, long: str) -> bool:
    """Whether two words differ in one letter, the second one letter longer at most."""
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def find_ages(text: str) -> Iterator[Span]:
    """Ages as indirect spans, with the words that may stand instead."""
    for pattern in _AGE_PARTS:
        for match in pattern.finditer(text):
            start, end = match.span("age") if "age" in pattern.groupindex else match.span()
            words = text[start:end]
            age = number_in(words)
            if age is None or age > 115 or words.lower() in _SMALL:
                continue
            yield Span(start, end, SpanType.AGE, 0.9 if "ja" in words else 0.6, "patroon", Level.INDIRECT, general_age(words, age, text[:start]))


def number_in(text: str) -> int | None:
    """The number written in a text in digits or as its first words, or None."""
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    found = re.match(rf"({_NUMBER}|{_ORDINAL})", text.strip().lower())
    return None if found is None else NUMBERS.get(found[1], ORDINALS.get(found[1]))


_DECADES = {2: "twintig", 3: "dertig", 4: "veertig", 5: "vijftig", 6: "zestig", 7: "zeventig", 8: "tachtig", 9: "negentig"}


def general_age(words: str, age: int, before: str = "") -> str:
    """The age without its year, as fits the words around: "67 jaar" -> "eind zestig", "8-jarige" -> "jonge", "van 8" -> "van basisschoolleeftijd"."""
    if found := re.search(r"jarig(e?)\b", words, re.IGNORECASE):
        stem = next(
            word
            for limit, word in ((4, "heel jong"), (20, "jong"), (35, "jongvolwassen"), (60, "volwassen"), (80, "ouder"), (200, "hoogbejaard"))
            if age < limit
        )
        return stem if stem.endswith("sen") else stem + found[1]
    if age < 20:
        after_van = before.rstrip().endswith("van")
        child, teen = ("basisschoolleeftijd", "tienerleeftijd") if after_van else ("nog jong", "een tiener")
        return ("peuterleeftijd" if after_van else "nog heel klein") if age < 4 else child if age < 12 else teen
    if age >= 100:
        return "over de honderd"
    return f"{'begin' if age % 10 < 4 else 'midden' if age % 10 < 7 else 'eind'} {_DECADES[age // 10]}"


def general_day(words: str) -> str:
    """The season of a day: "12 september 2024" -> "een dag in het najaar"."""
    month = month_in(words)
    return f"een dag in {season(month)}" if month else "een dag"


def general_time(words: str) -> str:
    """A month and year, or a year, in general words."""
    month = month_in(words)
    return season(month).removeprefix("het ").removeprefix("de ") if month else "een eerder jaar"


def month_in(words: str) -> int | None:
    """The month (1-12) that a date in words or digits names."""
    lower = words.lower()
    for i, name in enumerate(MONTHS):
        if name in lower:
            return i + 1
    short = re.search(r"\b(jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)", lower)
    if short:
        return ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec").index(short[1]) + 1
    parts = [int(p) for p in re.findall(r"\d+", words)]
    if len(parts) >= 2 and 1 <= parts[1] <= 12:
        return parts[1]
    return None


def season(month: int) -> str:
    """The season a month lies in, with its article."""
    return ("de winter", "het voorjaar", "de zomer", "het najaar")[(month % 12) // 3]
