"""Measures and metrics of the figures' own tests: independent of the rooms."""

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature, Visibility

measures.register(
    Measure("t.visits", 9001, "参观人次", "人次", "t_visits", family="参观"),
    Measure("t.tours", 9002, "巡展人次", "人次", "t_tours", family="参观"),
    Measure("t.online", 9003, "线上观看", "人次", "t_acts", family="线上观看"),
    Measure("t.sessions", 9004, "场次", "场", "t_acts", family="场"),
    Measure("t.acts", 9005, "活动", "项", "t_acts", family="项"),
    Measure("t.people", 9006, "参加者", "人", "t_acts", subject_kind="person", family="人"),
    Measure("t.distance", 9007, "里程", "公里", "t_trips", scale=1000, family="里程"),
    Measure("t.standing", 9008, "组织数", "个", "t_orgs", Nature.STOCK, subject_kind="body", family="组织"),
    Measure("t.fans", 9009, "粉丝数", "人", "t_fans", Nature.SNAPSHOT, family="粉丝"),
    Measure("t.rate", 9010, "素质比例", "%", "t_rates", Nature.VALUE, scale=1_000_000),
    Measure("t.cases", 9011, "处分", "件", "t_cases", visibility=Visibility.CLOSED),
    Measure(
        "t.selfs", 9012, "学会数", "个", "t_selfs", Nature.STOCK, subject_kind="organisation", family="学会"
    ),
)

METRICS = """
- {name: t.visits, title: 参观人次, unit: 人次, kind: flow, measure: t.visits, help: 进馆人次}
- {name: t.both, title: 参观与巡展, unit: 人次, kind: flow, measures: [t.visits, t.tours]}
- {name: t.best, title: 最多的单位, unit: 人次, kind: flow, measure: t.visits, over_tree: max}
- {name: t.own, title: 本级参观, unit: 人次, kind: flow, measure: t.visits, over_tree: none}
- {name: t.online, title: 线上观看, unit: 人次, kind: flow, measure: t.online}
- {name: t.sessions, title: 场次, unit: 场, kind: flow, measure: t.sessions}
- {name: t.acts, title: 活动, unit: 项, kind: flow, measure: t.acts}
- {name: t.people, title: 参加者, unit: 人, kind: subjects, measure: t.people}
- {name: t.distance, title: 里程, unit: 公里, kind: flow, measure: t.distance, decimals: 1}
- {name: t.standing, title: 组织数, unit: 个, kind: stock, measure: t.standing}
- {name: t.selfs, title: 学会数, unit: 个, kind: stock, measure: t.selfs}
- {name: t.mean_standing, title: 月均组织数, unit: 个, kind: stock, measure: t.standing, over_time: mean, decimals: 2}
- {name: t.bodies, title: 存续单位, unit: 个, kind: subjects, measure: t.standing}
- {name: t.fans, title: 粉丝数, unit: 人, kind: snapshot, measure: t.fans, carry_forward: 100}
- {name: t.fans_gained, title: 新增粉丝, unit: 人, kind: snapshot, measure: t.fans, carry_forward: 100, change: true}
- {name: t.rate, title: 素质比例, unit: "%", kind: value, measure: t.rate, carry_forward: 400, decimals: 2}
- {name: t.kinds, title: 形式数, unit: 种, kind: distinct, measure: t.acts, of: kind}
- {name: t.programmes, title: 品牌数, unit: 个, kind: distinct, measure: t.acts, of: programme}
- {name: t.units, title: 开展单位数, unit: 个, kind: distinct, measure: t.acts, of: orgs}
- {name: t.first, title: 首次活动, unit: 年, kind: first, measure: t.acts}
- {name: t.per_session, title: 场均线上, unit: 人次, kind: ratio, numerator: t.online, denominator: t.sessions, decimals: 2}
- {name: t.young, title: 青少年占比, unit: "%", kind: share, of: t.visits, filters: {audience: young}, decimals: 1}
- {name: t.of_parent, title: 占上级比重, unit: "%", kind: share, of: t.visits, whole: parent, decimals: 1}
- {name: t.online_each, title: 线上与参观之比, unit: "%", kind: share, part: t.online, whole: t.visits, decimals: 1}
- {name: t.online_of_all, title: 线上占全部参观, unit: "%", kind: share, part: t.online, whole: t.visits, whole_unlimited: true, decimals: 1}
- {name: t.growth, title: 参观增长, unit: "%", kind: growth, of: t.visits, decimals: 1}
- {name: t.points, title: 占比变化, unit: 个百分点, kind: points, of: t.young, decimals: 1}
- {name: t.yearly, title: 年均参观, unit: 人次, kind: mean_per_year, of: t.visits}
- {name: t.run, title: 连续年数, unit: 年, kind: run, of: t.acts}
- {name: t.rank, title: 位次, unit: 位, kind: rank, of: t.visits, good_direction: up}
- {name: t.cases, title: 处分件数, unit: 件, kind: flow, measure: t.cases}
"""
