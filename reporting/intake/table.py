"""A sheet before its values are read: text cells by column, and the physical line of every record."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Lines = npt.NDArray[np.int32]
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

LONGEST_VALUE = 200  # characters of a cell that a finding shows


@dataclass(frozen=True)
class Header:
    """The header of a sheet. `cells` are as in the file (two rows joined), without empty ones at the end; `rows` the one or two rows it was read from.

    `width` counts the empty cells at the end too: what stands under these has no name, but is not beyond the header.
    """

    cells: tuple[str, ...]
    line: int
    body: int  # index of the first record after it, in the rows or lines it was looked for in
    rows: tuple[tuple[str, ...], ...]
    width: int
    preamble: tuple[tuple[str, ...], ...] = ()  # rows above it


@dataclass(frozen=True)
class RawTable:
    """Records of one sheet. Each column is a text or dictionary array as long as `lines`."""

    sheet: str
    header: Header
    lines: Lines
    columns: list[pa.Array]
    wrong: dict[int, str] = field(default_factory=dict)  # row index → text of a row that does not fit the header
    epoch_1904: bool = False

    def __len__(self) -> int:
        return len(self.lines)


@dataclass(frozen=True)
class Coded:
    """A column as codes into its distinct values, in order of first appearance."""

    codes: Codes
    values: pa.Array
    single: bool = False  # every row has a value of its own

    @classmethod
    def of(cls, column: pa.Array) -> "Coded":
        """The coded form of a text or dictionary array without nulls."""
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        codes = column.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
        return cls(codes, column.dictionary)

    @classmethod
    def each(cls, column: pa.Array) -> "Coded":
        """A text array as it is, each row a value of its own: for a column in which hardly any text comes back."""
        return cls(np.arange(len(column), dtype=np.int32), column, single=True)

    @classmethod
    def some(cls, column: pa.Array, rows: Places) -> "Coded":
        """The coded form of some rows only, with only the values these have."""
        part = column.take(pa.array(rows))
        return cls.of(part.dictionary_decode() if pa.types.is_dictionary(part.type) else part)

    def take(self, mask: Mask) -> Mask:
        """A mask over the distinct values, spread over the rows."""
        spread: Mask = mask[self.codes] if mask.any() else np.zeros(len(self.codes), dtype=bool)
        return spread

    def texts(self) -> list[str]:
        """The distinct values."""
        listed: list[str] = self.values.to_pylist()
        return listed

    def at(self, row: int) -> str:
        """The text in one row."""
        text: str = self.values[int(self.codes[row])].as_py()
        return text


def text_array(values: Sequence[str]) -> pa.Array:
    """A text array; lone surrogates, which no file can hold twice, become a question mark."""
    try:
        return pa.array(values, pa.string())
    except UnicodeEncodeError:
        return pa.array([v.encode("utf-8", "replace").decode() for v in values], pa.string())


def blanks(rows: int) -> pa.Array:
    """A text array of empty texts."""
    return pa.repeat(pa.scalar("", pa.string()), rows)


def from_cells(width: int, cells: Sequence[Sequence[str]]) -> list[pa.Array]:
    """Columns of rows of text: short rows are padded with "", longer ones cut (what is beyond was reported before)."""
    padded = [row if len(row) == width else [*row[:width], *[""] * (width - len(row))] for row in cells]
    if not padded:
        return [pa.array([], pa.string()) for _ in range(width)]
    return [text_array(column) for column in zip(*padded, strict=True)]


def shown(text: str) -> str:
    """A cell as a finding shows it: at most 200 characters."""
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
