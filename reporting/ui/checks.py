"""The checklist of the report, kept for as long as nothing it looks at has changed: it counts and attacks its own figures, which takes seconds."""

import streamlit as st

from reporting.actions.explanations import explanations_of
from reporting.actions.figures import figures_stamp
from reporting.actions.report_checklist import report_checklist
from reporting.actions.stories import consents_of, list_stories
from reporting.actions.types import CheckItem
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.ui import session


def checks(actor: Actor, municipality: str, quarter: Quarter) -> tuple[CheckItem, ...]:
    """The lines of the checklist as they are now."""
    world = session.world()
    stories = [(s.id, s.version, len(consents_of(world, actor, s.id))) for s in list_stories(world, actor, municipality, quarter)]
    written = [(e.theme, e.version) for e in explanations_of(world, actor, municipality, quarter)]
    facts = (figures_stamp(world, actor, municipality), stories, written, world.clock().date(), actor.role)
    return _kept(session.world_name(), repr(facts), municipality, str(quarter), actor)


@st.cache_resource(show_spinner="Bezig met controleren", max_entries=32)
def _kept(world: str, facts: str, municipality: str, quarter: str, _actor: Actor) -> tuple[CheckItem, ...]:
    return report_checklist(session.world(), _actor, municipality, Quarter.parse(quarter))
