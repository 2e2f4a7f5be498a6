"""The figures on the screen: per indicator the figure, the difference, the chart, its table, the proof and the stories behind it."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

import pandas as pd
import streamlit as st

from reporting.access.permissions import may
from reporting.actions.choose_story import choose_story
from reporting.actions.figures import figures_stamp, protected_figures
from reporting.actions.settings import in_force, list_settings
from reporting.actions.stories import TOLD, chosen, list_stories
from reporting.document.charts import breakdown_bars, quarter_bars
from reporting.document.drawing import svg
from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import Breakdown, Dimension, FigureKey
from reporting.model.people import Actor, Permission
from reporting.model.period import Period, PeriodKind, Quarter, report_periods
from reporting.model.safe import Mark, SafeCell, SafeTable
from reporting.model.story import Story
from reporting.texts import screens_figures as texts
from reporting.texts.figures import STATUS_NAMES, cell_text, difference, share_text, target_text, unit_text
from reporting.texts.numbers import capital, period_name
from reporting.texts.screens_stories import chosen_by
from reporting.ui import messages, proof, session
from reporting.ui.numbers import read_decimal
from reporting.ui.plain import plain

Key = tuple[str, str, str, str]
_EMPTY = (Mark.UNKNOWN, Mark.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the blocks of a page show, read once for all of them: the protected table, its key, the stories that are told, and what the reader chose."""

    actor: Actor
    table: SafeTable
    key: Key
    told: tuple[Story, ...]
    compare: Quarter
    district: str


def protected(actor: Actor, municipality: str, quarter: Quarter) -> SafeTable:
    """The protected table; counted once for as long as no figure can have changed."""
    return _protected(*_key(actor, municipality, quarter), actor)


def _key(actor: Actor, municipality: str, quarter: Quarter) -> Key:
    """World, stamp, municipality and quarter: while these are the same, so are all protected figures."""
    return session.world_name(), figures_stamp(session.world(), actor, municipality), municipality, str(quarter)


@st.cache_resource(show_spinner="Bezig met tellen", max_entries=32)
def _protected(world: str, stamp: str, municipality: str, quarter: str, _actor: Actor) -> SafeTable:
    return protected_figures(session.world(), _actor, municipality, Quarter.parse(quarter))


@st.cache_data(show_spinner=False, max_entries=400)
def _picture(world: str, stamp: str, municipality: str, quarter: str, code: str, dimension: str, _table: SafeTable) -> tuple[str, str]:
    """A chart as SVG with its alt text. Only protected figures: nothing personal is in this cache."""
    drawing = breakdown_bars(_table, code, Dimension(dimension)) if dimension else quarter_bars(_table, code)
    return svg(drawing), drawing.alt_text


def any_rows(table: SafeTable) -> bool:
    """Whether this quarter has any figure at all."""
    now = Period(table.quarter)
    cells = [table.figures[k].cell for i in table.indicators if (k := FigureKey(i.code, now)) in table.figures]
    return any(c.mark not in _EMPTY for c in cells)


def choose(actor: Actor, table: SafeTable) -> Shown:
    """What to compare with, and which district."""
    with st.container(horizontal=True, key="keuzes"):
        before = st.selectbox("Vergelijk met", (texts.PREVIOUS, texts.LAST_YEAR), key="vergelijk")
        district = st.selectbox("Wijk", (texts.ALL_DISTRICTS, *table.districts), key="wijk")
    place, quarter = table.municipality.key, table.quarter
    told = list_stories(session.world(), actor, place, quarter) if may(actor, Permission.WRITE_STORY) else ()
    return Shown(
        actor,
        table,
        _key(actor, place, quarter),
        tuple(s for s in told if s.status in TOLD),
        quarter.previous if before == texts.PREVIOUS else quarter.year_earlier,
        "" if district == texts.ALL_DISTRICTS else str(district),
    )


def _cell(table: SafeTable, code: str, period: Period, district: str = "") -> SafeCell | None:
    found = table.figures.get(FigureKey(code, period, Breakdown(Dimension.DISTRICT, district) if district else None))
    return None if found is None else found.cell


def block(shown: Shown, indicator: Indicator) -> None:
    """One indicator: in words, as a chart, as a table, its proof, and the stories that belong to it."""
    st.subheader(plain(indicator.name), anchor=False)
    with st.container(key=f"cijfer-{indicator.code}"):
        words, picture = st.columns([5, 6], gap="medium")
    with picture:
        _chart(shown, indicator, "")
    with words:
        _words(shown, indicator)
    _details(shown, indicator)
    _stories(shown, indicator)


