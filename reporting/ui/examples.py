"""Example files people can fill in: from the sample data, with the header only where that is enough."""

import streamlit as st

from reporting.bootstrap import SAMPLE_DATA


def registration_example() -> None:
    """The empty example of a registrations file."""
    data = (SAMPLE_DATA / "leeg-voorbeeld.csv").read_bytes()
    st.download_button("Leeg voorbeeldbestand downloaden", data, "leeg-voorbeeld.csv", "text/csv", on_click="ignore")


def agreements_example() -> None:
    """The sample's agreements, to see how a file looks."""
    data = (SAMPLE_DATA / "afspraken.csv").read_bytes()
    st.download_button("Voorbeeldbestand downloaden", data, "voorbeeld-afspraken.csv", "text/csv", on_click="ignore")
