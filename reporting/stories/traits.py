"""What the learned layer sees of a word: what the lists say of it and of its neighbours, how it is written, and what stands between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reporting.stories import lists
from reporting.stories.reading import ORG_ENDING, TOWN_ENDING, Reading, context, family_name, first_name, head_word

_TOLD = (
    *("title", "office", "informal", "kin", "role", "naming", "personal", "place", "particle", "verb", "adverb", "org", "street"),
    *("labelled", "article", "opener", "short", "works", "clubs", "treacherous", "dialect", "stays", "taught"),
)  # sections of taal.txt
_SIGNS = ("own", "first", "family", "word", "compound", "stad", "dorp", "wijk", "head", "digit", "term", "derived")
_ENDINGS, _BEGINNING, _LONGEST = 4, 3, 12  # letters
_NEAR, _FAR = 2, 3  # words to either side that are seen, and of which what they are is seen
_BEGIN, _END = "<", ">"


@dataclass(frozen=True, slots=True)
class Traits:
    """What a folded word can be: every kind the lists know, the most telling ones in short, and its letters."""

    kinds: tuple[str, ...]
    sign: str
    shape: tuple[str, ...]


@lru_cache(maxsize=65536)
def traits(key: str) -> Traits:
    """The traits of a folded word, the same wherever it stands."""
    known = {
        "own": key in lists.own_names(),
        "first": first_name(key) is not None,
        "family": family_name(key),
        "word": key in lists.words(),
        "compound": key not in lists.words() and lists.is_word(key),
        "proper": key in lists.proper(),
        "derived": key in lists.derived(),
        "term": key in lists.terms(),
        "organisation": key in lists.organisations(),
        "head": head_word(key),
        "digit": key[0].isdigit(),
        lists.places().get(key, ""): key in lists.places(),
    }
    kinds = [kind for kind, holds in known.items() if holds]
    told = [section for section in _TOLD if key in context(section)]
    sign = "+".join(kind for kind in _SIGNS if kind in kinds and not (kind == "first" and "own" in kinds))
    shape = [f"-{key[-n:]}" for n in range(1, _ENDINGS + 1) if len(key) > n]
    shape += [f"{key[:_BEGINNING]}-"] * (len(key) > _BEGINNING) + [str(min(len(key), _LONGEST))]
    shape += ["town"] * bool(TOWN_ENDING.search(key)) + ["house"] * bool(ORG_ENDING.search(key))
    return Traits((*kinds, *told), "/".join([sign, *told[:1]]), tuple(shape))


def features(reading: Reading, i: int) -> Iterator[tuple[str, str]]:
    """What is seen of token i, as (which question, what answer): ("1 kind", "verb") is that the word after it can be a verb."""
    own = traits(reading.tokens[i].fold)
    case = _case(reading, i)
    left, right = _between(reading, i - 1), _between(reading, i)
    manner = "lower" if reading.lower else "careless" if reading.careless else ""
    yield "", ""
    yield "case", case
    yield "case sign", f"{case} {own.sign}"
    yield "manner case", f"{manner} {case}"
    yield "manner case sign", f"{manner} {case} {own.sign}"
    yield "left", left
    yield "right", right
    yield "left right", f"{left} {right}"
    yield "left sign", f"{left} {own.sign}"
    yield "right sign", f"{right} {own.sign}"
    for letters in own.shape:
        yield "shape", letters
    words, signs = {}, {}
    for away in range(-_FAR, _FAR + 1):
        inside = 0 <= i + away < len(reading.tokens)
        words[away] = key = reading.tokens[i + away].fold if inside else _BEGIN if away < 0 else _END
        if inside:
            seen = traits(key)
            signs[away] = seen.sign
            for kind in seen.kinds:
                yield f"{away} kind", kind
        else:
            signs[away] = key
        if abs(away) <= _NEAR:
            yield f"{away} word", key
            yield f"{away} sign", signs[away]
            if inside and away:
                yield f"{away} case", _case(reading, i + away)
    yield "signs before", f"{signs[-1]} {own.sign}"
    yield "signs after", f"{own.sign} {signs[1]}"
    yield "signs around", f"{signs[-1]} {signs[1]}"
    yield "two signs before", f"{signs[-2]} {signs[-1]} {own.sign}"
    yield "word before", f"{words[-1]} {own.sign}"
    yield "word after", f"{own.sign} {words[1]}"
    yield "words around", f"{words[-1]} {words[1]}"
    yield "two words before", f"{words[-2]} {words[-1]}"
    yield "case after word", f"{words[-1]} {case}"


def _case(reading: Reading, i: int) -> str:
    token = reading.tokens[i]
    case = "all" if token.text.isupper() and len(token.text) > 1 else "capital" if token.capital else "small"
    return f"{case} first" if token.first else case


def _between(reading: Reading, i: int) -> str:
    """What stands between token i and the next one, in short."""
    if not 0 <= i < len(reading.tokens) - 1:
        return _BEGIN if i < 0 else _END
    gap = reading.gap(i)
    return "line" if "\n" in gap else gap.strip()[:2] or gap[:1]
