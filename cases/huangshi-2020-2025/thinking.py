"""10-智库与项目: studies and suggestions, topics, surveys, what the papers printed, projects of societies, courses, meetings."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, stream, table
from kebridge.casework.making.invented import word

from . import names, programmes

PASSED_ON, HELD_BACK, FROM_TOPICS = 112, 14, 7  # suggestions of the term
ISSUES = {"科协工作专报": 8, "科技工作者建言专报": 6}
PROJECTS = 165
PRINCIPAL = {"post": "principal", "follow_up": "under_way"}


def pages() -> list[Page]:
    return [Page("studies", [*_studies(), *_suggestions(), *_bulletins()], "注：不写批示内容。"), Page("topic_calls", _topics()),
            Page("special_surveys", _own_surveys()), Page("survey_rounds", _rounds()), Page("survey_results", _results()),
            Page("coverage", _coverage()), Page("supports", _supports()), Page("trainings", _trainings()),
            Page("meetings", _meetings()), Page("other_works", _works())]  # fmt: skip


def _study(day: date, title: str, kind: str, *sent: dict[str, object], **more: object) -> Row:
    lines = [{"day": day + timedelta(days=3), "level": "city", **one} for one in sent]
    return Row(
        {"org": names.CITY, "day": day, "title": title, "kind": kind, "author": "association", **more}, lines
    )


def _studies() -> list[Row]:
    seen = date(2025, 7, 2)
    tour = _study(date(2025, 6, 18), "高层次人才国情考察活动情况报告", "tour_report", {**PRINCIPAL, "instructed": seen, "number": "演示批〔2025〕18号"},
                  {**PRINCIPAL, "instructed": seen + timedelta(days=5), "day": date(2025, 6, 24), "number": "演示批〔2025〕21号"},
                  programmes=(programmes.TOUR,), subject="talent")  # fmt: skip
    plain = [
        (2021, "科技工作者服务机制"),
        (2022, "企业科协建设"),
        (2023, "科普场馆运行"),
        (2024, "学会服务产业"),
        (2025, "科普研学发展"),
    ]
    found = [
        _study(date(year, 8, 20), f"{title}调研报告", "research", {}, subject="reform")
        for year, title in plain
    ]
    survey = _study(
        date(2023, 12, 5),
        "科技工作者状况调查调研报告",
        "survey_report",
        {},
        source="from_survey",
        subject="talent",
    )
    digest = _study(
        date(2024, 11, 28), "市级学会建言献策资料摘编", "compilation", {}, series="建言献策资料摘编"
    )
    deputy = _study(date(2023, 10, 9), "县级科技馆建设调研报告", "research",
                    {"instructed": date(2023, 10, 20), "post": "deputy", "follow_up": "done"}, subject="literacy")  # fmt: skip
    return [tour, *found, survey, digest, deputy]


def _suggestions() -> list[Row]:
    """Passed on once or twice, each counts once; one of the last year and six earlier grew out of topics."""
    rng = stream("suggestions")
    days = names.in_term(rng, PASSED_ON + HELD_BACK)
    found, waiting = [], set(rng.sample(range(len(days)), HELD_BACK))
    topics = 0
    for number, day in enumerate(days):
        source = "called"
        if number % 16 == 5 and day.year < 2025 and number not in waiting and topics < FROM_TOPICS - 1:
            source, topics = "from_topic", topics + 1
        sent: list[dict[str, object]] = [] if number in waiting else [{}]
        if sent and number % 9 == 0:
            sent.append({"level": "province", "day": day + timedelta(days=10)})
        found.append(_study(day, f"关于{word(number % 100)}产业的建议（第{number + 1}条）", "suggestion", *sent, source=source,
                            author="worker" if number % 2 else "society", subject="industry_subject"))  # fmt: skip
    last = next(row for row in reversed(found) if row.lines and row.values["day"].year == 2025)
    last.values["source"] = "from_topic"
    return found


def _bulletins() -> list[Row]:
    found = []
    for series, count in ISSUES.items():
        for number in range(count):
            day = date(2021 + number * 5 // count, 6, 10 + number)
            found.append(
                _study(
                    day,
                    f"{series}（{day.year}年第{number + 1}期）",
                    "bulletin",
                    {},
                    series=series,
                    issue=number + 1,
                )
            )
    county = _study(date(2024, 3, 5), "大冶科协简报", "bulletin", {}, series="大冶科协简报", issue=1)
    return [*found, Row({**county.values, "org": names.association("DY")}, county.lines)]


def _topics() -> list[Row]:
    rows = [
        Row({"org": names.CITY, "day": date(year, 4, 8), "title": f"{year}年党建课题研究", "role": "undertake_topics", "edition": year,
             "subject": "party_building", "author": "association", "submitted": count})
        for year, count in zip(names.YEARS, (2, 2, 3, 3, 2), strict=True)
    ]  # fmt: skip
    call = {"org": names.CITY, "day": date(2024, 3, 1), "title": "科技创新智库课题征集", "role": "call_topics", "edition": 2024,
            "subject": "innovation", "author": "society", "submitted": 26}  # fmt: skip
    rows.append(
        Row(call, [{"day": date(2024, 12, 2), "level": "city", "grade": "excellent_topic", "topics": 6}])
    )
    return rows


def _own_surveys() -> list[Row]:
    return table(names.CITY, "day title kind method finished sent returned valid interviews reported report",
                 (date(2023, 8, 15), "黄石市科技工作者状况专题调查", "workers", "quota_survey", date(2023, 10, 31), 2_400, 2_186, 2_051,
                  96, date(2023, 12, 5), "科技工作者状况调查调研报告"),
                 (date(2024, 4, 2), "企业技术需求调查", "talent_need", "online_survey", date(2024, 4, 30), 320, 241, 228, 12, None, ""))  # fmt: skip


def _rounds() -> list[Row]:
    return [
        Row({"org": names.CITY, "day": date(year, 4, 20), "title": f"{year}年公民科学素质抽样调查", "kind": "literacy", "number": number,
             "level": "nation", "role": "cooperate", "sampled": 640, "finished": date(year, 9, 10)})
        for year, number in ((2022, 12), (2024, 13))
    ]  # fmt: skip


def _results() -> list[Row]:
    """The survey of 2022 was below the target of the plan, that of 2024 above."""
    shared = {"org": names.CITY, "kind": "literacy", "title": "具备科学素质的比例", "method": "sample_survey",
              "source": "省科协公布的抽样调查结果（演示）", "target": 15, "target_source": "全民科学素质行动规划纲要（演示）"}  # fmt: skip
    return [
        Row(
            {
                **shared,
                "day": date(2022, 12, 30),
                "year": 2022,
                "share": "13.1",
                "margin": "1.2",
                "confidence": 95,
                "sample": 640,
            }
        ),
        Row(
            {
                **shared,
                "day": date(2024, 12, 24),
                "year": 2024,
                "share": "15.3",
                "margin": "1.2",
                "confidence": 95,
                "sample": 640,
            }
        ),
    ]


def _coverage() -> list[Row]:
    return table(
        names.CITY, "day outlet level medium title form programmes",
        (date(2024, 12, 5), "黄石日报", "city", "paper", "科技工作者建言摘编", "feature", (programmes.VOICES,)),
        (date(2021, 12, 30), "黄石日报", "city", "paper", "科普工作获国家表彰", "news", ()),
        (date(2023, 11, 18), "湖北日报", "province", "paper", "新材料论坛在黄石举行", "news", (programmes.SUMMIT,)),
        (date(2024, 5, 30), "科普时报", "nation", "paper", "全域科普试点见闻", "feature", ()),
        (date(2025, 5, 19), "黄石广播电视台", "city", "broadcast", "国情考察团来黄", "news", (programmes.TOUR,)),
    )  # fmt: skip


def _supports() -> list[Row]:
    """Thirty-three a year; those of the last year are still running, two before were stopped."""
    rows = []
    for at, year in enumerate(names.YEARS):
        for number in range(PROJECTS // len(names.YEARS)):
            day = date(year, 4, 12 + number % 10)
            status: dict[str, object] = {"status": "accepted", "ended": date(year, 12, 5), "result": "passed"}
            if year == names.YEARS[-1]:
                status = {"status": "running"}
            elif (at, number) in ((1, 8), (3, 20)):
                status = {"status": "stopped", "ended": date(year, 9, 30)}
            values = {"org": names.CITY, "day": day, "title": f"学会能力提升（{year}年第{number + 1}项）", "holder": names.society(number % 29),
                      "purpose": "societies", "amount": 20_000 + 5_000 * (number % 4), "schemes": (programmes.ABILITY,)}  # fmt: skip
            rows.append(Row({**values, **status}))
    before = {"org": names.CITY, "day": date(2020, 5, 20), "title": "学会能力提升（2020年第1项）", "holder": names.society(2),
              "purpose": "societies", "amount": 20_000, "schemes": (programmes.ABILITY,), "status": "accepted",
              "ended": date(2020, 12, 1), "result": "passed"}  # fmt: skip
    return [*rows, Row(before)]


def _trainings() -> list[Row]:
    fields = "day days title kind level topic audience people programmes"
    rows = [
        (
            date(year, 10, 18),
            3,
            f"科技工作者创新提能培训班（第{n}期）",
            "course",
            "city",
            "创新能力",
            "workers",
            52 + n,
            (programmes.COURSE,),
        )
        for n, year in enumerate(names.YEARS, 1)
    ]
    rows += [
        (
            date(2022, 6, 20),
            2,
            "湖北中心站联络员培训",
            "course",
            "city",
            "科技服务",
            "liaison",
            46,
            (programmes.HUB,),
        ),
        (date(2023, 6, 28), 2, "全市学会党建培训班", "course", "city", "党建", "societies", 68, ()),
        (
            date(2024, 9, 24),
            3,
            "全省园区（企业）科协暨院士专家工作站培训班",
            "course",
            "province",
            "工作站建设",
            "societies",
            142,
            (),
        ),
        (date(2024, 4, 17), 1, "基层科协秘书长培训", "course", "city", "组织建设", "societies", 75, ()),
    ]
    county = table(names.association("YX"), fields,
                   (date(2023, 5, 9), 1, "乡镇科协党建培训", "lecture", "county", "党建", "societies", 34, ()))  # fmt: skip
    return [*table(names.CITY, fields, *rows), *county]


def _meetings() -> list[Row]:
    fields = "day kind title level people programmes"
    rows = [
        (
            date(year, 5, 30),
            "symposium",
            f"优秀科技工作者代表座谈会（{year}年）",
            "city",
            32,
            (programmes.SYMPOSIUM,),
        )
        for year in names.YEARS
    ]
    rows += [
        (
            date(2023 + n // 4, 1 + n % 4 * 3, 17),
            "review",
            f"科协业务讲评会（第{n + 1}次）",
            "city",
            28,
            (programmes.REVIEW,),
        )
        for n in range(12)
    ]
    rows += [
        (
            date(2024 + n // 6, 2 + n % 6 * 2, 14),
            "forum",
            f"科协讲堂（第{n + 1}讲）",
            "city",
            41,
            (programmes.FORUM,),
        )
        for n in range(11)
    ]
    rows.append((date(2024, 6, 12), "symposium", "学会秘书长座谈会", "city", 30, ()))
    society = table(
        names.society(0), fields, (date(2023, 11, 2), "symposium", "农技骨干座谈会", "city", 18, ())
    )
    return [*table(names.CITY, fields, *rows), *society]


def _works() -> list[Row]:
    """Each campaign with what the association's people did in it."""
    days = {
        0: (date(2022, 4, 6), date(2022, 12, 12)),
        1: (date(2021, 1, 14), date(2021, 2, 4)),
        2: (date(2022, 8, 9), date(2024, 7, 18)),
    }
    return [
        Row({"org": names.CITY, "day": day, "kind": "campaign", "title": f"参加{programmes.ENDED[at][0]}（{day.year}年{day.month}月）",
             "taking": "members", "quantity": 12 + at, "unit": "人次", "evidence": "排班表和现场照片", "items": (programmes.ENDED[at][0],)})
        for at, pair in days.items()
        for day in pair
    ]  # fmt: skip
