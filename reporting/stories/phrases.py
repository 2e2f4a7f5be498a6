"""What has several words with capitals and identifies nobody: "Albert Heijn", "Week van de Eenzaamheid"."""

from reporting.stories import lists
from reporting.stories.names import MOST_WORDS
from reporting.stories.reading import context
from reporting.stories.text import Token

AGAIN = frozenset({"voor", "bij", "om", "na", "aan", "in", "op", "tegen"})


def phrases(words: tuple[Token, ...], lower: bool) -> frozenset[int]:
    """The tokens of what has several words and identifies nobody: "Albert Heijn", "Week van de Eenzaamheid"."""
    found: set[int] = set()
    for i, token in enumerate(words):
        if not (token.capital or lower):
            continue
        for parts in lists.phrases().get(token.fold, ()):
            if tuple(w.fold for w in words[i : i + len(parts)]) == parts:
                found.update(range(i, i + len(parts)))
                break
        if i + 2 < len(words) and words[i + 2].text == token.fold and words[i + 1].fold in AGAIN:  # "Roos voor roos"
            found.update((i, i + 2))
        if token.fold in {"week", "dag", "maand", "jaar", "nacht"} and not token.first and not (i and words[i - 1].fold in context("title")):
            end = i + 1
            while (
                end < min(len(words), i + MOST_WORDS)
                and (words[end].fold in {"van", "de", "het", "der"} or words[end].capital)
                and words[end].start - words[end - 1].end == 1
            ):
                end += 1
            found.update(range(i, end))
    return frozenset(found)
