"""What can go wrong in a way that a person can be told; rendered once for pages, once for API."""


class DomainError(Exception):
    """An anticipated refusal: `code` for programs, `message` in Vietnamese for the person.

    `field` names the form field that the message belongs to, when there is one.
    """

    status = 422

    def __init__(self, code: str, message: str, *, status: int | None = None, field: str = ""):
        super().__init__(code)
        self.code = code
        self.message = message
        self.field = field
        if status is not None:
            self.status = status


NOT_YOURS = "Cần làm việc này thì nhờ người phụ trách của đơn vị, hoặc xin giao thêm quyền."


class NotAllowed(DomainError):
    """The thing is within the actor's sight, but this act on it is not theirs to do (403)."""

    status = 403

    def __init__(self, word: str, message: str = NOT_YOURS):
        super().__init__("not_allowed", message)
        self.word = word


class Changed(DomainError):
    """Someone else has changed the same thing since it was opened (409); carries both versions."""

    status = 409

    def __init__(self, theirs: dict[str, str], yours: dict[str, str], who: str = ""):
        by = f" ({who})" if who else ""
        super().__init__(
            "changed", f"Có người vừa sửa mục này trước{by}. Xin xem cả hai bản rồi chọn."
        )
        self.theirs = theirs
        self.yours = yours
