"""What the story screens say: list, the four steps, reading by a second person."""

from collections.abc import Mapping

from reporting.model.consent import GivenBy, Purpose
from reporting.model.safe import Kept
from reporting.model.story import Band, SpanType, StoryStatus, StorytellerRole
from reporting.texts.numbers import listed, number

LIST_LINE = "Hier staan de verhalen van dit kwartaal. Schrijf een nieuw verhaal of ga verder met een verhaal van u."
LIST_EMPTY = "Nog geen verhalen dit kwartaal."
WRITE_LINE = "Schrijf een verhaal in vier stappen. Wat u typt, bewaren wij meteen als concept."
NO_MUNICIPALITY = "Er zijn nog geen afspraken met een gemeente. Lees eerst de afspraken in."
NO_TITLE = "zonder titel"
ALL = "alle"
TIP = "Tip: schrijf ‘een moeder’, geen naam. Namen die u toch gebruikt, vervangt u bij stap 3."
PEOPLE_HELP = "Eén persoon per regel: naam, dan een komma, dan de rol. Voorbeeld: Ria, moeder. Wij gebruiken dit om namen te vinden."
PRINTED_HELP = "Zo komt het in het rapport: 60 tot 120 woorden. De verteller leest of hoort deze tekst."
QUOTE_HELP = "Hoogstens 25 woorden, in de woorden van de verteller."
OTHERS = "Meer vragen (mag u overslaan)"
ASK = "Vraag dit aan elke verteller: wie zou dit verhaal moeten kennen, zou u ons aanbevelen, en wat is ons niet gelukt?"
OUTSIDE = "Niet zichtbaar in de cijfers"
CHOOSE_INDICATOR = "Kies één tot drie afspraken, of vink aan dat dit niet in de cijfers te zien is."
REGISTRATIONS_HELP = "U mag hoogstens 20 cliëntnummers noemen. Wij bewaren een code, niet het nummer zelf."
TOO_MANY = "U kunt hoogstens 20 cliëntnummers noemen."
NEEDS_REASON = "Geef een reden waarom dit mag blijven staan."
NEVER_KEPT = "Dit mag nooit blijven staan."
PROPOSAL = "Dit zijn voorstellen. U controleert ze. Wij vinden niet alles."
NONE_FOUND = "Wij vonden niets om te vervangen. Lees de tekst zelf nog eens goed."
KEYS = "Pijltjes kiezen een woord, Shift met pijltje kiest meer. Druk dan op Enter of op Verbergen."
CONSENT_FIRST = "Zonder toestemming kunt u dit verhaal bewaren als concept, maar niet laten nakijken."
SHEET = "Print dit blad, lees het samen en laat het tekenen. Op het blad staat precies deze tekst."
CONSENT_BOUND = "De toestemming hoort bij precies deze tekst. Wijzigt u de tekst later, vraag dan opnieuw toestemming."
CONSENT_KEPT = "De toestemming is vastgelegd."
CONSENT_ENDED = "De toestemming is ingetrokken. Het verhaal gaat niet meer mee in nieuwe rapporten."
READ_WITHOUT = "Ik heb de tekst zonder persoonsgegevens gelezen"
NOT_READ = "Vink aan dat u de tekst zonder persoonsgegevens hebt gelezen."
NO_PURPOSE = "Kies waarvoor de verteller toestemming gaf."
SUBMITTED = "Het verhaal wacht nu op nakijken door een collega."
SAVED = "Het verhaal is opgeslagen als concept."
CONFLICT = "Dit verhaal is intussen op een andere plek gewijzigd. Uw tekst staat nog in de velden. Druk nog eens op de knop om die te houden."
WITHDRAW = "Het verhaal gaat niet meer mee in nieuwe rapporten. U kunt dit later ongedaan maken."
WITHDRAWN = "Het verhaal is ingetrokken."
RESTORED = "Het verhaal is weer een concept."
ERASE = "De tekst, de toestemming en de namen verdwijnen voorgoed. Dit kunt u niet ongedaan maken."
ERASED = "Het verhaal is gewist."

REVIEW_LINE = "U leest als tweede persoon mee. U ziet alleen de tekst zonder persoonsgegevens."
REVIEW_EMPTY = "Er wacht niets op u."
OWN_STORY = "Door u geschreven, een collega keurt goed."
APPROVED = "Het verhaal is goedgekeurd."
SENT_BACK = "Het verhaal is teruggestuurd naar de schrijver."
UNDONE = "De goedkeuring is ongedaan gemaakt. Het verhaal wacht weer op nakijken."
GIVE_REASON = "Schrijf in één zin wat er anders moet."
MARKED = "Geel met een streep eronder is vervangen."
LOGGED = "Wij onthouden dat u het origineel bekeek."
RISK = "Kan een bekende van de verteller raden om wie het gaat? Stuur het verhaal dan terug."

