"""Fictitious names for people: same gender, background and generation, chosen by HMAC(secret, story, person)."""

import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from reporting.stories import lists
from reporting.stories.persons import Somebody, same_first, take_apart
from reporting.stories.text import fold

_VOWEL_END = ("a", "i", "o", "u", "y")
_HISS_END = ("s", "x", "z", "ş", "ç", "ß")
_DOUBLE, _SHORTEST = 2, 3  # halves of a double surname, and letters of a half
_GENERATIONS = ("old", "mid", "young")


def genitive(name: str) -> str:
    """The Dutch genitive: Elifs, Anna's, Hans', Max', Jenny's, Roys, Renés."""
    plain = name.casefold()
    if plain.endswith(_HISS_END):
        return f"{name}'"
    if plain.endswith(_VOWEL_END) and not (plain.endswith("y") and plain[-2:-1] in "aeou"):
        return f"{name}'s"
    return f"{name}s"


@dataclass(slots=True)
class Chooser:
    """Chooses names for one story; remembers what it gave, so that one person keeps one name and two never share one."""

    secret: bytes
    story: str
    forbidden: set[str]  # folded words that no substitute may equal or resemble
    given: dict[str, str] = field(default_factory=dict)

    @classmethod
    def for_story(cls, secret: bytes, story: str, names: Iterable[str]) -> "Chooser":
        """A chooser that avoids every word of `names`."""
        return cls(secret, story, {fold(part) for name in names for part in name.replace("-", " ").split() if len(part) > 1})

    def first(self, person: Somebody) -> str:
        """The first name that stands for a person's."""
        for original, substitute in self.given.items():
            if original.startswith("first:") and same_first(original[6:], person.first) and person.first:
                return substitute
        background, generation = cell_of(person)
        kind = {"f": "female", "m": "male"}.get(person.gender, "")
        if kind:
            pool = lists.substitutes(kind, background, generation)
        else:
            background, pool = "neutral", lists.substitutes("unisex", "neutral")
        return self._choose(f"first:{person.first or '~' + (person.surname or person.initials)}", pool)

    def surname(self, person: Somebody) -> str:
        """The surname that stands for a person's; relatives share it, also where one of them has it as half of a double name."""
        background, _ = cell_of(person)
        halves = person.surname.split("-")
        if len(halves) != _DOUBLE or min(map(len, halves)) < _SHORTEST:  # "Lo-A-Njoe" is one name
            halves = [person.surname]
        return "-".join(self._choose(f"surname:{half}", lists.substitutes("family", _of_surname(half, background))) for half in halves)

    def _choose(self, key: str, pool: tuple[str, ...]) -> str:
        if key not in self.given:
            digest = hmac.new(self.secret, f"{self.story}\0{key}".encode(), hashlib.sha256).digest()
            start = int.from_bytes(digest[:8], "big")
            order = [pool[(start + step) % len(pool)] for step in range(len(pool))]
            used = {fold(word) for name in self.given.values() for word in name.split()}
            free = (name for name in order if not any(self._near(fold(word), used) for word in name.split() if word[0].isupper()))
            self.given[key] = next(free, order[0])
        return self.given[key]

    def _near(self, word: str, used: set[str]) -> bool:
        return any(
            Levenshtein.distance(word, other, score_cutoff=2) <= (2 if min(len(word), len(other)) > 6 else 1) or same_first(word, other)
            for other in self.forbidden | used
        )

    def replacement(self, person: Somebody, mention: str, titled: bool, linked: bool) -> str:
        """What stands for one mention. `linked`: this person is elsewhere called by surname alone, so a full name keeps one."""
        name = take_apart(mention, titled)
        if name.first and person.surname and not same_first(name.first, person.first or "?") and same_first(name.first, person.surname):
            return self.surname(person)
        if name.surname and not name.first and not person.surname and person.first == name.surname:  # "neef Kas"
            return self.first(person)
        if name.first:
            first = self.first(person)
            return f"{first} {self.surname(person)}" if name.surname and (linked or titled) else first
        if name.surname:
            surname = self.surname(person)
            capital = surname[0].upper() + surname[1:] if mention[0].isupper() else surname
            return f"{self.first(person)[0]}. {surname}" if name.initials else capital
        return f"{self.first(person)[0]}."


def _of_surname(surname: str, background: str) -> str:
    """The background of a surname: its own where the lists know just one, else the person's."""
    own = {b for b, _ in lists.backgrounds().get(surname, ())} - {"other", "neutral"}
    return background if background in own or len(own) != 1 else own.pop()


def cell_of(person: Somebody) -> tuple[str, str]:
    """(background, generation) of the substitute for a person: by first name, else surname, else Dutch middle-aged or neutral."""
    keys = [person.first, *re.split(r"[ -]", person.first)[:1], *(k for k in (person.surname, person.surname.split(" ")[-1]) if k)]
    cells = [cell for key in keys if key for cell in lists.backgrounds().get(key, ()) if cell[0] != "other"]
    surname_backgrounds = {b for b, _ in lists.backgrounds().get(person.surname, ())}
    own = [c for c in cells if c[1] != "faker" and c[0] != "neutral"]
    best = next((c for c in own if c[0] in surname_backgrounds), None) or next(iter(own), None) or next((c for c in cells if c[0] != "neutral"), None)
    if best is None:
        dutch = not cells and (
            person.first.split(" ", maxsplit=1)[0] in lists.first_names() or " " in person.surname or (not person.first and person.surname in lists.proper())
        )
        return ("nl", "mid") if dutch else ("neutral", "")
    background, generation = best
    if background in {"sr", "cb"} and background not in surname_backgrounds and ("nl", "faker") in cells:
        return "nl", "mid"  # a name of both, and nothing else tells
    if background == "nl":
        return "nl", generation if generation in _GENERATIONS else "mid"
    return background, ""
