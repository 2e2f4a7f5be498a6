"""Who may do what: the table of DOMAIN, role by role."""

import pytest

from reporting.access.permissions import MAY, check, may
from reporting.errors import NotAllowed
from reporting.model.people import Actor, Permission, Role

P = Permission
# worker, team lead, manager, privacy officer
TABLE = {
    P.LOOK: "yes yes yes yes",
    P.UPLOAD: "yes yes no no",
    P.WRITE_STORY: "yes yes no no",
    P.REVIEW_STORY: "yes yes no no",
    P.SEE_RAW: "no yes no yes",
    P.EXPLAIN: "yes yes no no",
    P.MAKE_CONCEPT: "yes yes no no",
    P.FINALISE: "no yes no no",
    P.AGREEMENTS: "no yes yes no",
    P.PEOPLE: "no no yes no",
    P.ERASE: "no no no yes",
}
PEOPLE = (Role.WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.PRIVACY_OFFICER)


def test_every_role_and_permission_is_in_the_tables() -> None:
    assert set(MAY) == set(Role)
    assert set(TABLE) == set(Permission)


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize(("number", "role"), list(enumerate(PEOPLE)))
def test_a_role_may_what_the_table_says(permission: Permission, number: int, role: Role) -> None:
    actor = Actor("x", "Toos", role)
    expected = TABLE[permission].split()[number] == "yes"
    assert may(actor, permission) is expected
    if not expected:
        with pytest.raises(NotAllowed) as refused:
            check(actor, permission)
        assert refused.value.details == {"role": role.value, "permission": permission.value}


@pytest.mark.parametrize("permission", Permission)
def test_the_command_line_may_everything(permission: Permission) -> None:
    assert may(Actor("c", "opdrachtregel", Role.COMMAND_LINE), permission)
