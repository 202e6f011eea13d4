"""11-规划与党建: papers issued and received, the tasks of the congress, assessments; Party work as counts without names."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, stream, table

from . import names, programmes

RULES, RULES_REVISED = 39, 14
TASKS = 24
LECTURES = 46
_RULES = ("党组议事和决策", "财务管理", "公务用车", "公文处理", "保密管理", "档案管理", "考勤休假", "采购管理", "固定资产", "值班值守", "学习制度",
          "督查督办", "信息公开")  # fmt: skip


def pages() -> list[Page]:
    return [Page("documents", _documents()), Page("incoming_documents", _incoming()), Page("tasks", _tasks(), "注：办结的写明依据。"),
            Page("assessments", _assessments()), Page("targets", _targets()), Page("term_renewals", _renewals()),
            Page("party_sessions", _sessions(), "注：只记次数，不记内容和姓名。"), Page("party_bodies", _bodies())]  # fmt: skip


def _documents() -> list[Row]:
    fields = "day kind action topic title reference level issuers"
    rows = [
        (date(2021, 9, 28), "outline", "new", "全民科学素质", "全民科学素质行动规划纲要（2021—2025年）", "黄政办演示〔2021〕26号", "city", "黄石市人民政府办公室"),
        (date(2024, 7, 12), "action_plan", "new", "全域科普", "国家全域科普城市试点实施方案", "黄办演示〔2024〕9号", "city", "黄石市委办公室"),
        (date(2022, 5, 17), "rule", "new", "决策咨询建议", "科技工作者决策咨询建议管理办法实施细则", "黄科协演示〔2022〕18号", "city", names.CITY),
        (date(2023, 2, 21), "rule", "revised", "学会能力提升", "学会能力提升项目管理办法（试行）", "黄科协演示〔2023〕6号", "city", names.CITY),
        (date(2022, 10, 9), "action_plan", "new", "深化改革", "科协系统深化改革实施方案", "黄办演示〔2022〕31号", "city", "黄石市委办公室"),
        (date(2025, 2, 18), "work_plan", "new", "年度工作", "2025年工作要点", "黄科协演示〔2025〕3号", "city", names.CITY),
        (date(2020, 11, 20), "rule", "new", "内部管理", "旧版会议制度", "黄科协演示〔2020〕30号", "city", names.CITY),
    ]  # fmt: skip
    for number, day in enumerate(names.in_term(stream("rules"), RULES)):
        action = "revised" if number < RULES_REVISED else "new"
        rows.append(
            (
                day,
                "rule",
                action,
                "内部管理",
                f"{names.turn(_RULES, number)}规则（制度汇编第{number + 1}项）",
                "",
                "city",
                names.CITY,
            )
        )
    county = table(names.association("YX"), fields,
                   (date(2022, 3, 8), "outline", "new", "全民科学素质", "阳新县全民科学素质行动方案", "", "county", "阳新县人民政府办公室"))  # fmt: skip
    return [*table(names.CITY, fields, *rows), *county]


def _incoming() -> list[Row]:
    return table(
        names.CITY, "day kind title sender level handled",
        (date(2024, 1, 30), "cited", "写入示范市建设的省政府工作报告", "湖北省人民政府", "province", None),
        (date(2025, 1, 22), "praise", "对黄石市科协工作的表扬信", "湖北省科协", "province", date(2025, 2, 10)),
        (date(2024, 5, 29), "notice", "公布全域科普试点单位的通知", "中国科协", "nation", date(2024, 7, 12)),
        (date(2023, 3, 6), "letter", "关于联合开展产学研对接的函", "湖北省机电工程学会", "province", date(2023, 3, 20)),
    )  # fmt: skip


def _tasks() -> list[Row]:
    """All tasks of the congress are done, one after its day; of the year's points one is still open."""
    rng = stream("tasks")
    whats = ("科技工作者服务", "科创平台建设", "全域科普", "智库建设", "学会改革", "基层组织建设")
    owners = ("学会学术部", "科普部", "组织宣传部", "办公室")
    rows = []
    for number in range(TASKS):
        due = date(2022 + number % 4, 12, 1)
        closed = due + timedelta(days=9) if number == 6 else due - timedelta(days=rng.randint(3, 120))
        rows.append((f"代表大会任务{number + 1:02d}", f"{names.turn(whats, number)}第{number // 6 + 1}项", (programmes.TASKS,), "congress",
                     names.turn(owners, number), names.CONGRESS, due, closed, "完成情况报告和验收材料（演示）"))  # fmt: skip
    year = "2025年工作要点"
    rows += [
        (
            "年度要点01",
            "举办科普嘉年华",
            (year,),
            "year",
            "科普部",
            date(2025, 2, 18),
            date(2025, 10, 31),
            date(2025, 9, 30),
            "活动总结（演示）",
        ),
        (
            "年度要点02",
            "筹备第九次代表大会",
            (year,),
            "year",
            "办公室",
            date(2025, 2, 18),
            date(2025, 12, 31),
            None,
            "",
        ),
    ]
    return table(names.CITY, "name title frames source owner since due closed proof", *rows)


