"""Exercises for a class, made from one audit: the questions, the key, and the sheets' contents."""

from source_audit.teach.lesson import compose_exercises, compose_lesson
from source_audit.teach.model import Band, Exercise, Item, Key, Lesson, Paragraph, Quote
from source_audit.teach.ruling import Ruling, read_key, write_key
from source_audit.teach.views import key_view, student_view

__all__ = [
    "Band",
    "Exercise",
    "Item",
    "Key",
    "Lesson",
    "Paragraph",
    "Quote",
    "Ruling",
    "compose_exercises",
    "compose_lesson",
    "key_view",
    "read_key",
    "student_view",
    "write_key",
]
