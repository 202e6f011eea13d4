"""全国科普日: the campaign's opening, and every activity that venues and bases reported singly."""

from datetime import date

from kebridge.casework.making.activity import activity, session
from kebridge.casework.making.ground import Row, allocate, days, is_open, stream

from . import names, programmes
from .organisations import base_names

ACTIVITIES = 2_758  # by venues and bases
ON_SITE = 2_046_380  # people-times at them
OPENING = date(2024, 9, 14)
TITLES = (
    ("互动展品体验日", "open_day"), ("主题科普展", "exhibition"), ("科学小实验展演", "outreach"),
    ("应急避险体验", "outreach"), ("健康知识咨询", "outreach"), ("科普影片展映", "screening"),
    ("农技咨询服务", "outreach"), ("低碳生活展示", "exhibition"), ("人工智能体验", "open_day"),
    ("天文观测开放", "open_day"), ("食品安全讲堂", "lecture"), ("标本与化石展示", "exhibition"),
    ("防溺水课堂", "lecture"), ("航空模型展示", "exhibition"), ("节水知识展览", "exhibition"),
    ("气象知识开放课", "lecture"), ("消防器材体验", "open_day"), ("科普图书漂流", "outreach"),
)  # fmt: skip
PLACES = ("museum", "square", "community", "village", "school", "museum", "square")
AUDIENCES = ("public", "pupils", "public", "farmers", "seniors", "workers")
QUIET_VENUE, BUSY_BASE = 0.35, 1.0  # a museum's own visitors are counted at its gate, not here


def rows() -> list[Row]:
    return [*_opening(), *_of_venues_and_bases()]


def _opening() -> list[Row]:
    opening = activity(
        names.CITY, "2024年全国科普日主场活动", OPENING, "ceremony",
        [session(OPENING, "square", "public", 3_200, online=68_000)],
        programmes=(programmes.SCIENCE_DAY,), form="mixed", partners=tuple(f"南阳{name}" for name in programmes.PARTNER_OFFICES),
        co_hosts=(names.MUSEUM, names.association("WC"), names.association("WL")),
        note="几家联合举办，只算主办单位一次",
    )  # fmt: skip
    schools = [names.school("WC", 58), names.school("WL", 59)]
    lines = [
        session(OPENING, "school", "pupils", n, body=body)
        for body, n in zip(schools, (1_450, 1_180), strict=True)
    ]
    space = activity(names.CITY, "航天主题报告进校园", OPENING, "lecture", lines,
                     programmes=(programmes.SCIENCE_DAY, programmes.SPACE))  # fmt: skip
    return [opening, space]


def _of_venues_and_bases() -> list[Row]:
    rng = stream("science day")
    venues = [(venue.name, QUIET_VENUE) for venue in (*names.VENUES, names.YOUTH_CENTRE)]
    owners = [*venues, *((name, BUSY_BASE) for _, name in base_names())]
    counts = allocate(ACTIVITIES, [rng.uniform(0.75, 1.25) for _ in owners], least=6)
    september = [day for day in days(date(2024, 9, 1), date(2024, 9, 30)) if is_open(day)]
    planned = []
    for (owner, weight), count in zip(owners, counts, strict=True):
        slots = [(day, *title) for day in september for title in TITLES]
        for day, title, kind in sorted(rng.sample(slots, count)):
            planned.append((owner, day, title, kind, weight * rng.uniform(0.3, 1.9)))
    people = allocate(ON_SITE, [weight for *_, weight in planned], least=40)
    found = []
    for number, ((owner, day, title, kind, _), on_site) in enumerate(zip(planned, people, strict=True)):
        line = session(day, PLACES[number % len(PLACES)], AUDIENCES[number % len(AUDIENCES)], on_site)
        found.append(activity(owner, title, day, kind, [line], programmes=(programmes.SCIENCE_DAY,), level="county",
                              basis="reported" if number % 9 == 0 else "counted"))  # fmt: skip
    return found
