"""Why figures are left out, what merging would save, and the proposal of which classes to show: on screen only, by role."""

import pandas as pd
import streamlit as st

from reporting.actions.hidden_figures import hidden_figures, propose_classes
from reporting.actions.settings import list_settings, save_setting
from reporting.model.figure import ALL_THEMES, Dimension, FigureKey, theme_grade, theme_recommend
from reporting.model.people import Actor
from reporting.model.safe import SafeTable
from reporting.texts import disclosure as texts
from reporting.texts.numbers import capital, period_name
from reporting.ui import messages, session
from reporting.ui.plain import plain


def why(actor: Actor, table: SafeTable) -> None:
    """The hidden figures one by one with the reason, what merging saves, and what readers of the report are told."""
    with st.expander(texts.WHY_TITLE, key="weggelaten", on_change="rerun") as opened:
        if not opened.open:
            return
        with st.spinner(texts.LOOKING):
            found = hidden_figures(session.world(), actor, table.municipality.key, table.quarter)
        st.warning(texts.WHY_LINE, icon=":material/visibility_off:")
        rows = [(*_named(table, key), texts.why_hidden(reason, table.threshold)) for key, reason in found.reasons.items()]
        if rows:
            st.table(pd.DataFrame(rows, columns=list(texts.WHY_COLUMNS)).map(plain), hide_index=True)
        else:
            st.text(texts.NOTHING_HIDDEN)
        for dimension, saving in found.savings.items():
            st.text(texts.merging_saves(saving.hidden, saving.hidden_merged, texts.CLASSES[dimension]))
        st.text(f"{texts.TOLD_TO_READERS} {texts.reader_sentence(table.rounded_to)}")


def _named(table: SafeTable, key: FigureKey) -> tuple[str, str, str]:
    names = {i.code: f"{i.code} {i.name}" for i in table.indicators}
    themes = [ALL_THEMES, *dict.fromkeys(i.theme for i in table.indicators)]
    names |= {make(t): f"{word} {t or texts.ALL_TOGETHER}" for t in themes for make, word in ((theme_grade, "Rapportcijfer"), (theme_recommend, "Aanbeveling"))}
    return names.get(key.subject, key.subject), capital(period_name(key.period)), "" if key.breakdown is None else key.breakdown.label


def proposal(actor: Actor) -> None:
    """Per dimension the classes to show by last year's counts; a person takes them over, or not."""
    known = session.municipality()
    if known is None:
        return
    year = session.period()[1].year
    with st.expander(texts.proposal_title(year), key="voorstel", on_change="rerun") as opened:
        if not opened.open:
            return
        found = propose_classes(session.world(), actor, known.key, year)
        if not found:
            st.text(texts.no_proposal(year))
        for dimension, labels in found.items():
            st.text(texts.proposed(texts.CLASSES[dimension], labels))
            if st.button(texts.take_over(texts.CLASSES[dimension]), key=f"voorstel|{dimension}"):
                _take_over(actor, f"shown:{known.key}:{year}:{dimension}", dimension, labels)
                st.rerun()


def _take_over(actor: Actor, name: str, dimension: Dimension, labels: tuple[str, ...]) -> None:
    stored = list_settings(session.world(), actor).get(name)
    version = 0 if stored is None else stored.version
    if messages.attempt(lambda: save_setting(session.world(), actor, name, "\n".join(labels), version)):
        session.look_again(name)
        messages.success(texts.taken_over(texts.CLASSES[dimension]))
