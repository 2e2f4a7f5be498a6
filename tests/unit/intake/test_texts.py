"""Every kind of finding can be said in plain Dutch."""

import pytest

from reporting.model.finding import Finding, FindingCode
from reporting.texts.findings import CODE_NAMES, finding_sentence


@pytest.mark.parametrize("code", FindingCode)
def test_every_kind_of_finding_has_a_name_and_a_sentence(code: FindingCode) -> None:
    said = finding_sentence(Finding(12, "Datum", "31-02-2026", code))
    assert said.endswith(".")
    assert "{" not in said
    assert CODE_NAMES[code]


def test_an_empty_cell_is_called_empty() -> None:
    assert "niets" in finding_sentence(Finding(12, "Datum", "", FindingCode.MISSING))
