"""The one refusal a person can meet: what was refused, who can do it, how to put it right."""


def _sentence(text: str) -> str:
    """The text as a sentence: exactly one Chinese full stop (or its own ?/!) at the end; empty stays empty."""
    text = text.strip()
    if not text or text[-1] in "。！？!?":
        return text
    return text.rstrip(".；;，,") + "。"


class Refusal(Exception):
    """A refusal in plain Chinese.

    `what` says what is wrong (a full sentence), `who_can` names the role that may do it, `repair` says what to do
    next (a full sentence). `str()` joins the parts that are given.
    """

    def __init__(self, what: str, who_can: str = "", repair: str = "") -> None:
        super().__init__(what, who_can, repair)
        self.what = what
        self.who_can = who_can
        self.repair = repair

    def __str__(self) -> str:
        who = f"可以办理的是：{self.who_can}" if self.who_can else ""
        return "".join(_sentence(part) for part in (self.what, who, self.repair))
