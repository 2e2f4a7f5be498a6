"""What of an uploaded house style comes along, what is left behind, and how it is fitted to our pages."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from reporting.document.drawing import png
from reporting.document.house_package import CleanPackage, clean_package, packed
from reporting.document.house_pictures import clean_picture
from reporting.document.house_style import HouseStyle, house_style
from reporting.document.reading import parts_of
from reporting.errors import InputRejected, Reason
from reporting.model.house import LeftBehind

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#5B2A86"/></svg>'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OUTSIDE = f'<Relationship Id="rId77" Type="{REL}{{}}" Target="http://x.example/y" TargetMode="External"/></Relationships>'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = png(SQUARE)
TOLD = PICTURE[:-12] + chunk(b"tEXt", b"Author\0Truus de Vries") + PICTURE[-12:]  # as programs save it


def uploaded(
    change: Callable[[Document], object] = lambda document: None, parts: dict[str, bytes] | None = None, swap: tuple[str, str, str] | None = None
) -> bytes:
    """A Word file as an organisation has it: changed through python-docx, with parts added, and a text in one part swapped."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Welzijn Waterlinde"
    change(document)
    target = io.BytesIO()
    document.save(target)
    found = parts_of(target.getvalue()) | (parts or {})
    if swap:
        name, old, new = swap
        assert old in found[name].decode()
        found[name] = found[name].decode().replace(old, new).encode()
    return packed(found)


def cleaned(*args: object, **kwargs: object) -> CleanPackage:
    return clean_package(uploaded(*args, **kwargs))  # type: ignore[arg-type]


def style(data: bytes) -> HouseStyle:
    return house_style(packed(clean_package(data).parts))


def everything(clean: CleanPackage) -> bytes:
    return b"".join(clean.parts.values())


def relations(kind: str) -> tuple[str, str, str]:
    return ("word/_rels/document.xml.rels", "</Relationships>", OUTSIDE.format(kind))


def field(code: str) -> str:
    pieces = ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{code}</w:instrText>", '<w:fldChar w:fldCharType="end"/>')
    return f"<w:p {nsdecls('w')}>{''.join(f'<w:r>{p}</w:r>' for p in pieces)}</w:p>"


@pytest.mark.parametrize(
    ("made", "left"),
    [
        (uploaded, ()),
        (partial(uploaded, parts={"word/vbaProject.bin": b"kwaad"}), (LeftBehind.MACROS,)),
        (partial(uploaded, parts={"word/activeX/activeX1.bin": b"x"}), (LeftBehind.MACROS,)),
        (partial(uploaded, swap=relations("attachedTemplate")), (LeftBehind.LINKS,)),
        (partial(uploaded, parts={"word/embeddings/blad.xlsx": b"x"}), (LeftBehind.OBJECTS,)),
        (partial(uploaded, parts={"word/comments.xml": b"<x/>"}), (LeftBehind.COMMENTS,)),
        (partial(uploaded, lambda d: d.add_paragraph("Brief aan mevrouw Jansen")), (LeftBehind.TEXT,)),
        (partial(uploaded, lambda d: d.sections[0].header._element.append(parse_xml(field("DDEAUTO c:\\x.exe")))), (LeftBehind.FIELDS,)),
        (partial(uploaded, lambda d: d.sections[0].header._element.append(parse_xml(field("PAGE")))), ()),
    ],
    ids=["plain", "macro", "activex", "link", "object", "comment", "text", "field", "page-number"],
)
def test_what_is_left_behind_is_told_and_gone(made: Callable[[], bytes], left: tuple[LeftBehind, ...]) -> None:
    clean = clean_package(made())
    assert clean.left_behind == left
    for gone in (b"kwaad", b"External", b"Jansen", b"DDEAUTO", b"python-docx", b"commentRange"):
        assert gone not in everything(clean)
    assert not [n for n in clean.parts if n.startswith(("word/embeddings", "word/activeX", "docProps/app", "docProps/thumb", "customXml"))]
    again = clean_package(packed(clean.parts))
    assert again.left_behind == ()
    assert again.parts == clean.parts


def test_who_made_it_is_not_in_it() -> None:
    def signed(document: Document) -> None:
        document.core_properties.author = document.core_properties.last_modified_by = "Truus de Vries"
        run = document.sections[0].header.paragraphs[0].add_run()
        run.add_picture(io.BytesIO(TOLD), Cm(2))
        run._r.find(f".//{qn('wp:docPr')}").set("descr", "C:\\Users\\truus\\logo.png")

    clean = cleaned(signed, parts={"docProps/app.xml": b"<Properties><Company>Truus BV</Company></Properties>", "docProps/custom.xml": b"<a>Truus</a>"})
    assert [n for n in clean.parts if "media" in n] == ["word/media/header-1.png"]
    assert b"truus" not in everything(clean).lower()


@pytest.mark.parametrize("code", ["AUTHOR", "DATE", "FILENAME", "INCLUDEPICTURE x", "MACROBUTTON y z"])
def test_a_field_that_fetches_or_tells_goes_and_a_page_number_stays(code: str) -> None:
    simple = f'<w:p {nsdecls("w")}><w:fldSimple w:instr="{code}"><w:r><w:t>weg</w:t></w:r></w:fldSimple><w:r><w:t>blijft</w:t></w:r></w:p>'
    clean = cleaned(lambda d: [d.sections[0].footer._element.append(parse_xml(x)) for x in (simple, field("PAGE"), field(code))])
    footer = clean.parts["word/footer1.xml"].decode()
    assert code.split()[0] not in footer
    assert "weg" not in footer
    assert "blijft" in footer
    assert "PAGE" in footer
    assert clean.frame.numbered


