"""The words that follow a number and say what one of it is: 个, 场次, 平方米, 万元, 百分点; and what kind each makes.

An inventory of counting words of the field and of everyday Chinese, longest first; nothing here knows a value.
"""

import re

from kebridge.figures.checker.shapes import Kind

MONEY = ("元", "块钱", "美元", "港元", "欧元", "日元", "英镑", "元人民币", "角")
MEASURES = tuple(
    "平方米 平方公里 平方千米 平方厘米 立方米 公里 千米 厘米 毫米 英里 公顷 公斤 千克 毫升 海里 千瓦时 千瓦 兆瓦 工作日 "
    "分钟 小时 学时 课时 个月 周岁 米 亩 顷 里 吨 克 斤 升 秒 天 日 周 年 季度 月 岁 ㎡ m² m2 km² km kg ℃ 度 千伏 "
    "兆 T G GB TB MB 人天 人月 工日 人日 平米 延米 课时 昼夜 夜 晚 分 刻钟 节课".split()
)
COUNTS = tuple(
    "人次 场次 人·次 户次 车次 件次 台次 批次 项次 册次 家次 频次 篇次 班次 架次 个次 例次 趟次 期次 站次 家企业次 课次 "
    "人 名 位 个 家 所 支 篇 条 份 册 套 本 部 处 块 幅 辆 台 户 对 组 队 班 门 节 堂 届 批 只 种 类 座 间 站 场 次 期 项 "
    "件 封 枚 张 枝 株 棵 粒 颗 朵 头 匹 峰 尾 羽 艘 架 栋 幢 层 层楼 口 眼 口井 盏 顶 面 根 片 段 首 曲 幕 集 卷 页 章 "
    "款 款式 句 声 遍 轮 趟 回 顿 步 点 例 宗 起 桩 笔 单 票 通 席 桌 盘 杯 瓶 袋 箱 盒 包 桶 捆 束 串 挂 排 列 道 路 级 "
    "方阵 梯队 方面 环节 阶段 维度 层面 步骤 板块 领域 部门 村 社区 县 区 市 镇 乡 省 国 乡镇 街道 县区 县市区 区县 市州 "
    "市县 行政村 院校 学校 高校 企业 单位 院 校 馆 园 基地 通 点位 站点 网点 工位 展位 床位 席位 车间 小组 分队 "
    "支部 字 词 字节 帧 版 栏 格 行 列次 频道 人份 帖 则 讲 课 题 道题 分 分数 星 连冠 连增 连胜 张次 公众号 "
    "头次 万字 亩次 代 茬 团 股 孔 拨 众 箱次 剂 剂次 针 针次 例数 标 码 环 档 挡 项目 亿次 组次 对次 户数 家庭 "
    "牌 金 银 铜 代表队 家次 架 套次 台套 件套 处次 只次 篇数 方 员 倍".split()
)
# After Arabic digits these are units too, but only there: 三县, 一国 are words of their own.
WEAK = frozenset(
    "村 社区 县 区 市 镇 乡 省 国 院 校 馆 园 牌 金 银 铜 题 讲 行 栏 格 字 词 课 单 星 方 分 代 路 员 团 级 里".split()
)
NOT_CHINESE = WEAK | frozenset(
    "日 月 年 层 号 点 起 道 面 步 回 声 排 列 度 角 周 版 众 针 环 档 码 标 股 孔 G T".split()
)
_DOING = re.compile(
    r"(?:参观|浏览|参与|服务|受益|培训|观看|访问|收看|接待|参加)(人次|场次)"
)  # 7636万参观人次
POINTS = re.compile(r"个?百分点")
_ALL = sorted({*MONEY, *MEASURES, *COUNTS}, key=len, reverse=True)
_PAIRED = r"(?:（[次套个处件场项班家座间例只册本幅台辆支人户张]）|/[次个家项场套处间座班](?![0-9\d]))?"
UNIT = re.compile(rf"({'|'.join(map(re.escape, _ALL))})({_PAIRED})")
# A unit that is the beginning of another word: 3部门 is 3 + 部门, 两场馆 no count of 场.
_BEGINS_WORD = {
    "场": "馆所地景面合域",
    "部": "分门署委队长件位",
    "家": "庭长园乡访属务",
    "条": "件例款约文",
    "名": "单称胜医校师家",
    "项": "目",
    "点": "位燃赞击评",
    "组": "织建合成长",
    "队": "伍员",
    "班": "子组",
    "节": "能约点目日",
    "课": "程题",
    "站": "点位式",
    "单": "位项",
    "分": "别为类布会支享析管组之子队钟院",
    "人": "才民口大类文物均们员工力",
    "类": "似型",
    "面": "向对积临",
    "本": "科市省县级级地单",
    "座": "谈",
    "间": "接",
    "周": "年边期",
    "年": "级龄度底",
    "期": "间刊",
    "台": "账阶",
    "步": "伐",
    "起": "来到步",
    "路": "径线",
    "道": "路德",
    "层": "次层面",
    "级": "别",
    "位": "于居列置",
    "天": "然津气",
    "区": "域",
    "市": "场民级",
    "县": "级",
    "省": "级",
    "国": "家内外际",
    "院": "士长校",
    "校": "园长企",
    "村": "民级",
    "字": "节",
    "方": "面式案法",
    "金": "额融",
    "员": "工",
    "次": "日年生要序",
    "对": "接于口象",
    "个": "体性别",
    "里": "面程",
    "讲": "座话师",
    "题": "目材",
    "代": "表",
    "口": "号",
    "户": "外籍",
    "处": "理",
    "轮": "流",
    "度": "假",
    "批": "评准复示",
    "篇": "幅章",
    "回": "应访",
    "集": "体中团市",
    "章": "程",
    "段": "落",
    "行": "业动政",
    "列": "入为车",
    "星": "级期",
    "园": "区艺",
    "馆": "长藏",
    "团": "队体员",
    "版": "本权",
    "角": "度色",
    "日": "常均期",
    "月": "度",
    "斤": "斤",
}