STATUSES: Mapping[StoryStatus, str] = {
    StoryStatus.CONCEPT: "Concept",
    StoryStatus.WAITING: "Wacht op nakijken",
    StoryStatus.SENT_BACK: "Teruggestuurd",
    StoryStatus.APPROVED: "Goedgekeurd",
    StoryStatus.IN_REPORT: "In rapport",
    StoryStatus.WITHDRAWN: "Ingetrokken",
    StoryStatus.ERASED: "Gewist",
}
ROLES: Mapping[StorytellerRole, str] = {
    StorytellerRole.CLIENT: "cliënt",
    StorytellerRole.CARER: "mantelzorger",
    StorytellerRole.VOLUNTEER: "vrijwilliger",
    StorytellerRole.NEIGHBOUR: "buur",
    StorytellerRole.PARTNER: "partnerorganisatie",
    StorytellerRole.WORKER: "welzijnswerker",
}
PURPOSES: Mapping[Purpose, str] = {
    Purpose.ALDERMAN: "het rapport aan de wethouder",
    Purpose.COUNCIL: "de gemeenteraad",
    Purpose.WEBSITE: "de website",
}
GIVEN_BY: Mapping[GivenBy, str] = {
    GivenBy.CLIENT: "de verteller zelf",
    GivenBy.PARENT: "een ouder",
    GivenBy.REPRESENTATIVE: "een wettelijk vertegenwoordiger",
}
KEPT: Mapping[Kept, str] = {
    Kept.SUBSTITUTE: "met een andere naam",
    Kept.FIRST_NAME: "met de eigen voornaam",
    Kept.FULL_NAME: "met de volledige naam",
}
TYPES: Mapping[SpanType, str] = {
    SpanType.PERSON: "naam",
    SpanType.ADDRESS: "adres",
    SpanType.POSTCODE: "postcode",
    SpanType.PLACE: "plaats",
    SpanType.ORG: "organisatie",
    SpanType.DATE: "datum",
    SpanType.PHONE: "telefoon",
    SpanType.EMAIL: "e-mail",
    SpanType.BSN: "BSN",
    SpanType.IBAN: "IBAN",
    SpanType.LICENSE_PLATE: "kenteken",
    SpanType.HANDLE: "gebruikersnaam",
    SpanType.URL: "webadres",
    SpanType.ID_NUMBER: "nummer",
    SpanType.AGE: "leeftijd",
    SpanType.PROFESSION: "beroep",
    SpanType.PHYSICAL: "uiterlijk",
    SpanType.FAMILY: "gezin",
    SpanType.HEALTH: "gezondheid",
    SpanType.RELIGION: "geloof",
    SpanType.ORIGIN: "afkomst",
    SpanType.EVENT: "gebeurtenis",
    SpanType.PET_NAME: "naam van een dier",
}
MARK_KINDS: Mapping[SpanType, str] = {  # what a person can say of words marked by hand
    SpanType.PERSON: "naam",
    SpanType.ADDRESS: "adres",
    SpanType.PLACE: "plaats",
    SpanType.ORG: "organisatie",
    SpanType.ID_NUMBER: "nummer",
    SpanType.EVENT: "iets anders",
}
MARK_WORDS: Mapping[SpanType, str] = {  # what stands there until another word is chosen; a name gets a name, the rest is taken out
    SpanType.ADDRESS: "een straat in de buurt",
    SpanType.PLACE: "een andere plaats",
    SpanType.ORG: "een organisatie",
}
BANDS: Mapping[Band, str] = {Band.CERTAIN: "zeker", Band.LIKELY: "waarschijnlijk", Band.DOUBT: "twijfel: kies zelf"}

# The questions of the form, in the order they are asked. Needed before a story can be sent.
NEEDED: Mapping[str, str] = {
    "title": "Titel, in de woorden van de verteller",
    "alias": "Andere naam voor de verteller",
    "before": "Hoe was het?",
    "involved": "Hoe kwam u bij ons?",
    "happened": "Wat gebeurde er?",
    "most_significant_change": "Wat is voor u de belangrijkste verandering?",
    "why_it_matters": "Waarom is dat belangrijk voor u?",
    "quote": "Citaat",
}
OPTIONAL: Mapping[str, str] = {
    "not_working_yet": "Wat lukt nog niet?",
    "without_help": "Wat was er gebeurd zonder hulp?",
    "others_contribution": "Wie hielp er nog meer?",
    "who_should_know": "Wie moet dit verhaal kennen?",
    "reflection": "Wat denkt u er zelf van, als werker?",
    "age_class": "Leeftijdsgroep van de verteller",
    "district": "Wijk",
    "target_group": "Doelgroep",
    "selected_by": "Wie koos dit verhaal?",
    "selected_why": "Waarom dit verhaal?",
    "what_changed": "Wat is veranderd om de verteller te beschermen? De lezer ziet dit.",
}
STEPS = ("Verhaal", "Hoort bij", "Namen en gegevens", "Toestemming en controle")
PARTS: Mapping[str, str] = {
    "title": "Titel",
    "quote": "Citaat",
    "printed": "Tekst in het rapport",
    "what_changed": "Wat is veranderd",
    "selected_why": "Waarom dit verhaal",
    "alias": "Andere naam",
}


