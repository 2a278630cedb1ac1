"""Addresses of org, a file for each group; mounted at the root."""

from bongca.org.urls import accounts, units

app_name = "org"
urlpatterns = [*accounts.urlpatterns, *units.urlpatterns]
