"""What `detect` found in one file, as a line: the script and what gives it away, or the scripts of many documents."""

from collections import Counter

from cnclean.detection import Detection
from cnclean.stages.script.evidence import Script


def render_counts(name: str, counts: Counter[Script]) -> str:
    """How many of the documents in one file are in which script."""
    parts = [f"{count} {script}" for script, count in counts.most_common()]
    return f"{name}: {counts.total()} documents" + "".join(f"; {part}" for part in parts) + "\n"


def render(name: str, found: Detection) -> str:
    shares = [
        f"{label} {share:.1%}"
        for label, share in (
            ("only simplified", found.simplified),
            ("only traditional", found.traditional),
            ("kana", found.kana),
        )
        if share
    ]
    hints = [f"region {found.region}"] if found.region else []
    if found.machine_converted:
        hints.append("converted by machine")
    if found.script == "mixed":
        counts = Counter(found.lines)
        hints.append(
            "lines: "
            + ", ".join(f"{count} {script}" for script, count in sorted(counts.items()) if script != "undecided")
        )
    return f"{name}: {found.script}" + "".join(f"; {part}" for part in (", ".join(shares), *hints) if part) + "\n"
