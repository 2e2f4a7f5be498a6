"""Registrations: the columns of a frame, the grain of a file, and the ledger row of an accepted upload."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Grain(StrEnum):
    """What one row of a file stands for."""

    CONTACT = "contact"
    ATTENDANCE = "attendance"  # one row per participant per session
    COUNT = "count"  # a bare number of participants per session, no names
    TRAJECTORY = "trajectory"


class Column(StrEnum):
    """The columns of a registration frame; a file's columns are mapped to these. Unmapped columns are not kept.

    Types in the frame (pandas, Arrow-backed): dates date32; `count`, `asked` int32; `age` int16; `hours`, `grade` double;
    the rest text. `age_class` is derived: the class a file gives instead of an age. `recommend` is text: "0".."10", "ja", "nee".
    Beside these a frame has `line` (int32, physical line or sheet row, from 1) and `sheet` (text, "" outside workbooks).
    """

    DATE = "date"
    ACTIVITY = "activity"
    CLIENT = "client"
    DISTRICT = "district"
    AGE = "age"
    AGE_CLASS = "age_class"
    HOURS = "hours"
    GRADE = "grade"
    RECOMMEND = "recommend"
    COUNT = "count"
    ASKED = "asked"
    START = "start"
    END = "end"
    CLOSING = "closing"
    MUNICIPALITY = "municipality"
    GROUP = "group"
    INDICATOR = "indicator"


REQUIRED: Mapping[Grain, tuple[Column, ...]] = {
    Grain.CONTACT: (Column.DATE, Column.ACTIVITY, Column.CLIENT),
    Grain.ATTENDANCE: (Column.DATE, Column.ACTIVITY, Column.CLIENT),
    Grain.COUNT: (Column.DATE, Column.ACTIVITY, Column.COUNT),
    Grain.TRAJECTORY: (Column.CLIENT, Column.ACTIVITY, Column.START),
}


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """The ledger row of one accepted upload, without its rows. Immutable but for being superseded or withdrawn."""

    id: str
    sequence: int  # order of import; a later one wins a tie
    file_name: str
    file_sha256: str
    records_sha256: str  # of the records themselves: the same in another encoding
    image_sha256: str  # of the Parquet image
    grain: Grain
    header_fingerprint: str
    mapping: Mapping[str, str]  # Column value → header cell
    municipality: str  # key given at upload; "" when the file has a column
    rows_read: int
    rows_accepted: int
    rows_reported: int
    rows_skipped: int
    reported_by_code: Mapping[str, int]
    per_quarter: Mapping[str, int]
    columns: tuple[str, ...]  # Column values that hold at least one value
    first_day: date | None
    last_day: date | None
    imported_at: datetime
    imported_by: str  # person id
    supersedes: str | None = None
    superseded_by: str | None = None
    withdrawn_at: datetime | None = None
    erased_on: tuple[date, ...] = ()
    header: tuple[str, ...] = ()  # cells as in the file

    @property
    def active(self) -> bool:
        """True where its rows count."""
        return self.superseded_by is None and self.withdrawn_at is None
