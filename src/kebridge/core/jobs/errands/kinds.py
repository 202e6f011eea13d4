"""What can be asked for."""

from abc import ABC, abstractmethod
from typing import IO, Any, ClassVar

from django.utils.module_loading import import_string

from kebridge.core.access.actors import Actor
from kebridge.core.db.progress import Progress
from kebridge.core.jobs.errands.names import ADDRESSES


class Kind(ABC):
    """One kind of errand. `args` are plain values that JSON can hold."""

    # Whether everybody who may ask sees the one errand; otherwise each has his own and nobody else finds it.
    is_shared: ClassVar[bool] = False
    # Whether what was made is given again to who asks for the same while nothing has changed.
    is_kept: ClassVar[bool] = True

    @abstractmethod
    def require(self, args: dict[str, Any], *, by: Actor) -> None:
        """Raises Denied, Refusal: the actor may not have this. Asked at asking, at making and at fetching."""

    @abstractmethod
    def make(self, args: dict[str, Any], into: IO[bytes], *, by: Actor, progress: Progress) -> dict[str, Any]:
        """Make it: a file written to `into` (nothing written: there is no file), and what was found, for the page.

        Safe to run again after a kill; changes no record.
        """

    def state(self, _args: dict[str, Any]) -> Any:
        """What the result depends on besides the ledger, the actor's reach and the program."""
        return None


def get(code: str) -> Kind:
    kind: Kind = import_string(ADDRESSES[code])()
    return kind


def shared() -> list[str]:
    return [code for code in ADDRESSES if get(code).is_shared]
