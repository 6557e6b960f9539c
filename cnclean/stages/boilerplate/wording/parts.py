"""What stands in brackets at the end of a paragraph: who wrote it, whose picture it is, where it was printed."""

from typing import Final

ROLES: Final = """
    责任编辑 责编 编辑 实习编辑 记者 实习记者 特约记者 通讯员
    作者 文 图 文图 图文 文/图 图/文 撰文 采写 采访 摄影 校对 审核 核稿 核稿编辑 整理 翻译
    编译 译者 来源 图源 图片来源 资料图 资料图片 资料照 供图 供稿
    原标题 题图 翻摄自 本文来源 文章来源 消息来源 新闻来源 首图来源 照片 转自 转载自
    摘自 原载 本文转自 本文原标题 值班编辑 网络编辑 网路编辑 文字编辑 新媒体编辑 责任校对 初审
    复审 终审 一审 二审 三审 排版 美编 监制 策划 统筹 撰稿 投稿 插图 插画 示意图 视觉 设计
"""
"""Before a name: `(责任编辑:张三)`."""

CAPTIONS: Final = "资料图片 资料图 资料照 资料照片 图片来自网络 图文无关 责任编辑 示意图"
"""All that stands in the brackets."""

OWN: Final = "本报 本网 特约"
REPORTERS: Final = "记者 通讯员 实习生"
HOUSES: Final = "社 报 台 网 站 中心 融媒"
"""`(本报记者 林远)`; `(青岚社 记者 林远)`, where the name of a house ends in one of these."""

THINGS: Final = "图 图文 文 文图 图片 照片 稿件 资料 以上内容 本文"
GIVEN: Final = "供稿 提供 供图 整理 翻译 拍摄 授权"
"""`(图片由青岚博物馆提供)`."""

TAKEN: Final = "原载 据 摘自 选自 转自 载 刊"
PAPERS: Final = "报 周刊 月刊 杂志 网"
"""`(原载《青岚晚报》)`, where the name of a paper ends in one of these."""

WATERMARKS: Final = "小说网 小说 中文网 文学 书屋 笔趣阁 记住 首发 最快更新 无弹窗 手打"
"""With an address: `(笔趣阁小说网 www.…)`."""
