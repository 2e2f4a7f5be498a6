"""A batch's Parquet image → columns of small numbers: texts become codes into a list of distinct texts."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from reporting.counting.matching import folded
from reporting.counting.span import ALWAYS, NEVER, Span
from reporting.errors import InternalError
from reporting.model.registration import Column, Grain, ImportBatch

Codes = npt.NDArray[np.signedinteger]
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
_DAYS = (Column.DATE, Column.START, Column.END)
_OUTLINE = frozenset({Column.ACTIVITY, Column.INDICATOR, Column.MUNICIPALITY, Column.CLOSING, Column.DISTRICT, *_DAYS})
_NUMBERS = (Column.DATE, Column.START, Column.END, Column.AGE, Column.HOURS, Column.COUNT, Column.GRADE, Column.ASKED)
_NAMES = {"age": Column.AGE, "hours": Column.HOURS, "amount": Column.COUNT, "grade": Column.GRADE, "asked": Column.ASKED}
NUMBERS = {
    "day": pa.int32(),
    "end_day": pa.int32(),
    "age": pa.int16(),
    "hours": pa.float64(),
    "amount": pa.int32(),
    "grade": pa.float64(),
    "part": pa.int8(),
    "asked": pa.int32(),
}
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
    """The rows of one batch, in the order of the file. Codes are -1 for blank, in the smallest type that holds them.

    Of a batch that is not `whole` only the outline was read: what its rows are of, where and when. The rest is as if it were blank.
    """

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
    values: pa.Table  # day, and what is present of end_day (days since 1970), age, hours, amount, grade, part, asked
    present: frozenset[Column]  # columns with at least one value, read or not
    span: Span  # holds every day and end
    whole: bool

    @property
    def nbytes(self) -> int:
        """Bytes of rows and client numbers; the other texts are few."""
        codes = (self.kind, self.place, self.client, self.district, self.age_class)
        return int(self.values.nbytes + self.clients.nbytes + sum(c.nbytes for c in codes))


def decode(source: BatchSource, wanted: Span = ALWAYS) -> Decoded:
    """Read a batch: whole when it holds a day that is wanted, else its outline. Raises InternalError when the image is not the one the ledger names."""
    data = source.load()
    if hashlib.sha256(data).hexdigest() != source.batch.image_sha256:
        raise InternalError("image and ledger differ")
    file = pq.ParquetFile(pa.BufferReader(data))
    filled = _filled(file)
    span = _span(file, filled)
    whole = span.meets(wanted)
    present = frozenset(c for c in (*_TEXTS, *_NUMBERS) if c in filled)
    columns = present if whole else present & _OUTLINE
    table = pq.ParquetFile(pa.BufferReader(data), read_dictionary=[c for c in _TEXTS if c in columns]).read(columns=sorted(columns))
    return _decoded(table.combine_chunks(), source.batch.grain, present, span, whole)


def _span(file: pq.ParquetFile, filled: frozenset[str]) -> Span:
    """From the first day in the batch through the last, as the image states them; always, where it does not."""
    metadata, found = file.metadata, NEVER
    wanted = [n for n in range(metadata.num_columns) if file.schema_arrow.names[n] in _DAYS and file.schema_arrow.names[n] in filled]
    for group in range(metadata.num_row_groups):
        for statistics in (metadata.row_group(group).column(n).statistics for n in wanted):
            if statistics is None or not statistics.has_min_max:
                return ALWAYS
            found = found.widened(Span.of_days(statistics.min, statistics.max))
    return found


def _filled(file: pq.ParquetFile) -> frozenset[str]:
    """The columns that hold a value; the others need not be read."""
    metadata, types = file.metadata, file.schema_arrow
    found = set()
    for group in range(metadata.num_row_groups):
        for number in range(metadata.num_columns):
            column = metadata.row_group(group).column(number)
            known = column.statistics is not None and column.statistics.has_null_count
            if not (known and column.statistics.null_count == column.num_values):
                found.add(column.path_in_schema)
    return frozenset(name for name in found if not pa.types.is_null(types.field(name).type))


def _decoded(table: pa.Table, grain: Grain, present: frozenset[Column], span: Span, whole: bool) -> Decoded:
    coded = {c: _codes(table, c) for c in _TEXTS}
    kind_parts = (Column.MUNICIPALITY, Column.ACTIVITY, Column.INDICATOR, Column.CLOSING)
    kind, distinct = combine([coded[c] for c in kind_parts])
    place, places = combine([coded[Column.ACTIVITY], coded[Column.GROUP]])
    client, clients = coded[Column.CLIENT]
    return Decoded(
        kinds=tuple(Kind(municipality, folded(activity), folded(indicator), closing) for municipality, activity, indicator, closing in distinct),
        kind=kind,
        places=tuple((folded(activity), folded(group)) for activity, group in places),
        place=place,
        clients=clients,
        client=client,
        districts=tuple(coded[Column.DISTRICT][1].to_pylist()),
        district=coded[Column.DISTRICT][0],
        age_classes=tuple(coded[Column.AGE_CLASS][1].to_pylist()),
        age_class=coded[Column.AGE_CLASS][0],
        values=_values(table, grain, coded[Column.RECOMMEND]),
        present=present,
        span=span,
        whole=whole,
    )


def _codes(table: pa.Table, column: Column) -> tuple[Codes, pa.StringArray]:
    if column not in table.column_names:
        return np.full(table.num_rows, -1, dtype=np.int8), pa.array([], pa.string())
    array = table[column].unify_dictionaries().combine_chunks()
    if isinstance(array, pa.ChunkedArray):
        array = pa.concat_arrays(array.chunks) if array.num_chunks else pa.array([], pa.string())
    if not pa.types.is_dictionary(array.type):
        array = array.dictionary_encode()
    codes = pc.fill_null(array.indices.cast(pa.int32()), -1).to_numpy(zero_copy_only=False)
    return smallest(codes, len(array.dictionary)), array.dictionary.cast(pa.string())


def smallest(codes: Codes, size: int) -> Codes:
    """Codes below `size` in the smallest type that holds them."""
    return codes.astype(np.int8 if size < 1 << 7 else np.int16 if size < 1 << 15 else np.int32, copy=False)


def combine(columns: Sequence[tuple[Codes, pa.StringArray]]) -> tuple[Codes, list[tuple[str, ...]]]:
    """Several coded columns as one: row → distinct combination of texts, "" for blank."""
    sizes = [len(texts) + 1 for _, texts in columns]
    joined = columns[0][0].astype(np.int64) + 1
    for (codes, _), size in zip(columns[1:], sizes[1:], strict=True):
        joined = joined * size + codes + 1
    encoded = pa.array(joined).dictionary_encode()
    texts = [("", *(t.to_pylist())) for _, t in columns]
    distinct: list[tuple[str, ...]] = []
    for value in encoded.dictionary.to_pylist():
        found: list[str] = []
        for size, own in zip(reversed(sizes), reversed(texts), strict=True):
            value, code = divmod(value, size)
            found.append(own[code])
        distinct.append(tuple(reversed(found)))
    return smallest(encoded.indices.to_numpy(zero_copy_only=False), len(distinct)), distinct


def _values(table: pa.Table, grain: Grain, recommend: tuple[Codes, pa.StringArray]) -> pa.Table:
    """The day of a row is its date, of a trajectory its start."""
    first, second = (Column.START, Column.DATE) if grain is Grain.TRAJECTORY else (Column.DATE, Column.START)
    days = [table[c].cast(pa.date32()).cast(pa.int32()) for c in (first, second) if c in table.column_names]
    columns = {"day": pc.coalesce(*days) if days else pa.nulls(table.num_rows, pa.int32())}
    if Column.END in table.column_names:
        columns["end_day"] = table[Column.END].cast(pa.date32()).cast(pa.int32())
    columns |= {name: table[column].cast(NUMBERS[name]) for name, column in _NAMES.items() if column in table.column_names}
    codes, texts = recommend
    if len(texts):
        parts = pa.array([_PARTS.get(t) for t in texts.to_pylist()], pa.int8())
        columns["part"] = pc.take(parts, pa.array(codes, mask=codes < 0))
    return pa.table(columns)
