"""Layer 0 of a writer who minds no capitals: who that is, and the text in which the words that are names have their capital back.

The other layers then read "marieke kuiper uit ommen" as they read "Marieke Kuiper uit Ommen". Their proposals are doubted more (`detect`).
"""

import re
from dataclasses import dataclass, field
from functools import cache

from reporting.stories import lists
from reporting.stories.abbreviations import participle
from reporting.stories.only_names import known_name, only_a_name, unlisted
from reporting.stories.reading import context, family_name, first_name, head_word, opens_name
from reporting.stories.text import Token

_SIGNS = 3  # sentences and names without a capital that tell a writer who minds none
_FREE = " \n(),.:;!?/-\"'"
_LITTLE = ("verb", "adverb", "personal", "place", "particle", "article", "kin", "title", "naming", "dialect")
_OPENERS = ("opener", "start")
_AFTER = frozenset({"van", "v", "vd", "vh", "en", "uit", "aan", "bij", "met", "op", "in", "die", "over", "om", "als", "dat", "is", "was"})
_OLD = frozenset({"der", "den", "'t", "v.d.", "v/d", "el", "al"})
_WITH = frozenset({"met", "door", "namens", "vroeg", "bij", "van", "v", "over", "tegen", "naar"})
OF_MONTHS = frozenset({"stand", "in", "eind", "begin", "half", "sinds", "vanaf", "per", "tot", "t/m"})
_ASK = frozenset({"bellen", "terugbellen", "nabellen", "mailen", "appen", "inlichten", "uitnodigen", "gebeld", "gemaild", "geappt"})
_SURNAME = re.compile(r"(?:huis|man|mans|ink|hof|brink|bosch|stra|berg|veld|dijk|broek|horst|kamp|meijer|mulder|kuiper|bakker)$")
_MOST = 4  # tussenvoegsels of one name


def minds_no_capitals(words: tuple[Token, ...], text: str) -> bool:
    """Whether this writer begins sentences or names without a capital: then any name may lack one."""
    openings = sum(t.first and t.text[0].islower() and t.fold in lists.words() for t in words[1:])
    names = {t.fold for t in words if t.text[0].islower() and _free(t, text) and known_name(t.fold)}
    return openings + len(names) >= _SIGNS


def recased(text: str, words: tuple[Token, ...]) -> str:
    """The text with a capital for each word that is a name by the lists or by the words around it; as long as it was."""
    line = _Line(text, words)
    chars = list(text)
    for i, token in enumerate(words):
        first = text[token.start]
        if first.islower() and len(first.upper()) == 1 and _free(token, text) and line.is_name(i):
            line.names.add(i)
            chars[token.start] = first.upper()
    return "".join(chars)


