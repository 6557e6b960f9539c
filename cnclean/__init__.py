"""Repair dirty Chinese text, and account for every edit."""

from cnclean.convert import convert
from cnclean.detect import Detection, detect
from cnclean.edits import Edit, Result
from cnclean.options import Options
from cnclean.pipeline import STAGES, clean, explain, steps

__all__ = ["STAGES", "Detection", "Edit", "Options", "Result", "clean", "convert", "detect", "explain", "steps"]
__version__ = "0.1.0"
