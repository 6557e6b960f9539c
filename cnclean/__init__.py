"""Repair dirty Chinese text, and account for every edit."""

from cnclean.edits import Edit, Result
from cnclean.encoding import Decoded, decode
from cnclean.options import Options
from cnclean.pipeline import STAGES, clean, explain, steps

__all__ = ["STAGES", "Decoded", "Edit", "Options", "Result", "clean", "decode", "explain", "steps"]
__version__ = "0.1.0"
