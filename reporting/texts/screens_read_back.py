"""What the page says that reads an edited report back, and how the places of a report are called."""

from collections.abc import Mapping
from datetime import date

from reporting.texts.numbers import day, listed, number
from reporting.texts.report import ASKS_ATTENTION, CHAPTERS, EXPLANATION_LEADS, GOES_WELL
from reporting.texts.screens_report import INVITATION, cell_name

LINE = "Paste u een rapport aan in Word of LibreOffice? Lees het hier weer in. U kiest zelf welke teksten u overneemt."
FILE = "Bewerkt rapport (.docx)"
FILE_HELP = "Kies het rapport dat u hier hebt gedownload en daarna hebt bewerkt. Er wordt nog niets opgeslagen."
NOTHING = "In dit bestand is geen tekst gewijzigd die u kunt overnemen."
TITLE = "Gewijzigde teksten"
WAS, NOW = "Zo stond het er", "Zo staat het er nu"
EMPTY = "(leeg)"
THEIRS = "Een collega heeft deze tekst intussen in de app gewijzigd. Daar staat nu:"
TAKE = "Deze tekst overnemen"
CHECKED = "Ik heb gekeken: dit is geen gegeven van een cliënt en geen cijfer dat wij niet tonen"
FIGURES_TITLE = "Gewijzigde cijfers"
FIGURES = "Deze cijfers zijn in het document gewijzigd. Die nemen wij niet over. Klopt een cijfer niet? Verbeter dan de registraties."
OTHER_TITLE = "Andere wijzigingen"
OTHERS = "Deze teksten nemen wij niet over. Verhalen, bijschriften en vaste zinnen wijzigt u in de app."
GONE = "Deze teksten zijn uit het document gehaald. In een nieuw rapport staan ze weer."
SAVE = "Gekozen teksten opslaan"
NONE_CHOSEN = "U hebt nog geen tekst gekozen. Vink aan welke tekst u overneemt."
CLASH = "Een collega heeft intussen een van deze teksten gewijzigd. Er is niets opgeslagen. Kijk hieronder opnieuw en kies."
OWN_TITLE = "Eigen kernboodschappen"
OWN_NONE = "Er zijn dit kwartaal geen eigen kernboodschappen. De app schrijft ze zelf, uit de cijfers."
OWN_LINE = "Op deze plekken staat uw eigen zin in het rapport, en niet de zin van de app."
OWN_DROPPED = "Weggehaald. Op deze plek staat weer de zin van de app."

_MESSAGES: Mapping[str, str] = {
    "good": GOES_WELL,
    "attention": ASKS_ATTENTION,
    **{place: f"Kernboodschap bij ‘{CHAPTERS[place]}’" for place in ("summary", "opinions", "reach", "unseen", "talk")},
}
_TALK: Mapping[str, str] = {
    "outlook": "Vooruitblik",
    "asked_last_time": "Vorige keer vroeg u",
    "happened_since": "Dit is er gebeurd",
    "not_in_figures": "Wat de cijfers niet laten zien",
    "questions": "Gespreksvragen",
}


def place_name(place: str) -> str:
    """A place of a report in words: "Toelichting bij Samen: hoe komt dat?"."""
    kind, _, rest = place.partition(":")
    if kind == "explanation":
        theme, _, part = rest.rpartition(":")
        lead = EXPLANATION_LEADS.get(part, "")
        return f"Toelichting bij {theme}: {lead[:1].lower()}{lead[1:]}"
    if kind == "talk":
        return _TALK.get(rest, rest)
    if kind == "invitation":
        return f"Uitnodiging: {INVITATION.get(rest, rest).removeprefix('Uitnodiging: ')}"
    return f"Kernboodschap bij {rest.removeprefix('theme:')}" if rest.startswith("theme:") else _MESSAGES.get(rest, rest)


def about(name: str, quarter: str, made: date) -> str:
    """Which report it is."""
    return f"Dit is {name} ({quarter}), gemaakt op {day(made)}."


def personal(words: tuple[str, ...]) -> str:
    """What looks like a personal detail."""
    return f"Hier staat misschien een persoonsgegeven: {listed(words)}."


def odd_numbers(numbers: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """Numbers that are no printed figure; with the hidden figures of the same value, for who may know."""
    said = [text + (f" (gelijk aan {listed([cell_name(c) for c in cells[:3]])})" if cells else "") for text, cells in numbers]
    return f"{'Dit getal is' if len(said) == 1 else 'Deze getallen zijn'} geen cijfer uit het rapport: {listed(said)}. Misschien mogen wij het niet tonen."


def edited_figure(figure: str, printed: str, shown: str, names: Mapping[str, str]) -> str:
    """One figure that was typed over."""
    return f"{cell_name(figure, names)}: er stond {printed or 'niets'}, nu staat er {shown or 'niets'}."


def saved(count: int) -> str:
    """How many texts were taken over."""
    return f"{'1 tekst is' if count == 1 else f'{number(count)} teksten zijn'} overgenomen. Maak het rapport opnieuw om ze te zien."


def aged(places: tuple[str, ...]) -> str:
    """Key messages people wrote before the figures changed."""
    return f"De cijfers zijn veranderd sinds u zelf iets schreef bij: {listed([place_name(f'message:{p}') for p in places])}. Klopt uw tekst nog?"
