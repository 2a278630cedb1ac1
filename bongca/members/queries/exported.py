"""A list ordered as a file: how far it is, and where it lies."""

from bongca.core.files.ordered import OrderedFile

EXPORT = OrderedFile(
    "members.write_export", "members.export", "members.export", "danh-sach-hoi-vien"
)
