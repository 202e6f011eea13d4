"""08-创新与宣传: needs of firms, agreements, funds, studies, media, and what stands in no other register."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, stream, table
from kebridge.casework.making.invented import word

from . import honoured, names, people, programmes

SOLVED_ON_THE_SPOT, SOLVED_LATER, STILL_MATCHING = 16, 2, 5
AGREEMENTS = 12
BOOTHS = 34
INFORMANTS, SHARES = 341_495, 15_164_566
COOPERATION = (programmes.COOPERATION,)


def pages() -> list[Page]:
    return [Page("needs", _needs(), "注：企业确认后才算解决。"), Page("service_visits", _services()),
            Page("agreements", _agreements(), "注：意向投资不与合同金额相加。"), Page("funds", _funds()),
            Page("studies", _studies(), "注：不写批示内容。"), Page("study_tours", _tours()), Page("coverage", _coverage()),
            Page("media_snapshots", _snapshots(), "注：累计数从不相加。"), Page("other_works", _works()),
            Page("trainings", _trainings())]  # fmt: skip


def _needs() -> list[Row]:
    found = []
    stages = ["spot"] * SOLVED_ON_THE_SPOT + ["later"] * SOLVED_LATER + ["matched"] * STILL_MATCHING
    for number, stage in enumerate(stages):
        met = people.START + timedelta(days=number % 3)
        values = {"day": date(2024, 9, 2) + timedelta(days=number), "firm": names.firm(110 + number),
                  "title": f"{('铸件', '镀膜', '发酵', '控制器')[number % 4]}工艺改进（{word(number)}线）",
                  "field": ("新材料", "光电信息", "生物医药", "装备制造")[number % 4], "source": "call",
                  "programmes": COOPERATION, "matched_day": met}  # fmt: skip
        solved = {"spot": (met, "matching"), "later": (date(2024, 12, 6), "follow_up")}.get(stage)
        if solved:
            values |= {
                "stage": "solved",
                "solved_day": solved[0],
                "solved_at": solved[1],
                "is_confirmed": True,
            }
        else:
            values["stage"] = "matched"
        found.append(Row({"org": names.CITY, **values}))
    return found


def _services() -> list[Row]:
    """Service teams of the city itself; those of the hundred societies are activities of the counties."""
    found = []
    for number, county in enumerate(("XX", "NX", "FC", "TH")):
        lines = [{"firm": names.firm(140 + number * 2 + n), "county": names.COUNTIES[county], "field": "装备制造", "problems": 1 + n}
                 for n in range(2)]  # fmt: skip
        values = {"day": date(2024, 4, 9) + timedelta(days=30 * number), "title": f"科技服务团到{names.COUNTIES[county]}服务",
                  "kind": "guidance", "level": "city", "experts": 3 + number % 2,
                  "city_societies": (f"南阳市{names.SOCIETIES[4]}学会",)}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}, lines))
    return found


def _agreements() -> list[Row]:
    fields = "day title kind level parties copies programmes investment contract_sum"
    rows = [
        (people.START + timedelta(days=n % 2), f"{word(n + 20)}大学与{names.firm(160 + n)}战略合作", "strategic", "province",
         (f"{word(n + 20)}大学", names.firm(160 + n)), 1, COOPERATION if n < 8 else (), None, None)
        for n in range(AGREEMENTS)
    ]  # fmt: skip
    rows += [(date(2024, 7, 9), f"中试基地合作意向（{word(n)}）", "intent", "province", (f"{word(n + 60)}研究院",), 1, (),
              20_000_000 + n * 5_000_000, None) for n in range(2)]  # fmt: skip
    rows.append(
        (
            date(2024, 12, 5),
            "工艺改进技术合同",
            "contract",
            "province",
            (names.firm(126),),
            1,
            COOPERATION,
            None,
            480_000,
        )
    )
    return table(names.CITY, fields, *rows)


def _funds() -> list[Row]:
    fields = "day title kind schemes grantor level asked status decided granted received_day received"
    kinds = ((honoured.COMMUNITY, 2, 100_000), (honoured.FARMTECH, 2, 80_000), (honoured.YARD, 2, 60_000),
             (honoured.RURAL_MUSEUM, 3, 120_000))  # fmt: skip
    county = iter(names.COUNTIES)
    asked, decided, paid = date(2024, 3, 6), date(2024, 6, 12), date(2024, 8, 20)
    found = []
    for scheme, count, amount in kinds:
        for n in range(count):
            row = (asked, f"{scheme}项目（{n + 1}）", "project", (scheme,), "河南省科协", "province", amount, "granted",
                   decided, amount, paid, amount)  # fmt: skip
            found += table(names.association(next(county)), fields, row)
    found += table(
        names.CITY, fields,
        (date(2024, 2, 20), "优势产业科技赋能会市合作项目", "project", (honoured.COOPERATION,), "河南省科协", "province", 500_000,
         "granted", date(2024, 5, 9), 400_000, date(2024, 7, 15), 400_000),
        (date(2024, 2, 20), "产业链学会联合体会市合作项目", "project", (honoured.COOPERATION,), "河南省科协", "province", 300_000,
         "refused", date(2024, 5, 9), None, None, None),
    )  # fmt: skip
    subsidy = (date(2024, 5, 20), "科技馆免费开放补助资金", "subsidy", (honoured.OPENING,), "河南省财政厅", "province", None,
               "granted", date(2024, 5, 20), 2_600_000, date(2024, 6, 28), 2_600_000)  # fmt: skip
    return [*found, *table(names.MUSEUM, fields, subsidy)]


def _studies() -> list[Row]:
    def one(day: date, title: str, author: str, instructed: date | None) -> Row:
        line = {"day": day + timedelta(days=6), "level": "city"}
        if instructed:
            line |= {"instructed": instructed, "post": "principal", "follow_up": "done"}
        return Row(
            {"org": names.CITY, "day": day, "title": title, "kind": "research", "author": author}, [line]
        )

    return [
        one(date(2024, 4, 18), "优势产业科技人才需求调研", "association", date(2024, 5, 7)),
        one(date(2024, 6, 26), "县级科技馆运行情况调研", "association", None),
        one(date(2024, 9, 5), "药材种植技术推广调研", "society", date(2024, 9, 24)),
    ]


def _tours() -> list[Row]:
    lines = [{"city": "湖北省襄阳市", "host": "襄阳市科技馆"}, {"city": "湖北省十堰市"}]
    values = {"day": date(2024, 4, 23), "title": "学习科技馆运行经验", "kind": "study", "people": 6}
    return [Row({"org": names.CITY, **values}, lines)]


def _coverage() -> list[Row]:
    workers, science = (programmes.WORKERS_DAY,), (programmes.SCIENCE_DAY,)
    rows = [
        (
            date(2024, 5, 20),
            "南阳广播电视台",
            "city",
            "broadcast",
            "科技工作者风采专栏开栏",
            "column",
            workers,
        ),
        (date(2024, 5, 30), "南阳日报", "city", "paper", "致全市科技工作者的慰问信", "open_letter", workers),
        (date(2024, 5, 31), "南阳日报", "city", "paper", "科技工作者日座谈会召开", "news", workers),
        (date(2024, 9, 15), "南阳日报", "city", "paper", "科普日主场活动举行", "feature", science),
        (date(2024, 9, 15), "南阳广播电视台", "city", "broadcast", "科普日主场活动举行", "news", science),
        (date(2024, 9, 16), "河南日报", "province", "paper", "航天主题报告走进校园", "news", science),
        (
            date(2024, 10, 19),
            "河南日报客户端",
            "province",
            "new_media",
            "优势产业科技赋能行动启动",
            "news",
            COOPERATION,
        ),
    ]
    return table(names.CITY, "day outlet level medium title form programmes", *rows)


def _snapshots() -> list[Row]:
    """Counts of the whole city as the platform shows them; a county's stands inside and is never added."""
    fields, source = "day platform account observed value source", "平台后台首页截图（演示）"
    before, middle, last = date(2023, 12, 31), date(2024, 6, 30), date(2024, 12, 31)
    seen = (("informants", (298_760, 318_204, INFORMANTS)), ("shares", (9_873_120, 12_406_881, SHARES)))
    rows = [(day, "kepu_china", "", name, value, source) for name, values in seen
            for day, value in zip((before, middle, last), values, strict=True)]  # fmt: skip
    rows += [
        (day, "wechat", "南阳科普", "followers", value, source)
        for day, value in ((before, 42_310), (last, 51_876))
    ]
    county = (last, "kepu_china", "", "informants", 41_260, source)
    return [*table(names.CITY, fields, *rows), *table(names.association("DZ"), fields, county)]


def _works() -> list[Row]:
    return table(
        names.CITY, "day kind title quantity unit evidence programmes",
        (people.START, "booths", "特色产品展示展位", BOOTHS, "个", "展位分布图和现场照片", COOPERATION),
        (date(2024, 5, 29), "care", "走访慰问科技工作者", 26, "人", "走访安排表和现场照片", (programmes.WORKERS_DAY,)),
    )  # fmt: skip


def _trainings() -> list[Row]:
    rng = stream("trainings")
    topics = (("学会秘书长培训", "学会管理", "societies"), ("基层科普人员培训", "基层科普", "volunteers"),
              ("科技辅导员培训", "科技教育", "teachers"))  # fmt: skip
    return table(
        names.CITY, "day days title kind level topic audience people",
        *((date(2024, 4 + 2 * n, 16), 2, title, "course", "city", topic, audience, rng.randint(60, 120))
          for n, (title, topic, audience) in enumerate(topics)),
    )  # fmt: skip
