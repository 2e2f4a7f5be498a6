"""The styles of a document, in one table: all spacing, borders and colours live here (REPORT sections 2 to 7)."""

from dataclasses import dataclass

from reporting.document.markup import W
from reporting.document.palette import HOUSE, Palette


@dataclass(frozen=True, slots=True)
class Style:
    """One style: what it is called, what it stands on, its properties as XML in schema order."""

    id: str
    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""
    quick: bool = True

    def xml(self) -> str:
        """The style element."""
        parts = [
            f'<w:style w:type="{self.kind}" w:styleId="{self.id}" xmlns:w="{W}"{"" if self.name in BUILT_IN else " w:customStyle=" + chr(34) + "1" + chr(34)}>'
        ]
        parts.append(f'<w:name w:val="{self.name}"/>')
        if self.based_on and self.based_on != self.id:
            parts.append(f'<w:basedOn w:val="{self.based_on}"/>')
        if self.following:
            parts.append(f'<w:next w:val="{self.following}"/>')
        if self.quick:
            parts.append("<w:qFormat/>")
        if self.paragraph:
            parts.append(f"<w:pPr>{self.paragraph}</w:pPr>")
        if self.run:
            parts.append(f"<w:rPr>{self.run}</w:rPr>")
        return "".join(parts) + "</w:style>"


BUILT_IN = {
    "Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "caption", "List Bullet", "List Number", "header", "footer",
    "toc 1", "Hyperlink", "Strong", "Default Paragraph Font", "Normal Table",
}  # fmt: skip


def _spacing(before: float, after: float, line: float = 0, rule: str = "auto") -> str:
    size = "" if not line else f' w:line="{round(line * (240 if rule == "auto" else 20))}" w:lineRule="{rule}"'
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{size}/>'


def _font(size: float = 0, colour: str = "", bold: bool = False, face: str = "") -> str:
    faces = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>' if face else ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    paint = f'<w:color w:val="{colour}"/>' if colour else ""
    height = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    return faces + weight + paint + height


