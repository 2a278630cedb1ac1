from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "bongca.org"
    verbose_name = "Tổ chức"

    def ready(self) -> None:
        from bongca.accounts.queries import register_account_link
        from bongca.core.ui import register_nav

        register_nav("Tài khoản", "org:user_list", word="accounts.reset", order=80)
        register_account_link("Đang làm việc cho đơn vị nào", "org:acting", order=10)
        register_account_link(
            "Khóa cho chương trình máy tính", "org:token_list", word="figures.view", order=20
        )