@cache
def _words(sections: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(context(section) for section in sections))


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of one text and which of them got their capital back so far."""

    text: str
    words: tuple[Token, ...]
    names: set[int] = field(default_factory=set)

    def is_name(self, i: int) -> bool:
        """Whether token i, that has no capital, is a name."""
        key = self.words[i].fold
        if key in context("rather_names"):
            return not self._a_word(i)
        if key in context("short") and self._cut_short(i):
            return False
        if only_a_name(key) or self._in_town(i) or self._initial(i):
            return True
        if not key.replace("-", "").isalpha() or key in _words(_LITTLE) or key in _ASK:
            return False
        if self._surname(i) or (family_name(key) and self._to_be_asked(i)):
            return True
        return key not in _words(_OPENERS) and (self._called(i) or self._told(i))

    def _a_word(self, i: int) -> bool:
        """Whether a first name is the word or month it is spelled as: "zijn max", "stand jan"."""
        before = self.words[i - 1].fold if i and self._gap(i - 1) == " " else ""
        return before in context("article") or (self.words[i].fold == "jan" and (before in OF_MONTHS or before.isdigit()))

    def _cut_short(self, i: int) -> bool:
        """Whether a full stop and a noun stand behind token i, so that it is a short form: "jur. loket", not "jur. hij belt"."""
        noun = self.words[i + 1].fold if self._gap(i) == ". " and not self.words[i + 1].capital else ""
        return bool(noun) and noun in lists.words() and noun not in _words((*_LITTLE, *_OPENERS))

    def _in_town(self, i: int) -> bool:
        """Whether token i is part of a town of several words: "oude pekela", "den haag", "schin op geul"."""
        for first in range(max(0, i - _MOST), i + 1):
            for length in range(lists.place_heads().get(self.words[first].fold, 0), max(1, i - first), -1):
                words = self.words[first : first + length]
                if " ".join(t.fold for t in words) in lists.places() and not all(lists.is_word(t.fold) for t in words):
                    return self.words[i].fold not in context("particle") or i == first
        return False

    def _gap(self, i: int) -> str:
        return self.text[self.words[i].end : self.words[i + 1].start] if 0 <= i < len(self.words) - 1 else ""

    def _after(self, i: int) -> str:
        return self.words[i + 1].fold if self._gap(i) == " " else ""

    def _ends(self, i: int) -> bool:
        """Whether a name may end at token i: a verb or preposition follows, or nothing."""
        return not self._after(i) or self._after(i) in _AFTER or self._after(i) in context("verb")

    def _behind_role(self, i: int) -> bool:
        """Whether a title, kin or role stands before token i, with a bracket or comma between or none: "baas (ed)", "zoon, plamen"."""
        if not i or self._gap(i - 1) not in {" ", " (", ", "}:
            return False
        before = self.words[i - 1].fold
        return opens_name(before) and not (self._gap(i - 1) == ", " and not self._set_apart(i))

    def _set_apart(self, i: int) -> bool:
        return self.text[self.words[i].end : self.words[i].end + 1] in {",", ")", ".", " "} and self._gap(i) != " "

    def _named(self, i: int) -> bool:
        """Whether token i is a name here: by its own capital inside a sentence, or given back."""
        return 0 <= i < len(self.words) and (i in self.names or (self.words[i].capital and not self.words[i].first))

    def _initial(self, i: int) -> bool:
        """Whether token i is a letter with a full stop between a title and a name: "dhr a. visser"."""
        titled = i > 0 and self._gap(i - 1) in {" ", ". "} and self.words[i - 1].fold in context("title")
        return titled and len(self.words[i].fold) == 1 and self._gap(i) == ". "

    def _called(self, i: int) -> bool:
        """Whether a first name that is a word too is somebody here: behind a role, before a surname, behind "met": "met koen vd kringloop"."""
        key = self.words[i].fold
        if key not in lists.own_names() or key in context("treacherous") or (i and self.words[i - 1].fold in context("article") and self._gap(i - 1) == " "):
            return False
        if (self._behind_role(i) and self._ends(i)) or self._to_be_asked(i):
            return True
        nxt = i + 1
        if self._gap(i) == " " and not self.words[nxt].first and (self.words[nxt].capital or only_a_name(self.words[nxt].fold)):
            return family_name(self.words[nxt].fold) or self.words[nxt].fold not in lists.places()
        beside = i and self._gap(i - 1) == " " and self.words[i - 1].fold in _WITH
        return (bool(beside) and self._ends(i)) or self._listed(i)

    def _listed(self, i: int) -> bool:
        """Whether token i stands in one list with a name: "truus, jan en mo", "merel en sjoerd"."""
        left = i - 2 if i > 1 and self.words[i - 1].fold in {"en", "+"} and self._gap(i - 2) == " " else i - 1 if self._gap(i - 1) == ", " else -1
        right = i + 2 if self._after(i) == "en" and self._gap(i + 1) == " " else i + 1 if self._gap(i) == ", " else len(self.words)
        return self._first_name(left) or self._first_name(right)

    def _first_name(self, i: int) -> bool:
        if not 0 <= i < len(self.words) or first_name(self.words[i].fold) is None:
            return False
        return i in self.names or only_a_name(self.words[i].fold) or (self.words[i].capital and self.words[i].fold not in lists.words())

    def _surname(self, i: int) -> bool:
        """Whether a word is the surname of the first name or title before it: "marieke kuiper, huisarts", "mw dag wil", "gerda van der poel"."""
        key, first = self.words[i].fold, i
        while first and i - first < _MOST and self.words[first - 1].fold in context("particle") and self._gap(first - 1) == " ":
            first -= 1
        initial = first - 1 in self.names and self._initial(first - 1)
        if not first or (self._gap(first - 1) != " " and not initial):
            return False
        before = self.words[first - 1]
        titled = initial or before.fold in context("title") or before.fold in context("office")
        given = (self._named(first - 1) or before.capital) and first_name(before.fold) is not None
        if not (titled or given):
            return False
        if first < i:
            whole = " ".join(t.fold for t in self.words[first : i + 1])
            bare = titled and self.words[i - 1].fold == "vd" and family_name(key)
            return (
                bare
                or family_name(whole)
                or (self.words[i - 1].fold in _OLD and not (head_word(key) or (self.words[i - 1].fold in {"al", "el"} and lists.is_word(key))))
            )
        coined = given and key not in lists.words() and bool(_SURNAME.search(key))
        listed = coined or family_name(key) or (key in lists.proper() and key not in lists.places()) or (titled and first_name(key) is not None)
        told = (
            given
            and only_a_name(before.fold)
            and self._after(i) in context("verb")
            and len(key) > _MOST
            and not (key.endswith(("en", "end")) or participle(key))
        )
        return told or (listed and self._ends(i)) or (before.fold in context("title") and self._after(i) in context("verb") and not key.endswith(("en", "s")))

    def _to_be_asked(self, i: int) -> bool:
        """Whether one is to be called: "kuiper terugbellen", "gea bellen"."""
        clause = not i or self._gap(i - 1) != " " or self.words[i - 1].fold in _WITH
        return clause and self._after(i) in _ASK

    def _told(self, i: int) -> bool:
        """Whether a word that no list knows and that is like an ordinary one is somebody here: "zoon plamen (9)", or twice in the text."""
        key = self.words[i].fold
        if not unlisted(key):
            return False
        aged = self.text[self.words[i].end : self.words[i].end + 3].startswith(" (") and self._gap(i)[-1:] == "(" and self.words[i + 1].text[0].isdigit()
        again = sum(t.fold == key for t in self.words) > 1 and not (i and self.words[i - 1].fold in context("article"))
        return aged or again or (self._behind_role(i) and self._ends(i))


def _free(token: Token, text: str) -> bool:
    """Whether a word stands by itself and not in an address on the net: not "marieke" in "marieke.k@post.nl"."""
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    dotted = after == "." and text[token.end + 1 : token.end + 2].isalnum()
    return (not before or before in _FREE) and (not after or (after in _FREE and not dotted))
