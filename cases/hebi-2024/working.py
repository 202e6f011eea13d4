"""07-创新与资金: societies and experts at the firms, what was signed and won, studies and what came of them."""

from datetime import date, timedelta
from itertools import cycle

from kebridge.casework.making.ground import Page, Row, table
from kebridge.casework.making.invented import word

from . import names, people
from . import programmes as tags

YI = 100_000_000
PROJECTS = (12, 10, 9, 8, 8, 7, 6, 4, 3, 3)  # 亿元 declared at the conference, 70 in all
NATIONAL, PROVINCIAL = (
    ("机械工程", "汽车工程", "宇航", "化工", "有色金属"),
    ("机械工程", "化学", "电子", "农学", "食品科学", "测绘", "自动化"),
)
GRANTED = 3_760_000  # yuan, the thirteen projects and the museum's subsidy
SUBSIDY = 1_500_000
_FUNDS = (  # title, scheme, level, granted
    ("商业航天产业会议会市合作项目", tags.COOPERATION, "province", 400_000), ("基层组织协作网络建设试点项目", tags.NETWORK, "nation", 300_000),
    ("科普示范社区项目（一）", "科普示范社区", "province", 200_000), ("科普示范社区项目（二）", "科普示范社区", "province", 200_000),
    ("农村中学科技馆项目（一）", "农村中学科技馆", "province", 200_000), ("农村中学科技馆项目（二）", "农村中学科技馆", "province", 200_000),
    ("示范农技协项目", "示范农技协", "province", 100_000), ("科普教育基地提升项目", "科普教育基地提升", "province", 160_000),
    ("学会服务能力项目", "", "province", 120_000), ("科技志愿服务项目", "", "province", 80_000), ("青少年科技教育项目", "", "province", 140_000),
    ("企业创新方法推广项目", "", "province", 90_000), ("科技工作者之家服务项目", "", "nation", 70_000),
)  # fmt: skip
MISTYPED, AS_TYPED = "科普教育基地提升项目", 260_000
CONFERENCE = date(2024, 9, 26)


def pages() -> list[Page]:
    return [Page("service_visits", _visits(), "注：同一家学会来几次，按学会只算一家。"), Page("agreements", _agreements()),
            Page("funds", [*funds(), _countys()], "注：申请、批准、到账是三个数，不相加。"),
            Page("studies", _studies(), "注：不写批示内容。"), Page("study_tours", _tours())]  # fmt: skip


def _visit(day: date, title: str, programme: str, firms: range, **more: object) -> Row:
    counties = list(names.COUNTIES.values())
    lines = [
        {"firm": names.firm(n), "county": counties[n % 5], "field": people.FIELDS[n % 3], "problems": n % 2}
        for n in firms
    ]
    values = {"day": day, "title": title, "kind": "diagnosis", "level": "nation", "programmes": (programme,)}
    return Row({"org": names.CITY, **values, **more}, lines)


def _visits() -> list[Row]:
    """Twelve societies in eight visits: several came more than once."""
    nation, province = cycle(NATIONAL), cycle(PROVINCIAL)
    found = []
    for n in range(8):
        societies = {
            "national_societies": (f"中国{next(nation)}学会",),
            "provincial_societies": (f"河南省{next(province)}学会",),
        }
        found.append(_visit(date(2024, 4, 10) + timedelta(days=24 * n), f"上级学会技术服务（第{n + 1}次）", tags.HIGHER,
                            range(10 + 2 * n, 12 + 2 * n), experts=3, kind="guidance", **societies))  # fmt: skip
    diagnosis = _visit(
        date(2024, 6, 20), "科技服务团企业诊断", tags.TOUR, range(40, 45), experts=people.DOCTORS
    )
    study = _visit(
        date(2024, 7, 12),
        "交流会代表实地考察",
        tags.PILOTS,
        range(50, 53),
        experts=12,
        kind="field_study",
        level="province",
    )
    team = _visit(
        date(2024, 10, 16), "科技服务团进县区", tags.TEAM, range(60, 63), experts=6, level="province"
    )
    return [*found, diagnosis, study, team]


def _agreements() -> list[Row]:
    fields = "day title kind level grade parties copies programmes schemes investment"
    signed = [(CONFERENCE, f"{word(n + 30)}商业航天项目", "project", "", "", (names.firm(80 + n),), 1, (tags.SPACE,), (), amount * YI)
              for n, amount in enumerate(PROJECTS)]  # fmt: skip
    signed.append(
        (CONFERENCE, "卫星应用合作意向", "intent", "", "", (names.firm(95),), 1, (tags.SPACE,), (), 5 * YI)
    )
    signed.append(
        (
            date(2024, 7, 24),
            "加入省海归创业联合体",
            "alliance",
            "province",
            "",
            (names.firm(96),),
            1,
            (),
            (),
            None,
        )
    )
    schools = list(names.COUNTIES)
    school_rows = [(date(2024, 9, 20), f"馆校合作示范校（{n + 1}）", "museum_school", "", "demonstration" if n < 10 else "",
                    (names.school(schools[n % 5], 40 + n),), 1, (tags.SCHOOLS,), (), None) for n in range(12)]  # fmt: skip
    partners = [(date(2024, 3, 28), f"与{name}战略合作", "strategic", "", "", (name,), 1, (tags.SCHOOLS,), (), None)
                for name in ("市教育教学研究中心", "县区科协（合为一方）")]  # fmt: skip
    return [*table(names.CITY, fields, *signed), *table(names.MUSEUM, fields, *school_rows, *partners)]


