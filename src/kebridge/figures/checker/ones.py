"""Whether Chinese numerals count: 建成一座科技馆 does, 形成一个良好氛围 does not; 三期工程 and 二类课题 only label."""

import re

_CONCRETE = frozenset(
    "名 位 家 所 座 篇 部 辆 台 枚 幅 封 栋 间 架 艘 户 支 届 册 处 亩 公里 人次 场次 小时 平方米 期 元 场 例".split()
)
_OPEN = frozenset("个 项 次 件 条 份 种 门 本 套 类 块 张 人 天 周 个月 批 年".split())
_DID = re.compile(
    r"(?:建成|建立|建设|新建|新增|新成立|成立|举办|召开|开展|组织|获得?|荣获|斩获|创建|完成|申报|入选|引进|引入|签约|签署|签订|争取|承办|主办|发放|捐赠|编印|"
    r"编写|出版|发布|发表|培育|打造|设立|设置|配备|购置|派出|派驻|聘任|聘请|推荐|选派|选树|评选|命名|认定|授予|授权|转化|落地|上报|报送|提交|印发|出台|"
    r"制定|修订|放映|播出|摄制|拍摄|投入|改造|开通|开办|开设|联合|接待|受理|办结|解决|吸纳|发展|有|共|各|仅|增加|减少|补充|奖|项目|课题|为期|历时|用时|每|明确)"
    r"[^，。；：！？]{0,8}$"
)
_BEFORE = re.compile(
    r"(?:[每另某同任这那该逐作为是做当像统唯第之万专单如]|作为|成为|只要有|任何|仅仅是|哪怕|不|形成了?|进|划|每[一]?)$"
)
_ABSTRACT = re.compile(
    r"[^，。；：、！？\d]{0,8}(?:氛围|格局|体系|过程|局面|台阶|缩影|窗口|时期|问题|道理|样|步|方面|样板|亮点|整体|共识|目标|方向|标志|角度|环节|系列|大批|网|图|盘|心|家人|家亲|"
    r"事儿|边|片|代|辈子|直|定|些|点|旦|切|度|贯|般|起|同|道|路|线|体|流|致|律|向|时|手|面|抓到底|抓手|重要|特点|事件|理念|支撑)"
)
_REPEATED = re.compile(r"一([个项件场次名条份幕桩座声])一?\1")


def counts_one(view: str, start: int, end: int, unit: str) -> bool:
    """Whether the 一 of a view at `start`, with its unit up to `end`, states the number one."""
    head, tail = view[max(0, start - 14) : start], view[end : end + 12]
    if _REPEATED.match(view, start) or _BEFORE.search(head):
        return False
    if re.search(r"一个[、，]?[一-龥]{0,3}$", head) or re.match(r"[、，][一-龥]{1,3}一个", tail):
        return False  # 成熟一个、发展一个
    if unit in ("批", "年"):
        return False
    after = _ABSTRACT.match(tail)
    if unit in _CONCRETE:
        listed = bool(re.search(r"[一-龥]$", head)) and bool(re.match(r"[，、；。]", tail))
        stands = bool(re.match(r"[一-龥“《]", tail)) or listed or bool(_DID.search(head))
        return stands and not (after and unit in ("场", "部"))
    if unit not in _OPEN:
        return False
    return bool(_DID.search(head)) and not after


def is_label(view: str, start: int, end: int, unit: str) -> bool:
    """三期工程, 两类课题, 五年规划: Chinese numerals that label a thing."""
    after = view[end : end + 3]
    if unit == "期":
        return bool(re.match(r"工程|项目|建设|主体|规划", after))
    if unit in ("年", "天", "日", "周") and view[start] not in "两":
        head = view[max(0, start - 4) : start]
        return (
            unit == "年"
            and not re.search(
                r"(?:历时|为期|用时|长达|持续|满|任期|每|期限|耗时|工作|从[教业事]|周期|利用|坚持)了?$", head
            )
            and not re.match(r"时间|之久|左右|以上|期[，。；]|内", after)
        )
    if unit == "类":
        return view[start] in "二" or bool(re.search(r"一类", view[max(0, start - 60) : start]))
    if unit in ("级",):
        return True
    if unit == "次":
        return bool(re.match(r"性|元|方|创业|供水|开发|分配|加工|函", after)) or view[
            max(0, start - 1) : start
        ] in ("再", "多", "首", "屡")
    if unit == "本":
        return bool(re.match(r"线|批", after))
    return False
