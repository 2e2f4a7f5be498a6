"""Names that are ordinary words at the start of a sentence."""

from collections.abc import Iterator
from functools import lru_cache

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.reading import Reading, context, family_name, opens_name
from reporting.stories.spans import Span
from reporting.stories.when import ORDINALS

_LONGEST = 9  # letters: a longer ordinary word that opens a sentence is rather a thing than a surname
THINGS = (
    *(
        "ing",
        "ingen",
        "heid",
        "heden",
        "tie",
        "ties",
        "schap",
        "schappen",
        "teit",
        "isme",
        "age",
        "zorg",
        "werk",
        "hulp",
        "geld",
        "tijd",
        "plan",
        "ment",
        "sel",
        "nis",
    ),
    *("aar", "eren", "elen", "sten", "ters", "rijk", "lijk", "lijke", "loos", "baar", "ig", "ige", "end", "ende", "weg", "heen", "toe", "lijks"),
)
_PLAIN_ENDINGS = ("ing", "heid", "tie", "schap", "teit", "isme", "age", "geld", "tijd", "plan", "ment", "nis", "er", "aar", "dag", "avond", "ochtend", "middag")
_POSSESSED = frozenset({"haar", "zijn", "hun", "mijn", "onze", "ons"})
SUBJECTS = frozenset({"hij", "zij", "ik", "wij", "jij", "we"})
_OF_THINGS = frozenset(
    {
        "is",
        "was",
        "bleek",
        "blijkt",
        "wordt",
        "werd",
        "blijft",
        "bleef",
        "begint",
        "begon",
        "kost",
        "kan",
        "kon",
        "gaat",
        "ging",
        "staat",
        "stond",
        "ligt",
        "lag",
    }
    | {"mag", "moet", "moest", "zou", "zal", "waren", "werden", "worden", "kunnen", "konden", "gaan", "moeten", "mogen"}
)


def find_openings(reading: Reading) -> Iterator[Span]:
    """People and places whose name is an ordinary word at the start of a sentence: "Boer, zijn maat, ...", "Bakker zei", "Best is klein"."""
    called: set[str] = set()  # kinship words that are somebody's name here
    for i, token in enumerate(reading.tokens[:-1]):
        if not token.capital or i in reading.taken or token.text.isupper() or token.text.endswith("."):
            continue
        key, after = token.fold, reading.after(i)
        given = key in lists.own_names()
        if key in context("kin"):
            last = _surname_end(reading, i) if given else i
            if last > i:
                called.add(key)
            if last > i or (key in called and _finite(after)):
                yield Span(token.start, reading.tokens[last].end, SpanType.PERSON, 0.95, "context")
            continue
        if not token.first or not lists.is_word(key) or key in context("title"):
            continue
        if after in context("verb") and reading.after(i + 1) in SUBJECTS:  # "Apotheker was hij"
            continue
        if key in context("article") and (after in ORDINALS or after.endswith(("ste", "ende", "ere"))):  # "Elke eerste vrijdag"
            continue
        if (given or family_name(key)) and _may_open(key) and (_apposed(reading, i) or _finite(after) or (given and _addressed(reading, i))):
            yield Span(token.start, token.end, SpanType.PERSON, 0.6, "twijfel")
        elif _finite(after) and key in lists.places() and lists.places()[key] not in {"land", "streek"} and _may_open(key):
            yield Span(token.start, token.end, SpanType.PLACE, 0.5, "twijfel")
        elif _finite(after) and _coined(key) and not _impersonal(after):
            yield Span(token.start, token.end, SpanType.ORG, 0.5, "twijfel")
        elif after in context("verb") and not _thing(key) and (family_name(key) or not _impersonal(after)):
            yield Span(token.start, token.end, SpanType.PERSON, 0.5, "twijfel")


def _impersonal(verb: str) -> bool:
    """Whether a verb or participle after a bare noun tells nothing of a person: "Bedrag kan", "Foto gevonden"."""
    return verb in _OF_THINGS or (verb.startswith("ge") and verb.endswith(("d", "t", "en")))


def _may_open(key: str) -> bool:
    return key in context("bare") or not (key in context("treacherous") or key in context("start") or key in context("opener"))


@lru_cache(maxsize=8192)
def _thing(key: str) -> bool:
    """Whether an ordinary word that opens a sentence before a verb is no name: an adverb, a plural, a thing one speaks of without an article."""
    return (
        not _may_open(key)
        or len(key) > _LONGEST
        or not set(key) & set("aeiouy")  # "Cl had"
        or key not in lists.words()
        or key.endswith(THINGS)
        or (key.endswith(("en", "s")) and not family_name(key))
        or opens_name(key)
        or key in context("verb")
        or key in context("org")
        or key in lists.terms()
        or key in lists.derived()
    )


@lru_cache(maxsize=8192)
def _coined(key: str) -> bool:
    """Whether a word is a compound that no list has and no plural or action: "Buurtvrede stuurde"."""
    return len(key) > _LONGEST and key not in lists.words() and "-" not in key and not key.endswith((*_PLAIN_ENDINGS, "en", "s")) and not opens_name(key)


def _apposed(reading: Reading, i: int) -> bool:
    """Whether an apposition, a relative clause or an age follows: "Roos, de jongste", "Storm (12)"."""
    following = reading.tokens[i + 1]
    told = context("article") | context("kin") | context("role") | {"die"}
    return (reading.gap(i) == ", " and following.fold in told) or (
        reading.gap(i) == " (" and (following.text[0].isdigit() or following.fold in context("kin") | context("role"))
    )


def _addressed(reading: Reading, i: int) -> bool:
    """Whether a first name is called or listed: "'Lot, kom je?'", "Roos: wil sporten", "Storm en zijn moeder"."""
    token, gap = reading.tokens[i], reading.gap(i)
    if gap.startswith(":") and (not i or "\n" in reading.text[reading.tokens[i - 1].end : token.start]):
        return True
    if gap.startswith((",", "!")) and reading.text[token.start - 1 : token.start] in {"'", '"', "‘", "“"}:
        return True
    if reading.after(i) == "en" and i + 3 < len(reading.tokens):
        second = reading.tokens[i + 2]
        return second.capital or (second.fold in _POSSESSED and reading.tokens[i + 3].fold in context("kin"))
    return False


def _finite(key: str) -> bool:
    """Whether a word after a bare noun is its verb: listed, or a past tense, for no bent adjective stands there."""
    return key in context("verb") or (len(key) > 5 and key.endswith(("de", "te")) and lists.is_word(key) and key not in context("article"))


def _surname_end(reading: Reading, i: int) -> int:
    """The last token of the surname with tussenvoegsels after token i, i itself for none: "Zus van Ommen"."""
    step = i + 1
    while step < min(len(reading.tokens) - 1, i + 5) and reading.joined(step - 1) and reading.tokens[step].fold in context("particle"):
        step += 1
    surname = reading.tokens[step]
    known = family_name(surname.fold) or surname.fold in lists.places() or surname.fold in lists.proper()
    return step if step > i + 1 and reading.joined(step - 1) and surname.capital and known and not surname.first else i
