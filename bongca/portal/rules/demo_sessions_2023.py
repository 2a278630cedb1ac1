"""What the press told of the session of February 2023, word for word.

Held to the same as demo_sessions.
"""

from datetime import date
from typing import Final

from bongca.portal.rules.demo_meetings import OFFICE, Guest, Point, Said, Session

_ALL = ("Các Ban", OFFICE)

SESSIONS: Final = (
    Session(
        key="article-2023-02",
        unit="central",
        kind="departments",
        name="Các Ban, Văn phòng báo cáo tiến độ nhiệm vụ trọng tâm năm 2023",
        source=(
            "Bài “Tạo sự đồng thuận, chuyển biến ngay từ đầu triển khai nhiệm vụ trọng tâm"
            " 2023”, đăng ngày 07/02/2023"
        ),
        chair_office="Chủ tịch Hội",
        held_on=date(2023, 2, 7),
        guests=(
            Guest("Đại diện các Ban, Văn phòng"),
            Guest("Các Phó Chủ tịch Hội"),
        ),
        agenda=(
            Point(
                (
                    "Hội nghị quán triệt Nghị quyết Trung ương 6 và nói chuyện về vấn đề già"
                    " hóa dân số"
                ),
                presenter="Các Ban, Văn phòng",
            ),
            Point(
                "Hội nghị trực tuyến toàn quốc đối thoại chính sách cho NCT",
                presenter="Các Ban, Văn phòng",
            ),
            Point("Biểu dương NCT làm kinh tế giỏi", presenter="Các Ban, Văn phòng"),
            Point("Tháng hành động vì NCT Việt Nam", presenter="Các Ban, Văn phòng"),
            Point("Liên hoan Tiếng hát NCT toàn quốc", presenter="Các Ban, Văn phòng"),
            Point(
                (
                    "Đánh giá kết quả thực hiện Đề án 1336 của Chính phủ về nhân rộng mô hình"
                    " CLB Liên thế hệ tự giúp nhau"
                ),
                presenter="Các Ban, Văn phòng",
            ),
            Point(
                "Công tác Thi đua, khen thưởng và phát triển hội viên",
                presenter="Các Ban, Văn phòng",
            ),
            Point("Thảo luận, ý kiến của các Phó Chủ tịch"),
            Point("Kết luận", presenter="Chủ tịch Hội"),
        ),
        reports=(
            (
                "Các Ban, Văn phòng",
                (
                    "Báo cáo nhanh tình hình, tiến độ triển khai những nhiệm vụ trọng tâm trong"
                    " năm 2023; tập trung các nội dung lớn như Hội nghị quán triệt Nghị quyết"
                    " Trung ương 6 và nói chuyện về vấn đề già hóa dân số; Hội nghị trực tuyến"
                    " toàn quốc đối thoại chính sách cho NCT; Biểu dương NCT làm kinh tế giỏi;"
                    " Tháng hành động vì NCT Việt Nam; Liên hoan Tiếng hát NCT toàn quốc; đánh"
                    " giá kết quả thực hiện Đề án 1336 của Chính phủ về nhân rộng mô hình CLB"
                    " Liên thế hệ tự giúp nhau (LTHTGN); công tác Thi đua, khen thưởng và phát"
                    " triển hội viên…"
                ),
            ),
        ),
        opinions=(
            (
                "Chủ tịch Hội",
                (
                    "NCT là đối tượng, là nguồn lực rất quan trọng của đất nước, các cấp các"
                    " ngành và Hội NCT có nhiệm vụ bảo vệ, chăm sóc, phát huy vai trò NCT, tạo"
                    " điều kiện để NCT tiếp tục đóng góp công sức, trí tuệ, kinh nghiệm vào sự"
                    " nghiệp xây dựng và bảo vệ Tổ quốc."
                ),
            ),
        ),
        conclusions=(
            Said(
                (
                    "Các Ban, Văn phòng theo nhiệm vụ được phân công, tích cực tham mưu Thường"
                    " trực, phối hợp với các Bộ ngành, địa phương triển khai sớm, hiệu quả"
                    " chương trình công tác, phù hợp yêu cầu nhiệm vụ."
                ),
                _ALL,
                helpers=("Các Bộ ngành, địa phương",),
                deadline="từ nay đến cuối năm",
            ),
            Said(
                (
                    "Tiếp tục tham mưu Bộ Chính trị, Ban Bí thư cho sớm thành lập Đảng đoàn và"
                    " chuyển đổi mô hình tổ chức Hội thống nhất trong cả nước, tạo sự thông"
                    " suốt, đồng bộ chỉ đạo hiệu quả nhiệm vụ chăm sóc, phát huy vai trò NCT."
                ),
                _ALL,
            ),
            Said(
                (
                    "Quá trình tổ chức các chương trình, hội nghị, cần có sự phối hợp chặt chẽ,"
                    " kết hợp nhiều chương trình, hội nghị để tiết kiệm thời gian và chi phí."
                ),
                _ALL,
            ),
            Said(
                (
                    "Quan tâm đề xuất tham mưu chính sách cho NCT nói chung, chính sách cho cán"
                    " bộ, người lao động cơ quan nói riêng nhằm khích lệ động viên, nâng cao"
                    " chất lượng, hiệu quả công tác."
                ),
                _ALL,
            ),
            Said(
                "Hoạt động kiểm tra, giám sát, đánh giá cán bộ thực hiện công khai, minh bạch.",
                _ALL,
            ),
            Said(
                (
                    "Các nội dung, phương án trước khi triển khai cần bàn bạc dân chủ, thảo"
                    " luận kĩ lưỡng, tạo sự đồng thuận, nhất trí cao ngay từ đầu."
                ),
                _ALL,
            ),
            Said(
                (
                    "Nhấn mạnh chủ đề “Tháng hành động vì NCT Việt Nam” năm 2023 là “NCT cần"
                    " được hưởng tuổi già trong tôn trọng và an sinh xã hội”."
                ),
                _ALL,
            ),
            Said(
                (
                    "Các Ban, Văn phòng tích cực, chủ động tham mưu và phối hợp vận động nguồn"
                    " lực chăm lo cho NCT và tổ chức các hội nghị lớn do Trung ương Hội chủ"
                    " trì."
                ),
                _ALL,
            ),
            Said(
                (
                    "Tổ chức các hoạt động chăm lo chế độ chính sách, xây nhà tình thương cho"
                    " NCT, hỗ trợ NCT nghèo, hoàn cảnh khó khăn."
                ),
                _ALL,
            ),
            Said(
                (
                    "Phối hợp với các cơ quan chức năng nâng cao chất lượng công tác chăm sóc"
                    " NCT cả về vật chất, tinh thần, sức khỏe."
                ),
                _ALL,
                helpers=("Các cơ quan chức năng",),
            ),
            Said(
                (
                    "Tổ chức kiểm tra giám sát, đánh giá bài bản, kĩ lưỡng việc triển khai Đề"
                    " án 1336 nhân rộng mô hình CLB LTHTGN tại các địa phương."
                ),
                _ALL,
                citation="Đề án 1336 của Chính phủ",
            ),
            Said(
                (
                    "Công tác Thi đua, khen thưởng theo đúng quy định, đúng tiêu chí, đồng thời"
                    " áp dụng linh hoạt tạo động lực đẩy mạnh phong trào."
                ),
                _ALL,
            ),
            Said(
                (
                    "Coi trọng nhiệm vụ tuyên truyền, vận động phát triển hội viên mới, nhằm"
                    " nâng cao tỷ lệ NCT gia nhập Hội."
                ),
                _ALL,
            ),
            Said(
                (
                    "Hội nghị quán triệt Nghị quyết Trung ương 6 dự kiến tổ chức vào trung tuần"
                    " tháng 3."
                ),
                _ALL,
                deadline="trung tuần tháng 3",
                citation="Nghị quyết Trung ương 6",
            ),
            Said(
                (
                    "Hội nghị biểu dương NCT làm kinh tế giỏi và Liên hoan tiếng hát NCT toàn"
                    " quốc tổ chức từ cơ sở, hướng đến Hội nghị, Liên hoan toàn quốc vào quý IV"
                    " năm 2023."
                ),
                _ALL,
                deadline="quý IV năm 2023",
            ),
        ),
    ),
)
