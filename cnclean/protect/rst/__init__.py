"""What is protected in reStructuredText: literal blocks, directives, targets, fields, tables, roles, references."""

from cnclean.protect.rst.blocks import find_blocks
from cnclean.protect.rst.inline import find_inline

__all__ = ["find_blocks", "find_inline"]
