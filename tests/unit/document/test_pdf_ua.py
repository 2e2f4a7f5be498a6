"""What is mended in what LibreOffice makes."""

from reporting.document import render_word
from reporting.document.markup import ADEC, WP
from reporting.document.pdf_ua import with_decoration_named, with_tab_order
from reporting.document.reading import parts_of, xml_of
from tests.unit.document import worlds


def test_decoration_gets_a_word_and_all_else_stays() -> None:
    before, after = (parts_of(d) for d in (render_word(worlds.small()), with_decoration_named(render_word(worlds.small()))))
    told = [(p.get("descr"), any(True for _ in p.iter(f"{{{ADEC}}}decorative"))) for p in xml_of(after["word/document.xml"]).iter(f"{{{WP}}}docPr")]
    assert [text for text, decorative in told if decorative] == ["Versiering"]
    assert all(text for text, _ in told)
    assert {n for n in before if before[n] != after[n]} == {"word/document.xml"}


def test_pages_say_their_tab_order_as_a_name_in_as_many_bytes() -> None:
    page = b"%PDF-1.7\n5 0 obj\n<</Type/Page/Parent 2 0 R/Tabs(S)\n/Contents 6 0 R>>\nendobj\n7 0 obj\n<</Title(/Tabs(S))>>\nendobj\n"
    mended = with_tab_order(page)
    assert mended == page.replace(b"/Tabs(S)\n", b"/Tabs/S \n")
    assert with_tab_order(b"%PDF-1.7 as another program makes it") == b"%PDF-1.7 as another program makes it"
