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
    WEBSITE = "website", "网站"
    OTHER_PLATFORM = "other_platform", "其他平台"


class Observed(models.TextChoices):
    """What a platform shows. The first two are of a whole area, the others of one account."""

    INFORMANTS = "informants", "注册信息员（辖区合计）"
    SHARES = "shares", "传播（分享）量（辖区合计）"
    FOLLOWERS = "followers", "关注人数（粉丝）"
    READS = "reads", "阅读量"
    PLAYS = "plays", "播放量"
    WORKS = "works", "发布作品（篇、条）"


OF_AREA = (Observed.INFORMANTS, Observed.SHARES)
