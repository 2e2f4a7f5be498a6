"""Last time's accepted report against today's, word for word."""

from pathlib import Path

import pytest

from reporting.ports import Services
from tests.golden.sample_report import GOLDEN, as_text, sample_report, sample_services


@pytest.fixture(scope="module")
def document(services: Services) -> bytes:
    """The sample report as it is made now."""
    return sample_report(services)


def test_the_sample_report_reads_as_accepted(document: bytes) -> None:
    # meant to change? python -m tests.golden.update, and read the difference
    assert as_text(document).splitlines() == GOLDEN.read_text("utf-8").splitlines()


def test_the_same_sample_gives_the_same_text_again(document: bytes, tmp_path: Path) -> None:
    assert as_text(sample_report(sample_services(tmp_path))) == as_text(document)
