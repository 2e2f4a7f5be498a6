"""What is wrong with a row, and what to do, in plain Dutch. One sentence per FindingCode; a test proves it."""

from collections.abc import Mapping

from reporting.model.finding import Finding, FindingCode

CODE_NAMES: Mapping[FindingCode, str] = {
    FindingCode.MISSING: "verplicht veld is leeg",
    FindingCode.BAD_DATE: "datum niet te lezen",
    FindingCode.BAD_AGE: "leeftijd niet te lezen",
    FindingCode.BAD_HOURS: "uren niet te lezen",
    FindingCode.BAD_GRADE: "rapportcijfer niet te lezen",
    FindingCode.BAD_RECOMMEND: "aanbeveling niet te lezen",
    FindingCode.BAD_COUNT: "aantal niet te lezen",
    FindingCode.BAD_CLIENT: "cliëntnummer niet te lezen",
    FindingCode.BAD_ASKED: "aantal gevraagde mensen niet te lezen",
    FindingCode.END_BEFORE_START: "einde ligt voor het begin",
    FindingCode.WRONG_SHAPE: "rij past niet bij de kolommen",
    FindingCode.DUPLICATE: "rij staat er vaker in",
    FindingCode.FORMULA: "tekst begint als een formule",
}

_SENTENCES: Mapping[FindingCode, str] = {
    FindingCode.MISSING: "Hier moet iets staan, maar er staat {value}. Vul de cel in.",
    FindingCode.BAD_DATE: "{value} is geen datum tussen 2000 en 2099. Schrijf dag-maand-jaar, bijvoorbeeld 05-10-2026.",
    FindingCode.BAD_AGE: "{value} is geen leeftijd van 0 tot en met 120. Schrijf een getal, een klasse zoals 18-27, een geboortejaar of een geboortedatum.",
    FindingCode.BAD_HOURS: "{value} is geen aantal uren van 0 tot en met 24. Schrijf bijvoorbeeld 1,5 of 1:30.",
    FindingCode.BAD_GRADE: "{value} is geen rapportcijfer van 1 tot en met 10. Schrijf bijvoorbeeld 7,5.",
    FindingCode.BAD_RECOMMEND: "{value} is geen antwoord op de ambassadeursvraag. Schrijf een heel getal van 0 tot en met 10, ja of nee.",
    FindingCode.BAD_COUNT: "{value} is geen aantal van 0 tot en met 10.000. Schrijf een heel getal.",
    FindingCode.BAD_CLIENT: "{value} is geen cliëntnummer. Excel heeft het nummer misschien veranderd. Maak van de kolom tekst en vul het nummer opnieuw in.",
    FindingCode.BAD_ASKED: "{value} is geen aantal gevraagde mensen. Schrijf een heel getal van 0 tot en met 10.000.",
    FindingCode.END_BEFORE_START: "De einddatum {value} ligt voor de startdatum. Verbeter een van de twee.",
    FindingCode.WRONG_SHAPE: "Deze rij past niet bij de kolommen. Kijk of er een aanhalingsteken of scheidingsteken te veel of te weinig staat.",
    FindingCode.DUPLICATE: "Deze rij is gelijk aan een eerdere rij. Hij telt mee. Haal hem weg als hij er per ongeluk twee keer in staat.",
    FindingCode.FORMULA: "{value} begint als een formule. We lezen het als gewone tekst.",
}


def finding_sentence(finding: Finding) -> str:
    """What is wrong at this place and what to do. Total over FindingCode."""
    value = f"“{finding.value}”" if finding.value.strip() else "niets"
    return _SENTENCES[finding.code].format(value=value)
