"""Targets, paths and units as municipalities write them (DOMAIN "Agreements and targets"). Text in, None where it cannot be read."""

import re
from collections.abc import Mapping
from decimal import Decimal

from reporting.model.agreement import Path, Target, TargetKind, Unit
from reporting.model.municipality import fold

TARGET_FORMS = ("2.400", "minimaal 160", ">= 69%", "maximaal 20", "<= 5%", "bandbreedte 65-70%", "toename", "lager dan nulmeting", "n.b.")

_NUMBER = r"(\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*(%|procent)?"
_WORDS = r"(?:\s+[^\W\d][^\d<>=%]*)?"  # "160 deelnemers"
_AT_LEAST = re.compile(
    rf"(?:>=|=>|≥|>|minimaal|minimum|min\.?|ten minste|tenminste|minstens|op zijn minst|meer dan|hoger dan|groter dan|boven(?: de)?|vanaf|niet minder dan|"
    rf"niet lager dan)\s*:?\s*{_NUMBER}{_WORDS}|{_NUMBER}(?:\s*\+|\s*(?:of|en) (?:meer|hoger|groter)|\s+\w+ of meer){_WORDS}"
)
_AT_MOST = re.compile(
    rf"(?:<=|=<|≤|<|maximaal|maximum|max\.?|ten hoogste|hoogstens|niet meer dan|niet hoger dan|minder dan|lager dan|kleiner dan|onder(?: de)?|"
    rf"niet boven)\s*:?\s*{_NUMBER}{_WORDS}|{_NUMBER}\s*(?:of|en) (?:minder|lager|kleiner){_WORDS}"
)
_PLAIN = re.compile(rf"(?:=|ca\.?|circa|ongeveer)?\s*{_NUMBER}{_WORDS}")
_BAND = re.compile(
    rf"(?:.*?\bband(?:breedte)?\b\s*:?\s*(?:van|tussen)?\s*|tussen(?: de)?\s+|van\s+|)"
    rf"{_NUMBER}\s*(?:-|–|—|tot en met|t/m|tot|en)\s*(?:de\s+)?{_NUMBER}{_WORDS}"
)
_BASELINE = r"(?:(?:\s+(?:dan|t\.?o\.?v\.?|ten opzichte van|vergeleken met|onder|boven))?\s+(?:de\s+)?(?:nul|0-|basis|begin)meting(?:\s+\d{4})?)"
_LOWER = re.compile(rf"(?:lager|minder|kleiner|onder|daling|afname|vermindering|verlaging|dalend|gelijk (?:blijven )?of (?:lager|minder|kleiner)){_BASELINE}?")
_HIGHER = re.compile(
    rf"(?:toename|stijging|groei|verhoging|verbetering|stijgend|gelijk (?:blijven(?:d)? )?(?:of|en) (?:groter|hoger|meer)|gelijk blijven|"
    rf"(?:hoger|meer|groter|beter|boven)(?={_BASELINE})){_BASELINE}?"
)
_BARE_LOWER = frozenset({"lager", "minder", "kleiner", "onder"})  # lower than what?
_NOT_SET = frozenset(
    {
        *("", "nb", "n b", "nvt", "n v t", "nog te bepalen", "nader te bepalen", "nog niet bekend", "niet bekend", "onbekend", "geen", "ntb", "n t b", "nntb"),
        *("nog onbekend", "nog vast te stellen", "niet van toepassing", "nader bepalen", "nog niet bepaald", "niet bepaald", "geen doel", "monitoren"),
    }
)


