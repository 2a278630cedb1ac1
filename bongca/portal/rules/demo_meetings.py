"""Five sessions as the press told of them: what was asked for, by whom, until when.

Leaders stand here by their office alone; the words are those of the article named as source, and
nothing is added to them. The briefing's article has no date, so its meeting has none either.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

DEPARTMENTS: Final = ("Ban Chăm sóc NCT", "Ban Phát huy vai trò NCT", "Ban Đối ngoại")
INSPECTION: Final = "Ban Tổ chức - Kiểm tra"
OFFICE: Final = "Văn phòng Trung ương Hội"
ALL_BODIES: Final = (*DEPARTMENTS, INSPECTION, OFFICE)
BODIES_SINCE: Final = date(2022, 2, 16)
BODIES_SOURCE: Final = (
    "Bài “Lãnh đạo Trung ương Hội NCT Việt Nam làm việc với các Ban chuyên môn”, đăng ngày"
    " 18/02/2022"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A conclusion or what was asked for: words, owners, helpers, the time as said."""

    words: str
    owners: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    deadline: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session entered from an article."""

    key: str
    unit: str
    kind: str
    name: str
    source: str
    chair_office: str
    held_on: date | None = None
    place: str = ""
    convener: str = ""
    bodies: tuple[str, ...] = ()
    guests: tuple[tuple[str, str], ...] = ()
    reports: tuple[tuple[str, str], ...] = ()
    opinions: tuple[tuple[str, str], ...] = ()
    conclusions: tuple[Said, ...] = ()


_ALL = ("Các Ban", OFFICE)
SESSIONS: Final = (
    Session(
        key="article-2022-02",
        unit="central",
        kind="departments",
        name="Lãnh đạo Trung ương Hội làm việc với các Ban chuyên môn",
        source=BODIES_SOURCE,
        chair_office="Chủ tịch Hội",
        held_on=date(2022, 2, 16),
        bodies=(*DEPARTMENTS, INSPECTION, OFFICE),
        guests=(("Phó Chủ tịch Hội (hai người)", ""), ("Cán bộ, chuyên viên các Ban", "")),
        reports=(
            (
                "Các Ban",
                "Kết quả hoạt động trong năm 2021 và những nhiệm vụ trọng tâm trong năm 2022;"
                " những thuận lợi, khó khăn, những ưu điểm, hạn chế, bất cập trong quá trình hoạt"
                " động và đề xuất, kiến nghị các giải pháp triển khai trong thời gian tới.",
            ),
        ),
        opinions=(
            (
                "Các Phó Chủ tịch",
                "Đề nghị các Ban tiếp tục tham mưu Thường trực rà soát các nội dung nhiệm vụ tại"
                " Chương trình Hành động Quốc gia, Nghị quyết Đại hội VI; từ đó nghiên cứu, xây"
                " dựng chương trình hoạt động toàn khóa, các nhiệm vụ trọng tâm, các chương trình"
                " phối hợp cụ thể và xây dựng các mô hình chăm sóc, phát huy vai trò NCT phù hợp.",
            ),
        ),
        conclusions=(
            Said(
                "Các Ban tiếp tục rà soát, chuẩn bị kĩ lưỡng cùng Thường trực chuẩn bị Chương trình"
                " hành động toàn khóa và chương trình công tác từng năm của Ban Thường vụ, Ban"
                " Chấp hành.",
                DEPARTMENTS,
                ("Thường trực",),
                "thời gian tới",
            ),
            Said(
                "Tiếp tục kiện toàn tổ chức bộ máy, lựa chọn cán bộ tâm huyết, trung thực, trách"
                " nhiệm cao bảo đảm đáp ứng yêu cầu nhiệm vụ.",
                ("Các Ban",),
                deadline="thời gian tới",
            ),
            Said(
                "Rà soát bổ sung hoàn thiện các quy định, quy chế của từng đơn vị trên cơ sở đó"
                " tham mưu cho Thường trực xây dựng quy chế hoạt động chung bảo đảm đồng bộ, thông"
                " suốt.",
                ("Các Ban",),
                ("Thường trực",),
                "thời gian tới",
            ),
            Said(
                "Căn cứ chức năng của từng Ban, bám sát Chương trình đã được phê duyệt, Nghị quyết"
                " Đại hội VI Hội NCT Việt Nam, các nhiệm vụ Chính phủ giao để triển khai các chương"
                " trình phối hợp với các Bộ ngành.",
                DEPARTMENTS,
                ("Các Bộ ngành",),
                citation="Nghị quyết Đại hội VI Hội NCT Việt Nam",
            ),
            Said(
                "Các Ban, Văn phòng tham mưu, phối hợp tăng cường công tác truyền thông, phát huy"
                " tối đa công suất tạp chí in và tạp chí điện tử, trang thông tin điện tử tổng hợp"
                " của Hội và các cơ quan truyền thông, báo chí khác.",
                _ALL,
            ),
            Said(
                "Bám sát địa bàn, xây dựng mối quan hệ thường xuyên, tích cực, hiệu quả với cấp ủy,"
                " chính quyền các địa phương để tạo điều kiện cho Hội hoạt động hiệu quả.",
                DEPARTMENTS,
            ),
            Said(
                "Tranh thủ mọi nguồn lực và phát huy tối đa hiệu quả các chương trình công tác tại"
                " địa phương.",
                DEPARTMENTS,
            ),
        ),
    ),
    Session(
        key="article-2022-11",
        unit="central",
        kind="briefing",
        name="Họp triển khai Kế hoạch phối hợp với Bộ Công an và một số nhiệm vụ cuối năm",
        source="Bài “Trung ương Hội NCT Việt Nam: Đánh giá công tác chuẩn bị thực hiện Kế hoạch"
        " phối hợp với Bộ Công an và triển khai một số nhiệm vụ cuối năm”, đăng ngày 11/11/2022",
        chair_office="Chủ tịch Hội",
        held_on=date(2022, 11, 10),
        bodies=(OFFICE,),
        guests=(("Các Ban", ""), ("Các Tiểu ban trong cơ quan Trung ương Hội", "")),
        reports=(
            (
                "Về chuẩn bị Hội nghị biểu dương điển hình tiên tiến",
                "Đã có 40 tỉnh, thành phố tổ chức hội nghị cấp tỉnh. Ban Tổ chức chuẩn bị 500 phần"
                " quà tặng, kinh phí, kế hoạch, kịch bản. Tiểu ban tuyên truyền và thi đua khen"
                " thưởng đã phối hợp với Nhà hát Công an Nhân dân xây dựng chương trình văn nghệ"
                " với 6 tiết mục; phối hợp với kênh An ninh TV xây dựng đề cương kịch bản, nội dung"
                " phóng sự để chờ duyệt. Hướng dẫn 20 địa phương chuẩn bị tham luận, hiện đã có 5"
                " tham luận gửi về Trung ương Hội.",
            ),
        ),
        conclusions=(
            Said(
                "Tiếp tục hoàn thiện kế hoạch triển khai 3 hội nghị, hội thảo quốc tế quan trọng"
                " trong tháng 12.",
                _ALL,
                deadline="trong tháng 12",
            ),
            Said("Xây dựng kế hoạch công tác Hội năm 2023.", _ALL, deadline="từ nay đến cuối năm"),
            Said("Chuẩn bị Hội thảo về chính sách cho NCT.", _ALL, deadline="từ nay đến cuối năm"),
            Said(
                "Đẩy mạnh công tác phối hợp với ngành y tế về chăm sóc sức khỏe NCT.",
                _ALL,
                helpers=("Ngành y tế",),
                deadline="từ nay đến cuối năm",
            ),
            Said(
                "Chú trọng việc cấp đổi thẻ cho hội viên NCT ở các địa phương.",
                _ALL,
                deadline="từ nay đến cuối năm",
            ),
            Said(
                "Tăng cường công tác phối hợp với doanh nghiệp trong chăm sóc NCT.",
                _ALL,
                helpers=("Doanh nghiệp",),
                deadline="từ nay đến cuối năm",
            ),
            Said(
                "Các Ban, Văn phòng cần bám sát và thực hiện theo đúng chủ trương, kế hoạch đã đề"
                " ra.",
                _ALL,
                citation="Kế hoạch phối hợp số 318/KH-HNCTVN-BCA ngày 8/7/2022",
            ),
            Said(
                "Cán bộ, nhân viên toàn cơ quan cần tiếp tục nỗ lực đồng lòng, tập trung phối hợp"
                " để hoàn thành các nhiệm vụ, đặc biệt là tổ chức thành công Hội nghị biểu dương"
                " điển hình tiên tiến NCT trong phong trào Toàn dân bảo vệ an ninh Tổ quốc.",
                ("Cán bộ, nhân viên toàn cơ quan",),
                ("Bộ Công an",),
                "từ nay đến cuối năm",
                "Kế hoạch phối hợp số 318/KH-HNCTVN-BCA ngày 8/7/2022",
            ),
        ),
    ),
)
