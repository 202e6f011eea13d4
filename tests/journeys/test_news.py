"""A news text pasted in a real browser, looked at, another proposal taken, the form filled and saved."""

from kebridge.rooms.activities.models import Activity
from tests.journeys.conftest import PHONE
from tests.support.world import SYSTEM, save

TEXT = """科普大篷车走进青石镇中心小学
本报讯 2024年5月20日至22日，演示市科协联合市教育局在青石镇中心小学举办“流动科技馆进校园”活动3场，现场300余名师生参加，线上直播观看8600人次。
这是全国科普日系列活动之一，20名科技志愿者参与服务。
图为5月21日学生参观展品。"""


def test_from_a_news_text_to_a_saved_activity(visitor, world):
    save("programmes", raw={"org": "CITY", "name": "全国科普日", "is_campaign": True}, by=SYSTEM)
    world.person("clerk", ("CITY", "clerk"))
    visitor.sign_in("clerk")
    page = visitor.page
    visitor.go("/r/activities/")
    page.click("details.more summary:has-text('更多')")
    page.click(".more-list >> text=粘贴新闻稿")
    visitor.keep("news-empty")
    page.fill("#news-text", TEXT)
    page.click("button:has-text('识别')")
    page.wait_for_selector(".news-words")
    visitor.keep("news-read")
    assert "300余名" in page.inner_text(".news-words mark[data-of=on_site]")
    assert page.input_value("#news-until") == "2024-05-22"
    page.click("[data-take=day]")
    assert (page.input_value("#news-day"), page.input_value("#news-until")) == ("2024-05-21", "")
    page.fill("#news-day", "2024-05-20")
    page.fill("#news-until", "2024-05-22")
    page.set_viewport_size(PHONE)
    visitor.keep("news-read-phone")
    assert visitor.fits()
    page.screenshot(path="artefacts/journeys/news-read-phone-full.png", full_page=True)
    page.set_viewport_size({"width": 1366, "height": 768})
    page.click("button:has-text('核对并填表')")
    page.wait_for_selector("text=请填准确数")
    visitor.keep("news-form")
    assert Activity.objects.unscoped("test").count() == 0
    page.fill("[name=line-0-on_site]", "312")
    page.select_option("[name=basis]", "现场计数")
    page.screenshot(path="artefacts/journeys/news-form-full.png", full_page=True)
    page.click(".form-bar button[name=save]")
    page.wait_for_selector("text=已保存")
    saved = Activity.objects.unscoped("test").get()
    assert (saved.title, str(saved.day), str(saved.until)) == (
        "流动科技馆进校园活动",
        "2024-05-20",
        "2024-05-22",
    )
    assert [str(one.day) for one in saved.sessions.all()] == ["2024-05-20", "2024-05-21", "2024-05-22"]
    assert saved.sessions.all()[0].on_site == 312
    assert [tag.name for tag in saved.campaigns.all()] == ["全国科普日"]


def test_it_fits_a_phone(visitor, world):
    world.person("clerk", ("CITY", "clerk"))
    visitor.sign_in("clerk")
    visitor.page.set_viewport_size(PHONE)
    visitor.go("/news/")
    visitor.keep("news-phone")
    assert visitor.fits()
    visitor.go("/r/activities/new/")
    visitor.keep("news-new-phone")
    assert visitor.fits()
