"""Addresses of offices, a file for each group; mounted at the root."""

from bongca.offices.urls import provisioning

app_name = "offices"
urlpatterns = [*provisioning.urlpatterns]
