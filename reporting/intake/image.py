"""A registration frame as it is stored: client numbers as keyed pseudonyms, rows as a Parquet image."""

import hashlib
import hmac
import io
from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from reporting.intake.columns import TYPES
from reporting.intake.values import client
from reporting.model.registration import Column

SCHEMA = pa.schema([(c.value, TYPES[c]) for c in Column] + [("line", pa.int32()), ("sheet", pa.string())])
_DIGITS = 32  # hexadecimal: 128 bits of the HMAC
_DICTIONARY = 1 << 25  # bytes: every different client number stands in an image once, which makes it a third of the size and quick to read


def pseudonym(number: str, key: bytes) -> str:
    """The pseudonym of one client number as typed: the first 128 bits of HMAC-SHA256, in hexadecimal."""
    return hmac.digest(key, (client(number) or number).encode(), hashlib.sha256).hex()[:_DIGITS]


def pseudonymise(frame: pd.DataFrame, key: bytes) -> pd.DataFrame:
    """The frame with pseudonyms for client numbers. Every different number is hashed once."""
    table = _table(frame)
    at = table.schema.get_field_index(Column.CLIENT.value)
    coded = table.column(at).combine_chunks().dictionary_encode()
    hashed = pa.array([pseudonym(number, key) for number in coded.dictionary.to_pylist()], pa.string())
    return to_frame(table.set_column(at, Column.CLIENT.value, pc.take(hashed, coded.indices)))


def to_frame(table: pa.Table) -> pd.DataFrame:
    """A pandas frame on the same Arrow memory."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def to_image(frame: pd.DataFrame) -> bytes:
    """The frame as Parquet with zstd. The same rows give the same bytes."""
    sink = io.BytesIO()
    pq.write_table(_table(frame), sink, compression="zstd", store_schema=False, dictionary_pagesize_limit=_DICTIONARY)
    return sink.getvalue()


def from_image(image: bytes, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows of an image, in the types of the frame; with `columns` only these."""
    return pq.read_table(io.BytesIO(image), columns=None if columns is None else list(columns))


def _table(frame: pd.DataFrame) -> pa.Table:
    """The frame in the types of the image; a frame with fewer columns gives a table with fewer."""
    schema = pa.schema([field for field in SCHEMA if field.name in frame.columns])
    return pa.Table.from_pandas(frame, schema=schema, preserve_index=False).replace_schema_metadata(None)
