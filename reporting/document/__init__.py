"""Safe types only → charts and Word bytes. The only room that knows python-docx."""

from reporting.document.compose import compose
from reporting.document.word import render_word

__all__ = ["compose", "render_word"]
