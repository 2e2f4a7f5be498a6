"""Words made of the name of a town: adjectives and inhabitants ("Stadskanaalse", "Hengeloër") tell the town as surely as its name."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reporting.model.story import SpanType
from reporting.stories import lists
from reporting.stories.describe import article
from reporting.stories.reading import Reading, before_names, context, head_word
from reporting.stories.spans import Span
from reporting.stories.text import fold

_TOWNS = frozenset({"stad", "dorp"})
_SHORTEST = 4  # letters a town and an irregular adjective share: "Gouda", "Goudse"
_SPOKEN = frozenset({"plat", "spreekt", "sprak", "spreken", "praat", "praatte", "praten", "het", "onvervalst"})
_BEFORE_PEOPLE = frozenset({"geboren", "getogen", "echte", "rasechte", "oude", "oud", "jonge", "trotse", "voormalige", "alle", "veel", "sommige"})
_OUTDOORS = re.compile(r"\b[Dd]e (?P<name>[A-Z]\w+se (?:Plas|Plassen|Bos|Bossen|Hout|Polder|Heide|Duinen|Vaart|Poort|Brug)|[A-Z]\w+se Meer)\b")
_REGIONAL = frozenset(  # before a house they tell where it is: "de Zeeuwse thuiszorg"; a Frisian word or a Limburg pie tells little
    {
        "twentse",
        "zeeuwse",
        "drentse",
        "friese",
        "groningse",
        "gelderse",
        "brabantse",
        "limburgse",
        "achterhoekse",
        "veluwse",
        "betuwse",
        "flevolandse",
        "utrechtse",
    }
    | {"overijsselse", "sallandse", "gooise", "kempense", "peelse", "zaanse", "waterlandse", "westfriese", "west-friese", "zeeuws-vlaamse", "noord-hollandse"}
)
_BENT, _PLAIN, _ONE, _MANY, _WOMAN = "plaatselijke", "plaatselijk", "inwoner", "inwoners", "inwoonster"


@cache
def _forms() -> Mapping[str, str]:
    """Folded adjective or inhabitant of a town -> the words that may stand instead when it is used as such."""
    found: dict[str, str] = {}
    heads: dict[str, list[str]] = {}
    for place, kind in lists.places().items():
        if kind in _TOWNS:
            town = place.split()[-1]
            heads.setdefault(town[:_SHORTEST], []).append(town)
            for stem in _stems(town):
                found |= {f"{stem}se": _BENT, f"{stem}s": _PLAIN}
            for stem in _people_stems(town):
                found |= {stem: _ONE, f"{stem}s": _MANY, f"{stem}en": _MANY}
    for key in lists.derived():
        towns = heads.get(key[:_SHORTEST], ())
        if key not in found and any(key.startswith(town[: max(_SHORTEST, len(town) - 2)]) for town in towns):
            found[key] = _BENT if key.endswith("se") else _MANY if key.endswith(("ers", "aren", "aars")) else _ONE if key.endswith(("er", "aar")) else _PLAIN
    return {key: words for key, words in found.items() if _told(key)} | _IRREGULAR


def _stems(town: str) -> set[str]:
    """What stands before -s and -se: "hengelo", "leid" of Leiden, "zwol" of Zwolle, "goud" of Gouda."""
    stems = {town} if not town.endswith("s") else {town[:-1]}
    if town.endswith("en"):
        stems.add(town[:-2])
    if town.endswith("e") and town[-2:-1] == town[-3:-2]:
        stems.add(town[:-2])
    return stems


def _people_stems(town: str) -> set[str]:
    """An inhabitant: "hengeloer", "veendammer", "leidenaar", "bredanaar"."""
    if town.endswith(("a", "o", "i", "u", "y")):
        return {f"{town}er", f"{town}naar"}
    if town.endswith("e"):
        return {f"{town}r", f"{town}naar"}
    return {f"{town}er", f"{town}{town[-1]}er", f"{town}aar"} | ({f"{town[:-2]}er"} if town.endswith("en") else set())


_IRREGULAR = {  # of towns that have another name before -s than on the map: Dordrecht, 's-Hertogenbosch, Brielle, Den Haag, Amsterdam
    **dict.fromkeys(("dordtse", "bossche", "brielse", "haagse", "mokumse"), _BENT),
    **dict.fromkeys(("dordtenaar", "bosschenaar", "briellenaar", "hagenaar", "hagenees", "mokummer"), _ONE),
    **dict.fromkeys(("dordtenaren", "bosschenaren", "briellenaren", "hagenaren", "hagenaars", "hagenezen", "mokummers"), _MANY),
}


def _told(key: str, *, town: bool = False) -> bool:
    """Whether a form tells a town only: no language, country, region, name or ordinary word is spelled so."""
    return (
        not {key, key.removesuffix("e"), key.removesuffix("se"), key.removesuffix("s")} & (lists.terms() | _regions())
        and key not in lists.words()
        and (town or key not in lists.places())
        and key not in lists.first_names()
        and key not in lists.family_names()
    )


@cache
def _regions() -> frozenset[str]:
    return frozenset(place for place, kind in lists.places().items() if kind in {"land", "streek", "buitenland"})


def find_townsfolk(reading: Reading) -> Iterator[Span]:
    """Adjectives and inhabitants of towns, with the words that may stand instead, and what is outdoors and named after a place."""
    for match in _OUTDOORS.finditer(reading.text):
        yield Span(*match.span("name"), SpanType.PLACE, 0.86, "context", replacement="een plek in de buurt")
    for i, token in enumerate(reading.tokens):
        if i in reading.taken or not token.capital or token.text.isupper():
            continue
        words = _forms().get(fold(token.text.replace("ë", "e")))
        if words is None and token.text.endswith("'s") and lists.places().get(token.fold[:-2]) in _TOWNS and _told(token.fold[:-2], town=True):
            words = _PLAIN  # "Breda's burgemeester"
        if words is None and token.fold in _REGIONAL and head_word(reading.after(i)):
            words = _BENT
        if words is None or _in_a_name(reading, i):
            continue
        instead = _instead(reading, i, words)
        if instead:
            yield Span(token.start, token.end, SpanType.PLACE, 0.86, "plaatsenlijst", replacement=instead)


def _in_a_name(reading: Reading, i: int) -> bool:
    """Whether the word rather belongs to the name of a person or an organisation."""
    earlier = i > 0 and reading.joined(i - 1) and reading.tokens[i - 1].capital and not reading.tokens[i - 1].first
    later = reading.joined(i) and reading.tokens[i + 1].capital
    return earlier or later or reading.before(i) in before_names() | {"den"}


def _instead(reading: Reading, i: int, words: str) -> str:
    """The words that fit here, "" where the form is rather a surname or the genitive of the town."""
    key, before, after = reading.tokens[i].fold, reading.before(i), reading.after(i)
    noun = bool(after) and lists.is_word(after) and after not in context("verb") | context("particle") | context("personal") | context("place")
    if words == _BENT:
        return _BENT if noun else _WOMAN
    if words == _PLAIN:
        if noun:  # "het Goudse", "een Gouds café", but "Zwolles burgemeester"
            return _PLAIN if before in context("article") else f"{article(after)} {_BENT}"
        return "dialect" if before in _SPOKEN else _PLAIN
    listed = key in lists.derived() or key in lists.terms() or words == _MANY
    if noun and before in context("article"):
        return _BENT  # "de Veendammer voetbalclub"
    return words if listed or before in _BEFORE_PEOPLE | context("article") else ""
