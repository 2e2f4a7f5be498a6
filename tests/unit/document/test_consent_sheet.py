"""The consent sheet: whatever was typed, a sound and accessible document in plain sentences."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reporting.document import ConsentSheet, check_document, document_texts, render_consent_sheet
from reporting.texts import consent_sheet as words

SHEET = ConsentSheet(
    "Welzijn Merelveen", "De sleutel", "Nu doe ik zelf open.", "Rahel keek.\nToen kwam zij.", "Namen.", "Rahel", "ab12" * 16, date(2026, 10, 5)
)
LONGEST = 15  # words in a sentence somebody reads at B1


def _text(sheet: ConsentSheet) -> str:
    return document_texts(render_consent_sheet(sheet))["word/document.xml"]


@pytest.mark.parametrize(
    "sheet",
    [
        SHEET,
        replace(SHEET, quote="", what_changed="", organisation=""),
        replace(SHEET, title="A & B <c>", printed="“Ja” & nee < misschien\x0b\n\n\nSlot 😀 e\u0301", quote="'Kom\nbinnen'"),
        replace(SHEET, printed="Woord " * 600),
        replace(SHEET, printed="Ik kan nu:\n- lezen\n* - bellen"),
    ],
)
def test_it_passes_the_check_of_every_document(sheet: ConsentSheet) -> None:
    assert check_document(render_consent_sheet(sheet)) == ()


def test_it_holds_all_that_the_reader_of_a_report_will_see() -> None:
    text = _text(SHEET)
    for part in ("De sleutel", "Rahel keek.", "Toen kwam zij.", "“Nu doe ik zelf open.”", "Namen.", "ab12ab12ab12", "5 oktober 2026"):
        assert part in text
    assert "heet u Rahel" in text


def test_it_asks_each_use_apart_and_says_that_no_costs_nothing() -> None:
    text = _text(SHEET)
    assert text.count(words.BOX) >= 2 * len(words.PURPOSES)
    assert "Dat heeft geen gevolgen." in text


def test_its_sentences_are_short() -> None:
    said = " ".join((words.INTRO, words.ALIAS, words.CHANGED, words.QUOTE, *words.RIGHTS, words.SEEN, words.OTHERS))
    long = [s for s in re.split(r"(?<=[.?!:]) ", said) if len(s.split()) > LONGEST]
    assert long == []
