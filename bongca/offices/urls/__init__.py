"""Addresses of offices, a file for each group; mounted at the root."""

from bongca.offices.urls import officers, provisioning

app_name = "offices"
urlpatterns = [*officers.urlpatterns, *provisioning.urlpatterns]
