"""Who may act. Each check is a pair: `check` raises with a reason, `may` answers for the screen by calling it."""

from collections.abc import Mapping

from reporting.errors import NotAllowed, Reason
from reporting.model.people import Actor, Permission, Role

_WORKER = frozenset({Permission.LOOK, Permission.UPLOAD, Permission.WRITE_STORY, Permission.REVIEW_STORY, Permission.EXPLAIN, Permission.MAKE_CONCEPT})

MAY: Mapping[Role, frozenset[Permission]] = {
    Role.WORKER: _WORKER,
    Role.TEAM_LEAD: _WORKER | {Permission.SEE_RAW, Permission.FINALISE, Permission.AGREEMENTS},
    Role.MANAGER: frozenset({Permission.LOOK, Permission.AGREEMENTS, Permission.PEOPLE}),
    Role.PRIVACY_OFFICER: frozenset({Permission.LOOK, Permission.SEE_RAW, Permission.ERASE}),
    Role.COMMAND_LINE: frozenset(Permission),
}


def check(actor: Actor, permission: Permission) -> None:
    """Return when the actor's role may do this; raise NotAllowed otherwise."""
    if permission not in MAY[actor.role]:
        raise NotAllowed(Reason.NOT_ALLOWED, role=actor.role.value, permission=permission.value)


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role may do this."""
    try:
        check(actor, permission)
    except NotAllowed:
        return False
    return True
