"""What the press told of the exchange of 2017 and of the briefing from above.

Held to the same as demo_sessions: word for word, leaders by their office. Two of the articles tell
no day (2017 says "vừa qua", the briefing nothing), so these meetings have none; the exchange had
no chair, so none is written.
"""

from datetime import date
from typing import Final

from bongca.portal.rules.demo_meetings import Guest, Point, Said, Session

ARTICLE_2017: Final = (
    "Bài “Tọa đàm trao đổi kinh nghiệm công tác Hội giữa Hội NCT tỉnh Bắc Giang với Hội NCT thành"
    " phố Hải Phòng”, đăng ngày 20/11/2017"
)
BAC_GIANG: Final = "Hội NCT tỉnh Bắc Giang"
HAI_PHONG: Final = "Hội NCT thành phố Hải Phòng"
EXCHANGE_ON: Final = date(2017, 11, 20)
BRIEFING: Final = "article-giao-ban"

SESSIONS: Final = (
    Session(
        key="article-2017-11",
        unit="bac_giang",
        kind="exchange",
        name="Tọa đàm trao đổi kinh nghiệm công tác Hội với Hội NCT thành phố Hải Phòng",
        source=ARTICLE_2017,
        chair_office="",
        place="thành phố Bắc Giang",
        convener="Hội NCT tỉnh Bắc Giang và Hội NCT thành phố Hải Phòng",
        guests=(
            Guest("Chủ tịch Hội NCT thành phố", delegation=HAI_PHONG, leads=True),
            Guest("Ban Thường vụ Hội NCT thành phố", delegation=HAI_PHONG),
            Guest("Trưởng, Phó BĐD Hội NCT các quận, huyện", delegation=HAI_PHONG),
            Guest("Chủ tịch Hội NCT tỉnh", delegation=BAC_GIANG, leads=True),
            Guest("Ban Thường vụ Hội NCT tỉnh", delegation=BAC_GIANG),
            Guest("Chủ tịch Hội NCT các huyện, thành phố", delegation=BAC_GIANG),
            Guest("Chủ tịch Hội NCT huyện Lạng Giang", delegation=BAC_GIANG),
            Guest("Lãnh đạo Văn phòng", delegation=BAC_GIANG),
            Guest(
                "Trung tâm chăm sóc và phát huy vai trò NCT tỉnh Bắc Giang", delegation=BAC_GIANG
            ),
        ),
        agenda=(
            Point(
                (
                    "Thông báo tóm tắt tình hình phát triển và kết quả hoạt động của các cấp"
                    " Hội NCT địa phương"
                ),
                presenter="Chủ tịch Hội NCT tỉnh Bắc Giang",
            ),
            Point(
                "Trao đổi, chia sẻ kinh nghiệm hoạt động công tác Hội", presenter="Đại biểu hai bên"
            ),
            Point(
                "Phát biểu thay mặt đoàn công tác", presenter="Chủ tịch Hội NCT thành phố Hải Phòng"
            ),
        ),
        reports=(
            (
                "Chủ tịch Hội NCT tỉnh Bắc Giang",
                (
                    "Thông báo tóm tắt tình hình phát triển và kết quả hoạt động của các cấp"
                    " Hội NCT địa phương, trong đó nhấn mạnh đến tầm quan trọng của công tác"
                    " cán bộ Hội, đây là lực lượng quyết định đến hiệu quả hoạt động của Hội"
                    " NCT ở cơ sở.\nTrong những năm qua, Hội NCT tỉnh Bắc Giang đã chủ động"
                    " triển khai tổ chức thực hiện tốt các nhiệm vụ và chương trình trọng tâm"
                    " của Hội, phong trào thi đua “Tuổi cao-Gương sáng”; đã tham mưu với cấp ủy"
                    " Đảng, chính quyền, phối hợp với MTTQ và các ban, ngành, đoàn thể ở địa"
                    " phương tăng cường chỉ đạo, hướng dẫn, kiểm tra, đôn đốc hoạt động của Hội"
                    " NCT cơ sở. Hội NCT tỉnh Bắc Giang đã ban hành nhiều đề án, chương trình,"
                    " kế hoạch hoạt động… đạt nhiều kết quả tích cực.\nThực hiện việc quản lý"
                    " hội viên và kết quả hoạt động công tác Hội trên máy vi tính nên đã đạt"
                    " được nhiều thành tích đáng phấn khởi trên 3 mặt hoạt động là: Xây dựng tổ"
                    " chức Hội vững mạnh, chăm sóc NCT, phát huy vai trò NCT và 2 chương trình"
                    " công tác trọng tâm.\nHàng năm tổ chức nhiều hoạt động thiết thực, có ý"
                    " nghĩa nhằm tập hợp và thu hút hội viên NCT như: Giao lưu trang thơ “Dã"
                    " hương ngàn năm”, Liên hoan tiếng hát NCT và Hội khỏe truyền thống NCT các"
                    " cấp đã thu hút được hàng vạn hội viên NCT tham gia; bình quân mỗi năm kết"
                    " nạp trên 9.000 hội viên mới; tỷ lệ tập hợp hội viên đạt 98,6%. Đội ngũ"
                    " cán bộ Hội cơ sở luôn được kiện toàn, bổ sung kịp thời đảm bảo đủ đáp ứng"
                    " nhu cầu công việc góp phần xây dựng và củng cố tổ chức Hội phát triển"
                    " ngày càng vững mạnh."
                ),
            ),
        ),
        opinions=(
            (
                "Đại biểu hai bên",
                (
                    "Tích cực trao đổi, chia sẻ kinh nghiệm hoạt động công tác Hội trên các mặt"
                    " công tác như: Công tác tham mưu, đề xuất với cấp ủy chính quyền để luôn"
                    " nhận được sự quan tâm, tạo điều kiện cho các cấp Hội hoạt động; việc tổ"
                    " chức nâng cao chất lượng hoạt động các loại hình CLB của NCT; phát triển"
                    " và nâng cao hiệu quả hoạt động của chân quỹ, Quỹ Chăm sóc và phát huy vai"
                    " trò NCT ở cơ sở; thực hiện nếp sống văn minh trong việc cưới, việc tang,"
                    " lễ hội và một số lễ nghi, sinh hoạt cộng đồng; xây dựng gia đình, dòng họ"
                    " hiếu học trên địa bàn tỉnh… Các ý kiến trao đổi đều tập trung để thúc đẩy"
                    " và tăng cường hoạt động của Hội NCT ở cơ sở."
                ),
            ),
            (
                "Chủ tịch Hội NCT thành phố Hải Phòng",
                (
                    "Cảm ơn sự đón tiếp chu đáo và những tình cảm mà Hội NCT tỉnh Bắc Giang"
                    " dành cho đoàn. Đánh giá cao những kết quả trong công tác xây dựng tổ chức"
                    " Hội, thực hiện các nhiệm vụ và chương trình trọng tâm mà Hội NCT tỉnh Bắc"
                    " Giang đã đạt được trong thời gian qua; đồng thời mong muốn một số kinh"
                    " nghiệm trong công tác tham mưu với cấp ủy, chính quyền về công tác Hội và"
                    " NCT nhất là việc thực hiện Đề án của Trung ương Hội NCT Việt Nam về “Xây"
                    " dựng tổ chức Hội cơ sở vững mạnh, nâng cao hiệu quả hoạt động của chi"
                    " hội, tổ hội làm nòng cốt trong phong trào toàn dân chăm sóc, phụng dưỡng,"
                    " phát huy vai trò NCT”; công tác tuyên truyền nâng cao nhận thức của các"
                    " cấp, các ban, ngành, đoàn thể và NCT về xây dựng, củng cố tổ chức Hội,"
                    " phát triển hội viên; vận động các nguồn lực nhằm hỗ trợ các hoạt động"
                    " chăm sóc và phát huy vai trò NCT ở hai địa phương tiếp tục và thường"
                    " xuyên được trao đổi nhằm phát triển công tác Hội ngày càng tốt hơn trong"
                    " thời gian tới."
                ),
            ),
        ),
    ),
    Session(
        key=BRIEFING,
        unit="central",
        kind="superior",
        name="Hội nghị giao ban các hội quần chúng",
        source="Tin của TTXVN về hội nghị giao ban các hội quần chúng",
        chair_office="Thường trực Ban Bí thư",
        convener="Thường trực Ban Bí thư",
        guests=(
            Guest("Bí thư Trung ương Đảng, Trưởng ban Dân vận Trung ương"),
            Guest("Lãnh đạo các Ban Đảng Trung ương và một số cơ quan liên quan"),
        ),
        agenda=(Point("Phát biểu kết luận", presenter="Thường trực Ban Bí thư"),),
        conclusions=(
            Said(
                (
                    "Các hội tăng cường tuyên truyền chủ trương, chính sách của Đảng, Nhà nước,"
                    " kết quả thực hiện Nghị quyết Đại hội XIII của Đảng, Nghị quyết Đại hội"
                    " nhiệm kỳ của hội; nâng cao nhận thức, trách nhiệm cho cán bộ, hội viên,"
                    " tạo hiệu ứng tích cực trong hệ thống hội và lan toả rộng ra xã hội."
                ),
                ("Các hội",),
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Các hội tiếp tục cụ thể hóa, tổ chức thực hiện sáng tạo, quyết liệt, hiệu"
                    " quả chủ trương, chính sách liên quan đến hội, nhất là Quy chế về tổ chức"
                    " và hoạt động của các hội quần chúng vừa ban hành."
                ),
                ("Các hội",),
                deadline="thời gian tới",
                citation="Quy chế về tổ chức và hoạt động của các hội quần chúng",
            ),
            Said(
                (
                    "Các hội bảo đảm sự lãnh đạo của Đảng, sự quản lý nhà nước đối với tổ chức"
                    " và hoạt động hội; thường xuyên rà soát, cập nhật, bổ sung quy chế, quy"
                    " định; kiện toàn tổ chức, cán bộ, nhất là các cơ quan lãnh đạo, người đứng"
                    " đầu hội."
                ),
                ("Các hội",),
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Các hội tăng cường liên kết, hợp tác nhằm phát huy tiềm năng, thế mạnh;"
                    " tham gia tích cực và có đóng góp xứng đáng trong thực hiện các chương"
                    " trình mục tiêu quốc gia, dự án phát triển kinh tế - xã hội, hoạt động đối"
                    " ngoại nhân dân."
                ),
                ("Các hội",),
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Các hội cần tiếp tục đổi mới nội dung, phương thức hoạt động theo hướng"
                    " nêu cao tính chủ động, sáng tạo; chủ động tham mưu, đề xuất chính sách,"
                    " tư vấn, phản biện xã hội; tích cực vận động nguồn lực xã hội hóa cho hoạt"
                    " động hội và chăm lo, giúp đỡ hội viên, nhất là hội viên có hoàn cảnh khó"
                    " khăn, cao tuổi, yếu thế."
                ),
                ("Các hội",),
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Các hội đẩy mạnh công tác phối hợp với các cơ quan, đơn vị, địa phương"
                    " trong hoạt động hội; tích cực tham gia các phong trào thi đua, cuộc vận"
                    " động, góp phần hoàn thành nhiệm vụ của cơ quan, đơn vị, địa phương, đất"
                    " nước; giữ gìn đoàn kết nội bộ; quan tâm công tác nội bộ, nắm chắc diễn"
                    " biến tư tưởng cán bộ, hội viên."
                ),
                ("Các hội",),
                helpers=("Các cơ quan, đơn vị, địa phương",),
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Coi trọng công tác kiểm tra, giám sát, giải quyết bất đồng, mâu thuẫn,"
                    " khiếu nại, tố cáo."
                ),
                ("Các hội",),
                deadline="thời gian tới",
            ),
            Said(
                "Đẩy mạnh việc xây dựng, nhân rộng mô hình hay, cách làm tốt.",
                ("Các hội",),
                deadline="thời gian tới",
            ),
        ),
    ),
)
