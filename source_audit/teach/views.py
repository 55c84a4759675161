"""What the sheets show. The student's view is made without the key, so that no template could let it slip."""

from typing import Any

from source_audit.resources import data
from source_audit.teach.material import texts
from source_audit.teach.model import Exercise, Item, Lesson

View = dict[str, Any]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def student_view(lesson: Lesson) -> View:
    """Return the contents of the student's sheet; nothing in it says which answer is right."""
    exercises = [_exercise(exercise, number) for number, exercise in enumerate(lesson.exercises, start=1)]
    return {**_frame(lesson), "exercises": exercises}


def key_view(lesson: Lesson) -> View:
    """Return the contents of the teacher's key: the student's sheet with the answers and the notes."""
    exercises = [
        {**_exercise(exercise, number), **_answers(exercise), "notes": exercise.notes}
        for number, exercise in enumerate(lesson.exercises, start=1)
    ]
    return {**_frame(lesson), "exercises": exercises, "key": data("lesson")["key"], "notes": lesson.notes}


def _frame(lesson: Lesson) -> View:
    """Return what both sheets share."""
    sheet = data("lesson")["sheet"]
    return {
        "lesson": lesson,
        "sheet": sheet,
        "glossary": [row for row in data("glossary")["term"] if row.get("class")],
        "minutes": sum(exercise.minutes for exercise in lesson.exercises) + sheet["step_minutes"],
        "points": lesson.points,
    }


def _exercise(exercise: Exercise, number: int) -> View:
    matching = exercise.id == "who-speaks"
    return {
        "id": f"exercise-{number}",
        "number": number,
        "title": exercise.title,
        "goal": exercise.goal,
        "minutes": exercise.minutes,
        "points": exercise.points,
        "instructions": exercise.instructions,
        "example": exercise.example,
        "example_answer": exercise.example_answer,
        "matching": matching,
        "options": list(exercise.graded[0].options),
        "letters": _LETTERS,
        "meanings": list(texts(exercise.id).get("options", {}).values()),
        "questions": [_item(item, f"e{number}-{place}", place) for place, item in enumerate(exercise.graded, start=1)],
        "discussed": [_item(item, f"e{number}-d{place}", place) for place, item in enumerate(exercise.discussed, 1)],
        "asks": texts(exercise.id)["asks"],
    }


def _item(item: Item, name: str, number: int) -> View:
    return {"id": name, "number": number, "excerpts": [(quote.paragraph, quote.exact) for quote in item.spans]}


def _answers(exercise: Exercise) -> View:
    return {
        "answers": [_answer(item, exercise) for item in exercise.graded],
        "open_answers": [_answer(item, exercise) for item in exercise.discussed],
    }


def _answer(item: Item, exercise: Exercise) -> View:
    key = item.key
    accepted = [_lettered(name, item, exercise) for name in key.accept]
    return {
        "answer": _lettered(key.answer, item, exercise) if key.answer else None,
        "accept": accepted,
        "band": key.band.value,
        "why": key.why,
        "words": [(quote.paragraph, quote.exact) for quote in key.words],
        "rule": key.rule_id,
        "points": item.points,
    }


def _lettered(name: str, item: Item, exercise: Exercise) -> str:
    """Return an answer with its letter where the sheet has letters."""
    lettered = exercise.id == "who-speaks" and name in item.options
    return f"{_LETTERS[item.options.index(name)]}: {name}" if lettered else name
