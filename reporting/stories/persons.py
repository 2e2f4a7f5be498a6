"""Which mentions are one person: "Truus van der Meulen", "mevr. van der Meulen", "Truusje" and "T."."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reporting.model.story import Redaction, SpanType
from reporting.stories import lists
from reporting.stories.reading import context, first_name, sure_name
from reporting.stories.text import fold, normalise

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:['-][^\W\d_]+)*\.?|'[stn]")
_SHORT_VAN_DE = re.compile(r"\b[vV](?:\.\s?d\.|/d\b|d\b(?=\s[A-Z]))\s*")  # "v.d. Plas", "v/d Plas"
_SHORT_VAN = re.compile(r"\bv\.\s?(?=[A-Z])")
_BEFORE = re.compile(r"([^\W\d_][\w'-]*\.?),?\s+$")
_SHE = re.compile(  # one woman, not "stonden ze" or "ze lachen"
    r"\bhaar\b|(?<![a-z]en )\b(?:zij|ze)\b(?!\s+(?!kan\b|kon\b|begon\b|won\b)[a-z]+n\b)", re.IGNORECASE
)
_HE = re.compile(r"\b(?:[Hh]ij|[Hh]em)\b|\bZijn (?!er|we|ze|zij|jullie|de|het|deze|die)")
_RELATIVES = frozenset({"oom", "tante", "neef", "nicht", "neefje", "nichtje", "opa", "oma", "ome", "nonkel"})
_NEIGHBOURS = frozenset({"buurman", "buurvrouw", "overbuurman", "overbuurvrouw", "familie", "ouders"})
_HERS = ("tje", "kje", "pje", "ien", "ina", "ette")  # endings of a woman's name that no list knows: "Dirkje", "Hillechien"
_OTHER = {"f": "m", "m": "f"}
_NICK = ("tje", "etje", "je", "ke", "ie", "y", "i", "tjes")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention taken apart, folded. Any part may be empty."""

    initials: str
    first: str
    surname: str


@dataclass(slots=True)
class Somebody:
    """One person of a story: folded first and surname as far as told, votes for the gender, and whether a surname stands alone somewhere."""

    first: str = ""
    surname: str = ""
    initials: str = ""
    votes: dict[str, int] = field(default_factory=lambda: {"f": 0, "m": 0})

    @property
    def id(self) -> str:
        """A stable id that does not show the name."""
        return "PERSON-" + hashlib.sha256((self.first or f"~{self.surname or self.initials}").encode()).hexdigest()[:10]

    @property
    def gender(self) -> str:
        """ "f", "m", or "" where nothing tells or the signs disagree evenly."""
        female, male = self.votes["f"], self.votes["m"]
        return "f" if female > male else "m" if male > female else ""


def take_apart(mention: str, titled: bool) -> Name:
    """The parts of a mention; `titled`: a title such as "mevrouw" stands before it, so that a single word is a surname."""
    words = _WORD.findall(_SHORT_VAN.sub("van ", _SHORT_VAN_DE.sub("van de ", normalise(mention).text)))
    initials = ""
    while words and words[0].endswith(".") and (len(words[0]) <= 3 or words[0].count(".") > 1):
        initials += fold(words.pop(0))
    keys = [fold(w).rstrip(".") for w in words]
    if not keys:
        return Name(initials, "", "")
    while len(keys) > 1 and keys[0] in context("epithet"):  # "Dikke Bart"
        keys.pop(0)
    if initials and len(keys) > 1 and first_name(keys[0]) is None:  # "G. Hoogendoorn-de Lange"
        return Name(initials, "", " ".join(keys))
    particle = next((i for i, key in enumerate(keys) if key in context("particle") and i < len(keys) - 1 and (i or titled or key != "ben")), None)
    if particle is not None:
        return Name(initials, " ".join(keys[:particle]), " ".join(keys[particle:]))
    if len(keys) == 1:
        alone = keys[0]
        given, family = first_name(alone) is not None, alone in lists.family_names()
        surname = bool(initials) or (titled and (family or not given)) or (family and not given)
        return Name(initials, "" if surname else alone, alone if surname else "")
    both = all(first_name(k) is not None for k in keys) and keys[-1] not in lists.family_names()
    return Name(initials, " ".join(keys) if both else " ".join(keys[:-1]), "" if both else keys[-1])


def group(texts: Mapping[str, str], redactions: Mapping[str, Sequence[Redaction]], people: Iterable[str] = ()) -> dict[tuple[str, int], Somebody]:
    """(text key, start) of every PERSON redaction -> the person it names; mentions of one person share the object."""
    found: list[tuple[str, Redaction, Name, str]] = []
    for key, items in redactions.items():
        for item in items:
            if item.type is SpanType.PERSON:
                before = _BEFORE.search(texts[key][max(0, item.start - 30) : item.start])
                word = _word_before(texts[key][max(0, item.start - 40) : item.start], before)
                titled = word in context("title") or (word in context("office") and first_name(fold(item.text)) is None)
                found.append((key, item, _as_addressed(take_apart(item.text, titled), word, titled), word))
    everybody: list[Somebody] = []
    for told in people:
        _find(everybody, take_apart(told, False))
    ends = {key: _next_others(items) for key, items in redactions.items()}
    order = sorted(found, key=lambda f: -(2 * bool(f[2].surname) + bool(f[2].first)))
    result = {}
    for key, item, name, word in order:
        person = _find(everybody, name, "f" if word in context("she") else "m" if word in context("he") else "")
        _vote(person, texts[key][: ends[key].get(item.start, len(texts[key]))], item, word)
        result[key, item.start] = person
    return result


