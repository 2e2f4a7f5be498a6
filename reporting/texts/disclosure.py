"""What the user reads about hidden figures: why, what merging saves, what readers are told, and typed words to confirm."""

from collections.abc import Mapping

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
