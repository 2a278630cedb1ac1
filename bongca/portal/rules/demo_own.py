"""What the invented cast of the demonstration concluded; no real leader speaks here."""

from typing import Final

from bongca.portal.rules.demo_meetings import DEPARTMENTS, INSPECTION, OFFICE, Point, Said

CARE, ROLE, ABROAD = DEPARTMENTS
EARLIER_KEY, OWN_KEY, NEXT_KEY = "demo-briefing-before", "demo-briefing", "demo-next"
COMMUNE_KEY = "demo-commune"
DIRECTIVE_NUMBER: Final = 3
LIVING_BODIES: Final = (*DEPARTMENTS, INSPECTION, OFFICE)

EARLIER_CONCLUSIONS: Final = (
    Said(
        "Góp ý dự thảo kế hoạch công tác Hội năm tới; gửi ý kiến về Văn phòng.",
        (OFFICE,), DEPARTMENTS, "trong 20 ngày",
    ),
    Said(
        "Rà soát, cập nhật danh sách cán bộ chủ chốt của Hội ở các tỉnh, thành phố.",
        (INSPECTION,), deadline="trong 20 ngày",
    ),
)  # fmt: skip
OWN_CONCLUSIONS: Final = (
    Said(
        "Chuẩn bị nội dung, tài liệu Hội nghị Ban Chấp hành cuối năm; trình Thường trực trước khi"
        " họp.", (OFFICE,), deadline="từ nay đến cuối năm",
    ),
    Said(
        "Đôn đốc các tỉnh, thành phố chưa hoàn thành kiện toàn tổ chức Hội sau hợp nhất; báo cáo rõ"
        " vướng mắc của từng nơi.", (INSPECTION,), (OFFICE,), "trong 20 ngày",
    ),
    Said(
        "Tổng hợp kết quả Tháng hành động vì người cao tuổi của cả nước.", (CARE,),
        deadline="trong 10 ngày",
    ),
    Said("Đề xuất nội dung kế hoạch phối hợp cho giai đoạn tới.", deadline="cuối năm"),
)  # fmt: skip
OWN_AGENDA: Final = (
    Point("Việc của kỳ trước", OFFICE),
    Point("Kết quả Tháng hành động vì người cao tuổi", CARE),
    Point("Kiện toàn tổ chức Hội sau hợp nhất", INSPECTION),
)
OWN_REPORTS: Final = (
    (CARE, "Các tỉnh, thành phố đang gửi kết quả Tháng hành động; nội dung chi tiết theo biểu."),
    (INSPECTION, "Một số nơi chưa kiện toàn xong sau hợp nhất, đang nắm vướng mắc từng nơi."),
)
NEXT_AGENDA: Final = (
    Point("Việc của kỳ trước", OFFICE),
    Point("Kết quả kiện toàn tổ chức Hội", INSPECTION),
    Point("Công tác cuối năm", OFFICE),
)

# How Central answers the guidance from above: its own programme, and who leads each part of it.
ANSWER_NAME: Final = (
    "Chương trình thực hiện kết luận của Thường trực Ban Bí thư tại Hội nghị giao ban các hội quần"
    " chúng"
)
ANSWER_LEADS: Final = (OFFICE, INSPECTION, INSPECTION, ABROAD, CARE, OFFICE, INSPECTION, ROLE)
