"""What the city museum holds itself: courses, cooperation with schools, films, training."""

from datetime import date, timedelta

from kebridge.casework.making.activity import activity, session, spread
from kebridge.casework.making.ground import (
    FIRST,
    LAST,
    Row,
    allocate,
    days,
    is_open,
    month_days,
    pick_days,
    stream,
)

from . import names, programmes

SESSIONS = 3_000  # of science education inside the museum
COURSES = (
    "科学实验秀", "机器人编程课", "球幕天文课", "3D打印工坊", "标本制作课", "趣味化学课", "电磁大舞台讲解",
    "小小讲解员课", "航模制作课", "低年级科学绘本课",
)  # fmt: skip
IN_SCHOOLS, SCHOOLS, SERVED = 70, 35, 33_480
FILM_SHOWINGS = 66
DRONE_PUPILS, DRONE_SESSIONS = 846, 12
TOPICS = {"金牌辅导员培训": 5, "仪态仪表培训": 3, "公文写作培训": 3, "摄影摄像培训": 3}
BUSY = {1: 1.3, 2: 1.2, 7: 1.7, 8: 1.7}  # months of school holidays


def rows() -> list[Row]:
    return [*_courses(), *_in_schools(), *_films(), *_drones(), *_training(), *_improvement(), _new_year()]


def _courses() -> list[Row]:
    rng = stream("courses")
    cells = [(course, month) for month in range(1, 13) for course in COURSES]
    counts = allocate(SESSIONS, [BUSY.get(month, 1.0) * rng.uniform(0.8, 1.2) for _, month in cells], least=8)
    found = []
    for (course, month), count in zip(cells, counts, strict=True):
        open_days = [day for day in month_days(month) if is_open(day)]
        lines = [
            session(day, "museum", "pupils", rng.randint(16, 46)) for day in pick_days(rng, open_days, count)
        ]
        found.append(activity(names.MUSEUM, f"{course}（{month}月）", lines[0]["day"], "class", lines))
    return found


def _in_schools() -> list[Row]:
    """Every school twice, in the two terms."""
    rng = stream("schools")
    people = spread(rng, SERVED, IN_SCHOOLS, 180)
    found = []
    for number in range(SCHOOLS):
        first = date(2024, 3, 4) + timedelta(days=number * 2 + (number * 2 // 5) * 2)
        second = date(2024, 9, 2) + timedelta(days=number * 2 + (number * 2 // 5) * 2)
        body = names.school_of(number, 46)
        lines = [session(day, "school", "pupils", people.pop(), body=body) for day in (first, second)]
        found.append(activity(names.MUSEUM, f"科技馆课程走进{body}", first, "class", lines,
                              programmes=(programmes.SCHOOL_MUSEUM,)))  # fmt: skip
    return found


def _films() -> list[Row]:
    rng = stream("films")
    found = []
    for month, count in zip(range(1, 13), spread(rng, FILM_SHOWINGS, 12, 3), strict=True):
        shown = pick_days(rng, month_days(month), count)
        lines = [session(day, ("community", "school", "village")[n % 3], "public", rng.randint(60, 240))
                 for n, day in enumerate(shown)]  # fmt: skip
        found.append(activity(names.MUSEUM, f"科学电影巡回放映（{month}月）", shown[0], "screening", lines,
                              programmes=(programmes.FILMS,)))  # fmt: skip
    return found


def _drones() -> list[Row]:
    rng = stream("drones")
    found = []
    for number, pupils in enumerate(spread(rng, DRONE_PUPILS, DRONE_SESSIONS, 40)):
        day = date(2024, 10, 8) + timedelta(days=number * 3)
        line = session(day, "school", "pupils", pupils, body=names.school_of(number, 52))
        found.append(activity(names.MUSEUM, f"无人机与机器人进校园（第{number + 1}期）", day, "training", [line],
                              programmes=(programmes.SCHOOL_FESTIVAL,)))  # fmt: skip
    return found


def _training() -> list[Row]:
    rng = stream("training")
    found = []
    for number, (topic, count) in enumerate(TOPICS.items()):
        mondays = [
            day for day in days(FIRST, LAST) if day.weekday() == 0 and day.month in range(2 + number, 11)
        ]
        lines = [
            session(day, "museum", "staff", rng.randint(24, 46)) for day in pick_days(rng, mondays, count)
        ]
        found.append(activity(names.MUSEUM, topic, lines[0]["day"], "training", lines,
                              programmes=(programmes.TRAINING,)))  # fmt: skip
    return found


def _improvement() -> list[Row]:
    start, renewed = date(2024, 2, 26), date(2024, 6, 24)
    return [
        activity(names.MUSEUM, "提升年工作部署会", start, "meeting", [session(start, "museum", "staff", 52)],
                 programmes=(programmes.IMPROVEMENT,)),
        activity(names.MUSEUM, "常设展厅更新展品开放体验", renewed, "exhibition",
                 [session(renewed, "museum", "public", 420)], programmes=(programmes.RENEWAL,)),
    ]  # fmt: skip


def _new_year() -> Row:
    """Across New Year: only the sessions of 2024 belong to 2024."""
    first = date(2024, 12, 31)
    lines = [session(first + timedelta(days=n), "museum", "public", 380 + 20 * n) for n in range(4)]
    return activity(names.MUSEUM, "迎新年科学表演", first, "outreach", lines)
