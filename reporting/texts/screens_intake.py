"""What the screens say about reading files in: registrations, agreements and the ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from reporting.model.registration import Column, Grain, ImportBatch
from reporting.texts.numbers import day, listed, number, short_day

LINE = "Kies een bestand met registraties, controleer wat wij lezen en sla het op."
FILE_HELP = "CSV of Excel, hoogstens 50 MB. Namen zijn niet nodig."
NEVER_KEPT = "Namen, adressen, BSN, e-mail en telefoon bewaren wij niet. Het rapport heeft die niet nodig."
NO_AGREEMENTS = "Er zijn nog geen afspraken met een gemeente. Lees eerst de afspraken in. Dan weten wij wat wij moeten tellen."
NO_FILE = "Kies eerst een bestand bij stap 1."
NOT_USED = "wordt niet gebruikt"
SAME_LAYOUT = "Dit bestand heeft dezelfde indeling als een eerder bestand. De koppeling is overgenomen."
LEAVE_NAME = "Zo laten"
UNKNOWN_LINE: Mapping[Column, str] = {
    Column.ACTIVITY: (
        "Deze activiteiten staan niet in de afspraken en tellen nergens mee. Kies welke activiteit is bedoeld. Wij onthouden dat voor dit soort bestand."
    ),
    Column.DISTRICT: "Deze wijken stonden nog in geen bestand. Kies welke wijk is bedoeld, of laat de naam zo. Wij onthouden dat voor dit soort bestand.",
}
GUESSED = "Wij kozen deze kolom omdat de naam erop lijkt. Kijk of dat klopt."
ALL_GOOD = "Alle rijen zijn goed."
KEEP_EMPTY = "Tel deze rijen toch mee en laat deze waarde leeg"
NOTHING_STORED = "Er is niets opgeslagen. Verbeter het bestand of kies een ander bestand bij stap 1."
REPLACE = "Vervang het eerdere bestand: dit is een verbeterde versie"
STOP = "Stoppen: niets opslaan"
NOT_YET = "Nog niet opslaan"

LEDGER_LINE = "Hier staat elk bestand dat is ingelezen, en wat ervan meetelt."
LEDGER_EMPTY = "Er is nog niets ingelezen."
WITHDRAWN = "Het bestand telt niet meer mee. U kunt dit ongedaan maken bij het bestand."
RESTORED = "Het bestand telt weer mee."

COLUMNS: Mapping[Column, str] = {
    Column.DATE: "Datum",
    Column.ACTIVITY: "Activiteit",
    Column.CLIENT: "Cliëntnummer",
    Column.DISTRICT: "Wijk",
    Column.AGE: "Leeftijd of geboortejaar",
    Column.AGE_CLASS: "Leeftijdsklasse",
    Column.HOURS: "Uren",
    Column.GRADE: "Rapportcijfer",
    Column.RECOMMEND: "Aanbeveling",
    Column.COUNT: "Aantal deelnemers",
    Column.ASKED: "Aantal gevraagd",
    Column.START: "Startdatum",
    Column.END: "Einddatum",
    Column.CLOSING: "Afsluitreden",
    Column.MUNICIPALITY: "Gemeente",
    Column.GROUP: "Groep of locatie",
    Column.INDICATOR: "Prestatie-indicator",
}

GRAINS: Mapping[Grain, str] = {
    Grain.CONTACT: "één rij per contact",
    Grain.ATTENDANCE: "één rij per deelnemer per bijeenkomst",
    Grain.COUNT: "één rij per bijeenkomst, met een aantal",
    Grain.TRAJECTORY: "één rij per traject",
}

_DELIMITERS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "streepje"}

FILE_WARNINGS: Mapping[str, str] = {
    "american_dates": "In een datumkolom staan tweede getallen boven de 12. Misschien staat de maand voorop. Controleer de datums.",
}


def recognised(delimiter: str | None, sheets: tuple[str, ...], rows: int, grain: Grain | None) -> str:
    """What was recognised: "Gescheiden met puntkomma, 412 rijen, één rij per contact."."""
    parts = []
    if delimiter in _DELIMITERS:
        parts.append(f"Gescheiden met {_DELIMITERS[delimiter]}")
    elif sheets:
        parts.append("Werkblad " + listed(sheets) if len(sheets) == 1 else "Werkbladen " + listed(sheets))
    if rows:  # not counted while a needed column is missing
        parts.append(f"{number(rows)} {'rij' if rows == 1 else 'rijen'}")
    if grain is not None:
        parts.append(GRAINS[grain])
    return ", ".join(parts) + "." if parts else ""


def sums(read: int, accepted: int, warned: int, reported: int, skipped: int) -> str:
    """The counts that add up, as one sentence."""
    warning = f" (waarvan {number(warned)} met een waarschuwing)" if warned else ""
    return f"{number(read)} gelezen = {number(accepted)} goed{warning} + {number(reported)} fout + {number(skipped)} overgeslagen"


SKIPPED = "Overgeslagen zijn lege rijen, totaalregels en herhaalde koppen."


def error_group(name: str, column: str, rows: int) -> str:
    """The title of a kind of errors: "23 × onbekende datum in Datum"."""
    return f"{number(rows)} × {name}" + ("" if column == "*" else f" in kolom {column}")


def repaired(emptied: Sequence[str], replaced: Sequence[tuple[str, str]]) -> str:
    """The repairs that hold."""
    parts = [f"waarde leeggelaten bij: {', '.join(emptied)}"] if emptied else []
    parts += [f"{old} werd {new}" for old, new in replaced]
    return f"Hersteld: {'; '.join(parts)}."


def header_changed(name: str, at: datetime, came: Sequence[str], went: Sequence[str]) -> str:
    """The columns differ from those of an earlier file that is nearly the same."""
    parts = [f"Dit bestand lijkt op {name} van {day(at.date())}, maar de kolommen zijn anders."]
    if came:
        parts.append(f"Nieuw: {listed(tuple(came))}.")
    if went:
        parts.append(f"Niet meer in het bestand: {listed(tuple(went))}.")
    return " ".join([*parts, "Kijk of de koppeling hieronder nog klopt."])


def unknown_names(column: Column, names: int, rows: int) -> str:
    """The title of the names nobody knows: "2 onbekende activiteiten (12 rijen)"."""
    one, more = ("activiteit", "activiteiten") if column is Column.ACTIVITY else ("wijk", "wijken")
    return f"{number(names)} onbekende {one if names == 1 else more} ({number(rows)} {'rij' if rows == 1 else 'rijen'})"


def which_name(name: str, rows: int) -> str:
    """The question what a name stands for."""
    return f"Wat is {name} ({number(rows)} ×)?"


def maybe_name(known: str) -> str:
    """A known name that is spelled nearly the same."""
    return f"Misschien is dit {known}. Kies die als dat klopt."


def more_names(count: int) -> str:
    """Names that are not shown yet."""
    return f"Hierna volgen er nog {number(count)}."


def already(at: datetime, name: str) -> str:
    """The same file was read before."""
    return f"Dit bestand is op {day(at.date())} al ingelezen als {name}. Dezelfde rijen tellen wij nooit dubbel."


def only_good(rows: int) -> str:
    """The choice to store the good rows."""
    return f"Alleen de {number(rows)} goede rijen opslaan"


def stored(rows: int, name: str) -> str:
    """What was stored."""
    return f"{number(rows)} {'registratie' if rows == 1 else 'registraties'} uit {name} {'is' if rows == 1 else 'zijn'} opgeslagen."


def withdraw_question(rows: int, name: str) -> str:
    """What withdrawing a batch means."""
    return f"{number(rows)} registraties uit {name} tellen dan niet meer mee. U kunt dit later ongedaan maken."


def unused(columns: tuple[str, ...]) -> str:
    """Columns that are not read."""
    return f"Deze kolommen worden niet gebruikt en niet bewaard: {listed(columns)}."


def personal(columns: tuple[str, ...]) -> str:
    """Columns with personal data that are left out."""
    return f"Hierin lijken persoonsgegevens te staan: {listed(columns)}. Die lezen wij niet. Maak de export liever zonder deze kolommen."


def suggestion(cell: str) -> str:
    """A column whose name looks alike, but not so much that it was taken."""
    return f"De naam van kolom {cell} lijkt hierop. Is dit die kolom? Kies die dan."


def samples(values: tuple[str, ...]) -> str:
    """Three values under a field."""
    return "Voorbeelden: " + " · ".join(values) if values else "Geen waarden in deze kolom."


AGREEMENTS_LINE = "Hier staat wat u met de gemeente voor dit jaar afsprak."
AGREEMENTS_EMPTY = "Er zijn nog geen afspraken voor dit jaar. Lees een bestand in. Een leeg voorbeeld kunt u hieronder downloaden."
AGREEMENTS_READ_ONLY = (
    "Met uw rol kunt u de afspraken lezen. De teamleider of de beheerder kan ze wijzigen. "
    "Is die er nog niet? Druk links op ‘Iemand anders kiezen’ en voeg een beheerder toe."
)
AGREEMENT_GONE = "Deze afspraak is intussen weggehaald. Laad de pagina opnieuw."
AGREEMENT_SAME = "Een collega sloeg intussen hetzelfde op. U hoeft niets te doen."
AGREEMENTS_REPLACE = "Dit bestand vervangt de afspraken van de gemeente en het jaar die erin staan. Registraties en verhalen blijven staan."
TARGET_UNREADABLE = "Dit jaardoel kunnen wij niet lezen. Schrijf het zoals in een van de voorbeelden."
BASELINE_UNREADABLE = "De nulmeting moet een getal zijn, bijvoorbeeld 120 of 7,5. Laat het veld anders leeg."


def agreements_stored(count: int) -> str:
    """What was stored of an agreements file."""
    return f"{number(count)} {'afspraak is' if count == 1 else 'afspraken zijn'} opgeslagen."


def changed(old: str, new: str) -> str:
    """A change, old and new."""
    return f"Gewijzigd: {old or 'leeg'} werd {new or 'leeg'}."


CHOSE_NOT_TO_STORE = "U koos om nog niets op te slaan. Kies bij stap 4 wat u wilt opslaan."


def batch_label(batch: ImportBatch) -> str:
    """A batch in a list: name, day and rows."""
    return f"{batch.file_name} ({short_day(batch.imported_at.date())}, {number(batch.rows_accepted)} rijen)"


def batch_state(batch: ImportBatch, later: str) -> str:
    """Whether a batch counts. `later`: the name of the file that took its place."""
    if batch.superseded_by is not None:
        return f"Vervangen door {later}"
    if batch.withdrawn_at is not None:
        return f"Ingetrokken op {short_day(batch.withdrawn_at.date())}"
    if batch.erased_on:
        return f"Telt mee; gewist op {short_day(batch.erased_on[-1])}"
    return "Telt mee"


def agreement_stored(code: str) -> str:
    """One agreement was stored."""
    return f"Afspraak {code} is opgeslagen."


def agreement_removed(code: str) -> str:
    """One agreement was taken away."""
    return f"Afspraak {code} is weggehaald."


def remove_agreement(code: str) -> str:
    """What taking an agreement away means."""
    return f"Afspraak {code} verdwijnt uit dit jaar. De registraties blijven staan."
