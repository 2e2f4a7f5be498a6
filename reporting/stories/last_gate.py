"""The last gate: every form of an original name searched in all text of a document before it leaves."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reporting.stories import lists
from reporting.stories.persons import take_apart
from reporting.stories.reading import context, ordinary
from reporting.stories.text import fold, normalise

_VAN_DE = re.compile(r"\b[vV](?:\.\s?d\.|/d\b|d\b)\s*|\b[vV]an (?:den|der) (?=\w)")  # "v.d. Plas" is searched as "van de Plas", and so is "van der Plas"
_PETS = ("je", "tje", "etje", "ke", "ie")


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of a name that stands in a part of a document. Secret: it holds the name."""

    part: str
    name: str
    found: str


@dataclass(frozen=True, slots=True, repr=False)
class Searched:
    """The text of a document, read once for all names that are searched in it. Texts by part name: folded, and as written."""

    folded: Mapping[str, str]
    original: Mapping[str, str]

    @classmethod
    def of(cls, parts: Mapping[str, str]) -> "Searched":
        """The parts of a document (part name -> text)."""
        original = {part: normalise(text).text for part, text in parts.items()}
        return cls({part: _fold(text) for part, text in original.items()}, original)

    def find(self, names: Iterable[str], exempt: Iterable[str] = ()) -> tuple[Hit, ...]:
        """Where a name, its genitive, its initials with surname or its pet form stands.

        Case and accents are folded, so "SEMHAR" and "Semhàrs" are found. A part of a name that is an ordinary Dutch word is searched
        with a capital only, and not where it opens a sentence as that word.
        `exempt`: names that may stand, kept by consent or confirmed to be a namesake; a name that holds an
        exempt name as a whole word is searched without that word.
        """
        allowed = {form for name in exempt for form in _words(name)}
        hits: dict[tuple[str, str], Hit] = {}
        for name in dict.fromkeys(names):
            for form, plain_word in _forms(name, allowed):
                for part, text in (self.original if plain_word else self.folded).items():
                    found = _stands(form, text) if plain_word else _search(form, text)
                    if found:
                        hits.setdefault((part, name), Hit(part, name, found[0]))
        return tuple(hits.values())


def find_names(parts: Mapping[str, str], names: Iterable[str], exempt: Iterable[str] = ()) -> tuple[Hit, ...]:
    """As `Searched.find`, in these parts (part name -> text)."""
    return Searched.of(parts).find(names, exempt)


def _search(form: str, folded: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(form)}(?:'s|s|')?(?!\w)", folded)


def _stands(form: str, text: str) -> re.Match[str] | None:
    """Where a form that is also an ordinary word stands as a name: with a capital, and not because it opens a sentence."""
    found = re.finditer(rf"(?<!\w){re.escape(form.capitalize())}(?:['’]s|s)?(?!\w)", text)
    return next((m for m in found if not ordinary(form) or _is_name(m)), None)


def _is_name(match: re.Match[str]) -> bool:
    """Whether a capital word that is also an ordinary word is a name here: inside a sentence, or at its start with a verb after it."""
    before = match.string[: match.start()].rstrip(" \"'“‘(")
    follows = re.match(r"\s+([^\W\d_]+)", match.string[match.end() :])
    inside = bool(before) and before[-1] not in ".!?…:\n"
    return inside or not match.string[match.end() :].strip(" .,") or (follows is not None and fold(follows[1]) in context("verb"))


def _fold(text: str) -> str:
    text = _VAN_DE.sub("van de ", text)
    return "".join(fold(c) if c.isalpha() else "'" if c in "’‘" else " " if c in "_\t\n" else c for c in text)


def _words(name: str) -> tuple[str, ...]:
    taken = take_apart(name, False)
    return tuple(word for word in (*taken.first.split(), taken.surname, _bare(taken.surname)) if word)


def _bare(surname: str) -> str:
    return surname.split(" ")[-1]


def _forms(name: str, allowed: set[str]) -> Iterator[tuple[str, bool]]:
    """(folded form, whether it is an ordinary word) for a name."""
    taken = take_apart(_VAN_DE.sub("van de ", name), False)
    for first in taken.first.split():
        if first not in allowed and len(first) > 1:
            yield first, lists.is_word(first)
            if len(first) > 3:
                yield from ((first + pet, False) for pet in _PETS if not lists.is_word(first + pet))
    if taken.surname and taken.surname not in allowed:
        bare = _bare(taken.surname)
        yield taken.surname, " " not in taken.surname and lists.is_word(taken.surname)
        if bare != taken.surname and bare not in allowed and len(bare) > 2 and not lists.is_word(bare):
            yield bare, False
        if taken.first:
            yield f"{taken.first[0]}. {taken.surname}", False
            yield f"{taken.first[0]}.{taken.surname}", False
