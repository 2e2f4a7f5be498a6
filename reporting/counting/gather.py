"""The rows of one municipality out of all batches, side by side: the table every figure is counted from, with in-memory DuckDB."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import duckdb
import numpy as np
import pyarrow as pa

from reporting.counting.cache import ByteCache
from reporting.counting.decode import BatchSource, Decoded, Kind, decode
from reporting.counting.join import Joined, Part, Slot
from reporting.counting.matching import folded, keys_of
from reporting.counting.span import ALWAYS, Span
from reporting.model.municipality import Municipality, municipality_key
from reporting.model.period import Period, Quarter
from reporting.model.registration import Column, ImportBatch
from reporting.model.rules import CountingRules

# Arrow's own allocator keeps some 30 MB of what reading took, whatever is freed; the system's gives it back, and is as quick here.
pa.set_memory_pool(pa.system_memory_pool())

_LIMIT = 768 * 1024 * 1024
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",  # nothing of a client is ever written beside the database
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "threads": 1,  # a second costs a quarter more memory, and a core that other pages need (docs/decisions/0003-counting.md)
}


@dataclass(frozen=True, slots=True)
class Held:
    """What counting knows of one batch besides its rows."""

    batch: ImportBatch
    kinds: tuple[Kind, ...]  # closing folded
    kind_rows: tuple[int, ...]  # rows per kind
    kind_ends: tuple[int, ...]  # rows with an end per kind
    ours: tuple[bool, ...]  # kinds of this municipality
    first_kind: int  # kinds are numbered on over the batches
    present: frozenset[Column]
    quarters: frozenset[Quarter]  # in which it holds a day or an end of this municipality
    whole: bool  # its rows are in `events`; not those of a batch without a day that was asked for

    def covers(self, period: Period) -> bool:
        """True when it holds a row of this municipality, of whatever activity, in the period."""
        return any(quarter in self.quarters for quarter in period.quarters)


@dataclass(frozen=True)
class Gathered:
    """The rows of one municipality as events. Every batch that holds a day in `span` is there with all its rows."""

    events: pa.Table  # join.EVENTS
    slots: tuple[Slot, ...]  # by the number in `events`
    batches: tuple[Held, ...]  # in order of import
    districts: tuple[str, ...]  # by district index; 0 is ""
    ages: tuple[str, ...]  # by age index; 0 is ""
    own_kinds: Mapping[tuple[str, str], tuple[int, ...]]  # kinds of this municipality by folded activity and indicator
    span: Span

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection that sees these events, and nobody else's, as table `rows`."""
        return _duckdb().cursor().register("rows", self.events)

    @property
    def nbytes(self) -> int:
        """Bytes of the events; the rest is little."""
        return int(self.events.nbytes)

    @property
    def batch_of(self) -> tuple[int, ...]:
        """The index of the batch of each kind."""
        return tuple(b for b, held in enumerate(self.batches) for _ in held.kinds)


@cache
def _duckdb() -> duckdb.DuckDBPyConnection:
    """DuckDB, in memory, started once per process."""
    return duckdb.connect(":memory:", config=_CONFIG)


_decoded: ByteCache[Decoded] = ByteCache(_LIMIT)
_gathered: ByteCache[Gathered] = ByteCache(_LIMIT)


def forget() -> None:
    """Drop every decoded row from memory."""
    folded.cache_clear()
    _decoded.clear()
    _gathered.clear()


def relevant(sources: Iterable[BatchSource], municipality: Municipality) -> tuple[BatchSource, ...]:
    """The batches that can hold rows of a municipality, in order of import."""
    keys = keys_of(municipality)
    found = [s for s in sources if municipality_key(s.batch.municipality) in keys or Column.MUNICIPALITY in {*s.batch.columns, *s.batch.mapping}]
    return tuple(sorted(found, key=lambda s: (s.batch.sequence, s.batch.id)))


def gather(sources: Iterable[BatchSource], municipality: Municipality, rules: CountingRules, span: Span = ALWAYS) -> Gathered:
    """The municipality's rows for questions about the days of a span, and what every batch holds besides.

    Decoded and joined once per process for the same batches, municipality and age classes; again, for all days asked so far, when the span is wider.
    """
    wanted = relevant(sources, municipality)
    marks = tuple((s.batch.id, s.batch.image_sha256, s.batch.grain, s.batch.municipality) for s in wanted)

    def make(held: Gathered | None) -> Gathered:
        return _gather(wanted, municipality, rules, span if held is None else span.widened(held.span))

    return _gathered.get((marks, municipality, rules.age_bounds), make, lambda held: held.span.holds(span))


def _decode(source: BatchSource, span: Span) -> Decoded:
    key = (source.batch.image_sha256, source.batch.grain)
    return _decoded.get(key, lambda _: decode(source, span), lambda held: held.whole or not held.span.meets(span))


def _gather(sources: Sequence[BatchSource], municipality: Municipality, rules: CountingRules, span: Span) -> Gathered:
    keys = keys_of(municipality)
    own = cache(lambda text: municipality_key(text) in keys)
    parts: list[Part] = []
    ours: list[tuple[bool, ...]] = []
    with ThreadPoolExecutor(1) as beside:
        beside.submit(_duckdb)  # starts while the files are read
        for source in sources:
            decoded = _decode(source, span)
            ours.append(tuple(own(k.municipality if k.municipality.strip() else source.batch.municipality) for k in decoded.kinds))
            parts.append(Part.of(decoded, source.batch.grain, ours[-1], sum(len(p.decoded.kinds) for p in parts)))
        joined = Joined(parts, rules.age_bounds)
        events = joined.events()
    held = tuple(_held(s.batch, mine, part) for s, mine, part in zip(sources, ours, parts, strict=True))
    return Gathered(events, joined.slots, held, joined.districts, ("", *rules.age_classes), _own_kinds(held), span)


def _own_kinds(batches: Iterable[Held]) -> dict[tuple[str, str], tuple[int, ...]]:
    found: dict[tuple[str, str], list[int]] = {}
    for held in batches:
        for number, (kind, ours) in enumerate(zip(held.kinds, held.ours, strict=True), held.first_kind):
            if ours:
                found.setdefault((kind.activity, kind.indicator), []).append(number)
    return {texts: tuple(numbers) for texts, numbers in found.items()}


def _held(batch: ImportBatch, ours: tuple[bool, ...], part: Part) -> Held:
    decoded = part.decoded
    ended = decoded.kind[decoded.values["end_day"].is_valid().to_numpy()] if "end_day" in decoded.values.column_names else decoded.kind[:0]
    return Held(
        batch=batch,
        kinds=tuple(Kind(k.municipality, k.activity, k.indicator, folded(k.closing)) for k in decoded.kinds),
        kind_rows=tuple(np.bincount(decoded.kind, minlength=len(decoded.kinds)).tolist()),
        kind_ends=tuple(np.bincount(ended, minlength=len(decoded.kinds)).tolist()),
        ours=ours,
        first_kind=part.first_kind,
        present=decoded.present,
        quarters=part.quarters(),
        whole=decoded.whole,
    )
