"""核验台账 as an errand: everything is computed again and compared."""

from itertools import islice
from typing import IO, Any

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.db.progress import Progress
from kebridge.core.jobs.errands.kinds import Kind
from kebridge.core.ledger import verify
from kebridge.core.orgs.trees import tree_today

CODE = "verification"
MOST_PROBLEMS = 50


def require_overseer(by: Actor) -> None:
    """The ledger is one for the whole installation: the right is asked at its top organisation. Raises Denied."""
    top = next(iter(tree_today().roots), None)
    if not (by.can(Verb.SEAL, top) or by.can(Verb.AUDIT, top)):
        raise Denied("您没有查看台账存证的权限", who_can=who_can(Verb.SEAL))


class Verification(Kind):
    """`finding`: {"problems": the first ones in plain words, "is_all": whether there are no more}. Never taken from before."""

    is_shared = True
    is_kept = False

    def require(self, args: dict[str, Any], *, by: Actor) -> None:
        require_overseer(by)

    def make(
        self,
        args: dict[str, Any],
        into: IO[bytes],
        *,
        by: Actor,
        progress: Progress,
    ) -> dict[str, Any]:
        found = list(islice(verify.problems(progress), MOST_PROBLEMS + 1))
        return {"problems": found[:MOST_PROBLEMS], "is_all": len(found) <= MOST_PROBLEMS}