def _assessments() -> list[Row]:
    rows = [
        Row({"org": names.CITY, "day": date(year + 1, 3, 14), "year": year, "role": "indicator", "title": f"全市高质量发展综合绩效考核（{year}年）",
             "assessor": "黄石市考核办"}, [{"title": "公民科学素质建设", "full": 5, "computed": 5, "given": 5}])
        for year in (2022, 2023, 2024)
    ]  # fmt: skip
    own = {"org": names.CITY, "day": date(2025, 2, 26), "year": 2024, "role": "assessed", "title": "市直单位综合绩效考核", "assessor": "黄石市考核办",
           "result": "excellent"}  # fmt: skip
    return [
        *rows,
        Row(
            own,
            [
                {"title": "业务工作", "full": 60, "computed": 57, "given": 57},
                {"title": "机关党建", "full": 20, "computed": 19, "given": 19},
            ],
        ),
    ]


def _targets() -> list[Row]:
    return [Row({"org": names.CITY, "kind": "business", "title": "全年服务企业不少于一百家", "assigner": "黄石市政府", "since": date(2024, 1, 1),
                 "until": date(2024, 12, 31)}, [{"day": date(2024, 12, 10), "what": "服务企业家数", "quantity": 118}])]  # fmt: skip


def _renewals() -> list[Row]:
    rows = [
        Row(
            {
                "org": names.CITY,
                "sort": "association",
                "term": 9,
                "due": date(2025, 12, 17),
                "prepared": date(2025, 8, 12),
            }
        )
    ]
    rows += [
        Row({"org": names.society(n), "sort": "society", "term": 4 + n % 5, "prepared": date(2021 + n % 5, 1, 20),
             "held": date(2021 + n % 5, 4 + n % 6, 18), "done": date(2021 + n % 5, 4 + n % 6, 25)})
        for n in range(0, 29, 3)
    ]  # fmt: skip
    return rows


def _sessions() -> list[Row]:
    """Lectures of the leaders on special subjects; lectures of the branch and the centre group's study stand beside them."""
    days = names.in_term(stream("party lectures"), LECTURES)
    found = [
        Row({"org": names.CITY, "day": day, "kind": "special_lecture", "holder": "party_group", "ordinal": 1, "days": 1, "present": 20 + n % 14,
             "lecturer": "group_secretary" if n % 3 == 0 else "group_member"})
        for n, day in enumerate(days)
    ]  # fmt: skip
    for year in names.YEARS:
        for month in (3, 6, 9, 11):
            found.append(Row({"org": names.CITY, "day": date(year, month, 24), "kind": "centre", "holder": "party_group", "ordinal": 1,
                              "days": 1, "present": 8}))  # fmt: skip
            found.append(Row({"org": names.CITY, "day": date(year, month, 5), "kind": "lecture", "holder": "office_branch", "ordinal": 1,
                              "days": 1, "present": 24, "lecturer": "branch_secretary"}))  # fmt: skip
    return found


def _bodies() -> list[Row]:
    """Every society has a branch, alone or jointly; twelve have an instructor besides."""
    rows: list[tuple[object, ...]] = []
    for number in range(len(names.SOCIETIES) + len(names.NEW_SOCIETIES)):
        name, new = names.society(number), number >= len(names.SOCIETIES)
        kind = "joint_branch" if number % 4 == 3 else "society_committee" if number % 11 == 0 else "branch"
        tail = {"joint_branch": "联合党支部成员", "society_committee": "党委", "branch": "党支部"}[kind]
        founded = date(2021 + number % 5, 7, 1) if number % 2 or new else None
        if new:
            founded = names.NEW_SOCIETIES[number - len(names.SOCIETIES)][1] + timedelta(days=60)
        rows.append((f"{name}{tail}", kind, name, founded, None if founded else date(2019, 1, 1)))
    rows += [
        (f"派驻{names.society(n)}党建指导员", "instructor", names.society(n), date(2021, 9, 1), None)
        for n in range(0, 24, 2)
    ]
    rows.append(("黄石市科技社团党委", "societies_committee", None, None, date(2018, 7, 1)))
    return table(names.CITY, "name kind served founded known_from", *rows)
