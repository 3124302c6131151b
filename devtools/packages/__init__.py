"""Installers: what goes into the bundle, and what is made of it on each system."""
