"""The words of "Waarom dit cijfer klopt"."""

from collections.abc import Mapping

from reporting.model.proof import FileProof, LeftOut
from reporting.texts.numbers import listed, number, short_day

LEFT_OUT: Mapping[LeftOut, str] = {
    LeftOut.OTHER_MUNICIPALITY: "van een andere gemeente",
    LeftOut.OTHER_ACTIVITY: "van een andere activiteit",
    LeftOut.OTHER_CLOSING: "met een andere afsluitreden",
    LeftOut.NOT_CLOSED: "nog niet afgesloten",
    LeftOut.OUTSIDE_PERIOD: "buiten deze periode",
    LeftOut.NO_CLIENT: "zonder cliëntnummer",
    LeftOut.NOT_NEW: "al eerder begonnen",
    LeftOut.NO_VALUE: "zonder waarde",
    LeftOut.ERASED: "gewist op verzoek",
}
HIDDEN = "Dit cijfer tonen wij niet. Alleen wie ruwe cijfers mag zien, kan het narekenen."
FINGERPRINT = "Vingerafdruk (SHA-256), om later te vergelijken:"
NO_FILES = "Er zijn geen bestanden ingelezen."


def left_out(proof: FileProof) -> str:
    """Why rows of a file do not count: "12 buiten deze periode en 3 van een andere gemeente"."""
    parts = [f"{number(rows)} {LEFT_OUT[reason]}" for reason, rows in proof.left_out.items() if rows]
    if proof.erased_on:
        parts.append(f"gewist op {short_day(proof.erased_on[-1])}")
    return listed(parts) or "geen"
