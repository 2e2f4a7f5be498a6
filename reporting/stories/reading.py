"""What the name and place layers read: one text with its tokens, and what a single word can be by the lists."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reporting.stories import lists
from reporting.stories.text import Token

ORG_ENDING = re.compile(
    r"(?:school|huis|kerk|centrum|moskee|hof|college|lyceum|stichting|vereniging|club|koor|flat|toren|borg|hoeve|stede|zorg|praktijk|kring|werf|oord|staete|punt|honk|kamer|tuin|hoes|plein|gaarde|burcht|heem|state|residentie|park)$"
)

_TITLES = frozenset({"dhr", "mw", "mevr", "mej", "hr", "fam", "dhr.", "mw.", "mevr."})
_SHORT_PAST = 5  # letters: "oude" and "beste" are no past tense
_SHORT_HEAD = 3  # letters: a shorter head word stands alone
_PAIR = 2  # capitals beside each other are rather a short form than a name

_ABBREVIATED = re.compile(r"[A-Z]{2,}'(?:er|ers|s|tje|tjes)")  # "PB'er", "GZ'ers"


TOWN_ENDING = re.compile(
    r"(?:veen|dam|dijk|dorp|stad|burg|hoven|meer|zijl|horst|wolde|wold|wier|sum|ingen|broek|berg|kerk|mond|wijk|drecht|rode|laar|loo|lo|zand|velde|heem|hem|hout|muiden|"
    r"sluis|voort|foort|beek|beke|dal|kamp|haar|oord|waard|lede|schoten|huizen|buren|gum|ward|werd|ga|woude|wou|stein|steeg|hoek|donk|rijk|schans)$"
)


@cache
def context(section: str) -> frozenset[str]:
    """A set of folded words of taal.txt that the rules read."""
    return frozenset(lists.wordlist("taal.txt")[section])


@cache
def before_names() -> frozenset[str]:
    """Titles, kinship and role words: a capital after one of these opens a name."""
    return context("title") | context("office") | context("informal") | context("kin") | context("role")


@lru_cache(maxsize=8192)
def opens_name(key: str) -> bool:
    """Whether a folded word is a title, kinship or role word, or a compound of one: "gezinscoach", "badjuf", "tuinvrouw"."""
    if key in before_names():
        return True
    roles = context("kin") | context("role") | context("informal")
    return len(key) > 5 and any(key.endswith(role) and len(role) > 2 and len(key) - len(role) > 2 for role in roles) and first_name(key) is None


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with its tokens, and which of them a pattern already explains."""

    text: str
    tokens: tuple[Token, ...]
    taken: frozenset[int]
    lower: bool  # text without capitals: lists and context alone
    careless: bool = False  # by somebody who minds no capitals: a name may lack one
    typed: str = ""  # the text as it was typed, where names got their capital back (`recase`); "": the same

    def gap(self, i: int) -> str:
        """The text between token i and the one after it ("" at the end)."""
        return self.text[self.tokens[i].end : self.tokens[i + 1].start] if i + 1 < len(self.tokens) else ""

    def joined(self, i: int) -> bool:
        """Whether token i+1 stands beside token i with one blank between (or none, after initials)."""
        return i + 1 < len(self.tokens) and i + 1 not in self.taken and self.gap(i) in (" ", "", "  ")

    def before(self, i: int, back: int = 1) -> str:
        """The folded word before token i in the same phrase, "" when there is none."""
        if back == 1:
            return self.tokens[i - 1].fold if i and self.gap(i - 1) in (" ", "  ") else ""
        return self.tokens[i - back].fold if i >= back and all(self.gap(i - k) in (" ", "  ") for k in range(1, back + 1)) else ""

    def uncapped(self, i: int) -> bool:
        """Whether token i was typed without a capital, also where it has got one back."""
        return (self.typed or self.text)[self.tokens[i].start].islower()

    def after(self, i: int) -> str:
        """The folded word after token i in the same phrase, "" when there is none."""
        return self.tokens[i + 1].fold if i + 1 < len(self.tokens) and self.gap(i) in (" ", "  ") else ""


def stems(key: str) -> tuple[str, ...]:
    """A folded word and what it may be the genitive of: "anna's" -> "anna", "elifs" -> "elif"."""
    if key.endswith("'s"):
        return (key, key[:-2])
    if key.endswith("s") and len(key) > 3:
        return (key, key[:-1])
    return (key,)


@lru_cache(maxsize=65536)
def first_name(key: str) -> str | None:
    """The listed first name that a folded word is, or is the genitive of; hyphenated names by their parts. None: no."""
    names = lists.first_names()
    for stem in stems(key):
        if stem in names:
            return stem
    parts = key.split("-")
    if len(parts) > 1 and all(len(p) > 1 and (p in names or p in {"al", "el"}) for p in parts):
        return key
    for ending in ("tje", "je", "ke", "ie"):
        if key.endswith(ending) and len(key) - len(ending) >= 3 and key[: -len(ending)] in names and not lists.is_word(key):
            return key
    return None


@lru_cache(maxsize=65536)
def ordinary(key: str) -> bool:
    """Whether a folded word is an ordinary Dutch word and not rather a name."""
    return lists.is_word(key) and (key in context("treacherous") or not any(stem in lists.own_names() for stem in stems(key)))


@lru_cache(maxsize=8192)
def head_word(key: str) -> bool:
    """Whether a folded word may be the head of an organisation, alone or as the end of a compound."""
    return key in context("org") or key.endswith(_long_heads()) or bool(ORG_ENDING.search(key))


@cache
def _long_heads() -> tuple[str, ...]:
    return tuple(head for head in context("org") if len(head) > _SHORT_HEAD)


