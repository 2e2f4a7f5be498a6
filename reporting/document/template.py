"""The own template, built in code: A4, nl-NL, compatibility mode 15, no author, no thumbnail, nothing python-docx would put in (WORD)."""

import io
import zipfile
from functools import lru_cache

from reporting.document.markup import NAMESPACES, R, W
from reporting.document.palette import HOUSE, Palette
from reporting.document.styles import styles_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TWIP = 1440 / 2.54  # per cm


def page(top: float = 2.4, bottom: float = 2.0) -> str:
    """The page: A4 with the margins above and below the text, in cm."""
    return (
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{round(top * _TWIP)}" w:right="1417" w:bottom="{round(bottom * _TWIP)}" '
        'w:left="1417" w:header="680" w:footer="567" w:gutter="0"/>'
    )


_TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{_TYPE}styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_TYPE}settings+xml"/><Override PartName="/word/numbering.xml" ContentType="{_TYPE}numbering+xml"/>\
<Override PartName="/word/fontTable.xml" ContentType="{_TYPE}fontTable+xml"/>\
<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""

_ROOT = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
</Relationships>"""

_RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}styles" Target="styles.xml"/><Relationship Id="rId2" Type="{_OFFICE}settings" Target="settings.xml"/>\
<Relationship Id="rId3" Type="{_OFFICE}numbering" Target="numbering.xml"/><Relationship Id="rId4" Type="{_OFFICE}fontTable" Target="fontTable.xml"/>\
<Relationship Id="rId5" Type="{_OFFICE}theme" Target="theme/theme1.xml"/></Relationships>"""

SETTINGS = f"""<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>\
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>\
<w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>\
<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""

CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title><dc:creator></dc:creator>\
<dc:language>nl-NL</dc:language></cp:coreProperties>"""


def numbering_xml(p: Palette = HOUSE) -> str:
    """Bullets (num 1) and numbers (num 2)."""
    indent = '<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr>'
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>{indent}<w:rPr>'
        f'<w:rFonts w:ascii="{p.body}" w:hAnsi="{p.body}" w:cs="{p.body}"/>'
        f'<w:color w:val="{p.primary}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:pStyle w:val="ListNumber"/>'
        f'<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>{indent}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _theme(p: Palette) -> str:
    named = (("dk1", p.ink), ("lt1", "FFFFFF"), ("dk2", p.primary), ("lt2", p.tint), ("accent1", p.primary), ("accent2", p.warm_fill), ("accent3", p.last_year))
    more = (("accent4", p.accent), ("accent5", p.sand), ("accent6", p.context), ("hlink", p.primary), ("folHlink", p.grey))
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in (*named, *more))
    face = f'<a:latin typeface="{p.body}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Tellen en vertellen"><a:themeElements>'
        f'<a:clrScheme name="Tellen en vertellen">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Tellen en vertellen"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Tellen en vertellen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _fonts(p: Palette) -> str:
    known = ((p.body, "Carlito", "swiss"), (p.quote, "Caladea", "roman"), (p.mono, "Liberation Mono", "modern"))
    return (
        f'<w:fonts xmlns:w="{W}" xmlns:r="{R}">'
        + "".join(f'<w:font w:name="{n}"><w:altName w:val="{alt}"/><w:family w:val="{kind}"/></w:font>' for n, alt, kind in dict.fromkeys(known))
        + "</w:fonts>"
    )


@lru_cache(maxsize=4)
def template_bytes(palette: Palette = HOUSE) -> bytes:
    """The template as a .docx without text."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/document.xml": f"<w:document {NAMESPACES}><w:body><w:sectPr>{page()}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": _RELATIONS,
        "word/styles.xml": styles_xml(palette),
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": numbering_xml(palette),
        "word/fontTable.xml": _fonts(palette),
        "word/theme/theme1.xml": _theme(palette),
        "docProps/core.xml": CORE,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _HEAD + text)
    return target.getvalue()
