"""What a question asks of a table as the language model is shown it and is to write it."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'row-questions'))
from prepare import marks_of, meant_values  # noqa: E402

TASK = 'Read what the question asks of the table: what its words are there for, and the query.'
MOST_VALUE, MOST_HEADER = 40, 60


def table_text(columns):
    """A line for each column: its number, its header, some of its values."""
    lines = []
    for number, (header, values) in enumerate(columns, 1):
        shown = '; '.join(value[:MOST_VALUE] for value in values)
        lines.append(f'{number} {header[:MOST_HEADER]}: {shown}' if shown else f'{number} {header[:MOST_HEADER]}')
    return '\n'.join(lines) + '\n'


def question_text(text):
    return 'Question: ' + ' '.join(text.split())


def reading_text(question, columns, order, shown):
    """`order`: places of the columns as they are shown; `shown`: their headers and values as they are shown. `other` for a question that asks for no rows."""
    query = question.get('query')
    if query is None:
        return 'other'
    back = {at: number for number, at in enumerate(order, 1)}
    meant = meant_values(question, columns)
    marks = []
    for start, end, kind, column in sorted(marks_of(question)):
        number = back.get(column) if kind in 'CV' else None
        sign = f'{kind}{number}' if number is not None else kind
        if kind == 'V' and number is not None and query['measure'] != 'none':
            value = meant.get((start, end), (None, None))[1]
            values = shown[number - 1][1]
            sign += f'.{values.index(value) + 1}' if value in values else ''
        marks.append(f'[{sign}]{" ".join(question["text"][start:end].split())}')
    return ' '.join(marks) + '\n' + query_text(query, back)


def query_text(query, back):
    said = [query['measure']]
    if query['measure'] == 'none':
        return 'none'
    if query['column'] in back:
        said += ['of', str(back[query['column']])]
    if query['second'] in back:
        said += ['to', str(back[query['second']])]
    if query['group'] != 'none':
        said += ['by', *([] if query['group'] == 'column' else [query['group']]), *([str(back[query['by']])] if query['by'] in back else [])]
    if query['ranked']:
        said.append('ranked')
    conditions = {}
    for condition in query['where'] + query['whole']:
        if condition['column'] in back:
            whole = '@' if any(one['column'] == condition['column'] for one in query['whole']) else ''
            conditions[back[condition['column']]] = f'{"!" if condition["denied"] else ""}{back[condition["column"]]}{whole} {condition["kind"]}'
    if conditions:
        said += ['where', ', '.join(conditions.values())]
    return ' '.join(said)
