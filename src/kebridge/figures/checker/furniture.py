"""The parts of a web page that are copied with a report: menus, sources, counters, share buttons, registration lines."""

import re

_NAVIGATION = frozenset(
    "首页 网站首页 返回首页 返回顶部 返回 新闻中心 新闻动态 工作动态 信息公开 政务公开 通知公告 公告公示 机构概况 机构设置 机构职能 组织机构 政策法规 关于我们 关于科协 联系我们 "
    "科普之家 学会之家 人才之家 党务党建 党建工作 反邪教工作 科普中国 科协微信 科协一家 综合信息 科协工作动态 工作总结 资料下载 下载中心 在线服务 互动交流 友情链接 网站地图 登录 注册 "
    "收藏 收藏本站 设为首页 加入收藏 微信 微博 QQ QQ空间 微信公众号 打印 打印本页 关闭 关闭窗口 分享 分享到 上一篇 下一篇 上一页 下一页 尾页 末页 相关文章 相关新闻 相关阅读 推荐阅读 热门文章 "
    "焦点新闻 繁体 简体 无障碍 无障碍浏览 长者模式 关怀版 适老版 English 大 中 小 默认 搜索 专题专栏 科普资源 学会工作 学术交流 科技服务 智库建设 青少年科技教育 学习强国 中国科协 图片 图 更多 更多>>".split()
)
_LABELLED = re.compile(
    r"^(?:[【\[（(]?(?:来源|信息来源|文章来源|稿源|作者|编辑|责任编辑|责编|美编|校对|审核|审核人|审校|初审|复审|终审|供稿|供稿人|供稿单位|撰稿|发布人|发布者|发布单位|发布机构|录入|发稿|"
    r"发布时间|发布日期|时间|日期|更新时间|浏览|浏览次数|浏览量|阅读|阅读次数|阅读量|点击|点击数|点击率|点击量|点击次数|访问|访问量|访问次数|人气|点赞|点赞数|评论|评论数|字号|字体|字体大小|文字大小|分享到?|分享|"
    r"打印|索引号|主题分类|文号|公开方式|上一篇|下一篇|上一条|下一条|当前位置|所在位置|您当前所在位置|您现在的位置|您所在的位置|您的位置|位置|相关链接|友情链接|标签|关键词|关键字|附件下载|扫一扫|"
    r"主办|主办单位|承办单位|联合主办|技术支持|网站制作|网站维护|版权|版权所有|地址|电话|联系电话|传真|邮编|邮政编码|邮箱|电子邮箱|备案号|网站标识码|"
    r"总访问量|今日访问|当前在线|在线人数|阅读数|转发数?|网站地图)[】\]]?)[ \u3000]*[:：>》|]"
)
_NOTICE = re.compile(
    r"ICP备|公网安备|网安备|[Cc]opyright|COPYRIGHT|版权所有|All [Rr]ights|网站标识码|违法和不良信息|举报电话|技术支持|扫一扫|扫码关注|二维码|"
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?[ ]*[:：(（][ ]*\d|字(?:体|号)(?:大小)?[ ]*[:：]?[ ]*[\[【（(]?[ ]*(?:大|小|A)|分享到|返回顶部|关闭窗口|打印本页|【打印】|【关闭】|您是第[ ]*\d+[ ]*位|"
    r"(?:来源|作者|编辑|发布时间|发布日期)[ ]*[:：].{0,40}(?:浏览|阅读|点击|字号|字体|时间|来源)|建议使用.{0,12}浏览器|分辨率"
)
_CRUMBS = re.compile(r"首页[ ]*(?:[>＞›»/|]|&gt;)|(?:[>＞›»][ ]*\S{2,12}){2,}")
_CODE = re.compile(r"^[\s\d\W_A-Za-z]*$")
_ONLY_TIME = re.compile(
    r"^[\[【(（]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]*\d{1,2}:\d{2}(?::\d{2})?[\]】)）]?(?:[ |].*)?$"
)
_SPLIT = re.compile(r"[ \u3000\t|｜·>＞»/]+")
_SENTENCE = re.compile(r"[。！？]|，.{6,}，")
_LONG = 120


def _is_menu(line: str) -> bool:
    """Mostly words of navigation, or many short words without a sentence."""
    words = [word for word in _SPLIT.split(line.strip()) if word]
    if not words:
        return False
    known = sum(word.strip("[]【】()（）:：") in _NAVIGATION for word in words)
    if known and known * 2 >= len(words):
        return len(words) > 1 or len(line) <= 6
    return len(words) >= 6 and all(len(word) <= 8 and not re.search(r"\d", word) for word in words)


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page around a report, not to the report."""
    bare = line.replace("\xa0", " ").strip()
    if not bare or len(bare) > _LONG:
        return False
    if _LABELLED.match(bare) or _CRUMBS.search(bare) or _ONLY_TIME.match(bare):
        return not (_SENTENCE.search(bare) and len(bare) > 40)
    if _SENTENCE.search(bare) and not re.search(r"ICP备|公网安备|版权所有|[Cc]opyright", bare):
        return False
    if _NOTICE.search(bare) or _is_menu(bare):
        return True
    return bool(_CODE.match(bare)) and "\t" not in line and not re.fullmatch(r"[\d,，.]{1,8}\s*%?", bare)


def find_furniture(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of a text that are furniture of a page, line by line, neighbours joined."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if is_furniture(line):
            if spans and not text[spans[-1][1] : start].strip():
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        start = end + 1
    return tuple(spans)
