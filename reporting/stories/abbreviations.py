"""Short forms of notes: "Dtr belt", "gez. gespr.", "aanvr. vlgs mdr", and misspelt verbs. They identify nobody, whatever their capital."""

import re
from functools import lru_cache

from reporting.stories import lists
from reporting.stories.reading import before_names, context, family_name, first_name
from reporting.stories.text import Token

_VERBAL, _STEM = ("en", "de", "te", "den", "ten", "dt", "end"), 4  # how a misspelt verb ends; letters of it that begin a word
_PARTICIPLE = re.compile(r"(?:aan|af|bij|door|in|mee|om|op|over|terug|toe|uit|voor|weg)?ge\w+[td]$")
_VOWEL = re.compile(r"[aeiouy]")
_MIDDLE = 5  # letters: a longer beginning of a word is no name
_SHORTEST, _COMMONEST = 2, 3  # letters of a short form; of the beginning of a word that a full stop cuts off
_UNSAYABLE = re.compile(r"(?!bl|br|ch|cl|cr|dr|dw|fl|fr|gl|gr|kl|kn|kr|kw|ph|pl|pr|ps|rh|s[chjklmnptw]|th|tj|tr|ts|tw|vl|vr|wh|wr|zw)[b-df-hj-np-tv-xz]{2}")
_GOES_ON = re.compile(r"\.(?:[,;:)!?/]|[a-z]{2}|\s?\(| [a-z0-9+])")  # "gespr. op", "bezw.schr.", "uitk.: rooster"
_SIGNED = re.compile(r"[A-Z](?:v|vd|vdr|d)[A-Z]{1,2}")  # "JvdM": who wrote it
_CUT_OFF = re.compile(r"\. [A-ZÀ-Þ]")  # "Rapp. Jolanda"
_END = re.compile(r"(?P<word>[^\W\d_]*)[^\s.!?…]*[^\s.!?…](?P<end>[.!?…]+)(?=\s|$|[\"'])")


def find_abbreviations(words: tuple[Token, ...], text: str) -> frozenset[int]:
    """The tokens that are short forms of ordinary words."""
    return frozenset(i for i, t in enumerate(words) if not t.initials and t.text[0].isalpha() and _short(t, text))


def _short(token: Token, text: str) -> bool:
    if _vowelless(token.fold):
        return not token.text.isupper() and not _SIGNED.fullmatch(token.text)
    if not token.capital and text[token.end : token.end + 1] == "." and not _listed(token.fold) and _beginning(token.fold):  # "in ziekenh. en"
        return True
    opens = token.first or text[: token.start].rstrip()[-1:] in {".", ")"}
    if not (opens and token.capital) or text[token.end : token.end + 1] != "." or _listed(token.fold):
        return False
    return bool(_GOES_ON.match(text, token.end)) or bool(_CUT_OFF.match(text, token.end) and _beginning(token.fold))


def short_form(key: str) -> bool:
    """Whether a word is rather a short form: no vowels, or the beginning of an ordinary word without its end: "mdr", "gespr", "huisbez"."""
    cut = _beginning(key) and (not _VOWEL.search(key[-2:]) or (len(key) > _MIDDLE and not _listed(key)))
    return cut or not _VOWEL.search(key)


def shortened(key: str) -> bool:
    """Whether a word that no list knows is a short form or a compound of one: "overl", "jw-aanvraag"; or a compound of a very short word: "belafspraak"."""
    head, _, tail = key.rpartition("-")
    if head:
        return len(head) <= _COMMONEST and len(tail) > _MIDDLE and lists.is_word(tail) and first_name(head) is None
    if len(key) > _SHORTEST + _MIDDLE and _UNSAYABLE.match(key) and key[_SHORTEST:] in lists.words():  # "dgbesteding"
        return True
    composed = key[:_COMMONEST] in lists.words() and key[_COMMONEST:] in lists.words() and len(key) > _COMMONEST + _MIDDLE
    return short_form(key) or (composed and not family_name(key) and key not in lists.proper())


def misspelt_verb(key: str) -> bool:
    """Whether a word that no list knows is rather a misspelt verb: "verteldde", not "jikkemien"."""
    return key.endswith(_VERBAL) and lists.begins_word(key[:_STEM])


def participle(key: str) -> bool:
    """Whether a word that no list knows is rather a misspelt participle: "gezegt", "ingeschakelt"."""
    return bool(_PARTICIPLE.match(key)) and first_name(key) is None


@lru_cache(maxsize=8192)
def _vowelless(key: str) -> bool:
    """Whether a word has no vowel and stands in no list: "mdr", "kdrn", "hbh"."""
    return len(key) >= _SHORTEST and not _VOWEL.search(key) and key.isalpha() and not _listed(key)


@lru_cache(maxsize=8192)
def _listed(key: str) -> bool:
    told = key in before_names() or key in context("particle") or key in lists.places() or key in lists.proper() or key in lists.terms()
    return told or lists.is_word(key) or first_name(key) is not None or family_name(key)


@lru_cache(maxsize=8192)
def _beginning(key: str) -> bool:
    """Whether an ordinary word begins with this and goes on: "rapp", "med"."""
    if len(key) < _COMMONEST or key[-1] in "aeiou":
        return False
    return lists.begins_word(key)


def sentences(text: str) -> int:
    """How many sentences a text has, at least 1; the full stop of a short form ends none."""
    ends = (m for m in _END.finditer(text) if m["end"] != "." or not m["word"] or _ends_sentence(m["word"].lower(), m.end(), text))
    return max(1, sum(1 for _ in ends))


def _ends_sentence(word: str, end: int, text: str) -> bool:
    after = text[end:].lstrip(" \"'")[:1] if end < len(text) else ""
    return not after or not after.islower() or (len(word) > _SHORTEST and lists.is_word(word)) or first_name(word) is not None
