"""What the page with figures and explanations says."""

from collections.abc import Mapping
from decimal import Decimal

from reporting.model.agreement import Indicator
from reporting.model.count import WhyNot
from reporting.model.safe import SafeCell
from reporting.texts.figures import WHY_NOT, cell_text, unit_text
from reporting.texts.numbers import listed, number, rounded, tidy

LINE = "Bekijk de cijfers per afspraak en schrijf erbij waarom ze zo zijn."
EMPTY = "Er zijn geen registraties in dit kwartaal. Lees eerst een bestand in."
NO_AGREEMENTS = "Er zijn nog geen afspraken voor dit jaar. Lees eerst de afspraken in."
PROTECTED = "Aantallen van 1 tot en met 4 tonen wij niet. Zo is niemand te herkennen. In het rapport staat hetzelfde."
RAW = "Dit zijn ruwe cijfers, ook van heel kleine groepen. Alleen voor controle. Geef ze niet door en zet ze niet in een mail."
PERSONAL = "Dit lijkt een persoonsgegeven. Haal het weg, of vink aan dat het geen gegeven van een cliënt is."
NUMBERS_CHECKED = "Niemand kan hiermee een weggelaten cijfer uitrekenen"
CHECKED = "Dit is geen gegeven van een cliënt"
SAVED = "De toelichting is opgeslagen."
NOTHING_TYPED = "Er is niets nieuws om op te slaan. Wat u typt, bewaren wij meteen als concept."
CONFLICT = "Een collega heeft deze toelichting intussen gewijzigd. Kies welke tekst blijft."
ADVISED = "Een toelichting is niet verplicht. Bij Rapport maken ziet u welke thema's er nog geen hebben."

FIELDS: Mapping[str, str] = {
    "see": "Wat zien we?",
    "cause": "Hoe komt dat?",
    "action": "Wat doen we nu?",
    "request": "Wat vragen wij de gemeente?",
}

PREVIOUS = "vorig kwartaal"
LAST_YEAR = "hetzelfde kwartaal vorig jaar"
ALL_DISTRICTS = "alle wijken"


def figure(indicator: Indicator, cell: SafeCell | None, threshold: int) -> str:
    """The quarter's figure with its unit: "412 unieke cliënten"."""
    words = cell_text(cell, indicator.unit, threshold)
    if indicator.unit.is_ratio:
        return words
    return f"{words} {unit_text(indicator)}" if cell is not None and cell.value is not None else words


def compared(words: str | None, before: str, cell: SafeCell | None, indicator: Indicator, threshold: int) -> str:
    """The difference in words, with the earlier figure: "12 meer dan vorig kwartaal (400)"."""
    earlier = cell_text(cell, indicator.unit, threshold)
    if words is None:
        return f"Geen vergelijking met {before} ({earlier})."
    joint = "als" if words.endswith(("evenveel", "gelijk")) else "dan"
    return f"{words[:1].upper()}{words[1:]} {joint} {before} ({earlier})."


def grade_words(value: Decimal, low: Decimal, high: Decimal) -> str:
    """Where a grade stands against the organisation's own two limits; empty between them. Compares what is printed: one decimal."""
    printed = rounded(value, 1)
    if printed < low:
        return f" Dit is laag: minder dan {tidy(low)}."
    return f" Dit valt op: {tidy(high)} of hoger." if printed >= high else ""


def why_not(reason: WhyNot | None) -> str:
    """Why a figure could not be computed."""
    return "" if reason is None else WHY_NOT[reason]


def progress(done: int, total: int) -> str:
    """ "Toelichting geschreven bij 2 van 3 thema's"."""
    return f"Toelichting geschreven bij {number(done)} van {number(total)} {'thema' if total == 1 else 'thema’s'}."


def stale(rows: int) -> str:
    """Registrations that came after the explanation."""
    return f"Er {'is 1 nieuwe registratie' if rows == 1 else f'zijn {number(rows)} nieuwe registraties'} sinds u dit schreef."


def numbers_held(theme: str, sentences: tuple[str, ...]) -> str:
    """Typed numbers and comparisons of a theme's explanation that are held against what is hidden."""
    return f"Toelichting bij {theme}: {' '.join(sentences)} Pas de tekst aan, of vink aan dat het zo kan."


def flagged(theme: str, words: tuple[str, ...]) -> str:
    """What looks like a personal detail in a theme's explanation."""
    return (
        f"In de toelichting bij {theme} staat misschien een persoonsgegeven: {listed(words)}. Haal het weg, of vink aan dat het geen gegeven van een cliënt is."
    )
