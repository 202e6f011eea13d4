"""The left navigation: lines of work made from the registers, then what stands over all of them."""

from dataclasses import dataclass

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.records import closed
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register

ROOM_ICONS = {
    "organisations": "diagram-3",
    "activities": "calendar-event",
    "venues": "building",
    "records": "box-seam",
}
# Pages that stand before the register they are made from: title, address, icon.
PAGES = {
    "tasks": ("任务推进", "/tasks/", "check2-circle"),
    "party_obligations": ("党务要求完成情况", "/party/requirements/", "check2-circle"),
}


@dataclass(frozen=True)
class Entry:
    title: str
    url: str
    icon: str = "journal-text"
    is_current: bool = False


@dataclass(frozen=True)
class Group:
    title: str
    entries: tuple[Entry, ...]


def visible_registers(by: Actor) -> list[Register]:
    """The registers whose pages the actor may open; what helps to begin stands below the lines of work."""
    ordered = sorted(registers.every(), key=lambda one: one.room == "records")
    return [one for one in ordered if closed.may_see(one, by)]


def groups(by: Actor, path: str) -> list[Group]:
    """What the actor may open, the page of `path` marked."""
    sees = by.can(Verb.SEE)
    top = [Entry("首页", "/", "house")]
    if sees:
        top.append(Entry("待办", "/inbox/", "inbox"))
        top += [Entry("指标", "/figures/", "graph-up"), Entry("报告", "/reports/", "file-earmark-text")]
        top.append(Entry("核稿", "/checker/", "check2-circle"))
    found = [("", top), *_rooms(by)]
    work = [Entry("导入", "/imports/", "upload")] if by.can(Verb.IMPORT) else []
    if by.can(Verb.SEAL) or by.can(Verb.AUDIT):
        work.append(Entry("台账存证", "/ledger/", "shield-lock"))
    if by.can(Verb.ADD):
        work.append(Entry("练习", "/practice/", "journal-text"))
    work.append(Entry("设置", "/settings/", "gear"))
    found.append(("管理", work))
    return [
        Group(title, tuple(_marked(entry, path) for entry in entries)) for title, entries in found if entries
    ]


def _rooms(by: Actor) -> list[tuple[str, list[Entry]]]:
    rooms: dict[str, list[Entry]] = {}
    for register in visible_registers(by):
        entries = rooms.setdefault(register.room_title, [])
        if register.room == "organisations" and not entries:
            entries.append(Entry("组织架构", "/orgs/tree/", "diagram-3"))
        if register.code in PAGES:
            entries.append(Entry(*PAGES[register.code]))
        entries.append(
            Entry(register.title, f"/r/{register.code}/", ROOM_ICONS.get(register.room, "journal-text"))
        )
    return list(rooms.items())


def _marked(entry: Entry, path: str) -> Entry:
    is_here = path == entry.url if entry.url == "/" else path.startswith(entry.url)
    return Entry(entry.title, entry.url, entry.icon, is_current=is_here)
