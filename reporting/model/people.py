"""People who work with the app, their roles and what each role may do (DOMAIN: roles)."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles of an organisation, and the command line's own."""

    WORKER = "welzijnswerker"
    TEAM_LEAD = "teamleider"
    MANAGER = "beheerder"
    PRIVACY_OFFICER = "privacyfunctionaris"
    COMMAND_LINE = "opdrachtregel"


class Permission(StrEnum):
    """What a role may do."""

    LOOK = "look"  # open the app: overview, agreements, protected figures
    UPLOAD = "upload"
    WRITE_STORY = "write_story"
    REVIEW_STORY = "review_story"
    SEE_RAW = "see_raw"
    EXPLAIN = "explain"
    MAKE_CONCEPT = "make_concept"
    FINALISE = "finalise"  # vaststellen, note as sent
    AGREEMENTS = "agreements"  # agreements, districts, house style
    PEOPLE = "people"  # people and roles, keys, backup
    ERASE = "erase"  # erase, withdraw for a client, audit trail, disclosure settings


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts."""

    id: str
    name: str
    role: Role


COMMAND_LINE = Actor("opdrachtregel", "opdrachtregel", Role.COMMAND_LINE)
