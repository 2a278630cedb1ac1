from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "bongca.org"
    verbose_name = "Tổ chức"

    def ready(self) -> None:
        from bongca.accounts.queries import register_account_link
        from bongca.core.ui import register_nav, register_unit_line
        from bongca.core.ui.search import register_search
        from bongca.org.queries import header, pages

        register_nav("Đơn vị", "org:own_unit", word="units.view", order=40)
        register_nav("Tài khoản", "org:user_list", word="accounts.reset", order=80)
        register_unit_line(header.unit_line)
        register_search("org", header.search_units, order=20)
        pages.register_unit_counter("Đơn vị trực thuộc", pages.count_units_below, order=90)
        register_account_link("Đang làm việc cho đơn vị nào", "org:acting", order=10)
        register_account_link(
            "Khóa cho chương trình máy tính", "org:token_list", word="reports.print", order=20
        )
