"""A batch's Parquet image → columns of small numbers: texts become codes into a list of distinct texts."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from reporting.errors import InternalError
from reporting.model.municipality import fold
from reporting.model.registration import Column, Grain, ImportBatch

Codes = npt.NDArray[np.int32]
_TEXTS = (
    Column.CLIENT,
    Column.ACTIVITY,
    Column.INDICATOR,
    Column.MUNICIPALITY,
    Column.CLOSING,
    Column.GROUP,
    Column.DISTRICT,
    Column.AGE_CLASS,
    Column.RECOMMEND,
)
_NUMBERS = (Column.DATE, Column.START, Column.END, Column.AGE, Column.HOURS, Column.COUNT, Column.GRADE, Column.ASKED)
_PARTS = {"ja": 2, "nee": 0, "9": 2, "10": 2, "7": 1, "8": 1, **{str(n): 0 for n in range(7)}}


@dataclass(frozen=True, slots=True)
class BatchSource:
    """An active batch, and where its Parquet image (in clear) comes from. `load` is called only when the image is not known yet."""

    batch: ImportBatch
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes rows of a batch belong together: municipality and closing reason as written, the rest folded. "" for blank."""

    municipality: str
    activity: str
    indicator: str
    closing: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """The rows of one batch, in the order of the file. Codes are -1 for blank."""

    kinds: tuple[Kind, ...]
    kind: Codes  # row → kinds
    places: tuple[tuple[str, str], ...]  # folded activity and group
    place: Codes
    clients: pa.StringArray
    client: Codes
    districts: tuple[str, ...]
    district: Codes
    age_classes: tuple[str, ...]
    age_class: Codes
    values: pa.Table  # day, end_day: days since 1970; age, hours, amount, attended, grade, part, asked
    present: frozenset[Column]  # columns with at least one value

    @property
    def nbytes(self) -> int:
        """Bytes of rows and client numbers; the other texts are few."""
        codes = (self.kind, self.place, self.client, self.district, self.age_class)
        return int(self.values.nbytes + self.clients.nbytes + sum(c.nbytes for c in codes))


def decode(source: BatchSource) -> Decoded:
    """Read a batch. Raises InternalError when the image is not the one the ledger names."""
    data = source.load()
    if hashlib.sha256(data).hexdigest() != source.batch.image_sha256:
        raise InternalError("image and ledger differ")
    schema = pq.read_schema(pa.BufferReader(data))
    wanted = [c for c in (*_TEXTS, *_NUMBERS) if c in schema.names and not pa.types.is_null(schema.field(c).type)]
    file = pq.ParquetFile(pa.BufferReader(data), read_dictionary=[c for c in wanted if c in _TEXTS])
    return _decoded(file.read(columns=wanted).combine_chunks(), source.batch.grain)


def _decoded(table: pa.Table, grain: Grain) -> Decoded:
    coded = {c: _codes(table, c) for c in _TEXTS}
    kind_parts = (Column.MUNICIPALITY, Column.ACTIVITY, Column.INDICATOR, Column.CLOSING)
    kind, distinct = combine([coded[c] for c in kind_parts])
    folded = [(texts[0], fold(texts[1]), fold(texts[2]), texts[3]) for texts in distinct]
    place, places = combine([coded[Column.ACTIVITY], coded[Column.GROUP]])
    client, clients = coded[Column.CLIENT]
    return Decoded(
        kinds=tuple(Kind(*texts) for texts in folded),
        kind=kind,
        places=tuple((fold(activity), fold(group)) for activity, group in places),
        place=place,
        clients=clients,
        client=client,
        districts=tuple(coded[Column.DISTRICT][1].to_pylist()),
        district=coded[Column.DISTRICT][0],
        age_classes=tuple(coded[Column.AGE_CLASS][1].to_pylist()),
        age_class=coded[Column.AGE_CLASS][0],
        values=_values(table, grain, client, coded[Column.RECOMMEND]),
        present=frozenset(c for c in (*_TEXTS, *_NUMBERS) if c in table.column_names and table[c].null_count < table.num_rows),
    )


def _codes(table: pa.Table, column: Column) -> tuple[Codes, pa.StringArray]:
    if column not in table.column_names:
        return np.full(table.num_rows, -1, dtype=np.int32), pa.array([], pa.string())
    array = table[column].unify_dictionaries().combine_chunks() if table.num_rows else table[column].combine_chunks()
    if isinstance(array, pa.ChunkedArray):
        array = pa.concat_arrays(array.chunks) if array.num_chunks else pa.array([], array.type)
    if not pa.types.is_dictionary(array.type):
        array = array.dictionary_encode()
    codes = pc.fill_null(array.indices.cast(pa.int32()), -1).to_numpy(zero_copy_only=False)
    return codes, array.dictionary.cast(pa.string())


def combine(columns: Sequence[tuple[Codes, pa.StringArray]]) -> tuple[Codes, list[tuple[str, ...]]]:
    """Several coded columns as one: row → distinct combination of texts, "" for blank."""
    sizes = [len(texts) + 1 for _, texts in columns]
    joined = columns[0][0].astype(np.int64) + 1
    for (codes, _), size in zip(columns[1:], sizes[1:], strict=True):
        joined = joined * size + (codes + 1)
    encoded = pa.array(joined).dictionary_encode()
    texts = [("", *(t.to_pylist())) for _, t in columns]
    distinct: list[tuple[str, ...]] = []
    for value in encoded.dictionary.to_pylist():
        found: list[str] = []
        for size, own in zip(reversed(sizes), reversed(texts), strict=True):
            value, code = divmod(value, size)
            found.append(own[code])
        distinct.append(tuple(reversed(found)))
    return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False), distinct


def _values(table: pa.Table, grain: Grain, client: Codes, recommend: tuple[Codes, pa.StringArray]) -> pa.Table:
    """The day of a row is its date, of a trajectory its start. `attended`: 1 with a client number, else the bare count."""
    first, second = (Column.START, Column.DATE) if grain is Grain.TRAJECTORY else (Column.DATE, Column.START)
    day = pc.coalesce(_days(table, first), _days(table, second))
    amount = _number(table, Column.COUNT, pa.int32())
    bare = amount if grain is Grain.COUNT else pc.fill_null(amount, 1)
    attended = pc.if_else(pa.array(client >= 0), pa.scalar(1, pa.int32()), bare)
    codes, texts = recommend
    parts = pa.array([_PARTS.get(t) for t in texts.to_pylist()], pa.int8())
    part = pc.take(parts, pa.array(codes, mask=codes < 0)) if len(parts) else pa.nulls(table.num_rows, pa.int8())
    columns = {
        "day": day,
        "end_day": _days(table, Column.END),
        "age": _number(table, Column.AGE, pa.int16()),
        "hours": _number(table, Column.HOURS, pa.float64()),
        "amount": amount,
        "attended": attended,
        "grade": _number(table, Column.GRADE, pa.float64()),
        "part": part,
        "asked": _number(table, Column.ASKED, pa.int32()),
    }
    return pa.table(columns)


def _days(table: pa.Table, column: Column) -> pa.ChunkedArray:
    return _number(table, column, pa.date32()).cast(pa.int32())


def _number(table: pa.Table, column: Column, kind: pa.DataType) -> pa.ChunkedArray:
    if column not in table.column_names:
        return pa.chunked_array([pa.nulls(table.num_rows, kind)])
    return table[column].cast(kind)