def _details(shown: Shown, indicator: Indicator) -> None:
    table = shown.table
    for dimension, label in ((Dimension.DISTRICT, "Per wijk"), (Dimension.AGE, "Per leeftijd")):
        if any(k.breakdown is not None and k.breakdown.dimension is dimension and k.subject == indicator.code for k in table.figures):
            with st.expander(label, key=f"groepen|{indicator.code}|{dimension}", on_change="rerun") as opened:
                if not opened.open:
                    continue
                _chart(shown, indicator, dimension.value)
                st.table(_classes(table, indicator, dimension), hide_index=True)
    with st.expander("Waarom dit cijfer klopt", key=f"bewijs|{indicator.code}", on_change="rerun") as opened:
        if opened.open:
            proof.show(shown.actor, table, indicator)


def _words(shown: Shown, indicator: Indicator) -> None:
    table, district = shown.table, shown.district
    now, before = (_cell(table, indicator.code, Period(q), district) for q in (table.quarter, shown.compare))
    where = f" in {district}" if district else ""
    st.markdown(f"**{plain(capital(texts.figure(indicator, now, table.threshold)) + where)}** {plain('in het ' + table.quarter.name)}")
    name = texts.PREVIOUS if shown.compare == table.quarter.previous else texts.LAST_YEAR
    compared = texts.compared(difference(now, before, indicator.unit, table.rounded_to), name, before, indicator, table.threshold)
    st.text(compared + _grade(shown.actor, indicator, now) + _standing(table, indicator))
    with st.expander("Tabel bij deze grafiek"):
        st.table(_quarters(table, indicator), hide_index=True)


def _grade(actor: Actor, indicator: Indicator, now: SafeCell | None) -> str:
    if indicator.unit is not Unit.GRADE or now is None or now.value is None:
        return ""
    stored = list_settings(session.world(), actor)
    low, high = (read_decimal(in_force(stored, name)) or Decimal() for name in ("grade_low", "grade_high"))
    return texts.grade_words(Decimal(repr(now.value)), low, high)


def _standing(table: SafeTable, indicator: Indicator) -> str:
    verdict = table.verdicts.get(indicator.code)
    total = _cell(table, indicator.code, Period(table.quarter, PeriodKind.TO_DATE))
    words = f"\n{capital(period_name(Period(table.quarter, PeriodKind.TO_DATE)))}: {cell_text(total, indicator.unit, table.threshold)}"
    words += f". Jaardoel: {target_text(indicator.target, indicator.unit)}"
    if verdict is not None and verdict.share.value is not None:
        words += f" ({share_text(verdict.share, table.threshold)} bereikt)"
    if verdict is not None and verdict.status is not None:
        words += f". Stand: {STATUS_NAMES[verdict.status]}"
    return words + "."


def _chart(shown: Shown, indicator: Indicator, dimension: str) -> None:
    picture, words = _picture(*shown.key, indicator.code, dimension, shown.table)
    with st.container(key=f"grafiek-{indicator.code}-{dimension}"):
        st.image(picture, width="stretch", alt=words)


def _quarters(table: SafeTable, indicator: Indicator) -> pd.DataFrame:
    rows = [(capital(period_name(p)), cell_text(_cell(table, indicator.code, p), indicator.unit, table.threshold)) for p in report_periods(table.quarter)]
    return pd.DataFrame(rows, columns=["Periode", plain(capital(unit_text(indicator)))]).map(plain)


def _classes(table: SafeTable, indicator: Indicator, dimension: Dimension) -> pd.DataFrame:
    labels = table.districts if dimension is Dimension.DISTRICT else table.age_classes
    periods = (Period(table.quarter), Period(table.quarter, PeriodKind.TO_DATE))
    rows = []
    for label in labels:
        found = [table.figures.get(FigureKey(indicator.code, p, Breakdown(dimension, label))) for p in periods]
        rows.append((label, *(cell_text(None if f is None else f.cell, indicator.unit, table.threshold) for f in found)))
    return pd.DataFrame(rows, columns=["Groep", *(capital(period_name(p)) for p in periods)]).map(plain)


def _stories(shown: Shown, indicator: Indicator) -> None:
    """A tick for each story of an indicator. It shows what is stored, for a story stands with every indicator it belongs to."""
    for story in (s for s in shown.told if indicator.code in s.indicators):
        key = f"kies|{indicator.code}|{story.id}"
        st.session_state[key] = chosen(story)
        st.checkbox(f"In het rapport: {plain(story.text.title)}", key=key, on_change=_choose, args=(shown.actor, story.id, key))
        st.caption(plain(chosen_by(story.text.selected_by.strip(), story.text.selected_why.strip())))


def _choose(actor: Actor, story_id: str, key: str) -> None:
    messages.attempt(partial(choose_story, session.world(), actor, story_id, bool(st.session_state[key])))


def raw_view(actor: Actor, municipality: str, quarter: Quarter) -> None:
    """The raw figures, for who may see them, in a view that says so."""
    from reporting.actions.figures import raw_figures

    with st.expander("Ruwe cijfers bekijken", key="ruw", on_change="rerun") as opened:
        if not opened.open:
            return
        st.warning(texts.RAW, icon=":material/visibility:")
        raw = raw_figures(session.world(), actor, municipality, quarter)
        st.table(proof.raw_table(raw), hide_index=True)
