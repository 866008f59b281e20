"""A question beside the columns of a table as one sequence, and what is to be learnt of it."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'log-tagger'))
from sentences import MOST_WIDTH, normal, place_pieces, units_of  # noqa: E402

from tables import GROUPS, MEASURES, OPERATORS  # noqa: E402

KINDS = 'CVTOUMRGXWNL'
LABELS = ['O'] + [mark + '-' + kind for kind in KINDS for mark in 'BI']
ASKS = ['none'] + MEASURES + ['other']  # none: the table cannot say; other: no question over rows
BEGIN, END = 0, 2
LONGEST, LONGEST_QUESTION, LONGEST_HEADER, LONGEST_VALUE = 480, 120, 16, 12
NONE = -1
NOT_LEARNT = -100


def table_ids(tokenizer, columns, bar, room):
    """Ids of `END header | value | value END …`, the place of each column's sign, and of each value's with its column; values are left out where there is no room."""
    headers = [tokenizer.encode(header).ids[:LONGEST_HEADER] for header, _ in columns]
    values = [[tokenizer.encode(value).ids[:LONGEST_VALUE] for value in some] for _, some in columns]
    most = max((len(some) for some in values), default=0)
    size = lambda count: sum(1 + len(header) + sum(1 + len(one) for one in some[:count]) for header, some in zip(headers, values))
    while most > 0 and size(most) > room:
        most -= 1
    ids, places, value_places = [], [], []
    for at, (header, some) in enumerate(zip(headers, values)):
        places.append(len(ids))
        ids += [END] + header
        for number, one in enumerate(some[:most]):
            value_places.append((len(ids), at, number))
            ids += [bar] + one
    return ids[:room], [one for one in places if one < room], [one for one in value_places if one[0] < room]


def question_units(tokenizer, text):
    plain, origin = normal(text)
    units = units_of(plain)
    encoding = tokenizer.encode(plain)
    piece, inside = place_pieces(plain, encoding.tokens)
    ids = encoding.ids[:LONGEST_QUESTION]
    units = [(start, end) for start, end in units if piece[end - 1] < len(ids)]
    return dict(
        ids=[BEGIN] + ids + [END],
        first=[piece[start] + 1 for start, _ in units],
        last=[piece[end - 1] + 1 for _, end in units],
        inside=[inside[start] for start, _ in units],
        width=[min(end - start, MOST_WIDTH) for start, end in units],
        places=[(origin[start], origin[end - 1] + 1) for start, end in units],
    )


def likeness(one, other):
    """Share of the pairs of neighbouring signs that two words have in common."""
    pairs = lambda text: {text[at : at + 2] for at in range(max(1, len(text) - 1))}
    a, b = pairs(re.sub(r'\W', '', one.lower())), pairs(re.sub(r'\W', '', other.lower()))
    return len(a & b) / max(1, len(a | b))


def meant_values(question, columns):
    """For each mark of values the written value of the query that it means, where it is one of the samples."""
    marks, where = question['marks'], question['query']['where'] + question['query']['whole']
    meant = {}
    for column in {mark[3] for mark in marks if mark[2] == 'V'}:
        own = [mark for mark in marks if mark[2] == 'V' and mark[3] == column]
        conditions = [one for one in where if one['column'] == column and one['kind'] in ('=', 'has')]
        if column is None or column >= len(columns) or not conditions:
            continue
        if len(own) == 1 or len(conditions) == 1:
            pairs = [(mark, conditions[0]) for mark in own] if len(conditions) == 1 else []
        elif len(own) == len(conditions):
            of = lambda mark: question['text'][mark[0] : mark[1]]
            crossed = sum(likeness(of(own[at]), one['value']) for at, one in enumerate(conditions[::-1])) > sum(
                likeness(of(mark), one['value']) for mark, one in zip(own, conditions)
            )
            pairs = list(zip(own, conditions[::-1] if crossed else conditions))
        else:
            pairs = []
        for mark, condition in pairs:
            if condition['kind'] == '=' and condition['value'] in columns[column][1]:
                meant[mark[:2]] = (column, condition['value'])
    return meant


def marks_of(question):
    """The first tables mark what no column tells as words that change nothing."""
    marks = question['marks']
    if question['query']['measure'] != 'none' or any(mark[2] == 'L' for mark in marks):
        return marks
    return [(start, end, 'L' if kind == 'N' else kind, column) for start, end, kind, column in marks]


def prepare(tokenizer, question, columns, bar, order=None, keep=lambda column, value: True):
    """`order`: the columns as they are shown; `keep`: whether a sample is shown. A question without `query` asks for no rows."""
    order = list(range(len(columns))) if order is None else order
    shown = [(columns[at][0], [value for value in columns[at][1] if keep(at, value)]) for at in order]
    row = question_units(tokenizer, question['text'])
    ids, places, values = table_ids(tokenizer, shown, bar, LONGEST - len(row['ids']) - 1)
    shift = len(row['ids'])
    row['ids'] = row['ids'] + ids + [END]
    row['columns'] = [shift + one for one in places]
    row['values'] = [(shift + place, column) for place, column, _ in values]
    back = {at: shown_at for shown_at, at in enumerate(order) if shown_at < len(places)}
    written = {(order[column], shown[column][1][number]): at for at, (_, column, number) in enumerate(values)}
    units = len(row['places'])
    row['labels'], row['links'], row['meant'] = [0] * units, [NOT_LEARNT] * units, [NOT_LEARNT] * units
    count = len(places)
    heads = dict(measured=[0.0] * count, second=[0.0] * count, grouped=[0.0] * count, whole=[0.0] * count, denied=[0.0] * count, operator=[0] * count)
    query = question.get('query')
    row['heads'] = heads
    row['ask'], row['group'], row['ranked'] = ASKS.index('other'), 0, 0.0
    if query is None:
        row['labels'] = [NOT_LEARNT] * units
        return row
    meant = meant_values(question, columns)
    marks = marks_of(question)
    before = None
    for unit, (start, end) in enumerate(row['places']):
        mark = next((one for one in marks if one[0] <= start < one[1] or one[0] < end <= one[1]), None)
        if mark is not None:
            row['labels'][unit] = LABELS.index(('I-' if mark is before else 'B-') + mark[2])
            if mark[2] in 'CV' and mark[3] in back:
                row['links'][unit] = back[mark[3]]
            if mark[2] == 'V' and query['measure'] != 'none':
                row['meant'][unit] = written.get(meant.get(mark[:2]), NONE) + 1
        before = mark
    row['ask'], row['group'], row['ranked'] = ASKS.index(query['measure']), GROUPS.index(query['group']), float(query['ranked'])
    for name, column in (('measured', query['column']), ('second', query['second']), ('grouped', query['by'])):
        if column in back:
            heads[name][back[column]] = 1.0
    for condition in query['where'] + query['whole']:
        if condition['column'] in back:
            at = back[condition['column']]
            heads['operator'][at] = OPERATORS.index(condition['kind'])
            heads['denied'][at] = float(condition['denied'])
    for condition in query['whole']:
        if condition['column'] in back:
            heads['whole'][back[condition['column']]] = 1.0
    return row
