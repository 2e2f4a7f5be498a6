"""The rows of one municipality out of all batches, side by side in an in-memory DuckDB: the table every figure is counted from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import duckdb
import numpy as np

from reporting.counting.cache import ByteCache
from reporting.counting.decode import BatchSource, Decoded, Kind, decode
from reporting.counting.join import Joined, Part, Slot
from reporting.counting.matching import keys_of
from reporting.model.municipality import Municipality, fold, municipality_key
from reporting.model.period import Period, Quarter
from reporting.model.registration import Column, ImportBatch
from reporting.model.rules import CountingRules

_LIMIT = 768 * 1024 * 1024
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",  # nothing of a client is ever written beside the database
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

_CREATE = (
    "CREATE TABLE rows (slot INTEGER, day INTEGER, end_day INTEGER, client INTEGER, label INTEGER, place INTEGER, position UINTEGER, "
    "hours DOUBLE, amount INTEGER, attended INTEGER, grade DOUBLE, part TINYINT, asked INTEGER)"
)
_INSERT = "INSERT INTO rows BY NAME SELECT * EXCLUDE kind FROM joined"


@dataclass(frozen=True, slots=True)
class Held:
    """What counting knows of one batch besides its rows."""

    batch: ImportBatch
    kinds: tuple[Kind, ...]  # closing folded
    kind_rows: tuple[int, ...]  # rows per kind
    ours: tuple[bool, ...]  # kinds of this municipality
    first_kind: int  # kinds are numbered on over the batches
    present: frozenset[Column]
    quarters: frozenset[Quarter]  # in which it holds a day or an end of this municipality

    def covers(self, period: Period) -> bool:
        """True when it holds a row of this municipality, of whatever activity, in the period."""
        return any(quarter in self.quarters for quarter in period.quarters)


@dataclass(frozen=True)
class Gathered:
    """All rows of one municipality as events: table `rows` of `database`."""

    database: duckdb.DuckDBPyConnection
    slots: tuple[Slot, ...]  # by the number in `rows`
    batches: tuple[Held, ...]  # in order of import
    districts: tuple[str, ...]  # by district index; 0 is ""
    ages: tuple[str, ...]  # by age index; 0 is ""
    nbytes: int

    @property
    def batch_of(self) -> tuple[int, ...]:
        """The index of the batch of each kind."""
        return tuple(b for b, held in enumerate(self.batches) for _ in held.kinds)


_decoded: ByteCache[Decoded] = ByteCache(_LIMIT)
_gathered: ByteCache[Gathered] = ByteCache(_LIMIT)


def forget() -> None:
    """Drop every decoded row from memory."""
    _decoded.clear()
    _gathered.clear()


def relevant(sources: Iterable[BatchSource], municipality: Municipality) -> tuple[BatchSource, ...]:
    """The batches that can hold rows of a municipality, in order of import."""
    keys = keys_of(municipality)
    found = [s for s in sources if municipality_key(s.batch.municipality) in keys or Column.MUNICIPALITY in {*s.batch.columns, *s.batch.mapping}]
    return tuple(sorted(found, key=lambda s: (s.batch.sequence, s.batch.id)))


def gather(sources: Iterable[BatchSource], municipality: Municipality, rules: CountingRules) -> Gathered:
    """The municipality's rows; decoded and joined once per process for the same batches, municipality and age classes."""
    wanted = relevant(sources, municipality)
    marks = tuple((s.batch.id, s.batch.image_sha256, s.batch.grain, s.batch.municipality) for s in wanted)
    return _gathered.get((marks, municipality, rules.age_bounds), lambda: _gather(wanted, municipality, rules))


def _gather(sources: Sequence[BatchSource], municipality: Municipality, rules: CountingRules) -> Gathered:
    keys = keys_of(municipality)
    parts: list[Part] = []
    ours: list[tuple[bool, ...]] = []
    for source in sources:
        decoded = _decoded.get((source.batch.image_sha256, source.batch.grain), partial(decode, source))
        ours.append(tuple(municipality_key(k.municipality if k.municipality.strip() else source.batch.municipality) in keys for k in decoded.kinds))
        parts.append(Part.of(decoded, source.batch.grain, ours[-1], sum(len(p.decoded.kinds) for p in parts)))
    joined = Joined(parts, rules.age_bounds)
    database = duckdb.connect(":memory:", config=_CONFIG)
    database.execute(_CREATE)
    nbytes = 0
    for number, part in enumerate(parts):
        table = joined.table(number, part)
        database.register("joined", table)
        database.execute(_INSERT)
        database.unregister("joined")
        nbytes += table.nbytes
    held = tuple(_held(s.batch, mine, part, joined.slots) for s, mine, part in zip(sources, ours, parts, strict=True))
    return Gathered(database, joined.slots, held, joined.districts, ("", *rules.age_classes), nbytes)


def _held(batch: ImportBatch, ours: tuple[bool, ...], part: Part, slots: Sequence[Slot]) -> Held:
    decoded = part.decoded
    mine = range(part.first_kind, part.first_kind + len(decoded.kinds))
    return Held(
        batch=batch,
        kinds=tuple(Kind(k.municipality, k.activity, k.indicator, fold(k.closing)) for k in decoded.kinds),
        kind_rows=tuple(np.bincount(decoded.kind, minlength=len(decoded.kinds)).tolist()),
        ours=ours,
        first_kind=part.first_kind,
        present=decoded.present,
        quarters=frozenset(slot.quarter for slot in slots if slot.kind in mine and slot.quarter is not None),
    )
