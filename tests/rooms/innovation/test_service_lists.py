"""What the clerks of innovation, advice, projects and media ask every month is answered by their lists; sheets come
in and are known again."""

from collections.abc import Callable

import pytest
from django.test import Client

from kebridge.core.access.models import User
from kebridge.core.access.roles import Role
from kebridge.core.records import register as registers
from kebridge.core.transfer.items import Verdict
from tests.core.transfer.workbooks import plan, rows_of, take
from tests.rooms.people.entering import value
from tests.support.world import World, make_world

pytestmark = pytest.mark.django_db

CITY = {"org": "演示市科协"}
REFERENCES = {
    "schemes": [CITY | {"name": "演示会市合作", "kind": "项目计划", "level": "省级"}],
    "programmes": [CITY | {"name": "演示链企行动"}],
}
SHEETS = {
    "needs": [CITY | {"day": "2024-03-05", "firm": "演示甲厂", "title": "裂纹控制", "source": "集中征集", "stage": "已解决",
                      "solved_day": "2024-05-20", "solved_at": "需求对接会", "is_confirmed": "是"},
              CITY | {"day": "2024-03-06", "firm": "演示乙厂", "title": "能耗控制", "source": "集中征集", "stage": "已提出"}],
    "service_visits": [CITY | {"day": "2024-06-05", "title": "机械专家行", "kind": "把脉问诊", "level": "省级", "experts": 3,
                               "programmes": "演示链企行动", "provincial_societies": "演示省机械学会",
                               "lines": [{"firm": "演示甲厂", "county": "演示甲县", "problems": 2},
                                         {"firm": "演示乙厂", "county": "演示乙县", "problems": 1}]}],
    "agreements": [CITY | {"day": "2024-09-10", "title": "联合研发", "kind": "项目签约", "parties": "演示大学、演示甲厂",
                           "copies": 1, "investment": 700000000}],
    "studies": [CITY | {"day": "2024-03-05", "title": "状况调研", "kind": "调研报告",
                        "lines": [{"day": "2024-03-10", "level": "市级", "instructed": "2024-03-18", "post": "党政主要领导"},
                                  {"day": "2024-03-11", "level": "省级"}]},
                CITY | {"day": "2024-06-05", "title": "外地经验", "kind": "考察报告",
                        "lines": [{"day": "2024-06-10", "level": "市级"}]}],
    "study_tours": [CITY | {"day": "2024-05-10", "title": "场馆建设", "people": 6,
                            "lines": [{"city": "演示江城"}, {"city": "演示港城", "host": "演示港城科技馆"}]}],
    "topic_calls": [CITY | {"day": "2024-03-05", "title": "年度课题", "role": "推荐上报", "submitted": 20,
                            "lines": [{"day": "2024-11-05", "level": "省级", "grade": "一类", "topics": 2}]}],
    "expert_tours": [CITY | {"day": "2024-05-06", "until": "2024-05-12", "title": "人才考察", "level": "国家级", "role": "承办",
                             "lines": [{"kind": "技术诊断", "day": "2024-05-08", "times": 2}]}],
    "service_corps": [CITY | {"day": "2024-03-05", "title": "装备服务团", "level": "市级", "field": "装备制造", "members": 10}],
    "expert_banks": [CITY | {"day": "2024-03-05", "title": "演示专家库", "kind": "专家库", "role": "共建",
                             "lines": [{"day": "2024-12-30", "persons": 150}]}],
    "attractions": [CITY | {"day": "2024-01-10", "title": "防护材料", "planned": 130000000, "stage": "拟签约",
                            "talks_day": "2024-03-01", "to_sign_day": "2024-05-20"}],
    "cultivations": [CITY | {"day": "2024-01-10", "firm": "演示甲厂", "kind": "规模以上工业", "stage": "入库",
                             "entered_day": "2024-05-01"}],
    "ventures": [CITY | {"day": "2024-01-10", "title": "传感器", "founder": "海外归国人员", "stage": "落地",
                         "landed_day": "2024-05-01"}],
    "impacts": [CITY | {"day": "2024-11-05", "title": "矿物展", "kind": "消费带动", "amount": 2500000000, "source": "演示文旅局",
                        "method": "人均消费乘人次"}],
    "funds": [CITY | {"day": "2024-03-05", "title": "产业服务", "kind": "项目", "schemes": "演示会市合作",
                      "grantor": "演示省科协", "level": "省级", "status": "已批准", "decided": "2024-04-10", "granted": 200000,
                      "received_day": "2024-05-06", "received": 120000.5},
              CITY | {"day": "2024-03-06", "title": "乡村展厅", "grantor": "演示省科协", "level": "省级"}],
    "coverage": [CITY | {"day": "2024-05-30", "outlet": "演示日报", "level": "市级", "title": "致敬", "form": "专题（通讯）报道"},
                 CITY | {"day": "2024-05-31", "outlet": "演示电视台", "level": "市级", "title": "风采", "form": "开设专栏（栏目）"}],
    "media_snapshots": [CITY | {"day": "2024-12-31", "platform": "科普中国", "observed": "注册信息员（辖区合计）",
                                "value": 341495, "source": "平台后台首页截图"}],
}  # fmt: skip


