"""What looks like a personal detail in a text that somebody types beside the figures: an explanation, a key message, an answer."""

from collections.abc import Iterable

from reporting.model.story import Band, KnownNames, Level, SpanType
from reporting.stories.detect import detect

_PERSONAL = frozenset(SpanType) - {SpanType.ORG, SpanType.PLACE, SpanType.DATE, SpanType.URL}


def personal_words(texts: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Words that look like a personal detail of somebody, each once. `known`: names of people in our stories."""
    names = KnownNames(memory=tuple(known))
    found = [r.text for text in texts for r in detect(text, names) if r.level is Level.DIRECT and r.band is not Band.DOUBT and r.type in _PERSONAL]
    return tuple(dict.fromkeys(found))
