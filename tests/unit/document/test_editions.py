"""The editions from the same data: what each says, asks and leaves out."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from reporting.document import check_document, document_texts, render_word
from reporting.model.safe import Edition, Report
from reporting.model.talk import Answer, TalkedStory, ToldTalk
from reporting.texts import report as words
from reporting.texts.report_year import NO_TALKS
from tests.unit.document import worlds

TALK = ToldTalk(
    date(2026, 7, 14),
    "de wethouder Welzijn",
    (
        TalkedStory("", Answer("Komt u kijken?", "", "Mag ik mee-eten?", "De wethouder komt in september.", "Op 17 september at de wethouder mee.")),
        TalkedStory("Mevrouw Bakker dekt nu de tafel", Answer("", "s1", "Hoe vond zij ons?", "", "")),
        TalkedStory("", Answer("", "geheim-nummer", "", "Wij bellen elke maand.", "")),
    ),
)


def text_of(report: Report) -> str:
    data = render_word(report)
    assert check_document(data) == ()
    return document_texts(data)["word/document.xml"]


def test_the_annual_report_is_about_the_year() -> None:
    report = replace(worlds.typical(), edition=Edition.ANNUAL, talks=(TALK,))
    document = docx.Document(io.BytesIO(render_word(report)))
    key, _, theme, *_ = document.tables
    assert next(c.text.splitlines() for c in key.rows[1].cells) == ["1.905", "79% van het jaardoel"]
    assert [c.text for c in theme.rows[0].cells] == [
        "Afspraak", "Jaardoel", "1e kwartaal", "2e kwartaal", "3e kwartaal", "Januari t/m september", "Deel van het jaardoel",
    ]  # fmt: skip
    text = text_of(report)
    assert "Vier kerncijfers van januari t/m september 2026" in text
    assert words.OF_THE_YEAR in text
    assert "een jaar geleden." not in text.split(words.CHAPTERS["contents"])[0]


def test_an_annual_report_tells_what_was_written_about_the_quarters_before() -> None:
    told = text_of(worlds.annual()).split("Thema 1.")[-1].split("Thema 2.")[0]
    first, second = (told.index(f"{n}e kwartaal 2026. ") for n in (1, 2))
    assert told.index("Onze uitleg eerder dit jaar") < first < second
    assert "Onze uitleg eerder dit jaar" not in text_of(replace(worlds.small(), edition=Edition.ANNUAL))


def test_an_annual_report_without_talks_says_so() -> None:
    assert NO_TALKS in text_of(replace(worlds.small(), edition=Edition.ANNUAL))
    assert NO_TALKS not in text_of(worlds.small())


@pytest.mark.parametrize(
    ("edition", "head", "own"),
    [(Edition.QUARTERLY, words.LAST_TIME, True), (Edition.ANNUAL, words.OF_THE_YEAR, True), (Edition.FIRST_MEETING, words.EARLIER, False)],
)
def test_what_was_asked_promised_and_done_is_told_in_every_edition(edition: Edition, head: str, own: bool) -> None:
    text = text_of(replace(worlds.typical(), edition=edition, talks=(TALK,)))
    assert head in text
    assert "Op 14 juli 2026 spraken wij met de wethouder Welzijn over een eerder rapport." in text
    for said in (
        "Mag ik mee-eten?",
        "bij de vraag ‘Komt u kijken?’",
        "Op 17 september at de wethouder mee.",
        "bij het verhaal ‘Mevrouw Bakker dekt nu de tafel’",
    ):
        assert said in text
    assert ("U vroeg" in text) is own  # who is new did not ask
    for nothing in ("geen vraag", "niets afgesproken", "nog niets gedaan", "bij een verhaal"):
        assert nothing in text
    assert "geheim-nummer" not in text


@pytest.mark.parametrize("edition", Edition)
def test_each_edition_says_what_it_is_and_its_status(edition: Edition) -> None:
    report = replace(worlds.final(), edition=edition)
    parts = document_texts(render_word(report))
    assert words.EDITIONS[edition] in parts["word/header1.xml"]
    assert "Status: vastgesteld door de teamleider, versie 1, 20 oktober 2026." in parts["word/document.xml"]
