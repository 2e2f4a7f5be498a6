"""The report in every shape: sound, accessible, the same twice, and silent about what is hidden."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import lru_cache

import docx
import pytest

from reporting.document import check_document, document_texts, read_figures, render_word
from reporting.document.package import packed_document
from reporting.document.reading import parts_of
from reporting.errors import InputRejected
from reporting.model.figure import Status
from reporting.model.safe import Edition, Mark, Report
from reporting.texts import report as words
from reporting.texts.figures import MARKS, cell_text
from reporting.texts.readability import readability
from tests.unit.document import worlds


@lru_cache
def rendered(shape: str) -> bytes:
    return render_word(worlds.SHAPES[shape]())


def text_of(data: bytes) -> str:
    return document_texts(data)["word/document.xml"]


@pytest.mark.parametrize("shape", worlds.SHAPES)
def test_every_shape_passes_the_documents_own_check(shape: str) -> None:
    assert check_document(rendered(shape)) == ()


@pytest.mark.parametrize("shape", ["typical", "all_hidden", "small"])
def test_the_same_report_gives_the_same_bytes(shape: str) -> None:
    assert render_word(worlds.SHAPES[shape]()) == rendered(shape)


def test_chapters_come_in_the_order_of_the_design() -> None:
    document = docx.Document(io.BytesIO(rendered("typical")))
    heads = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert heads == [
        "In één oogopslag",
        "Inhoud en leeswijzer",
        "Thema 1. Ontmoeten en meedoen",
        "Thema 2. Mantelzorg en vrijwilligers",
        "Thema 3. Jong en weerbaar",
        "Wat inwoners van ons vinden",
        "Wie wij bereiken",
        "Wat de cijfers niet laten zien",
        "In gesprek met u",
        "Verantwoording van de cijfers",
    ]


@pytest.mark.parametrize("chapter", words.CHAPTERS)
def test_a_chapter_left_out_is_left_out(chapter: str) -> None:
    data = render_word(replace(worlds.small(), chapters=frozenset({chapter}), conversation=worlds.TALK))
    heads = [p.text for p in docx.Document(io.BytesIO(data)).paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert (words.CHAPTERS[chapter] if chapter != "themes" else "Thema 1. Ontmoeten") not in heads
    assert check_document(data) == ()


def test_a_document_names_only_stories_it_tells() -> None:
    told = worlds.make(worlds.typical_table(), (worlds.story(1, ("A1",)), worlds.story(2, ("A1", "B2"), "Het lukte niet", True), worlds.story(3, ())))
    for report, numbers in (
        (replace(told, edition=Edition.FIRST_MEETING), {"V1"}),
        (replace(told, chapters=frozenset({"unseen"})), {"V1", "V2"}),
        (replace(told, chapters=frozenset({"themes"})), {"V3"}),
    ):
        data = render_word(report)
        assert check_document(data) == ()
        assert set(re.findall(r"Verhaal (V\d)", text_of(data))) == numbers


def test_only_a_document_with_the_annex_points_to_it() -> None:
    pointer = "Zie de verantwoording achterin."
    assert pointer in text_of(rendered("typical"))
    assert pointer not in text_of(rendered("first_meeting"))
    assert pointer not in text_of(render_word(replace(worlds.small(), chapters=frozenset({"annex"}))))


def test_a_figure_names_its_stories_and_a_story_its_figure() -> None:
    data = rendered("typical")
    text = text_of(data)
    assert "verhaal V1" in text
    assert "Hoort bij Bezoekers van de buurthuizen en Inwoners met een maatje." in text
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    for anchor in ("verhaal_V1", "cijfer_1", "cijfer_2"):
        assert f'w:anchor="{anchor}"' in xml
        assert f'w:name="{anchor}"' in xml


def test_a_hidden_figure_names_no_stories_and_its_story_no_figure() -> None:
    report = worlds.typical()
    hidden = report.table.indicators.index(next(i for i in report.table.indicators if i.code == "C2")) + 1
    xml = zipfile.ZipFile(io.BytesIO(rendered("typical"))).read("word/document.xml").decode()
    assert f'w:anchor="cijfer_{hidden}"' not in xml
    assert "Hoort bij Vrouwen die meer meedoen" not in text_of(rendered("typical"))


def test_nothing_is_said_about_hidden_figures() -> None:
    parts = document_texts(rendered("all_hidden"))
    everything = "\n".join(text for name, text in parts.items() if not name.startswith(("word/styles", "word/theme", "word/numbering")))
    body = everything.replace(worlds.EXPLANATION.see, "")
    said = r"\b(?:meer|minder|hoger|lager|evenveel|gelijk) (?:dan|als|aan)|op koers\b(?! betekent)|\bvraagt aandacht"
    allowed = "Op koers: wij hebben bereikt"
    assert [
        m[0] for m in re.finditer(said, body) if allowed not in body[m.start() - 5 : m.end() + 30] and "minder dan 5" not in body[m.start() : m.end() + 3]
    ] == []
    assert MARKS[Mark.HIDDEN] in body


def test_the_header_says_concept_and_sample_data_and_a_final_report_does_not() -> None:
    assert "CONCEPT · VOORBEELDGEGEVENS" in document_texts(rendered("typical"))["word/header1.xml"]
    final = document_texts(rendered("final"))
    assert "CONCEPT" not in final["word/header1.xml"]
    assert "Status: vastgesteld door de teamleider, versie 1, 20 oktober 2026." in final["word/document.xml"]


def test_the_annex_accounts_for_files_rows_and_who_checked() -> None:
    text = text_of(rendered("typical"))
    assert "1f15648fc44bc3a9" in text
    assert "1f15648fc44bc3a90" not in text
    assert "nagekeken zonder in te loggen" in text
    assert "Datum niet te lezen" in text


def test_a_report_without_stories_says_so_and_why() -> None:
    assert words.NO_STORIES in text_of(rendered("no_stories"))
    assert "Het verhaal achter de cijfers" not in text_of(rendered("no_stories"))


def test_odd_characters_in_typed_text_do_no_harm() -> None:
    report = worlds.typical()
    odd = 'Thema <1> & meer \x00\x0b\ud800 "x"\tén\r\nverder'
    talk = replace(report.conversation, outlook=odd, questions=(odd,))
    data = render_word(replace(report, conversation=talk, organisation=odd, title=odd))
    assert check_document(data) == ()
    assert 'Thema <1> & meer "x" én' in text_of(data)


def test_progress_is_told_and_only_grows() -> None:
    told: list[tuple[float, str]] = []
    render_word(worlds.small(), progress=lambda fraction, step: told.append((fraction, step)))
    fractions = [f for f, _ in told]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert all(step for _, step in told)


def test_stories_are_numbered_in_reading_order() -> None:
    report = worlds.make(worlds.typical_table(), (worlds.story(1, ()), worlds.story(2, ("C1",)), worlds.story(3, ("A2", "C1"))))
    assert [(s.number, s.story.story_id) for s in report.stories] == [("V1", "s3"), ("V2", "s2"), ("V3", "s1")]


def test_bad_news_is_on_the_summary_page() -> None:
    report: Report = worlds.typical()
    assert any(v.status is Status.ATTENTION for v in report.table.verdicts.values())
    summary = text_of(rendered("typical")).split("Inhoud en leeswijzer")[0]
    assert "Dit vraagt uw aandacht" in summary
    assert "Dagen vervangende zorg: 131, terwijl 225 nu past. Onze vraag:" in summary


@pytest.mark.parametrize("shape", ["typical", "annual", "conversation"])
def test_every_printed_figure_can_be_read_back_where_it_stands(shape: str) -> None:
    read = read_figures(rendered(shape))
    report = worlds.SHAPES[shape]()
    printed = {str(k): cell_text(f.cell, f.unit) for k, f in report.table.figures.items() if f.cell.value is not None}
    assert read.figures
    assert all(f.printed == f.shown == printed[f.figure] for f in read.figures)
    assert (read.municipality, read.quarter) == ("GM9999", "2026-K3")


def test_nothing_hidden_is_in_the_machine_readable_part() -> None:
    assert read_figures(rendered("all_hidden")).figures == ()


def test_a_document_is_packed_with_all_that_python_docx_saves() -> None:
    document = docx.Document(io.BytesIO(rendered("typical")))
    saved = io.BytesIO()
    document.save(saved)
    assert parts_of(packed_document(document)) == parts_of(saved.getvalue())


def test_an_edited_figure_shows() -> None:
    document = docx.Document(io.BytesIO(rendered("typical")))
    cell = next(c for t in document.tables for row in t.rows for c in row.cells if c.text == "1.905")
    cell.paragraphs[0].runs[0].text = "2.905"
    saved = io.BytesIO()
    document.save(saved)
    changed = [f for f in read_figures(saved.getvalue()).figures if f.printed != f.shown]
    assert [(f.figure, f.printed, f.shown) for f in changed] == [("A1|2026-tm-K3", "1.905", "2.905")]


def test_the_conversation_page_holds_three_figures_one_story_and_three_questions() -> None:
    document = docx.Document(io.BytesIO(rendered("conversation")))
    assert len(document.tables) == 1
    assert len(document.tables[0].columns) == 3
    assert sum(p.style is not None and p.style.name == "Verhaal bron" for p in document.paragraphs) == 1
    assert sum(p.style is not None and p.style.name == "List Number" for p in document.paragraphs) == 3


def test_a_document_from_elsewhere_holds_no_figures() -> None:
    saved = io.BytesIO()
    docx.Document().save(saved)
    with pytest.raises(InputRejected):
        read_figures(saved.getvalue())


def test_readability_advises_on_long_sentences_jargon_and_abbreviations() -> None:
    long = "Wij willen " + "heel " * 20 + "graag helpen."
    assert [a.found for a in readability(f"{long} Wij monitoren het traject i.v.m. de WMO.")][1:] == ["monitoren", "traject", "i.v.m.", "WMO"]
    assert "woorden" in readability(long)[0].sentence
    assert readability("Wij komen graag langs. Dat helpt.") == ()


def test_another_process_makes_the_same_bytes() -> None:
    code = "import hashlib; from reporting.document import render_word; from tests.unit.document import worlds; "
    code += "print(hashlib.sha256(render_word(worlds.small())).hexdigest())"
    fresh = {**os.environ, "PYTHONHASHSEED": "7"}  # sets and dicts of another order
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=fresh, timeout=120)
    assert made.stdout.strip() == hashlib.sha256(rendered("small")).hexdigest()
