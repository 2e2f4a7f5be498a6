"""Layer 7: facts that identify together with others, each with a general wording."""

from collections.abc import Iterator

from reporting.stories.names import Reading
from reporting.stories.spans import Span


def find_indirect(reading: Reading) -> Iterator[Span]:
    """The indirect facts of a text."""
    yield from ()
