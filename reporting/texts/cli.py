"""What the command line says: help, progress, results, and what is wrong with how it was called."""

import re
from collections.abc import Mapping
from datetime import date

from reporting.model.safe import Edition
from reporting.texts.numbers import day, number

DESCRIPTION = "Van registraties en verhalen naar het kwartaalrapport. Dezelfde handelingen als in de app."
EPILOG = "Afsluitcodes: 0 gelukt, 2 de invoer klopt niet, 1 fout in het programma. Gegevens staan in DATA_DIR, sleutels in KEY_DIR."
STOPPED = "Gestopt. Wat al was opgeslagen, blijft staan."
USAGE = "gebruik: "
OPTIONS = "opties"
ARGUMENTS = "gegevens"
COMMANDS = "opdrachten"
HELP = "toon deze uitleg en stop"

COMMAND_HELP: Mapping[str, str] = {
    "report": "maak het rapport (Word) van een kwartaal",
    "import": "lees registraties in en bewaar de goede rijen",
    "inspect": "laat zien wat er in registraties staat; bewaart niets",
    "agreements": "lees afspraken in",
    "anonymise": "zoek namen en andere persoonsgegevens in teksten en stel vervangingen voor",
    "figures": "toon de ruwe cijfers van een kwartaal; niet om te verspreiden",
    "published": "toon alles wat lezers van vastgestelde rapporten al weten",
    "verify": "reken de cijfers in een rapport opnieuw na",
    "migrate": "werk de database bij",
}
EDITIONS: Mapping[str, Edition] = {
    "kwartaalrapport": Edition.QUARTERLY,
    "gesprekspagina": Edition.CONVERSATION,
    "jaarrapport": Edition.ANNUAL,
    "kennismaking": Edition.FIRST_MEETING,
}
OPTION_HELP: Mapping[str, str] = {
    "quarter": "het kwartaal, geschreven als 2026-K3",
    "municipality": "de gemeente: naam of code (GM en vier cijfers)",
    "sample": "werk met de voorbeeldgegevens, los van uw eigen gegevens",
    "edition": "het soort document: kwartaalrapport (als u niets kiest), gesprekspagina, jaarrapport of kennismaking",
    "final": "stel het rapport ook vast",
    "pdf": "maak ook een PDF naast het Word-bestand; daarvoor is LibreOffice nodig",
    "out": "het Word-bestand dat gemaakt wordt",
    "json": "toon het resultaat als JSON",
    "jsonl": "bestand met op elke regel een JSON-object met id en text",
    "files": "een of meer bestanden (CSV of Excel)",
    "document": "een rapport (.docx) dat dit programma maakte",
    "agreements_file": "bestand met afspraken (CSV of Excel)",
}

_USAGE_ERRORS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (.+)"), "Er ontbreekt: {0}."),
    (re.compile(r"unrecognized arguments: (.+)"), "Dit hoort niet bij deze opdracht: {0}."),
    (re.compile(r"argument (--.+?): invalid choice: (.+?) \(choose from (.+)\)"), "{1} past niet bij {0}. Kies uit: {2}."),
    (re.compile(r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)"), "{1} is geen opdracht. Kies uit: {2}."),
    (re.compile(r"argument (.+?): expected (?:one argument|at least one argument)"), "Na {0} hoort iets te staan."),
    (re.compile(r"argument (.+?): (?:not allowed|ignored explicit).*"), "{0} past hier niet."),
)


def usage_error(message: str) -> str:
    """How a command was called wrongly, in Dutch."""
    for pattern, said in _USAGE_ERRORS:
        found = pattern.fullmatch(message)
        if found is not None:
            return said.format(*(group.replace("'", "") for group in found.groups()))
    return "Deze opdracht is niet te begrijpen."


def no_file(name: str) -> str:
    """A file that cannot be opened."""
    return f"Het bestand {name} is niet te openen. Controleer de naam en of u het mag lezen."


def no_place(name: str) -> str:
    """A file that cannot be written."""
    return f"Het bestand {name} is niet te schrijven. Controleer of de map bestaat en of u er mag schrijven."


def about(name: str, said: str) -> str:
    """A sentence about one of several files."""
    return f"{name}: {said}"


