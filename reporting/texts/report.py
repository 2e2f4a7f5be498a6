"""The fixed words of the report: chapter names, headings, leads, notes, the reading guide and the annex."""

from collections.abc import Mapping
from datetime import date

from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.safe import Correction, Edition, ReportStamp, ReportStatus
from reporting.texts.figures import cell_text, value_text
from reporting.texts.numbers import day, months_name, period_name

CHAPTERS: Mapping[str, str] = {
    "summary": "In één oogopslag",
    "contents": "Inhoud en leeswijzer",
    "themes": "De thema’s",
    "opinions": "Wat inwoners van ons vinden",
    "reach": "Wie wij bereiken",
    "unseen": "Wat de cijfers niet laten zien",
    "talk": "In gesprek met u",
    "annex": "Verantwoording van de cijfers",
}

EDITIONS: Mapping[Edition, str] = {
    Edition.QUARTERLY: "Kwartaalrapport",
    Edition.CONVERSATION: "Gesprekspagina",
    Edition.ANNUAL: "Jaarrapport",
    Edition.FIRST_MEETING: "Kennismaking",
}


def edition_name(edition: Edition, quarter: Quarter) -> str:
    """What the document is and when it is about: "Kwartaalrapport 3e kwartaal 2026", "Jaarrapport 2026"."""
    whole = edition is Edition.ANNUAL and quarter.number == 4
    return f"{EDITIONS[edition]} {quarter.year if whole else quarter.name}"


def edition_period(edition: Edition, quarter: Quarter) -> str:
    """The months it is about: "juli tot en met september 2026"; an annual report counts from January."""
    return period_name(Period(quarter, PeriodKind.TO_DATE)) if edition is Edition.ANNUAL else months_name(quarter)


UNNAMED = "Welzijnsorganisatie"  # until somebody fills in the name of the organisation

EXPLANATION_LEADS: Mapping[str, str] = {
    "see": "Wat zien we?",
    "cause": "Hoe komt dat?",
    "action": "Wat doen we nu?",
    "request": "Wat vragen wij de gemeente?",
}

QUESTIONS = (
    "Wat raakt u in dit verhaal?",
    "Wat had u niet verwacht?",
    "Welk cijfer ziet u nu anders?",
    "Wat kan de gemeente doen wat wij niet kunnen?",
    "Wie moet dit verhaal nog meer horen?",
    "Wat wilt u de volgende keer zien?",
    "Komt u kijken?",
)

CONCEPT, SAMPLE = "CONCEPT", "VOORBEELDGEGEVENS"
AGREEMENT_LEAD = "Afspraak met de gemeente:"
FIGURES, EXPLANATION, STORY, STORIES = "De cijfers", "Onze uitleg", "Het verhaal achter de cijfers", "De verhalen achter de cijfers"
EARLIER_IN_YEAR = "Onze uitleg eerder dit jaar"
NO_EXPLANATION = "Bij dit thema is nog geen uitleg geschreven."
GOES_WELL, ASKS_ATTENTION = "Dit gaat goed", "Dit vraagt uw aandacht"
OTHER_AGREEMENTS = "Afspraken zonder getal om te halen"
HOW_TO_READ, SIGNS = "Zo leest u dit rapport", "Tekens in de tabellen"
GRADE, AMBASSADOR = "Het rapportcijfer", "De ambassadeursvraag"
GRADE_INTRO = "Wij vragen om een rapportcijfer van 1 tot en met 10. U ziet ook hoeveel mensen wij het vroegen en hoeveel er antwoordden."
AMBASSADOR_INTRO = "‘Zou u ons aanraden aan familie, vrienden of buren?’ Wie een 9 of 10 geeft of ‘ja’ zegt, noemen wij een ambassadeur."
BY_DISTRICT, BY_AGE = "Per wijk", "Per leeftijd"
UNSEEN_MESSAGE = "Niet alles wat telt, is te tellen. Daarom vertellen wij het ook."
SPECIAL, FAILED = "Bijzondere prestaties", "Wat niet lukte"
TALK_MESSAGE = "Cijfers laten zien wat er gebeurt. In een gesprek ontdekken wij samen wat nodig is."
EARLIER, OF_THE_YEAR = "Wat eerder is gevraagd en afgesproken", "Wat u vroeg, wat is afgesproken en wat er gebeurde"
OUTLOOK, LAST_TIME, ASKED, HAPPENED = "Vooruitblik", "Vorige keer", "Vorige keer vroeg u:", "Dit is er gebeurd:"
TALK_QUESTIONS, VISIT = "Gespreksvragen", "Uitnodiging voor een werkbezoek"
OTHER_MOMENT = "Past een ander moment beter? Wij komen ook graag naar u toe."
ANNEX_INTRO = "Met deze bijlage kan een controleur nagaan waar elk cijfer vandaan komt."
SOURCES, REJECTED, CORRECTIONS, PRIVACY, COUNTING = "Bronbestanden", "Rijen die niet meetellen", "Correcties", "Bescherming van privacy", "Hoe wij tellen"
STORY_CHOICE, TERMS = "Hoe de verhalen zijn gekozen", "Begrippen"
WHY_THIS, WHY_THESE = "Waarom dit verhaal?", "Waarom deze verhalen?"
NO_STORIES = (
    "In dit rapport staan geen verhalen. Er is over deze periode geen verhaal dat is nagekeken en waarvoor toestemming is gegeven. "
    "Wij zetten nooit een verhaal in een rapport zonder die twee."
)
NO_OPINIONS = "Er zijn in deze periode geen rapportcijfers of antwoorden op de ambassadeursvraag. Dat hoofdstuk ontbreekt daarom."
FINGERPRINT_NOTE = "De vingerafdruk is het begin (16 tekens) van de SHA-256-code van het bestand. Verandert het bestand, dan verandert de code ook."

