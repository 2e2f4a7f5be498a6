"""Client numbers as the registrations carry them."""

import pyarrow.compute as pc

from reporting.errors import InputRejected, Reason
from reporting.intake import from_image, pseudonym, to_image
from reporting.intake.image import to_frame
from reporting.intake.values import client
from reporting.model.registration import Column


def pseudonym_of(client_number: str, key: bytes) -> str:
    """The pseudonym a client number gets on import, read as a cell of a file would be. Raises InputRejected(BAD_VALUE)."""
    number = client(client_number)
    if not number:
        raise InputRejected(Reason.BAD_VALUE, field="cliëntnummer")
    return pseudonym(number, key)


def without_client(image: bytes, person: str) -> tuple[bytes, int]:
    """An image without the rows of a client (a pseudonym), and how many those were; the image itself when there are none."""
    table = from_image(image)
    theirs = pc.fill_null(pc.equal(table[Column.CLIENT.value], person), False)
    rows = int(pc.sum(theirs).as_py() or 0)
    if rows == 0:
        return image, 0
    return to_image(to_frame(table.filter(pc.invert(theirs)))), rows
