"""What is wrong, or odd, about a row or a file. The sentences are in texts.findings."""

from dataclasses import dataclass
from enum import StrEnum


class FindingCode(StrEnum):
    """Kinds of findings on a row. Each has a sentence; a test proves it."""

    MISSING = "missing"  # a required cell is empty
    BAD_DATE = "bad_date"
    BAD_AGE = "bad_age"
    BAD_HOURS = "bad_hours"
    BAD_GRADE = "bad_grade"
    BAD_RECOMMEND = "bad_recommend"
    BAD_COUNT = "bad_count"
    BAD_CLIENT = "bad_client"  # 1,23E+11, a formula
    BAD_ASKED = "bad_asked"
    END_BEFORE_START = "end_before_start"
    WRONG_SHAPE = "wrong_shape"  # another delimiter, too many fields
    # in an agreements file
    BAD_YEAR = "bad_year"
    BAD_UNIT = "bad_unit"
    BAD_TARGET = "bad_target"
    BAD_PATH = "bad_path"
    BAD_BASELINE = "bad_baseline"
    SAME_CODE = "same_code"  # this code stands on an earlier row of the same municipality and year
    # warnings: the row is accepted
    DUPLICATE = "duplicate"
    FORMULA = "formula"


class Severity(StrEnum):
    """An error keeps a row out of the figures, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


WARNINGS = frozenset({FindingCode.DUPLICATE, FindingCode.FORMULA})


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: where, what stands there, what kind. `column` is the header cell, "*" the whole row."""

    line: int
    column: str
    value: str
    code: FindingCode
    sheet: str = ""

    @property
    def severity(self) -> Severity:
        """Error or warning, by its code."""
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR
