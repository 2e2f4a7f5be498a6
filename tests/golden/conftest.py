"""One sample world with fixed keys for all golden tests; they read it and make concepts, which leave nothing behind."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.ports import Services
from tests.golden.sample_report import sample_services, services_in


@pytest.fixture(scope="session")
def services(once: Callable[[str, Callable[[Path], object]], Path], tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The sample world."""
    return services_in(Path(shutil.copytree(once("golden", sample_services), tmp_path_factory.mktemp("golden") / "wereld")))
