"""09-期初与往年: village associations that stood before, the towns' work in sum, zeros, and the half-year before.

One sub-district sent no return; one town declares that it handed out nothing.
"""

from datetime import date

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, stream, table

from . import names
from . import programmes as tags

ADVISED, LEAFLETS = 5_370, 6_420  # with the city's own: 8000 people advised, over 10000 leaflets
VILLAGES, SCHOOLS = 168, 12
SPAN = (date(2024, 4, 1), date(2024, 6, 25))
BEFORE = (date(2023, 1, 1), date(2023, 6, 25))
_PAST = (
    ("activities.sessions", "", 96), ("activities.on_site", "", 13_800), ("activities.sessions", f"programme={tags.ISCIENCE}", 14),
    ("activities.consultations", f"programme={tags.ANTICULT}", 6_900), ("contests.persons_awarded", "", 41), ("honours.granted", "kind=commendation", 2),
    ("planning.documents", "", 6), ("innovation.cultivation_steps", "kind=entered", 1), ("media.coverage", "", 3),
)  # fmt: skip


def pages() -> list[Page]:
    opening = table(names.CITY, "measure kind day quantity document",
                    ("organisations.standing", "village", date(2023, 12, 31), VILLAGES, "2023年度组织统计表（演示）"),
                    ("organisations.standing", "school", date(2023, 12, 31), SCHOOLS, "2023年度组织统计表（演示）"))  # fmt: skip
    fields = "register since until note"
    nil = [*table(names.association(names.NIL), fields, ("materials", *SPAN, "没有发放")),
           *table(names.CITY, fields, ("activities", date(2024, 2, 1), date(2024, 2, 29), "春节前后没有举办"))]  # fmt: skip
    past = table(names.CITY, "metric filters since until value document",
                 *((metric, filters, *BEFORE, value, "2023年上半年工作总结（演示）") for metric, filters, value in _PAST))  # fmt: skip
    return [Page("opening_stocks", opening), Page("summary_returns", _returns(), "注：有逐场登记的单位不填汇总。"), Page("nil_returns", nil),
            Page("past_figures", past)]  # fmt: skip


def _returns() -> list[Row]:
    told = [town for town in names.TOWNS if town not in (names.SILENT, names.NIL)]
    rng = stream("county townships")
    advised, leaflets = spread(rng, ADVISED, len(told), 60), spread(rng, LEAFLETS, len(told), 100)
    rows: list[Row] = []
    for town, people, copies in zip(told, advised, leaflets, strict=True):
        rows += table(
            names.association(town), "measure kind programmes since until quantity document",
            ("activities.consultations", "outreach", (tags.ANTICULT,), *SPAN, people, "反邪教宣传情况汇总表（演示）"),
            ("activities.materials", "leaflet", (tags.ANTICULT,), *SPAN, copies, "反邪教宣传情况汇总表（演示）"),
        )  # fmt: skip
    return rows
