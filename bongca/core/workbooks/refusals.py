"""Why a whole file cannot be read, each in one sentence that says what to do."""


class FileRefused(Exception):
    """A file that is not taken in; `sentence` tells the officer what to do about it."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code
        self.sentence = SENTENCES[code]


_SAVE_AGAIN = "Xin mở tệp bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”, rồi gửi lại."

SENTENCES = {
    "empty": "Tệp này trống, không có gì bên trong. Xin chọn lại tệp danh sách.",
    "too_big": "Tệp nặng hơn 60 MB. Xin bỏ ảnh trong tệp hoặc tách thành nhiều tệp nhỏ hơn.",
    "inflates": f"Tệp này chứa quá nhiều thứ ngoài danh sách nên không mở được. {_SAVE_AGAIN}",
    "too_wide": "Tệp có hơn 256 cột. Xin xóa các cột thừa ở bên phải danh sách rồi gửi lại.",
    "too_long": "Tệp có ô ở quá xa bên dưới. Xin xóa các dòng thừa ở cuối danh sách rồi gửi lại.",
    "too_many_rows": "Tệp có hơn 100.000 dòng. Xin tách theo xã hoặc chi hội rồi gửi từng tệp.",
    "doctype": f"Tệp này không phải do Excel lưu ra nên không mở. {_SAVE_AGAIN}",
    "password": "Tệp có mật khẩu. Xin mở tệp bằng Excel, bỏ mật khẩu, lưu lại rồi gửi.",
    "broken": f"Tệp bị hỏng, không đọc được đến cuối. {_SAVE_AGAIN}",
    "took_too_long": "Đọc tệp này mất quá nhiều thời gian. Xin chỉ để lại danh sách rồi gửi.",
    "too_heavy": "Tệp này quá nặng so với một danh sách. Xin chỉ để lại danh sách rồi gửi lại.",
    "no_rows": "Tệp không có dòng nào có chữ. Xin xem lại có chọn đúng tệp danh sách không.",
    "web_page": f"Tệp này là trang web lưu dưới tên Excel. {_SAVE_AGAIN}",
    "word": "Đây là tệp Word. Xin chép bảng danh sách sang Excel, lưu lại rồi gửi tệp Excel.",
    "pdf": "Đây là tệp PDF. Xin gửi tệp Excel đã dùng để in ra tệp này.",
    "picture": "Đây là ảnh chụp. Xin gửi tệp Excel của danh sách.",
    "archive": "Đây là tệp nén. Xin giải nén rồi gửi từng tệp Excel ở bên trong.",
    "apple": "Đây là tệp của máy Apple. Xin xuất sang Excel (.xlsx) rồi gửi lại.",
    "old_works": f"Tệp này do một chương trình cũ lưu ra, không đọc được. {_SAVE_AGAIN}",
    "unknown": "Đây không phải tệp danh sách. Xin gửi tệp Excel (.xlsx, .xls), .ods hoặc .csv.",
}
