"""Releases as files to read and print: plain text and PDF."""
