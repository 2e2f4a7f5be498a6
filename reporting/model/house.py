"""The organisation's own look, as uploaded."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LeftBehind(StrEnum):
    """What an uploaded document holds and a house style does not take over. The words are in texts."""

    MACROS = "macros"
    LINKS = "links"  # to anything outside the document
    FIELDS = "fields"  # that fetch or fill in something: DDE, INCLUDETEXT, AUTHOR
    OBJECTS = "objects"  # other documents inside it
    PICTURES = "pictures"  # of the header or footer: of a kind that reports do not use, broken, or lying over the text
    COMMENTS = "comments"
    TEXT = "text"  # what was written in it


@dataclass(frozen=True, slots=True)
class HouseStyleInfo:
    """The house style in use: what it is called, since when, its colour and face. `left_behind` is known right after the upload only."""

    label: str
    at: datetime
    primary: str  # six hex digits, as used: made readable
    face: str
    own_header: bool
    reached: tuple[str, ...] = ()  # bank accounts, phone numbers and e-mail addresses in header and footer: they stand in every document
    left_behind: tuple[LeftBehind, ...] = ()
