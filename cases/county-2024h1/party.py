"""08-党的建设: in the closed circle, counts without names and without what was said."""

from datetime import date, timedelta
from itertools import cycle

from kebridge.casework.making.activity import weekdays
from kebridge.casework.making.ground import Page, Row, pick_days, stream, table

from . import names

EDUCATION = "党纪学习教育"
STUDIES, WARNINGS = 13, 10
MONTHS = range(1, 7)
LAST = date(2024, 6, 25)
TAUGHT = ((1, 11), (2, 26), (3, 11), (4, 11), (5, 14), (6, 12))  # a training and a test each month
TOPICS = ((1, 5), (2, 5), (3, 5), (4, 8), (5, 6), (6, 5))


def pages() -> list[Page]:
    return [Page("campaigns", _campaigns()), Page("party_sessions", _sessions(), "注：只记次数和篇数，不记内容。"), Page("party_talks", _talks()),
            Page("party_obligations", _obligations()), Page("party_dues", _dues()), Page("party_letters", _letters()),
            Page("party_facilities", _facilities()), Page("party_posts", _posts()), Page("party_checks", _checks()),
            Page("nil_returns", _nil())]  # fmt: skip


def _campaigns() -> list[Row]:
    return table(
        names.CITY,
        "name since until has_task_force documents",
        (EDUCATION, date(2024, 4, 15), date(2024, 7, 31), True, 1),
    )


def _session(day: date, kind: str, holder: str = "office_branch", **more: object) -> Row:
    values = {"day": day, "kind": kind, "holder": holder, "ordinal": 1, "days": 1, "present": 14}
    return Row({"org": names.CITY, **values, **more})


def _sessions() -> list[Row]:
    rng = stream("county party")
    usable = weekdays(date(2024, 1, 3), date(2024, 6, 21))
    found = [_session(day, "staff_study", present=19) for day in pick_days(rng, usable, STUDIES)]
    studied = {0: {"cases": 1}, 4: {"cases": 1, "papers": 1}}
    found += [
        _session(day, "warning", form="film", **studied.get(n, {}))
        for n, day in enumerate(pick_days(rng, usable, WARNINGS))
    ]
    found += [_session(date(2024, *at), "integrity") for at in ((2, 7), (4, 2), (4, 29), (6, 7))]
    found += [_session(date(2024, *at), kind) for at in TAUGHT for kind in ("training", "test")]
    found += [_session(date(2024, *at), "first_topic", "party_group", present=5) for at in TOPICS]
    learning = {"programmes": (EDUCATION,)}
    found += [
        _session(date(2024, 4, 22), "centre", "party_group", present=5, **learning), _session(date(2024, 5, 27), "centre", "party_group", present=5, **learning),
        _session(date(2024, 5, 13), "reading", "party_group", days=2, present=9, **learning),
        _session(date(2024, 5, 30), "members_study", **learning), _session(date(2024, 5, 22), "warning_visit"),
        _session(date(2024, 6, 18), "integrity_lecture", lecturer="discipline_head"),
    ]  # fmt: skip
    outside = [
        _session(date(2023, 12, 27), "warning"),
        _session(date(2024, 6, 27), "warning"),
        _session(date(2024, 6, 28), "staff_study", present=19),
    ]
    return [*found, *outside]


def _talks() -> list[Row]:
    """Two tiers; heart-to-heart talks are another kind."""
    triggers = cycle(("key_time", "key_post", "key_person", "appointed"))
    tiers = cycle(("secretary_deputies", "deputies_sections"))
    rows = [
        (date(2024, month, 1), "integrity", next(triggers), next(tiers), 2 + month % 3) for month in MONTHS
    ]
    rows += [(date(2024, month, 1), "heart", "other_trigger", "branch_members", 3) for month in (2, 5)]
    return table(names.CITY, "day kind trigger tier people", *rows)


def _obligations() -> list[Row]:
    """Seven systems in force, some with how often; one of before has run out."""
    since, paper = date(2022, 1, 1), "机关党建工作制度（演示）"
    systems = (
        ("topic_system", "party_group", ("topic", 1, "month")), ("centre_system", "party_group", ("centre_study", 1, "quarter")),
        ("three_one_system", "office_branch", ("members_held", 1, "quarter")), ("heart_system", "office_branch", None),
        ("appraisal_system", "office_branch", ("appraisal_held", 1, "year")), ("life_system", "office_branch", ("life_held", 1, "half")),
        ("dual_life_system", "office_branch", None), ("discipline_system", "office_branch", ("training_held", 1, "month")),
    )  # fmt: skip
    found = []
    for system, holder, asked in systems:
        row = table(names.CITY, "system holder since document", (system, holder, since, paper))[0]
        if asked:
            row.lines = [dict(zip(("what", "times", "per"), asked, strict=True))]
        if system == "discipline_system":
            row.lines.append({"what": "test_held", "times": 1, "per": "month"})
        found.append(row)
    return found


def _dues() -> list[Row]:
    return table(
        names.CITY,
        "day members on_time owed paid",
        *((date(2024, month, 1), 15, 15, 780, 780) for month in MONTHS),
    )


def _letters() -> list[Row]:
    return table(names.CITY, "day kind title copies", (date(2024, 2, 21), "integrity", "党风廉政建设目标责任书", 1),
                 (date(2024, 2, 21), "ideology", "意识形态工作责任书", 1))  # fmt: skip


def _facilities() -> list[Row]:
    return table(names.CITY, "kind title since", ("activity_room", "党员活动室", date(2021, 7, 1)), ("database", "党员信息库", date(2022, 4, 1)),
                 ("dues_ledger", "机关支部党费台账", date(2020, 1, 1)))  # fmt: skip


def _posts() -> list[Row]:
    return table(names.CITY, "kind title people since", ("reminder", "意识形态风险提醒人", 1, date(2024, 3, 4)),
                 ("first_responsible", "党建第一责任人", 1, date(2024, 1, 2)))  # fmt: skip


def _checks() -> list[Row]:
    """Round three holidays of the half-year; the one of last autumn lies outside."""
    special = (
        ("new_year", date(2024, 1, 2)),
        ("spring_festival", date(2024, 2, 8)),
        ("labour_day", date(2024, 4, 30)),
        ("national_day", date(2023, 9, 28)),
    )
    rows = [(day, "special", occasion, "节日作风专项检查", 0, 0) for occasion, day in special]
    rows.append((date(2024, 3, 26), "risk_review", "", "意识形态风险研判", 1, 1))
    return table(names.CITY, "day kind occasion title found rectified", *rows)


def _nil() -> list[Row]:
    """No breach, declared month by month."""
    spans = [
        (date(2024, month, 1), min(date(2024, month + 1, 1) - timedelta(days=1), LAST)) for month in MONTHS
    ]
    return table(
        names.CITY,
        "register since until note",
        *(("party_breaches", *span, "查过了，没有发生") for span in spans),
    )
