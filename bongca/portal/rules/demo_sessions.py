"""More sessions from the press: early 2023, the exchange of 2017, the briefing from above."""

from datetime import date
from typing import Final

from bongca.portal.rules.demo_meetings import OFFICE, Said, Session

_ALL = ("Các Ban", OFFICE)
_YEAR = "từ nay đến cuối năm"
ARTICLE_2017: Final = (
    "Bài “Tọa đàm trao đổi kinh nghiệm công tác Hội giữa Hội NCT tỉnh Bắc Giang với Hội NCT thành"
    " phố Hải Phòng”, đăng ngày 20/11/2017"
)
BAC_GIANG: Final = "Hội NCT tỉnh Bắc Giang"
HAI_PHONG: Final = "Hội NCT thành phố Hải Phòng"
EXCHANGE_ON: Final = date(2017, 11, 20)

SESSIONS: Final = (
    Session(
        key="article-2023-02",
        unit="central",
        kind="departments",
        name="Các Ban, Văn phòng báo cáo tiến độ nhiệm vụ trọng tâm năm 2023",
        source="Bài “Tạo sự đồng thuận, chuyển biến ngay từ đầu triển khai nhiệm vụ trọng tâm"
        " 2023”, đăng ngày 07/02/2023",
        chair_office="Chủ tịch Hội",
        held_on=date(2023, 2, 7),
        bodies=(OFFICE,),
        guests=(("Đại diện các Ban", ""), ("Các Phó Chủ tịch Hội", "")),
        reports=(
            (
                "Các Ban, Văn phòng",
                "Báo cáo nhanh tình hình, tiến độ triển khai: Hội nghị quán triệt Nghị quyết Trung"
                " ương 6 và nói chuyện về già hóa dân số; Hội nghị trực tuyến toàn quốc đối thoại"
                " chính sách cho NCT; Biểu dương NCT làm kinh tế giỏi; Tháng hành động vì NCT Việt"
                " Nam; Liên hoan Tiếng hát NCT toàn quốc; đánh giá kết quả thực hiện Đề án 1336;"
                " công tác thi đua, khen thưởng và phát triển hội viên.",
            ),
        ),
        conclusions=(
            Said(
                "Các Ban, Văn phòng theo nhiệm vụ được phân công, tích cực tham mưu Thường trực,"
                " phối hợp với các Bộ ngành, địa phương triển khai sớm, hiệu quả chương trình công"
                " tác, phù hợp yêu cầu nhiệm vụ.",
                _ALL,
                ("Các Bộ ngành, địa phương",),
                _YEAR,
            ),
            Said(
                "Tiếp tục tham mưu Bộ Chính trị, Ban Bí thư cho sớm thành lập Đảng đoàn và chuyển"
                " đổi mô hình tổ chức Hội thống nhất trong cả nước.",
                _ALL,
                deadline=_YEAR,
            ),
            Said(
                "Quá trình tổ chức các chương trình, hội nghị, cần có sự phối hợp chặt chẽ, kết hợp"
                " nhiều chương trình, hội nghị để tiết kiệm thời gian và chi phí.",
                _ALL,
            ),
            Said(
                "Quan tâm đề xuất tham mưu chính sách cho NCT nói chung, chính sách cho cán bộ,"
                " người lao động cơ quan nói riêng.",
                _ALL,
            ),
            Said(
                "Hoạt động kiểm tra, giám sát, đánh giá cán bộ thực hiện công khai, minh bạch.",
                _ALL,
            ),
            Said(
                "Các nội dung, phương án trước khi triển khai cần bàn bạc dân chủ, thảo luận kĩ"
                " lưỡng, tạo sự đồng thuận, nhất trí cao ngay từ đầu.",
                _ALL,
            ),
            Said(
                "Các Ban, Văn phòng tích cực, chủ động tham mưu và phối hợp vận động nguồn lực chăm"
                " lo cho NCT và tổ chức các hội nghị lớn do Trung ương Hội chủ trì.",
                _ALL,
            ),
            Said(
                "Tổ chức kiểm tra giám sát, đánh giá bài bản, kĩ lưỡng việc triển khai Đề án 1336"
                " nhân rộng mô hình CLB LTHTGN tại các địa phương.",
                _ALL,
                citation="Đề án 1336 của Chính phủ",
            ),
            Said(
                "Công tác Thi đua, khen thưởng theo đúng quy định, đúng tiêu chí, đồng thời áp dụng"
                " linh hoạt tạo động lực đẩy mạnh phong trào.",
                _ALL,
            ),
            Said(
                "Coi trọng nhiệm vụ tuyên truyền, vận động phát triển hội viên mới.",
                _ALL,
            ),
            Said(
                "Hội nghị quán triệt Nghị quyết Trung ương 6 dự kiến tổ chức vào trung tuần tháng"
                " 3.",
                _ALL,
                deadline="trung tuần tháng 3",
            ),
            Said(
                "Hội nghị biểu dương NCT làm kinh tế giỏi và Liên hoan tiếng hát NCT toàn quốc tổ"
                " chức từ cơ sở, hướng đến Hội nghị, Liên hoan toàn quốc vào quý IV năm 2023.",
                _ALL,
                deadline="quý IV năm 2023",
            ),
        ),
    ),
    Session(
        key="article-2017-11",
        unit="bac_giang",
        kind="exchange",
        name="Tọa đàm trao đổi kinh nghiệm công tác Hội với Hội NCT thành phố Hải Phòng",
        source=ARTICLE_2017,
        chair_office="Chủ tịch Hội NCT tỉnh Bắc Giang",
        place="thành phố Bắc Giang",
        guests=(
            ("Chủ tịch Hội NCT thành phố", HAI_PHONG),
            ("Ban Thường vụ Hội NCT thành phố", HAI_PHONG),
            ("Trưởng, Phó BĐD Hội NCT các quận, huyện", HAI_PHONG),
            ("Chủ tịch Hội NCT tỉnh", BAC_GIANG),
            ("Ban Thường vụ Hội NCT tỉnh", BAC_GIANG),
            ("Chủ tịch Hội NCT các huyện, thành phố", BAC_GIANG),
            ("Lãnh đạo Văn phòng", BAC_GIANG),
            ("Trung tâm chăm sóc và phát huy vai trò NCT tỉnh Bắc Giang", BAC_GIANG),
        ),
        reports=(
            (
                BAC_GIANG,
                "Thông báo tóm tắt tình hình phát triển và kết quả hoạt động của các cấp Hội; quản"
                " lý hội viên và kết quả hoạt động công tác Hội trên máy vi tính; bình quân mỗi năm"
                " kết nạp trên 9.000 hội viên mới; tỷ lệ tập hợp hội viên đạt 98,6%.",
            ),
        ),
        opinions=(
            (
                "Đại biểu hai bên",
                "Trao đổi về tham mưu, đề xuất với cấp ủy, chính quyền; nâng cao chất lượng các"
                " loại hình CLB của NCT; chân quỹ, Quỹ Chăm sóc và phát huy vai trò NCT ở cơ sở;"
                " nếp sống văn minh; xây dựng gia đình, dòng họ hiếu học.",
            ),
            (
                "Chủ tịch Hội NCT thành phố Hải Phòng",
                "Mong muốn kinh nghiệm trong công tác tham mưu, tuyên truyền, vận động các nguồn"
                " lực ở hai địa phương tiếp tục và thường xuyên được trao đổi.",
            ),
        ),
    ),
    Session(
        key="article-giao-ban",
        unit="central",
        kind="superior",
        name="Hội nghị giao ban các hội quần chúng",
        source="Tin của TTXVN về hội nghị giao ban các hội quần chúng",
        chair_office="Thường trực Ban Bí thư",
        convener="Thường trực Ban Bí thư",
        guests=(
            ("Bí thư Trung ương Đảng, Trưởng ban Dân vận Trung ương", ""),
            ("Lãnh đạo các Ban Đảng Trung ương và một số cơ quan liên quan", ""),
        ),
        conclusions=(
            Said(
                "Tăng cường tuyên truyền chủ trương, chính sách của Đảng, Nhà nước, kết quả thực"
                " hiện Nghị quyết Đại hội XIII của Đảng, Nghị quyết Đại hội nhiệm kỳ của hội; nâng"
                " cao nhận thức, trách nhiệm cho cán bộ, hội viên.",
                ("Các hội",),
            ),
            Said(
                "Tiếp tục cụ thể hóa, tổ chức thực hiện sáng tạo, quyết liệt, hiệu quả chủ trương,"
                " chính sách liên quan đến hội, nhất là Quy chế về tổ chức và hoạt động của các hội"
                " quần chúng vừa ban hành.",
                ("Các hội",),
                citation="Quy chế về tổ chức và hoạt động của các hội quần chúng",
            ),
            Said(
                "Bảo đảm sự lãnh đạo của Đảng, sự quản lý nhà nước đối với tổ chức và hoạt động"
                " hội; thường xuyên rà soát, cập nhật, bổ sung quy chế, quy định; kiện toàn tổ"
                " chức, cán bộ, nhất là các cơ quan lãnh đạo, người đứng đầu hội.",
                ("Các hội",),
            ),
            Said(
                "Tăng cường liên kết, hợp tác nhằm phát huy tiềm năng, thế mạnh; tham gia tích cực"
                " và có đóng góp xứng đáng trong thực hiện các chương trình mục tiêu quốc gia, dự"
                " án phát triển kinh tế - xã hội, hoạt động đối ngoại nhân dân.",
                ("Các hội",),
            ),
            Said(
                "Tiếp tục đổi mới nội dung, phương thức hoạt động theo hướng nêu cao tính chủ động,"
                " sáng tạo; chủ động tham mưu, đề xuất chính sách, tư vấn, phản biện xã hội; tích"
                " cực vận động nguồn lực xã hội hóa cho hoạt động hội và chăm lo, giúp đỡ hội"
                " viên.",
                ("Các hội",),
            ),
            Said(
                "Đẩy mạnh công tác phối hợp với các cơ quan, đơn vị, địa phương trong hoạt động"
                " hội; tích cực tham gia các phong trào thi đua, cuộc vận động; giữ gìn đoàn kết"
                " nội bộ; coi trọng công tác kiểm tra, giám sát, giải quyết bất đồng, mâu thuẫn,"
                " khiếu nại, tố cáo; đẩy mạnh việc xây dựng, nhân rộng mô hình hay, cách làm tốt.",
                ("Các hội",),
                ("Các cơ quan, đơn vị, địa phương",),
            ),
        ),
    ),
)
