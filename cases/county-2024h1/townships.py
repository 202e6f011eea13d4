"""09-乡镇汇总: anti-cult work of the towns in sum, by return; one sub-district is silent, one town declares that it held nothing."""

from datetime import date

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, stream, table

from . import names
from . import programmes as tags

ADVISED, LEAFLETS = 5_370, 6_420  # with the city's own: 8000 people advised, over 10000 leaflets
SPAN = (date(2024, 4, 1), date(2024, 6, 25))


def pages() -> list[Page]:
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
    nil = table(names.association(names.NIL), "register since until note", ("materials", *SPAN, "没有发放"))
    return [Page("summary_returns", rows, "注：有逐场登记的单位不填汇总。"), Page("nil_returns", nil)]
