"""What activities count. On the spot, online and page views are three families and never one number."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.activities.enums import Outcome, Role

ACTIVITIES = "activities.activities"
SESSIONS = "activities.sessions"
ON_SITE = "activities.on_site"
ONLINE = "activities.online"
PAGE_VIEWS = "activities.page_views"
SITES = "activities.sites"
PARTNERS = "activities.partners"
MATERIALS = "activities.materials"
CONSULTATIONS = "activities.consultations"
DAYS = "activities.days"
REACHED = "activities.reached"
IMPACT = "activities.impact"
RECURRING = "activities.recurring"
VOLUNTEERS = "activities.volunteers"
GUIDED = "activities.guided"
STANDING = "activities.programmes_standing"
CAMPAIGN = "activities.campaign_activities"
EDITION = "activities.edition_number"

measures.register(
    Measure(ACTIVITIES, 201, "科普活动数", "项", "activities", family="项",
            help="一次活动算一项，不论几场；联合举办的只算主办单位一次；取消、延期的不算"),
    Measure(SESSIONS, 202, "活动场次", "场", "activities", family="场", help="每举办一场算一场，按场次的日期统计"),
    Measure(ON_SITE, 203, "现场参与人次", "人次", "activities", family="人次",
            help="到场人次，不含线上观看；同一人参加两场算两人次"),
    Measure(ONLINE, 204, "线上观看人次", "人次", "activities", family="线上观看",
            help="直播、回放的观看人次；不与现场人次相加"),
    Measure(PAGE_VIEWS, 205, "页面浏览量", "次", "activities", family="浏览", help="图文页面的浏览次数，不是人次"),
    Measure(SITES, 206, "活动到过的单位", "家", "activities", subject_kind="body", family="单位",
            help="场次中写明的所到单位，去重"),
    Measure(PARTNERS, 207, "合作单位", "家", "activities", subject_kind="body", family="单位",
            help="活动的合作单位，去重"),
    Measure(CONSULTATIONS, 209, "接受咨询人次", "人次", "activities", family="咨询",
            help="现场答复群众咨询的人次；不与现场参与人次相加"),
    Measure(DAYS, 210, "活动历时天数", "天", "activities", family="历时",
            help="填了结束日期的活动，结束日期减开始日期加1；限定到一项活动才有意义"),
    Measure(REACHED, 211, "活动到过的县区乡镇", "个", "activities", subject_kind="organisation", family="县区乡镇",
            help="场次中写明的所到县区、乡镇，去重"),
    Measure(IMPACT, 212, "带动交易消费（估算）", "元", "activities", family="带动消费",
            help="会展活动带动的交易和消费，是外部估算，不与任何收支相加"),
    Measure(RECURRING, 213, "固定周期活动数", "项", "activities", family="固定活动",
            help="每周、每月固定开展的活动，一个系列算一项；举办了几次看场次；等次一栏是周期"),
    Measure(VOLUNTEERS, 214, "志愿者参加人次", "人次", "activities", family="志愿者人次",
            help="参加活动的志愿者人次，不含在现场参与人次里；服务时长看志愿服务时长"),
    Measure(GUIDED, 215, "指导的活动场次", "场", "activities", family="指导",
            help="由别的单位举办、本单位指导的活动场次；不算本单位的活动"),
    Measure(STANDING, 216, "在开展的品牌与主题活动", "个", "programmes", Nature.STOCK, family="品牌",
            help="时期末在开展、填了起始日期的品牌、主题日、系列活动；按类别限定"),
    Measure(CAMPAIGN, 217, "主题日（周、月）活动数", "项", "activities", family="主题日活动",
            help="属于某个主题日、周、月的活动，一次活动算一项"),
    Measure(EDITION, 218, "活动届次", "届", "activities", Nature.VALUE, family="届次",
            help="最近一次登记的第几届、第几个；限定到一个品牌、主题日才有意义"),
    Measure(MATERIALS, 208, "科普物料数", "件", "materials", family="件", help="展板、资料、图书等的数量"),
)  # fmt: skip


def activity_facts(activity: Any) -> Iterable[FactRow]:
    """Cancelled and postponed count nothing; sessions count on their own days; guided ones are somebody else's."""
    if activity.outcome != Outcome.HELD:
        return
    common = {
        "org": activity.org_id, "kind": activity.kind, "level": activity.level, "channel": activity.form,
        "basis": activity.basis, "state": "planned" if activity.is_planned else "actual",
        "tags": tag_ids(activity, "programmes", "campaigns", "items"),
    }  # fmt: skip
    if activity.role == Role.GUIDE:
        for session in activity.sessions.all():
            yield FactRow(GUIDED, **_of_session(activity, session, common))
        return
    yield FactRow(ACTIVITIES, day=activity.day, grade=activity.topic, **common)
    yield from _once(activity, common)
    for body in activity.partners.all():
        yield FactRow(PARTNERS, day=activity.day, subject=body.subject_id, **common)
    for session in activity.sessions.all():
        yield from _session_facts(session, _of_session(activity, session, common))


def _of_session(activity: Any, session: Any, common: dict[str, Any]) -> dict[str, Any]:
    return {"day": session.day, "place": session.place, "audience": session.audience,
            "grade": session.topic or activity.topic, **common}  # fmt: skip


def _once(activity: Any, common: dict[str, Any]) -> Iterable[FactRow]:
    """What belongs to the whole activity."""
    first = {"day": activity.day, **common}
    if tag_ids(activity, "campaigns"):
        # Without the brands, or they would be counted as theme days; plan items limit it to a series.
        tags = tag_ids(activity, "campaigns", "items")
        yield FactRow(CAMPAIGN, grade=activity.topic, **{**first, "tags": tags})
    if activity.until:
        yield FactRow(DAYS, quantity=(activity.until - activity.day).days + 1, **first)
    if activity.repeats:
        yield FactRow(RECURRING, grade=activity.repeats, **first)
    if activity.edition:
        yield FactRow(EDITION, quantity=activity.edition, **first)
    if activity.impact:
        yield FactRow(IMPACT, quantity=activity.impact, **{**first, "basis": "declared"})


def _session_facts(session: Any, where: dict[str, Any]) -> Iterable[FactRow]:
    yield FactRow(SESSIONS, **where)
    for measure, quantity in ((ON_SITE, session.on_site), (ONLINE, session.online), (PAGE_VIEWS, session.page_views),
                              (CONSULTATIONS, session.consultations), (VOLUNTEERS, session.volunteers)):  # fmt: skip
        if quantity:
            yield FactRow(measure, quantity=quantity, **where)
    if session.body_id:
        yield FactRow(SITES, subject=session.body.subject_id, **where)
    if session.reached_id:
        yield FactRow(REACHED, subject=session.reached.subject_id, **where)


def programme_facts(one: Any) -> Iterable[FactRow]:
    """Standing from its first day to its last; a programme without a first day is a name only."""
    if not one.since:
        return
    kind = "brand" if one.is_brand else "campaign" if one.is_campaign else "series"
    common = {"org": one.org_id, "kind": kind, "basis": one.basis, "tags": (one.tag_id,)}
    yield from standing(STANDING, one.since, one.until, **common)


def material_facts(material: Any) -> Iterable[FactRow]:
    yield FactRow(
        MATERIALS, material.org_id, material.day, material.quantity, kind=material.kind, channel=material.use,
        basis=material.basis, tags=tag_ids(material, "programmes"),
    )  # fmt: skip
