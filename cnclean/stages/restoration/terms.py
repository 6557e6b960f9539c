"""What filters are known to hit. One line a term, with its reason; a term that is not here needs more evidence."""

from typing import Final

REPLACED: Final = (
    # blocked, replacement, reason
    ("最", "比较", "the advertising law forbids superlatives"),
    ("第一", "首", "the advertising law forbids claims to be first"),
    ("习近平", "近", "a state leader, both outer characters dropped"),
)

DROPPED: Final = (
    # term, reason. No whole words: 公司 or 国家 leave good Chinese behind, and nothing tells where they stood.
    ("最", "the advertising law forbids superlatives"),
    ("无", "advertising law: 无敌, 无双"),
    ("全", "advertising law: 全网, 全国"),
    ("优", "advertising law: 最优, 优质"),
    ("精", "advertising law: 精品"),
    ("实", "advertising law: 实惠"),
    ("赚", "promises of profit"),
    ("腾", "company: 腾讯"),
    ("网", "links and companies: 官网, 网易"),
    ("习", "state leaders"),
    ("平", "state leaders"),
    ("习平", "state leaders; it straddles words: 学习平台"),
    ("射", "weapons, drugs: 射击, 注射"),
    ("死", "violence"),
    ("性", "pornography"),
)

LISTED: Final = frozenset(row[0] for row in (*REPLACED, *DROPPED))

LOOKED_FOR_IN_SHORT: Final = "实定网全无"
LOOKED_FOR_IN_TRADITIONAL: Final = "实定全无"
LOOKED_FOR: Final = "实定全平优网"
"""What texts of some length seldom lack, whose absence shows, and what a filter takes alone: 习 goes with 平, and 最 is
replaced. Those that texts lack least come first. What 无 leaves behind, mostly 法, takes too long to look at in longer
texts, and most Traditional texts lack 網: they say 網路 at most."""

LOOKED_FOR_IN_NEWS: Final = "党军美战国央万民安信资法政力公"
"""What hardly any long text of news lacks. First what other long texts lack, so that these are told apart soon."""
