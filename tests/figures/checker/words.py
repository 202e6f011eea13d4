"""A small lexicon made by hand: visits, activities, sessions, new organisations; two museums."""

from kebridge.figures.checker.lexicon import MEASURE, NAME, TAG, VALUE, Entry, Lexicon, Place, Sense
from kebridge.figures.metrics.definition import Metric


def metric(name: str, title: str, unit: str, kind: str = "flow", words: tuple[str, ...] = ()) -> Metric:
    return Metric(name, title, unit, "", kind, measures=(name,), words=words)


def entry(
    made: Metric, values: dict | None = None, tags: dict | None = None, *, is_closed: bool = False
) -> Entry:
    register = made.name.split(".")[0]
    return Entry(made, register, frozenset({made.name}), values or {}, tags or {}, is_closed=is_closed)


KINDS = {"kind": frozenset({"lecture", "show"})}
TAGS = {"programme": frozenset({"院士专家巡讲", "科学之夜"})}
FOUNDED_KINDS = {"kind": frozenset({"enterprise", "university", "society"})}

VISITS = metric("venues.visits", "参观人次", "人次", words=("接待观众", "入馆"))
SESSIONS = metric("activities.sessions", "活动场次", "场", words=("科普报告", "活动"))
ON_SITE = metric("activities.on_site", "现场参与人次", "人次", words=("参与公众",))
FOUNDED = metric("organisations.founded", "新成立组织数", "个", words=("新成立", "新增"))
STANDING = metric("organisations.standing", "组织数", "个", "stock", words=("现有",))
RATE = metric("innovation.solved_rate", "技术需求解决率", "%", "ratio")
MONEY = metric("projects.money", "批准金额", "元", words=("争取资金",))
TALKS = metric("party.talks", "谈心谈话人次", "人次", words=("谈心谈话",))
FIRSTS = metric("honours.firsts", "首次与唯一", "项", words=("首次", "唯一"))
ALONE = metric("honours.alone", "同类个数", "家", "value", words=("唯一入选",))
TOLD = metric("volunteers.told", "平台志愿服务活动", "场", "snapshot", words=("志愿者…活动总计",))

ENTRIES = (
    entry(VISITS),
    entry(SESSIONS, KINDS, TAGS),
    entry(ON_SITE, KINDS, TAGS),
    entry(FOUNDED, FOUNDED_KINDS),
    entry(STANDING, FOUNDED_KINDS),
    entry(RATE),
    entry(MONEY),
    entry(TALKS, is_closed=True),
    entry(FIRSTS),
    entry(ALONE),
    entry(TOLD),
)
PLACES = (
    Place("演示市科协", "CITY", "city"),
    Place("演示市科技馆", "M", "museum"),
    Place("市科技馆", "M", "museum", is_short=True),
    Place("演示甲县科技馆", "AM", "museum"),
    Place("演示甲县", "A", "district"),
)


def _phrases() -> dict[str, list[Sense]]:
    found: dict[str, list[Sense]] = {}
    for one in ENTRIES:
        for word in (one.metric.title, *one.metric.words):
            found.setdefault(word, []).append(Sense(NAME, one.metric.name))
    found["参观"] = [Sense(MEASURE, "venues.visits")]
    for dimension, code, label, register in (
        ("kind", "lecture", "报告会", "activities"),
        ("kind", "enterprise", "企业科协", "organisations"),
        ("kind", "university", "高校科协", "organisations"),
        ("kind", "society", "学会", "organisations"),
    ):
        found.setdefault(label, []).append(Sense(VALUE, code, dimension, register))
    for tag in ("院士专家巡讲", "科学之夜"):
        found[tag] = [Sense(TAG, tag, "programme")]
    return found


def lexicon() -> Lexicon:
    return Lexicon(ENTRIES, _phrases(), PLACES, {"venues": "日参观登记", "activities": "活动登记簿"})
