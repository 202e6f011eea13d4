"""A world with one person for each role, and signed-in browsers without a screen.

Imports stand inside: pytest loads this file before the settings are named.
"""

import pytest


@pytest.fixture
def world(db):
    from tests.support.world import make_world

    return make_world()


@pytest.fixture
def sign_in(world):
    """`sign_in("clerk", ("A", "clerk"))` gives a client of that person."""
    from django.test import Client

    from kebridge.core.access.models import User

    def client_of(username, *roles):
        if not User.objects.filter(username=username).exists():
            world.person(username, *roles)
        client = Client()
        backend = "allauth.account.auth_backends.AuthenticationBackend"
        client.force_login(User.objects.get(username=username), backend=backend)
        return client

    return client_of
