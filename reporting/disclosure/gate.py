"""The gate before a report may be vastgesteld: its input is what readers have, not what the protector thinks."""

from collections.abc import Sequence

from reporting.model.rules import DisclosureRules
from reporting.model.stored import PublishedCell


def exposed(published: Sequence[PublishedCell], rules: DisclosureRules) -> tuple[str, ...]:
    """The names of cells of which a reader of everything published knows too much."""
    return tuple(dict.fromkeys(c.cell for c in published if c.value is not None and not c.unit.is_ratio and 0 < c.value < rules.threshold))
