"""What every group of tests shares."""

import os
import shutil
from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Give the path of a program a test needs beyond Python; skip saying why where it is missing, fail under CI=true."""

    def need(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            reason = f"{name} is not installed here and could not be installed by make"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        return path

    return need
