"""The words of change and the gaps between them, as pieces of patterns over sentences with figures."""

from kebridge.figures.checker.relation_tools import NOT, F

UP = "增长|增加|提高|提升|上升|扩大|增多|上涨|净增|超额|超出|增幅|涨幅|新增|增|涨|多|翻"
DOWN = "减少|下降|降低|回落|缩减|压减|下跌|降幅|减|降|少"
CHANGE = f"(?P<way>{UP}|{DOWN})[一-龥]{{0,3}}"
TO = "(?:[增上攀跃提升扩发壮拓减下降压缩精回调变优拓突达加多少][^，。；！？\n\ue000-\uf8ff]{0,4}?(?:到|至|为|达)(?:了)?)"
LAST = r"(?:上年|去年|上年同期|去年同期|前一年|上一年度?|上年度|同期|上期|上季度|上月|往年|(?:19|20)\d{2}年(?:度|底|末)?(?:同期)?)"
BEFORE = r"(?:上年|去年|上年同期|去年同期|前一年|上一年度?|上年度|同期|上期|上季度|上月)"
STATED = f"(?P<c>{F})"
EARLIER = f"(?P<b>{F})"
AFTER = f"(?P<a>{F})"
SHORT, GAP = f"[^{NOT}]{{0,14}}", f"[^{NOT}]{{0,10}}"
