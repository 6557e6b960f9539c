"""What is protected in Markdown: code, front matter, HTML, tables, formulas, link targets, reference definitions.

The blocks are those of CommonMark and of GitHub's tables, found line by line; where flavours differ (`$$`, `:::`,
`!!!`) the reading that protects more is taken. What stands inside a line is found in the text between.
"""

from cnclean.protect.markdown.blocks import find_blocks
from cnclean.protect.markdown.inline import find_inline

__all__ = ["find_blocks", "find_inline"]
