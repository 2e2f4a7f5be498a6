"""The words of the consent sheet, in plain Dutch for the storyteller. Sources: AVG art. 7, 13 and 77; UAVG art. 5 (under 16: a parent)."""

TITLE = "Mogen wij uw verhaal gebruiken?"
INTRO = "U vertelde ons uw verhaal. Wij willen het graag gebruiken. Dat doen wij alleen als u dat goed vindt."
STORY = "Dit is uw verhaal, zoals wij het gebruiken"
QUOTE = "Dit zijn uw eigen woorden, groot bij het verhaal:"
ALIAS = "In het verhaal heet u {alias}. Wilt u een andere naam, of uw eigen naam? Zeg het ons. Dan maken wij een nieuw blad."
CHANGED = "Dit staat er ook bij. Wat wij veranderden: {changed}"
USE = "Waar mogen wij uw verhaal gebruiken?"
USE_CAPTION = "Kies bij elke regel ja of nee"
USE_DESCRIPTION = "Per plek een vakje voor ja en een vakje voor nee."
WHERE, YES, NO, BOX = "Waar", "Ja", "Nee", "☐"
PURPOSES = ("In het rapport aan de wethouder", "Bij de gemeenteraad", "Op de website")
UNTIL = "Wij mogen uw verhaal gebruiken tot en met: {line}"
RIGHTS_HEADING = "Dit moet u weten"
RIGHTS = (
    "U hoeft geen ja te zeggen. Zegt u nee? Dat heeft geen gevolgen. U krijgt dezelfde hulp.",
    "U mag later altijd nog stoppen. U hoeft niet te zeggen waarom. Zeg of schrijf het aan degene die uw verhaal opschreef.",
    "Stopt u? Dan komt uw verhaal niet meer in een nieuw rapport. Wie het al kreeg, vertellen wij dat u stopt.",
    "Wij wijzigen niets meer aan deze tekst. Willen wij toch iets wijzigen? Dan vragen wij het u opnieuw.",
    "Misschien raadt iemand die u goed kent toch dat dit over u gaat. Wij deden ons best om dat te voorkomen.",
    "Bent u niet tevreden? U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.",
)
SIGN = "Uw handtekening"
SEEN = "{box} Ik heb de tekst gelezen, of iemand las de tekst voor. {box} Ik weet dat ik nee mag zeggen."
SIGN_LINES = ("Naam: {line}", "Datum: {line}", "Handtekening: {line}")
OTHERS = "Tekent u voor iemand anders? Ik ben: {box} ouder {box} wettelijk vertegenwoordiger. Is de verteller jonger dan 16? Dan tekent ook een ouder."
LINE = "_" * 34
STAMP = "{organisation} · {day} · code van deze tekst: {code}"
NO_ORGANISATION = "Welzijnsorganisatie"