def read_unit(text: str, place: int, *, chinese: bool = False) -> tuple[str, int] | None:
    """The unit at `place` of a view and where it ends; None if no unit is written there.

    `chinese`: the number before is in Chinese numerals, where fewer words are units (三县, 一道, 五年级).
    """
    if points := POINTS.match(text, place):
        return "百分点", points.end()
    if doing := _DOING.match(text, place):
        return doing[1], doing.end()
    match = UNIT.match(text, place)
    while match:
        unit, paired = match.groups()
        after = text[match.end() : match.end() + 1]
        clashes = after and not paired and after in _BEGINS_WORD.get(unit, "")
        if not clashes and not (chinese and unit in NOT_CHINESE):
            return (_paired(unit, paired), match.end())
        shorter = next(
            (word for word in _ALL if len(word) < len(unit) and text.startswith(word, place)), None
        )
        if shorter is None:
            return None
        match = re.compile(f"({re.escape(shorter)})({_PAIRED})").match(text, place)
    return None


def _paired(unit: str, paired: str) -> str:
    """场（次） is 场次, 人（次） 人次, 件（套） 件套; 份（册） and 个/家 stay with their first."""
    second = paired.strip("（）") if paired.startswith("（") else ""
    return unit + second if second in ("次", "套") else unit


def kind_of(unit: str) -> Kind:
    """What sort of quantity a unit makes."""
    if unit == "百分点":
        return Kind.POINTS
    if unit in ("%", "‰"):
        return Kind.RATE
    if unit == "倍":
        return Kind.RATIO
    if unit in MONEY:
        return Kind.MONEY
    return Kind.MEASURE if unit in MEASURES and unit not in ("分", "课时", "节课") else Kind.COUNT