def sure_name(key: str) -> bool:
    """Whether a folded word stands in one of the own lists, or Faker's for the backgrounds we know: not a stray name of elsewhere."""
    own = lists.own_names()
    return any(stem in own for stem in stems(key)) or ("-" in key and all(part in own for part in key.split("-")))


def family_name(key: str) -> bool:
    """Whether a folded word is a listed surname, or its genitive."""
    return any(stem in lists.family_names() for stem in stems(key))


def possessive(reading: Reading, i: int) -> int:
    """How many characters at the end of a name's token are no part of the name: Anna's 2, Elifs 1, else 0."""
    key = reading.tokens[i].fold
    if key.endswith("'s"):
        return 2
    if not key.endswith("s") or len(key) < 4 or key in lists.first_names() or key[:-1] not in lists.first_names():
        return 0
    if (lists.is_word(key) or key in lists.proper()) and key[:-1] not in lists.own_names():
        return 0
    if not owns(reading, i):
        return 0
    after, surname = reading.after(i), _for_surname(reading, i)
    if surname and key[:-1] not in lists.family_names():  # "Dora Wijers zijn"
        return 0
    if surname and len(after) > _SHORT_PAST and after.endswith(("de", "te")):  # "Leny Brugmans ontdekte"
        return 0
    return int(key not in lists.family_names() or not surname)


def owns(reading: Reading, i: int) -> bool:
    """Whether a name that ends in s may be a genitive where it stands: "Peters fiets", but not "Jerson Martes. Ik" or "Peters zei"."""
    if _called_so(reading, reading.tokens[i].fold):
        return False
    after = reading.after(i)
    little = context("verb") | context("personal") | context("place") | context("particle") | context("adverb")
    return bool(after) and after not in little and lists.is_word(after)


def _for_surname(reading: Reading, i: int) -> bool:
    """Whether a name stands where a surname does: "mevrouw Peters", "Jan Peters"."""
    return reading.before(i) in before_names() or (i > 0 and reading.joined(i - 1) and reading.tokens[i - 1].capital)


def _called_so(reading: Reading, key: str) -> bool:
    """Whether a name has its s at the end of a phrase too and is nowhere without it: "usi Stans, op nummer 16" tells that "Stans" is the name."""
    found = [k for k, t in enumerate(reading.tokens) if key.startswith(t.fold) and len(key) - len(t.fold) <= 1]
    whole = [k for k in found if reading.tokens[k].fold == key]
    return len(whole) == len(found) > 1 and any(not reading.after(k) or reading.after(k) in context("verb") for k in whole)


@lru_cache(maxsize=8192)
def is_feast(key: str) -> bool:
    """Whether a folded word is made of a feast and a word: "sinterklaasavond", "paasbrunch"."""
    if not key.startswith(_feasts()):
        return False
    return any(key.startswith(feast) and key[len(feast) :] in lists.words() and len(key) - len(feast) > 2 for feast in _feasts())


@cache
def _feasts() -> tuple[str, ...]:
    return (*lists.wordlist("algemeen.txt")["feesten en kalender"], "paas", "pinkster")


def is_common(token: Token) -> bool:
    """Whether a capital word is explained without a person: a body, a month, a feast, an adjective of a country, a place's inhabitant."""
    key = token.fold
    if token.named:
        return False
    if key.endswith("nr") and lists.is_word(key[:-2]):  # "Dossiernr"
        return True
    if key in lists.terms() or is_feast(key) or key in lists.derived() or lists.places().get(key) in ("land", "streek"):
        return True
    if "-" in key and first_name(key) is None:
        head, *rest = (part for part in key.split("-") if part)
        if rest and rest[-1] in context("particle"):  # "van den Berg-de Wit"
            return False
        last = token.text[token.text.rindex("-") + 1 :]
        if last[:1].isupper() and not last.isupper() and rest and rest[-1] not in lists.derived():  # "Mei-Ling"
            return False
        if head in lists.terms() or head in lists.derived() or (rest and rest[-1] in lists.derived()):
            return True
        if len(rest) > 1 and not token.first and key in lists.words():  # "Bij Vergeet-mij-nietje"
            return False
        if len(head) > _SHORT_PAST and not (token.text.split("-")[0].isupper() or lists.is_word(head)) and lists.is_word(rest[-1]):  # "Meiveldpad-flats"
            return False
        return (
            bool(rest)
            and token.text[token.text.rindex("-") + 1].islower()
            and lists.is_word(rest[-1])
            and head not in lists.places()
            and first_name(head) is None
        )
    if _ABBREVIATED.fullmatch(token.text) or (key.endswith("se") and {key[:-1], f"{key[:-3]}ees"} & (lists.terms() | lists.derived())):  # "Engelse", "Eritrese"
        return True
    if len(token.text) == _PAIR and token.text.isupper() and token.text.isalpha() and key not in context("particle"):  # "HA", "OD"
        return True
    return not token.initials and token.text.isupper() and 1 < len(token.text) <= 5 and first_name(key) is None


def name_like(reading: Reading, i: int) -> bool:
    """Whether token i may be part of a name at all."""
    token = reading.tokens[i]
    named = reading.gap(i) == " " and reading.tokens[i + 1].capital
    titled = token.fold in context("title") | context("office") | context("informal") and (token.text.endswith(".") or named or lists.is_word(token.fold))
    if titled and first_name(token.fold) is not None and (not named or token.named):
        titled = False
    if token.first and named and opens_name(token.fold) and (token.fold not in lists.own_names() or first_name(reading.tokens[i + 1].fold) is not None):
        titled = True  # "Buddy Marie", "Fietsjuf Ria", "Zus Ouarda"
    called = reading.before(i) in context("title") and token.fold not in _TITLES  # "dhr. Engels", not "lening fam. Dhr was"
    return token.capital and i not in reading.taken and not titled and (called or not is_common(token))
