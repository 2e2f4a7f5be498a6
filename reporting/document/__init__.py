"""Safe types only → charts and Word bytes. The only room that knows python-docx."""

from reporting.document.altered import Altered, AlteredCell, AlteredChart, altered
from reporting.document.check import check_document
from reporting.document.compose import compose
from reporting.document.consent_sheet import ConsentSheet, render_consent_sheet
from reporting.document.edits import Edit, ReadEdits, origin_of, read_edits
from reporting.document.figures_part import ReadFigure, ReadReport, read_figures
from reporting.document.house_package import clean_package, packed
from reporting.document.house_style import house_style
from reporting.document.office import chapter_pages, to_pdf
from reporting.document.reading import document_texts, frame_text
from reporting.document.said import own_messages, printed_messages
from reporting.document.story_sheet import StorySheet, ToldIn, render_story_sheet
from reporting.document.word import render_word

__all__ = [
    "Altered",
    "AlteredCell",
    "AlteredChart",
    "ConsentSheet",
    "Edit",
    "ReadEdits",
    "ReadFigure",
    "ReadReport",
    "StorySheet",
    "ToldIn",
    "altered",
    "chapter_pages",
    "check_document",
    "clean_package",
    "compose",
    "document_texts",
    "frame_text",
    "house_style",
    "origin_of",
    "own_messages",
    "packed",
    "printed_messages",
    "read_edits",
    "read_figures",
    "render_consent_sheet",
    "render_story_sheet",
    "render_word",
    "to_pdf",
]
