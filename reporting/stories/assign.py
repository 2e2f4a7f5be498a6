"""Redactions of one story completed: who is who, one substitute a person, different words for different places."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reporting.model.story import KnownNames, Redaction, SpanType
from reporting.stories.persons import Somebody, group, take_apart
from reporting.stories.reading import context, first_name
from reporting.stories.substitutes import Chooser
from reporting.stories.text import fold

_TITLE = re.compile(r"([^\W\d_][\w-]*\.?)\s+$")
_AGAIN = {
    "een organisatie": "de organisatie",
    "een andere organisatie": "de andere organisatie",
    "een andere plaats": "die plaats",
    "een stad in het buitenland": "de stad in het buitenland",
}  # what was called "een" before
_OTHERS = {"de": "de andere", "het": "het andere", "een": "een andere"}


@dataclass(frozen=True, slots=True)
class Assigned:
    """Per text its completed redactions, and the people by entity."""

    redactions: Mapping[str, tuple[Redaction, ...]]
    people: Mapping[str, Somebody]


def assign(
    texts: Mapping[str, str], redactions: Mapping[str, Sequence[Redaction]], secret: bytes, story: str, known: KnownNames, aliases: Mapping[str, str] = {}
) -> Assigned:
    """Entity and replacement for every redaction. `aliases`: name of a person -> the alias chosen with the client, which wins."""
    people = group(texts, redactions, known.people)
    names = [r.text for items in redactions.values() for r in items if r.type is SpanType.PERSON]
    capitals = re.findall(r"(?<![.!?\n] )\b[A-ZÀ-ÖØ-Þ][\w'-]+", " ".join(texts.values()))
    chooser = Chooser.for_story(secret, story, [*names, *capitals, *known.people, *known.memory])
    for name, alias in aliases.items():
        person_first = take_apart(name, False).first or fold(name)
        chooser.given[f"first:{person_first}"] = alias
    alone = {id(p) for (key, start), p in people.items() if _by_surname(texts[key], redactions[key], start)}
    places: dict[str, tuple[str, str]] = {}
    done: dict[str, tuple[Redaction, ...]] = {}
    for key, items in redactions.items():
        complete = []
        for item in items:
            person = people.get((key, item.start)) if item.type is SpanType.PERSON else None
            if person is not None:
                titled = _titled(texts[key], item)
                words = item.replacement or chooser.replacement(person, item.text, titled, id(person) in alone)
                complete.append(replace(item, entity=person.id, replacement=words))
            else:
                entity = f"{item.type}-{hashlib.sha256(fold(item.text).encode()).hexdigest()[:10]}"
                complete.append(replace(item, entity=entity, replacement=_different(item, entity, places)))
        done[key] = tuple(complete)
    return Assigned(done, {p.id: p for p in people.values()})


def _titled(text: str, item: Redaction) -> bool:
    before = _TITLE.search(text[max(0, item.start - 30) : item.start])
    word = fold(before[1]) if before else ""
    return word in context("title") or (word in context("office") and first_name(fold(item.text)) is None)


def _by_surname(text: str, items: Sequence[Redaction], start: int) -> bool:
    item = next(r for r in items if r.start == start)
    name = take_apart(item.text, _titled(text, item))
    return bool(name.surname and not name.first)


def _different(item: Redaction, entity: str, places: dict[str, tuple[str, str]]) -> str:
    """Two places or organisations never get the same words: "de stad" and "de andere stad"."""
    if item.type not in (SpanType.PLACE, SpanType.ORG) or item.replacement.startswith("["):
        return item.replacement
    words = item.replacement
    if entity in places and places[entity][0] == words:
        return _AGAIN.get(places[entity][1], places[entity][1])
    used = {given for other, (_, given) in places.items() if other != entity}
    chosen = words
    if words in used and " " in words and not words.startswith("een andere"):
        article, _, noun = words.partition(" ")
        chosen = f"{_OTHERS.get(article, article)} {noun}"
    places[entity] = (words, chosen)
    return chosen
