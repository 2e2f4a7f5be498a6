"""What the screens say around the work: start, profiles, status strip, messages, and Dutch for Streamlit's own English words.

Labels of buttons and fields stand with their widget; sentences stand here and in `screens_*`.
"""

from datetime import datetime

from reporting.model.people import Actor, Role

PRODUCT = "Kwartaalrapport"
PRODUCT_LONG = "Tellen en vertellen"
PROMISE = "Van registraties en verhalen naar het kwartaalrapport voor de wethouder."
NO_SCRIPT = "Zet JavaScript aan in uw browser. Zonder JavaScript werkt dit programma niet."

WENT_WRONG = "Er ging iets mis"
WHAT_NOW = "Wat nu?"
OUR_FAULT = (
    "Er ging iets mis in het programma. Wat u typte, is bewaard als concept. "
    "Laad de pagina opnieuw en probeer het nog eens. Lukt het weer niet? Bel dan uw beheerder en vertel wat u deed."
)
CANNOT_START = "Het programma kan niet starten"

WHO_ARE_YOU = "Wie bent u?"
PICK_PROFILE = "Kies uw naam. Zo weet iedereen wie wat heeft gedaan."
FIRST_PROFILE = "Welkom. Vul uw naam in en kies uw rol. Daarna kunt u meteen beginnen."
ADD_MANAGER = "Er is nog geen beheerder. De beheerder voegt collega's toe en maakt een reservekopie."
NAME_MISSING = "Vul uw naam in bij ‘Uw naam’."
CHOOSE_PROFILE_FIRST = "Kies eerst wie u bent. Ga daarvoor naar het Overzicht."
NOT_FOR_YOU = "Dit mag u niet openen"

SAMPLE = "voorbeeld"
OWN = "eigen"
SAMPLE_MARK = "VOORBEELDGEGEVENS"
SAMPLE_BANNER = "U kijkt naar een bedachte organisatie. Uw eigen gegevens staan hier los van."

_TASKS = {
    Role.WORKER: "leest registraties in, schrijft verhalen en maakt een concept",
    Role.TEAM_LEAD: "doet dit ook, leest afspraken in, controleert de cijfers en stelt het rapport vast",
    Role.MANAGER: "beheert mensen, rollen, afspraken en de reservekopie",
    Role.PRIVACY_OFFICER: "wist gegevens en bewaakt de privacy",
}


def role_with_task(role: Role) -> str:
    """A role with what it does: "teamleider: doet dit ook, …"."""
    return f"{role.value}: {_TASKS[role]}" if role in _TASKS else role.value


def profile(person: Actor) -> str:
    """A profile in a list: name and role."""
    return f"{person.name} ({person.role.value})"


def not_for_role(role: Role) -> str:
    """Why a page does not open."""
    return f"Uw rol is {role.value}. Met die rol kunt u deze pagina niet openen. Vraag een collega met een andere rol, of vraag uw beheerder."


def clash(name: str, theirs: str, mine: str) -> str:
    """A colleague saved the same field first: both texts."""
    return f"{name}: een collega vulde intussen ‘{theirs or 'leeg'}’ in. U typte ‘{mine or 'leeg'}’. Typ uw tekst opnieuw en sla op om die te houden."


def draft_saved(at: datetime) -> str:
    """ "Concept opgeslagen om 14:02"."""
    return f"Concept opgeslagen om {at:%H:%M}"


