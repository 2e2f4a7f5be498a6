"""How a house style is fitted to our pages: paper, letters, colours that read, room for a letterhead, and the cover."""

import io
import re

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from reporting.document import check_document, render_word
from reporting.document.blocks import Cover, Paragraph, plain
from reporting.document.house_package import packed
from reporting.document.house_style import HouseStyle
from reporting.document.layout import cover_rows
from reporting.document.palette import READABLE, Room, contrast
from reporting.document.reading import parts_of
from tests.unit.document import worlds
from tests.unit.document.test_house_cleaning import PICTURE, cleaned, style, uploaded


def letters_of(house: HouseStyle, identity: str, name: str) -> str:
    """What a style says of its letters: "sz", "color"."""
    tree = etree.fromstring(parts_of(house.data)["word/styles.xml"])
    found = tree.find(f"{qn('w:style')}[@{qn('w:styleId')}='{identity}']/{qn('w:rPr')}/{qn(f'w:{name}')}")
    assert found is not None
    return found.get(qn("w:val")) or ""


def letterhead(document: Document) -> None:
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.top_margin = section.bottom_margin = Cm(0.3)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(PICTURE), Cm(4))
    section.header.paragraphs[0].text = ""


def test_pages_are_ours_with_room_for_their_letterhead() -> None:
    clean = cleaned(letterhead)
    assert b'w:w="11906" w:h="16838"' in clean.parts["word/document.xml"]
    assert b'w:left="1417"' in clean.parts["word/document.xml"]
    assert clean.frame.header
    assert clean.frame.top == pytest.approx(1.2 + 4 + 0.75, abs=0.1)
    house = style(uploaded(letterhead))
    assert house.palette.room.page == pytest.approx(29.7 - clean.frame.top - clean.frame.bottom)


def test_a_watermark_that_lies_over_the_text_goes() -> None:
    anchor = (
        f'<w:p {nsdecls("w", "wp", "a")}><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:align>center</wp:align></wp:positionV><wp:extent cx="3600000" cy="7200000"/><wp:docPr id="1" name="x"/>'
        '<a:graphic><a:graphicData uri="p"/></a:graphic></wp:anchor></w:drawing></w:r><w:r><w:t>naam</w:t></w:r></w:p>'
    )
    header = cleaned(lambda d: d.sections[0].header._element.append(parse_xml(anchor))).parts["word/header1.xml"].decode()
    assert "anchor" not in header
    assert "naam" in header


def heading(document: Document, size: float, colour: str) -> None:
    document.styles["Heading 1"].font.size = Pt(size)
    document.styles["Heading 1"].font.color.rgb = RGBColor.from_string(colour)
    document.styles["Normal"].font.size = Pt(5)


@pytest.mark.parametrize(("size", "fitted"), [(48, "60"), (8, "36"), (20, "40")])
def test_letters_too_large_or_too_small_are_fitted(size: float, fitted: str) -> None:
    house = style(uploaded(lambda d: heading(d, size, "5B2A86")))
    assert (letters_of(house, "Heading1", "sz"), letters_of(house, "Normal", "sz")) == (fitted, "20")


@pytest.mark.parametrize("colour", ["FFE000", "FFFFFF", "7FD4C1", "5B2A86", "000000"])
def test_a_colour_is_darkened_until_it_reads(colour: str) -> None:
    house = style(uploaded(lambda d: heading(d, 20, colour)))
    assert contrast(letters_of(house, "Heading1", "color"), "FFFFFF") >= READABLE
    assert min(contrast(house.palette.primary, "FFFFFF"), contrast(house.palette.primary, house.palette.tint)) >= READABLE
    assert (house.palette.primary == colour) is (colour == "5B2A86")


@pytest.mark.parametrize(("named", "expected"), [("accent1", "B00020"), ("text2", "1B4332"), ("dark2", "1B4332")])
def test_a_colour_of_the_theme_is_found(named: str, expected: str) -> None:
    def themed(document: Document) -> None:
        document.styles["Heading 1"].font.color.rgb = RGBColor.from_string("123456")
        node = document.styles["Heading 1"].element.rPr.find(qn("w:color"))
        node.set(qn("w:val"), "auto")
        node.set(qn("w:themeColor"), named)

    parts = parts_of(uploaded(themed))
    name = next(n for n in parts if "theme1.xml" in n)
    for slot, value in (("accent1", "B00020"), ("dk2", "1B4332")):
        parts[name] = re.sub(rf"(<a:{slot}>).*?(</a:{slot}>)", rf'\1<a:srgbClr val="{value}"/>\2', parts[name].decode(), flags=re.DOTALL).encode()
    house = style(packed(parts))
    assert house.palette.primary == expected
    assert letters_of(house, "Heading1", "color") == expected


def test_a_large_title_makes_the_covers_ornament_lower() -> None:
    def loud(document: Document) -> None:
        document.styles["Title"].font.size = Pt(90)
        document.styles["Normal"].font.name = "Verdana"

    room = style(uploaded(loud)).palette.room
    assert room.heads[0] == 42
    assert room.wide == pytest.approx(1.27)
    lines = (Paragraph(plain("Voor de wethouder"), "OmslagRegel"),)
    short, long = (
        Cover("Welzijn Waterlinde", title, "Kwartaalrapport", lines) for title in ("Cijfers", "Cijfers en verhalen uit alle wijken, buurten en kernen " * 2)
    )
    assert cover_rows(short, 10, 1.5, Room()) == 10
    assert cover_rows(long, 10, 1.5, room) < cover_rows(long, 10, 1.5, Room()) < 10


@pytest.mark.parametrize("face", ["Verdana", "Arial", "Calibri"])
def test_a_report_in_a_house_style_passes_the_check(face: str) -> None:
    def own(document: Document) -> None:
        heading(document, 48, "FFE000")
        document.styles["Normal"].font.name = face
        letterhead(document)

    for report in (worlds.typical(), worlds.conversation()):
        assert check_document(render_word(report, uploaded(own))) == ()


@pytest.mark.parametrize(("colour", "ground", "stays"), [("FFFFFF", "", False), ("BBBBBB", "", False), ("5B2A86", "", True), ("FFFFFF", "5B2A86", True)])
def test_letters_of_their_header_can_be_read(colour: str, ground: str, stays: bool) -> None:
    shade = f'<w:shd w:val="clear" w:fill="{ground}"/>' if ground else ""
    line = f'<w:p {nsdecls("w")}><w:pPr>{shade}</w:pPr><w:r><w:rPr><w:color w:val="{colour}"/></w:rPr><w:t>Dorpsplein 1</w:t></w:r></w:p>'
    house = style(uploaded(lambda d: d.sections[0].header._element.append(parse_xml(line))))
    found = re.findall(r'<w:color w:val="(\w+)"', parts_of(house.data)["word/header1.xml"].decode())
    assert found == [colour] if stays else contrast(found[0], "FFFFFF") >= READABLE
