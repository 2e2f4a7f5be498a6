"""On course or asking attention: a year to date against what was agreed (DOMAIN: counting rules, "On course")."""

from decimal import Decimal

from reporting.model.agreement import Indicator, TargetKind, Unit
from reporting.model.count import Verdict
from reporting.model.figure import Status
from reporting.model.period import Quarter
from reporting.model.rules import CountingRules

_K = TargetKind
_EXACT = Decimal("1e-9")  # a mean that is 8.0 but for the last bit is 8.0


def judge(indicator: Indicator, value: float | int | None, quarter: Quarter, rules: CountingRules = CountingRules()) -> Verdict:
    """How a year to date up to and including `quarter` stands. `indicator` is of the quarter's own year.

    share   percent of the year target: targets that are a number, of units that count (a mean or share has none).
    asks    what the path asks now; for means and shares the target itself; None where nothing can be asked.
    status  on course when
            number, minimal    value >= 95% of what the path asks;
            at most            value <= 105% of what the path asks (the same margin, the other way round);
            band               value >= 95% of what the path asks of the lower edge; above the upper edge is no fault;
            "toename"          value > the path's share of the baseline; "lager dan nulmeting": value < it. No margin: equal is no increase;
            means and shares   the same comparisons with the target (the baseline) itself, without path or margin.
            None where there is no value, target or baseline, or where a percentage is asked of a number.
    """
    asks = _asks(indicator, quarter)
    amount = None if value is None else Decimal(str(value))
    status = None if amount is None or asks is None else _status(indicator, amount, asks, rules)
    share = None
    if amount is not None and indicator.target.is_number and indicator.target.amount and not indicator.unit.is_ratio and not indicator.target.percent:
        share = float(100 * amount / indicator.target.amount)
    return Verdict(share, None if asks is None else float(asks), status)


def _asks(indicator: Indicator, quarter: Quarter) -> Decimal | None:
    target = indicator.target
    if target.percent and indicator.unit is not Unit.RECOMMEND:
        return None
    if target.kind in (_K.NUMBER, _K.AT_LEAST, _K.AT_MOST):
        goal = target.amount
    elif target.kind is _K.BAND:
        goal = target.lower
    elif target.kind in (_K.INCREASE, _K.LOWER_THAN_BASELINE):
        return None if indicator.baseline is None else _part_of_baseline(indicator, indicator.baseline, quarter)
    else:
        return None
    if goal is None or indicator.unit.is_ratio:
        return goal
    return indicator.path.asks(goal, quarter.number)


def _part_of_baseline(indicator: Indicator, baseline: Decimal, quarter: Quarter) -> Decimal | None:
    """The baseline, or the share of it that fits the quarter. A path in numbers is read as shares of its last step."""
    if indicator.unit.is_ratio:
        return baseline
    path = indicator.path
    if path.shares:
        return path.asks(baseline, quarter.number)
    return baseline * path.steps[quarter.number - 1] / path.steps[3] if path.steps[3] else None


def _status(indicator: Indicator, value: Decimal, asks: Decimal, rules: CountingRules) -> Status:
    kind = indicator.target.kind
    margin = Decimal(0) if indicator.unit.is_ratio else 1 - rules.on_course
    if kind is _K.INCREASE:
        good = value > asks + _EXACT
    elif kind is _K.LOWER_THAN_BASELINE:
        good = value < asks - _EXACT
    elif kind is _K.AT_MOST:
        good = value <= asks * (1 + margin) + _EXACT
    else:
        good = value >= asks * (1 - margin) - _EXACT
    return Status.ON_COURSE if good else Status.ATTENTION