@pytest.fixture
def world() -> World:
    made = make_world()
    take(**REFERENCES)
    take(**SHEETS)
    return made


def pages(world: World) -> Callable[[str], str]:
    """What a clerk of the city sees at an address."""
    world.person("clerk", ("CITY", Role.CLERK))
    client = Client()
    client.force_login(
        User.objects.get(username="clerk"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )

    def see(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, address
        return response.content.decode()

    return see


LISTS = [
    ("needs/?stage=raised", ["能耗控制", "演示乙厂"], ["裂纹控制"]),
    ("needs/?solved_at=matching&q=演示甲厂", ["裂纹控制", "2024-05-20"], ["能耗控制"]),
    ("service_visits/?programmes=演示链企行动&q=甲县", ["机械专家行", "演示省机械学会"], []),
    ("agreements/?kind=project&q=演示大学", ["联合研发", "700,000,000"], []),
    ("studies/?kind=research&author=association", ["状况调研"], ["外地经验"]),
    ("studies/?from=2024-06-01", ["外地经验"], ["状况调研"]),
    ("study_tours/?q=港城", ["演示江城、演示港城"], []),
    ("attractions/?stage=to_sign", ["防护材料", "130,000,000"], []),
    ("cultivations/?stage=entered&kind=industry", ["演示甲厂", "2024-05-01"], []),
    ("topic_calls/?role=forward_topics", ["年度课题", "20"], []),
    ("expert_banks/?kind=expert_bank", ["演示专家库", "150"], []),
    ("funds/?status=applied", ["乡村展厅"], ["产业服务"]),
    ("funds/?status=granted&schemes=演示会市合作", ["产业服务", "200,000", "120,000.5"], ["乡村展厅"]),
    ("coverage/?form=feature", ["致敬", "演示日报"], ["风采"]),
    ("media_snapshots/?platform=kepu_china", ["341,495", "平台后台首页截图"], []),
]


# Every register in one world: to take the sheets anew for each would be most of the time.


def test_the_clerks_questions_are_answered_by_lists(world):
    see = pages(world)
    for address, shown, not_shown in LISTS:
        text = see(f"/r/{address}")
        assert [one for one in shown if one not in text] == [], address
        assert [one for one in not_shown if one in text] == [], address


def test_forms_and_records_open(world):
    see = pages(world)
    for code in SHEETS:
        register, pk = registers.get(code), rows_of(code).first().pk
        assert register.fields[1].help in see(f"/r/{code}/new/"), code
        assert register.fields[1].label in see(f"/r/{code}/{pk}/"), code


def test_a_sheet_taken_twice_changes_nothing(world):
    for code, rows in SHEETS.items():
        assert rows_of(code).count() == len(rows), code
        assert set(plan(**{code: rows}).counts) == {Verdict.SAME}, code


def test_every_field_explains_itself_and_every_record_tells_itself(world):
    for code in SHEETS:
        register = registers.get(code)
        assert all(field.help for field in (*register.fields, *register.line_fields)), code
        for record in rows_of(code).prefetch_related(*register.prefetch):
            sentence = register.sentence(record)
            assert "None" not in sentence, code
            assert sentence.strip(), code


def test_sheets_count_and_are_known_again(world):
    assert value("innovation.needs_solved", kind="matching") == 1
    assert value("innovation.firms", programme="演示链企行动") == 2
    assert value("innovation.investment") == 700_000_000
    assert value("advice.instructed_principal", level="city") == 1
    assert value("advice.destinations") == 2
    assert value("projects.money_granted", scheme="演示会市合作") == 200_000
    assert value("media.coverage", kind="column") == 1
    assert value("media.informants") == 341_495
