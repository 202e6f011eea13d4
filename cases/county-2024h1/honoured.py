"""05-赛事荣誉人才: contests, their results, honours, applications and the experts who went to the villages."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, table
from kebridge.casework.making.invented import person, word

from . import names
from . import programmes as tags

ROBOT_DAY, CITY_DAY = date(2024, 5, 19), date(2024, 6, 2)
PROVINCE, CITY = (("first", 4), ("second", 9), ("third", 14)), (("first", 6), ("second", 13), ("third", 20))


def pages() -> list[Page]:
    return [Page("contest_editions", _editions()), Page("contest_results", [_provincial(("third", 16)), _citys()], "注：只记获奖人数，不记学生姓名。"),
            Page("honours", _honours()), Page("nominations", _nominations()), Page("guests", _guests()),
            Page("designations", _designations())]  # fmt: skip


def _editions() -> list[Row]:
    """Two that pupils went to, one held here over two days, last year's contest, and four that are planned."""
    fields = "day until schemes edition level role form pupils tracks is_planned"
    youth = [(date(2024, 9, 21) + timedelta(days=28 * n), None, (name,), None, "county", "organised", "onsite", None, "", True)
             for n, name in enumerate(tags.YOUTH)]  # fmt: skip
    return table(
        names.CITY, fields,
        (ROBOT_DAY, None, (tags.ROBOTS,), 23, "province", "took_part", "onsite", 41, "", False),
        (CITY_DAY, None, (tags.CITY_ROBOTS,), 1, "city", "took_part", "onsite", 58, "", False),
        (date(2024, 4, 20), date(2024, 4, 21), (tags.INFORMATION,), 25, "county", "undertook", "onsite", 176, "创意智造、计算思维、科创实践", False),
        (date(2023, 11, 6), date(2023, 12, 10), (tags.LITERACY,), None, "province", "took_part", "online", None, "", False),
        (date(2024, 11, 4), None, (tags.LITERACY,), None, "province", "took_part", "online", None, "", True), *youth,
    )  # fmt: skip


def _result(
    day: date, scheme: tuple[str, int], level: str, awards: tuple[tuple[str, int], ...], schools: int = 0
) -> Row:
    lines: list[dict[str, object]] = [
        {"category": "contestant", "grade": grade, "count": count} for grade, count in awards
    ]
    if schools:
        lines.append(
            {"category": "school", "grade": "excellent", "winner": names.BEST_SCHOOL, "count": schools}
        )
    values = {
        "org": names.CITY,
        "day": day,
        "schemes": (scheme[0],),
        "edition": scheme[1],
        "level": level,
        "document": "成绩公布通知（演示）",
    }
    return Row(values, lines)


def _provincial(third: tuple[str, int]) -> Row:
    return _result(date(2024, 6, 11), (tags.ROBOTS, 23), "province", (*PROVINCE[:2], third), 1)


def correct_result() -> Row:
    """Two third prizes of another city had been counted in."""
    return _provincial(PROVINCE[2])


def _citys() -> Row:
    return _result(date(2024, 6, 8), (tags.CITY_ROBOTS, 1), "city", CITY)


def _honours() -> list[Row]:
    fields = "day title schemes kind year level grantors grade recipient recipient_org recipient_body recipient_name copies"
    own = table(
        names.CITY, fields,
        (date(2024, 6, 11), "省青少年机器人竞赛优秀学校", (tags.ROBOTS,), "commendation", None, "province", "竞赛组委会", "excellent", "school", None,
         names.BEST_SCHOOL, "", 1),
        (date(2024, 6, 8), "首届市青少年机器人竞赛团体表彰", (tags.CITY_ROBOTS,), "commendation", None, "city", "竞赛组委会", "organiser", "team", None, None,
         "颍阳市代表队", 1),
        (date(2024, 2, 19), "省全民科学素质网络竞赛优秀组织单位", (tags.LITERACY,), "commendation", 2023, "city", f"{names.ABOVE}科协", "organiser",
         "association", names.CITY, None, "", 1),
        (date(2024, 5, 14), "国家级红色档案（新闻联播报道）", (tags.RED_FILE,), "cited", None, "nation", "市争先创优工作专班", "", "association", names.CITY,
         None, "", 1),
        (date(2023, 12, 20), "全市宣传工作先进单位", (tags.ADVANCED,), "commendation", 2023, "county", "市委宣传部", "advanced", "association",
         names.CITY, None, "", 1),
        (date(2024, 6, 28), "全市宣传工作先进单位", (tags.ADVANCED,), "commendation", 2024, "county", "市委宣传部", "advanced", "association",
         names.CITY, None, "", 1),
    )  # fmt: skip
    town = names.association("ZC")
    return [*own, *table(town, fields, (date(2024, 3, 28), "学雷锋先进集体", (), "commendation", None, "county", "市文明办", "advanced", "association",
                                        town, None, "", 1))]  # fmt: skip


def _nominations() -> list[Row]:
    return table(
        names.CITY, "day schemes what title level stage",
        (date(2024, 4, 28), (tags.DIGITAL_CASE,), "case", "农用无人机引领数字化农业", "province", "submitted"),
        (date(2024, 5, 30), (tags.NETIZENS,), "project", "无人机科技研学营", "province", "submitted"),
    )  # fmt: skip


def _guests() -> list[Row]:
    """Three kinds of expert in one tour; one of them went to two villages."""
    fields = ("农业农技", "教育", "卫生健康")
    found = []
    for n in range(9):
        number = 60 + n % 8  # the ninth visit is the first expert again
        values = {"day": date(2024, 3, 6) + timedelta(days=n % 6 if n < 8 else 4), "person_name": person(number), "employer": f"颍阳{word(number)}服务中心",
                  "kind": "expert", "level": "county", "field": fields[n % 8 % 3], "event": "春季农技服务乡村行", "occasion": "service",
                  "programmes": (tags.SPRING,)}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}))
    return found


def _designations() -> list[Row]:
    """One under way; a base that was named before is none."""
    return table(
        names.CITY, "kind title holder level schemes started day",
        ("demo_city", "科普信息化示范县（市）", "颍阳市", "province", (tags.DEMO_COUNTY,), date(2024, 1, 15), None),
        ("base", "省科普教育基地", "颍阳市气象科普馆", "province", (), None, date(2022, 6, 30)),
    )  # fmt: skip
