"""06-人才荣誉赛事, its honours and contests."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names
from . import programmes as tags


def pages() -> list[Page]:
    return [Page("honours", [*_honours(), advanced(2024)]), Page("firsts", _firsts()), Page("contest_editions", _editions()),
            Page("contest_results", _results(), "注：入围和获奖分行登记，不相加。")]  # fmt: skip


def _honour(org: str, day: date, title: str, scheme: str, level: str, **more: object) -> Row:
    values = {"day": day, "title": title, "schemes": (scheme,), "kind": "commendation", "level": level,
              "grantors": {"nation": "中国科协", "province": "河南省科协", "city": "市委平安建设领导小组"}[level],
              "recipient": "association", "recipient_org": org, "copies": 1}  # fmt: skip
    return Row({"org": org, **values, **more})


def advanced(year: int) -> Row:
    """Three years running; in the last one it has two grantors and is sent in twice: one honour."""
    more = {"grantors": "河南省科协、河南省人社厅"} if year == 2024 else {}
    return _honour(
        names.CITY,
        date(year, 12, 12),
        "全省科协工作先进单位",
        tags.ADVANCED,
        "province",
        grade="advanced",
        **more,
    )


def _honours() -> list[Row]:
    report = {"kind": "rated", "recipient": "report", "recipient_org": None, "grade": "excellent"}
    return [
        advanced(2022), advanced(2023),
        _honour(names.association("QX"), date(2024, 12, 12), "全省科协工作先进单位", tags.ADVANCED, "province", grade="advanced"),
        _honour(names.CITY, date(2024, 12, 2), "全国科普日活动优秀组织单位", tags.DAY_HONOUR, "nation"),
        _honour(names.CITY, date(2024, 6, 18), "省青少年科技创新大赛优秀组织单位", tags.INNOVATION_HONOUR, "province", grade="organiser"),
        _honour(names.CITY, date(2024, 8, 27), "省青少年机器人竞赛优秀组织单位", tags.ROBOTS_HONOUR, "province", grade="organiser"),
        _honour(names.CITY, date(2024, 3, 5), "平安建设考核优秀等次", tags.PEACE, "city", kind="graded", grade="excellent"),
        _honour(names.CITY, date(2024, 11, 15), "优秀调研报告", tags.REPORTS, "province", recipient_name="镁基新材料产业人才调研",
                **report),
    ]  # fmt: skip


def _firsts() -> list[Row]:
    return table(names.CITY, "day statement kind level evidence",
                 (date(2024, 8, 19), "鹤壁市首次在医疗卫生机构建立科协组织", "first_time", "city", "市科协批复文件和组织登记簿（演示）"),
                 (date(2024, 9, 14), "鹤壁市首批聘任市级首席科普专家", "first_batch", "city", "聘任文件（演示）"))  # fmt: skip


def _editions() -> list[Row]:
    return table(
        names.CITY, "day schemes edition level role form entries pupils",
        (date(2023, 12, 9), (tags.CITY_INNOVATION,), 29, "city", "organised", "onsite", 268, 610),
        (date(2024, 12, 7), (tags.CITY_INNOVATION,), 30, "city", "organised", "onsite", 312, 745),
        (date(2024, 5, 18), (tags.CITY_ROBOTS,), 6, "city", "organised", "onsite", 96, 214),
        (date(2024, 9, 24), (tags.METHODS,), None, "province", "took_part", "onsite", 8, None),
    )  # fmt: skip


def _results() -> list[Row]:
    """Through to the province's final, through to the nation's, and the prize there: three lines, never one sum."""

    def one(day: date, level: str, *awards: tuple[str, int]) -> Row:
        lines = [{"category": "project", "grade": grade, "count": count} for grade, count in awards]
        return Row(
            {
                "org": names.CITY,
                "day": day,
                "schemes": (tags.METHODS,),
                "level": level,
                "document": "成绩公布通知（演示）",
            },
            lines,
        )

    return [one(date(2024, 9, 28), "province", ("finalist", 3), ("third", 1)),
            one(date(2024, 11, 22), "nation", ("finalist", 1), ("second", 1))]  # fmt: skip
