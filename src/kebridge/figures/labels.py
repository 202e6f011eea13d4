"""Words for codes: kinds by the choices of their register, bases, tags."""

from kebridge.core.ledger.models import Tag
from kebridge.core.records.coded import words_of
from kebridge.figures.compiling import Session

NO_KIND, NO_TAG = "（未分类）", "（未标品牌活动）"


def kind_label(register_code: str, kind: str) -> str:
    """What a person calls a kind; the code itself when the register does not tell."""
    return words_of(register_code).get(kind, kind) if kind else NO_KIND


def tag_name(tag_id: int, session: Session) -> str:
    names: dict[int, str] = session.memo.setdefault("tag names", {})
    if not names:
        names.update(Tag.objects.values_list("pk", "name"))
    return names.get(tag_id, str(tag_id))
