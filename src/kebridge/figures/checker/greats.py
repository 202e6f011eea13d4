"""十大首席科普专家 counts ten persons; 三大攻坚战 and 全国十大新闻 only name: what the words about 大 decide."""

import re

_MAKES = re.compile(
    r"(?:聘任|聘请|选聘|评选出?|选树|命名|认定|打造|建成|建设|培育|组建|成立|搭建|推出)[^。；！？\n]{0,40}$"
)
_PERSONS = r"专家|人物|人才|工程师|科学家|工匠|能手|标兵|志愿者|辅导员|模范|使者|大使|达人|先锋|创客|楷模|教师|医生|青年"
_THINGS = r"品牌|基地|平台|中心|学会|协会|团队|联盟|场馆|展区|展厅|园区|站点|阵地|课程|栏目|专区"
_COUNTED = re.compile(
    rf"大(?=[^，。；：、！？\n“”]{{0,8}}?(?:(?P<persons>{_PERSONS})|(?P<things>{_THINGS})))"
)


def counted_by(view: str, start: int, end: int) -> str:
    """The unit of what is counted by numerals from `start` to `end` with 大 after them; "" where they only name."""
    match = _COUNTED.match(view, end)
    if not match or not _MAKES.search(view[max(0, start - 60) : start]):
        return ""
    return "名" if match["persons"] else "个"
