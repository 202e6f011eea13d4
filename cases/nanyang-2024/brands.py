"""The city's own brands, and the campaign weeks and days it takes part in."""

from datetime import date, timedelta
from random import Random

from kebridge.casework.making.activity import activity, series, session, spread, weekdays
from kebridge.casework.making.ground import Row, stream

from . import names, programmes

ONLINE = 2_000_000  # viewers and answerers of the brands' online rounds; never added to those on the spot
ON_SITE = 41_620
FACE, HALL, GRASSROOTS, QUIZ, VOLUNTEERS, SENIORS = 24, 48, 62, 12, 36, 54  # sessions, 236 in all
SUM_OF_BRANDS = FACE + HALL + GRASSROOTS + QUIZ + VOLUNTEERS + SENIORS
CAMPAIGN_PARTNERS = ("南阳市科技局", "南阳市应急管理局")


def rows() -> list[Row]:
    return [*_brands(), *_campaigns()]


def _brands() -> list[Row]:
    rng = stream("brands")
    year = weekdays(date(2024, 1, 8), date(2024, 12, 20))
    march = weekdays(date(2024, 3, 1), date(2024, 3, 29))
    found = [
        *series(rng, org=names.CITY, title="“科普面对面”专家访谈", kind="interview", programmes=(programmes.FACE,),
                among=year, people=960, count=FACE, places=("other",), audience="public", form="mixed"),
        *series(rng, org=names.CITY, title="“科普讲堂”", kind="lecture", programmes=(programmes.HALL,), among=year,
                people=11_520, count=HALL, places=("school", "community", "firm"), audience="public", form="mixed"),
        *_visits_to_grassroots(rng, year),
        *series(rng, org=names.CITY, title="“i科普”志愿服务", kind="volunteering", programmes=(programmes.VOLUNTEERS,),
                among=march, people=8_640, count=VOLUNTEERS, places=("community", "square"), audience="public"),
        *series(rng, org=names.CITY, title="智能手机课堂", kind="training", programmes=(programmes.SENIORS,),
                among=year, people=6_480, count=SENIORS, places=("community", "village"), audience="seniors"),
        *_quiz(),
    ]  # fmt: skip
    _put_online(found)
    return found


def _visits_to_grassroots(rng: Random, year: list[date]) -> list[Row]:
    found = series(rng, org=names.CITY, title="科普专家下基层", kind="visit", programmes=(programmes.GRASSROOTS,),
                   among=year, people=ON_SITE - 960 - 11_520 - 8_640 - 6_480, count=GRASSROOTS,
                   places=("village", "school", "community"), audience="farmers")  # fmt: skip
    for number, row in enumerate(found):
        if row.lines[0]["place"] == "school":
            row.lines[0] |= {"body": names.school_of(number, 120), "audience": "pupils"}
    return found


def _quiz() -> list[Row]:
    found = []
    for month in range(1, 13):
        day = date(2024, month, 10)
        line = {"day": day, "place": "other", "audience": "public"}
        found.append(activity(names.CITY, f"科普知识在线有奖竞答（{month}月）", day, "quiz", [line],
                              programmes=(programmes.QUIZ,), form="online", basis="external"))  # fmt: skip
    return found


def _put_online(found: list[Row]) -> None:
    """Share the online total out, in hundreds: platforms and staff round it so."""
    rng = stream("online")
    shown = [row for row in found if row.values.get("form") in ("online", "mixed")]
    weights = [90 if row.values["form"] == "online" else 6 for row in shown]
    parts = spread(rng, ONLINE // 100 - sum(weights) * 10, len(shown), 1)
    for row, weight, part in zip(shown, weights, parts, strict=True):
        row.lines[0]["online"] = (weight * 10 + part) * 100


def _campaigns() -> list[Row]:
    rng = stream("campaigns")
    found = []
    for number, (name, (first, last)) in enumerate(programmes.CAMPAIGNS.items()):
        tags = (name,)
        main = activity(names.CITY, f"{name}集中宣传", first, "outreach", [session(first, "square", "public", 860 + 70 * number)],
                        programmes=tags, partners=(CAMPAIGN_PARTNERS[number % 2],),
                        co_hosts=(names.association("WL"),))  # fmt: skip
        found.append(main)
        for place, county in enumerate(list(names.COUNTIES)[:12]):
            day = min(last, first + timedelta(days=place % 4))
            line = session(
                day, ("square", "community", "village")[place % 3], "public", rng.randint(120, 680)
            )
            found.append(activity(names.association(county), f"{name}现场宣传", day, "outreach", [line],
                                  programmes=tags, level="county"))  # fmt: skip
    # One activity in two campaigns: counted once in all, once in each.
    day = date(2024, 5, 25)
    both = session(day, "school", "pupils", 940)
    found.append(activity(names.CITY, "应急科普进校园", day, "outreach", [both],
                          programmes=(programmes.SCIENCE_WEEK, programmes.DISASTER_DAY)))  # fmt: skip
    return found
