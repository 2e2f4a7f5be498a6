"""What the words around a name tell: names that open a sentence, proposals as wide as the name, and what is nobody's name."""

import pytest

from reporting.model.story import Level
from reporting.stories import detect, substitute

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
    # organisations of the list, whatever stands before them
    ("Zij sprak met Lefier over de huur.", "Lefier:ORG"),
    ("Dankzij Woonkracht10 kwam het goed, schreef BN/DeStem.", "Woonkracht10:ORG BN/DeStem:ORG"),
    ("Bij 's Heeren Loo werkt hij nu. Haar traverse was lang.", "'s Heeren Loo:ORG"),
    ("zij belde met lefier en met isala over het bed, want niemand wist iets en zij ook niet.", "lefier:ORG isala:ORG"),
    ("In het Parool stond het, en in de Volkskrant niet.", "het Parool:ORG"),
    # a surname that looks like the adjective of a place
    ("Maatje Marloes Dingemanse spreekt met ons.", "Marloes Dingemanse:PERSON"),
    ("Buurman Adrie Lochemse, die naast hem woont, belde.", "Adrie Lochemse:PERSON"),
    # a number with a verb before it; a chain that is a website
    ("Zijn reclasseringsnummer is 2024-118734.", "2024-118734:ID_NUMBER"),
    ("Hij bestelt op Bol.com en op www.tafelbed.nl.", "www.tafelbed.nl:URL"),
    ("De heer A.J. (Ad) van Oosterhout kwam.", "A.J.:PERSON Ad:PERSON van Oosterhout:PERSON"),
    ("Na de dood van zijn vrouw Annie at Gerrit uit blik.", "Annie:PERSON Gerrit:PERSON"),
    ("Het kind krijgt een naam: Berend of Berendina.", "Berend:PERSON Berendina:PERSON"),
    ("Nu werk ik bij Visafslag Urk en leer Urkers.", "Visafslag Urk:ORG"),
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
    ("Blonde Annie kwam binnen. Kleine kinderen lachten.", "Blonde Annie:PERSON"),
    ("Door Kaoutar kwam ik hier. Wij haalden diploma A. Tijn lachte.", "Kaoutar:PERSON Tijn:PERSON"),
    ("Zijn moeder (Claudia V., PI Nieuwersluis) belt.", "Claudia V.:PERSON PI Nieuwersluis:ORG"),
    ("D. werkte hard. 'Dat was het,' zegt D. tegen mij.", "D.:PERSON D.:PERSON"),
    ("Haar fysiotherapeut, mw. Fleur Oudijk, helpt.", "Fleur Oudijk:PERSON"),
    ("Bedrag kan worden overgemaakt. 's Avonds komt zij.", ""),
    ("8/4 Foto gevonden. 9/4 Taxi geregeld. 10/4 niets. 3/4 idem.", "8/4:DATE 9/4:DATE 10/4:DATE 3/4:DATE"),
    ("Zij heet De Boer. De Boer bleek ook een mens.", "De Boer:PERSON De Boer:PERSON"),
    ("Ik kom uit een gezin in Wassenaar.", "Wassenaar:PLACE"),
    ("Coördinator Manon Lagerwerf zoekt een oma.", "Manon Lagerwerf:PERSON"),
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
    ("Ik ben student van Inholland en kwam via Amato-zorg.", "Inholland:ORG Amato-zorg:ORG"),
    ("Wij woonden in een vakantiepark bij Rheezerveen. 24-09 gebeld, kom je zat 12 april?", "Rheezerveen:PLACE 24-09:DATE zat 12 april:DATE"),
    ("Zij lag in Altrecht in Zeist. Een brief van de Wonen Zeevang kwam.", "Altrecht:ORG Zeist:PLACE de Wonen Zeevang:ORG"),
    ("Het Eritrese elftal. Haar hondje Snuf wegliep, met Snuf onder haar arm.", ""),
    # words of a town tell the town; words of a country or language do not
    ("De Zwolse jongen kwam met een echte Stadskanaalse.", "Zwolse:PLACE Stadskanaalse:PLACE"),
    ("De Engelse les, de Friese vrouw en de Poolse soep.", ""),
    ("Meester Hengeloër kwam.", "Hengeloër:PERSON"),
    ("Naam: Van Ommeren, J.T. (Jaap)", "Van Ommeren, J.T.:PERSON Jaap:PERSON"),
    ("hallo ik ben rosa en ik help. Dat is fijn.", "rosa:PERSON"),
    ("Bemiddelaars Lucie en Henk J. Eerste gesprek liep slecht.", "Lucie:PERSON Henk J.:PERSON"),
    ("Aanwezig: voogd Iris van Kampenhout, tolk.", "Iris van Kampenhout:PERSON"),
    ("Zij is weduwe van Huig, een visser.", "Huig:PERSON"),
    ("De trap aan de Gulden Kruis 114 is steil. De zaak staat op de Woenselse Markt.", "Gulden Kruis 114:ADDRESS Woenselse Markt:ADDRESS"),
    ("Hij kwam uit Nieuw-Roden op 6-11-'25.", "Nieuw-Roden:PLACE 6-11-'25:DATE"),
    ("Hij is burgemeester van de Kruidenbuurt en college van B&W Krimpen aan den IJssel.", "Kruidenbuurt:PLACE Krimpen aan den IJssel:PLACE"),
    ("Bij een organisatie in Gorredijk woonde ik. Wij visten bij de Kralingse Plas.", "Gorredijk:PLACE Kralingse Plas:PLACE"),
    ("Voor de Spakenburgers. Volgend bezoek 17-12.", "Spakenburgers:PLACE 17-12:DATE"),
    ("Meneer Van Rossum van de Eikenlaan 27 belde. De tafel staat aan de Rijksweg Zuid.", "Van Rossum:PERSON Eikenlaan 27:ADDRESS Rijksweg Zuid:ADDRESS"),
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
    # notes: short forms are nobody, and the names between them are found
    ("Dtr Willemijn en mdr belden. Gez. gespr. met kdrn op 5e.", "Willemijn:PERSON"),
    ("Evt. alarmering bespr. met coll. Fenneke. Rapp. JvdM.", "Fenneke:PERSON JvdM:PERSON"),
    ("Aanw.: Marloes (wijkteam), Paulusma (HA), S. Bal (POH-ggz)", "Marloes:PERSON Paulusma:PERSON S. Bal:PERSON"),
    ("Dhr. S. Bal (POH-ggz) belde, cl.nr. 2023-04471.", "S. Bal:PERSON 2023-04471:ID_NUMBER"),
    ("V-nr 281.447.9063, ticket TCK-88213, zkn. BB 118/24, echtg., nr. 42", "281.447.9063:ID_NUMBER TCK-88213:ID_NUMBER BB 118/24:ID_NUMBER 42:ADDRESS"),
    ("Zij valt vaak, laatste keer 11-2, op de grond. Boete van 1250 eu.", "11-2:DATE"),
    ("Wil (zoon van haar) bracht koek. Hij werkt op Kwekerij Van der Lugt.", "Wil:PERSON Kwekerij Van der Lugt:ORG"),
    ("Zondag ga ik naar de kerk, Church of the Living Water, daar speel ik.", "Church of the Living Water:ORG"),
    ("Het is een woord dat Bert-Jan Kruidhof nooit zei. Eentje vroeg dat.", "Bert-Jan Kruidhof:PERSON"),
    ("Ik woonde op een vakantiepark bij Putten, in een huisje.", "Putten:PLACE"),
    # writers who put capitals anywhere: ordinary words are nobody, and names without a capital are found
    ("Ik ging de Trap op met een Meisje, wij dronken Koffie voor het Krantje, met ome joop en smeets.", "joop:PERSON smeets:PERSON"),
    ("Wij oefenen in de bieb van emmeloord, en hij reed naar de lijsterbesstraat.", "emmeloord:PLACE"),
    ("Zij woont in de lijsterbesstraat, hij op de meeuwen laan, ik op de grote Markt.", "lijsterbesstraat:ADDRESS meeuwen laan:ADDRESS grote Markt:ADDRESS"),
    ("De sleutel ligt op de lepelaar singel 9 en er kwam een meneer, hans Dekker.", "lepelaar singel 9:ADDRESS hans Dekker:PERSON"),
    ("Wij zagen Trixa. Volgens trixa is het tuig. In de winkelstraat was niemand.", "Trixa:PERSON trixa:PERSON"),
    # initials and surnames of several parts
    ("Henriëtte Vos en Rob d'Ancona spraken. Sj. Bakker luisterde.", "Henriëtte Vos:PERSON Rob d'Ancona:PERSON Sj. Bakker:PERSON"),
    ("'Vossen en lammeren,' zegt E.M., 'en nu is het stil.'", "E.M.:PERSON"),
    ("Hij kent Jaap van Bemmel. Van Bemmel schrijft dat op.", "Jaap van Bemmel:PERSON Van Bemmel:PERSON"),
    (
        "Voorzitter R.W. de Ruyter van Steveninck opent. Dan sluit De Ruyter van Steveninck.",
        "R.W. de Ruyter van Steveninck:PERSON De Ruyter van Steveninck:PERSON",
    ),
    ("Dat is juffrouw Clara de Mol van Otterloo, en Jopie van Rijn-Lapidaire.", "Clara de Mol van Otterloo:PERSON Jopie van Rijn-Lapidaire:PERSON"),
    ("Hier komt Driek van Esch, en de vader van Tlaytmas, Moh n'Allal.", "Driek van Esch:PERSON Tlaytmas:PERSON Moh n'Allal:PERSON"),
    ("Zij heet Béatrice Ilunga wa Kabamba. Professor, die echt Wubbe heet, lacht.", "Béatrice Ilunga wa Kabamba:PERSON Professor:PERSON Wubbe:PERSON"),
    ("Hij woont nu op de Pelmolen 6 in Ten Boer. Haar man was een Sinto, een Ghanese vriend.", "Pelmolen 6:ADDRESS Ten Boer:PLACE"),
    ("Op Snapchat heet hij ilyas.utr3cht. Proces-verbaal, nummer PL0900-2024188342, is weg.", "ilyas.utr3cht:HANDLE PL0900-2024188342:ID_NUMBER"),
    # surnames of several parts, firms, funds and islands
    ("Daar komt Jenneken Wessels op 't Oever aan.", "Jenneken Wessels op 't Oever:PERSON"),
    ("Zij fietst van het klooster Maria ad Fontes naar ons.", "Maria ad Fontes:ORG"),
    ("Wij eten bij Noaberhuis 't Vonder, samen.", "Noaberhuis 't Vonder:ORG"),
    ("Betaald door fonds Gravin van Bylandt, sportwinkel Jansen & Zn. en mij.", "Gravin van Bylandt:ORG Jansen & Zn.:ORG"),
    ("Dat is Glenda, van Sint-Maarten. Met Sint-Maarten liepen wij.", "Glenda:PERSON Sint-Maarten:PLACE"),
    # organisations that were taken for people, and what takes place
    ("Zij sprak met Lefier over de huur.", "Lefier:ORG"),
    ("De korfballers van Wapserveen Vooruit speelden tegen Vlugheid.", "Wapserveen Vooruit:ORG Vlugheid:ORG"),
    ("Tijdens Zomerklanken dansten wij.", "Zomerklanken:ORG"),
    ("Dat werd Sneha, een ontmoetingsplek in de wijk. Toen kwam Sharda, een vrouw.", "Sneha:ORG Sharda:PERSON"),
    ("De beheerder van It Stoarmhûs lacht. Docent Leny Brugmans ontdekte dat.", "It Stoarmhûs:ORG Leny Brugmans:PERSON"),
    ("Zij belde met Steunpunt Stroom. Stroom betaalt. Stroom is duur.", "Steunpunt Stroom:ORG Stroom:ORG Stroom:ORG"),
    ("Tegen Wij Allemaal zei zij ja. Buurtvrede stuurde Olav.", "Wij Allemaal:ORG Buurtvrede:ORG Olav:PERSON"),
    ("Toen vond zij bij Vergeet-mij-nietje hulp, achter de Meiveldpad-flats.", "Vergeet-mij-nietje:ORG Meiveldpad-flats:ORG"),
    ("Door Housing Hulp Twente kwam het goed.", "Housing Hulp Twente:ORG"),
    ("Sleutelgat, zo gaat de werkplaats heten.", "Sleutelgat:PERSON"),
    ("Hij zit op het Pius X. Met hem gaat het goed.", "Pius X:ORG"),
    ("Dat is meneer Lamberts. Lamberts zelf praat niet.", "Lamberts:PERSON Lamberts:PERSON"),
    ("Zij kwam via Match Maastricht bij ons.", "Match Maastricht:ORG"),
    ("Melding vn apotheek. De Rooij: pillen niet opgehaald.", "De Rooij:PERSON"),
    ("Ons dossier heeft nummer MO 25.0093. De taxi kwam.", "MO 25.0093:ID_NUMBER"),
    ("Zij woont in Delfzijl noord, op kloosterstr 8. Nu aan de veenmos 22.", "Delfzijl noord:PLACE kloosterstr 8:ADDRESS veenmos 22:ADDRESS"),
    ("Hij woont aan de Op de Bos 17a, naast ons.", "Op de Bos 17a:ADDRESS"),
    ("Wij praatten met els en Kisoen, en met peter verbruggen.", "els:PERSON Kisoen:PERSON peter verbruggen:PERSON"),
    ("contact gehad m hr Bos van t Erf. Gesproken over werk en eten.", "Bos:PERSON t Erf:ORG"),
    # names of several words that a joiner ties, and people as files and friends name them
    ("Mijn maatje is van Welkom in de Meierij, hij helpt mij.", "Welkom in de Meierij:ORG"),
    ("De alarmknop komt van Thuis in Drenthe en werkt goed.", "Thuis in Drenthe:ORG"),
    ("Dank aan de mannen van Timmeren met Kees.", "Timmeren met Kees:ORG"),
    ("Wij bellen met het loket van Sociaal Team Noordoosthoek.", "Sociaal Team Noordoosthoek:ORG"),
    ("Nu gaat hij twee ochtenden naar Werkplek Loods 7 en sleutelt daar.", "Werkplek Loods 7:ORG"),
    ("Zij doet mee aan de tuingroep van Bloem & Zo.", "Bloem & Zo:ORG"),
    ("Zij kreeg een maatje via Samen Wijs(er) en is blij.", "Samen Wijs(er):ORG"),
    ("Toen woonde ze in de opvang van Clara's Huis, met een koffer.", "Clara's Huis:ORG"),
    ("Hij schildert de kleedkamers van vv De Waalrunners.", "vv De Waalrunners:ORG"),
    ("Het formulier vermeldt: cliënt Paasboer, A.C.M., en verder niets.", "Paasboer, A.C.M.:PERSON"),
    ("Een afspraak bij psycholoog de Wit-Hettinga is gemaakt.", "de Wit-Hettinga:PERSON"),
    ("Gisteren zag ik Margreet ten Klooster in de tuin.", "Margreet ten Klooster:PERSON"),
    ("Iedereen kent Lubbert Hakvoort. Lub voer al jong op zee.", "Lubbert Hakvoort:PERSON Lub:PERSON"),
    ("Iedereen kent Hetty goed. Het project is leuk.", "Hetty:PERSON"),
    ("Zij komt van Jumbo in Tiel en is moe.", "Tiel:PLACE"),
    ("Zij woont in een flat, 1447 KV Purmerend, boven de bakker.", "1447 KV:POSTCODE Purmerend:PLACE"),
    ("Bovensmilde, 25 april 2025\n\nLieve mensen, dank voor alles.", "Bovensmilde:PLACE 25 april 2025:DATE"),
    ("De wijkverpleging van Lombok/Oog in Al belt later.", "Lombok:PLACE Oog in Al:PLACE"),
    # dialect, and names without a capital that are words
    ("'k Zal 't zeggen: dat is mien huis.", ""),
    ("Vraag maar naar riet, zij weet het.", "riet:PERSON"),
    ("Wij vragen naar huis en gaan naar bed.", ""),
    ("In Dörpshoes de Loug is het druk.", "Dörpshoes de Loug:ORG"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: value[:32])
