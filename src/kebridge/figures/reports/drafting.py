"""New templates: an empty one to begin with, and last year's moved on by a year."""

import re

# A year that stands alone: not part of a longer number, and of this or the last century.
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")

_STARTER = """# 报告模板：标题、单位、时期、数、正文。数写成名称，正文里用花括号引用。
title: {name}{year}年工作总结
org: {code}
period: "{year}"
figures:
  visits: {{metric: venues.visits, style: wan}}
  activities: {{metric: activities.activities}}
  on_site: {{metric: activities.on_site}}
blocks:
  - heading: 科普活动
  - paragraph: 全年开展科普活动{{activities}}，现场参与{{on_site}}。
  - heading: 科普场馆
  - paragraph: 全年接待参观{{visits}}。
  - records: {{register: activities, pattern: "{{title}}", order: day, limit: 5, lead: 主要活动有}}
"""


def starter(code: str, name: str, year: int) -> str:
    """A small template that can be saved as it is."""
    return _STARTER.format(code=code, name=name, year=year)


def next_year_of(template: str) -> str:
    """The template with every year moved on by one; words, figures and filters stay."""
    return _YEAR.sub(lambda found: str(int(found[1]) + 1), template)
