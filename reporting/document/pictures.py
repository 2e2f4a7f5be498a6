"""Pictures in a document: a PNG for every reader, with an SVG beside it for those that draw sharper (WORD)."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reporting.document.drawing import png
from reporting.document.markup import ADEC, ASVG, CM, PIC, attribute


class Pictures:
    """Adds pictures to a document and gives each its number."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._count = 0

    def inline(self, svg: str, pixels: tuple[float, float], width_cm: float, title: str, description: str, decorative: bool = False) -> str:
        """A run with the picture, that wide, in the line of text. A decorative one has no description and says so."""
        self._count += 1
        number, package = self._count, self._document.part.package
        bitmap = Part(PackURI(f"/word/media/figuur{number}.png"), "image/png", png(svg), package)
        vector = Part(PackURI(f"/word/media/figuur{number}.svg"), "image/svg+xml", svg.encode("utf-8"), package)
        flat, sharp = (self._document.part.relate_to(p, RELATIONSHIP_TYPE.IMAGE) for p in (bitmap, vector))
        wide, high = round(width_cm * CM), round(width_cm * CM * pixels[1] / pixels[0])
        if decorative:
            mark = f'<adec:decorative xmlns:adec="{ADEC}" val="1"/>'
            words = f'descr=""><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">{mark}</a:ext></a:extLst></wp:docPr>'
        else:
            words = f'descr="{attribute(description)}" title="{attribute(title)}"/>'
        extension = f'<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="{sharp}"/></a:ext></a:extLst>'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{number}" name="Figuur {number}" {words}'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="figuur{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{flat}">{extension}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
