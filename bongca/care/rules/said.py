"""Rules said to people in plain words. Plain Python."""

from datetime import date

from bongca.care.rules.rights import Judgement, Verdict, birthday_at
from bongca.care.rules.tables import Right, Way
from bongca.core.dates import PartialDate, full_age

_HOUSEHOLDS = {"poor": "hộ nghèo", "near_poor": "hộ cận nghèo"}


def condition_words(right: Right) -> str:
    """Say whom a right is for: "Người từ đủ 75 tuổi; hoặc …, không có lương hưu"."""
    ways = "; hoặc ".join(_way_words(way) for way in right.ways)
    conditions = []
    if right.no_pension:
        conditions.append("không có lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng")
    if right.no_carer:
        conditions.append("không có người có nghĩa vụ và đủ điều kiện phụng dưỡng")
    tail = f"; và {', '.join(conditions)}" if conditions else ""
    return f"Dành cho người {ways}{tail}. Cần có đơn đề nghị."


def reason_words(judged: Judgement, birth: PartialDate | None, today: date) -> str:
    """Say why: "Sinh 12/3/1951, tròn 75 tuổi ngày 12/3/2026"."""
    if birth is None:
        return "Trong sổ chưa có năm sinh nên chưa biết đã đủ tuổi hay chưa."
    age = judged.way.age
    said = f"Sinh {birth.display()}"
    if birth.month is None:
        said = f"Sinh năm {birth.year}, chưa rõ ngày và tháng"
    elif birth.day is None:
        said = f"Sinh tháng {birth.month}/{birth.year}, chưa rõ ngày"
    if judged.verdict == Verdict.NOT_ENTITLED:
        return f"{said}. {_capital('; '.join(judged.against) or 'Đã quá tuổi của cách hưởng này')}."
    day = birthday_at(birth, age)
    if day is not None:
        word = "tròn" if day <= today else "sẽ tròn"
        return f"{said}, {word} {age} tuổi ngày {day.day}/{day.month}/{day.year}."
    if full_age(birth, today) >= age:
        return f"{said}, chắc chắn đã đủ {age} tuổi."
    if judged.verdict == Verdict.LATER:
        return f"{said}, chưa đến {age} tuổi."
    return f"{said}, nên chưa biết tròn {age} tuổi vào ngày nào. Cần hỏi giấy tờ."


def _way_words(way: Way) -> str:
    said = f"từ đủ {way.age}"
    said += f" đến dưới {way.until} tuổi" if way.until else " tuổi"
    if way.households:
        said += f" thuộc {', '.join(_HOUSEHOLDS[one] for one in way.households)}"
    return said


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
