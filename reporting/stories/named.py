"""Names that share their spelling with a language, month, river, shop or adjective, and words that open a sentence behind an initial."""

from dataclasses import replace
from functools import lru_cache

from reporting.stories import lists
from reporting.stories.reading import before_names, context, family_name, first_name, is_feast
from reporting.stories.text import Token, fold

_NEAR = 6  # words around "Frans" in which a word such as "spreekt" or "les" makes it the language
_TIME = frozenset({"in", "sinds", "vanaf", "tot", "eind", "begin", "half", "vorig", "deze", "van", "medio", "per", "en", "of", "maand", "elke"})
_SPOKEN = frozenset({"spreek", "spreekt", "sprak", "spreken", "spraken", "praat", "praten"})
_SILENT = frozenset({"is", "was", "wordt", "werd", "blijft", "begint", "kost"})


def named_anyway(words: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """The tokens, those marked `named` that share their spelling with a language, month, river, shop or adjective and stand as a person's name.

    A word that opens sentences is `first` after a single initial too: "Ik sprak T. Hij lachte."
    """
    return tuple(
        replace(t, named=True)
        if t.capital
        and (
            (t.fold in _both() and _stands_as_name(words, i, text))
            or _accented(t)
            or _patronym(words, i, text)
            or _inhabitant(words, i, text)
            or _no_greeting(words, i, text)
        )
        else replace(t, first=True)
        if i and t.capital and ((words[i - 1].initials and (t.fold in _opening_words() or _after_last_initial(words, i))) or _after_u(words, i, text))
        else t
        for i, t in enumerate(words)
    )


def _accented(token: Token) -> bool:
    """Whether a first name has an accent that the word without it, which identifies nobody, has not: "Noé" beside the dialect's "Noe"."""
    return not token.text.isascii() and token.fold in lists.first_names() and token.fold in _unaccented()


@lru_cache(maxsize=1)
def _unaccented() -> frozenset[str]:
    names = {name for file in ("algemeen.txt", "werkgevers.txt") for items in lists.sections(file).values() for name in items}
    return frozenset(fold(name) for name in names if name.isascii()) - {fold(name) for name in names if not name.isascii()}


def _no_greeting(words: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether a first name that greets too opens a sentence with its surname behind it: "Lieve Verhappen wel", not "Lieve Ria,"."""
    token = words[i]
    if not (token.first and token.fold in context("informal") and token.fold in lists.own_names()) or text[token.end : token.end + 1] != " ":
        return False
    k = i
    while k + 1 < len(words) and text[words[k].end : words[k + 1].start] == " " and (words[k + 1].capital or words[k + 1].fold in context("particle")):
        k += 1
    listed = k > i and words[i + 1].fold in lists.first_names()
    return k > i and words[k].capital and not listed and text[words[k].end : words[k].end + 1] in {" ", "."} and not is_feast(words[k].fold)


def _patronym(words: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether what may be the adjective of a place is a surname: behind a first name, and nothing behind it to describe: "Marloes Dingemanse zei"."""
    token = words[i]
    if not token.fold.endswith("se") or token.fold not in lists.derived() or token.fold[:-1] in lists.terms():
        return False
    before = words[i - 1] if i and text[words[i - 1].end : token.start] == " " else None
    given = before is not None and before.capital and before.fold in lists.first_names()
    return given and _ends_phrase(words, i, text)


def _inhabitant(words: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether who lives somewhere, or what a feast begins, is a surname here: "Kimberley Drent", "Felix de Zeeuw", "mw. Toos Kerstens"."""
    key, k = words[i].fold, i
    if words[i].first or not (key in _inhabitants() or key in lists.derived() or (is_feast(key) and key not in lists.words())):
        return False
    while k and text[words[k - 1].end : words[k].start] == " " and words[k - 1].fold in context("particle") and not words[k - 1].capital:
        k -= 1
    if not k or text[words[k - 1].end : words[k].start] != " ":
        return False
    before = words[k - 1]
    if key not in _inhabitants() and key in lists.derived() and k == i and not (key.endswith(("er", "aar")) and _ends_phrase(words, i, text)):
        return False
    kin = k > 1 and words[k - 2].fold in before_names()  # "buurman Rients de Zeeuw"
    given = before.capital and (first_name(before.fold) is not None or kin) and before.fold not in context("treacherous")
    return given or before.initials or before.fold in context("title")


def _ends_phrase(words: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether no noun follows that a word would tell of: "Karin Wormer zei"."""
    after = words[i + 1] if i + 1 < len(words) and text[words[i].end : words[i + 1].start] == " " else None
    return after is None or after.capital or after.fold in context("verb") | context("personal") | context("particle") | context("adverb") | context("place")


@lru_cache(maxsize=1)
def _inhabitants() -> frozenset[str]:
    return frozenset(fold(name) for name in lists.sections("algemeen.txt")["inwoners"]) - {"roma", "sinti"}


def _after_u(words: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether an ordinary word follows a word of one letter that ends its sentence, and no initial: "weer naar u. Hij kwam"."""
    alone = len(words[i - 1].text) == 1 and words[i - 1].text.islower() and text[words[i - 1].end : words[i].start] == ". "
    return alone and words[i].fold in _opening_words()


def _after_last_initial(words: tuple[Token, ...], i: int) -> bool:
    """Whether an ordinary word follows the initial that a first name ends with: "Lucie en Henk J. Eerst was het stil"."""
    key, name = words[i].fold, words[i - 2] if i > 1 else None
    ends = (
        name is not None
        and len(words[i - 1].text) == 2
        and name.capital
        and not (name.initials or name.fold in context("title"))
        and words[i - 1].start - name.end == 1
    )
    return ends and key in lists.words() and not family_name(key) and key not in lists.own_names()


@lru_cache(maxsize=1)
def _opening_words() -> frozenset[str]:
    return (context("opener") | context("start")) - context("particle") - context("street") - lists.family_names() - lists.own_names()


@lru_cache(maxsize=1)
def _both() -> frozenset[str]:
    names = lists.own_names() | lists.family_names() | {"mei"}
    return frozenset(t for t in lists.terms() if t in names and t not in {"islam", "ramadan", "rijk", "holland", "roma"})


def _stands_as_name(words: tuple[Token, ...], i: int, text: str) -> bool:
    token = words[i]
    before = words[i - 1] if i and text[words[i - 1].end : token.start] == " " else None
    after = words[i + 1] if i + 1 < len(words) and text[token.end : words[i + 1].start] == " " else None
    if token.fold in lists.wordlist("taal.txt")["language"] or token.fold in {"frans", "spaans"}:
        near = {w.fold for w in words[max(0, i - _NEAR) : i + _NEAR + 1]} - {token.fold}
        if before is not None and before.fold == "met":  # "Ik sprak met Frans"
            near -= _SPOKEN
        if near & context("language") or (before and before.fold in {"het", "geen", "de", "in", "een"}):
            return False
        return token.fold == "frans" or (before is not None and before.fold in before_names())
    if after is not None and after.capital and not after.first and after.fold not in lists.terms() and token.fold in lists.own_names():
        return True
    if before is not None and (before.fold in before_names() or before.initials or (before.capital and before.fold in lists.first_names())):
        return True
    if token.fold == "mei" and before is not None and (before.fold in _TIME or before.text[0].isdigit()):
        return False
    if token.first:
        return after is not None and after.fold in context("verb") - _SILENT
    return before is not None and before.fold in context("verb") | {"en", "met", "aan"} - _TIME
