"""What the user reads about hidden figures: why, what merging saves, what readers are told, and typed words to confirm."""

from collections.abc import Mapping, Sequence

from reporting.model.figure import Dimension

WHY_HIDDEN: Mapping[str, str] = {
    "small": "Dit cijfer is te klein: het gaat om 1 tot en met {below}.",
    "partner": "Dit cijfer laten wij weg omdat een ander, klein cijfer anders uit te rekenen is.",
}
READER_SENTENCE = "Kleine aantallen tonen wij niet. Soms laten wij ook een groter aantal weg, zodat niemand het kleine kan uitrekenen."
READER_SENTENCE_ROUNDED = "Wij ronden aantallen af op {base}tallen. Zo is niemand herkenbaar en tellen de cijfers toch op."
READER_SENTENCE_MERGED = "Kleine wijken staan samen onder ‘{label}’. Alles telt op tot het totaal."
HELD_WORDS: Mapping[str, str] = {
    "not_printed": "‘{text}’ staat niet bij de cijfers in dit rapport. Kan iemand hiermee een weggelaten cijfer uitrekenen? Controleer dit.",
    "small": "‘{text}’ is een klein aantal en staat niet bij de cijfers. Gaat het om mensen? Haal het dan weg.",
    "comparison": "‘{text}’ vergelijkt een cijfer. Doe dit niet bij een cijfer dat wij niet tonen.",
}

WHY_TITLE = "Waarom cijfers zijn weggelaten"
LOOKING = "Bezig met uitzoeken"
WHY_LINE = "Alleen voor controle. Wie weet welk cijfer klein is, weet al te veel. Geef deze lijst niet door."
WHY_COLUMNS = ("Cijfer", "Periode", "Groep", "Waarom")
NOTHING_HIDDEN = "Er is in dit kwartaal geen cijfer weggelaten."
TOLD_TO_READERS = "De lezer van het rapport leest:"
ALL_TOGETHER = "alle thema's samen"
CLASSES: Mapping[Dimension, str] = {Dimension.DISTRICT: "wijken", Dimension.AGE: "leeftijden"}

EARLIER_TITLE = "Cijfers uit eerdere rapporten"
EARLIER_LINE = (
    "Verscheen er al een rapport voordat u deze app gebruikte? Lees de cijfers daaruit in. Dan let de app erop dat niemand met het oude rapport een "
    "weggelaten cijfer kan uitrekenen. Maak een CSV-bestand met de kolommen code, periode, wijk, leeftijd en cijfer. "
    "Een periode is 2025-K3, of 2025-tm-K3 voor het jaar tot en met dat kwartaal. Een cijfer is een getal, ‘niet getoond’ of ‘minder dan 5’."
)
EARLIER_FILE = "Bestand met cijfers uit eerdere rapporten"
EARLIER_SAVE = "Eerdere cijfers bewaren"


def earlier_read(cells: int, wrong: Sequence[int]) -> str:
    """What a file of earlier figures gave."""
    said = f"Er zijn {cells} cijfers te lezen."
    return said if not wrong else f"{said} Deze regels niet: {', '.join(map(str, wrong))}. Controleer daar de code, de periode en het cijfer."


def earlier_missing(columns: Sequence[str]) -> str:
    """Where the file has not the columns it needs."""
    return f"In dit bestand ontbreken deze kolommen: {', '.join(columns)}. Voeg ze toe en kies het bestand opnieuw."


def earlier_saved(cells: int) -> str:
    """After saving."""
    return f"{cells} cijfers uit eerdere rapporten zijn bewaard."


def proposal_title(year: int) -> str:
    """Above the proposal of which classes to show in a year."""
    return f"Voorstel voor {year}: welke wijken en leeftijden een eigen regel krijgen"


def no_proposal(year: int) -> str:
    """Where there is nothing to base a proposal on."""
    return f"Over {year - 1} zijn geen aantallen per wijk of leeftijd bekend. Daarom is er geen voorstel."


def proposed(what: str, labels: Sequence[str]) -> str:
    """The classes that were seldom small last year."""
    return f"Deze {what} waren vorig jaar groot genoeg: {', '.join(labels)}. De andere komen samen in één regel."


def take_over(what: str) -> str:
    """The button that confirms a proposal."""
    return f"Voorstel voor {what} overnemen"


def taken_over(what: str) -> str:
    """After the button."""
    return f"Het voorstel voor {what} is overgenomen."


def why_hidden(why: str, threshold: int = 5) -> str:
    """Why a figure is hidden, for who may see raw figures (`disclosure.Why`)."""
    return WHY_HIDDEN[why].format(below=threshold - 1)


def merging_saves(hidden: int, hidden_merged: int, what: str) -> str:
    """What showing fewer classes would save; `what` is "wijken" or "leeftijden"."""
    if hidden_merged >= hidden:
        return f"Kleine {what} samennemen levert nu niets op. Er zijn {hidden} cijfers weggelaten."
    return f"Nu zijn {hidden} cijfers weggelaten. Neemt u kleine {what} samen, dan zijn het er {hidden_merged}."


def reader_sentence(rounded_to: int | None = None) -> str:
    """What the reader of the report is told about hidden figures."""
    return READER_SENTENCE if rounded_to is None else READER_SENTENCE_ROUNDED.format(base=rounded_to)


def merged_sentence(label: str) -> str:
    """What the reader is told where small classes are taken together."""
    return READER_SENTENCE_MERGED.format(label=label)


def held_sentence(why: str, text: str) -> str:
    """What to do with typed words that may give a hidden figure away (`disclosure.HeldFor`)."""
    return HELD_WORDS[why].format(text=text)
