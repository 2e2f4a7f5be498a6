"""The environment, read once."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "tellen-en-vertellen"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where data and keys lie: `DATA_DIR` defaults to ./data, `KEY_DIR` to the user's configuration folder, never the project.

    `office`: LibreOffice is on this computer, and `LIBREOFFICE` is not "nee".
    """

    data_dir: Path
    key_dir: Path
    office: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings of this process (or of the mapping given)."""
        given = os.environ if environment is None else environment
        keys = given.get("KEY_DIR")
        return cls(
            data_dir=Path(given.get("DATA_DIR") or "data").expanduser().absolute(),
            key_dir=Path(keys or platformdirs.user_config_dir(APP_NAME, appauthor=False)).expanduser().absolute(),
            office=given.get("LIBREOFFICE") != "nee" and shutil.which("soffice") is not None,
        )
