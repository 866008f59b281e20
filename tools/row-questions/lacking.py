"""Questions that can be answered turned into such as cannot: a column that they speak of is not there."""
from prepare import likeness
from tables import read_query

ALIKE = 0.25


def without_column(question, columns, chance):
    """The question and the place of the column that its table lacks now; None where another column could say the same."""
    of_column = {mark[3] for mark in question['marks'] if mark[2] in 'CV' and mark[3] is not None and mark[3] < len(columns)}
    lacking = [at for at in sorted(of_column) if is_alone(question, columns, at)]
    if not lacking:
        return None
    at = chance.choice(lacking)
    return lacking_at(question, at), at


def lacking_at(question, at):
    """The question over a table without that column."""
    marks = [(start, end, 'L', None) if kind in 'CV' and column == at else (start, end, kind, column) for start, end, kind, column in question['marks']]
    return {**question, 'marks': marks, 'query': read_query('- no such column', [])}


def is_alone(question, columns, at):
    """Whether no other column is called alike or holds what is said of this one; words are looked for in any text."""
    query = question['query']
    conditions = [one for one in query['where'] + query['whole'] if one['column'] == at]
    if any(one['kind'] == 'has' for one in conditions):
        return False
    if not conditions and at not in (query['column'], query['second'], query['by']):
        return False
    header, values = columns[at]
    said = [question['text'][start:end] for start, end, kind, column in question['marks'] if kind == 'V' and column == at] + [one['value'] for one in conditions]
    for place, (other, samples) in enumerate(columns):
        if place != at and (likeness(header, other) > ALIKE or any(likeness(one, sample) > ALIKE for one in said for sample in samples)):
            return False
    return True