HOW_WE_COUNT = (
    "Een cliënt telt per afspraak en per periode één keer mee. Ook als die persoon vaker kwam of in meer bestanden staat.",
    "Het aantal unieke cliënten van januari tot nu tellen wij opnieuw. Het is geen optelling van kwartalen.",
    "Deelnames, contacten, bijeenkomsten en uren tellen wij wel bij elkaar op.",
    "In een verdeling per wijk of leeftijd telt iemand één keer mee: in de wijk en groep van de laatste registratie in die periode.",
    "Percentages zijn afgerond op hele getallen, rapportcijfers op één cijfer achter de komma. Wij rekenen met de cijfers vóór afronding.",
    "Verschillen tussen twee kwartalen rekenen wij uit met de cijfers die u in de tabel ziet.",
)

TERM_MEANINGS: Mapping[str, str] = {
    "Ambassadeursvraag": "de vraag of iemand ons zou aanraden aan anderen.",
    "Deelname": "één keer meedoen van één persoon.",
    "Jaardoel": "wat wij met de gemeente voor het hele jaar hebben afgesproken.",
    "Op koers": "wij hebben bereikt wat nu past bij het jaardoel, met een kleine marge.",
    "Peildatum": "de dag waarop de gegevens zijn ingelezen.",
    "Schuilnaam": "een andere naam, zodat de verteller niet herkenbaar is.",
    "Unieke cliënt": "één persoon, die één keer meetelt.",
}


def status_line(stamp: ReportStamp) -> str:
    """The cover's line on what this document's status is."""
    if stamp.status is ReportStatus.CONCEPT:
        return f"Status: concept, gemaakt op {day(stamp.made_on)}. Nog niet vastgesteld; niet doorgeven."
    by = f" door de {stamp.final_by_role}" if stamp.final_by_role else ""
    return f"Status: vastgesteld{by}, versie {stamp.version}, {day(stamp.made_on)}."


def privacy_rules(threshold: int, rounded_to: int | None) -> tuple[str, ...]:
    """The suppression rule in words, secondary suppression included."""
    rules = [
        f"Wij tonen geen aantallen van 1 tot en met {threshold - 1}. Op die plek staat ‘niet getoond’.",
        "Kan iemand zo’n klein aantal uitrekenen met een totaal of met een ander cijfer? Dan laten wij ook een tweede cijfer weg. Daar staat dezelfde tekst.",
        "Wij kijken daarbij ook naar alles wat wij eerder publiceerden.",
        f"Is een totaal zelf 1 tot en met {threshold - 1}? Dan staat er ‘minder dan {threshold}’. Het cijfer vanaf januari en de stand tonen wij dan niet.",
        "Percentages en rapportcijfers rekenen wij alleen uit over aantallen die wij tonen.",
    ]
    if rounded_to:
        rules.append(f"Aantallen zijn afgerond op een veelvoud van {rounded_to}. Zo is niemand te herkennen.")
    return tuple(rules)


