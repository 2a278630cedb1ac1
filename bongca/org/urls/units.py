from django.urls import path

from bongca.org.views import changes, units

urlpatterns = [
    path("don-vi/", units.own_unit, name="own_unit"),
    path("don-vi/tim/", units.unit_find, name="unit_find"),
    path("don-vi/<int:pk>/", units.unit_detail, name="unit_detail"),
    path("don-vi/<int:pk>/lich-su/", units.unit_history, name="unit_history"),
    path("don-vi/<int:pk>/them/", changes.unit_create, name="unit_create"),
    path("don-vi/<int:pk>/doi-ten/", changes.unit_rename, name="unit_rename"),
    path("don-vi/<int:pk>/ket-thuc/", changes.unit_close, name="unit_close"),
]
