import pickle

from kebridge.core.refusal import Refusal


def test_refusal_in_words() -> None:
    assert str(Refusal("只有本单位能改")) == "只有本单位能改。"
    whole = Refusal("已经封账，不能改。", "市科协统计员", "请写明理由后更正")
    assert str(whole) == "已经封账，不能改。可以办理的是：市科协统计员。请写明理由后更正。"
    again = pickle.loads(pickle.dumps(whole))
    assert (again.what, again.who_can, again.repair, str(again)) == (*whole.args, str(whole))
