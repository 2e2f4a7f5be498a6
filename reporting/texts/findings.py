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
    FindingCode.BAD_YEAR: "jaar niet te lezen",
    FindingCode.BAD_UNIT: "eenheid niet bekend",
    FindingCode.BAD_TARGET: "jaardoel niet te lezen",
    FindingCode.BAD_PATH: "pad niet te lezen",
    FindingCode.BAD_BASELINE: "nulmeting niet te lezen",
    FindingCode.SAME_CODE: "code staat er vaker in",
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
    FindingCode.BAD_YEAR: "{value} is geen jaar van 2000 tot en met 2099. Schrijf vier cijfers, bijvoorbeeld 2026.",
    FindingCode.BAD_UNIT: (
        "De eenheid {value} kennen we niet. Kies uit: unieke cliënten, nieuwe unieke cliënten, deelnames, bijeenkomsten, contacten, uren, "
        "aantal (met het woord tussen haakjes), rapportcijfer, aanbeveling, afgesloten trajecten."
    ),
    FindingCode.BAD_TARGET: (
        "Het jaardoel {value} kunnen we niet lezen. Zo kan het: 2.400 · minimaal 160 · >= 69% · maximaal 20 · bandbreedte 65-70% · toename · "
        "lager dan nulmeting · n.b."
    ),
    FindingCode.BAD_PATH: "Het pad {value} kunnen we niet lezen. Schrijf vier oplopende delen of getallen met | ertussen, bijvoorbeeld 25%|50%|75%|100%.",
    FindingCode.BAD_BASELINE: "De nulmeting {value} kunnen we niet lezen. Schrijf een getal, bijvoorbeeld 66% of 7,5, of laat de cel leeg.",
    FindingCode.SAME_CODE: "De code {value} staat al op een eerdere rij van dezelfde gemeente en hetzelfde jaar. Geef elke indicator een eigen code.",
    FindingCode.DUPLICATE: "Deze rij is gelijk aan een eerdere rij. Hij telt mee. Haal hem weg als hij er per ongeluk twee keer in staat.",
    FindingCode.FORMULA: "{value} begint als een formule. We lezen het als gewone tekst.",
}


def finding_sentence(finding: Finding) -> str:
    """What is wrong at this place and what to do. Total over FindingCode."""
    value = f"“{finding.value}”" if finding.value.strip() else "niets"
    return _SENTENCES[finding.code].replace("{value}", value)


def agreement_sentence(finding: Finding) -> str:
    """The same for a row of an agreements file, with its place before it."""
    return f"Rij {finding.line}, kolom {finding.column}: {finding_sentence(finding)}"
