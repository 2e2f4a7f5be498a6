"""What the page that makes the report says. Keys are the values of actions.types."""

from collections.abc import Mapping
from datetime import date, datetime

from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.safe import Edition, ReportStatus
from reporting.texts.numbers import listed, number, period_name, short_day

LINE = "Controleer wat er klaar is, maak het rapport en download het."
ORDER_FIXED = "De volgorde van de hoofdstukken staat vast. Haal weg wat u deze keer niet wilt."
CONCEPT_WARNING = "Het rapport is eerst een concept. Geef een concept niet door. De teamleider stelt het vast."
FINAL_EXPLAINED = "Na het vaststellen staat het rapport vast. Een verbetering is dan een nieuwe versie."
LEAD_ONLY = "De teamleider stelt het rapport vast."
NO_REPORTS = "Er zijn nog geen rapporten voor deze gemeente."
NOTHING_LOST = "Er is niets verloren gegaan. U kunt het opnieuw proberen."
EXPLANATIONS_KEPT = "De toelichting die u typte, gaat mee in het rapport."
NO_MUNICIPALITY = "Er zijn nog geen afspraken met een gemeente. Lees eerst de afspraken in."
NO_PDF = "Een PDF maken kan hier niet: daarvoor is LibreOffice nodig op de computer waar dit programma draait. Al het andere werkt wel."
PDF_READY = "De PDF is klaar."
SENT_NOTED = "De datum van versturen is opgeslagen."
RENEW = "Nieuwe versie maken zonder dit verhaal"
RENEW_LINK = "Maak een nieuwe versie zonder dit verhaal"
DAY_IN_FUTURE = "De datum van versturen ligt in de toekomst. Kies vandaag of een eerdere dag."

_EDITION_LINES: Mapping[Edition, str] = {
    Edition.QUARTERLY: "Het hele rapport: alle afspraken, de uitleg en de verhalen van dit kwartaal.",
    Edition.CONVERSATION: "Eén A4 voor het gesprek: drie cijfers, één verhaal, drie vragen en een uitnodiging.",
    Edition.ANNUAL: "De kwartalen van dit jaar naast elkaar, met de verhalen van het hele jaar en wat er is afgesproken en gedaan.",
    Edition.FIRST_MEETING: "Voor een nieuwe wethouder of raad: wie wij zijn, wat is afgesproken en bij elk thema één verhaal.",
}


def made_at(file_name: str, at: datetime) -> str:
    """A document and when it was made: concepts of one quarter have the same name."""
    return f"{file_name}, gemaakt op {short_day(at.date())} om {at:%H:%M}"


def to_renew(file_name: str, withdrawn: int, recipient: str, sent_on: date | None) -> str:
    """A document that readers have with a story that was withdrawn since."""
    what = "een verhaal dat is ingetrokken" if withdrawn == 1 else f"{number(withdrawn)} verhalen die zijn ingetrokken"
    whom = f" van {recipient}" if recipient else ""
    when = f" Het is verstuurd op {short_day(sent_on)}. Laat de ontvanger{whom} weten dat het niet meer gebruikt mag worden." if sent_on else ""
    return f"In {file_name} staat {what}.{when}"


def renewed(file_name: str) -> str:
    """The concept without the withdrawn story is there."""
    return f"{file_name} is gemaakt, zonder het ingetrokken verhaal. De teamleider stelt het hieronder vast bij Eerdere rapporten."


def talk_numbers(sentences: tuple[str, ...]) -> str:
    """Typed numbers and comparisons of the talk chapter that are held against what is hidden."""
    return f"Gesprek en uitnodiging: {' '.join(sentences)} Pas de tekst aan, of vink bij het gesprek aan dat het zo kan."


def edition_line(edition: Edition, quarter: Quarter) -> str:
    """What a kind of document is; of an annual report also how far the year has come."""
    if edition is Edition.ANNUAL and quarter.number < 4:
        return f"{_EDITION_LINES[edition]} Het jaar is nog niet om: het gaat over {period_name(Period(quarter, PeriodKind.TO_DATE))}."
    return _EDITION_LINES[edition]


