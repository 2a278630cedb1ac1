from django.urls import path

from bongca.offices.views import provisioning

urlpatterns = [
    path("don-vi/<int:pk>/cap-tai-khoan/", provisioning.provision, name="provision"),
]
