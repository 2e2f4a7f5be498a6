"""Municipalities, as files and people name them."""

import re
import unicodedata
from dataclasses import dataclass

_CODE = re.compile(r"GM\d{4}", re.IGNORECASE)


def fold(text: str) -> str:
    """Text without case, accents, punctuation, odd blanks and invisible characters: what names are compared by."""
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return " ".join(kept.casefold().split())


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality. `key` is its code (GM and four digits) where known, else the folded name: what data is joined by."""

    key: str
    name: str

    @classmethod
    def named(cls, text: str) -> "Municipality":
        """The municipality a cell or an option names: a code, a name, or a name with its code ("Lindemeer (GM9999)")."""
        found = _CODE.search(text)
        name = fold_name(_CODE.sub(" ", text).strip(" ()-,"))
        if found is not None:
            return cls(found[0].upper(), name or found[0].upper())
        return cls(municipality_key(text), name)


def fold_name(text: str) -> str:
    """A municipality's name without "gemeente" before it and with single blanks; case kept."""
    return re.sub(r"^gemeente\s+", "", " ".join(text.split()), flags=re.IGNORECASE)


def municipality_key(text: str) -> str:
    """What a municipality's name or code is joined by: "GM0344", or the folded name. "" for a blank."""
    found = _CODE.search(text)
    return found[0].upper() if found is not None else fold(fold_name(text))
