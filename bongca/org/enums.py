from django.db.models import TextChoices


class Tier(TextChoices):
    """Where a unit stands in the Association; district is history (ended 30/6/2025)."""

    CENTRAL = "central", "Trung ương"
    PROVINCE = "province", "Tỉnh, thành phố"
    DISTRICT = "district", "Huyện (trước 1/7/2025)"
    COMMUNE = "commune", "Xã, phường, đặc khu"
    BRANCH = "branch", "Chi hội"
    GROUP = "group", "Tổ hội"


class OrgModel(TextChoices):
    """The model of a unit (domain.md 2.3): an elected association or an appointed board."""

    ASSOCIATION = "association", "Hội"
    REPRESENTATIVE_BOARD = "representative_board", "Ban đại diện"
    ATTACHED_CENTRE = "attached_centre", "Đơn vị trực thuộc"


class TerritoryLevel(TextChoices):
    PROVINCE = "province", "Tỉnh, thành phố"
    DISTRICT = "district", "Huyện (trước 1/7/2025)"
    COMMUNE = "commune", "Xã, phường, đặc khu"


class LineageKind(TextChoices):
    """What became of a unit or a territory."""

    WHOLE = "whole", "Giữ nguyên"
    RENAMED = "renamed", "Đổi tên"
    MERGED = "merged", "Nhập vào"
    PART = "part", "Tách một phần sang"
    DISSOLVED = "dissolved", "Kết thúc"
    MOVED = "moved", "Chuyển sang"


class PartnerKind(TextChoices):
    MINISTRY = "ministry", "Bộ, ngành"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    SPONSOR = "sponsor", "Nhà tài trợ"
    PRESS = "press", "Báo chí"
    MASS_ASSOCIATION = "mass_association", "Hội quần chúng"
