"""Every form of an original name is found before a document leaves; what may stand is not."""

import pytest

from reporting.stories import find_names


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Semhar Tesfay", "een verhaal over SEMHAR"),
        ("Semhar Tesfay", "Semhàrs dochter"),
        ("Anna Bakker", "Anna's tas"),
        ("Anna Bakker", "Anna’s tas"),
        ("Truus van der Meulen", "mevrouw Van der Meulen"),
        ("Truus van der Meulen", "T. van der Meulen"),
        ("Truus van der Meulen", "T.van der meulen"),
        ("Truus van der Meulen", "Truusje kwam"),
        ("Truus van der Meulen", "de Meulens"),
        ("Corrie v.d. Plas", "mevrouw Van der Plas"),
        ("Corrie van der Plas", "mw. v/d Plas"),
        ("Corrie van den Plas", "C. v.d. Plas"),
        ("Hans Peters", "Hans' fiets"),
        ("Jan-Willem Smit", "jan-willem"),
        ("K. Çelik", "heer Celik"),
        ("Roos de Wit", "met Roos"),
        ("Wil Smit", "Wil vertelt graag."),
        ("Wil Smit", "Het was Wil."),
        ("Wil Smit", "Wil"),
        ("Semhar", "verhaal_semhar_k3.docx"),
        ("Se\u0301mhar", "Sémhar"),
    ],
)
def test_a_form_of_a_name_is_a_hit(name: str, text: str) -> None:
    hits = find_names({"file": text}, [name])
    assert hits
    assert {h.part for h in hits} == {"file"}
    assert {h.name for h in hits} == {name}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Roos de Wit", "een roos in de tuin met een wit hek"),
        ("An Smit", "wandelen en anders"),
        ("Wil Smit", "Wil u meer weten? Wil dan bellen."),
        ("Anna", "Hannah en Annabel"),
        ("Truus", "onbetrouwbaar"),
        ("", "niets"),
        ("Mevrouw van der Meulen", "mevrouw Jansen"),
    ],
)
def test_ordinary_words_and_parts_of_words_are_no_hit(name: str, text: str) -> None:
    assert find_names({"a": text}, [name]) == ()


def test_names_kept_by_consent_are_exempt_but_the_rest_of_the_name_is_not() -> None:
    parts = {"body": "Semhar vertelt", "footer": "S. Tesfay"}
    assert [h.part for h in find_names(parts, ["Semhar Tesfay"], exempt=["Semhar"])] == ["footer"]
    assert find_names(parts, ["Semhar Tesfay"], exempt=["Semhar Tesfay"]) == ()
