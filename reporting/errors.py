"""The exception tree.

ReportingError
├── UserError            a person can mend it; `reason` names the Dutch sentence in texts.errors
│   ├── InputRejected    a file or a value cannot be read
│   ├── NotAllowed       this role may not do this (access.permissions)
│   ├── NotPossible      not in this state (access.policies)
│   ├── NotReleasable    a story may not leave the house yet
│   ├── Conflict         somebody else saved first; carries what they saved
│   └── SetupError       folder, key or database is not usable
└── InternalError        our fault

Messages never hold personal data: `details` carries counts, file labels, column names and codes only.
"""

from collections.abc import Mapping
from enum import StrEnum


class Reason(StrEnum):
    """Every reason a user can meet. Each has a sentence in `texts.errors`; a test proves it."""

    # the shape of an upload
    WRONG_TYPE = "wrong_type"
    EMPTY = "empty"
    NO_HEADER = "no_header"
    NO_ROWS = "no_rows"
    MISSING_COLUMNS = "missing_columns"
    TOO_LARGE = "too_large"
    PASSWORD = "password"
    UNREADABLE = "unreadable"
    BSN = "bsn"
    ALREADY_IMPORTED = "already_imported"
    NO_MUNICIPALITY = "no_municipality"
    UNKNOWN_MUNICIPALITY = "unknown_municipality"
    BAD_AGREEMENTS = "bad_agreements"
    BAD_QUARTER = "bad_quarter"
    BAD_VALUE = "bad_value"
    CLASSES_FIXED = "classes_fixed"
    # who and when
    NOT_ALLOWED = "not_allowed"
    NO_PROFILE = "no_profile"
    LAST_MANAGER = "last_manager"
    OWN_STORY = "own_story"
    NOT_OWN_STORY = "not_own_story"
    WRONG_STATE = "wrong_state"
    NOT_FOUND = "not_found"
    CHANGED_MEANWHILE = "changed_meanwhile"
    # stories
    NO_CONSENT = "no_consent"
    CONSENT_ENDED = "consent_ended"
    NOT_APPROVED = "not_approved"
    TEXT_CHANGED = "text_changed"
    UNDECIDED = "undecided"
    FIELDS_MISSING = "fields_missing"
    NAME_LEFT = "name_left"
    ERASED = "erased"
    FEW_OF_AGE = "few_of_age"  # the register check: fewer clients share the teller's traits than the threshold
    FEW_IN_DISTRICT = "few_in_district"
    FEW_ALIKE = "few_alike"
    FEW_IN_ALL = "few_in_all"
    # reports
    NO_FIGURES = "no_figures"
    EXPOSED_CELL = "exposed_cell"
    DOCUMENT_CHECK = "document_check"
    TEMPLATE_TYPE = "template_type"  # an uploaded house style
    TEMPLATE_PASSWORD = "template_password"
    TEMPLATE_BROKEN = "template_broken"
    TEMPLATE_LARGE = "template_large"
    TEMPLATE_BSN = "template_bsn"  # in its header or footer, so in every document
    TEMPLATE_CHECK = "template_check"  # a report made with it does not pass the document's own check
    DOCUMENT_BROKEN = "document_broken"  # a report that was edited
    NOT_OUR_REPORT = "not_our_report"
    UNCHECKED = "unchecked"  # something in a text asks to be looked at first
    NO_OFFICE = "no_office"  # LibreOffice is not there, or made no PDF
    # the house
    DATA_FOLDER = "data_folder"
    KEY_FOLDER = "key_folder"
    KEY_MISSING = "key_missing"
    KEY_WRONG = "key_wrong"
    DISK_FULL = "disk_full"
    DATABASE_NEWER = "database_newer"
    BUSY = "busy"  # somebody else has been writing for half a minute
    BAD_BACKUP = "bad_backup"


class ReportingError(Exception):
    """Base of everything this package raises on purpose."""


class InternalError(ReportingError):
    """A state that cannot be; never shown with its details."""


class UserError(ReportingError):
    """An error a person can mend. `reason` names the sentence, `details` fills its blanks."""

    def __init__(self, reason: Reason, **details: str | int) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.details: Mapping[str, str | int] = details


class InputRejected(UserError):
    """A file or a value cannot be read."""


class NotAllowed(UserError):
    """This role may not do this."""


class NotPossible(UserError):
    """Allowed, but not in this state."""


class NotReleasable(NotPossible):
    """A story may not leave the house yet."""


class Conflict(UserError):
    """Somebody else saved first. `theirs` is what stands in the database now."""

    def __init__(self, reason: Reason, theirs: object, **details: str | int) -> None:
        super().__init__(reason, **details)
        self.theirs = theirs


class SetupError(UserError):
    """Folder, key or database is not usable; the app shows only this."""
