"""Shapes that lines have where people post, answer and follow each other: forums, boards, accounts, question pages.

As `shapes` are: looked for in a folded line, tried where one of their signs stands in it.
"""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later

_FOLLOW_BUTTON = compile_later(r"^\S{2,16}\s+(?:\+\s?|已)关注$|^\S{2,8}(?:\s{2,}|\u3000)关注$")
_FLOOR = compile_later(r"^(?:#?\d{1,4}\s?(?:楼|f|#)|b\d{1,4})$")
_POST = compile_later(
    r"^#\d{1,4}\s.{1,16}\s[•·]\s?(?:\d+\s?(?:分钟|小时|天|日|周|星期|个月|年)前|(?:19|20)\d\d[-/.年].{4,20})$"
)
_THUMBS = compile_later("(?:[\U0001f44d-\U0001f44f\u2764\u2b50]\ufe0f?\\s?\\d[\\d.,kw万]*\\s*)+$")
_ADVICE = compile_later(r"^以上是对.{2,40}(?:建议|解答|回答|解释|分析|回复)[,。].{0,40}$")
_EXPERT = compile_later(
    rf"^[{HAN}]{{2,4}}\s(?:副?主任|主治|住院|执业)(?:医师|中医师|药师|护师)\s?[{HAN}\s]{{0,20}}(?:医院|科|中心|院区|卫生院)$"
)
_PROFILE = compile_later(r"^微信号\s[a-z0-9_-]{5,20}$|^功能介绍\s[^。;!?]{2,60}$")
_REPLY = compile_later(r"^(?:#?\d{1,4}\s?(?:楼|f|#)|#\d{1,4}(?:\s楼主)?)\s\S{1,16}\s(?=(?:19|20)\d\d[-/.年])")
_BOARD = compile_later(r"^(?:作者|看板|标题|时间)\s{1,3}(?:[a-z0-9_-]+(?:\s\([^)]*\)|$)|\[[^\]]+\]\s)")
_HOST = compile_later(r"^楼主:?\s\S{1,12}(?:\s[a-z0-9_]+)?$")
_ISSUED = compile_later(
    r"^(?:这是|本文是)?.{0,12}第\s?\d+\s?[篇次条](?:原创|推送|推文|日更|分享|推荐|更新|陪伴)(?:文章|文|内容)?$"
)
_VIEWS = compile_later(r"^[\d,.]+\s?[kw]?\s(?:views|reads|shares|comments|likes)$")
_SIGNED = compile_later(
    r"^※\s?(?:修改|来源|转载|编辑|引述|发信站|文章网址|文章代码)\s?:|^(?:发信|寄信|发文)人\s?:.{2,40}(?:信|版|看)[区板面]\s?:"
)
"""How boards of the telnet kind sign a post."""
_REPLIES = compile_later(
    r"^[\d,.]+\s?[kw万]?\+?\s?(?:个|条|则|篇)\s?(?:回答|评论|回复|留言|回应|跟帖|讨论|短评|影评|书评|点评|动态)"
    r"(?:\s#[^\s#]+#.{0,40})?$|^(?:其他|其它|更多|全部|精选)回答\s?\(?\d+\)?$"
)
_ACCOUNT = compile_later(r"^.{2,30}\((?:微信|(?:微信)?公众号)?\s?(?:id\s?|(?<=公众号)):\s?[a-z][a-z0-9_-]{3,19}\)$")
"""Of an account, behind its name: `深夜放映室（ID：syfys）`."""
_RECENTLY = compile_later(rf"^[{HAN}a-z0-9·]{{2,16}}\s(?:今天|昨天|前天|(?:[上本]周|星期)[一二三四五六日])$")
_PLACE = compile_later(
    r"^(?:(?:编辑于\s?)?(?:(?:19|20)\d\d-)?\d\d-\d\d\s)?(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾)$"
)
"""Where an account has posted from, and when."""
_HOSTED = compile_later(r"^(?:powered|hosted|built|generated) (?:by|with|on) [a-z0-9][\w .&'+-]{1,40}$")
_WECHAT = compile_later(r"(?:微信|vx|wx)(?:号|同号)?\s?:?\s?(?:[a-z][a-z0-9_-]{5,19}|1[3-9]\d{9})(?![\w.@-])")
_SENT = compile_later(r"^(?:sent|posted) from \S.{2,40}$")


SOCIAL_SHAPES: Final = (
    # kind, weight, one of these characters must be there, pattern
    ("forum", 2.0, frozenset("者板题间"), _BOARD),
    ("follow", 3.0, frozenset("注"), _FOLLOW_BUTTON),
    ("forum", 0.9, frozenset("楼f#b"), _FLOOR),
    ("forum", 3.0, frozenset("#"), _POST),
    ("forum", 3.0, frozenset("楼f#"), _REPLY),
    ("follow", 3.0, frozenset("号绍"), _PROFILE),
    ("share", 3.0, frozenset("\U0001f44d\U0001f44e\U0001f44f\u2764\u2b50"), _THUMBS),
    ("share", 3.0, frozenset("对"), _ADVICE),
    ("byline", 3.0, frozenset("师"), _EXPERT),
    ("forum", 3.0, frozenset("楼"), _HOST),
    ("follow", 3.0, frozenset("篇次条"), _ISSUED),
    ("meta", 2.0, frozenset("vrcl"), _VIEWS),
    ("meta", 3.0, frozenset("天一二三四五六日"), _RECENTLY),
    ("forum", 5.0, frozenset("※人"), _SIGNED),
    ("share", 3.0, frozenset("答论复留应帖讨评态"), _REPLIES),
    ("follow", 2.0, frozenset("("), _ACCOUNT),
    ("follow", 0.0, frozenset("信x"), _WECHAT),
    ("copyright", 3.0, frozenset("dt"), _HOSTED),
    ("forum", 3.0, frozenset("m"), _SENT),
    ("meta", 1.5, frozenset("京海津庆北西宁林江苏浙徽建东南川州云陕肃古藏疆港门湾"), _PLACE),
)
