"""What a draft says of its own figures: errors are told with what would be right, true statements are left alone."""

from decimal import Decimal

import pytest

from kebridge.figures.checker.context import contexts
from kebridge.figures.checker.mentions import find_mentions
from kebridge.figures.checker.read import from_text
from kebridge.figures.checker.relations import find_relations
from kebridge.figures.checker.shapes import Relation, RelationType


def relations(text: str) -> list[Relation]:
    draft = from_text(text)
    mentions = find_mentions(draft)
    return find_relations(draft, mentions, contexts(draft, mentions))


def wrong(text: str) -> list[Relation]:
    return [relation for relation in relations(text) if not relation.holds]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("全年举办活动120场，其中讲座50场、展览40场、竞赛20场。", RelationType.SUM, 110),
        ("举办讲座50场、展览40场、竞赛20场，共120场。", RelationType.SUM, 110),
        ("三个馆分别接待3万人次、2.5万人次和1万人次，合计7.5万人次。", RelationType.SUM, 65000),
        ("获奖42项，包括一等奖5项、二等奖12项、三等奖20项。", RelationType.SUM, 37),
        ("共有会员300人（男180人、女110人）。", RelationType.SUM, 290),
        ("获批项目13个，其中国家级15个。", RelationType.SUM, None),
        ("主要活动共20场：\n1.讲座8场；\n2.展览5场；\n3.竞赛4场。", RelationType.SUM, 17),
        ("上半年完成30场，下半年完成42场，全年完成70场。", RelationType.SUM, 72),
        ("今年145场，上年120场，比上年增加15场。", RelationType.DIFFERENCE, 25),
        ("学会由28个增加到33个，净增6个。", RelationType.DIFFERENCE, 5),
        ("报名320人，实到296人，缺席34人。", RelationType.DIFFERENCE, 24),
        ("基地由30个增加到25个。", RelationType.DIFFERENCE, None),
        ("由120场增加到150场，增长20%。", RelationType.GROWTH, 25),
        ("2023年培训800人次，2024年培训1000人次，增长20%。", RelationType.GROWTH, 25),
        ("会员5000人，比上年增加1000人，增长20%。", RelationType.GROWTH, 25),
        ("会员从4000人增加到6000人，实现翻番。", RelationType.GROWTH, None),
        ("共有会员200人，其中女性80人，占45%。", RelationType.RATIO, 40),
        ("发放问卷1200份，回收1086份，回收率90.4%。", RelationType.RATIO, Decimal("90.5")),
        ("今年参赛900人，是上年300人的4倍。", RelationType.RATIO, 3),
        ("举办讲座12场，听众3600人次，场均360人次。", RelationType.RATIO, 300),
        ("城区占45.5%、乡镇占38.2%、其他占18.3%。", RelationType.SHARE, 100),
        ("素质比例由12.3%提高到15.3%，提高3%。", RelationType.UNIT, 3),
        ("活动由200场增加到250场，增长25个百分点。", RelationType.UNIT, 25),
        ("争取资金376万元，其中专项120元、补助256元。", RelationType.UNIT, None),
        ("科普馆接待观众5.6万人。总结会上通报，科普馆接待观众5.6万人次。", RelationType.UNIT, None),
        ("全年争取资金85万元。据统计，全年争取资金85元。", RelationType.UNIT, None),
        ("新建企业科协39家。组织建设方面，新建企业科协36家。", RelationType.DUPLICATE, 39),
        ("参加活动的约200人左右。", RelationType.HEDGE, None),
        ("举办讲座近20余场。", RelationType.HEDGE, None),
        ("来了超过2500多人。", RelationType.HEDGE, None),
        ("2024年2月30日召开会议。", RelationType.DATE, None),
        ("2023年2月29日召开会议。", RelationType.DATE, None),
        ("2023年13月完成。", RelationType.DATE, None),
        ("2024年3月30日（周日）举行。", RelationType.DATE, None),
        ("从5月到3月开展活动。", RelationType.DATE, None),
        ("二月三十日召开会议。", RelationType.DATE, None),
    ],
)
def test_an_error_is_found_and_explained(
    text: str, kind: RelationType, expected: Decimal | int | None
) -> None:
    found = wrong(text)
    assert [relation.type for relation in found] == [kind]
    assert found[0].explanation.endswith("。")
    if expected is not None:
        assert found[0].expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "全年举办活动110场，其中讲座50场、展览40场、竞赛20场。",
        "共有会员500人，其中博士20人、教授30人。",
        "共有会员200人，其中女性120人、党员100人。",
        "开展活动80场，包括讲座20场、展览30场等。",
        "新增5家高校科协、3家企业科协，全市高校和企业科协共有146家。",
        "接待观众33.5万人次，其中散客21.23万人次、团体12.3万人次。",
        "素质比例由10.9%提高到15.3%，提高4.4个百分点。",
        "由10.9%提高到15.3%，增长40.4%。",
        "经费由200万元增加到250万元，增长25%，增加50万元。",
        "接待36.5万人次，上年30.12万人次，增长21.2%。",
        "作品数从300件增加到660件，实现翻番。",
        "男会员占55%，女会员占45%。",
        "高级职称占30%，女性占45%，青年占60%。",
        "占比分别为26.6%、17.7%、55.8%。",
        "甲县举办科普讲座20场。乙县举办科普讲座30场。",
        "上半年举办培训20期。下半年举办培训25期。",
        "接待观众约20万人次。全年接待观众19.8万人次。",
        "覆盖12个县市区、156个乡镇，覆盖率达100%。",
        "近日，20余名专家赴各县。约请专家10余名，签约10余个项目。",
        "2024年3月30日（周六）举行，2024年2月29日结束。",
        "10月至次年3月开放，2023年10月至2024年3月调研。",
        "科普志愿者5600人，服务群众5.6万人次。",
        "举办讲座36场、听众1.2万人次，发放资料5000份。",
        "活动支出80.5万元，占经费使用总额的47.5%；场馆支出40.2万元，占经费使用总额的24.1%。",
        "共有场馆67个，比上年增加5个，展厅面积增长13%。其中，科技馆26个，博物馆41个。",
        "组建果树微信群4个，覆盖农户近1100人。组建水稻微信群3个，覆盖农户近400人。",
        "2023年人均科普经费4.45元。\n2024年人均科普经费4.71元。",
    ],
)
def test_what_is_right_or_cannot_be_told_is_not_objected_to(text: str) -> None:
    assert wrong(text) == []


def test_a_sum_that_holds_is_told_too() -> None:
    (relation,) = relations("全年举办活动110场，其中讲座50场、展览40场、竞赛20场。")
    assert (relation.type, relation.holds, relation.expected) == (RelationType.SUM, True, 110)
    assert len(relation.members) == 4


def test_totals_of_a_table() -> None:
    table = "项目\t场次\t人次\n讲座\t20\t3000\n展览\t15\t5000\n合计\t36\t8000"
    (relation,) = wrong(table)
    assert (relation.type, relation.expected) == (RelationType.SUM, 35)


def test_members_are_indexes_of_mentions() -> None:
    draft = from_text("2024年由120场增加到150场，增长20%。")
    mentions = find_mentions(draft)
    (relation,) = find_relations(draft, mentions, contexts(draft, mentions))
    assert [mentions[index].text for index in relation.members] == ["120场", "150场", "20%"]
