"""07-需求与服务: needs of firms with how they ended, and the visits of experts to firms."""

from datetime import date, timedelta

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, stream

from . import names, programmes

KEY_SOLVED, ORDINARY_SOLVED, UNCONFIRMED, UNDER_WAY, CLOSED = 258, 34, 9, 26, 11
TOUR_NEEDS = 41
TOUR_CALL, TOUR_START = date(2025, 3, 24), date(2025, 5, 12)
GUIDANCE_VISITS, GUIDANCE_SESSIONS = 74, 632
NATIONAL, PROVINCIAL = 17, 43  # societies that came, each once
_FIELDS = ("特钢材料", "装备制造", "光电子信息", "生物医药", "新材料")
_PROBLEMS = (
    "轧制裂纹控制",
    "焊接变形",
    "镀膜均匀性",
    "发酵收率",
    "模具寿命",
    "能耗优化",
    "视觉检测",
    "余热回收",
)


def pages() -> list[Page]:
    return [Page("needs", [*_needs(), *_tour_needs()], "注：企业确认后才算解决。"),
            Page("service_visits", [*_guidance(), *_societies(), *_others()])]  # fmt: skip


def _title(number: int) -> str:
    return f"{names.turn(_PROBLEMS, number)}（{names.turn(_FIELDS, number)}第{number + 1}项）"


def _needs() -> list[Row]:
    """Solved ones are key problems or of the ordinary kind; the firm's word makes them solved."""
    rng = stream("needs")
    ways = ["key"] * KEY_SOLVED + ["ordinary"] * ORDINARY_SOLVED + ["unconfirmed"] * UNCONFIRMED
    ways += ["matched"] * UNDER_WAY + ["closed"] * CLOSED
    rng.shuffle(ways)
    found = []
    for number, (day, way) in enumerate(zip(names.in_term(rng, len(ways)), ways, strict=True)):
        firm = number * 7 % 240
        values = {"org": names.CITY, "day": day, "firm": names.firm(firm), "title": _title(number), "source": "call",
                  "field": names.turn(_FIELDS, number), "chains": (names.turn(names.CHAINS, number),)}  # fmt: skip
        values["weight"] = (
            "ordinary" if way == "ordinary" else "bottleneck" if number % 9 == 0 else "key_problem"
        )
        found.append(Row({**values, **_ending(way, day, number)}))
    return found


def _ending(way: str, day: date, number: int) -> dict[str, object]:
    met = min(day + timedelta(days=1 + number % 9), date(2025, 12, 8))
    if way == "matched":
        return {"stage": "matched", "matched_day": met}
    if way == "closed":
        return {
            "stage": "closed",
            "matched_day": met,
            "ended_day": met + timedelta(days=7),
            "end_reason": "no_funds",
        }
    solved = min(met + timedelta(days=20 + number % 120), date(2025, 12, 11))
    done: dict[str, object] = {
        "matched_day": met,
        "solved_day": solved,
        "solved_at": ("visit", "follow_up", "matching")[number % 3],
    }
    if way == "unconfirmed":
        return {**done, "stage": "unconfirmed"}
    return {**done, "stage": "solved", "is_confirmed": True, "confirmed_day": min(solved + timedelta(days=number % 12), date(2025, 12, 16)),
            "confirmer": ("technical_head", "sealed_paper", "firm_head")[number % 3]}  # fmt: skip


def _tour_needs() -> list[Row]:
    """Called for before the tour, in four chains; none of them solved yet."""
    found = []
    for number in range(TOUR_NEEDS):
        values = {"org": names.CITY, "day": TOUR_CALL + timedelta(days=number % 12), "firm": names.firm(300 + number % 23),
                  "title": f"{names.turn(_PROBLEMS, number)}（考察征集第{number + 1}项）", "source": "expert_tour",
                  "field": names.turn(_FIELDS, number), "weight": "key_problem", "programmes": (programmes.TOUR,),
                  "chains": (names.CHAINS[number % 4],)}  # fmt: skip
        met = TOUR_START + timedelta(days=number % 7)
        found.append(
            Row(
                {**values, "stage": "matched", "matched_day": met}
                if number % 3
                else {**values, "stage": "raised"}
            )
        )
    return found


