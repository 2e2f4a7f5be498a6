"""One sample world with fixed keys for all golden tests; they read it and make concepts, which leave nothing behind."""

import pytest

from reporting.ports import Services
from tests.golden.sample_report import sample_services


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The sample world."""
    return sample_services(tmp_path_factory.mktemp("golden"))
