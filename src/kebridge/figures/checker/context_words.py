"""The words that say when and where a figure holds, and whether it is only intended."""

import re
from functools import lru_cache

_YEAR = r"(?:(?:19|20)\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2})年(?:度)?"
PERIOD = re.compile(
    rf"(?:截[至止](?:到)?(?:目前|今|[^，。；\d]{{0,2}}?(?:{_YEAR})?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:年?底|末)?)"
    rf"|(?:{_YEAR}?)?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月?(?:—|-|~|至|到)(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:份)?"
    rf"|(?:19|20)\d{{2}}年?(?:—|-|~|至|到)(?:19|20)\d{{2}}年?(?:间|期间)?"
    rf"|{_YEAR}(?:上半年|下半年|第?[一二三四]季度|前[三两二]季度|\d{{1,2}}月(?:份|底|初|末)?(?:\d{{1,2}}日)?|全年|以来|底|末|初)?"
    r"|(?:今年|去年|前年|明年|本年度?|上年度?|当年|全年|年内|年初|年底|年末|上年同期|去年同期|同期)(?:上半年|下半年|第?[一二三四]季度|以来|\d{1,2}月(?:份)?|至今|年底|底)?"
    r"|上半年|下半年|第?[一二三四]季度|前[三两二]季度|本月|上月|当月|本季度?|本学期|暑假期间|寒假期间"
    r"|(?:近|过去|最近|这)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个)?(?:年|个月)(?:来|间|以来)"
    r"|(?:过去|近|最近)(?:的)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?:年|个月)"
    r"|[“]?十[一二三四五六]五[”]?(?:期间|时期|以来|末)?(?!规划|[一-龥]{0,4}(?:规划|纲要|行动))"
    r"|(?<!\d)\d{1,2}月(?:份|底|末|初|中旬|上旬|下旬)?(?:\d{1,2}日)?"
    r"|[一-龥]{0,8}(?:大会|换届|成立|揭牌|启用|开馆)(?:召开)?以来|目前|现有|至今|年均|每年|月均|日均)"
)
_PLACE = (
    r"全(?:国|省|市|县|区|州|系统|镇|乡|校|域)|市(?:本级|直|域|属)|(?:省|县|区)(?:本级|直|属)|本(?:级|市|省|县|区|单位)|我(?:国|省|市|县|区)"
    r"|各(?:县市区|县区|区县|县|区|市|乡镇|街道)|所属(?:学会|单位)|(?:市|县|区|省)级(?:学会|科协)?|科协系统|(?:省|市|县|区)科协(?!系统)|(?:市|县|区|省)科技馆"
)
_NAME = "[^\\W\\da-zA-Z_的在到对我全各本市省县区入赴与和及等为向由给请了聘任合领荣获派驻完成推进邀立依托会过上下内外该从自于以某每两个家次名年月日届所有将把被让使动员组织联合]"
_NAMED = (
    rf"{_NAME}{{2,4}}(?:省|市|县|自治州|州|盟|旗|镇|乡|街道|开发区|高新区)(?![级直属域内外别本场民委长政府领间村])"
    rf"|{_NAME}{{2}}区(?![级直域内外别民长间])|{_NAME}{{2,8}}(?:学会|协会|研究会|科技馆|科普馆)(?![会员组工作系])"
)
SCOPE = re.compile(f"{_NAMED}|{_PLACE}")
_HAS_WORDS = re.compile("[年月]|[一-龥]{2}")
_INTENDED = re.compile(
    r"(?:拟|将(?=[于在新再继开举建召组聚全大深持围安引培投启打选评推加力以邀完达超]|进一步|重点|实[施现]|要|争取)|力争|预计|计划(?=[新开举建投完组召实推争引选培在于到全为]|\d)|争取(?=[在年到达]|实现)|确保|打算|有望|到20\d{2}年(?:底|末)?[，,]?(?:.{0,14})(?:达到|超过|实现|建成|力争)|"
    r"目标(?:是|为|任务(?:是|为)?|值)|下一步|明年|下年度?|来年|今后|未来|下一年|力促|准备|规划建设|将要|即将)"
)
_PLANNED_HEADING = re.compile(
    r"计划|打算|思路|展望|下一步|下半年工作|目标任务|明年|下年|工作安排|工作部署|努力方向|重点任务|工作要点"
)
_TOLD = re.compile(r"完成|执行|落实|实施|总结|回顾|综述|行动计划|十四五")
_PAST = re.compile(r"已(?:经)?(?:完成|建成|超额|实现)|圆满完成|完成情况|超额完成|实际完成|已[^，。；]{0,6}$")


def is_plan(clause: str, sentence_before: str, headings: tuple[str, ...]) -> bool:
    """Whether the words tell of what is intended: in the clause itself, earlier in its sentence, or in a heading above."""
    if _PAST.search(clause):
        return False
    if _INTENDED.search(clause) or _INTENDED.search(sentence_before):
        return True
    return any(_PLANNED_HEADING.search(heading) and not _TOLD.search(heading) for heading in headings)


def words(pattern: re.Pattern[str], stretches: list[str]) -> list[str]:
    """The words of a pattern in stretches of text, nearest first (the last of the first stretch), each once."""
    found: list[str] = []
    for stretch in stretches:
        found += [word for word in _words_of(pattern, stretch) if word not in found]
    return found


@lru_cache(maxsize=2000)
def _words_of(pattern: re.Pattern[str], stretch: str) -> tuple[str, ...]:
    if not _HAS_WORDS.search(stretch):
        return ()
    said = [match.group().strip("，。") for match in pattern.finditer(stretch)]
    return tuple(dict.fromkeys(word for word in reversed(said) if word))