def step(number_: int) -> str:
    """ "Stap 2 van 4: Hoort bij"."""
    return f"Stap {number_} van {len(STEPS)}: {STEPS[number_ - 1]}"


def words(count: int, least: int, most: int) -> str:
    """A word counter: "84 woorden (60 tot 120)"."""
    scope = f"{least} tot {most}" if least else f"hoogstens {most}"
    fits = least <= count <= most
    return f"{number(count)} {'woord' if count == 1 else 'woorden'} ({scope})" + ("" if fits or not count else ". Pas de lengte nog aan.")


def decided(proposals: int, kept: int, open_: int) -> str:
    """ "4 voorstellen, 1 laat u staan"."""
    line = f"{number(proposals)} {'voorstel' if proposals == 1 else 'voorstellen'}, {number(kept)} laat u staan"
    return line + (f", bij {number(open_)} moet u nog kiezen." if open_ else ".")


def remaining(found: tuple[str, ...]) -> str:
    """Capitals and digits that are left."""
    return f"Dit staat nog met een hoofdletter of cijfer in de tekst. Klopt dat? {listed(found)}"


def missing(names: tuple[str, ...]) -> str:
    """What is not filled in yet."""
    return f"Nog niet ingevuld: {listed(names)}."


def gaps(without: tuple[str, ...], *, only_success: bool, one_kind: bool, nobody_stopped: bool) -> tuple[str, ...]:
    """What the stories of this quarter do not show yet, as sentences."""
    found = [f"Er is nog geen verhaal bij {listed(without)}."] if without else []
    found += ["Alle verhalen gaan over wat lukte. Vraag ook naar wat niet lukte."] if only_success else []
    found += ["Alle vertellers hebben dezelfde rol."] if one_kind else []
    found += ["Er is geen verhaal van iemand die stopte of voor wie het niet werkte."] if nobody_stopped and not only_success else []
    return tuple(found)


_CHOOSERS: Mapping[str, str] = {"in_story": "iemand uit het verhaal"}


def chosen_by(whom: str, why: str) -> str:
    """Who chose a story and why, as far as that was written."""
    if not (whom or why):
        return "Er staat nog niet bij wie dit verhaal koos en waarom."
    return " ".join(x for x in (f"Gekozen door {_CHOOSERS.get(whom, whom)}." if whom else "Er staat nog niet bij wie dit verhaal koos.", why) if x)


def in_reports(names: tuple[str, ...]) -> str:
    """Reports that went out with the story."""
    return f"Dit verhaal staat al in {listed(names)}. Laat de ontvanger weten dat het verhaal niet meer gebruikt mag worden." if names else ""


NOT_OPEN = "Er is geen verhaal open. Kies een verhaal, of begin een nieuw verhaal."
NOT_YOURS = "Dit verhaal is van een collega. Alleen wie het schreef kan het wijzigen."
SAVE_FIRST = "Sla het verhaal eerst op als concept. Daarna kunt u hier verder."
WITHDRAW_CONSENT = "Het verhaal gaat dan meteen uit alle nieuwe rapporten."
NOT_READ_BACK = "Laat de verteller eerst precies deze tekst lezen of horen. Vink dat dan aan."
NOT_FREE = "Leg uit dat nee zeggen geen gevolgen heeft. Vink dat dan aan."


def consent_line(day: str, who: str, what: str) -> str:
    """The consent that stands."""
    return f"Toestemming gegeven op {day} door {who}, voor {what}."


LOWER = "Deze tekst heeft bijna geen hoofdletters. Dan missen wij namen. Noem bij stap 1 wie erin voorkomen."
MANY_INDIRECT = "In dit verhaal staan drie of meer feiten die samen naar één persoon kunnen wijzen. Maak er een paar algemener."
NO_TEXT = "De tekst voor het rapport is nog leeg. Schrijf die bij stap 1."


def teller(alias: str, what_changed: str) -> str:
    """The line under a story: the alias, and what was changed to protect the teller."""
    line = f"Verteller: {alias or 'zonder naam'}."
    return f"{line} Veranderd om de verteller te beschermen: {what_changed}" if what_changed else line
