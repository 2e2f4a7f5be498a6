"""An uploaded house style: used where it can be, cleaned always, refused with a reason where it cannot."""

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from reporting.document import check_document, render_word
from reporting.document.reading import document_texts
from reporting.errors import InputRejected, Reason
from tests.unit.document import worlds


def saved(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_part(data: bytes, name: str, content: bytes, replace: tuple[str, str] | None = None) -> bytes:
    """The package with a part added, and a text replaced in its main document's relationships."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.namelist():
            part = source.read(entry)
            if replace and entry == "word/_rels/document.xml.rels":
                part = part.decode().replace(*replace).encode()
            package.writestr(entry, part)
        package.writestr(name, content)
    return target.getvalue()


@pytest.fixture
def template() -> docx.document.Document:
    """python-docx's own template, as bad as real ones: English, US Letter, another author, and text in it."""
    document = docx.Document()
    document.add_heading("Oude tekst van mevrouw Jansen")
    document.core_properties.author = "Truus de Vries"
    document.sections[0].header.paragraphs[0].text = "Huisstijl van Welzijn Waterlinde"
    return document


def rendered(data: bytes) -> bytes:
    return render_word(worlds.small(), data)


@pytest.mark.parametrize("name", ["Heading 1", "heading 1", "HEADING 1", "Kop 1", "kop 1"])
def test_headings_are_found_whatever_they_are_called(template: docx.document.Document, name: str) -> None:
    style = next(s for s in template.styles.element if s.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId") == "Heading1")
    style.find("{*}name").set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", name)
    style.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Kop1")
    style.rPr.get_or_add_sz().val = Pt(27)
    data = rendered(saved(template))
    assert check_document(data) == ()
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    heading = re.search(r'<w:style [^>]*w:styleId="Heading1".*?</w:style>', xml, re.DOTALL)
    assert heading is not None
    assert 'w:sz w:val="54"' in heading[0]
    assert "pageBreakBefore" in heading[0]
    assert xml.count('w:styleId="Heading1"') == 1


def test_header_fonts_and_colours_are_the_organisations(template: docx.document.Document) -> None:
    data = rendered(saved(template))
    parts = document_texts(data)
    headers = [text for name, text in parts.items() if "header" in name and name.endswith(".xml")]
    assert any("Huisstijl van Welzijn Waterlinde" in text and "CONCEPT" in text for text in headers)
    assert "Oude tekst" not in "".join(parts.values())
    assert "Truus" not in "".join(parts.values())


def test_a_pale_colour_is_made_readable(template: docx.document.Document) -> None:
    template.styles["Heading 1"].font.color.rgb = RGBColor(0xFF, 0xE0, 0x00)
    template.styles["Normal"].font.size = Pt(7)
    assert check_document(rendered(saved(template))) == ()


@pytest.mark.parametrize("code", ["DDEAUTO c:\\\\x.exe", "INCLUDETEXT http://x", 'INCLUDEPICTURE "http://x"', "LINK Excel.Sheet", "AUTHOR", "MACROBUTTON x"])
def test_dangerous_and_personal_fields_go(template: docx.document.Document, code: str) -> None:
    pieces = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText>{code}</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>gevaar</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    template.sections[0].header._element.append(parse_xml(f"<w:p {nsdecls('w')}>{pieces}<w:r><w:t>blijft</w:t></w:r></w:p>"))
    everything = "".join(document_texts(rendered(saved(template))).values())
    assert "gevaar" not in everything
    assert code.split()[0] not in everything
    assert "blijft" in everything


def test_macros_comments_and_links_outside_are_left_behind(template: docx.document.Document) -> None:
    relation = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/></Relationships>'
    data = with_part(saved(template), "word/vbaProject.bin", b"macro", ("</Relationships>", relation.format("vbaProject", "vbaProject.bin", "")))
    data = with_part(
        data,
        "word/comments.xml",
        b"<x/>",
        ("</Relationships>", relation.replace("99", "98").format("attachedTemplate", "http://x/y.dotm", ' TargetMode="External"')),
    )
    made = rendered(data)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert not [n for n in names if "vba" in n or "comments" in n or "thumbnail" in n or "stylesWithEffects" in n]
    assert b"External" not in b"".join(zipfile.ZipFile(io.BytesIO(made)).read(n) for n in names if n.endswith(".rels"))
    assert check_document(made) == ()


def test_the_same_template_gives_the_same_bytes(template: docx.document.Document) -> None:
    data = saved(template)
    assert rendered(data) == rendered(data)


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 210_000_000)
    return target.getvalue()


def plain_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("a.txt", "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: b"", Reason.TEMPLATE_TYPE),
        (lambda: b"%PDF-1.7", Reason.TEMPLATE_TYPE),
        (plain_zip, Reason.TEMPLATE_TYPE),
        (bomb, Reason.TEMPLATE_LARGE),
        (lambda: b"0" * 20_000_001, Reason.TEMPLATE_LARGE),
    ],
    ids=["empty", "pdf", "zip", "bomb", "large"],
)
def test_what_is_no_template_is_refused(made: Callable[[], bytes], reason: Reason) -> None:
    with pytest.raises(InputRejected) as refused:
        rendered(made())
    assert refused.value.reason is reason


def test_entities_are_refused(template: docx.document.Document) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(template))) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.namelist():
            part = source.read(entry)
            if entry == "word/styles.xml":
                part = part.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)
            package.writestr(entry, part)
    with pytest.raises(InputRejected):
        rendered(target.getvalue())


def test_no_two_styles_have_one_name_after_libreoffice_saved_the_file(template: docx.document.Document) -> None:
    """LibreOffice writes its own "Caption" beside Word's "caption", and takes the last of one name: captions lost our letters."""
    caption = template.styles.element.xpath("w:style[w:name/@w:val='caption']")[0]
    caption.set(qn("w:styleId"), "Caption1")
    own = parse_xml(f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="Caption"><w:name w:val="Caption"/><w:basedOn w:val="Normal"/></w:style>')
    caption.addprevious(own)
    styles = docx.Document(io.BytesIO(rendered(saved(template)))).styles.element
    names = [name.casefold() for name in styles.xpath("w:style/w:name/@w:val")]
    assert {name for name in names if names.count(name) > 1} == set()
    assert styles.xpath("w:style[w:name/@w:val='caption']/@w:styleId") == ["Caption"]
