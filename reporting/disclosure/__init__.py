"""CountTable → SafeTable: figures nobody can be recognised in. The only room that makes safe types."""

from reporting.disclosure.cells import cells_of
from reporting.disclosure.gate import exposed
from reporting.disclosure.pooled import reader_object
from reporting.disclosure.protect import protect, reasons

__all__ = ["cells_of", "exposed", "protect", "reader_object", "reasons"]
