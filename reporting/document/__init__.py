"""Safe types only → charts and Word bytes. The only room that knows python-docx."""

from reporting.document.check import check_document
from reporting.document.compose import compose
from reporting.document.consent_sheet import ConsentSheet, render_consent_sheet
from reporting.document.edits import Edit, ReadEdits, origin_of, read_edits
from reporting.document.figures_part import ReadFigure, ReadReport, read_figures
from reporting.document.reading import document_texts
from reporting.document.word import render_word

__all__ = [
    "ConsentSheet",
    "Edit",
    "ReadEdits",
    "ReadFigure",
    "ReadReport",
    "check_document",
    "compose",
    "document_texts",
    "origin_of",
    "read_edits",
    "read_figures",
    "render_consent_sheet",
    "render_word",
]
