"""What designations count. Named within a period (flow) and in force on a day (stock) are two numbers, and so are
designations and the bodies that hold them: one body may hold three.
"""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.designations.enums import DesignationGrade

DESIGNATED = "designations.designated"
IN_FORCE = "designations.in_force"
IN_PROGRESS = "designations.in_progress"
STARTED = "designations.started"
COMPLETED = "designations.completed"
WITHDRAWN = "designations.withdrawn"
BATCH_SIZE = "designations.batch_size"
POOL = "designations.pool"
REPORTS = "designations.reports"
REVIEWS = "designations.reviews"
RECTIFYING = "designations.rectifying"
RECTIFIED = "designations.rectified"
_BODY = {"subject_kind": "body"}

measures.register(
    Measure(DESIGNATED, 701, "新命名的阵地与试点", "个", "designations", family="命名", **_BODY,
            help="命名日期在时期内的阵地和试点，每个单位每个称号算一个；“命名、评为优秀、入选提升项目”用等次限定，几项不相加；渠道一栏是批次"),
    Measure(IN_FORCE, 702, "有效的阵地与试点", "个", "designations", Nature.STOCK, family="有效命名", **_BODY,
            help="时期末已命名、没有到期或撤销的阵地和试点；评优不另算，一个单位有几个称号算几个"),
    Measure(IN_PROGRESS, 703, "创建中的阵地与试点", "个", "designations", Nature.STOCK, family="创建中", **_BODY,
            help="时期末已启动创建（申报）、还没有命名的阵地和试点"),
    Measure(STARTED, 704, "启动创建的阵地与试点", "个", "designations", family="启动创建", **_BODY,
            help="启动创建（申报）日期在时期内的阵地和试点"),
    Measure(COMPLETED, 705, "验收完成的试点", "个", "designations", family="完成", **_BODY,
            help="验收（完成）日期在时期内的试点"),
    Measure(WITHDRAWN, 706, "撤销的命名", "个", "designations", family="撤销", **_BODY,
            help="撤销日期在时期内的；自然到期的不算撤销"),
    Measure(BATCH_SIZE, 707, "同批命名个数", "个", "designations", Nature.VALUE,
            help="命名文件上同一批一共几个；限定到一个计划（称号）才有意义"),
    Measure(POOL, 708, "工作站可联系的专家", "人", "designations", Nature.STOCK, family="可联系专家",
            help="时期末有效的工作站可联系的专家数，由合作方提供，不是来过的人"),
    Measure(REPORTS, 711, "交来的年度报告", "份", "designation_reviews", family="年度报告", **_BODY,
            help="年度报告交来日期在时期内的份数"),
    Measure(REVIEWS, 712, "年度评估的阵地", "个", "designation_reviews", family="评估", **_BODY,
            help="结果日期在时期内的评估；等次一栏是结果，渠道一栏是评估年度"),
    Measure(RECTIFYING, 713, "正在整改的阵地", "个", "designation_reviews", Nature.STOCK, family="整改", **_BODY,
            help="时期末要求整改、还没有整改完的阵地"),
    Measure(RECTIFIED, 714, "整改完成的阵地", "个", "designation_reviews", family="整改完成", **_BODY,
            help="整改完成日期在时期内的阵地"),
)  # fmt: skip


def designation_facts(one: Any) -> Iterable[FactRow]:
    plain = {"org": one.org_id, "kind": one.kind, "level": one.level, "grade": one.grade, "audience": one.tier,
             "channel": one.batch, "place": one.place, "basis": one.basis, "tags": tag_ids(one, "schemes")}  # fmt: skip
    held = {"subject": one.holder.subject_id, **plain}
    is_named = one.grade == DesignationGrade.NAMED
    if one.started:
        yield FactRow(STARTED, day=one.started, **held)
        yield from standing(IN_PROGRESS, one.started, gone=one.day or one.withdrawn, **held)
    if one.completed:
        yield FactRow(COMPLETED, day=one.completed, **held)
    if not one.day:
        return
    yield FactRow(DESIGNATED, day=one.day, **held)
    if one.batch_size:
        yield FactRow(BATCH_SIZE, day=one.day, quantity=one.batch_size, **plain)
    if is_named:
        yield from standing(IN_FORCE, one.day, one.until, one.withdrawn, **held)
        yield from standing(POOL, one.day, one.until, one.withdrawn, quantity=one.pool or 0, **plain)
    if one.withdrawn:
        yield FactRow(WITHDRAWN, day=one.withdrawn, **held)


def review_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "grade": one.result, "channel": str(one.year),
              "subject": one.holder.subject_id, "basis": one.basis, "tags": tag_ids(one, "schemes")}  # fmt: skip
    if one.handed_in:
        yield FactRow(REPORTS, day=one.handed_in, **common)
    if not one.day:
        return
    yield FactRow(REVIEWS, day=one.day, **common)
    if one.rectify_until:
        yield from standing(RECTIFYING, one.day, gone=one.rectified, **common)
        if one.rectified:
            yield FactRow(RECTIFIED, day=one.rectified, **common)
