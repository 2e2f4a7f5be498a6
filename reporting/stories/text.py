"""Layer 0: text as the detector reads it, with a way back to every code point of the original."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ə": "e", "’": "'", "‘": "'", "ʼ": "'"})
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "‑": "-", "‐": "-", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_PLAIN = re.compile(r"[\n -~éèëêïîíìóòöôúùüûáàäâçñÉËÏÖÜ€–—…]*")
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_TITLES = r"(?:[Mm]evr|[Mm]w|[Mm]ej|[Dd]hr|[Dd]rs?|[Dd]s|[Ii]r|[Mm]r|[Ii]ng|[Pp]rof|[Ff]am|[Gg]ebr|[Ss]t)\."
_DIGRAPH = r"(?:Sj|Tj|Th|Ch|Chr|Joh|Ph|Jac|Wm|IJ|Fr)"  # initials of two letters and more
_SHORT_PARTICLE = r"(?<!\.)\b(?:[Vv](?:\.\s?d\.|/d\b)|v\.(?=\s?[A-Z][a-z]))"  # "v.d. Plas", "v/d Berg", "v. Dijk"
_TOKEN = re.compile(
    rf"\b{_TITLES}|{_SHORT_PARTICLE}|(?:(?:{_DIGRAPH}|[A-ZÀ-ÖØ-Þ])\.){{1,5}}(?![^\W\d_]{{2}})|'[st]-{_LETTER}+(?:['-]{_LETTER}+)*|'[stnk](?![^\W_])|{_LETTER}+(?:['-]{_LETTER}+)*|\d+(?:[.,]\d+)*"
)
_ELIDED = re.compile(
    r"[dln]'[A-ZÀ-Þ]|(?:al|el|ul|ad|ed|as|es|ash|esh|ar|er|at|et|az|ez|ait|abd|abu|abou|bou|bin|ben|ibn|ould)-[A-ZÀ-Þ]"
)  # "d'Ancona", "al-Haddad"
_INITIALS = re.compile(rf"(?:{_DIGRAPH}|\w)\.")
_AFTER_IT = frozenset({"was", "is", "wordt", "werd", "kan", "kon", "zal", "zou", "moet", "gaat", "ging", "had", "heeft", "waren", "blijft"})
_CLIPPED = frozenset({"'k", "'s", "'n"})
_TOWN_HEADS = ("s-", "t-")  # "'s-Heerenberg"
_DIARY = re.compile(r"(?:^|[.\n!?'\"] ?)(?:\d{1,2}/\d{1,2}|\d{1,2}[.:]\d{2}):? $")  # "8/4 Foto gevonden. 9/4 Taxi geregeld."
_SHORT_PARTICLES = frozenset({"v.d.", "v. d.", "v.", "V.d.", "V. d."})  # "van de(n/r)" and "van"
ABBREVIATION = re.compile(
    r"(?:\b(?:mevr|mw|dhr|dr|drs|ds|ir|mr|ing|prof|mej|st|nr|tel|bijv|bv|jl|resp|ca|fam|wed|geb|jr|sr|chr|th|joh|sj|tj|ch|ph|jac|wm|ij|str|evt|incl|o\.a|m\.n|d\.w\.z|z\.g|e\.d)|\b[a-z])\.\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A word without case and accents: what lists and names are compared by. Hyphens and apostrophes stay."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).translate(_LETTERS)
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Token:
    """One word, set of initials or number of the normalised text. `first`: it opens a sentence. `named`: here it is a name, whatever else it means."""

    start: int
    end: int
    text: str
    fold: str
    capital: bool
    first: bool
    named: bool = False

    @property
    def initials(self) -> bool:
        """True for "T.", "Sj." and "J.P."."""
        return self.text.endswith(".") and bool(_INITIALS.match(self.text)) and self.text not in _SHORT_PARTICLES


@dataclass(frozen=True, slots=True)
class Normal:
    """Normalised text; `starts[i]` and `ends[i]` are the code points of the original that character i stands for."""

    text: str
    starts: tuple[int, ...] | None = None  # None: the same offsets
    ends: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text behind text[start:end]."""
        if self.starts is None or self.ends is None or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normal:
    """NFC, one kind of blank, apostrophe and hyphen; soft hyphens and invisible characters left out."""
    if _PLAIN.fullmatch(text):
        return Normal(text)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for char in unicodedata.normalize("NFC", text[at:end]):
            if unicodedata.category(char) == "Cf":
                continue
            out.append(_SAME.get(char, " " if char != "\n" and char.isspace() else char))
            starts.append(at)
            ends.append(end)
        at = end
    return Normal("".join(out), tuple(starts), tuple(ends))


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a normalised text in order."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        word = match[0]
        first = _opens(text[end : match.start()], text, match.start(), not found)
        first = first or bool(found and found[-1].first and (found[-1].fold in _CLIPPED or (found[-1].fold == "'t" and fold(word) in _AFTER_IT)))  # "'k Zal"
        found.append(
            Token(
                match.start(),
                match.end(),
                word,
                fold(word),
                word[0].isupper() or bool(_ELIDED.match(word)) or (word[1:3] in _TOWN_HEADS and word[3:4].isupper()),
                first,
            )
        )
        end = match.end()
    return tuple(found)


def touched(words: Sequence[Token], start: int, end: int) -> range:
    """The tokens that text[start:end] touches."""
    return range(bisect_right(words, start, key=lambda t: t.end), bisect_left(words, end, key=lambda t: t.start))


def _opens(gap: str, text: str, at: int, very_first: bool) -> bool:
    """Whether a word after this gap opens a sentence."""
    if very_first or "\n" in gap or any(c in gap for c in "!?…:•]") or gap[-1:] in ("'", '"') or gap.strip() in {"-", "*", ', "', ", '"}:
        return True
    if _DIARY.search(text, max(0, at - 14), at):
        return True
    return "." in gap and not ABBREVIATION.search(text[max(0, at - 12) : at])
