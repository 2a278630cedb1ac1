"""Root URLs: composition only."""

from django.urls import URLPattern, URLResolver, include, path

from bongca.config.api import operation_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("bongca.core.urls")),
    path("", include("bongca.portal.urls")),
    path("tai-khoan/", include("bongca.config.door.urls")),
    path("tai-khoan/", include("bongca.accounts.urls")),
    path("", include("bongca.org.urls")),
    path("", include("bongca.offices.urls")),
    path("hoi-vien/", include("bongca.members.urls")),
    path("", include("bongca.cards.urls")),
    path("sinh-hoat/", include("bongca.admissions.urls")),
    path("nhap-danh-sach/", include("bongca.rolls.urls")),
    path("van-ban/", include("bongca.documents.urls")),
    path("cham-lo/", include("bongca.care.urls")),
    path("du-lieu-ca-nhan/", include("bongca.privacy.urls")),
    path("nhiem-vu/", include("bongca.programmes.urls")),
    path("cuoc-hop/", include("bongca.meetings.urls")),
    path("cuoc-hop/", include("bongca.readings.urls")),
    path("api/v1/", operation_urls()),
    path("bao-cao/", include("bongca.reporting.urls")),
]

handler400 = "bongca.core.ui.failures.bad_request"
handler403 = "bongca.core.ui.failures.not_allowed"
handler404 = "bongca.core.ui.failures.not_found"
handler500 = "bongca.core.ui.failures.server_error"
