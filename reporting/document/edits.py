"""The manager's edits: what stands now where people may write, beside what stood there when the document was made.

Bookmarks survive Word and LibreOffice, but not somebody who types a whole paragraph anew. So a place whose bookmark is gone is looked for where
it stood: by its fixed lead-in, or else as the paragraph in the same style between its neighbours.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporting.document.figures_part import read_figures
from reporting.document.flow import Piece, flow_of
from reporting.document.markup import clean
from reporting.document.places import LEADS, LISTS, ORIGIN, place_of, without_lead
from reporting.texts.report import NO_EXPLANATION

_USUAL = frozenset({"normal", "body text", "text body", "list paragraph"})
_GENERATED = ("toc", "caption", "header", "footer")  # styles of what the program or the editor fills in itself


@dataclass(frozen=True, slots=True)
class Edit:
    """One place that reads otherwise. `place`: see `document.places`; texts without lead-in, paragraphs and list items joined by line ends."""

    place: str
    was: str
    now: str  # "" where it was taken out


@dataclass(frozen=True, slots=True)
class ReadEdits:
    """All that differs. `others` and `gone` are paragraphs that cannot be taken over: figures, captions, stories, fixed words."""

    edits: tuple[Edit, ...]
    others: tuple[str, ...]  # as they read now
    gone: tuple[str, ...]  # as they read when the document was made


def origin_of(document: bytes) -> str:
    """The mark by which the installation that made a document knows it again; "" where there is none. Raises InputRejected."""
    for piece in flow_of(document):
        for name in piece.marks:
            for start in ORIGIN:
                if name.startswith(start):
                    return name.removeprefix(start)
    return ""


def read_edits(document: bytes, original: bytes) -> ReadEdits:
    """What an editor changed in a document made here. `original` is the document as it was made. Raises InputRejected for what cannot be read."""
    themes = read_figures(original).themes
    before, after = flow_of(original), flow_of(document)
    made = _Placed(before, themes, {})
    fixed = Counter(p.text for n, p in enumerate(before) if n not in made.owned)
    now = _Placed(after, themes, fixed)
    now.find_lost(made)
    texts, changed = made.texts(), now.texts()
    edits = [Edit(place, was, changed.get(place, "")) for place, was in texts.items() if changed.get(place, "") != was]
    edits += [Edit(place, "", text) for place, text in changed.items() if place not in texts and text]
    return ReadEdits(tuple(edits), *_elsewhere(before, after, made.owned, now.owned))


class _Placed:
    """Which place each paragraph of a document belongs to."""

    def __init__(self, flow: Sequence[Piece], themes: Sequence[str], fixed: Mapping[str, int]) -> None:
        self.flow, self.themes = flow, themes
        self.owned: dict[int, str] = {}  # paragraph -> place
        self._free = Counter(fixed)  # fixed paragraphs that were in the document as it was made, and how often
        for n, piece in enumerate(flow):
            places = [p for mark in piece.marks if (p := place_of(mark, themes))]
            if places and not piece.table and piece.text:
                self.owned[n] = places[0]

    def texts(self) -> dict[str, str]:
        """The text of each place, in the order of the document, with a paragraph that holds several lead-ins cut at them."""
        found: dict[str, list[str]] = {}
        for n, place in sorted(self.owned.items()):
            for part, text in _cut(place, self.flow[n].text):
                found.setdefault(part, []).append("" if text == NO_EXPLANATION else text)
        return {place: clean("\n".join(t for t in lines if t)) for place, lines in found.items()}

    def find_lost(self, made: "_Placed") -> None:
        """Give every paragraph without a bookmark that was not there before to the place it was typed for."""
        order = list(dict.fromkeys(made.owned[n] for n in sorted(made.owned)))
        styles = {place: made.flow[n].style for n, place in reversed(made.owned.items())}
        last, gap = "", list[int]()
        for n, piece in enumerate(self.flow):
            place = self.owned.get(n)
            if place is None:
                if piece.text and not piece.table and not piece.heading and not piece.style.startswith(_GENERATED) and not self._fixed(piece):
                    gap.append(n)
                continue
            self._fill(gap, last, place, order, styles)
            last, gap = place, []
        self._fill(gap, last, "", order, styles)

    def _fixed(self, piece: Piece) -> bool:
        """Whether this is one of the document's own fixed paragraphs; each is used up once."""
        if not self._free[piece.text]:
            return False
        self._free[piece.text] -= 1
        return True

    def _fill(self, gap: Sequence[int], last: str, following: str, order: Sequence[str], styles: Mapping[str, str]) -> None:
        start = order.index(last) + 1 if last in order else 0
        end = order.index(following) if following in order else len(order)
        missing = [p for p in order[start:end] if p not in self.owned.values()]
        for n in gap:
            piece = self.flow[n]
            place = self._by_lead(piece.text, last, missing) or next((p for p in missing if _same(styles[p], piece.style)), "")
            if not place and last and self._joins(n, last, styles.get(last, piece.style)):
                place = last
            if not place and following in LISTS and _same(styles.get(following, ""), piece.style):
                place = following  # a new first item of a list
            if place:
                self.owned[n] = last = place
                missing = missing[missing.index(place) + 1 :] if place in missing else missing

    def _by_lead(self, text: str, last: str, missing: Sequence[str]) -> str:
        """The place whose lead-in the text begins with: a missing one, or a part of the same theme that nobody wrote before."""
        lead = next((part for part, words in LEADS.items() if text.startswith(words)), "")
        if not lead:
            return ""
        if found := next((p for p in missing if p.endswith(f":{lead}")), ""):
            return found
        own = f"{last.rsplit(':', 1)[0]}:{lead}"
        return own if last.startswith("explanation:") and own not in self.owned.values() else ""

    def _joins(self, n: int, place: str, style: str) -> bool:
        """Whether a paragraph directly follows the place it would be a further paragraph or item of."""
        piece = self.flow[n]
        return self.owned.get(n - 1) == place and (_same(style, piece.style) or (place not in LISTS and piece.style in _USUAL))


def _same(one: str, other: str) -> bool:
    return one == other or (one in _USUAL and other in _USUAL)


def _cut(place: str, text: str) -> list[tuple[str, str]]:
    """A paragraph as its parts: of an explanation each lead-in in it begins the next part (two paragraphs may have been joined)."""
    if not place.startswith("explanation:"):
        return [(place, without_lead(place, text))]
    theme = place.rsplit(":", 1)[0]
    starts = sorted((at, part) for part, words in LEADS.items() if part in ("see", "cause", "action", "request") and (at := text.find(words)) >= 0)
    if not starts:
        return [(place, text)]
    found = [(place, text[: starts[0][0]])] if text[: starts[0][0]].strip() else []
    for (at, part), (end, _) in zip(starts, [*starts[1:], (len(text), "")], strict=True):
        found.append((f"{theme}:{part}", text[at + len(LEADS[part]) : end]))
    return [(p, t.strip()) for p, t in found]


def _elsewhere(before: Sequence[Piece], after: Sequence[Piece], owned: Mapping[int, str], now: Mapping[int, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paragraphs outside every place that came, and that went."""

    def texts(flow: Sequence[Piece], taken: Mapping[int, str]) -> list[str]:
        return [p.text for n, p in enumerate(flow) if n not in taken and p.text and not p.style.startswith(_GENERATED)]

    old, new = Counter(texts(before, owned)), Counter(texts(after, now))
    came = tuple(t for t in new if new[t] > old[t])
    return came, tuple(t for t in old if old[t] > new[t])
