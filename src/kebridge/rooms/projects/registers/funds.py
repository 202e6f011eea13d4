"""Projects and money applied for."""

from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register, Similar
from kebridge.core.wording.styles import FEN, yuan
from kebridge.rooms.projects import facts, rules
from kebridge.rooms.projects.enums import FundKind
from kebridge.rooms.projects.models import Fund
from kebridge.rooms.projects.registers.common import ROOM, ROOM_TITLE


def _sentence(fund: Fund) -> str:
    arrived = f"，到账{yuan(fund.received)}" if fund.received else ""
    if fund.kind == FundKind.INSTALMENT:
        return f"{fund.grantor}续拨“{fund.title}”{arrived}"
    granted = f"，批准{yuan(fund.granted)}" if fund.granted else ""
    day = fund.decided or fund.day
    named = f"{fund.grantor}{fund.get_kind_display()}“{fund.title}”"
    return f"{day:%Y年%-m月%-d日}{named}{fund.get_status_display()}{granted}{arrived}"


def _money(name: str, text: str, **more: str) -> Field:
    return Field(name, help=text, unit="元", scale=FEN, **more)


FUNDS = Register(
    code="funds", title="争取资金与项目", noun="项目（资金）", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Fund,
    facts=facts.fund_facts, natural_key=("day", "title"), day="day", check=rules.check_fund,
    similar=Similar("day", "title"),
    help="向上级和其他单位争取的项目、补助，一个一条，批准、到账、验收改同一条。申请、批准、到账是三个数，从不相加。",
    sentence=_sentence, known_as=("项目资金", "争取资金", "会市合作", "三长支撑行动计划项目", "青年科技晨光计划", "专项资金", "奖补"),
    declared=(
        Field("day", help="申报的日期；不用申报、直接下达的填下达日期；续拨填到账日期", example="2024-03-05"),
        Field("title", help="项目或资金的名称", example="演示学会服务产业项目"),
        Field("kind", help="项目、补助分开统计；同一项目第二次起的到账选续拨，只算钱不算个数", example="项目"),
        Field("purpose", help="钱用在哪方面；“几类资助”由此得出", example="科普活动"),
        Field("schemes", scheme="scheme", help="属于哪个项目计划，先在“奖项赛事与计划”登记", example="会市合作"),
        Field("programmes", help="用在哪些品牌活动上", group="归类"),
        Field("grantor", help="批准、拨款的单位", example="演示省科协"),
        Field("level", help="由哪一级批准", example="省级"),
        _money("asked", "申报书里申请的金额；没有的留空", group="进展", example="300000"),
        Field("status", help="现在到哪一步", group="进展", example="已批准"),
        Field("decided", label="批准（答复）日期", help="批准文件的日期，“获批几个”按它统计；未获批的填答复日期",
              group="进展", example="2024-04-10"),
        _money("granted", "批准文件写明的金额；文件没有写的留空", group="进展", example="200000"),
        Field("received_day", help="第一次到账的日期；以后各次另登续拨", group="进展", example="2024-05-06"),
        _money("received", "这一次到账的金额，可写“20万”", group="进展", example="200000"),
        Field("accepted_day", help="通过验收的日期", group="进展"),
        Field("result", help="验收的结果", group="进展"),
        Field("document", help="文件文号、合同编号", group="其他"),
    ),
    columns=("day", "title", "kind", "schemes", "grantor", "level", "status", "decided", "granted", "received_day",
             "received", "org"),
    filters=("status", "kind", "purpose", "level", "schemes", "programmes"), search=("title", "grantor", "schemes__name"),
    totals=("granted", "received"), order=("-day", "-pk"),
)  # fmt: skip
