"""Breaking the centred lines of the head where a Vietnamese reader would."""

from bongca.papers.rules.face import Face

# A new line best begins with the association, its place or where it met: "HỘI NCT | TỈNH BẮC NINH".
GOOD_STARTS = (
    "HỘI",
    "XÃ",
    "PHƯỜNG",
    "ĐẶC KHU",
    "TỈNH",
    "THÀNH PHỐ",
    "THÔN",
    "TỔ DÂN PHỐ",
    "VIỆT NAM",
    "TẠI",
)
BREAK_ELSEWHERE = 0.25


def fit_lines(text: str, *, face: Face, size_pt: float, width_mm: float) -> tuple[str, ...]:
    """Break a text into the fewest lines of at most `width_mm`, even in length.

    Breaks already in the text are kept. A name is best broken before its place or after a dash.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        words = [
            piece
            for word in part.split(" ")
            if word
            for piece in _cut(word, face=face, size_pt=size_pt, width_mm=width_mm)
        ]
        lines.extend(_balance(words, face=face, size_pt=size_pt, width_mm=width_mm))
    return tuple(lines)


def _cut(word: str, *, face: Face, size_pt: float, width_mm: float) -> list[str]:
    """A word wider than the column is cut, so that nothing runs into the other column."""
    pieces = [""]
    for character in word:
        if pieces[-1] and face.width_mm(pieces[-1] + character, size_pt) > width_mm:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _balance(words: list[str], *, face: Face, size_pt: float, width_mm: float) -> list[str]:
    """Of all breakings into the fewest lines, the most even one, best begun."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(words) + 1):
        choices = []
        for start in range(end - 1, -1, -1):
            share = face.width_mm(" ".join(words[start:end]), size_pt) / width_mm
            if share > 1 and start < end - 1:
                break
            line_count, cost, _ = best[start]
            penalty = 0.0 if start == 0 or _is_good_break(words, start) else BREAK_ELSEWHERE
            choices.append((line_count + 1, cost + share * share + penalty, start))
        best.append(min(choices))
    lines: list[str] = []
    end = len(words)
    while end:
        start = best[end][2]
        lines.insert(0, " ".join(words[start:end]))
        end = start
    return lines


def _is_good_break(words: list[str], start: int) -> bool:
    rest = " ".join(words[start:]).upper() + " "
    return words[start - 1] == "-" or any(rest.startswith(word + " ") for word in GOOD_STARTS)
