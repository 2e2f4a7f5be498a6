"""A found span, as the layers hand it to each other."""

from dataclasses import dataclass, replace

from reporting.model.story import Level, SpanType

INDIRECT = frozenset(
    {SpanType.AGE, SpanType.PROFESSION, SpanType.PHYSICAL, SpanType.FAMILY, SpanType.HEALTH, SpanType.RELIGION, SpanType.ORIGIN, SpanType.EVENT}
)
CERTAIN, LIKELY = 0.85, 0.55


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end] of the normalised text, what it seems to be, how sure, and which layer said so."""

    start: int
    end: int
    type: SpanType
    score: float
    source: str
    level: Level = Level.DIRECT
    replacement: str = ""  # where the layer that found it knows the words that may stand instead

    def scored(self, score: float, source: str) -> "Span":
        """The same span with another score and source."""
        return replace(self, score=score, source=source)


def keep_best(spans: list[Span]) -> list[Span]:
    """The spans in order without overlap: the direct before the indirect, then the surer, then the longer one wins."""
    kept: list[Span] = []
    ranked = sorted(spans, key=lambda s: (s.level is Level.INDIRECT, s.source == "twijfel", -round(s.score, 1), -(s.end - s.start), s.start))
    taken: set[int] = set()
    for span in ranked:
        if span.start < span.end and taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    return sorted(kept, key=lambda s: s.start)
