"""What the overview says: the five steps, their states, and what asks attention. Keys are the values of actions.types."""

from collections.abc import Mapping

from reporting.texts.numbers import listed, number

LINE = "Hier ziet u wat klaar is voor dit kwartaal en wat u nu kunt doen."
WELCOME = "Welkom. In 5 stappen van registraties naar een rapport."
SAMPLE_LOADED = "De voorbeeldgegevens staan klaar."
SAMPLE_WIPED = "De voorbeeldgegevens zijn gewist. Uw eigen gegevens zijn niet veranderd."
WIPE_SAMPLE = "Alle voorbeeldgegevens gaan weg, ook wat u er zelf bij typte. Uw eigen gegevens blijven staan. U kunt de voorbeeldgegevens later opnieuw laden."
NOTHING_OPEN = "Er zijn geen problemen. U kunt verder met de volgende stap."

STATES: Mapping[str, str] = {"not_started": "Niet begonnen", "busy": "Bezig", "done": "Klaar"}
PAGES: Mapping[str, str] = {"registrations": "registraties", "stories": "verhalen", "review": "nakijken", "figures": "cijfers", "report": "rapport"}

_UNITS: Mapping[str, tuple[str, str]] = {
    "registrations": ("bestand ingelezen", "bestanden ingelezen"),
    "stories": ("verhaal geschreven", "verhalen geschreven"),
    "review": ("verhaal nagekeken", "verhalen nagekeken"),
    "figures": ("thema toegelicht", "thema's toegelicht"),
    "report": ("rapport vastgesteld", "rapporten vastgesteld"),
}

PROBLEM_PAGES: Mapping[str, str] = {
    "no_agreements": "afspraken",
    "rows_with_errors": "ingelezen",
    "stories_waiting": "nakijken",
    "stories_sent_back": "verhalen",
    "missing_explanation": "cijfers",
    "consent_missing": "verhalen",
}


def state_text(state: str, done: int, total: int) -> str:
    """ "Niet begonnen", "Bezig (12 van 15)" or "Klaar"."""
    name = STATES[state]
    return f"{name} ({number(done)} van {number(total)})" if state == "busy" and total else name


def done_text(task: str, done: int) -> str:
    """How much of a step is done: "3 bestanden ingelezen"."""
    one, more = _UNITS[task]
    return f"{number(done)} {one if done == 1 else more}"


def problem_text(kind: str, count: int, names: tuple[str, ...]) -> str:
    """One problem as a sentence. `names` are files, themes or indicator codes."""
    which = listed(names[:3]) + (" en andere" if len(names) > 3 else "")
    several = count != 1
    sentences: Mapping[str, str] = {
        "no_agreements": "Er zijn nog geen afspraken voor dit jaar. Zonder afspraken kunnen wij niets tellen.",
        "rows_with_errors": f"{number(count)} {'rijen tellen' if several else 'rij telt'} niet mee door een fout in {which or 'een bestand'}.",
        "stories_waiting": f"{number(count)} {'verhalen wachten' if several else 'verhaal wacht'} op nakijken.",
        "stories_sent_back": f"{number(count)} {'verhalen zijn' if several else 'verhaal is'} teruggestuurd naar de schrijver.",
        "missing_explanation": f"De toelichting ontbreekt bij {which}.",
        "consent_missing": f"Bij {number(count)} {'verhalen' if several else 'verhaal'} ontbreekt geldige toestemming.",
    }
    return sentences[kind]
