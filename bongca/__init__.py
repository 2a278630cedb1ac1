"""Bóng Cả: the working system of Hội Người cao tuổi Việt Nam, from Trung ương to the chi hội."""
