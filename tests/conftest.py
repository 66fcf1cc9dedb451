"""What all tests share: how generated examples are drawn."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The same examples every time, and no clock: a busy machine must not decide what passes.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
