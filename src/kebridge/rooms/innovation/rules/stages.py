"""A stage and the days of the stages: in order, none missing that the stage needs, none beyond it."""

from collections.abc import Sequence

from kebridge.core.records.checks import Found, Values, not_yet

# (stage, field of its day, what the field is called)
Ladder = Sequence[tuple[str, str, str]]


def check_ladder(values: Values, ladder: Ladder, ended: tuple[str, str, str]) -> Found:
    """`ladder` from the first stage on; `ended` is the stage that may follow any other."""
    stage = values["stage"]
    stages = [one for one, _, _ in ladder]
    reached = stages.index(stage) if stage in stages else len(stages)
    before, told = None, ""
    for number, (_, name, label) in enumerate(ladder):
        day = values[name]
        yield from not_yet(values, name)
        if number > reached and day:
            yield "stage", f"填了{label}，进展请选到这一步"
        if stage == (stages[number]) and not day:
            yield name, f"进展到了这一步，请填{label}"
        if day and before and day < before:
            yield name, f"{label}早于{told}"
        if day:
            before, told = day, label
    last, name, label = ended
    yield from not_yet(values, name)
    if stage == last and not values[name]:
        yield name, f"已终止的请填{label}"
    if stage != last and values[name]:
        yield "stage", f"填了{label}，进展请选终止的一项"
    if values[name] and before and values[name] < before:
        yield name, f"{label}早于{told}"
