"""09-人才与荣誉, its honours: granted, ranked, the first of their kind."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names, programmes


def pages() -> list[Page]:
    return [
        Page("honours", [*_honours(), collective(early=True)]),
        Page("ranks", _ranks()),
        Page("firsts", _firsts()),
    ]


def _honour(day: date, title: str, scheme: str, level: str, grantors: str, **more: object) -> Row:
    values = {"org": names.CITY, "day": day, "title": title, "schemes": (scheme,) if scheme else (), "kind": "commendation",
              "level": level, "grantors": grantors, "recipient": "association", "recipient_org": names.CITY, "copies": 1}  # fmt: skip
    return Row({**values, **more})


def collective(*, early: bool = False) -> Row:
    """An honour of three grantors, one honour; first sent in with one grantor, in the last workbook with all."""
    grantors = "科技部" if early else "科技部、中宣部、中国科协"
    return _honour(
        date(2021, 12, 28),
        "全国科普工作先进集体",
        programmes.COLLECTIVE,
        "nation",
        grantors,
        grade="advanced",
    )


def _honours() -> list[Row]:
    daye = {"org": names.association("DY"), "recipient_org": names.association("DY"), "grade": "advanced"}
    report = {
        "recipient": "report",
        "recipient_org": None,
        "recipient_name": "模范机关建设调研报告",
        "grade": "excellent",
        "kind": "rated",
    }
    return [
        _honour(date(2021, 12, 28), "全国科普工作先进集体（县级）", programmes.COLLECTIVE, "nation", "科技部", **daye),
        _honour(date(2022, 12, 20), "全国科普日优秀组织单位", programmes.DAY_ORGANISER, "nation", "中国科协", grade="organiser"),
        _honour(date(2020, 12, 8), "全国科普日优秀组织单位（上一届）", programmes.DAY_ORGANISER, "nation", "中国科协", grade="organiser"),
        _honour(date(2023, 11, 24), "湖北省十佳科技馆", programmes.TEN_BEST, "province", "湖北省科协", org=names.MUSEUM, recipient="museum",
                recipient_org=names.MUSEUM, kind="rated"),
        _honour(date(2024, 12, 10), "全市党建调研成果优秀奖", programmes.PARTY_PRIZE, "city", "中共黄石市直机关工作委员会", **report),
    ]  # fmt: skip


def _ranks() -> list[Row]:
    """The tier is what the table of the province says; every year stands for itself."""
    source = "全省科协工作通报年度表（演示）"
    stations, registered, services = programmes.STATIONS, programmes.REGISTERED, programmes.SERVICES
    rows = [(date(year, 12, 10), matter, "province", 17, None, "第一方阵" if year > 2021 else "第二方阵", source)
            for year in names.YEARS for matter in (stations, registered)]  # fmt: skip
    rows += [
        (date(year, 12, 10), services, "province", 17, place, "", source)
        for year, place in zip(names.YEARS, (4, 3, 2, 1, 1), strict=True)
    ]
    return table(names.CITY, "day subject_matter level population place tier source", *rows)


def _firsts() -> list[Row]:
    fields = "day statement kind level among evidence"
    city = table(
        names.CITY, fields,
        (date(2024, 5, 29), "同批全域科普试点中唯一的地级市", "only", "nation", 1, "试点单位公布文件（演示）"),
        (date(2025, 12, 1), "产学研对接的次数和范围为历年最多", "record", "city", None, "历年产学研活动统计表（演示）"),
        (date(2023, 2, 20), "企业首次登上先导技术全国榜", "first_time", "city", None, "先导技术榜公布文件（演示）"),
    )  # fmt: skip
    county = table(names.association("DY"), fields,
                   (date(2022, 1, 14), "率先完成改革试点", "first_time", "province", None, "试点验收通报（演示）"))  # fmt: skip
    return [*city, *county]
