"""Vocabulary of media."""

from django.db import models


class Form(models.TextChoices):
    NEWS = "news", "消息（新闻）"
    FEATURE = "feature", "专题（通讯）报道"
    COLUMN = "column", "开设专栏（栏目）"
    OPEN_LETTER = "open_letter", "公开信（慰问信）"
    INTERVIEW = "interview", "访谈"
    LIVE = "live", "直播"
    ARTICLE = "article", "署名文章"
    OTHER_FORM = "other_form", "其他"


class Medium(models.TextChoices):
    PAPER = "paper", "报刊"
    BROADCAST = "broadcast", "广播电视"
    WEB = "web", "网站"
    NEW_MEDIA = "new_media", "新媒体（客户端、公众号）"


class Platform(models.TextChoices):
    KEPU_CHINA = "kepu_china", "科普中国"
    WECHAT = "wechat", "微信公众号"
    CHANNELS = "channels", "微信视频号"
    DOUYIN = "douyin", "抖音"
    KUAISHOU = "kuaishou", "快手"
    WEIBO = "weibo", "微博"
    TOUTIAO = "toutiao", "今日头条"
    BILIBILI = "bilibili", "哔哩哔哩"
    VOLUNTEERS = "volunteers", "中国科技志愿（志愿服务平台）"
    SCREEN = "screen", "科普大屏"
    CENTRE = "centre", "文明实践中心平台"
    BROADCAST = "broadcast", "广播电视"
    PAPER = "paper", "报刊"
    APP = "app", "客户端（融媒体）"
    WEBSITE = "website", "网站"
    OTHER_PLATFORM = "other_platform", "其他平台"


class Observed(models.TextChoices):
    """What a platform shows: of a whole area (OF_AREA), or of one account."""

    INFORMANTS = "informants", "注册信息员（辖区合计）"
    SHARES = "shares", "传播（分享）量（辖区合计）"
    FOLLOWERS = "followers", "关注人数（粉丝）"
    READS = "reads", "阅读量"
    PLAYS = "plays", "播放量"
    WORKS = "works", "发布作品（篇、条）"
    VOLUNTEERS = "volunteers", "注册科技志愿者（辖区合计）"
    TEAMS = "teams", "注册志愿服务队（辖区合计）"
    ACTIVITIES = "activities", "平台志愿服务活动（辖区合计）"
    HOURS = "hours", "平台志愿服务时长（小时，辖区合计）"


OF_AREA = (
    Observed.INFORMANTS, Observed.SHARES, Observed.VOLUNTEERS, Observed.TEAMS, Observed.ACTIVITIES, Observed.HOURS,
)  # fmt: skip


class AccountKind(models.TextChoices):
    OFFICIAL = "official", "单位官方账号"
    POPULAR = "popular", "科普账号"
    EXPERT = "expert", "专家（志愿者）账号"
    OTHER_ACCOUNT = "other_account", "其他账号"


class Frequency(models.TextChoices):
    DAILY = "daily", "每日"
    WEEKLY = "weekly", "每周"
    MONTHLY = "monthly", "每月"
    QUARTERLY = "quarterly", "每季"
    IRREGULAR = "irregular", "不定期"


class ItemKind(models.TextChoices):
    VIDEO = "video", "视频"
    ARTICLE = "article", "图文"
    LIVE = "live", "直播"
    AUDIO = "audio", "音频"
    POSTER = "poster", "海报（长图）"


class Readers(models.TextChoices):
    """Codes of the audiences of activities, for the same people."""

    PUBLIC = "public", "公众"
    PUPILS = "pupils", "中小学生"
    FARMERS = "farmers", "农民"
    SENIORS = "seniors", "老年人"
    WORKERS = "workers", "产业工人"
    OFFICIALS = "officials", "领导干部和公务员"
    EXPERTS = "experts", "科技工作者"