def _as_addressed(name: Name, word: str, titled: bool) -> Name:
    """A single name read by the word before it: "mw. Sewnarain" is no man's first name, "neef Kas" no surname."""
    if titled and name.first and not name.surname and " " not in name.first:
        man = word in context("she") and lists.first_names().get(name.first) == "m"
        return Name(name.initials, "", name.first) if man or not sure_name(name.first) else name
    if name.surname and not name.first and not name.initials and " " not in name.surname and word in (context("kin") | _RELATIVES) - _NEIGHBOURS:
        return Name("", name.surname, "")
    return name


def _word_before(text: str, before: re.Match[str] | None) -> str:
    """The folded word before a mention; over "heet" and the like to who is called so: "haar moeder heet Naziha"."""
    word = fold(before[1]) if before else ""
    if word in context("naming"):
        who = re.search(r"([^\W\d_]+)\s+[^\W\d_]+\s+$", text)
        return fold(who[1]) if who and fold(who[1]) in context("she") | context("he") else word
    return word


def _next_others(items: Sequence[Redaction]) -> dict[int, int]:
    """Start of a mention -> start of the next mention of somebody else: a pronoun further on may be theirs."""
    people = sorted((r for r in items if r.type is SpanType.PERSON), key=lambda r: r.start)
    return {r.start: other.start for r, other in pairwise(people) if fold(other.text) != fold(r.text)}


def _find(everybody: list[Somebody], name: Name, said: str = "") -> Somebody:
    """The person a name belongs to, made when there is none yet; what the name tells more is added.

    `said`: the gender that the word before it tells, "f" or "m": Klaas Hakvoort is not mevrouw Hakvoort.
    """
    for person in everybody:
        if name.first and person.first and same_first(name.first, person.first):
            if not (name.surname and person.surname and name.surname != person.surname):
                person.surname = person.surname or name.surname
                return person
        elif name.first and not name.surname and name.first in (person.surname, person.surname + "s") and _surname_like(name.first):
            return person
        elif not name.first and name.surname and name.surname == person.surname:
            if not (said and lists.first_names().get(person.first, "") == _OTHER.get(said)) and not (
                name.initials and person.first and not person.first.startswith(name.initials[0])
            ):
                return person
        elif name.initials and not name.first and not name.surname and person.first.startswith(name.initials[0]):
            return person
    lone = next(
        (p for p in everybody if name.first and not p.first and p.surname == name.surname != "" and (not p.initials or name.first.startswith(p.initials[0]))),
        None,
    )
    person = lone or Somebody()
    person.first, person.surname, person.initials = person.first or name.first, person.surname or name.surname, person.initials or name.initials
    if lone is None:
        everybody.append(person)
    return person


def _surname_like(word: str) -> bool:
    return first_name(word) is None or word in lists.family_names()


def same_first(one: str, other: str) -> bool:
    """Whether two folded first names are one, a pet form of the other, or its genitive."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > 3 and short[-1] in "aeo" and long in (f"{short[:-1]}ie", f"{short[:-1]}y", f"{short[:-1]}tje"):  # "Hamza", "Hamzie"
        return True
    return (len(short) >= 3 and long.startswith(short) and long[len(short) :] in (*_NICK, "s", "'s")) or short in long.split()


def _vote(person: Somebody, text: str, item: Redaction, before: str) -> None:
    if before in context("she") or before in context("he"):
        person.votes["f" if before in context("she") else "m"] += 6
    listed = first_name(person.first.split(" ", maxsplit=1)[0]) if person.first else None
    gender = (lists.first_names().get(listed, "") or lists.first_names().get(listed.split("-")[0], "")) if listed else ""  # "harm-jan"
    if not gender and person.first.endswith(("ie", "y")):  # "Robbie" is a Rob
        gender = lists.first_names().get(re.sub(r"([a-z])\1?(?:ie|y)$", r"\1", person.first), "")
    weight = 5
    if not gender and person.first.endswith(_HERS):
        gender, weight = "f", 2  # a pronoun or two may tell otherwise
    if gender in ("f", "m") and not person.votes.get("listed"):
        person.votes[gender] += weight
        person.votes["listed"] = 1
    following = re.split(r"(?<=[.!?])\s", text[item.end : item.end + 200], maxsplit=3)
    nearby = " ".join(following[:3])
    she, he = _SHE.search(nearby), _HE.search(nearby)
    if she and (not he or she.start() < he.start()):
        person.votes["f"] += 1
    elif he:
        person.votes["m"] += 1
