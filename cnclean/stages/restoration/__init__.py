"""Put back what a site's filter dropped or replaced: 讯混元 → 腾讯混元, 法预测 → 无法预测, 比较后 → 最后."""

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