STATUSES: Mapping[ReportStatus, str] = {ReportStatus.CONCEPT: "concept", ReportStatus.FINAL: "vastgesteld", ReportStatus.SENT: "verstuurd"}
CHECK_PAGES: Mapping[str, str] = {
    "figures": "registraties",
    "explanations": "cijfers",
    "stories": "verhalen",
    "consent": "verhalen",
    "rows": "ingelezen",
    "corrections": "ingelezen",
    "exposed": "cijfers",
}
LIGHTS: Mapping[str, str] = {"good": "in orde", "advice": "advies", "block": "eerst oplossen", "block_final": "oplossen voor vaststellen"}


_DIMENSIONS: Mapping[str, str] = {"district": "wijk", "age": "leeftijd"}


def cell_name(cell: str, names: Mapping[str, str] | None = None) -> str:
    """A cell's stable name in words: "A1, 3e kwartaal 2026, wijk Noord"; a name from before this tool stays as it is.

    `names`: those of indicators by code, to stand behind the code where they are known.
    """
    subject, *rest = cell.split("|")
    parts = [f"{subject.removeprefix('@')} {(names or {}).get(subject, '')}".strip()]
    for part in rest:
        dimension, _, label = part.partition(":")
        if dimension in _DIMENSIONS:
            parts.append(f"{_DIMENSIONS[dimension]} {label}")
        else:
            try:
                parts.append(period_name(Period.parse(part)))
            except ValueError:
                parts.append(part)
    return ", ".join(parts)


def check_text(check: str, done: int, total: int, names: tuple[str, ...]) -> str:
    """One line of the checklist in words. `names`: themes, codes or files; never shown for stories."""
    which = f" ({listed(names[:3])}{' en andere' if len(names) > 3 else ''})" if names else ""
    counts = f"{number(done)} van {number(total)}"
    sentences: Mapping[str, str] = {
        "figures": f"Afspraken met een cijfer: {counts}{which if done < total else ''}",
        "explanations": f"Thema’s met een toelichting: {counts}" + (f". Nog zonder: {listed(names)}" if names else ""),
        "stories": f"Goedgekeurde verhalen: {counts}",
        "consent": f"Verhalen met geldige toestemming: {counts}",
        "rows": f"Rijen met fouten die niet meetellen: {number(done)}{which}",
        "corrections": f"Cijfers die veranderden sinds een vastgesteld rapport: {number(total)}",
        "exposed": "Verborgen cijfers zijn niet te herleiden" if not names else f"Te herleiden cijfers: {listed([cell_name(n) for n in names])}",
    }
    return sentences[check]


def ready(name: str) -> str:
    """The report was made."""
    return f"Rapport is klaar: {name}"


def finalise_question(name: str, recipient: str) -> str:
    """What vaststellen means."""
    return f"{name} wordt vastgesteld voor {recipient or 'de ontvanger'}. {FINAL_EXPLAINED}"


def finalised(name: str) -> str:
    """The report was vastgesteld."""
    return f"Vastgesteld: {name}. Noteer hieronder wanneer u het verstuurt."


def sent(day: date | None) -> str:
    """When it was sent."""
    return "" if day is None else short_day(day)


TALK_LINE = (
    "Dit opent het gesprek met de wethouder. Alles mag leeg blijven; dan staan er vaste vragen. "
    "Wat u bij Na het gesprek hebt opgeschreven, komt er vanzelf bij."
)
TALK: Mapping[str, str] = {
    "outlook": "Vooruitblik: wat gaan we doen?",
    "asked_last_time": "Wat vroeg u de vorige keer?",
    "happened_since": "Wat is daarmee gebeurd?",
    "not_in_figures": "Wat laten de cijfers niet zien?",
    "questions": "Gespreksvragen, één per regel",
}
INVITATION: Mapping[str, str] = {
    "what": "Uitnodiging: wat kunt u zien?",
    "day": "Welke dag?",
    "time": "Hoe laat?",
    "whom": "Wie ontmoet u?",
    "contact": "Bij wie meldt u zich aan?",
}
TALK_CONFLICT = "Een collega heeft het gesprek intussen gewijzigd. Uw tekst staat nog in de velden. Sla op om die te houden."
TALK_SAVED = "Het gesprek is opgeslagen."

NAMESAKE_LINE = "Heet iemand buiten het verhaal ook zo, bijvoorbeeld een collega of een wijk? Bevestig dat hier. In het verhaal zelf blijft de naam vervangen."
NAMESAKE_CONFIRMED = "Bevestigd. Maak het rapport nu opnieuw."
