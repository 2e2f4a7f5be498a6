"""What the words around a name tell: names that open a sentence, proposals as wide as the name, and what is nobody's name."""

import pytest

from reporting.model.story import Level
from reporting.stories import detect

FOUND = [
    # openings: an ordinary word that is a name
    ("Boer, zijn maat van vroeger, belde.", "Boer:PERSON"),
    ("Bakker zei niets.", "Bakker:PERSON"),
    ("Roos en haar moeder kwamen.", "Roos:PERSON"),
    ("Storm (12) is snel.", "Storm:PERSON"),
    ("Zus van Ommen heet zo sinds haar geboorte.", "Zus van Ommen:PERSON"),
    ("Mijn tante Mei belde ons.", "Mei:PERSON"),
    ("Ik sprak met Frans over de tuin.", "Frans:PERSON"),
    # openings: the same words where they are none
    ("Apotheker was hij, vroeger.", ""),
    ("Onderweg leerden zij elkaar kennen.", ""),
    ("Zij leert Frans op school.", ""),
    ("In mei kwam er een brief.", ""),
    ("Begeleiding krijgt zij elke week.", ""),
    # widening: the whole name, not half of it
    ("Zij werkt bij Stap voor Stap.", "Stap voor Stap:ORG"),
    ("Wij aten in Huis van de Buurt.", "Huis van de Buurt:ORG"),
    ("Hij doet mee met JES Rijnland.", "JES Rijnland:ORG"),
    ("De hulp kwam van Humanitas Kop van Noord-Holland.", "Humanitas Kop van Noord-Holland:ORG"),
    ("Zij belde SchuldHulpMaatje Kampen, en dat hielp.", "SchuldHulpMaatje Kampen:ORG"),
    ("Hij doet havo aan het Johan de Witt College.", "Johan de Witt College:ORG"),
    ("Zij werkt bij Van Raalte Metaal.", "Van Raalte Metaal:ORG"),
    ("De praktijk heet Tandartspraktijk Molenaar & Visser.", "Tandartspraktijk Molenaar & Visser:ORG"),
    ("Ik sprak dhr. P.J. van Ginkel. Van Ginkel wil uitstel.", "P.J. van Ginkel:PERSON Van Ginkel:PERSON"),
    ("Op dinsdag komen de gebroeders Te Winkel langs.", "Te Winkel:PERSON"),
    ("Hij voetbalde bij DOS '37.", "DOS '37:ORG"),
    ("Zij gaat naar de Murugan-tempel.", "Murugan-tempel:ORG"),
    # two that stay two
    ("Wij gingen met Nourdin El Otmani van Fightclub Kanalen.", "Nourdin El Otmani:PERSON Fightclub Kanalen:ORG"),
    ("Mentor Dirk Schuurman van het Zuiderpark College zag dat.", "Dirk Schuurman:PERSON Zuiderpark College:ORG"),
    # single initials, nicknames, surnames that end in an s
    ("Casus T.: mag weer reizen.", "T.:PERSON"),
    ("Wij spraken over werk met M. Hij lachte.", "M.:PERSON"),
    ("Zij noemt mij 'Kleintje', en dat is goed.", "Kleintje:PERSON"),
    ("Hier heet ik Jerson Martes. Ik kwam alleen.", "Jerson Martes:PERSON"),
    ("Rahafs broer woont hier.", "Rahaf:PERSON"),
    ("Iedereen groet Ome Kobus.", "Kobus:PERSON"),
    ("Een ruzie met Corrie v.d. Plas en Jan v. Dijk.", "Corrie v.d. Plas:PERSON Jan v. Dijk:PERSON"),
    ("Dan een telefoontje Van 't Hof, over de sleutel.", "Van 't Hof:PERSON"),
    ("hoi marieke, ff over gisteren. Groet, Riny van Haren", "marieke:PERSON Riny van Haren:PERSON"),
    ("Toon en Dora Wijers zijn getrouwd. Zus Ouarda dekt haar.", "Toon:PERSON Dora Wijers:PERSON Ouarda:PERSON"),
    ("Eén van hen, N., durfde haar man te verlaten.", "N.:PERSON"),
    ("Wijkbeheerder Sonja Mertens van Parteon had het opgegeven.", "Sonja Mertens:PERSON Parteon:ORG"),
    ("Hij is de zoon van Astrid van de Tiengemetensingel.", "Astrid:PERSON Tiengemetensingel:ADDRESS"),
    ("Mijn begeleider Sven de Kok vroeg dat. Intern begeleider Jan de Boer ook.", "Sven de Kok:PERSON Jan de Boer:PERSON"),
    ("Door Kaoutar kwam ik hier. Wij haalden diploma A. Tijn lachte.", "Kaoutar:PERSON Tijn:PERSON"),
    ("Zijn moeder (Claudia V., PI Nieuwersluis) belt.", "Claudia V.:PERSON PI Nieuwersluis:ORG"),
    ("D. werkte hard. 'Dat was het,' zegt D. tegen mij.", "D.:PERSON D.:PERSON"),
    ("Haar fysiotherapeut, mw. Fleur Oudijk, helpt.", "Fleur Oudijk:PERSON"),
    ("Bedrag kan worden overgemaakt. 's Avonds komt zij.", ""),
    ("8/4 Foto gevonden. 9/4 Taxi geregeld. 10/4 niets. 3/4 idem.", "8/4:DATE 9/4:DATE 10/4:DATE 3/4:DATE"),
    # unlisted names where an organisation stands, and where a person does
    ("Hij werkt bij Kwintes. Kwintes belde.", "Kwintes:ORG Kwintes:ORG"),
    ("Werkgever: Bosveld. Hij is keeper bij Sparta.", "Bosveld:ORG Sparta:ORG"),
    ("Ik heb gebeld naar Moviera.", "Moviera:ORG"),
    ("Hij woont bij Yohanesu.", "Yohanesu:PERSON"),
    ("Hij kreeg hulp bij Quintessa. Mevrouw Quintessa is lief.", "Quintessa:PERSON Quintessa:PERSON"),
    ("Hij sliep in het bos bij Ugchelen.", "Ugchelen:PLACE"),
    ("Haar werkgever, Facilicom, stuurde een brief. Hij lag in het Sophia.", "Facilicom:ORG Sophia:ORG"),
    ("Hij bokst bij Gym 33 met de buddy's van Maatjes013.", "Gym 33:ORG Maatjes013:ORG"),
    ("Wij eten in de keuken van 't Ketelhuis. Thuiszorg: Buurtzorg Bolsward.", "'t Ketelhuis:ORG Buurtzorg Bolsward:ORG"),
    ("Hij is portier bij Thuis op Zuid.", "Thuis op Zuid:ORG"),
    ("Hulp kwam via Buurtplein en van ONS welzijn.", "Buurtplein:ORG ONS welzijn:ORG"),
    # words of a town tell the town; words of a country or language do not
    ("De Zwolse jongen kwam met een echte Stadskanaalse.", "Zwolse:PLACE Stadskanaalse:PLACE"),
    ("De Engelse les, de Friese vrouw en de Poolse soep.", ""),
    ("Meester Hengeloër kwam.", "Hengeloër:PERSON"),
    ("Naam: Van Ommeren, J.T. (Jaap)", "Van Ommeren:PERSON J.T.:PERSON Jaap:PERSON"),
    ("hallo ik ben rosa en ik help. Dat is fijn.", "rosa:PERSON"),
    ("Bemiddelaars Lucie en Henk J. Eerste gesprek liep slecht.", "Lucie:PERSON Henk J.:PERSON"),
    ("Aanwezig: voogd Iris van Kampenhout, tolk.", "Iris van Kampenhout:PERSON"),
    ("Zij is weduwe van Huig, een visser.", "Huig:PERSON"),
    ("De trap aan de Gulden Kruis 114 is steil. De zaak staat op de Woenselse Markt.", "Gulden Kruis 114:ADDRESS Woenselse Markt:ADDRESS"),
    ("Hij kwam uit Nieuw-Roden op 6-11-'25.", "Nieuw-Roden:PLACE 6-11-'25:DATE"),
    ("Hij is burgemeester van de Kruidenbuurt en college van B&W Krimpen aan den IJssel.", "Kruidenbuurt:PLACE Krimpen aan den IJssel:PLACE"),
    ("Bij een organisatie in Gorredijk woonde ik. Wij visten bij de Kralingse Plas.", "Gorredijk:PLACE Kralingse Plas:PLACE"),
    ("Voor de Spakenburgers. Volgend bezoek 17-12.", "Spakenburgers:PLACE 17-12:DATE"),
    # places, abbreviations, plates
    ("Hij moest naar Huis ter Hagen toe.", "Huis ter Hagen:ORG"),
    ("De Gooi- en Eemlander schreef erover, en de Gooi- en Eemlander zweeg.", "De Gooi- en Eemlander:ORG de Gooi- en Eemlander:ORG"),
    ("Bij het echtpaar Stam, Valkenier 12. Mevrouw (nr. 88) belde.", "Stam:PERSON Valkenier 12:ADDRESS 88:ADDRESS"),
    ("Hij gaat naar de moskee aan de Marssteden.", "de Marssteden:ADDRESS"),
    ("Zij studeert aan de Marssteden.", "de Marssteden:ORG"),
    ("Ze woont in Kerkrade-West, dat is Limburgs. Op Sinterklaasavond komt ze.", "Kerkrade-West:PLACE"),
    ("De moeders van Hooyo Hilversum doen veel.", "Hooyo Hilversum:ORG"),
    ("Zaak BB-2025-0418, polisnr. 309 118 4427, annelou.welzijnede.nl", "BB-2025-0418:ID_NUMBER 309 118 4427:ID_NUMBER annelou.welzijnede.nl:URL"),
    ("Haar zoon (02-04-1998, Ede) belde.", "02-04-1998:DATE Ede:PLACE"),
    ("De PB'er Daphne Roskam signaleert dat.", "Daphne Roskam:PERSON"),
    ("Zorgkantoornr. ontbreekt. Di: niets. Vr: met Henny mee.", "Henny:PERSON"),
    ("Afspraak: 28-03 evaluatie, uitslag: 12-10.", "28-03:DATE"),
    ("Wij spreken af do 16 oktober 10.30 u.", "do 16 oktober:DATE"),
    ("Het ging naar Giethoorn. Onderweg zongen ze.", "Giethoorn:PLACE"),
    ("Zij woonde in Bergen aan Zee.", "Bergen aan Zee:PLACE"),
    ("Hij rijdt in de Achterhoek.", "Achterhoek:PLACE"),
    ("Toen hij in het OLVG lag, was het stil.", "OLVG:ORG"),
    ("Haar huis, de Zwanebloem 17, is klein.", "Zwanebloem 17:ADDRESS"),
    ("Kenteken van de dochter: 1-TKL-482.", "1-TKL-482:LICENSE_PLATE"),
    ("Het nummerbord was AC TK 834, zei ze.", "AC TK 834:LICENSE_PLATE"),
    ("Zijn pas heeft nummer NXK7P2244, zei hij.", "NXK7P2244:ID_NUMBER"),
    ("Medicijnen van apotheek Heelweg.", "Heelweg:ORG"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: value[:32])
def test_names_are_found_whole_and_ordinary_words_are_left(text: str, expected: str) -> None:
    found = " ".join(f"{r.text}:{r.type}" for r in detect(text) if r.level is Level.DIRECT)
    assert found == expected
