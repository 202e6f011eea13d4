"""Give out a collection link, close it, and take in what its receiver fills in.

What comes in lands as 待审 whatever the register's setting; a link can only add, to one register of one unit.
"""

import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import F, QuerySet
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.ops import digest_of
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.collecting.models import RECEIVER_LENGTH, CollectionLink
from kebridge.core.db.transactions import write_transaction
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import closed
from kebridge.core.records import ops as records
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal
from kebridge.core.transfer.commit import Result, commit_import
from kebridge.core.transfer.container import open_container
from kebridge.core.transfer.items import Plan, Verdict
from kebridge.core.transfer.plan import plan_import

DAYS, LONGEST = 14, 90
MOST_RECORDS = 500  # of one link: what comes in has to be reviewed by people
MOST_BYTES, MOST_UNPACKED = 5 * 2**20, 40 * 2**20
READ_AN_HOUR = 60  # workbooks through one link: reading is work, and who sends them has no account
SOURCE = "collecting"


def may_collect(register: Register) -> bool:
    """Not what the closed circle holds, and not the names that other records stand on."""
    return not closed.is_closed(register) and not register.is_reference


def give_out(
    register: Register, *, org_code: str, receiver: str, request: str = "", days: int = DAYS, by: Actor
) -> tuple[CollectionLink, str]:
    """A link for one named receiver; the token is shown now and never again.

    Raises Denied; Refusal: the register is not for links, no receiver, a wrong unit or length of time.
    """
    org_id = _unit(register, org_code, by)
    receiver = receiver.strip()
    if not receiver or len(receiver) > RECEIVER_LENGTH:
        raise Refusal(f"请写明交给谁填，不超过{RECEIVER_LENGTH}字", repair="例如：演示市化学会秘书处")
    if not 1 <= days <= LONGEST:
        raise Refusal(f"有效天数要在1到{LONGEST}之间")
    token = secrets.token_urlsafe(24)
    with write_transaction():
        link = CollectionLink.objects.create(
            org_id=org_id, register=register.code, receiver=receiver, request=request.strip()[:200],
            digest=digest_of(token), expires=timezone.now() + timedelta(days=days), made_by=by.user_id,
            made_by_name=by.name,
        )  # fmt: skip
        _tell("give_out", f"发出填报链接：{register.title}，收件人{receiver}", link, by)
    return link, token


def _unit(register: Register, org_code: str, by: Actor) -> int:
    by.require(Verb.CHANGE, None, f"发出{register.title}填报链接")
    if not may_collect(register):
        raise Refusal(f"{register.title}不能用链接收集", repair="请由本单位人员登记")
    node = latest_tree().by_code.get(org_code)
    if node is None or node.id not in by.org_ids(Verb.CHANGE):
        raise Refusal("请选择您能填报的单位")
    if register.org_types and node.type not in register.org_types:
        raise Refusal(f"“{node.name}”不是可以填报{register.title}的单位")
    return node.id


def stop(link_id: int, *, by: Actor) -> CollectionLink:
    """Close a link before its time. Raises Denied, DoesNotExist."""
    with write_transaction():
        link: CollectionLink = visible(by).select_for_update().get(pk=link_id)
        by.require(Verb.CHANGE, link.org_id)
        if link.closed is None:
            link.closed = timezone.now()
            link.save(update_fields=["closed"])
            _tell("stop", f"停用填报链接：收件人{link.receiver}", link, by)
    return link


def visible(by: Actor) -> QuerySet[Any]:
    """The links of the actor's units, newest first."""
    found: QuerySet[Any] = CollectionLink.objects.visible_to(by, Verb.CHANGE).order_by("-pk")
    return found


def opened(token: str) -> CollectionLink:
    """The link behind a token. Raises Refusal: unknown, closed, expired or used up."""
    link = (
        CollectionLink.objects.unscoped("the token is the permission").filter(digest=digest_of(token)).first()
    )
    if link is None or not link.is_open:
        raise Refusal("这个填报链接已失效", repair="请联系发给您链接的单位，重新要一个")
    if link.received >= MOST_RECORDS:
        raise Refusal(f"这个链接已收满{MOST_RECORDS}条", repair="请联系发给您链接的单位，重新要一个")
    return link


def guest(link: CollectionLink, address: str = "") -> Actor:
    """Who acts through a link: may add and hand in a workbook at its unit, nothing else."""
    lent = ((link.org_id, frozenset({Verb.ADD.value, Verb.IMPORT.value})),)
    return Actor(name=link.note, address=address, lent=lent)


def hand_in(
    link: CollectionLink, register: Register, raw: Mapping[str, Any], lines: Sequence[Mapping[str, Any]], *, by: Actor
) -> Any:  # fmt: skip
    """One record filled in. Raises Invalid, Denied, Refusal; then nothing was written."""
    with write_transaction():
        _take(link, 1)
        own = {**raw, "org": latest_tree().nodes[link.org_id].code}
        return records.save_record(register, own, lines, by=by, origin_note=link.note)


def read_workbook(link: CollectionLink, data: bytes, filename: str, *, by: Actor) -> Plan:
    """A workbook as it would be taken in. Raises Refusal: too large, unreadable, or too many within the hour."""
    if not data or len(data) > MOST_BYTES:
        raise Refusal("没有选择文件，或者文件是空的、超过5MB", repair="请用下载的表格填写后上传")
    key = f"collecting-{link.digest}-{timezone.now():%Y%m%d%H}"
    cache.set(key, read := cache.get(key, 0) + 1, 3600)
    if read > READ_AN_HOUR:
        raise Refusal(
            f"这个链接一小时内已上传{READ_AN_HOUR}次", repair="请过一小时再试，或者在页面上逐条填写"
        )
    open_container(data, filename, MOST_UNPACKED).close()
    return plan_import(data, filename, by=by, only=frozenset({link.register}))


def hand_in_workbook(link: CollectionLink, plan: Plan, *, by: Actor) -> Result:
    """All rows of a right workbook, or none. Raises Refusal: rows are wrong, too many, of another unit."""
    new = plan.counts[Verdict.NEW]
    with write_transaction():
        _take(link, new)
        return commit_import(plan, by=by)


def _take(link: CollectionLink, number: int) -> None:
    """Count what comes in, if the link still has room. Raises Refusal."""
    open_still = CollectionLink.objects.unscoped("its own row").filter(
        pk=link.pk, closed=None, expires__gt=timezone.now(), received__lte=MOST_RECORDS - number
    )
    if not open_still.update(received=F("received") + number):
        raise Refusal(
            f"这个链接已失效，或者一共超过了{MOST_RECORDS}条",
            repair="没有保存；请联系发给您链接的单位，重新要一个",
        )


def _tell(action: str, summary: str, link: CollectionLink, by: Actor) -> None:
    audit.record([Event(action, summary, SOURCE, link.pk, link.org_id)], by=by)