_FUND_FIELDS = "day title kind schemes grantor level asked status decided granted received_day received"


def _fund(title: str, scheme: str, level: str, amount: int, paid: date | None) -> tuple[object, ...]:
    grantor = "中国科协" if level == "nation" else "河南省科协"
    return (date(2024, 2, 26), title, "project", (scheme,) if scheme else (), grantor, level, amount * 2, "granted",
            date(2024, 5, 20), amount, paid, amount if paid else None)  # fmt: skip


def funds() -> list[Row]:
    """Granted this year; the last one arrives next year, and an instalment of last year's arrives in this one."""
    rows = []
    for n, (title, scheme, level, amount) in enumerate(_FUNDS):
        paid = date(2024, 7, 10) + timedelta(days=3 * n) if n < len(_FUNDS) - 1 else date(2025, 1, 16)
        rows.append(_fund(title, scheme, level, AS_TYPED if title == MISTYPED else amount, paid))
    rows += [
        (date(2024, 4, 30), "科技馆免费开放补助资金", "subsidy", (tags.OPENING,), "河南省财政厅", "province", None, "granted",
         date(2024, 4, 30), SUBSIDY, date(2024, 6, 5), SUBSIDY),
        (date(2024, 3, 15), "上年学会服务项目尾款", "instalment", (), "河南省科协", "province", None, "granted", date(2024, 3, 15),
         None, date(2024, 3, 15), 60_000),
        (date(2024, 2, 26), "科技小院项目", "project", (), "河南省科协", "province", 100_000, "refused", date(2024, 5, 20), None, None, None),
        (date(2024, 11, 20), "来年会市合作项目", "project", (tags.COOPERATION,), "河南省科协", "province", 500_000, "applied", None, None,
         None, None),
    ]  # fmt: skip
    return table(names.CITY, _FUND_FIELDS, *rows)


def correct_fund() -> Row:
    """The amount that had been typed wrong."""
    title, scheme, level, amount = next(one for one in _FUNDS if one[0] == MISTYPED)
    paid = next(row.values["received_day"] for row in funds() if row.values["title"] == MISTYPED)
    return table(names.CITY, _FUND_FIELDS, _fund(title, scheme, level, amount, paid))[0]


def duplicate() -> Row:
    """A project that is sent in twice."""
    return funds()[0]


def _countys() -> Row:
    """A county's own project: in the whole city, not in the association's own thirteen."""
    row = _fund("科普示范社区项目（淇县）", "科普示范社区", "province", 200_000, date(2024, 8, 6))
    return table(names.association("QX"), _FUND_FIELDS, row)[0]


def _studies() -> list[Row]:
    """Five drew an instruction of the city's principals, one of them twice; two others did not count."""
    rows = (
        ("镁基新材料产业人才调研", "research", ("principal", date(2024, 4, 16)), ("deputy", date(2024, 4, 20))),
        ("科技工作者状况调查报告", "research", ("principal", date(2024, 7, 3))),
        ("县级科协工作调研", "research", ("principal", date(2024, 8, 21)), ("principal", date(2024, 9, 4))),
        ("企业创新方法应用调研", "research", ("principal", date(2024, 10, 12))),
        ("创新驱动示范市建设考察报告", "tour_report", ("principal", date(2024, 6, 11))),
        ("科普教育基地运行调研", "research", ("deputy", date(2024, 9, 18))),
        ("科学教育资源调研", "research", ("principal", date(2025, 1, 8))),
        ("学会发展情况调研", "research"),
    )  # fmt: skip
    found = []
    for n, (title, kind, *instructions) in enumerate(rows):
        day = (instructions[0][1] if instructions else date(2024, 11, 6)) - timedelta(days=20)
        lines = [{"day": day + timedelta(days=3), "level": "city", "instructed": at, "post": post, "follow_up": "done" if n % 2 else "under_way"}
                 for post, at in instructions] or [{"day": day, "level": "city"}]  # fmt: skip
        found.append(
            Row({"org": names.CITY, "day": day, "title": title, "kind": kind, "author": "association"}, lines)
        )
    return found


def _tours() -> list[Row]:
    rows = (
        (date(2024, 4, 22), "创新驱动示范市建设经验", "study", ("湖北省武汉市", "湖北省襄阳市")), (date(2024, 5, 20), "商业航天产业经验", "study", ("安徽省池州市",)),
        (date(2024, 8, 5), "镁基新材料产业经验", "study", ("浙江省台州市",)), (date(2024, 10, 28), "商业航天产业再考察", "study", ("湖北省武汉市",)),
        (date(2024, 3, 14), "会市合作项目对接", "exchange", ("河南省郑州市",)),
    )  # fmt: skip
    return [Row({"org": names.CITY, "day": day, "title": title, "kind": kind, "people": 5 + n}, [{"city": city} for city in cities])
            for n, (day, title, kind, cities) in enumerate(rows)]  # fmt: skip
