"""Root URLs: composition only."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("bongca.core.urls")),
    path("", include("bongca.portal.urls")),
    path("tai-khoan/", include("allauth.urls")),
]

handler400 = "bongca.core.ui.failures.bad_request"
handler403 = "bongca.core.ui.failures.not_allowed"
handler404 = "bongca.core.ui.failures.not_found"
handler500 = "bongca.core.ui.failures.server_error"
