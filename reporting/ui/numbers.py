"""Decimal numbers as people type them: st.number_input makes 25 of "2,5", so these are text fields with an own check."""

import re
from decimal import Decimal

_DECIMAL = re.compile(r"^-?\d{1,3}(\.\d{3})+(,\d+)?$|^-?\d+([,.]\d+)?$")


def read_decimal(text: str) -> Decimal | None:
    """The number in "2,5", "2.5", "1.234,5" or " 12 "; None where it is no number. "1.234" reads as 1234, as in all our output."""
    tight = "".join(text.split())
    if not _DECIMAL.match(tight):
        return None
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", tight):
        tight = tight.replace(".", "")
    return Decimal(tight.replace(",", "."))
