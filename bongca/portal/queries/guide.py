"""The officers' guide: pages of docs/huong-dan, read once and kept."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from markdown_it import MarkdownIt

FOLDER = Path(settings.ROOT) / "docs" / "huong-dan"

# In the order in which an officer meets them.
ORDER = (
    "bat-dau",
    "nhap-danh-sach",
    "hoi-vien",
    "vao-hoi-chuyen-di",
    "the-hoi-vien",
    "mung-tho",
    "bao-cao",
    "so-nay-tu-dau",
    "don-vi",
    "nhiem-vu",
    "cuoc-hop",
    "van-ban",
    "du-lieu-ca-nhan",
    "tai-khoan",
    "cap-tai-khoan",
)
_SLUG = re.compile(r"^[a-z0-9-]+$")
_PICTURES = FOLDER / "hinh"
_PICTURE = re.compile(r'src="hinh/([a-z0-9-]+\.png)"')
_LINK = re.compile(r'href="([a-z0-9-]+)\.md(#[^"]*)?"')


@dataclass(frozen=True)
class GuidePage:
    slug: str
    title: str
    lead: str
    html: str


def guide_pages() -> list[GuidePage]:
    """Every page of the guide, in reading order."""
    names = sorted(path.stem for path in FOLDER.glob("*.md") if _SLUG.match(path.stem))
    ordered = [name for name in ORDER if name in names]
    return [_read(name) for name in ordered + [name for name in names if name not in ORDER]]


def guide_page(slug: str) -> GuidePage | None:
    """One page of the guide, or None when there is no such page."""
    return next((page for page in guide_pages() if page.slug == slug), None)


def guide_picture(slug: str) -> Path | None:
    """A picture of the guide, or None when there is no such picture."""
    path = _PICTURES / f"{slug}.png"
    return path if _SLUG.match(slug) and path.is_file() else None


@cache
def _read(slug: str) -> GuidePage:
    text = (FOLDER / f"{slug}.md").read_text(encoding="utf-8")
    heading, _, rest = text.partition("\n")
    lead, _, body = rest.strip().partition("\n\n")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(body)
    return GuidePage(
        slug=slug,
        title=heading.removeprefix("# ").strip(),
        lead=lead.replace("\n", " ").replace("**", "").strip(),
        html=_PICTURE.sub(r'src="../hinh/\1"', _LINK.sub(r'href="../\1/\2"', html)),
    )