def parse_target(text: str) -> Target | None:
    """The target a cell names; None where it cannot be read. The text stays as the municipality wrote it."""
    written = " ".join(text.split())
    said = written.casefold().rstrip(".;, ") if written else ""
    if fold(written) in _NOT_SET and not re.search(r"[<>=≤≥]", written):
        return Target(TargetKind.NOT_SET, written)
    if found := _BAND.fullmatch(said):
        low, high = number(found[1]), number(found[3])
        return Target(TargetKind.BAND, written, lower=low, upper=high, percent=bool(found[2] or found[4])) if low < high else None
    for kind, pattern in ((TargetKind.AT_LEAST, _AT_LEAST), (TargetKind.AT_MOST, _AT_MOST), (TargetKind.NUMBER, _PLAIN)):
        if found := pattern.fullmatch(said):
            at = 1 if found[1] is not None else 3
            return Target(kind, written, amount=number(found[at]), percent=bool(found[at + 1]))
    if _LOWER.fullmatch(said) and said not in _BARE_LOWER:
        return Target(TargetKind.LOWER_THAN_BASELINE, written)
    return Target(TargetKind.INCREASE, written) if _HIGHER.fullmatch(said) else None


def number(text: str) -> Decimal:
    """A Dutch number: a point before three digits is a thousand, a comma a decimal ("2.400", "7,5", "7.5")."""
    bare = "".join(text.split())
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    return Decimal(bare.replace(",", "."))


def parse_amount(text: str) -> Decimal | None:
    """A baseline: a number, with or without % and a word after it."""
    found = re.fullmatch(_NUMBER + r"(?:\s*\(.*\)|\s+\D*)?", " ".join(text.split()).casefold())
    return number(found[1]) if found else None


def parse_path(text: str, target: Target | None = None) -> Path | None:
    """Four cumulative shares or numbers with | between; None where it cannot be read. Empty text: a quarter of the target each quarter.

    Parts with %, parts up to 1, and parts that end in 100 where the target is not 100 are shares.
    """
    if not text.strip():
        return Path()
    parts = [re.fullmatch(_NUMBER, part.strip().casefold()) for part in re.split(r"\||/|\n", text)]
    if len(parts) != 4 or any(p is None for p in parts):
        return None
    steps = [number(p[1]) for p in parts if p is not None]
    if steps != sorted(steps) or steps[-1] <= 0:
        return None
    hundred = steps[-1] == 100 and (target is None or target.amount != 100)
    if any(p[2] for p in parts if p is not None) or hundred:
        steps = [s / 100 for s in steps]
        shares = True
    else:
        shares = steps[-1] <= 1
    return Path((steps[0], steps[1], steps[2], steps[3]), shares)


UNITS: Mapping[str, Unit] = {
    **dict.fromkeys(("unieke clienten", "unieke deelnemers", "unieke inwoners", "unieke bezoekers", "unieke personen", "bereik"), Unit.UNIQUE_CLIENTS),
    **dict.fromkeys(("nieuwe unieke clienten", "nieuwe clienten", "nieuwe unieke deelnemers", "nieuwe deelnemers", "instroom"), Unit.NEW_UNIQUE_CLIENTS),
    **dict.fromkeys(("deelnames", "deelname", "aantal deelnames", "bezoeken", "deelnamen"), Unit.ATTENDANCES),
    **dict.fromkeys(("bijeenkomsten", "bijeenkomst", "sessies", "aantal bijeenkomsten"), Unit.SESSIONS),
    **dict.fromkeys(("contacten", "contact", "contactmomenten", "aantal contacten"), Unit.CONTACTS),
    **dict.fromkeys(("uren", "uur", "aantal uren"), Unit.HOURS),
    **dict.fromkeys(("aantal", "aantallen"), Unit.AMOUNT),
    **dict.fromkeys(("rapportcijfer", "cijfer", "gemiddeld cijfer", "gemiddeld rapportcijfer", "tevredenheid"), Unit.GRADE),
    **dict.fromkeys(("aanbeveling", "ambassadeursvraag", "beveelt aan", "aanbevelen"), Unit.RECOMMEND),
    **dict.fromkeys(("afgesloten trajecten", "afgeronde trajecten", "uitstroom", "trajecten afgesloten"), Unit.CLOSED_TRAJECTORIES),
}


def parse_unit(text: str) -> tuple[Unit, str] | None:
    """A unit and what stands in brackets after it: the unit word of an amount, the closing reason of closed trajectories."""
    found = re.fullmatch(r"([^()]*?)\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?\s*", " ".join(text.split()))
    unit = UNITS.get(fold(found[1])) if found else None
    if found is None or unit is None:
        return None
    return unit, (found[2] or "").strip()
