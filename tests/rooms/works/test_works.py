"""Other works, trainings, meetings: what counts, which quantities are told apart, what is refused."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.works.models import Meeting, OtherWork, Training
from tests.rooms.people.entering import figure, held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def work(title, day="2024-05-30", **raw):
    return save("other_works", by=SYSTEM, raw={
        "org": "CITY", "title": title, "day": day, "kind": "公共屏幕宣传", "quantity": "1", "unit": "块",
        "evidence": "现场照片和通知", **raw,
    })  # fmt: skip


def training(title, day="2024-03-05", org="CITY", **raw):
    return save("trainings", by=SYSTEM, raw={"org": org, "title": title, "day": day, "kind": "培训班",
                                             "audience": "企业人员", "days": "1", **raw})  # fmt: skip


def meeting(title, day="2024-03-05", kind="座谈会", **raw):
    return save("meetings", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "kind": kind, **raw})


class TestOtherWorks:
    def test_items_and_their_quantity(self, world):
        one = work("点亮大屏", quantity="100")
        work("布展", kind="展位", quantity="34", unit="个")
        assert held("other_works", one) == {"works.items": 1, "works.quantity": 100}
        assert value("works.items") == 2
        assert value("works.quantity", kind="screens") == 100
        assert value("works.quantity", kind="booths") == 34
        assert value("works.quantity", grade="块") == 100
        assert figure("works.quantity", grade="块").text == "100块", "its own unit"

    def test_labels_tell_kinds_further_apart(self, world):
        for label in ("学术交流", "诉求反映", "人文关怀"):
            work(f"开设{label}服务", kind="服务事项", label=label, unit="项")
        assert value("works.labels", kind="services") == 3
        assert value("works.items", channel="诉求反映") == 1

    def test_programmes_and_void_records(self, world):
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示工作者日"})
        one = work("点亮大屏", programmes=["演示工作者日"], quantity="100")
        assert value("works.quantity", programme="演示工作者日") == 100
        ops.move_record(registers.get("other_works"), one.pk, "void", by=SYSTEM, reason="登记错了")
        assert held("other_works", one) == {}

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"quantity": "0"}, "quantity"),
            ({"evidence": "无"}, "evidence"),
            ({"evidence": ""}, "evidence"),
            ({"kind": "其他事项"}, "label"),
            ({"day": "2099-01-01"}, "day"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            work("点亮大屏", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not OtherWork.objects.unscoped("test").exists()


class TestTrainings:
    def test_editions_days_people_and_topics(self, world):
        one = training("技术经理人培训班", grade="初级", days="3", people="86", topic="技术转移")
        training("创新方法培训", "2024-04-05", topic="创新方法", people="40")
        training(
            "辅导员比武", "2024-05-05", org="M", kind="练兵比武", audience="本单位职工", topic="金牌辅导员"
        )
        assert held("trainings", one) == {"works.trainings": 1, "works.training_days": 3, "works.trained": 86}
        assert value("works.trainings") == 3
        assert value("works.trainings", grade="basic") == 1
        assert value("works.trainings", channel="创新方法", audience="firms") == 1
        assert value("works.trainings", scope="M", audience="staff") == 1
        assert value("works.training_topics") == 3
        assert value("works.trained") == 126

    @pytest.mark.parametrize(("wrong", "field"), [({"days": "0"}, "days"), ({"day": "2099-01-01"}, "day"),
                                                  ({"audience": ""}, "audience")])  # fmt: skip
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            training("技术经理人培训班", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Training.objects.unscoped("test").exists()


class TestMeetings:
    def test_kinds_and_sessions_of_a_term(self, world):
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示工作者日"})
        meeting("全委会议", kind="全委会", term="5", session="4", people="80")
        meeting("全委会议", "2024-11-05", kind="全委会", term="5", session="5")
        meeting("工作者日座谈会", programmes=["演示工作者日"])
        assert value("works.meetings") == 3
        assert value("works.meetings", kind="plenary", grade="5-4") == 1
        assert value("works.meetings", kind="symposium", programme="演示工作者日") == 1
        assert value("works.attended") == 80

    @pytest.mark.parametrize(("wrong", "field"), [({"term": "5"}, "session"), ({"session": "4"}, "term"),
                                                  ({"day": "2099-01-01"}, "day")])  # fmt: skip
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            meeting("全委会议", kind="全委会", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Meeting.objects.unscoped("test").exists()

    def test_the_same_meeting_is_entered_once(self, world):
        meeting("座谈会")
        with pytest.raises(Invalid, match="不要重复登记"):
            meeting("座谈会")
        assert Meeting.objects.unscoped("test").count() == 1


def test_the_ledger_agrees_with_the_records(world):
    work("点亮大屏", quantity="100")
    training("创新方法培训", people="40")
    meeting("座谈会", people="20")
    assert not list(differences())
