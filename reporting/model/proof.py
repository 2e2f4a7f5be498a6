"""Why a figure is right: what was counted, what was not and why, and a fingerprint anybody can compute again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reporting.model.agreement import Indicator
from reporting.model.count import Figure
from reporting.model.period import Period


class LeftOut(StrEnum):
    """Why an accepted row does not count in one figure. The first that holds, in this order."""

    OTHER_MUNICIPALITY = "other_municipality"
    OTHER_ACTIVITY = "other_activity"
    OTHER_CLOSING = "other_closing"  # closed for another reason than the agreement counts
    NOT_CLOSED = "not_closed"  # a trajectory without an end date
    OUTSIDE_PERIOD = "outside_period"
    NO_CLIENT = "no_client"  # a figure of people, and no client number on the row
    NOT_NEW = "not_new"  # registered for this indicator before the period
    NO_VALUE = "no_value"  # hours, count, grade or recommendation left empty
    ERASED = "erased"  # the client's rows were erased on request since


@dataclass(frozen=True, slots=True)
class FileProof:
    """One file behind (or beside) a figure. `counted` + all of `left_out` = accepted; accepted + reported + skipped = read."""

    batch: str
    file_name: str
    file_sha256: str
    image_sha256: str
    read: int
    reported: int  # rows with an error, not accepted
    skipped: int  # blank rows, totals, repeated headers
    accepted: int
    counted: int
    left_out: Mapping[LeftOut, int]
    erased_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureProof:
    """One raw figure with its evidence. Never for publication: it holds the raw value.

    `fingerprint` is the SHA-256 (hex) of `statement` in UTF-8: a JSON object of image hashes, definition, period and value.
    """

    indicator: Indicator
    period: Period
    figure: Figure
    files: tuple[FileProof, ...]
    statement: str
    fingerprint: str
