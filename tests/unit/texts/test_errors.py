"""A sentence for every reason."""

import re

import pytest

from reporting.errors import InputRejected, Reason, UserError
from reporting.texts.errors import SENTENCES, sentence


def test_every_reason_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert set(SENTENCES) == set(Reason)


@pytest.mark.parametrize("reason", Reason)
def test_a_sentence_says_what_happened_and_what_to_do_without_details_too(reason: Reason) -> None:
    said = sentence(UserError(reason))
    assert "{" not in said
    assert said.endswith(".")
    assert len(re.findall(r"[.!?](?: |$)", said)) >= 2 or reason in (Reason.ERASED, Reason.OWN_STORY, Reason.BAD_QUARTER)
    assert not re.search(r"\b(error|failed|invalid|fout opgetreden|ongeldig)\b", said, re.IGNORECASE)


def test_details_fill_the_blanks_and_days_are_in_words() -> None:
    assert "op 4 maart 2026 al" in sentence(InputRejected(Reason.ALREADY_IMPORTED, date="2026-03-04"))
    assert "gisteren" in sentence(InputRejected(Reason.ALREADY_IMPORTED, date="gisteren"))
    assert "(teamleider)" in sentence(UserError(Reason.NOT_ALLOWED, role="teamleider", permission="x"))
