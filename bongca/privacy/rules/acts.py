"""Which acts of the history are looking at what is hidden, or taking data out."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WATCHED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "people.show_identity": "Xem số định danh",
        "members.export_members": "Xuất danh sách hội viên",
        "care.export_rights": "Xuất danh sách theo quyền lợi",
        "care.write_file": "Xuất danh sách, giấy mừng thọ",
        "cards.order_printing": "Cho in thẻ hội viên",
        "cards.print_batch": "In thẻ hội viên",
    }
)