def our_fault(kind: str, place: str) -> str:
    """A fault of the program; kind and place are for the maker and hold nothing of the data."""
    return f"Er ging iets mis in het programma. Uw gegevens zijn niet gewijzigd. Meld dit aan de beheerder: {kind} in {place}."


def which_municipality(names: list[str]) -> str:
    """Several municipalities to choose from."""
    return f"Er zijn meer gemeenten. Kies er een met --municipality: {', '.join(names)}."


def rows(read: int, accepted: int, warned: int, reported: int, skipped: int, *, stored: bool) -> str:
    """How many rows of a file were good, wrong and skipped; they add up to what was read."""
    verb = "opgeslagen" if stored else "goed"
    warning = f" (waarvan {number(warned)} met waarschuwing)" if warned else ""
    return f"{number(read)} rijen gelezen = {number(accepted)} {verb}{warning} + {number(reported)} fout + {number(skipped)} overgeslagen."


def error_line(line: int, column: str, said: str, sheet: str = "") -> str:
    """One row that is not counted; the sentence holds the value."""
    return f"  {f'blad {sheet}, ' if sheet else ''}regel {line}, {column}: {said}"


def more_errors(count: int) -> str:
    """How many wrong rows are not listed."""
    return f"  … en nog {number(count)}. Toon alles met --json."


def agreements_read(indicators: int, places: list[str]) -> str:
    """What was stored of an agreements file."""
    return f"{number(indicators)} indicatoren opgeslagen: {'; '.join(places)}."


def report_ready(name: str) -> str:
    """The report stands where it was asked for."""
    return f"Rapport is klaar: {name}"


def progress(share: float, doing: str) -> str:
    """One line of a progress display."""
    return f"{round(share * 100):3d}% {doing}"


def migrated(before: str | None, after: str) -> str:
    """What bringing the tables up to date did."""
    if before is None:
        return f"Er is een nieuwe database gemaakt (versie {after})."
    if before == after:
        return f"De database was al bij (versie {after})."
    return f"De database is bijgewerkt van versie {before} naar {after}."


def bad_json_line(line: int) -> str:
    """A line that is no JSON object with a text."""
    return f"Regel {line} is geen JSON-object met id en text. Verbeter die regel en probeer het opnieuw."


def needs_json(command: str) -> str:
    """A command that only prints JSON."""
    return f"De opdracht {command} toont alleen JSON. Zet --json erbij."


def not_ours(name: str) -> str:
    """A document without the figures this program puts into its reports."""
    return f"In {name} zijn de cijfers niet te vinden. Kies een rapport (.docx) dat dit programma maakte."


def recounted(agree: int, total: int) -> str:
    """How many printed figures were found again."""
    return f"{number(agree)} van {number(total)} cijfers in het document kloppen met de registraties."


def not_counted(figure: str) -> str:
    """A printed figure that is no longer counted."""
    return f"{figure}: dit cijfer wordt nu niet meer geteld. Staat de afspraak er nog?"


def edited(figure: str, printed: str, shown: str) -> str:
    """A figure somebody changed in the document, took out of it or added to it."""
    now = f"in het document staat nu “{shown}”" if shown else "staat niet meer in het document"
    return f"{figure}: {now}. Bij het maken stond er {f'“{printed}”' if printed else 'niets'}."


def typed_over(place: str) -> str:
    """A figure that was not shown when the document was made, where a number stands now. Which number is not said."""
    return f"{place}: dit cijfer was niet getoond. Nu staat er een getal in het document."


def chart_edited(number_: int, caption: str) -> str:
    """A chart whose description has other numbers."""
    return f"Figuur {number_}, “{caption}”: in de beschrijving (alternatieve tekst) staan nu andere getallen dan bij het maken."


def erased(figure: str, shown: str, now: str, on: date) -> str:
    """A figure that differs because a client was erased: no mistake."""
    return f"{figure}: {shown} in het document, {now} bij natellen. Gewist op {day(on)}: dat is geen fout."


def differs(figure: str, shown: str, now: str, *, same_files: bool) -> str:
    """A figure that comes out differently."""
    why = "" if same_files else " Sinds dit rapport zijn bestanden toegevoegd, vervangen of ingetrokken."
    return f"{figure}: {shown} in het document, {now} bij natellen.{why}"
