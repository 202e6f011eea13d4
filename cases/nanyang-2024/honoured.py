"""07-人才荣誉赛事, its honours and contests."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names, people

PILOT, SURVEY_STATION = "科创中原", "全国科技工作者状况调查优秀站点"
SCIENCE_DAY, ADVANCED = "全国科普日活动优秀组织单位", "全省科协工作先进单位"
EXPLAINING, DRONES = "河南省科普讲解大赛", "全国青少年无人机大赛"
INNOVATION, INNOVATION_NATION = "河南省青少年科技创新大赛", "全国青少年科技创新大赛"
GAMES, CITY_INNOVATION = "河南省青少年科技运动会", "南阳市青少年科技创新大赛"
LITERACY_QUIZ, FARMERS_QUIZ = "河南省全民科学素质网络知识竞赛", "全国农民科学素质网络竞赛"
COOPERATION, COMMUNITY, FARMTECH = "会市合作", "科普示范社区", "示范农技协"
YARD, RURAL_MUSEUM, OPENING = "科技小院", "农村中学科技馆", "科技馆免费开放补助"
INFORMANTS, SHARES = "科普信息员数量", "科普传播量"


def pages() -> list[Page]:
    return [Page("schemes", _schemes(), "注：名称不带届次和年份。"), Page("honours", [*_honours(), commended()]),
            Page("ranks", _ranks()), Page("firsts", _firsts()), Page("contest_editions", _editions()),
            Page("contest_results", _results(), "注：学生只记数，不记姓名。")]  # fmt: skip


def _schemes() -> list[Row]:
    return table(
        names.CITY, "name kind level",
        (PILOT, "designation", "province"), (SURVEY_STATION, "award", "nation"), (SCIENCE_DAY, "award", "nation"),
        (ADVANCED, "award", "province"), (EXPLAINING, "contest", "province"), (DRONES, "contest", "nation"),
        (INNOVATION, "contest", "province"), (INNOVATION_NATION, "contest", "nation"), (GAMES, "contest", "province"),
        (CITY_INNOVATION, "contest", "city"), (LITERACY_QUIZ, "contest", "province"), (FARMERS_QUIZ, "contest", "nation"),
        (people.ARTICLES, "project", "city"), (people.YOUTH, "award", "nation"), (people.WOMEN, "award", "nation"),
        (people.INNOVATORS, "award", "province"), (people.TALENTS, "talent", "province"),
        (people.NATURAL_SCIENCE, "award", "province"), (COOPERATION, "project", "province"),
        (COMMUNITY, "project", "province"), (FARMTECH, "project", "province"), (YARD, "project", "province"),
        (RURAL_MUSEUM, "project", "province"), (OPENING, "project", "province"),
    )  # fmt: skip


def _honour(day: date, title: str, scheme: str, level: str, grantors: str, **more: object) -> Row:
    values = {"day": day, "title": title, "schemes": (scheme,) if scheme else (), "kind": "commendation", "level": level,
              "grantors": grantors, "recipient": "association", "recipient_org": names.CITY, "copies": 1}  # fmt: skip
    return Row({"org": names.CITY, **values, **more})


def _honours() -> list[Row]:
    station = {"recipient": "station", "recipient_org": None, "recipient_name": "南阳调查站点"}
    found = [
        _honour(date(2024, 1, 22), "全国科技工作者状况调查优秀站点", SURVEY_STATION, "nation", "中国科协", **station),
        _honour(date(2024, 12, 10), "全国科普日活动优秀组织单位", SCIENCE_DAY, "nation", "中国科协"),
        _honour(date(2023, 12, 26), "全省科协工作先进单位", ADVANCED, "province", "河南省科协", grade="advanced"),
    ]  # fmt: skip
    societies = [f"南阳市{names.SOCIETIES[number * 4]}学会" for number in range(3)]
    found += [_honour(date(2024, 11, 20), "市级先进学会", "", "city", names.CITY, recipient="society", recipient_org=name,
                      recipient_name=name, grade="advanced") for name in societies]  # fmt: skip
    return found


def commended() -> Row:
    """An honour of two grantors, counted once; it is sent in again with the last workbook."""
    return _honour(date(2024, 12, 20), "全省科协工作先进单位", ADVANCED, "province", "河南省科协、河南省人社厅",
                   grade="advanced")  # fmt: skip


def _ranks() -> list[Row]:
    source = "平台年末全省排名表（演示）"
    day, before = date(2024, 12, 31), date(2023, 12, 31)
    return table(
        names.CITY, "day subject_matter level population place source",
        (before, INFORMANTS, "province", 18, 2, source), (before, SHARES, "province", 18, 3, source),
        (day, INFORMANTS, "province", 18, 1, source), (day, SHARES, "province", 18, 1, source),
    )  # fmt: skip


def _firsts() -> list[Row]:
    return table(names.CITY, "day statement kind level evidence",
                 (date(2024, 3, 18), "南阳市首批入选科创中原试点城市", "first_batch", "province",
                  "省科协试点城市公布文件（演示）"))  # fmt: skip


def _editions() -> list[Row]:
    return table(
        names.CITY, "day schemes edition level role form entries pupils",
        (date(2024, 1, 13), (CITY_INNOVATION,), 22, "city", "organised", "onsite", 486, 1_120),
        (date(2024, 4, 20), (INNOVATION,), 37, "province", "took_part", "onsite", 58, 96),
        (date(2024, 8, 5), (INNOVATION_NATION,), 38, "nation", "took_part", "onsite", 2, 3),
        (date(2024, 11, 9), (GAMES,), 1, "province", "took_part", "onsite", 24, 62),
        (date(2024, 8, 18), (DRONES,), 8, "nation", "took_part", "onsite", 16, 34),
        (date(2024, 9, 30), (LITERACY_QUIZ,), None, "province", "took_part", "online", None, None),
        (date(2024, 10, 31), (FARMERS_QUIZ,), None, "nation", "took_part", "online", None, None),
    )  # fmt: skip


def _result(
    org: str, day: date, scheme: str, edition: int | None, level: str, *awards: tuple[str, str, int]
) -> Row:
    lines = [{"category": category, "grade": grade, "count": count} for category, grade, count in awards]
    values = {
        "day": day,
        "schemes": (scheme,),
        "edition": edition,
        "level": level,
        "document": "成绩公布通知（演示）",
    }
    return Row({"org": org, **values}, lines)


def _results() -> list[Row]:
    museum, organiser = names.MUSEUM, ("organisation", "organiser", 1)
    return [
        _result(museum, date(2024, 6, 14), EXPLAINING, None, "province", ("contestant", "second", 1), ("contestant", "third", 2)),
        _result(museum, date(2024, 8, 20), DRONES, 8, "nation", organiser),
        _result(museum, date(2024, 11, 12), GAMES, 1, "province", organiser),
        _result(names.CITY, date(2024, 5, 6), INNOVATION, 37, "province", ("project", "first", 14), ("project", "second", 21),
                ("project", "third", 30), ("project", "finalist", 58)),
        _result(names.CITY, date(2024, 8, 12), INNOVATION_NATION, 38, "nation", ("project", "third", 1)),
        _result(names.CITY, date(2024, 11, 12), GAMES, 1, "province", ("team", "champion", 3), ("team", "runner_up", 6),
                ("team", "third_place", 4)),
    ]  # fmt: skip
