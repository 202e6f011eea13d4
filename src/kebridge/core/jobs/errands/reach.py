"""What an actor could see when something was made for him: it is given to him only while he still may see all of that."""

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb

_VERBS = (Verb.SEE, Verb.SEE_CLOSED, Verb.EXPORT)
Reach = dict[str, list[int]]


def of(by: Actor) -> Reach:
    """The organisations by permission."""
    return {verb.value: sorted(by.org_ids(verb)) for verb in _VERBS}


def covers(by: Actor, made: Reach) -> bool:
    """Whether the actor may still see all that was within reach at the making."""
    return all(by.org_ids(verb) >= set(ids) for verb, ids in made.items())