def test_names_are_found_whole_and_ordinary_words_are_left(text: str, expected: str) -> None:
    found = " ".join(f"{r.text}:{r.type}" for r in detect(text) if r.level is Level.DIRECT)
    assert found == expected


def test_what_takes_place_does_not_become_an_organisation() -> None:
    text = "Tijdens Zomerklanken dansten wij, en na de Lampionnenloop gingen wij naar huis."
    assert substitute(text, detect(text), b"k" * 32) == "Tijdens een bijeenkomst dansten wij, en na de loop gingen wij naar huis."


def test_a_writer_who_puts_capitals_on_days_and_nouns_gets_no_proposals_for_nouns() -> None:
    text = "Op Zondag at ik een Klok vol Koffie, op Dinsdag ging het Beter met mijn Jas."
    assert [r.text for r in detect(text) if r.level is Level.DIRECT] == []


def test_a_writer_who_begins_sentences_small_may_write_names_so() -> None:
    text = "Intake met Kim en Rik. ging goed. zij stond er zelf. toen kwam kim met hem. rik komt vrij in jan, zij woont in sittard. de kim is mooi. daar."
    assert [r.text for r in detect(text) if r.level is Level.DIRECT] == ["Kim", "Rik", "kim", "rik", "sittard"]


def test_dialect_words_that_open_a_sentence_are_nobody() -> None:
    text = "Heur keerl was in 't veurjoar weg. Stilaan kwam zai weer. Allez, zee ze. Yfkje kwam met heur moeke."
    assert [r.text for r in detect(text) if r.level is Level.DIRECT] == ["Yfkje"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ich bin Huub Lemmens. Ich woon in Gulpen.", ["Huub Lemmens", "Gulpen"]),
        ("Mien buurman kwam. Mien naem is Truus.", ["Truus"]),
        ("Mien belt elke dag. Ik ging naar Mien.", ["Mien", "Mien"]),
        ("Da's toch niet raar. Elke eerste vrijdag koken wij.", []),
        ("De brief ging naar u. Hij belde daarna.", []),
    ],
)
def test_words_that_are_spelled_as_a_name_or_particle_are_nobody(text: str, names: list[str]) -> None:
    assert [r.text for r in detect(text) if r.level is Level.DIRECT] == names


@pytest.mark.parametrize("name", ["Mariët", "Machiels", "Lambregts", "Nieuwenhuijs", "Kessels"])
def test_a_name_that_looks_like_the_adjective_of_a_place_is_found(name: str) -> None:
    assert name in {r.text for r in detect(f"Zij sprak met {name} over de huur.")}
