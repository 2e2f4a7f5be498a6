"""Loads what is slow to load in a thread as soon as the server is up, so that the first visitor does not wait for it."""

import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from reporting.errors import SetupError

HEAVY = (
    "pandas",
    "reporting.ui.session",
    "reporting.actions.overview",
    "reporting.actions.preview_import",
    "reporting.actions.make_report",
    "reporting.document.charts",
)


def warm() -> None:
    """Import the heavy rooms, open the database and start the process that reads files. A folder that cannot be used is told to the visitor, not here."""
    from reporting.ui.session import services

    try:
        services(sample=False)
    except SetupError:
        return
    for name in HEAVY:
        importlib.import_module(name)
    from reporting.intake import keep_ready
    from reporting.stories import detect

    detect("Een eerste zin.")  # reads the word lists
    keep_ready()


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:  # noqa: ANN401  st.App does not export its type
    """Start `warm` beside the server."""
    threading.Thread(target=warm, daemon=True, name="warm").start()
    yield
