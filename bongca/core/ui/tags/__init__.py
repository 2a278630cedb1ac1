"""The template tags of the kit, by kind; bongca.core.templatetags.ui gathers them."""
