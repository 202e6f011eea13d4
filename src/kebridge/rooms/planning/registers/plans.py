"""Frames and their items, documents, renewals."""

from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register
from kebridge.core.records.tagging import gives_tag, keeps_tag_named
from kebridge.rooms.planning.enums import Stage
from kebridge.rooms.planning.facts import plans as facts
from kebridge.rooms.planning.models import Document, PlanFrame, PlanItem, TermRenewal
from kebridge.rooms.planning.registers.common import ROOM, ROOM_TITLE
from kebridge.rooms.planning.rules import plans as rules


def _renewal_sentence(one: TermRenewal) -> str:
    name = f"{latest_tree().name(one.org_id)}第{one.term}届"
    if one.done:
        return f"{one.done:%Y年%-m月%-d日}{name}换届完成"
    if one.held:
        return f"{one.held:%Y年%-m月%-d日}{name}召开换届大会"
    return f"{one.prepared:%Y年%-m月%-d日}{name}启动换届筹备" if one.prepared else f"{name}换届"


def _document_sentence(one: Document) -> str:
    number = f"（{one.reference}）" if one.reference else ""
    return f"{one.day:%Y年%-m月%-d日}印发《{one.title}》{number}"


FRAMES = Register(
    code="plan_frames", title="工作框架", noun="工作框架", unit="个", room=ROOM, room_title=ROOM_TITLE, model=PlanFrame,
    facts=facts.frame_facts, natural_key=("name",), is_reference=True, day="since", check=rules.check_span,
    prepare=gives_tag(Tag.Scheme.PLAN), after_save=keeps_tag_named,
    help="年度计划、几个聚焦、职责分类、政策条款、产业清单、工作品牌。先登记框架，再在“工作事项”里登记它的各项。",
    sentence=lambda one: f"{one.name}（{one.get_kind_display()}）",
    declared=(
        Field("name", help="大家平时的叫法；别处写同样的名称就归到一起", example="演示框架"),
        Field("kind", help="是计划、框架还是品牌，统计按它分类", example="工作框架（聚焦、提升）"),
        Field("since", help="从哪天开始执行；年度计划填1月1日", example="2024-01-01"),
        Field("until", help="执行到哪天；年度计划填12月31日，长期的留空", example="2024-12-31"),
        Field("level", help="由哪一级制定或部署", example="市级"),
        Field("document", help="写在哪份文件里；不写内容", example="演示市科协2024年工作要点"),
    ),
    columns=("name", "kind", "level", "since", "until", "document", "org"), filters=("kind", "level"),
    search=("name", "document"),
    known_as=("计划框架", "四服务", "七个专项行动", "五个清单", "十二项重点工作", "三个一批", "万人助万企", "优化营商环境",
              "文明创建", "创文创卫", "乡村振兴", "脱贫攻坚", "疫情防控", "双下沉", "领导小组", "全民科学素质工作领导小组",
              "工作品牌", "科普十条", "全域科普矩阵", "六型机关", "下半年工作计划", "五大工程"),
    order=("-since", "name"),
)  # fmt: skip

ITEMS = Register(
    code="plan_items", title="工作事项", noun="工作事项", unit="项", room=ROOM, room_title=ROOM_TITLE, model=PlanItem,
    facts=facts.item_facts, natural_key=("name",), is_reference=True, day="since", check=rules.check_item,
    prepare=gives_tag(Tag.Scheme.PLAN), after_save=keeps_tag_named, extra_prefetch=("tag",),
    help="框架里的每一项一条；“十个聚焦”就登记十条。属于几个框架就写几个，合计时只算一次。",
    sentence=lambda one: f"{one.code} {one.title or one.name}".strip(),
    declared=(
        Field("name", help="不与别的事项重名的短名称；跨年的同名事项加上框架名", example="演示框架01"),
        Field("frames", scheme="plan", required=True, help="属于哪个工作框架，写登记过的名称", example="演示框架", group="归类"),
        Field("kind", help="是事项、职责、条款还是产业", example="事项"),
        Field("code", help="文件里的编号", example="01"),
        Field("title", help="事项的完整表述；不写涉密内容", example="聚焦全民科学素质提升"),
        Field("owner", help="哪个科室负责，不写人名", example="科普部"),
        Field("since", help="从哪天开始执行", example="2024-01-01"),
        Field("until", help="执行到哪天；长期的留空", example="2024-12-31"),
        Field("finished", help="全部完成的日期；没有完成的留空"),
    ),
    known_as=("工作要点", "下步计划", "三大主攻方向", "两翼齐飞", "五链一圈", "九大行动", "三级四岗", "三重一大"),
    columns=("code", "name", "title", "frames", "owner", "since", "until"), filters=("kind", "frames"),
    search=("name", "title", "owner"), order=("-since", "code", "name"),
)  # fmt: skip

