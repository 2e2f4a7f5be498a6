"""Layer 2: the name, place and word lists of `data/`, read on first use and kept. Sources and licences: data/LICENCES.md."""

import gzip
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from reporting.stories.text import fold, tokens

DATA = Path(__file__).parent / "data"
_DERIVED_ENDINGS = (
    "s",
    "se",
    "sche",
    "schen",
    "er",
    "aar",
    "aren",
    "ees",
    "ezen",
    "ier",
    "aan",
    "anen",
    "ane",
    "iet",
    "ieten",
    "oot",
    "oten",
    "ling",
    "lingen",
    "ster",
)
_NAME_ENDINGS = ("", "s", "se", "sen")
BACKGROUNDS = ("nl", "fy", "tr", "ma", "sr", "cb", "pl", "ua", "sy", "er", "so", "af", "neutral")


def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The items of a text list by its [section], in the order of the file; # opens a comment."""
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in (DATA / name).read_text("utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            found.setdefault(section, [])
        elif line and not line.startswith("#"):
            found[section] += [item.strip() for item in line.split(",") if item.strip()]
    return {key: tuple(items) for key, items in found.items() if items}


def _packed(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((DATA / name).read_bytes()).decode("utf-8").split())


@cache
def words() -> frozenset[str]:
    """Ordinary Dutch words, folded (OpenTaal)."""
    return frozenset(_sorted_words())


@cache
def _sorted_words() -> tuple[str, ...]:
    return tuple(gzip.decompress((DATA / "woorden.txt.gz").read_bytes()).decode("utf-8").split())


@lru_cache(maxsize=65536)
def begins_word(key: str) -> bool:
    """Whether an ordinary word begins with a folded beginning, or is it."""
    at = bisect_left(_sorted_words(), key)
    return at < len(_sorted_words()) and _sorted_words()[at].startswith(key)


@cache
def proper() -> frozenset[str]:
    """Words that are written with a capital and are no first name: surnames, places, brands (OpenTaal)."""
    return _packed("eigennamen.txt.gz")


@cache
def derived() -> frozenset[str]:
    """Adjectives and inhabitants of countries and places: "turkse", "amsterdammer" (OpenTaal)."""
    people = family_names()
    names = first_names()
    packed = _packed("afgeleid.txt.gz")
    return frozenset(
        x
        for x in packed
        if x.endswith(_DERIVED_ENDINGS)
        and not (x.endswith("us") and f"{x}se" not in packed)
        and x not in people
        and x not in wordlist("taal.txt")["underived"]
        and x not in places()
        and not any(x.removesuffix(end) in names for end in _NAME_ENDINGS)
    )


@cache
def _name_sections() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """(kind, background, generation, names) of the own lists, then of those for detection only: Faker's and the additions."""
    found = []
    for background in BACKGROUNDS:
        for head, names in sections(f"namen_{background}.txt").items():
            kind, _, generation = head.partition(" ")
            found.append((kind, background, generation, names))
    for file in ("faker.txt", "aanvulling.txt"):
        for head, names in sections(file).items():
            kind, _, background = head.partition(" ")
            found.append((kind, background, "faker", names))
    return tuple(found)


@cache
def first_names() -> Mapping[str, str]:
    """Folded first name -> "f", "m", "fm" (both) or "" (not known)."""
    found = dict.fromkeys(_packed("voornamen.txt.gz"), "")
    for kind, _, _, names in _name_sections():
        if kind in ("female", "male"):
            for name in names:
                key = fold(name)
                gender = found.get(key, "")
                found[key] = gender if kind[0] in gender else "".join(sorted(gender + kind[0]))
    return found


@cache
def own_names() -> frozenset[str]:
    """Folded first names of the own lists and of Faker's Dutch, Turkish, Polish, Ukrainian and Maghreb lists: names, also where a word is spelled the same."""
    return frozenset(fold(n) for kind, background, _, names in _name_sections() if kind != "family" and background != "other" for n in names)


@cache
def backgrounds() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Folded first or family name -> the (background, generation) cells it stands in, own lists first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for _, background, generation, names in _name_sections():
        for name in names:
            found.setdefault(fold(name), []).append((background, generation))
    return {key: tuple(cells) for key, cells in found.items()}


@cache
def family_names() -> frozenset[str]:
    """Folded surnames, whole and without their tussenvoegsels."""
    found: set[str] = set()
    for kind, _, _, names in _name_sections():
        if kind == "family":
            for name in names:
                whole = fold(name)
                found.add(whole)
                found.add(" ".join(part for part in whole.split() if part not in wordlist("taal.txt")["particle"]) or whole)
    return frozenset(found)


@cache
def substitutes(kind: str, background: str, generation: str = "") -> tuple[str, ...]:
    """The names of one cell that may stand for a person: no ordinary word, no double. `kind`: female, male or family."""
    names = sections(f"namen_{background}.txt").get(f"{kind} {generation}".strip(), ())
    return tuple(name for name in dict.fromkeys(names) if fold(name) not in words() and fold(name) not in terms())


@cache
def places() -> Mapping[str, str]:
    """Folded place -> "stad", "dorp", "wijk", "buitenland" (abroad), "land" or "streek" (region)."""
    return {fold(name): kind for kind, names in sections("plaatsen.txt").items() for name in names}


@cache
def organisations() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First word of a known organisation -> its folded name and the words that may stand instead ("de woningcorporatie"), longest name first."""
    return _by_first_word("organisaties.txt")


@cache
def employers() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """As `organisations`, of shops and firms that everybody knows: they identify where somebody works there."""
    return _by_first_word("werkgevers.txt")


def _by_first_word(file: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for instead, names in sections(file).items():
        for name in names:
            found.setdefault(tokens(fold(name))[0].text, []).append((fold(name), instead))
    return {head: tuple(sorted(items, key=lambda item: -len(item[0]))) for head, items in found.items()}


@cache
def phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word of what identifies nobody and has several words -> those words, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in terms():
        parts = tuple(term.split())
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {head: tuple(sorted(items, key=len, reverse=True)) for head, items in found.items()}


@cache
def place_heads() -> Mapping[str, int]:
    """First word of a place of several words -> the most words such a place has."""
    found: dict[str, int] = {}
    for place in places():
        parts = place.split()
        if len(parts) > 1:
            found[parts[0]] = max(found.get(parts[0], 0), len(parts))
    return found


@cache
def terms() -> frozenset[str]:
    """What has a capital and identifies nobody: national bodies, laws, chains, months, feasts, languages, seas."""
    return frozenset(fold(name) for file in ("algemeen.txt", "werkgevers.txt") for names in sections(file).values() for name in names)


@cache
def wordlist(name: str) -> Mapping[str, tuple[str, ...]]:
    """A list of `data/` with folded items, by section."""
    return {key: tuple(fold(item) for item in items) for key, items in sections(name).items()}


@lru_cache(maxsize=65536)
def is_word(key: str) -> bool:
    """Whether a folded word is an ordinary Dutch word, or a compound of two."""
    known = words()
    if key in known or len(key) < 2:
        return True
    if "-" in key:
        parts = [part for part in key.split("-") if part]
        return bool(parts) and all(is_word(part) for part in parts)
    if not 9 <= len(key) <= 45:
        return False
    for cut in range(4, len(key) - 3):
        right = key[cut:]
        if right in known:
            left = key[:cut]
            if left in known or (left.endswith("s") and left[:-1] in known):
                return True
    return False
