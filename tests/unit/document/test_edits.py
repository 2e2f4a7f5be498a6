"""Reading back what a manager wrote in the document, by hand-made edits of every kind and through LibreOffice."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

from reporting.document import Edit, ReadEdits, origin_of, read_edits, render_word
from reporting.errors import InputRejected
from reporting.model.safe import Explanation
from tests.unit.document import worlds

REPORT = replace(worlds.typical(), origin="0123abcd")
THEMES = REPORT.themes
Change = Callable[[Document], None]
WAYS = ("docx", "odt-docx")  # what LibreOffice saved it as, one after the other


@pytest.fixture(scope="module")
def original() -> bytes:
    return render_word(REPORT)


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def find(document: Document, start: str) -> Paragraph:
    return next(p for p in document.paragraphs if p.text.startswith(start))


def edited(original: bytes, change: Change) -> ReadEdits:
    document = docx.Document(io.BytesIO(original))
    change(document)
    return read_edits(saved(document), original)


def place(part: str, theme: int = 0) -> str:
    return f"explanation:{THEMES[theme]}:{part}"


def after(paragraph: Paragraph, text: str) -> Paragraph:
    """A new paragraph behind it, in its style, without its bookmarks: what Enter gives."""
    new = Paragraph(deepcopy(paragraph._p), paragraph._parent)
    new.text = text
    for mark in new._p.xpath("w:bookmarkStart | w:bookmarkEnd"):
        new._p.remove(mark)
    paragraph._p.addnext(new._p)
    return new


def drop(paragraph: Paragraph) -> None:
    """The paragraph taken out, with its bookmarks."""
    holder = paragraph._p.getparent()
    assert holder is not None
    holder.remove(paragraph._p)


def test_an_unchanged_document_has_no_edits_and_is_known_again(original: bytes) -> None:
    assert read_edits(original, original) == ReadEdits((), (), ())
    assert origin_of(original) == "0123abcd"
    assert origin_of(render_word(worlds.typical())) == ""


def test_words_changed_inside_a_paragraph(original: bytes) -> None:
    def change(document: Document) -> None:
        find(document, "Hoe komt dat? Sinds maart").runs[-1].text = "Omdat het zo liep."

    assert edited(original, change) == ReadEdits((Edit(place("cause"), worlds.EXPLANATION.cause, "Omdat het zo liep."),), (), ())


@pytest.mark.parametrize("typed", ["Hoe komt dat? Nieuw.", "Nieuw."])
def test_a_paragraph_typed_anew_loses_its_bookmark_and_is_found_where_it_stood(original: bytes, typed: str) -> None:
    def change(document: Document) -> None:
        paragraph = find(document, "Hoe komt dat? Sinds maart")
        after(paragraph, typed)
        drop(paragraph)

    assert edited(original, change).edits == (Edit(place("cause"), worlds.EXPLANATION.cause, "Nieuw."),)


def test_a_key_message_typed_anew_is_found_by_its_style(original: bytes) -> None:
    document = docx.Document(io.BytesIO(original))
    messages = [p for p in document.paragraphs if p.style is not None and p.style.name == "Kernboodschap"]
    was = [p.text for p in messages]
    for n in (0, 1):
        after(messages[n], f"Kern {n}.")
        drop(messages[n])
    read = read_edits(saved(document), original)
    assert read.edits == (Edit("message:summary", was[0], "Kern 0."), Edit(f"message:theme:{THEMES[0]}", was[1], "Kern 1."))


def test_a_second_paragraph_after_enter_belongs_to_the_first(original: bytes) -> None:
    read = edited(original, lambda d: (after(find(d, "Wat vragen wij de gemeente? Noem"), "En nog iets."), None)[1])
    assert read == ReadEdits((Edit(place("request"), worlds.EXPLANATION.request, f"{worlds.EXPLANATION.request}\nEn nog iets."),), (), ())


def test_a_paragraph_taken_out_is_told_and_nothing_moves_into_its_place(original: bytes) -> None:
    def change(document: Document) -> None:
        paragraph = find(document, "Hoe komt dat? Sinds maart")
        drop(paragraph)

    assert edited(original, change).edits == (Edit(place("cause"), worlds.EXPLANATION.cause, ""),)


def test_two_paragraphs_joined_are_cut_at_their_lead_in(original: bytes) -> None:
    def change(document: Document) -> None:
        first, second = find(document, "Wat zien we? In juli"), find(document, "Hoe komt dat? Sinds maart")
        for child in list(second._p)[1:]:
            first._p.append(child)
        drop(second)

    assert edited(original, change).edits == ()


def test_questions_are_added_changed_and_taken_out(original: bytes) -> None:
    was = worlds.TALK.questions

    def change(document: Document) -> None:
        after(find(document, was[0]), "Wat zou u zelf doen?")
        find(document, was[1]).runs[0].text = "Wat verbaasde u?"
        last = find(document, was[-1])
        drop(last)

    now = (was[0], "Wat zou u zelf doen?", "Wat verbaasde u?", *was[2:-1])
    assert edited(original, change).edits == (Edit("talk:questions", "\n".join(was), "\n".join(now)),)


def test_a_theme_without_explanation_takes_what_is_written_there() -> None:
    report = replace(REPORT, explanations={t: Explanation() for t in THEMES})
    made = render_word(report)

    def change(document: Document) -> None:
        paragraph = find(document, "Bij dit thema is nog geen uitleg")
        paragraph.runs[0].text = "Wat zien we? Er kwamen meer mensen."
        after(paragraph, "Hoe komt dat? Door de zomer.")

    document = docx.Document(io.BytesIO(made))
    change(document)
    assert read_edits(saved(document), made).edits == (Edit(place("see"), "", "Er kwamen meer mensen."), Edit(place("cause"), "", "Door de zomer."))


def test_what_cannot_be_taken_over_is_told(original: bytes) -> None:
    def change(document: Document) -> None:
        figure = next(p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs if p.text == "642")
        figure.runs[0].text = "742"
        find(document, "Mevrouw Bakker verloor").runs[0].text = "Iemand verloor haar man."

    read = edited(original, change)
    assert read.edits == ()
    assert {"742", "Iemand verloor haar man."} <= set(read.others)
    assert "642" in read.gone


def test_tracked_changes_read_as_accepted_and_text_boxes_stay_out(original: bytes) -> None:
    document = docx.Document(io.BytesIO(original))
    paragraph = find(document, "Hoe komt dat? Sinds maart")
    run = paragraph.runs[-1]._r
    gone = parse_xml(
        '<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1" w:author="x"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    )
    come = parse_xml(
        '<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="2" w:author="x">'
        "<w:r><w:t> Er is meer.</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>los</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:ins>"
    )
    holder: Any = paragraph._p
    holder.insert(list(holder).index(run) + 1, come)
    holder.insert(list(holder).index(run) + 1, gone)
    assert read_edits(saved(document), original).edits == (Edit(place("cause"), worlds.EXPLANATION.cause, f"{worlds.EXPLANATION.cause} Er is meer."),)


def test_several_typed_paragraphs_are_one_text() -> None:
    made = render_word(replace(REPORT, conversation=replace(REPORT.conversation, outlook="Eerst dit.\n\nDan dat.")))
    document = docx.Document(io.BytesIO(made))
    find(document, "Dan dat.").runs[0].text = "Dan iets anders."
    assert read_edits(saved(document), made).edits == (Edit("talk:outlook", "Eerst dit.\nDan dat.", "Eerst dit.\nDan iets anders."),)


def _without_document() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    return target.getvalue()


def _bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for n in range(21):
            package.writestr(f"word/{n}.xml", b"0" * 10_000_000)
    return target.getvalue()


def _entities() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    return target.getvalue()


@pytest.mark.parametrize(
    "made",
    [lambda: b"", lambda: b"PK\x03\x04", lambda: b"%PDF-1.7", _without_document, _bomb, _entities],
    ids=["empty", "cut", "pdf", "zip", "bomb", "xxe"],
)
def test_what_is_no_document_is_refused(made: Callable[[], bytes]) -> None:
    data = made()
    with pytest.raises(InputRejected):
        origin_of(data)


def test_a_damaged_document_is_refused_or_read_and_never_breaks(original: bytes) -> None:
    for at in range(200, len(original), len(original) // 60):
        broken = original[:at] + bytes([original[at] ^ 0xFF]) + original[at + 1 :]
        try:
            read_edits(broken, original)
        except InputRejected:
            continue


@dataclass(frozen=True)
class Passed:
    """The document as LibreOffice saved it, and again after somebody worked on that."""

    once: bytes
    twice: bytes


def worked_on(data: bytes) -> bytes:
    document = docx.Document(io.BytesIO(data))
    find(document, "Hoe komt dat? Sinds maart").runs[-1].text = " Omdat het zo liep."
    after(find(document, worlds.TALK.questions[0]), "Wat zou u zelf doen?")
    message = next(p for p in document.paragraphs if p.style is not None and p.style.name == "Kernboodschap")
    message.text = "Een eigen kernboodschap."
    return saved(document)


@pytest.fixture(scope="module")
def passed(original: bytes, tmp_path_factory: pytest.TempPathFactory, program: Callable[[str], str]) -> Mapping[str, Passed]:
    """By the way it went; both ways go through LibreOffice together, for its start is most of the work."""
    folder = tmp_path_factory.mktemp("bewerkt")
    call = [program("soffice"), f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless", "--convert-to"]

    def convert(kind: str, to: Path, *files: Path) -> None:
        subprocess.run([*call, kind, "--outdir", str(to), *map(str, files)], check=True, capture_output=True, timeout=120)

    def through(data: Mapping[str, bytes], step: Path) -> Mapping[str, bytes]:
        step.mkdir()
        for way, document in data.items():
            (step / f"{way}.docx").write_bytes(document)
        convert("odt", step, step / "odt-docx.docx")
        convert("docx", step / "uit", step / "docx.docx", step / "odt-docx.odt")
        return {way: (step / "uit" / f"{way}.docx").read_bytes() for way in data}

    once = through(dict.fromkeys(WAYS, original), folder / "een")
    twice = through({way: worked_on(document) for way, document in once.items()}, folder / "twee")
    return {way: Passed(once[way], twice[way]) for way in WAYS}


@pytest.mark.office
@pytest.mark.parametrize("way", WAYS)
def test_edits_survive_libreoffice(way: str, original: bytes, passed: Mapping[str, Passed]) -> None:
    assert origin_of(passed[way].once) == "0123abcd"
    assert read_edits(passed[way].once, original) == ReadEdits((), (), ())
    read = read_edits(passed[way].twice, original)
    texts = {e.place: e.now for e in read.edits}
    assert texts.pop(place("cause")).endswith("Omdat het zo liep.")
    questions = "\n".join((worlds.TALK.questions[0], "Wat zou u zelf doen?", *worlds.TALK.questions[1:]))
    assert texts == {"message:summary": "Een eigen kernboodschap.", "talk:questions": questions}
    assert (read.others, read.gone) == ((), ())
