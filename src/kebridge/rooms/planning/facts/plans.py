"""What planning counts. Frames and documents stand from a day to a day; an item counts in its frames."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.planning.enums import Stage

FRAMES = "planning.frames"
FRAMES_ENDED = "planning.frames_ended"
ITEMS_FINISHED = "planning.items_finished"
TERM_NUMBER = "planning.term_number"
ITEMS = "planning.items"
DOCUMENTS = "planning.documents"
IN_FORCE = "planning.documents_in_force"
RENEWALS = "planning.renewals"
UNDER_WAY = "planning.renewals_under_way"

measures.register(
    Measure(FRAMES, 601, "工作框架数", "个", "plan_frames", Nature.STOCK, family="框架",
            help="时期末在执行的计划、框架、品牌；按类别或计划事项限定"),
    Measure(ITEMS, 602, "框架中的事项数", "项", "plan_items", Nature.STOCK, family="事项",
            help="时期末在执行的事项；限定到一个框架，就是“十个聚焦”的十"),
    Measure(DOCUMENTS, 603, "印发文件数", "份", "documents", family="文件", help="印发日期在时期内的文件；按类别、层级、品牌活动、计划事项限定"),
    Measure(IN_FORCE, 604, "有效文件数", "份", "documents", Nature.STOCK, family="有效文件",
            help="时期末已经施行、没有到期或废止的文件"),
    Measure(ITEMS_FINISHED, 605, "完成的事项数", "项", "plan_items", family="完成事项", help="完成日期在时期内的事项；用计划事项限定到一个框架"),
    Measure(FRAMES_ENDED, 606, "结束的工作框架数", "个", "plan_frames", family="结束框架",
            help="截止日期在时期内的计划、中心工作；“完成几项重大任务”限定到中心工作"),
    Measure(TERM_NUMBER, 613, "届次", "届", "term_renewals", Nature.VALUE, family="届次",
            help="最近一次换届是第几届，按本级；类别是筹备、召开还是完成，对象是组织类别"),
    Measure(RENEWALS, 611, "换届进展", "个", "term_renewals", family="换届",
            help="启动、召开、完成日期在时期内的换届；按类别（启动筹备、召开大会、完成换届）限定才有意义，三步不相加"),
    Measure(UNDER_WAY, 612, "正在筹备的换届", "个", "term_renewals", Nature.STOCK, family="筹备换届",
            help="时期末已启动筹备、还没有完成的换届"),
)  # fmt: skip


def frame_facts(frame: Any) -> Iterable[FactRow]:
    common = {"org": frame.org_id, "kind": frame.kind, "level": frame.level, "basis": frame.basis,
              "tags": (frame.tag_id,)}  # fmt: skip
    yield from standing(FRAMES, frame.since, frame.until, **common)
    if frame.until:
        yield FactRow(FRAMES_ENDED, day=frame.until, **common)


def item_facts(item: Any) -> Iterable[FactRow]:
    """An item carries its own tag and those of its frames: it is counted in each, and once in all."""
    tags = tuple(sorted({item.tag_id, *tag_ids(item, "frames")}))
    common = {"org": item.org_id, "kind": item.kind, "basis": item.basis, "tags": tags}
    yield from standing(ITEMS, item.since, item.until, **common)
    if item.finished:
        yield FactRow(ITEMS_FINISHED, day=item.finished, **common)


def document_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "grade": one.action, "channel": one.topic,
              "basis": one.basis, "tags": tag_ids(one, "programmes", "items")}  # fmt: skip
    yield FactRow(DOCUMENTS, day=one.day, **common)
    yield from standing(IN_FORCE, one.valid_from or one.day, one.valid_until, one.repealed, **common)


def renewal_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "audience": one.sort, "basis": one.basis}
    stages = ((Stage.PREPARING, one.prepared), (Stage.HELD, one.held), (Stage.DONE, one.done))
    for stage, day in stages:
        if day:
            yield FactRow(RENEWALS, day=day, kind=stage.value, **common)
            yield FactRow(TERM_NUMBER, day=day, quantity=one.term, kind=stage.value, **common)
    if one.prepared:
        yield from standing(UNDER_WAY, one.prepared, gone=one.done, **common)
