"""Safe types only → charts and Word bytes. The only room that knows python-docx."""

from reporting.document.compose import compose

__all__ = ["compose"]
