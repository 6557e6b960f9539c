"""What the names of sites and publishers end in."""

from typing import Final

SITE_ENDS: Final = """
    网 论坛 社区 中心 频道 百科 资讯 快讯 日报 晚报 在线 之家 快递 院
"""
"""The first step of a path: `良医生活网 | 银发照护`."""
