"""What filters are known to hit. One line a term, with its reason; a term that is not here needs more evidence."""

from typing import Final

REPLACED: Final = (
    # blocked, replacement, reason
    ("最", "比较", "the advertising law forbids superlatives"),
    ("第一", "首", "the advertising law forbids claims to be first"),
)

DROPPED: Final = (
    # term, reason
    ("最", "the advertising law forbids superlatives"),
    ("第一", "the advertising law forbids claims to be first"),
    ("无", "advertising law: 无敌, 无双"),
    ("全", "advertising law: 全网, 全国"),
    ("优", "advertising law: 最优, 优质"),
    ("精", "advertising law: 精品"),
    ("实", "advertising law: 实惠"),
    ("价", "advertising law: 特价"),
    ("赚", "promises of profit"),
    ("腾", "company: 腾讯"),
    ("网", "links and companies: 官网, 网易"),
    ("习", "state leaders"),
    ("平", "state leaders"),
    ("习平", "state leaders; it straddles words: 学习平台"),
    ("射", "weapons, drugs: 射击, 注射"),
    ("死", "violence"),
    ("性", "pornography"),
    ("政府", "politics"),
    ("国家", "advertising law: 国家级"),
    ("公司", "company names"),
    ("全力", "advertising law: absolute claims"),
)

LOOKED_FOR: Final = "最无全优实价腾网平性习"
"""What is looked for in every text: the characters of `DROPPED` that are common enough for evidence from one text."""
