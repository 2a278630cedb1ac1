from django.urls import path

from bongca.org.views import accounts, grants, tokens

urlpatterns = [
    path("tai-khoan/nguoi-dung/", accounts.user_list, name="user_list"),
    path("tai-khoan/nguoi-dung/mo/", accounts.user_add, name="user_add"),
    path("tai-khoan/nguoi-dung/<int:pk>/", accounts.user_detail, name="user_detail"),
    path("tai-khoan/nguoi-dung/<int:pk>/sua/", accounts.user_edit, name="user_edit"),
    path("tai-khoan/nguoi-dung/<int:pk>/phieu/", accounts.user_slip, name="user_slip"),
    path("tai-khoan/nguoi-dung/<int:pk>/dong/", accounts.user_close, name="user_close"),
    path("tai-khoan/nguoi-dung/<int:pk>/mo-lai/", accounts.user_reopen, name="user_reopen"),
    path("tai-khoan/nguoi-dung/<int:pk>/giao-quyen/", grants.grant_give, name="grant_give"),
    path("tai-khoan/quyen/<int:pk>/dong-y/", grants.grant_confirm, name="grant_confirm"),
    path("tai-khoan/quyen/<int:pk>/ket-thuc/", grants.grant_end, name="grant_end"),
    path("tai-khoan/dang-lam-viec-cho/", grants.acting, name="acting"),
    path("tai-khoan/khoa-api/", tokens.token_list, name="token_list"),
    path("tai-khoan/khoa-api/<int:pk>/thu-hoi/", tokens.token_revoke, name="token_revoke"),
]
