"""Count a report again: every printed figure from the registrations as they are now."""

from reporting.model.people import Permission
from reporting.texts import screens_verify as texts
from reporting.ui import frame, verify
from reporting.ui.session import require

actor = require(Permission.SEE_RAW)
frame.heading("narekenen", texts.LINE)
verify.verify(actor)
