"""What `detect` found in one file, as a line: the script, the shares behind it, and what else gives a text away."""

from collections import Counter

from cnclean.detection import Detection


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
