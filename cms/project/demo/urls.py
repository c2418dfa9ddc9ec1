"""Addresses of the demo alone."""

from django.urls import path

from cms.project.demo.front import front

urlpatterns = [path("", front, name="newsroom_demo_front")]