def story_rules(signed_in: bool) -> tuple[str, ...]:
    """How stories were chosen, protected and consented to. Never promises that nobody can be recognised."""
    return (
        "Medewerkers schrijven verhalen op zoals de verteller ze vertelt. Het team kiest welke verhalen in het rapport komen.",
        "De verteller gaf toestemming voor dit gebruik en kreeg de tekst te lezen of voorgelezen. Intrekken kan altijd.",
        "Een computer stelt voor welke namen en gegevens veranderen. Een mens controleert elk voorstel. Bij elk verhaal staat wat er is veranderd.",
        "Een tweede medewerker las elk verhaal voordat het in dit rapport kwam."
        if signed_in
        else "Een tweede medewerker las elk verhaal. Er is nagekeken zonder in te loggen.",
        "Bij een verhaal staat bij welk cijfer het hoort. Dat laten wij weg als het verhaal bij geen cijfer hoort, of als het te veel zou verraden.",
    )


SAMPLE_LINE = "Voorbeeldgegevens: deze organisatie, deze cijfers en alle mensen in de verhalen zijn verzonnen."


def cover_line(edition: Edition, year: int, stories: bool) -> str:
    """The cover's line on what this document is. Makes no promise that nobody can be recognised."""
    told = " In de verhalen zijn namen en details veranderd." if stories else ""
    if edition is Edition.FIRST_MEETING:
        return f"Een eerste kennismaking met ons werk: afspraken, cijfers en verhalen van {year}.{told}"
    return f"Dit rapport hoort bij de prestatieafspraken {year}. De cijfers zijn gecontroleerd.{told}"


DECORATION = "Versiering"  # what a picture without meaning is called where a program asks for words
ALL_AGREEMENTS = "Alle afspraken"
EDITION_HEAD = "Om over te praten"
AGREEMENTS_PART = "Wat is bereikt van het jaardoel"
GUIDE_INTRO = (
    "Elk thema heeft dezelfde opbouw: de afspraak, de cijfers, onze uitleg en een verhaal. De titel boven een figuur vertelt wat u ziet. "
    "De tabel geeft de precieze getallen."
)
_SO_FAR = {1: "één kwartaal", 2: "twee kwartalen", 3: "drie kwartalen", 4: "vier kwartalen"}


def bullets_unit(period: str) -> str:
    """The unit line under the finding of the bullet chart."""
    return f"Bereikt in {period}, in procenten van het jaardoel. Het streepje is wat nu past."


def guide_lines(quarter: int, stories: bool) -> tuple[str, ...]:
    """The reading guide's lines: what the states mean, how figures and stories belong together."""
    told = "Bij een cijfer staat welk verhaal erbij hoort (V1, V2). Klik op het nummer en u leest het verhaal. Bij het verhaal staat het cijfer."
    names = "De verhalen zijn echt verteld. Namen en details zijn veranderd, zoals bij elk verhaal staat. De verteller gaf toestemming."
    return (
        f"Op koers betekent: na {_SO_FAR[quarter]} is bereikt wat nu past bij het jaardoel, met een kleine marge. "
        "Een gemiddelde vergelijken wij met het doel zelf.",
        "Aandacht betekent: er is minder bereikt dan nu past. U leest wat wij doen en wat wij van de gemeente nodig hebben.",
        *((told, names) if stories else (NO_STORIES,)),
    )


def panels_unit(dashed: bool) -> str:
    """The unit line under the finding of the small multiples."""
    line = " Stippellijn: het doel." if dashed else ""
    return f"Per kwartaal. Donkere staaf: dit kwartaal. Blauwgrijze staaf: een jaar geleden.{line}"


def source_note(organisation: str, reference: date | None, annex: bool = True) -> str:
    """The source under a figures table; it points to the annex where this document has one."""
    known = f", peildatum {day(reference)}" if reference is not None else ""
    return f"Bron: registratie van {' '.join(organisation.split())}{known}.{' Zie de verantwoording achterin.' if annex else ''}"


REACH_INTRO = "De tabellen tellen unieke cliënten. Iemand telt bij elke afspraak één keer mee. Tel de kolommen daarom niet bij elkaar op."
NO_SOURCES = "Voor dit rapport zijn geen bestanden ingelezen."
NO_CORRECTIONS = "Er zijn geen correcties op eerdere rapporten."


def correction(changed: Correction, indicator: str) -> str:
    """One figure that was printed otherwise in an earlier report, and the files that made the difference."""
    said = f"{indicator}, {period_name(changed.key.period)}: was {value_text(changed.was, changed.unit)}, is nu {cell_text(changed.now, changed.unit)}."
    return f"{said} Gewijzigd door: {', '.join(changed.files)}." if changed.files else said
