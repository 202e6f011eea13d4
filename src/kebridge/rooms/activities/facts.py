"""What activities count. On the spot, online and page views are three families and never one number."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.ledger.rows import FactRow
from kebridge.rooms.activities.enums import Outcome

ACTIVITIES = "activities.activities"
SESSIONS = "activities.sessions"
ON_SITE = "activities.on_site"
ONLINE = "activities.online"
PAGE_VIEWS = "activities.page_views"
SITES = "activities.sites"
PARTNERS = "activities.partners"
MATERIALS = "activities.materials"

measures.register(
    Measure(ACTIVITIES, 201, "科普活动数", "项", "activities", family="项",
            help="一次活动算一项，不论几场；联合举办的只算主办单位一次；取消、延期的不算"),
    Measure(SESSIONS, 202, "活动场次", "场", "activities", family="场", help="每举办一场算一场，按场次的日期统计"),
    Measure(ON_SITE, 203, "现场参与人次", "人次", "activities", family="人次",
            help="到场人次：同一人参加两场算两人次；不含线上"),
    Measure(ONLINE, 204, "线上观看人次", "人次", "activities", family="线上观看",
            help="直播、回放的观看人次；不与现场人次相加"),
    Measure(PAGE_VIEWS, 205, "页面浏览量", "次", "activities", family="浏览", help="图文、页面的浏览次数"),
    Measure(SITES, 206, "活动到过的单位", "家", "activities", subject_kind="body", family="单位",
            help="场次中写明的所到单位，去重"),
    Measure(PARTNERS, 207, "合作单位", "家", "activities", subject_kind="body", family="单位",
            help="活动的合作单位，去重"),
    Measure(MATERIALS, 208, "科普物料", "件", "materials", family="件", help="展板、资料、图书等的数量"),
)  # fmt: skip


def activity_facts(activity: Any) -> Iterable[FactRow]:
    """Cancelled and postponed activities count nothing; sessions count on their own days."""
    if activity.outcome != Outcome.HELD:
        return
    common = {
        "org": activity.org_id, "kind": activity.kind, "level": activity.level, "channel": activity.form,
        "basis": activity.basis, "state": "planned" if activity.is_planned else "actual",
        "tags": tuple(sorted(tag.pk for tag in activity.programmes.all())),
    }  # fmt: skip
    yield FactRow(ACTIVITIES, day=activity.day, **common)
    for body in activity.partners.all():
        yield FactRow(PARTNERS, day=activity.day, subject=body.subject_id, **common)
    for session in activity.sessions.all():
        where = {"day": session.day, "place": session.place, "audience": session.audience, **common}
        yield FactRow(SESSIONS, **where)
        for measure, quantity in ((ON_SITE, session.on_site), (ONLINE, session.online),
                                  (PAGE_VIEWS, session.page_views)):  # fmt: skip
            if quantity:
                yield FactRow(measure, quantity=quantity, **where)
        if session.body_id:
            yield FactRow(SITES, subject=session.body.subject_id, **where)


def material_facts(material: Any) -> Iterable[FactRow]:
    yield FactRow(
        MATERIALS, material.org_id, material.day, material.quantity, kind=material.kind, basis=material.basis,
        tags=tuple(sorted(tag.pk for tag in material.programmes.all())),
    )  # fmt: skip
