"""What Django's own Vietnamese catalogue lacks and a person could meet on our pages."""

from gettext import NullTranslations

from django.utils.translation.trans_real import DjangoTranslation, translation

SUPPLEMENT = {
    "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.": (
        "Chỉ dùng chữ không dấu, chữ số, gạch nối và gạch dưới."
    ),
    "File extension “%(extension)s” is not allowed. Allowed extensions are: "
    "%(allowed_extensions)s.": (
        "Tệp đuôi “%(extension)s” chưa dùng được. Xin chọn tệp: %(allowed_extensions)s."
    ),
    "Null characters are not allowed.": "Có ký tự lạ trong ô này. Xin xóa đi và gõ lại.",
    "“%(value)s” is not a valid UUID.": "Mã “%(value)s” không đúng. Xin mở lại trang và thử lại.",
    "Enter a valid UUID.": "Mã không đúng. Xin mở lại trang và thử lại.",
    "Enter a complete value.": "Xin ghi cho đủ.",
    "Enter a valid JSON.": "Nội dung không đúng dạng. Xin mở lại trang và thử lại.",
    "Enter a valid duration.": "Xin ghi khoảng thời gian cho đúng.",
    "ManagementForm data is missing or has been tampered with": (
        "Biểu mẫu gửi lên bị thiếu. Xin mở lại trang và thử lại."
    ),
    "“%(pk)s” is not a valid value.": "“%(pk)s” không có trong danh sách.",
    "This is not a valid IPv6 address.": "Địa chỉ IPv6 không đúng.",
    "Forbidden": "Chưa được phép",
    "CSRF verification failed. Request aborted.": "Trang để lâu quá. Xin mở lại và gửi lần nữa.",
    "Date out of range": "Ngày nằm ngoài khoảng cho phép",
    "“%(path)s” does not exist": "Không có “%(path)s”",
    "%(truncated_text)s…": "%(truncated_text)s…",
}


class _Words(NullTranslations):
    """A catalogue made from the table above."""

    def __init__(self, catalogue: DjangoTranslation) -> None:
        super().__init__()
        self._catalog = dict(SUPPLEMENT)
        self.plural = catalogue.plural


def add_supplement() -> None:
    """Put the supplement over Django's Vietnamese catalogue; called once at start."""
    catalogue: DjangoTranslation = translation("vi")
    catalogue.merge(_Words(catalogue))
