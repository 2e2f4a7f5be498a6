"""A sentence for every reason: what happened, and what the reader can do. Total over Reason (a test proves it).

Blanks are filled from the error's details; a detail that is absent leaves a plain word in its place.
"""

from collections.abc import Mapping
from datetime import date
from string import Formatter

from reporting.errors import Reason, UserError
from reporting.texts.numbers import day

SENTENCES: Mapping[Reason, str] = {
    # the shape of an upload
    Reason.WRONG_TYPE: "Dit is geen CSV- of Excelbestand. Kies een bestand dat eindigt op .csv, .txt, .xlsx of .xls.",
    Reason.EMPTY: "Het bestand is leeg. Maak de export opnieuw en kies het nieuwe bestand.",
    Reason.NO_HEADER: "Er staat geen regel met kolomnamen in het bestand. Zet boven de gegevens namen als Datum, Activiteit en Cliëntnummer.",
    Reason.NO_ROWS: "Onder de kolomnamen staan geen rijen. Controleer of de export wel gegevens van deze periode heeft.",
    Reason.MISSING_COLUMNS: "Er ontbreken kolommen die nodig zijn: {columns}. Kies bij Kolommen koppelen welke kolom dit is, of maak de export opnieuw.",
    Reason.TOO_LARGE: "Het bestand is te groot: hoogstens 50 MB, en uitgepakt 200 MB. Splits de export, bijvoorbeeld per kwartaal.",
    Reason.PASSWORD: "Het bestand is met een wachtwoord beveiligd. Sla het op zonder wachtwoord en kies het opnieuw.",
    Reason.UNREADABLE: "Het bestand is beschadigd of niet te lezen. Maak de export opnieuw, of open het in Excel en sla het op als CSV.",
    Reason.BSN: "De cliëntnummers zijn burgerservicenummers (BSN). Die mogen hier niet in. Maak een export met het eigen cliëntnummer.",
    Reason.ALREADY_IMPORTED: "Dit bestand is op {date} al ingelezen. Kies vervangen als dit een verbeterde versie is, of stop.",
    Reason.NO_MUNICIPALITY: "Het is niet duidelijk bij welke gemeente deze rijen horen. Kies de gemeente, of lees eerst de afspraken in.",
    Reason.UNKNOWN_MUNICIPALITY: "Met deze gemeente zijn nog geen afspraken ingelezen. Lees eerst de afspraken in bij Afspraken.",
    Reason.BAD_AGREEMENTS: "In dit bestand staat geen enkele afspraak die te lezen is. Vergelijk het met het voorbeeldbestand bij Afspraken.",
    Reason.BAD_QUARTER: "Dit kwartaal is niet te lezen. Schrijf het als 2026-K3.",
    Reason.BAD_VALUE: "Deze waarde kan hier niet. Controleer wat u invulde bij {field} en probeer het opnieuw.",
    Reason.CLASSES_FIXED: "Van dit jaar is al een rapport vastgesteld. De wijken en leeftijden blijven dit jaar zo. Kies ze voor volgend jaar opnieuw.",
    # who and when
    Reason.NOT_ALLOWED: "Met uw rol ({role}) kan dit niet. Vraag een collega met de juiste rol, of de beheerder.",
    Reason.NO_PROFILE: "Dit profiel bestaat niet meer. Kies opnieuw wie u bent, of vraag de beheerder om een profiel.",
    Reason.LAST_MANAGER: "Dit is de enige beheerder. Maak eerst iemand anders beheerder.",
    Reason.OWN_STORY: "U schreef dit verhaal zelf. Een collega keurt het goed.",
    Reason.NOT_OWN_STORY: "Dit verhaal is van een collega. Alleen wie het schreef kan het wijzigen.",
    Reason.WRONG_STATE: "Dit kan nu niet meer, want iemand anders heeft er al iets mee gedaan. Laad de pagina opnieuw en kijk hoe het ervoor staat.",
    Reason.NOT_FOUND: "Dit staat er niet meer. Laad de pagina opnieuw.",
    Reason.CHANGED_MEANWHILE: "Iemand anders heeft dit intussen gewijzigd. Hieronder staan beide teksten; kies welke blijft.",
    # stories
    Reason.NO_CONSENT: "Er is geen geldige toestemming voor dit verhaal. Lees het voor, vraag die aan de verteller en leg die vast bij stap 4.",
    Reason.CONSENT_ENDED: "De toestemming voor dit verhaal is ingetrokken of verlopen. Zonder nieuwe toestemming gaat het verhaal niet mee.",
    Reason.NOT_APPROVED: "Dit verhaal is nog niet goedgekeurd door een collega. Laat het nakijken, of haal het uit het rapport.",
    Reason.TEXT_CHANGED: "De tekst is gewijzigd sinds de verteller of de nakijker hem las. Lees hem opnieuw voor en laat hem opnieuw nakijken.",
    Reason.UNDECIDED: "Bij stap 3 staan nog voorstellen open. Kies bij elk voorstel vervangen of laten staan.",
    Reason.FIELDS_MISSING: "Nog niet alles is ingevuld: {fields}. Vul dat aan en probeer het opnieuw.",
    Reason.NAME_LEFT: "In het document staat een naam uit het verhaal ‘{story}’. Haal die naam weg, of bevestig dat het iemand anders is.",
    Reason.FEW_OF_AGE: "Te weinig cliënten lijken op de verteller. Kies bij stap 1 een ruimere leeftijdsgroep, of laat die leeg.",
    Reason.FEW_IN_DISTRICT: "Te weinig cliënten lijken op de verteller. Laat bij stap 1 de wijk leeg, en noem die wijk niet in de tekst.",
    Reason.FEW_ALIKE: "Te weinig cliënten lijken op de verteller. Laat bij stap 1 de wijk en de leeftijdsgroep leeg, en noem ze niet in de tekst.",
    Reason.FEW_IN_ALL: "Te weinig cliënten deden hieraan mee, dus de verteller is te herkennen. Kies bij stap 2 ook een andere afspraak, of geen.",
    Reason.ERASED: "Dit verhaal is gewist. Het kan niet worden teruggehaald.",
    # reports
    Reason.NO_FIGURES: "Er zijn geen cijfers voor dit kwartaal. Lees eerst registraties in, of kies een ander kwartaal.",
    Reason.EXPOSED_CELL: "Samen met eerdere rapporten is een verborgen cijfer te herleiden: {cell}. Laat de privacyfunctionaris kijken voor u vaststelt.",
    Reason.DOCUMENT_CHECK: "Het document klopt niet. {problem} Er is niets opgeslagen. Probeer het opnieuw, of meld dit aan de beheerder.",
    Reason.TEMPLATE_TYPE: "Dit is geen Word-bestand. Kies een bestand dat eindigt op .docx of .dotx.",
    Reason.TEMPLATE_PASSWORD: "Dit is een oud Word-bestand (.doc), of het heeft een wachtwoord. Sla het op als .docx zonder wachtwoord en kies het opnieuw.",
    Reason.TEMPLATE_BROKEN: "Het Word-bestand is beschadigd of niet te lezen. Open het in Word, sla het op als .docx en kies het opnieuw.",
    Reason.TEMPLATE_LARGE: "Het Word-bestand is te groot: hoogstens 20 MB, en uitgepakt 200 MB. Maak de plaatjes kleiner en kies het opnieuw.",
    Reason.TEMPLATE_BSN: "In de koptekst of voettekst staat een getal dat een BSN kan zijn. Haal het weg. Of zet ervoor welk nummer het is, zoals KvK of RSIN.",
    Reason.TEMPLATE_CHECK: "Met deze huisstijl klopt een rapport niet: {problem} Er is niets opgeslagen. Pas het Word-bestand aan en kies het opnieuw.",
    Reason.DOCUMENT_BROKEN: "Dit is geen Word-bestand dat te lezen is. Open het rapport in Word of LibreOffice, sla het op als .docx en kies het opnieuw.",
    Reason.NOT_OUR_REPORT: "Dit is geen rapport dat hier is gemaakt. Kies het Word-bestand dat u hier hebt gedownload en daarna hebt bewerkt.",
    Reason.UNCHECKED: "In een tekst die u koos, staat iets om eerst naar te kijken. Haal het weg, of vink aan dat het klopt. Er is niets opgeslagen.",
    Reason.NO_OFFICE: "Het maken van een PDF is niet gelukt. Daarvoor is LibreOffice nodig op de computer met het programma. Vraag de beheerder.",
    # the house
    Reason.DATA_FOLDER: "De map met gegevens ({folder}) is niet te gebruiken. Vraag de beheerder of de map bestaat en of u er mag schrijven.",
    Reason.KEY_FOLDER: "De map met sleutels ({folder}) is niet te gebruiken, of ligt in de map met gegevens. Vraag de beheerder om een andere map (KEY_DIR).",
    Reason.KEY_MISSING: "Er zijn gegevens, maar de sleutel ontbreekt in {folder}. Zet het sleutelbestand terug. Zonder sleutel zijn de gegevens niet te lezen.",
    Reason.KEY_WRONG: "De sleutel in {folder} hoort niet bij deze gegevens. Zet het juiste sleutelbestand terug. Er is niets gewijzigd.",
    Reason.DISK_FULL: "De schijf is vol. Er is niets half opgeslagen. Maak ruimte vrij en probeer het opnieuw.",
    Reason.DATABASE_NEWER: "De gegevens zijn gemaakt met een nieuwere versie van dit programma. Installeer die versie. Er is niets gewijzigd.",
    Reason.BUSY: "Iemand anders is aan het opslaan en dat duurt lang. Wacht een minuut en probeer het opnieuw.",
    Reason.BAD_BACKUP: "Dit is geen bruikbare reservekopie, of het bestand is beschadigd. Kies een ander bestand. Er is niets gewijzigd.",
}
_PLAIN: Mapping[str, str] = {
    "columns": "zie hieronder",
    "date": "een eerdere dag",
    "field": "dit veld",
    "role": "onbekend",
    "fields": "zie hieronder",
    "story": "zonder titel",
    "cell": "zie hieronder",
    "problem": "de controle is niet geslaagd",
    "folder": "de ingestelde map",
}


def sentence(error: UserError) -> str:
    """What happened and what to do, in plain Dutch."""
    pattern = SENTENCES[error.reason]
    blanks = {name: str(error.details.get(name, "")) or _PLAIN[name] for _, name, _, _ in Formatter().parse(pattern) if name}
    if "date" in blanks:
        blanks["date"] = _day(blanks["date"])
    return pattern.format(**blanks)


def _day(text: str) -> str:
    """An ISO day as a day in words; other text as it is."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text
