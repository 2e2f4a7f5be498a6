"""Client numbers as the registrations carry them."""

import pandas as pd
import pyarrow.compute as pc

from reporting.errors import InputRejected, Reason
from reporting.intake import from_image, pseudonymise, to_image
from reporting.intake.values import client
from reporting.model.registration import Column


def pseudonym_of(client_number: str, key: bytes) -> str:
    """The pseudonym a client number gets on import, read as a cell of a file would be. Raises InputRejected(BAD_VALUE)."""
    number = client(client_number)
    if not number:
        raise InputRejected(Reason.BAD_VALUE, field="cliëntnummer")
    frame = pd.DataFrame({Column.CLIENT.value: pd.Series([number], dtype="string[pyarrow]")})
    return str(pseudonymise(frame, key)[Column.CLIENT.value].iloc[0])


def without_client(image: bytes, pseudonym: str) -> tuple[bytes, int]:
    """An image without the rows of a client, and how many those were; the image itself when there are none."""
    table = from_image(image)
    if Column.CLIENT.value not in table.column_names:
        return image, 0
    theirs = pc.fill_null(pc.equal(table[Column.CLIENT.value], pseudonym), False)
    rows = int(pc.sum(theirs).as_py() or 0)
    if rows == 0:
        return image, 0
    return to_image(table.filter(pc.invert(theirs)).to_pandas(types_mapper=pd.ArrowDtype)), rows
