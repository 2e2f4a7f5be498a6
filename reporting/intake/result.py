"""What reading an upload gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from reporting.errors import Reason
from reporting.model.finding import Finding
from reporting.model.registration import Column, Grain


class Outcome(StrEnum):
    """Whether a file can be imported."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True)
class Intake:
    """An upload, read and checked; nothing is stored yet. rows_read = rows_accepted + rows_reported + rows_skipped.

    `frame` holds the accepted rows by `model.registration.Column` plus `line` and `sheet`, with raw client numbers: `pseudonymise` before
    anything is stored. `line` is the physical line or sheet row, counted from 1. A rejected file has a `reason` and no rows.
    """

    outcome: Outcome
    reason: Reason | None
    frame: pd.DataFrame
    file_name: str = ""  # as uploaded
    missing: tuple[Column, ...] = ()
    encoding: str | None = None  # None for workbooks
    delimiter: str | None = None
    sheets: tuple[str, ...] = ()  # sheets read
    header: tuple[str, ...] = ()  # cells as in the file; two header rows joined
    header_line: int | None = None
    header_fingerprint: str = ""
    mapping: Mapping[Column, str] = field(default_factory=dict)  # column → header cell
    guessed: tuple[Column, ...] = ()  # mapped by spelling alone
    suggested: Mapping[Column, str] = field(default_factory=dict)  # looks alike, not mapped
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # header cell → three values; never of a BSN column
    unused: tuple[str, ...] = ()  # header cells that are not read
    personal: tuple[str, ...] = ()  # of these, the ones that look like names, addresses, BSNs
    grain: Grain | None = None
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    rows_read: int = 0
    rows_accepted: int = 0
    rows_reported: int = 0
    rows_skipped: int = 0
    per_quarter: Mapping[str, int] = field(default_factory=dict)  # "2026-K3" → accepted rows
    file_warnings: tuple[str, ...] = ()  # "american_dates"
    file_sha256: str = ""
    replaced: Mapping[Column, Mapping[str, str]] = field(default_factory=dict)  # what stands in the file → what was read for it
    records_sha256: str = ""  # of the accepted records: the same in another encoding or layout

    @property
    def accepted(self) -> bool:
        """True where the file can be imported."""
        return self.outcome is Outcome.ACCEPT