BUILT_IN = {
    "Skip to main content": "Naar de inhoud",
    "Sidebar": "Menu en keuzes",
    "Collapse sidebar": "Menu inklappen",
    "Expand sidebar": "Menu uitklappen",
    "Open sidebar": "Menu openen",
    "Close sidebar": "Menu sluiten",
    "Main menu": "Weergave",
    "Choose an option": "Maak een keuze",
    "Choose options": "Maak een keuze",
    "Choose or add an option": "Kies of typ",
    "Choose or add options": "Kies of typ",
    "No options to select": "Niets om te kiezen",
    "No results": "Niets gevonden",
    "No matching options": "Niets gevonden",
    "Show suggestions": "Keuzes tonen",
    "Select all": "Alles kiezen",
    "Open": "Openen",
    "Close": "Sluiten",
    "Dismiss": "Sluiten",
    "Clear": "Leegmaken",
    "Clear value": "Leegmaken",
    "Clear all": "Alles leegmaken",
    "Decrement": "Eén minder",
    "Increment": "Eén meer",
    "file upload": "bestand kiezen",
    "Upload": "Bestand kiezen",
    "Browse files": "Bestand kiezen",
    "Browse file": "Bestand kiezen",
    "Drag and drop file here": "Sleep een bestand hierheen",
    "Drag and drop files here": "Sleep bestanden hierheen",
    "Remove file": "Bestand weghalen",
    "Add file": "Ander bestand kiezen",
    "Add files": "Ander bestand kiezen",
    "Choose date": "Datum kiezen",
    "Choose a date": "Datum kiezen",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "Pijltjes kiezen een dag, Enter neemt die over, Escape sluit.",
    "add icon": "toevoegen",
    "Clear date": "Datum leegmaken",
    "Clear dates": "Datums leegmaken",
    "Clear entry": "Leegmaken",
    "Selected values": "Gekozen",
    "Cancel": "Annuleren",
    "Try again": "Opnieuw proberen",
    "Please wait...": "Even wachten",
    "Connecting to Streamlit server": "Bezig met verbinden",
    "Connection lost. Please wait for the app to reconnect, then try again.": "De verbinding is weg. Wacht even en probeer het dan opnieuw.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": (
        "Het programma is gestopt. Wat u typte, is bewaard. Start het programma opnieuw, of vraag uw beheerder:"
    ),
    "An error has occurred, please try again.": "Er ging iets mis. Probeer het opnieuw.",
    "Page not found": "Deze pagina bestaat niet",
    "No data": "Geen gegevens",
    "Previous": "Vorige maand",
    "Next": "Volgende maand",
    "Previous month": "Vorige maand",
    "Next month": "Volgende maand",
    "Select month": "Maand kiezen",
    "Select year": "Jaar kiezen",
    "Select a date": "Kies een datum",
    "Select a date.": "Kies een datum",
    "Calendar": "Kalender",
    "Loading...": "Bezig met laden",
    "Running...": "Bezig",
    "Stop": "Stoppen",
    "Connecting": "Bezig met verbinden",
    "Connecting...": "Bezig met verbinden",
    "Connection error": "Geen verbinding",
    "Show password text": "Wachtwoord tonen",
    "Fullscreen": "Groter tonen",
    "View fullscreen": "Groter tonen",
    "Close fullscreen": "Kleiner tonen",
    "Search": "Zoeken",
    "Show/hide columns": "Kolommen kiezen",
    "Download as CSV": "Downloaden als CSV",
    "Theme": "Weergave",
    "Light": "Licht",
    "Dark": "Donker",
    "System": "Zoals uw computer",
    "Auto": "Zoals uw computer",
    "Print": "Afdrukken",
    "day": "dag",
    "month": "maand",
    "year": "jaar",
}

# Built-in words with something in them: pattern (JavaScript and Python agree on these) and replacement.
BUILT_IN_PATTERNS = [
    ["^day, (.+)$", "dag, $1"],
    ["^month, (.+)$", "maand, $1"],
    ["^year, (.+)$", "jaar, $1"],
    ["^Choose date, (.+)$", "Datum kiezen, $1"],
    ["^(\\d+) options? available\\.?$", "$1 keuzes"],
    ["^Fullscreen: (.+)$", "Groter tonen: $1"],
    ["^Remove (.+)$", "Weghalen: $1"],
    ["^Limit (\\d+)MB per file • (.+)$", "Hoogstens $1 MB • $2"],
    ["^(\\d+)MB per file • (.+)$", "Hoogstens $1 MB • $2"],
    ["^Up to (\\d+)MB • (.+)$", "Hoogstens $1 MB • $2"],
    ["^(\\d+)MB per file$", "Hoogstens $1 MB"],
    ["^Limit (\\d+)MB per file$", "Hoogstens $1 MB"],
    ["^File must be ([\\d.]+) ?MB or smaller\\.?$", "Dit bestand is te groot. Het mag hoogstens $1 MB zijn."],
    ["^.*files are not allowed\\.?$", "Dit soort bestand kunnen wij niet lezen. Kies een CSV- of Excel-bestand."],
]
