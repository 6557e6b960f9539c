"""What the names of sites and publishers end in."""

from typing import Final

SITE_ENDS: Final = """
    网 论坛 社区 中心 频道 百科 资讯 快讯 日报 晚报 在线 之家 快递 院
"""
"""The first step of a path: `良医生活网 | 银发照护`."""

MASTHEAD_ENDS: Final = """
    手机报 数字报 数位报 日报 晚报 早报 时报 周报 周刊 月刊 杂志 论坛 在线 网 频道 电台 之家 博客 门户 官网 客户端
    公众号 部落 空间 小站 app 资讯站 讨论区 通讯社 中央社 新闻公报
"""
"""A line above the title: `青岚晚报`."""

OFFICE_ENDS: Final = """
    研究所 研究院 工作室 实验室 编辑部 日报 晚报 早报 时报 周刊 新闻 新闻综合 财经 电视台 出版社 传媒 网 社区 协会
    委员会 大学 学院 医院 图书馆 博物馆 观察 频道 公司
"""
"""A line below the title, or above one that has gone: `街角生活研究所`."""
