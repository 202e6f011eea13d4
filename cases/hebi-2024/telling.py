"""08-宣传与其他: media, trainings, meetings, and what stands in no other register."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names
from . import programmes as tags

HOME_DAY = date(2024, 5, 30)
SCREENS = 100


def pages() -> list[Page]:
    return [Page("coverage", _coverage()), Page("media_snapshots", _snapshots(), "注：累计数从不相加。"),
            Page("other_works", _works(), "注：先看别的登记簿里有没有。"), Page("trainings", _trainings()), Page("meetings", _meetings())]  # fmt: skip


def _coverage() -> list[Row]:
    fields = "day outlet level medium title form programmes"
    workers, science = (tags.WORKERS_DAY,), (tags.SCIENCE_DAY,)
    museum = table(
        names.MUSEUM, fields,
        (date(2024, 7, 14), "央视频", "nation", "new_media", "科技馆里的暑期课堂", "live", ()),
        (date(2024, 5, 5), "河南日报", "province", "paper", "科技馆假期人气旺", "news", ()),
        (date(2024, 10, 5), "河南日报", "province", "paper", "假日里的科技馆", "news", ()),
        (date(2024, 9, 20), "鹤壁日报", "city", "paper", "馆校合作示范校签约", "news", (tags.SCHOOLS,)),
    )  # fmt: skip
    return [*museum, *table(
        names.CITY, fields,
        (HOME_DAY, "鹤壁日报", "city", "paper", "致敬科技工作者专题", "feature", workers),
        (date(2024, 5, 31), "鹤壁日报", "city", "paper", "科技工作者之家揭牌", "news", workers),
        (date(2024, 9, 15), "鹤壁日报", "city", "paper", "科普日主场活动举行", "news", science),
        (date(2024, 9, 15), "鹤壁广播电视台", "city", "broadcast", "科普日主场活动举行", "news", science),
        (date(2024, 9, 27), "河南日报客户端", "province", "new_media", "商业航天产业会议签约", "news", (tags.SPACE,)),
    )]  # fmt: skip


def _snapshots() -> list[Row]:
    source = "平台后台首页截图（演示）"
    seen = ((date(2023, 12, 31), 61_240, 18_300), (date(2024, 12, 31), 74_906, 23_150))
    rows = [row for day, informants, followers in seen for row in (
        (day, "kepu_china", "", "informants", informants, source), (day, "wechat", "鹤壁科普", "followers", followers, source),
    )]  # fmt: skip
    return table(names.CITY, "day platform account observed value source", *rows)


def _works() -> list[Row]:
    fields = "day kind label title quantity unit evidence programmes"
    home = (tags.HOME,)
    museum = table(
        names.MUSEUM, fields,
        (date(2024, 4, 12), "exhibits", "四维影院", "影院设备提升", 1, "项", "验收单和照片", ()),
        (date(2024, 6, 18), "exhibits", "生存剧场", "环境体验剧场提升", 1, "项", "验收单和照片", ()),
        (date(2024, 6, 28), "show", "科学家主题", "科学家主题展", 1, "个", "布展方案和照片", ()),
        (date(2024, 8, 26), "courses", "科学课程", "对应课标的科学课程", 12, "门", "课程目录和教案", (tags.SCHOOLS,)),
    )  # fmt: skip
    return [*museum, *table(
        names.CITY, fields,
        (HOME_DAY, "opened", "", "科技工作者之家揭牌启用", 1, "个", "揭牌照片和启用通知", home),
        (HOME_DAY, "services", "学术交流", "之家学术交流服务", 1, "项", "服务目录", home),
        (HOME_DAY, "services", "诉求反映", "之家诉求反映服务", 1, "项", "服务目录", home),
        (HOME_DAY, "services", "人文关怀", "之家人文关怀服务", 1, "项", "服务目录", home),
        (HOME_DAY, "screens", "城区", "点亮公共大屏（城区）", 64, "块", "点位表和照片", (tags.WORKERS_DAY,)),
        (HOME_DAY, "screens", "县区", "点亮公共大屏（县区）", SCREENS - 64, "块", "点位表和照片", (tags.WORKERS_DAY,)),
        (date(2024, 5, 28), "care", "", "走访慰问科技工作者", 18, "人", "走访安排表和照片", (tags.WORKERS_DAY,)),
        (date(2024, 6, 25), "survey", "", "全市科技工作者状况调查", 1, "次", "调查报告和数据说明", ()),
        (date(2024, 4, 18), "brokered", "", "帮扶村与高校甘薯产业研究院合作", 1, "项", "合作协议", (tags.VILLAGE,)),
    )]  # fmt: skip


def _trainings() -> list[Row]:
    return table(
        names.CITY, "day days title kind level grade topic audience people",
        (date(2024, 10, 21), 5, "技术经理人培训班", "course", "city", "basic", "技术经理人", "workers", 84),
        (date(2024, 8, 14), 1, "企业创新方法培训会", "course", "city", "", "创新方法", "firms", 62),
        (date(2024, 11, 12), 1, "创新方法骨干研修", "seminar", "city", "middle", "创新方法", "workers", 35),
        (date(2024, 4, 24), 1, "学会工作培训", "course", "city", "", "学会管理", "societies", 48),
    )  # fmt: skip


def _meetings() -> list[Row]:
    return table(
        names.CITY, "day kind title level people programmes",
        (date(2024, 5, 29), "symposium", "科技工作者代表座谈会", "city", 46, (tags.WORKERS_DAY,)),
        (date(2024, 2, 27), "work", "全市科协工作会议", "city", 88, ()),
        (date(2024, 7, 30), "symposium", "学会负责人座谈会", "city", 30, ()),
    )  # fmt: skip
