"""What can go wrong with cards, in words."""

from bongca.core.errors import DomainError
from bongca.org.models import Unit


class NotACommune(DomainError):
    """Cards are listed commune by commune."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(
            "not_a_commune", f"Thẻ được lập theo xã, phường, đặc khu. {unit.name} là cấp khác."
        )


class NobodyWaits(DomainError):
    """Everybody has what was asked for."""

    def __init__(self) -> None:
        super().__init__(
            "nobody_waits", "Không còn hội viên nào cần lập thẻ: ai cũng có thẻ hoặc đang chờ in."
        )


class NumbersUsedUp(DomainError):
    """The pattern has no number left for this prefix."""

    def __init__(self, prefix: str) -> None:
        super().__init__(
            "numbers_used_up",
            f"Số thẻ có phần đầu {prefix} đã dùng hết. Xin báo Trung ương tăng số chữ số.",
        )


class NotNow(DomainError):
    """The batch or the card is not in the state this act begins from."""

    status = 409

    def __init__(self, message: str) -> None:
        super().__init__("not_now", message)


class BlanksShort(DomainError):
    """Fewer blanks in stock than cards to print."""

    status = 409

    def __init__(self, left: int, wanted: int) -> None:
        super().__init__(
            "blanks_short",
            f"Kho còn {left} phôi, đợt này cần {wanted}. Xin ghi thêm phôi đã nhận rồi in.",
        )
