"""A file ordered in the background: how far it is, and where it lies."""

from bongca.core.files.ordered import OrderedFile

FILE = OrderedFile("care.write_file", "care.file", "members.export", "mung-tho")
