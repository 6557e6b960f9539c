"""What boilerplate says, by class. A phrase more is a word more here and a case in fixtures/cases/boilerplate.json.

Phrases are Simplified and half-width (the page is folded likewise before it is compared), `_` is a space. They stand
in three columns by how much they say about a line on their own:

    sure     hardly ever in running text: 转载请注明
    likely   boilerplate more often than not: 点击阅读
    hint     ordinary words that furniture is made of: 收藏, 打印. Several of them and nothing else make a line

Most are composed of pieces: `长按|扫描…<code>` (see `cells.py`). Evidence of a line is the sum over its phrases
(3, 2, 1); `evidence.py` counts, `verdict.py` decides.

Words of other use stand beside them: `labels` before a value, `buttons`, `lists` of other articles, `names` of sites,
`parts` at the end of a paragraph, `voices` that tell whose a line is, `shapes` of lines that no words tell.
"""

from typing import Final

from cnclean.stages.boilerplate.wording import classes, furniture, offers, prompts, rights, works

__all__ = ["CLASSES", "COLUMNS", "PHRASES"]

COLUMNS: Final = (3.0, 2.0, 1.0)

CLASSES: Final[dict[str, str]] = classes.CLASSES | offers.CLASSES

PHRASES: Final[dict[str, tuple[str, str, str]]] = (
    rights.PHRASES | prompts.PHRASES | offers.PHRASES | furniture.PHRASES | works.PHRASES
)