def _guidance() -> list[Row]:
    rng = stream("guidance")
    lines = spread(rng, GUIDANCE_SESSIONS, GUIDANCE_VISITS * 3, 1)
    found = []
    for number, day in enumerate(names.in_term(rng, GUIDANCE_VISITS)):
        firms = [{"firm": names.firm((number * 3 + n) % 210), "county": names.county_of(number + n),
                  "field": names.turn(_FIELDS, number + n), "sessions": lines.pop()} for n in range(3)]  # fmt: skip
        values = {"org": names.CITY, "day": day, "title": f"科技服务团技术指导（第{number + 1}批）", "kind": "guidance", "level": "city",
                  "experts": 4 + number % 5, "chains": (names.turn(names.CHAINS, number),),
                  "city_societies": (names.society(number % 29),)}  # fmt: skip
        found.append(Row(values, firms))
    return found


def _national(number: int) -> str:
    fields = ("制冷", "金属", "机械工程", "光学", "化工", "硅酸盐", "电子", "自动化", "地质", "农学", "药学", "计量测试", "腐蚀与防护",
              "纺织工程", "汽车工程", "材料研究", "复合材料")  # fmt: skip
    return f"中国{fields[number]}学会"


def _provincial(number: int) -> str:
    fields = ("机电工程", "机械工程", "金属", "化学化工", "电子", "自动化", "地质", "农学", "药学", "纺织工程", "汽车工程", "计算机",
              "物理", "力学", "焊接", "铸造", "热处理", "建筑", "测绘", "水利", "土木", "环境科学", "生物工程", "食品科学", "医学",
              "中医药", "护理", "营养", "园艺", "水产", "畜牧兽医", "林学", "茶叶", "气象", "地震", "照明", "仪器仪表", "工业设计",
              "质量", "标准化", "节能", "真空", "激光")  # fmt: skip
    return f"湖北省{fields[number]}学会"


def _societies() -> list[Row]:
    """Thirty visits under the programme, two or three societies each; some came again."""
    rng = stream("societies")
    upper = [("nation", _national(n)) for n in range(NATIONAL)] + [
        ("province", _provincial(n)) for n in range(PROVINCIAL)
    ]
    again = [upper[0], upper[3], upper[20], upper[33], upper[41], upper[55]]
    guests = [*upper, *again]
    found = []
    for number, day in enumerate(names.in_term(rng, len(guests) // 2)):
        two = guests[number * 2 : number * 2 + 2]
        values = {"org": names.CITY, "day": day, "title": f"学会入黄产学研对接（第{number + 1}次）", "kind": "meeting", "level": "province",
                  "experts": 5 + number % 4, "programmes": (programmes.INTO_CITY,), "chains": (names.turn(names.CHAINS, number),),
                  "national_societies": tuple(name for level, name in two if level == "nation"),
                  "provincial_societies": tuple(name for level, name in two if level == "province")}  # fmt: skip
        found.append(
            Row(
                values, [{"firm": names.firm(240 + number), "county": names.county_of(number), "sessions": 1}]
            )
        )
    return found


def _others() -> list[Row]:
    """No guidance: diagnosis, a study on the spot; and guidance before the congress."""
    found = []
    for number, (day, kind) in enumerate(((date(2022, 6, 8), "diagnosis"), (date(2023, 8, 16), "field_study"),
                                          (date(2024, 4, 24), "diagnosis"), (date(2020, 9, 10), "guidance"))):  # fmt: skip
        values = {
            "org": names.CITY,
            "day": day,
            "title": f"专家进企业（{day.year}年专场）",
            "kind": kind,
            "level": "province",
            "experts": 6,
        }
        found.append(
            Row(
                values,
                [
                    {
                        "firm": names.firm(280 + number),
                        "county": names.county_of(number),
                        "sessions": 5,
                        "problems": 2,
                    }
                ],
            )
        )
    return found
