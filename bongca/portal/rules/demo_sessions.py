"""What the press told of two sessions of 2022: reports, opinions, conclusions, word for word.

Leaders stand by their office alone. Every report, opinion and conclusion is a run of words of the
article named as source, and nothing is added (portal/tests/test_demo_meetings.py holds them
against the articles); names of meetings and points of the agenda are ours.
"""

from datetime import date
from typing import Final

from bongca.portal.rules.demo_meetings import (
    BODIES_SOURCE,
    DEPARTMENTS,
    INSPECTION,
    OFFICE,
    Guest,
    Point,
    Said,
    Session,
)

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
        bodies=DEPARTMENTS,
        attending=(INSPECTION, OFFICE),
        guests=(
            Guest("Các Phó Chủ tịch Hội"),
            Guest("Cán bộ, chuyên viên các Ban"),
        ),
        agenda=(
            Point(
                "Kết quả hoạt động trong năm 2021 và những nhiệm vụ trọng tâm trong năm 2022",
                presenter="Các Ban",
            ),
            Point("Ý kiến của các Phó Chủ tịch", presenter="Các Phó Chủ tịch Hội"),
            Point("Thảo luận", presenter="Các Ban"),
            Point("Kết luận", presenter="Chủ tịch Hội"),
        ),
        reports=(
            (
                "Ban Chăm sóc NCT",
                (
                    "Báo cáo kết quả hoạt động trong năm 2021 và những nhiệm vụ trọng tâm trong"
                    " năm 2022; những thuận lợi, khó khăn, những ưu điểm, hạn chế, bất cập"
                    " trong quá trình hoạt động và đề xuất, kiến nghị các giải pháp triển khai"
                    " trong thời gian tới."
                ),
            ),
            (
                "Ban Phát huy vai trò NCT",
                (
                    "Báo cáo kết quả hoạt động trong năm 2021 và những nhiệm vụ trọng tâm trong"
                    " năm 2022; những thuận lợi, khó khăn, những ưu điểm, hạn chế, bất cập"
                    " trong quá trình hoạt động và đề xuất, kiến nghị các giải pháp triển khai"
                    " trong thời gian tới."
                ),
            ),
            (
                "Ban Đối ngoại",
                (
                    "Báo cáo kết quả hoạt động trong năm 2021 và những nhiệm vụ trọng tâm trong"
                    " năm 2022; những thuận lợi, khó khăn, những ưu điểm, hạn chế, bất cập"
                    " trong quá trình hoạt động và đề xuất, kiến nghị các giải pháp triển khai"
                    " trong thời gian tới."
                ),
            ),
        ),
        opinions=(
            (
                "Các Phó Chủ tịch Hội",
                (
                    "Đánh giá cao công tác tham mưu, chủ động, sáng tạo triển khai hiệu quả và"
                    " đều tay của các Ban chuyên môn. Đề nghị các Ban tiếp tục tham mưu Thường"
                    " trực rà soát các nội dung nhiệm vụ tại Chương trình Hành động Quốc gia,"
                    " Nghị quyết Đại hội VI; từ đó nghiên cứu, xây dựng chương trình hoạt động"
                    " toàn khóa, các nhiệm vụ trọng tâm, các chương trình phối hợp cụ thể và"
                    " xây dựng các mô hình chăm sóc, phát huy vai trò NCT phù hợp."
                ),
            ),
            (
                "Chủ tịch Hội",
                (
                    "Các Ban chuyên môn (Chăm sóc NCT, Phát huy vai trò NCT, Đối ngoại) đóng"
                    " vai trò nòng cốt, là “xương sống” của Hội. Trong năm qua, các Ban đã có"
                    " giải pháp linh hoạt, sáng tạo và tham mưu cho Thường trực triển khai chỉ"
                    " đạo hiệu quả các nhiệm vụ trọng tâm của Hội."
                ),
            ),
        ),
        conclusions=(
            Said(
                (
                    "Các Ban tiếp tục rà soát, chuẩn bị kĩ lưỡng cùng Thường trực chuẩn bị"
                    " Chương trình hành động toàn khóa và chương trình công tác từng năm của"
                    " Ban Thường vụ, Ban Chấp hành."
                ),
                DEPARTMENTS,
                helpers=("Thường trực",),
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Tiếp tục kiện toàn tổ chức bộ máy, lựa chọn cán bộ tâm huyết, trung thực,"
                    " trách nhiệm cao bảo đảm đáp ứng yêu cầu nhiệm vụ."
                ),
                DEPARTMENTS,
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Rà soát bổ sung hoàn thiện các quy định, quy chế của từng đơn vị trên cơ"
                    " sở đó tham mưu cho Thường trực xây dựng quy chế hoạt động chung bảo đảm"
                    " đồng bộ, thông suốt."
                ),
                DEPARTMENTS,
                helpers=("Thường trực",),
                deadline="thời gian tới",
            ),
            Said(
                (
                    "Căn cứ chức năng của từng Ban, bám sát Chương trình đã được phê duyệt,"
                    " Nghị quyết Đại hội VI Hội NCT Việt Nam, các nhiệm vụ Chính phủ giao để"
                    " triển khai các chương trình phối hợp với các Bộ ngành, góp phần hoàn"
                    " thành tốt nhiệm vụ đã đề ra, tạo niềm tin, uy tín đối với các đơn vị phối"
                    " hợp, tổ chức Hội và NCT."
                ),
                DEPARTMENTS,
                helpers=("Các Bộ ngành",),
                citation="Nghị quyết Đại hội VI Hội NCT Việt Nam",
            ),
            Said(
                (
                    "Các Ban, Văn phòng tham mưu, phối hợp tăng cường công tác truyền thông,"
                    " phát huy tối đa công suất tạp chí in và tạp chí điện tử, trang thông tin"
                    " điện tử tổng hợp của Hội và các cơ quan truyền thông, báo chí khác phản"
                    " ánh đậm nét hoạt động của Trung ương Hội, Hội NCT các địa phương; lan tỏa"
                    " sâu rộng những nhân tố tích cực, nhân rộng những điển hình tiên tiến"
                    " trong mọi lĩnh vực."
                ),
                (*DEPARTMENTS, OFFICE),
            ),
            Said(
                (
                    "Bám sát địa bàn, xây dựng mối quan hệ thường xuyên, tích cực, hiệu quả với"
                    " cấp ủy, chính quyền các địa phương để tạo điều kiện cho Hội hoạt động"
                    " hiệu quả."
                ),
                (*DEPARTMENTS, OFFICE),
            ),
            Said(
                (
                    "Tranh thủ mọi nguồn lực và phát huy tối đa hiệu quả các chương trình công"
                    " tác tại địa phương."
                ),
                (*DEPARTMENTS, OFFICE),
            ),
        ),
    ),
    Session(
        key="article-2022-11",
        unit="central",
        kind="briefing",
        name="Họp triển khai Kế hoạch phối hợp với Bộ Công an và một số nhiệm vụ cuối năm",
        source=(
            "Bài “Trung ương Hội NCT Việt Nam: Đánh giá công tác chuẩn bị thực hiện Kế hoạch"
            " phối hợp với Bộ Công an và triển khai một số nhiệm vụ cuối năm”, đăng ngày"
            " 11/11/2022"
        ),
        chair_office="Chủ tịch Hội",
        held_on=date(2022, 11, 10),
        guests=(
            Guest("Văn phòng, các Ban"),
            Guest("Các Tiểu ban trong cơ quan Trung ương Hội"),
        ),
        agenda=(
            Point(
                (
                    "Triển khai thực hiện Kế hoạch phối hợp giữa Hội NCT Việt Nam và Bộ Công an"
                    " về tổ chức Hội nghị toàn quốc biểu dương điển hình tiên tiến NCT trong"
                    " phong trào Toàn dân bảo vệ an ninh Tổ quốc giai đoạn 2016 - 2021"
                ),
                papers="Kế hoạch phối hợp số 318/KH-HNCTVN-BCA ngày 8/7/2022",
            ),
            Point("Triển khai một số nhiệm vụ từ nay đến cuối năm 2022"),
            Point("Kết luận", presenter="Chủ tịch Hội"),
        ),
        reports=(
            (
                "Hội nghị cấp tỉnh và tham luận",
                (
                    "Hiện nay trên cả nước đã có 40 tỉnh, thành phố tổ chức hội nghị cấp"
                    " tỉnh.\nHướng dẫn 20 địa phương chuẩn bị tham luận, hiện đã có 5 tham luận"
                    " gửi về Trung ương Hội. Các địa phương khác đang đẩy nhanh tiến độ tổ chức"
                    " hội nghị và sẽ hoàn thành trong thời gian tới."
                ),
            ),
            (
                "Ban Tổ chức",
                (
                    "Chuẩn bị 500 phần quà tặng, kinh phí, kế hoạch, kịch bản để phục vụ các"
                    " đại biểu dự Hội nghị."
                ),
            ),
            (
                "Tiểu ban tuyên truyền và thi đua khen thưởng",
                (
                    "Đã phối hợp với Nhà hát Công an Nhân dân xây dựng chương trình văn nghệ"
                    " với 6 tiết mục có chủ đề về NCT. Phối hợp với kênh An ninh TV xây dựng đề"
                    " cương kịch bản, nội dung phóng sự để chờ duyệt."
                ),
            ),
        ),
        opinions=(
            (
                "Chủ tịch Hội",
                (
                    "Ghi nhận, biểu dương và đánh giá cao sự nỗ lực cố gắng của các cán bộ Văn"
                    " phòng, các Ban, các Tiểu ban trong cơ quan Trung ương Hội đã có tinh thần"
                    " trách nhiệm cao trong quá trình thực hiện kế hoạch đề ra. Các thành viên"
                    " của các ban đã bám sát, phân công công việc rõ ràng, hoàn thành tốt nhiệm"
                    " vụ, việc chuẩn bị bước đầu thực hiện đúng tiến độ và tiếp tục phân công"
                    " nhiệm vụ, công việc trong thời gian tới."
                ),
            ),
        ),
        conclusions=(
            Said(
                (
                    "Tiếp tục hoàn thiện kế hoạch triển khai 3 hội nghị, hội thảo quốc tế quan"
                    " trọng trong tháng 12."
                ),
                _ALL,
                deadline="trong tháng 12",
            ),
            Said(
                "Xây dựng kế hoạch công tác Hội năm 2023.",
                _ALL,
                deadline="từ nay đến cuối năm",
            ),
            Said(
                "Chuẩn bị Hội thảo về chính sách cho NCT.",
                _ALL,
                deadline="từ nay đến cuối năm",
            ),
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
                (
                    "Các Ban, Văn phòng cần bám sát và thực hiện theo đúng chủ trương, kế hoạch"
                    " đã đề ra."
                ),
                _ALL,
                citation="Kế hoạch phối hợp số 318/KH-HNCTVN-BCA ngày 8/7/2022",
            ),
            Said(
                (
                    "Thời gian từ nay đến cuối năm công việc còn rất nhiều, cán bộ, nhân viên"
                    " toàn cơ quan cần tiếp tục nỗ lực đồng lòng, tập trung phối hợp để hoàn"
                    " thành các nhiệm vụ, đặc biệt là tổ chức thành công Hội nghị biểu dương"
                    " điển hình tiên tiến NCT trong phong trào Toàn dân bảo vệ an ninh Tổ quốc."
                ),
                ("Cán bộ, nhân viên toàn cơ quan",),
                helpers=("Bộ Công an",),
                deadline="từ nay đến cuối năm",
                citation="Kế hoạch phối hợp số 318/KH-HNCTVN-BCA ngày 8/7/2022",
            ),
        ),
    ),
)
