"""Words that can only be a name: a list of names has them, or no list at all, and they are no slip of the pen."""

from functools import lru_cache
from string import ascii_lowercase

from reporting.stories import lists
from reporting.stories.abbreviations import misspelt_verb, participle, shortened
from reporting.stories.reading import context, family_name, first_name, is_feast, opens_name

_SHORTEST, _LONGER, _LONG = 3, 4, 8  # letters of a first name or town; of another name; of a word in which a slip of the pen is told
_NO_ENDINGS = ("'er", "straat", "laan", "singel", "gracht", "plantsoen", "steeg", "dreef", "iteit", "heid", "isme", "logie", "therapie", "meneers", "mevrouws")
_NO_NAMES = ("dialect", "short", "particle", "title", "informal", "kin", "verb", "start", "org")


@lru_cache(maxsize=65536)
def only_a_name(key: str) -> bool:
    """Whether a folded word can only be a name: "marieke", "kumasi", "groothedde", "rupi"."""
    if key in context("rather_names"):
        return True
    if not _possible(key):
        return False
    if known_name(key) or (family_name(key) and not lists.begins_word(key)):
        return True
    if len(key) < _LONGER or lists.is_word(key):
        return False
    listed = key in lists.proper() or (first_name(key) is not None and (key in lists.first_names() or not lists.begins_word(key[:-2])))
    return not (shortened(key) or is_feast(key) or key in lists.derived()) and (listed or not _slip(key))


@lru_cache(maxsize=65536)
def unlisted(key: str) -> bool:
    """Whether no list knows a folded word, though it is like an ordinary one: "plamen"."""
    return _possible(key) and len(key) >= _LONGER and not (lists.is_word(key) or shortened(key) or lists.begins_word(key) or participle(key))


@lru_cache(maxsize=65536)
def known_name(key: str) -> bool:
    """Whether a folded word is a first name of the own lists or a place, and no word."""
    if key in context("rather_names"):
        return True
    if len(key) < _SHORTEST or key in lists.words() or key in lists.terms() or key in context("dialect"):
        return False
    parts = key.split("-")
    if len(parts) > 1 and all(len(p) >= _SHORTEST and (p in lists.own_names() or p in lists.family_names()) for p in parts):  # "hendrik-jan"
        return True
    return key in lists.own_names() or (key in lists.places() and not lists.is_word(key))


def _possible(key: str) -> bool:
    if len(key) < _SHORTEST or not key.replace("-", "").replace("'", "").isalpha() or key in lists.words() or key in lists.terms():
        return False
    days = "-" in key and all(len(part) <= _SHORTEST for part in key.split("-"))  # "ma-di-do"
    return not (days or any(key in context(section) for section in _NO_NAMES) or key.endswith(_NO_ENDINGS))


def _slip(key: str) -> bool:
    """Whether a word that no list knows is rather an ordinary word, put together, cut off or with one letter wrong: "eetgroep", "klantnr", "ingeschakelt"."""
    slip = misspelt_verb(key) or participle(key) or opens_name(key) or key.endswith("nr") or (len(key) >= _LONG and _one_off(key)) or swapped(key)
    return slip or lists.begins_word(key) or _composed(key)


def _composed(key: str) -> bool:
    """Whether a folded word is a compound of short words, or of a word and the beginning of one: "naaiclub", "aandachtsfunct"."""
    halves = [(key[:i], key[i:]) for i in range(_SHORTEST, len(key) - 1)]
    return any(
        (a in lists.words() or (a.endswith("s") and a[:-1] in lists.words()))
        and (b in lists.words() or (len(a) > _LONGER and len(b) >= _LONGER and lists.begins_word(b)) or not set(b) & set("aeiouy"))
        and len(b) >= _SHORTEST
        for a, b in halves
    )


@lru_cache(maxsize=8192)
def swapped(key: str) -> bool:
    """Whether a longer word has two letters of an ordinary one in the wrong order: "wahctlijst"."""
    return len(key) >= _LONG and any(key[:i] + key[i + 1] + key[i] + key[i + 2 :] in lists.words() for i in range(len(key) - 1))


def _one_off(key: str) -> bool:
    """Whether one letter more, less or other makes a folded word an ordinary one."""
    halves = [(key[:i], key[i:]) for i in range(len(key) + 1)]
    less = (a + b[1:] for a, b in halves if b)
    other = (a + c + b[more:] for a, b in halves for c in ascii_lowercase for more in (0, 1))
    return any(word in lists.words() for word in (*less, *other))