def _border(side: str, size: float, space: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{round(size * 8)}" w:space="{space}" w:color="{colour}"/>'


def _box(bar: str, ground: str, bar_size: float = 6) -> str:
    sides = _border("top", 0.5, 6, ground) + _border("left", bar_size, 10, bar) + _border("bottom", 0.5, 6, ground) + _border("right", 0.5, 8, ground)
    return f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'


KEEP, LINES, BREAK = "<w:keepNext/>", "<w:keepLines/>", "<w:pageBreakBefore/>"
HEAD = KEEP + LINES
_BAR_INDENT = '<w:ind w:left="227"/>'
_BOX_INDENT = '<w:ind w:left="284" w:right="170"/>'


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def house_styles(p: Palette = HOUSE) -> tuple[Style, ...]:
    """Every style a report uses, in the colours and faces of the palette."""
    story = _box(p.warm_fill, p.cream)
    visit = _box(p.accent, p.tint)
    quote = _font(19, p.warm, face=p.quote)
    return (
        Style("Normal", "Normal", based_on=""),
        Style("Title", "Title", following="Subtitle", paragraph=KEEP + _spacing(24, 4, 1.0), run=_font(36, p.primary, True)),
        Style("Subtitle", "Subtitle", following="Normal", paragraph=_spacing(0, 30, 1.1), run=_font(17, p.ink)),
        Style("Heading1", "heading 1", following="Kernboodschap", paragraph=HEAD + BREAK + _spacing(0, 8, 1.05) + _level(0), run=_font(24, p.primary, True)),
        Style("Heading2", "heading 2", following="Normal", paragraph=HEAD + _spacing(18, 4, 1.1) + _level(1), run=_font(15, p.primary, True)),
        Style("Heading3", "heading 3", following="Normal", paragraph=HEAD + _spacing(12, 8, 1.1) + _level(2), run=_font(12, p.ink, True)),
        Style("Kernboodschap", "Kernboodschap", following="Normal", paragraph=LINES + _spacing(0, 10, 1.25), run=_font(14, p.primary)),
        Style("Afspraak", "Afspraak", paragraph=LINES + f'<w:pBdr>{_border("left", 4.5, 8, p.accent)}</w:pBdr>' + _spacing(2, 8, 1.2) + _BAR_INDENT),
        Style("Caption", "caption", following="Eenheid", paragraph=HEAD + _spacing(12, 1, 1.1), run=_font(10.5, p.ink, True)),
        Style("Eenheid", "Eenheid", paragraph=HEAD + _spacing(0, 4, 1.1), run=_font(9.5, p.grey)),
        Style("NaTabel", "Na tabel", paragraph=_spacing(12, 8)),
        Style("Begrip", "Begrip", paragraph=LINES + _spacing(0, 3, 1.2)),
        Style("Regel", "Regel", paragraph=LINES + _spacing(0, 1, 1.1), run=_font(9.5)),
        Style("RegelKop", "Regel kop", based_on="Regel", following="Regel", paragraph=KEEP + _spacing(3, 1, 1.1)),
        Style("Noot", "Noot", paragraph=LINES + _spacing(4, 8, 1.15), run=_font(9, p.grey)),
        Style("Figuur", "Figuur", paragraph=_spacing(0, 8, 1.0)),
        Style("ListBullet", "List Bullet", paragraph=LINES + '<w:numPr><w:numId w:val="1"/></w:numPr>' + _spacing(0, 4, 1.25)),
        Style("ListNumber", "List Number", paragraph=LINES + '<w:numPr><w:numId w:val="2"/></w:numPr>' + _spacing(0, 8, 1.25)),
        Style("Tabelkop", "Tabelkop", paragraph=KEEP + _spacing(3, 3, 1.1), run=_font(9.5, p.primary, True)),
        Style("TabelkopRechts", "Tabelkop rechts", based_on="Tabelkop", paragraph='<w:jc w:val="right"/>'),
        Style("Tabeltekst", "Tabeltekst", paragraph=_spacing(3, 3, 1.1), run=_font(10, p.ink)),
        Style("Tabelgetal", "Tabelgetal", based_on="Tabeltekst", paragraph='<w:jc w:val="right"/>'),
        Style("Tabelwoord", "Tabelwoord", based_on="Tabelgetal", run=_font(9, p.grey)),
        Style("Tabelregel", "Tabelregel", based_on="Tabeltekst", paragraph=_spacing(0, 3, 1.05), run=_font(9)),
        Style("Tabelstatus", "Tabelstatus", based_on="Tabelregel", paragraph='<w:jc w:val="right"/>'),
        Style("KerncijferKop", "Kerncijfer kop", paragraph=KEEP + _spacing(5, 2, 1.1), run=_font(9.5, p.primary, True)),
        Style("Kerncijfer", "Kerncijfer", paragraph=KEEP + _spacing(2, 0, 1.0), run=_font(26, p.primary, True)),
        Style("KerncijferWoord", "Kerncijfer woord", paragraph=KEEP + _spacing(10, 4, 1.0), run=_font(15, p.primary, True)),
        Style("KerncijferRegel", "Kerncijfer regel", paragraph=_spacing(0, 5, 1.1), run=_font(9, p.ink)),
        Style("VerhaalCitaat", "Verhaal citaat", following="VerhaalTekst", paragraph=HEAD + story + _spacing(6, 6, 1.15) + _BOX_INDENT, run=quote),
        Style("VerhaalTekst", "Verhaal tekst", following="VerhaalBron", paragraph=HEAD + story + _spacing(0, 6, 1.25) + _BOX_INDENT),
        Style("VerhaalBron", "Verhaal bron", following="Normal", paragraph=LINES + story + _spacing(0, 10, 1.15) + _BOX_INDENT, run=_font(9.5, p.grey)),
        Style("Uitnodiging", "Uitnodiging", paragraph=HEAD + visit + _spacing(4, 4, 1.25) + _BOX_INDENT),
        Style("UitnodigingSlot", "Uitnodiging slot", based_on="Uitnodiging", following="Normal", paragraph='<w:keepNext w:val="0"/>' + _spacing(0, 10, 1.25)),
        Style("OmslagBeeld", "Omslag beeld", following="OmslagOrganisatie", paragraph=_spacing(0, 26, 1.0) + '<w:ind w:left="-1417" w:right="-1417"/>'),
        Style("OmslagOrganisatie", "Omslag organisatie", following="Title", paragraph=_spacing(0, 0, 1.1), run=_font(13, p.warm, True)),
        Style("OmslagRegel", "Omslag regel", paragraph=_spacing(0, 3, 1.25)),
        Style("OmslagStatus", "Omslag status", based_on="OmslagRegel", run=_font(0, p.primary, True)),
        Style("Header", "header", paragraph=_spacing(0, 0, 1.0), run=_font(9, p.grey), quick=False),
        Style("Footer", "footer", paragraph=_spacing(0, 0, 1.0) + '<w:jc w:val="right"/>', run=_font(9, p.grey), quick=False),
        Style("Rapportkop", "Rapportkop", "paragraph", "Normal", paragraph=_spacing(3, 0, 1.0), run=_font(9, p.grey), quick=False),
        Style("Rapportvoet", "Rapportvoet", "paragraph", "Normal", paragraph=_spacing(3, 0, 1.0) + '<w:jc w:val="right"/>', run=_font(9, p.grey), quick=False),
        Style("TOC1", "toc 1", paragraph=_spacing(0, 5, 1.15), quick=False),
        Style("Hyperlink", "Hyperlink", "character", "", run=f'<w:color w:val="{p.primary}"/><w:u w:val="single"/>', quick=False),
        Style("Strong", "Strong", "character", "", run="<w:b/><w:bCs/>"),
        Style("Status", "Status", "character", "", run="<w:b/><w:bCs/>" + f'<w:color w:val="{p.warm}"/>'),
        Style("OpKoers", "Op koers", "character", "", run=f'<w:color w:val="{p.primary}"/>'),
        Style("Aandacht", "Aandacht", "character", "", run="<w:b/><w:bCs/>" + f'<w:color w:val="{p.warm}"/>'),
        Style("Vingerafdruk", "Vingerafdruk", "character", "", run=_font(9, face=p.mono)),
    )  # fmt: skip


def table_styles(p: Palette = HOUSE) -> tuple[str, ...]:
    """The two table styles as XML: figures with horizontal rules only, and tinted key figures with white rules between them."""
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("top", 0), ("left", 71), ("bottom", 0), ("right", 71)))
    margins = f"<w:tblCellMar>{sides}</w:tblCellMar>"
    rules = _border("top", 1.5, 0, p.primary) + _border("bottom", 1, 0, p.primary) + _border("insideH", 0.5, 0, p.context)
    # no bold in here: bold is a toggle in Word, and the paragraph styles of a cell have it already
    under, over = _border("bottom", 1, 0, p.primary), _border("top", 1, 0, p.primary)
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{under}</w:tcBorders></w:tcPr></w:tblStylePr>'
    last = f'<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>{over}</w:tcBorders></w:tcPr></w:tblStylePr>'
    head = f'<w:style w:type="table" w:customStyle="1" w:styleId="{{}}" xmlns:w="{W}"><w:name w:val="{{}}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    return (
        head.format("Cijfertabel", "Cijfertabel") + f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders>{margins}</w:tblPr>{first}{last}</w:style>",
        head.format("Kerncijfertabel", "Kerncijfertabel")
        + f"<w:tblPr><w:tblBorders>{_border('insideV', 6, 0, 'FFFFFF')}</w:tblBorders>{margins}</w:tblPr></w:style>",
    )


def styles_xml(p: Palette = HOUSE) -> str:
    """The whole styles part of the own template."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{p.body}" w:eastAsia="{p.body}" w:hAnsi="{p.body}" w:cs="{p.body}"/><w:color w:val="{p.ink}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    fixed = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    own = "".join(s.xml().replace(f' xmlns:w="{W}"', "") for s in house_styles(p)).replace(
        '<w:style w:type="paragraph" w:styleId="Normal">', '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">', 1
    )
    tables = "".join(t.replace(f' xmlns:w="{W}"', "") for t in table_styles(p))
    return f'<w:styles xmlns:w="{W}">{defaults}{fixed}{own}{tables}</w:styles>'
