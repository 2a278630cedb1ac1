"""Sentences that ask for something to be done: after the chair concludes, or in a list of tasks.

Proposed only: the words are never changed, and a person says of each what becomes of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from bongca.meetings.rules.deadlines import lies_ahead, times_in
from bongca.meetings.rules.names import Known
from bongca.meetings.rules.spans import Span
from bongca.readings.rules.sentences import sentences_in
from bongca.readings.rules.units import units_in

_VERBS: Final = (
    r"tiếp tục|tăng cường|đẩy mạnh|đẩy nhanh|chú trọng|coi trọng|quan tâm|bám sát|tranh thủ|rà soát"
    r"|xây dựng|tổ chức|phối hợp|tham mưu|triển khai|thực hiện|hoàn thiện|hoàn thành|kiện toàn"
    r"|chuẩn bị|chủ động|tích cực|tập trung|phát huy|nâng cao|củng cố|vận động|huy động|hướng dẫn"
    r"|kiểm tra|giám sát|đôn đốc|theo dõi|tổng hợp|báo cáo|đề xuất|nghiên cứu|cụ thể hóa|quán triệt"
    r"|tuyên truyền|phổ biến|nhân rộng|bảo đảm|đảm bảo|giữ gìn|giữ vững|đổi mới|sắp xếp|bố trí"
    r"|chỉ đạo|ban hành|trình|khẩn trương|thường xuyên|chủ trì|lập kế hoạch|làm tốt|duy trì|mở rộng"
    r"|khắc phục|xem xét|bổ sung|sửa đổi|thành lập|hỗ trợ|chăm lo|chăm sóc|phát triển|lựa chọn"
    r"|đánh giá|sơ kết|tổng kết|ký kết|lan tỏa|cập nhật|nắm chắc|nắm bắt|đa dạng|giao|gắn|ưu tiên"
    r"|phấn đấu|thống nhất|kết hợp|kịp thời|cử|gửi|công bố|công khai|góp phần|nêu cao|tham gia"
)
_STARTS = re.compile(rf"^(?:cần |phải |hãy )?(?:{_VERBS})\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:đề nghị|yêu cầu|giao(?! lưu| thông| nhau)(?: cho)?|giao nhiệm vụ"
    r"|chỉ đạo|nhất trí giao|lưu ý),?\s+"
    r"(?!xét|khen|tặng)(?P<rest>[^.]*)",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:cần|phải|cần phải)\s+(?!thiết)(?!được hưởng)", re.IGNORECASE)
_FORMULA = re.compile(r"như sau:\s*$|\bxin thông báo\b", re.IGNORECASE)
_TERM = re.compile(r"\b(?:trước (?:ngày )?\d|chậm nhất|muộn nhất|hạn cuối)", re.IGNORECASE)
_SUBJECT = (
    r"(?:các|Các|toàn|Toàn|từng|mỗi|Ban|Văn phòng|Hội|Bộ|Sở|Tiểu ban|Phòng|Thường trực"
    r"|Trung tâm|Trung ương Hội|Tạp chí"
    r"|Ủy ban|UBND|Công an|cán bộ|Cán bộ|lãnh đạo|Lãnh đạo|đồng chí|Chi hội|Tổ hội|cấp ủy|Cấp ủy)"
)
_OWNED = re.compile(
    rf"^(?P<who>{_SUBJECT}[^:;.]{{0,160}}?),?\s+(?:(?:cần|phải|theo [^,;]{{0,60}},|trước mắt)\s+)?"
    rf"(?:{_VERBS})\b",
)
_PLANNED = re.compile(
    r"\b(?:dự kiến|sẽ|được)\s+(?:được\s+)?(?:tổ chức|diễn ra|tiến hành|triển khai|hoàn thành)\b"
    r"|\b(?:tổ chức|diễn ra|tiến hành)\b[^;.]*\bvào\b", re.IGNORECASE
)  # fmt: skip
_WORKS = re.compile(
    r"^(?:Về|Đối với|Các|Những|Một số)\b[^:.]{0,120}\b(?:nhiệm vụ|công việc|công tác|nội dung)\b"
    r"[^:.]{0,80}:\s*"
)
_PAST = re.compile(
    r"\b(?:đã (?!(?:được )?(?:đề ra|phê duyệt|phân công|ban hành|nêu|giao|ký|xác định"
    r"|thống nhất)(?:\s*[,.;:)]|\s+(?:để|tại|trong|và|theo)\b|$))"
    r"|đạt được|đóng vai trò|ghi nhận|biểu dương(?=[^.]*nỗ lực)|đánh giá cao|cảm ơn|cho biết"
    r"|trong năm qua|trong những năm qua|thời gian qua|hiện nay|hiện đã"
    r"|hiện (?:cũng )?đang|đang tích cực|bước đầu|trao đổi tại"
    r"|báo cáo nhanh|nghe các|sau khi nghe)\b",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"(?:Cụ thể|Cùng với đó|Đồng thời|Bên cạnh đó|Theo đó|Trước mắt|Ngoài ra)\b"
    rf".*\b(?:{_VERBS})\b",
    re.IGNORECASE,
)
_FRAMED = re.compile(rf"(?:Để|Căn cứ|Trên cơ sở|Hoạt động|Công tác|Quá trình)\b.*\b(?:{_VERBS})\b")
_CONCLUDES = re.compile(
    r"\b(?:kết luận|phát biểu chỉ đạo|chỉ đạo hội nghị|phát biểu kết luận|bế mạc"
    r"|ý kiến(?: chỉ đạo| kết luận)? như sau)\b",
    re.IGNORECASE,
)
_INSTRUCTS = re.compile(
    r"\b(?:nhấn mạnh|nêu rõ|lưu ý)[,:]|\bchỉ đạo:|\b(?:đề nghị|yêu cầu),?\s+(?!của)"
    r"|\bgiao(?: cho)? (?=(?i:các|Hội|Ban|Bộ|Sở|Văn phòng|Ủy ban|UBND)\b)(?!(?-i:ban)\b)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"^.{0,160}?\b(?:kết luận|nhấn mạnh|nêu rõ|đề nghị|yêu cầu|chỉ đạo|lưu ý|khẳng định|cho rằng)\b"
    r"(?:[^:;.]{0,60}:|,| rằng)?\s*"
)
_TELLS = re.compile(r"(?:nêu rõ|nhấn mạnh|khẳng định|cho rằng)\W*(?:rằng)?\s*$")
_TO_ACT = re.compile(
    rf"^,?\s*(?:(?:theo|căn cứ|tùy) [^,;]{{0,60}},\s*)?"
    rf"(?:cần|phải|chịu|làm đầu mối|là đơn vị|{_VERBS})\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:^|,\s*|\b(?:đề nghị|yêu cầu|chỉ đạo|giao|giao cho|giao nhiệm vụ cho)\s+)$", re.IGNORECASE
)
_WITH = re.compile(
    r"\b(?:phối hợp(?: chặt chẽ| đồng bộ| thường xuyên)?(?: cùng| với)?|cùng(?: với)?)\s+$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^(?:,|\s+và|\s*[-–]|,\s*và)?\s+$")


def conclusions_in(text: str, said_on: date | None, known: Iterable[Known] = ()) -> list[Span]:
    """Return the sentences that look like conclusions, with owner, helpers and time as said."""
    listed = tuple(known)
    return [_with_meaning(one, said_on, listed) for one in _asked(text, said_on)]


def _asked(text: str, said_on: date | None) -> Iterator[Span]:
    sentences = list(sentences_in(text))
    concluding = _beginning(sentences)
    for number, sentence in enumerate(sentences):
        works = _WORKS.match(sentence.words)
        if works and _STARTS.match(sentence.words[works.end() :]):
            yield from _pieces(sentence, works.end())
        elif works and _OWNED.match(sentence.words[works.end() :]):
            words = sentence.words[works.end() :]
            yield Span(sentence.start + works.end(), sentence.end, words)
        elif concluding is not None and number >= concluding:
            yield from _directive(sentence, said_on, opens=number == concluding)


def _beginning(sentences: Sequence[Span]) -> int | None:
    """Find the sentence where the conclusion begins: with the word, else with an instruction."""
    for cue in (_CONCLUDES, _INSTRUCTS):
        for number, sentence in enumerate(sentences):
            found = cue.search(sentence.words)
            if found and not (cue is _CONCLUDES and _is_a_paper(sentence.words, found)):
                return number
    numbered = [n for n, one in enumerate(sentences) if one.meaning["numbered"]]
    return numbered[0] if numbered else _first_duty(sentences)


def _first_duty(sentences: Sequence[Span]) -> int | None:
    """Where nobody is said to conclude: the first sentence that says what must be done by when."""
    for number, sentence in enumerate(sentences):
        if _MUST.search(sentence.words) and _TERM.search(sentence.words):
            return number
    return None


def _is_a_paper(words: str, found: re.Match[str]) -> bool:
    """ "Kết luận số 58-KL/TW" is a paper, no conclusion being spoken."""
    return bool(re.match(r"\s+(?:số|\d)", words[found.end() :]))


def _directive(sentence: Span, said_on: date | None, *, opens: bool) -> Iterator[Span]:
    words = sentence.words
    if words.isupper() or _FORMULA.search(words):
        return
    if words.rstrip().endswith(":") and not _ASKS.search(words):
        return
    start = _after_speech(words, opens=opens)
    body = words[start:]
    if _is_plan(body, said_on):
        yield from _pieces(sentence, start)
    elif not body.strip(" .:") or _only_announces(words):
        return
    elif _is_directive(body) or _speaks_asking(words):
        at = start if _is_directive(body) else 0
        yield Span(sentence.start + at, sentence.end, words[at:])


def _is_directive(body: str) -> bool:
    if _PAST.search(body) and not _ASKS.search(body):
        return False
    if any(pattern.match(body) for pattern in (_STARTS, _OWNED, _ASKS, _LINKED, _FRAMED)):
        return True
    return bool(_MUST.search(body))


def _speaks_asking(words: str) -> bool:
    found = _ASKS.search(words)
    return bool(found and re.search(rf"\b(?:{_VERBS}|cần|phải)\b", found["rest"], re.IGNORECASE))


def _only_announces(words: str) -> bool:
    """ "… cần tập trung thực hiện tốt một số nội dung." says that something follows."""
    return bool(re.search(r"\bmột số (?:nội dung|nhiệm vụ|vấn đề|việc)(?: sau)?\s*[:.]?$", words))


def _after_speech(words: str, *, opens: bool) -> int:
    """Where the words themselves begin, after "Chủ tịch … kết luận:"."""
    found = _SPEECH.match(words)
    if found is None:
        return 0
    said = found.group().rstrip()
    if said.endswith(":"):
        return found.end()
    if opens:
        return found.end() if said.endswith(",") else 0
    is_told = said.endswith((",", "rằng")) and bool(_TELLS.search(said))
    return found.end() if is_told and not _ASKS.match(words) else 0


def _is_plan(body: str, said_on: date | None) -> bool:
    """Something is to be held at a time said."""
    if _PAST.search(body) or not _PLANNED.search(body):
        return False
    return bool(times_in(body, said_on))


def _pieces(sentence: Span, start: int) -> Iterator[Span]:
    """Cut a list at its semicolons."""
    at = start
    for piece in sentence.words[start:].split(";"):
        lead = len(piece) - len(piece.lstrip())
        words = piece.strip()
        if len(words) > 8:
            begin = sentence.start + at + lead
            yield Span(begin, begin + len(words), words)
        at += len(piece) + 1


def _with_meaning(span: Span, said_on: date | None, known: Iterable[Known]) -> Span:
    meaning: dict[str, Any] = {}
    groups = _groups(span.words, known)
    for start, end in groups:
        before, after = span.words[:start], span.words[end:]
        if _WITH.search(before):
            meaning.setdefault("helpers", span.words[start:end])
        elif _TOLD.search(before) and _TO_ACT.match(after):
            meaning.setdefault("owner", span.words[start:end])
    times = [
        one
        for one in times_in(span.words, said_on)
        if one.meaning["to"] and lies_ahead(span.words, one, said_on)
    ]
    if times:
        last = times[-1]
        meaning |= {"deadline": last.words, "from": last.meaning["from"], "to": last.meaning["to"]}
    return Span(span.start, span.end, span.words, meaning)


def _groups(words: str, known: Iterable[Known]) -> list[tuple[int, int]]:
    """Return where units stand one after another: "các Ban, Văn phòng"."""
    found: list[tuple[int, int]] = []
    for unit in units_in(words, known):
        if found and _JOINED.match(words[found[-1][1] : unit.start]):
            found[-1] = (found[-1][0], unit.end)
        else:
            found.append((unit.start, unit.end))
    return found