def test_a_linked_picture_goes_and_a_link_leaves_its_text() -> None:
    blip = (
        f"<w:p {nsdecls('w', 'wp', 'a', 'pic', 'r')}><w:r><w:drawing><wp:inline>"
        '<wp:extent cx="9" cy="9"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="p">'
        '<pic:pic><pic:blipFill><a:blip r:link="rId77"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        '<w:hyperlink r:id="rId78"><w:r><w:t>onze site</w:t></w:r></w:hyperlink></w:p>'
    )
    header = cleaned(lambda d: d.sections[0].header._element.append(parse_xml(blip))).parts["word/header1.xml"].decode()
    assert "w:drawing" not in header
    assert "hyperlink" not in header
    assert "onze site" in header


def test_a_picture_of_the_old_windows_kind_comes_along() -> None:
    emf = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 20
    with_logo = uploaded(lambda d: d.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PICTURE), Cm(3)))
    parts = parts_of(with_logo)
    name = next(n for n in parts if "media/" in n)
    rels = next(n for n in parts if n.startswith("word/_rels/header"))
    parts[name.replace("png", "emf")] = emf
    parts[rels] = parts[rels].replace(b".png", b".emf")
    assert clean_package(packed(parts)).parts["word/media/header-1.emf"] == emf


@pytest.mark.parametrize(
    ("data", "extension"),
    [(b"MZ\x90", "png"), (PICTURE[:40], "png"), (b"\xff\xd8\xff\xe1\x00", "jpg"), (b"<x", "svg"), (b"x" * 99, "emf"), (b"GIF", "gif"), (PICTURE, "exe")],
)
def test_what_is_no_picture_does_not_come_along(data: bytes, extension: str) -> None:
    assert clean_picture(data, extension) is None


def test_a_jpeg_loses_its_place_and_maker_and_an_svg_what_acts() -> None:
    exif = b"\xff\xe1" + struct.pack(">H", 14) + b"Exif\0\0GPS 52"
    jpeg = b"\xff\xd8" + exif + b"\xff\xdb" + struct.pack(">H", 4) + b"ab" + b"\xff\xda" + b"scan"
    assert clean_picture(jpeg, "jpeg") == jpeg.replace(exif, b"")
    acting = SQUARE.replace("<rect", '<script>x()</script><image href="http://x"/><rect onclick="y()" style="fill:url(http://x)"')
    svg = clean_picture(acting.encode(), "svg")
    assert svg is not None
    for gone in (b"script", b"http://x", b"onclick"):
        assert gone not in svg
    assert b"#5B2A86" in svg


def damaged(data: bytes) -> bytes:
    return data[:200] + b"\0" * 400 + data[600:]


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.TEMPLATE_PASSWORD),
        (lambda: uploaded()[:5000], Reason.TEMPLATE_BROKEN),
        (lambda: damaged(uploaded()), Reason.TEMPLATE_BROKEN),
        (lambda: uploaded(swap=("word/styles.xml", "</w:styles>", "")), Reason.TEMPLATE_BROKEN),
        (lambda: uploaded(swap=("word/document.xml", "w:document", "w:workbook")), Reason.TEMPLATE_TYPE),
        (lambda: uploaded(parts={"word/styles.xml": b"<a>" + b" " * 8_000_001 + b"</a>"}), Reason.TEMPLATE_LARGE),
    ],
    ids=["old-or-locked", "cut", "damaged", "broken-xml", "no-document", "large-part"],
)
def test_a_file_that_cannot_be_used_is_refused(made: Callable[[], bytes], reason: Reason) -> None:
    data = made()
    with pytest.raises(InputRejected) as refused:
        clean_package(data)
    assert refused.value.reason is reason


def test_nested_zips_of_the_same_part_and_paths_outside_do_no_harm() -> None:
    target = io.BytesIO(uploaded())
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("../../buiten.xml", "<x/>")
    clean = clean_package(target.getvalue())
    assert not [n for n in clean.parts if ".." in n]


def with_logo(document: Document) -> None:
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PICTURE), Cm(2))


def test_a_logo_that_cannot_be_read_is_told() -> None:
    data = uploaded(with_logo)
    assert clean_package(data).left_behind == ()
    parts = parts_of(data)
    name = next(n for n in parts if "/media/" in n)
    assert clean_package(packed(parts | {name: b"no picture"})).left_behind == (LeftBehind.PICTURES,)


def test_a_piece_of_another_document_is_told_whatever_its_name() -> None:
    kind = f'<Relationship Id="rId77" Type="{REL}aFChunk" Target="stuk.html"/></Relationships>'
    swap = ("word/_rels/document.xml.rels", "</Relationships>", kind)
    assert cleaned(parts={"word/stuk.html": b"<script>"}, swap=swap).left_behind == (LeftBehind.OBJECTS,)


def test_a_strict_open_xml_document_is_read_as_any_other() -> None:
    plain = parts_of(uploaded(with_logo))
    strict = {
        name: part.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replace(b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/")
        for name, part in plain.items()
    }
    assert strict["word/document.xml"] != plain["word/document.xml"]
    assert clean_package(packed(strict)) == clean_package(packed(plain))
