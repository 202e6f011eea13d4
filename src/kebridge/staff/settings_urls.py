"""Addresses of the settings: one's own, users, registers, audit."""

from django.urls import path

from kebridge.staff import auditing, settings_pages, users

urlpatterns = [
    path("", settings_pages.SettingsPage.as_view(), name="settings"),
    path("elder/", settings_pages.ElderSwitch.as_view(), name="settings-elder"),
    path("registers/", settings_pages.RegistersPage.as_view(), name="settings-registers"),
    path("users/", users.UsersPage.as_view(), name="settings-users"),
    path("users/invite/", users.InvitePage.as_view(), name="settings-invite"),
    path("users/<int:pk>/", users.UserPage.as_view(), name="settings-user"),
    path("users/<int:pk>/link/", users.NewLink.as_view(), name="settings-user-link"),
    path("users/<int:pk>/active/", users.ActiveSwitch.as_view(), name="settings-user-active"),
    path("roles/<int:pk>/end/", users.EndRole.as_view(), name="settings-role-end"),
    path("audit/", auditing.AuditPage.as_view(), name="settings-audit"),
]
