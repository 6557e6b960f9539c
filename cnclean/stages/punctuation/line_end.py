"""What may stand between a mark and the end of its line."""

from typing import Final

from cnclean.patterns import compile_later

LINE_END: Final = r"[”」』’\"']?[ \t\u3000]*(?:\n|\Z)"
ENDS_LINE = compile_later(LINE_END)
