"""Einstellungen für alle Tests."""

from hypothesis import HealthCheck, settings

settings.register_profile("projekt", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("projekt")
