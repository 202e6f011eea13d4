"""What the clerks of people, honours and contests ask every month is answered by their lists; sheets come in and are known again."""

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
SCHEMES = [CITY | {"name": "演示青年奖", "kind": "奖项（表彰）", "level": "省级"},
           CITY | {"name": "演示创新大赛", "kind": "赛事", "level": "省级"}]  # fmt: skip
SHEETS = {
    "persons": [CITY | {"name": "演示人", "employer": "演示大学", "kind": "专家", "fields": "作物育种", "phone": "13800001234"}],
    "appointments": [CITY | {"person_name": "演示人", "employer": "演示大学", "kind": "首席科普专家", "level": "市级", "batch": 1,
                             "since": "2024-03-05", "until": "2027-03-04"}],
    "nominations": [CITY | {"day": "2024-04-01", "schemes": "演示青年奖", "edition": 18, "what": "个人", "level": "省级",
                            "person_name": "演示人", "employer": "演示大学", "stage": "已推荐"},
                    CITY | {"day": "2024-04-01", "schemes": "演示创新大赛", "what": "项目（成果）", "title": "演示成果",
                            "level": "省级", "stage": "入选", "stage_day": "2024-06-01"}],
    "guests": [CITY | {"day": "2024-05-01", "person_name": "演示院士", "employer": "演示研究院", "kind": "院士", "event": "演示会议",
                       "occasion": "产业会议（论坛）", "talks": 1, "talk_kind": "产业报告", "visited": "演示一厂、演示二厂"}],
    "visitors": [CITY | {"day": "2024-05-28", "title": "看望科技工作者", "purpose": "走访慰问", "level": "市级",
                         "lines": [{"sender": "党委", "post": "其他领导", "persons": 1},
                                   {"sender": "政府", "post": "其他领导", "persons": 2}]}],
    "honours": [CITY | {"day": "2024-12-20", "title": "演示先进单位", "kind": "表彰奖励", "level": "省级", "grantors": "演示省科协",
                        "recipient": "科协", "recipient_org": "演示市科协"}],
    "ranks": [CITY | {"day": "2024-12-31", "subject_matter": "信息员数量", "level": "省级", "place": 1, "source": "演示平台排名表"}],
    "firsts": [CITY | {"day": "2024-05-30", "statement": "首个科技工作者之家", "kind": "首次（首个）", "level": "省级",
                       "evidence": "演示省科协简报第6期"}],
    "contest_editions": [CITY | {"day": "2024-03-10", "schemes": "演示创新大赛", "edition": 30, "level": "市级", "role": "主办",
                                 "entries": 420, "pupils": 1300}],
    "contest_results": [CITY | {"day": "2024-05-10", "schemes": "演示创新大赛", "edition": 37, "level": "省级",
                                "lines": [{"category": "作品（项目）", "grade": "一等奖", "count": 14},
                                          {"category": "作品（项目）", "grade": "入围", "count": 2}]}],
}  # fmt: skip


@pytest.fixture
def world() -> World:
    made = make_world()
    take(schemes=SCHEMES)
    take(**SHEETS)
    return made


def page(world: World, address: str) -> str:
    world.person("clerk", ("CITY", Role.CLERK))
    client = Client()
    client.force_login(
        User.objects.get(username="clerk"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("address", "shown", "not_shown"),
    [
        ("persons/?q=育种", ["演示人", "作物育种"], ["演示院士", "13800001234"]),
        ("appointments/?kind=chief_expert&from=2024-01-01", ["演示人", "2027-03-04"], []),
        ("nominations/?stage=submitted&schemes=演示青年奖", ["演示人", "演示青年奖"], ["演示成果"]),
        ("guests/?kind=academician&from=2024-05-01&to=2024-05-31", ["演示院士", "演示会议", "产业报告"], []),
        ("visitors/?direction=in&purpose=greeting", ["看望科技工作者", "3"], []),
        ("honours/?level=province&from=2024-01-01", ["演示先进单位", "演示省科协"], []),
        ("ranks/?level=province", ["信息员数量", "演示平台排名表"], []),
        ("firsts/?level=province", ["首个科技工作者之家", "演示省科协简报第6期"], []),
        ("contest_editions/?schemes=演示创新大赛&role=organised", ["30", "1,300"], []),
        ("contest_results/?schemes=演示创新大赛&level=province", ["37", "14", "入围"], []),
    ],
)
def test_the_clerks_questions_are_answered_by_lists(world, address, shown, not_shown):
    text = page(world, f"/r/{address}")
    for word in shown:
        assert word in text
    for word in not_shown:
        assert word not in text


@pytest.mark.parametrize("code", SHEETS)
def test_a_sheet_taken_twice_changes_nothing(world, code):
    assert rows_of(code).count() >= len(SHEETS[code])
    assert set(plan(**{code: SHEETS[code]}).counts) == {Verdict.SAME}


def test_what_a_sheet_entered_is_linked_to_persons_and_counted(world):
    assert rows_of("persons").count() == 2, "the sheet's own person and the guest"
    assert value("people.appointees") == 1
    assert value("people.nominees") == 1
    assert value("contests.awards", grade="first") == 14
    assert value("contests.edition_number", scheme="演示创新大赛", level="city") == 30


@pytest.mark.parametrize("code", [*SHEETS, "schemes"])
def test_every_field_explains_itself_and_every_record_tells_itself(world, code):
    register = registers.get(code)
    assert all(field.help for field in (*register.fields, *register.line_fields))
    for record in rows_of(code).prefetch_related(*register.prefetch):
        sentence = register.sentence(record)
        assert "None" not in sentence
        assert sentence.strip()
