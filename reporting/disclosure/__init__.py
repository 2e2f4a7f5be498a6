"""CountTable → SafeTable: figures nobody can be recognised in. The only room that makes safe types."""

from reporting.disclosure.cells import cells_of
from reporting.disclosure.gate import exposed
from reporting.disclosure.held import Held, HeldFor, comparisons, held_against
from reporting.disclosure.pooled import reader_object
from reporting.disclosure.propose import Saving, propose_shown, saved_by_merging
from reporting.disclosure.protect import Why, protect, reasons

__all__ = [
    "Held",
    "HeldFor",
    "Saving",
    "Why",
    "cells_of",
    "comparisons",
    "exposed",
    "held_against",
    "propose_shown",
    "protect",
    "reader_object",
    "reasons",
    "saved_by_merging",
]
