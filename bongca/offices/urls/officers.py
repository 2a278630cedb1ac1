from django.urls import path

from bongca.offices.views import appointments, officers

urlpatterns = [
    path("don-vi/<int:pk>/chuc-danh/", officers.officer_list, name="officer_list"),
    path("don-vi/<int:pk>/chuc-danh/ghi/", appointments.appoint_person, name="appoint"),
    path("don-vi/<int:pk>/to-chuc/them/", officers.body_form, name="body_form"),
    path("chuc-danh/<uuid:pk>/ket-thuc/", appointments.appointment_end, name="appointment_end"),
    path("chuc-danh/<uuid:pk>/bo/", appointments.appointment_void, name="appointment_void"),
]
