"""The drawings of the kit, 20 by 20. One shape means one thing everywhere."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SHAPES = {
    # states
    "dashed": '<circle cx="10" cy="10" r="7.6" stroke-dasharray="3.2 2.8"/>',
    "half": (
        '<circle cx="10" cy="10" r="7.6"/>'
        '<path d="M10 2.400a7.6 7.6 0 0 1 0 15.200z" fill="currentColor" stroke="none"/>'
    ),
    "up": '<circle cx="10" cy="10" r="7.6"/><path d="M10 14V6.400M6.8 9.4 10 6.200l3.2 3.2"/>',
    "back": '<path d="M7 3.5 3 7.500l4 4M3.4 7.500H12a4.6 4.6 0 0 1 0 9.200H7"/>',
    "done": (
        '<circle cx="10" cy="10" r="8.4" fill="currentColor" stroke="none"/>'
        '<path d="m6 10.3 2.8 2.8 5.4-5.7" stroke="#fff" stroke-width="2.2"/>'
    ),
    "lock": (
        '<rect x="3.6" y="8.8" width="12.8" height="8.4" rx="1.4"'
        ' fill="currentColor" stroke="none"/>'
        '<path d="M6.4 8.600V6.400a3.6 3.6 0 0 1 7.2 0v2.2"/>'
    ),
    "clock": '<circle cx="10" cy="10" r="7.8"/><path d="M10 5.400V10l3.2 2"/>',
    "envelope": (
        '<rect x="2" y="4" width="16" height="12" rx="1.2"/><path d="m2.6 5 7.4 6 7.4-6"/>'
    ),
    "triangle": (
        '<path d="M10 1.8 19 17.800H1z" fill="currentColor"/>'
        '<path d="M10 7.400v5M10 15.100v.1" stroke="#fff" stroke-width="2.2"/>'
    ),
    "equals": '<circle cx="10" cy="10" r="7.8"/><path d="M6.6 8.200h6.800M6.6 11.800h6.8"/>',
    "question": (
        '<path d="M10 1.6 18.4 10 10 18.4 1.6 10z"/>'
        '<path d="M8 8a2 2 0 1 1 2.9 1.800c-.7.4-.9.8-.9 1.500M10 13.700v.1"/>'
    ),
    "cross": (
        '<rect x="2.4" y="2.4" width="15.2" height="15.2" rx="1.4"/>'
        '<path d="m6.8 6.8 6.4 6.400M13.2 6.800l-6.4 6.4"/>'
    ),
    # the rest
    "info": '<circle cx="10" cy="10" r="8"/><path d="M10 9v5M10 6.200v.1"/>',
    "tick": '<path d="m4 10.5 4 4 8-9" stroke-width="2.8"/>',
    "plus": '<circle cx="10" cy="10" r="7.8"/><path d="M10 6.400v7.200M6.4 10h7.2"/>',
    "menu": '<path d="M3 5.500h14M3 10h14M3 14.500h14"/>',
    "arrow_up": '<path d="M10 16V4.500M5.5 9 10 4.5 14.5 9"/>',
    "arrow_down": '<path d="M10 4v11.500M5.5 11l4.5 4.500L14.5 11"/>',
    "same": '<path d="M4 10h12"/>',
    "chevron_left": '<path d="m12.5 4-6 6 6 6"/>',
    "chevron_right": '<path d="m7.5 4 6 6-6 6"/>',
    "book": (
        '<path d="M4 3h10.500A1.5 1.5 0 0 1 16 4.500V17H5.500A1.5 1.5 0 0 1 4 15.500z'
        'M4 15.500A1.5 1.5 0 0 1 5.5 14H16M7.5 6.500h5M7.5 9.500h5"/>'
    ),
    "pencil": (
        '<path d="m3 17 .9-3.8 9.7-9.700a1.7 1.7 0 0 1 2.4 0l.5.5a1.7 1.7 0 0 1 0 2.4'
        'l-9.7 9.700z"/>'
    ),
    "sum": '<path d="M15 5.500V3.500H5l5 6.5-5 6.500h10v-2"/>',
    "paper": '<path d="M5 2.500h7l4 4v11H5zM12 2.500v4h4M7.5 10.500h6M7.5 13.500h6"/>',
    "phone": (
        '<path d="M6.8 3 8.6 7 6.7 8.600a9.5 9.5 0 0 0 4.7 4.700L13 11.400l4 1.800v2.6'
        'A1.5 1.5 0 0 1 15.4 17.3 13 13 0 0 1 2.7 4.6 1.5 1.5 0 0 1 4.2 3z"/>'
    ),
}

MARK = mark_safe(
    '<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">'
    '<path d="M3 21.800c0-4.2 3.1-7.4 7-7.8 2-3.9 5.8-6.4 10.3-6.4 1.3 0 2.5.2 3.7.6 1.2-.4'
    " 2.4-.6 3.7-.6 4.5 0 8.3 2.5 10.3 6.4 3.9.4 7 3.6 7 7.8 0 2.4-1.9 4.3-4.2 4.300H7.2"
    'C4.9 26.1 3 24.2 3 21.800z" fill="#fff"/>'
    '<path d="M21.2 25 19.8 41.300h8.400L26.8 25z" fill="#fff"/>'
    '<path d="M13.4 26v7.800M34.6 26v7.8" stroke="#fff" stroke-width="2.6"'
    ' stroke-linecap="round"/>'
    '<path d="M4.5 42.700h39" stroke="#f0b83a" stroke-width="3" stroke-linecap="round"/></svg>'
)


def icon_svg(name: str) -> SafeString:
    """Draw a shape of the kit; it is silent for screen readers, so a word must stand beside it."""
    return format_html(
        '<svg class="bc-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="none"'
        ' stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">'
        "{}</svg>",
        mark_safe(SHAPES[name]),  # noqa: S308 - a constant of ours
    )
