"""08-协议与评估: agreements with their parties, the tour of experts, banks of experts, estimates from outside."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, stream, table
from kebridge.casework.making.invented import word

from . import activities, names, programmes, services

PLAIN = 18  # cooperation agreements besides the tour's four and the two of demonstration
TOUR = (programmes.TOUR,)
HUNDRED_MILLION = 100_000_000


def pages() -> list[Page]:
    return [Page("agreements", _agreements(), "注：意向、合同、到账、支出四个数不相加。"), Page("expert_tours", _tours()),
            Page("expert_banks", _banks()), Page("impacts", _impacts(), "注：外部估算，写明出处和方法。")]  # fmt: skip


def _agreements() -> list[Row]:
    fields = "day title kind level grade societies universities enterprises programmes chains contract_sum"
    rows: list[tuple[object, ...]] = [
        (date(2022, 5, 26), "制冷装备节能合作", "cooperation", "nation", "demonstration", ("中国制冷学会",), ("华中科技大学",),
         ("东贝集团",), (programmes.INTO_CITY,), ("高端装备制造",), None),
        (date(2023, 7, 13), "智能装备联合研发", "cooperation", "province", "demonstration", ("湖北省机电工程学会",), ("武汉理工大学",),
         ("宝科智能公司",), (programmes.INTO_CITY,), ("高端装备制造",), None),
    ]  # fmt: skip
    for number, day in enumerate(names.in_term(stream("agreements"), PLAIN)):
        society = (
            (f"湖北省{('金属', '化学化工', '电子', '焊接')[number % 4]}学会",) if number % 3 == 0 else ()
        )
        university = () if society else (f"{word(number + 20)}大学",)
        rows.append((day, f"产学研合作（{word(number + 5)}项目）", "cooperation", "province", "", society, university,
                     (names.firm(240 + number),), (), (names.turn(names.CHAINS, number),), 400_000 + 30_000 * number))  # fmt: skip
    signed = services.TOUR_START + timedelta(days=6)
    rows += [
        (signed, f"国情考察合作（{names.CHAINS[n]}）", "cooperation", "nation", "", (), (f"{word(n + 60)}大学",),
         (names.firm(300 + n),), TOUR, (names.CHAINS[n],), None)
        for n in range(4)
    ]  # fmt: skip
    rows += [
        (signed - timedelta(days=30), "联合研究院意向", "intent", "province", "", (), (f"{word(70)}大学",), (names.firm(320),), (), (), None),
        (date(2024, 3, 19), "余热利用意向", "intent", "province", "", (), (f"{word(71)}大学",), (names.firm(321),), (), (), None),
        (date(2020, 11, 6), "检测平台合作", "cooperation", "province", "", ("湖北省金属学会",), (), (names.firm(322),), (), (), 200_000),
    ]  # fmt: skip
    return table(names.CITY, fields, *rows)


def _tours() -> list[Row]:
    """Seven days, five kinds of elements; in autumn the city helped with another one of the province."""
    start = services.TOUR_START
    kinds = (("symposium", 0, 1), ("site_visit", 1, 23), ("tour_diagnosis", 2, 14), ("tour_matching", 4, 6), ("site_visit", 5, 3),
             ("tour_report", 6, 1))  # fmt: skip
    lines = [
        {"kind": kind, "day": start + timedelta(days=after), "times": times} for kind, after, times in kinds
    ]
    other = date(2024, 10, 22)
    return [
        Row({"org": names.CITY, "day": start, "until": start + timedelta(days=6), "title": "高层次人才国情考察活动", "level": "nation",
             "role": "undertake", "programmes": TOUR, "chains": names.CHAINS[:4]}, lines),
        Row({"org": names.CITY, "day": other, "until": other + timedelta(days=1), "title": "全省专家企业行黄石段", "level": "province",
             "role": "assist"}, [{"kind": "site_visit", "day": other, "times": 4}]),
    ]  # fmt: skip


def _banks() -> list[Row]:
    def one(day: date, title: str, kind: str, role: str, *sizes: tuple[date, int], **more: object) -> Row:
        lines = [{"day": seen, "persons": persons, "source": "库内名单（演示）"} for seen, persons in sizes]
        return Row({"org": names.CITY, "day": day, "title": title, "kind": kind, "role": role, **more}, lines)

    return [
        one(date(2022, 9, 20), "黄石市高层次人才名录", "directory", "take_part", (date(2023, 1, 10), 1_860), (date(2025, 6, 30), 2_140),
            partners=("黄石市委人才工作领导小组办公室",)),
        one(date(2023, 5, 18), "信息化专家库", "expert_bank", "joint_bank", (date(2024, 1, 8), 62), (date(2025, 11, 20), 88),
            partners=("黄石市电子信息行业联合会",)),
        one(date(2018, 3, 6), "企业问诊专家库", "expert_bank", "own_bank", (date(2021, 1, 12), 140), until=date(2023, 12, 31)),
    ]  # fmt: skip


def _impacts() -> list[Row]:
    """Trade and consumption of each edition, as the organisers estimated them."""
    estimates = ((5.2, 1.1), (4.6, 0.9), (8.4, 2.3), (10.8, 3.1), (12.3, 3.5))
    rows = []
    for (edition, first, last, _), pair in zip(activities.GEOLOGY, estimates, strict=True):
        for kind, amount in zip(("trade_volume", "consumption"), pair, strict=True):
            rows.append(Row({"org": names.CITY, "day": last + timedelta(days=20), "title": f"第{edition}届地矿科普大会", "kind": kind,
                             "amount": round(amount * HUNDRED_MILLION), "source": "大会组委会总结（演示）",
                             "method": "参展商成交申报加抽样游客人均消费推算", "programmes": (programmes.GEOLOGY,), "since": first,
                             "until": last}))  # fmt: skip
    return rows
