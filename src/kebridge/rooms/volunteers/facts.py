"""What volunteering counts: teams, and time that was confirmed. What a platform shows is kept in its snapshots."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids

MINUTES = 60

TEAMS = "volunteers.teams"
TEAMS_FOUNDED = "volunteers.teams_founded"
HOURS = "volunteers.hours"
SERVICES = "volunteers.services"

measures.register(
    Measure(TEAMS, 771, "志愿服务队数", "支", "volunteer_teams", Nature.STOCK, family="志愿服务队", help="时期末存续的志愿服务队，按类别、层级限定"),
    Measure(TEAMS_FOUNDED, 772, "新组建志愿服务队数", "支", "volunteer_teams", family="新队伍", help="成立日期在时期内的志愿服务队"),
    Measure(HOURS, 781, "志愿服务时长", "小时", "volunteer_hours", scale=MINUTES, subject_kind="person", family="志愿时长",
            help="经提出人以外的人确认的服务时间，不含路程和培训；按分钟记，显示时才换算成小时"),
    Measure(SERVICES, 782, "志愿服务人次", "人次", "volunteer_hours", family="志愿者人次",
            help="确认了时长的志愿者人次；同一人一天参加两项算两人次"),
)  # fmt: skip


def team_facts(team: Any) -> Iterable[FactRow]:
    common = {"org": team.org_id, "kind": team.kind, "level": team.level, "basis": team.basis}
    yield FactRow(TEAMS_FOUNDED, day=team.founded, **common)
    yield from standing(TEAMS, team.founded, gone=team.ended, **common)


def service_facts(one: Any) -> Iterable[FactRow]:
    """Proposed time counts nothing."""
    if not one.confirmed_at:
        return
    common = {"org": one.org_id, "day": one.day, "kind": one.kind, "grade": one.team, "basis": one.basis,
              "tags": tag_ids(one, "programmes")}  # fmt: skip
    yield FactRow(
        HOURS, quantity=one.minutes, subject=one.person.subject_id if one.person_id else None, **common
    )
    yield FactRow(SERVICES, **common)
