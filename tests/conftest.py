"""Einstellungen für alle Tests."""

from hypothesis import HealthCheck, settings

settings.register_profile("projekt", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("kurz", settings.get_profile("projekt"), max_examples=25)
settings.load_profile("projekt")
