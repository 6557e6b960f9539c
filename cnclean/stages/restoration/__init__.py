"""Put back what a site's filter dropped or replaced: 讯混元 → 腾讯混元, 法预测 → 无法预测, 比较后 → 最后.

A site's filter takes a term out of a whole page: 最, which the advertising law forbids, names of companies and leaders.
That the page lacks it, and is odd in many places where it should stand, is the evidence; one odd place is none.

The way of a text through the modules: `glimpse` looks cheaply for a sign that a common term is missing (`expected`,
`looks`); only then `search` reads the text closely, as a `page` of symbols. `decide` says which terms are missing (of
`candidates` and of those that filters are known to hit, `terms`, by what `weigh` makes of `evidence`), `choose` where,
`apply` puts them back; and again, until nothing is new. `doubled` and `unfinished` look at what a filter leaves. Terms
are Simplified; `scripts` writes them as the text does.
"""

from cnclean.patterns import compile_later
from cnclean.stage import Stage, imported_later

# A shorter text holds too little evidence, and most texts are shorter.
STAGE = Stage(
    "restoration",
    compile_later(r"(?s)[\u4e00-\u9fff].{800}"),
    imported_later("cnclean.stages.restoration.search", "find_missing"),
    guarded=True,
    suspect=imported_later("cnclean.stages.restoration.search", "suspect_missing"),
)
