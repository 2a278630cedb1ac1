"""Root URLs: composition only."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("bongca.core.urls")),
    path("tai-khoan/", include("allauth.urls")),
]