DOCUMENTS = Register(
    code="documents", title="印发文件", noun="文件", unit="份", room=ROOM, room_title=ROOM_TITLE, model=Document,
    facts=facts.document_facts, natural_key=("day", "title"), day="day", check=rules.check_document,
    help="本单位印发（或牵头起草、由上级印发）的文件、方案、慰问信，一份一条。只登记标题和文号，不录正文；涉密文件一律不登记。",
    sentence=_document_sentence,
    declared=(
        Field("day", help="印发（发表）的日期，“印发几份”按它统计", example="2024-03-05"),
        Field("kind", help="是意见、方案还是慰问信，统计按它分类", example="实施意见"),
        Field("action", help="新制定还是修订原有的", example="制定"),
        Field("topic", help="关于什么，短名称，每次写法一致；“某方面制定了几项制度”由此得出", example="学会管理"),
        Field("title", help="文件标题，不加书名号", example="关于促进公民科学素质提升的实施意见"),
        Field("reference", help="文号；没有的留空", example="演示科协〔2024〕6号"),
        Field("level", help="以哪一级的名义印发", example="市级"),
        Field("issuers", help="印发单位，联合印发的都写上，只算一份", example="演示市政府办公室"),
        Field("valid_from", help="从哪天施行；与印发日期相同时留空", group="效力"),
        Field("valid_until", help="规划、行动计划的最后一天；长期有效的留空", example="2025-12-31", group="效力"),
        Field("repealed", help="明令废止的日期", group="效力"),
        Field("programmes", help="为哪个品牌活动或学习教育印发的", example="全国科普日", group="归类"),
        Field("items", scheme="plan", help="落实哪个框架或事项", group="归类"),
    ),
    columns=("day", "kind", "title", "topic", "reference", "level", "valid_until", "repealed", "org"),
    filters=("kind", "action", "level", "programmes", "items", "topic"), search=("title", "topic", "reference", "issuers"),
    order=("-day", "-pk"),
    known_as=("制度", "规章制度", "党组议事和决策规则", "全民科学素质纲要", "规划纲要", "行动计划纲要", "实施意见",
              "深化改革实施方案", "管理办法", "学习计划", "培训计划", "名录", "资料摘编", "章程"),
)  # fmt: skip

RENEWALS = Register(
    code="term_renewals", title="换届", noun="换届", unit="个", room=ROOM, room_title=ROOM_TITLE, model=TermRenewal,
    facts=facts.renewal_facts, natural_key=("sort", "term"), day="prepared", about_owner=True, check=rules.check_renewal,
    help="科协、学会、基层组织的换届，每个组织每届一条；走到哪一步就补上哪一步的日期。",
    sentence=_renewal_sentence, words=dict(Stage.choices),
    known_as=("代表大会", "换届选举", "党支部换届选举", "任期", "全委会换届"),
    declared=(
        Field("org", label="换届的组织", help="谁换届就填谁", example="演示市科协"),
        Field("sort", help="是科协、学会还是党组织换届", example="学会（协会）"),
        Field("term", help="换届以后是第几届", unit="届", example="5"),
        Field("due", help="上一届任期届满的日期；报方案、报请示、备案的期限由它推算，到时在待办里提醒", example="2024-12-31", group="进度"),
        Field("delayed_to", help="经批准延期换届的，填延到哪天；延期有最长年限", group="进度"),
        Field("prepared", help="成立筹备组或报送方案的日期；“正在筹备”从这天算起", example="2024-06-01", group="进度"),
        Field("requested", help="报送召开大会请示的日期", group="进度"),
        Field("held", help="代表大会或会员大会召开的日期", group="进度"),
        Field("done", help="选举结果备案或批复的日期；“完成换届”按它统计", group="进度"),
    ),
    columns=("org", "sort", "term", "due", "delayed_to", "prepared", "requested", "held", "done"), filters=("sort",), order=("-prepared", "-pk"),
)  # fmt: skip
