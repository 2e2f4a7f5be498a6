"""Safe types only → charts and Word bytes. The only room that knows python-docx."""

from reporting.document.check import check_document
from reporting.document.compose import compose
from reporting.document.reading import document_texts
from reporting.document.word import render_word

__all__ = ["check_document", "compose", "document_texts", "render_word"]
