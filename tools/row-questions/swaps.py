"""Parts of a question put in the place of others of their kind, so that what a word is there for is learnt of its kind and not of its neighbours."""
import re

CODE = re.compile(r'[A-Za-z]{1,6}[-_ ]?\d{1,6}[A-Za-z]?|\d{2,8}')


def pools_of(learnt):
    """By language: words that say a time, and words that name what a row is."""
    pools = {(language, kind): [] for language in ('en', 'zh') for kind in 'TW'}
    for table in learnt:
        for question in table['questions']:
            for start, end, kind, _ in question['marks']:
                if kind in 'TW':
                    pools[question['language'], kind].append(question['text'][start:end])
    return pools


def with_swaps(question, columns, pools, chance):
    """The question with times, row names and values in the place of its own at times; its marks and its query move along."""
    query = question.get('query')
    if query is None:
        return question
    compared = query['measure'] == 'difference'
    text, marks, where, at = '', [], [dict(one) for one in query['where']], 0
    for start, end, kind, column in sorted(question['marks']):
        text += question['text'][at:start]
        own = question['text'][start:end]
        put = own
        if kind == 'T' and not compared and chance.random() < 0.4:
            put = chance.choice(pools[question['language'], 'T'])
        elif kind == 'W' and chance.random() < 0.3:
            put = chance.choice(pools[question['language'], 'W'])
        elif kind == 'V' and column is not None and column < len(columns) and chance.random() < 0.4:
            put = other_value(own, column, columns, where, chance)
        if own[:1].isupper() and put[:1].islower() and start == 0:
            put = put[0].upper() + put[1:]
        marks.append((len(text), len(text) + len(put), kind, column))
        text += put
        at = end
    text += question['text'][at:]
    return {**question, 'text': text, 'marks': marks, 'query': {**query, 'where': where}}


def other_value(own, column, columns, where, chance):
    """Another of the column's samples for one that is said as it is written, another number for a code."""
    conditions = [one for one in where if one['column'] == column and one['kind'] == '=']
    samples = columns[column][1]
    if len(conditions) == 1 and own == conditions[0]['value'] and own in samples and len(samples) > 1:
        put = chance.choice(samples)
        conditions[0]['value'] = put
        return put
    if len(conditions) == 1 and CODE.fullmatch(own) and own not in samples and conditions[0]['value'] not in samples:
        return re.sub(r'\d', lambda _: str(chance.randint(0, 9)), own)
    return own
