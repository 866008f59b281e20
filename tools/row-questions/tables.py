"""Reads datasets/log-question-words: tables of columns with sample values, questions with their marks, and the queries that they ask for."""
import glob
import hashlib
import os
import re

TABLE = re.compile(r'^# LOG (en|zh|de|mix) \| (.+)$')
QUESTION = re.compile(r'^Q (en|zh) \| (.+) \| (.+)$')
MARK = re.compile(r'\{([CVTOUMRGXWNL])(\d*):([^{}]+)\}')
MEASURES = ['count', 'sum', 'mean', 'median', 'min', 'max', 'share', 'difference', 'first', 'last', 'list', 'show', 'interval', 'repeats', 'duration']
OPERATORS = ['none', '=', 'has', '>', '<', 'in', 'empty']
GROUPS = ['none', 'column', 'day', 'month', 'year', 'row']
CONDITION = re.compile(r'^(not )?(.+?)(?: (has) "(.+)"| (in) (\S.*)| (empty)|(>=|<=|>|<|=)(.+))$')


def read(folder):
    """Tables with id, title, columns [(header, values)] and questions; lines that cannot be read."""
    tables, unread = [], []
    for path in sorted(glob.glob(os.path.join(folder, '*.txt'))):
        for number, line in enumerate(open(path, encoding='utf8')):
            line = line.rstrip('\n').strip()
            if not line:
                continue
            if found := TABLE.match(line):
                tables.append(dict(id=f'{os.path.basename(path)[:-4]}#{number}', title=found[2], columns=[], questions=[]))
            elif line.startswith('K '):
                header, _, values = line[2:].partition(' | ')
                tables[-1]['columns'].append((header.strip(), [one.strip() for one in values.split(', ') if one.strip()]))
            elif found := QUESTION.match(line):
                text, marks = unmarked(found[2])
                query = read_query(found[3], [header for header, _ in tables[-1]['columns']])
                if query is None:
                    unread.append((path, line))
                else:
                    tables[-1]['questions'].append(dict(language=found[1], text=text, marks=marks, query=query, written=found[3]))
            else:
                unread.append((path, line))
    return tables, unread


def is_held(name):
    """A tenth of the tables: what the learnt is looked at with."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 10 == 0


def unmarked(written):
    text, marks, at = '', [], 0
    for mark in MARK.finditer(written):
        text += written[at : mark.start()]
        marks.append((len(text), len(text) + len(mark[3]), mark[1], int(mark[2]) - 1 if mark[2] else None))
        text += mark[3]
        at = mark.end()
    return text + written[at:], marks


def column_of(name, headers):
    """The column that a written name means; headers may be cut short or stand with more behind them."""
    name = name.strip()
    if name in headers:
        return headers.index(name)
    plain = lambda one: re.sub(r'[\s（(].*$|[_\W]', '', one).lower()
    near = [at for at, header in enumerate(headers) if plain(header) == plain(name) != '']
    return near[0] if len(near) == 1 else None


def read_conditions(text, headers):
    out, parts = [], []
    for part in re.split(r' and (?=(?:not )?\S)', text):
        # A name or value may hold the word itself.
        if parts and not CONDITION.match(part):
            parts[-1] += ' and ' + part
        else:
            parts.append(part)
    for part in parts:
        found = CONDITION.match(part.strip())
        if found is None:
            return None
        denied, name, has, words, within, span, empty, operator, value = found.groups()
        at = column_of(name, headers)
        if at is None:
            return None
        kind = 'has' if has else 'in' if within else 'empty' if empty else operator[0]
        out.append(dict(column=at, kind=kind, value=words or span or value or '', denied=denied is not None))
    return out


def read_query(text, headers):
    text = text.strip()
    query = dict(measure='none', column=None, second=None, group='none', by=None, ranked=False, where=[], whole=[])
    if text.startswith('-'):
        return query
    head, _, rest = text.partition(' where ') if ' where ' in text else (text, '', '') if not text.startswith('difference ') else (text, '', '')
    if head.startswith('where '):
        head, rest = '', head[6:]
    tail = ''
    if found := re.search(r' ((?:top|bottom) \d+|by (?:month|year|day)\b.*|by [^=<>]+)$', rest):
        if not re.search(r'"[^"]*$', rest[: found.start()]):
            rest, tail = rest[: found.start()], ' ' + found[1]
    if found := re.match(r'^rank (.+?) by (.+?)( (?:top|bottom) \d+)?$', head):
        query['ranked'], head = True, found[2]
        query['group'], query['by'] = 'column', column_of(found[1], headers)
        if found[1] in ('month', 'year', 'day', 'row'):
            query['group'] = found[1]
        elif query['by'] is None:
            return None
        tail = ''
    elif found := re.match(r'^(.*?) by (month|year|day)\b\s*(.*)$', head + tail):
        query['group'], query['by'], head = found[2], column_of(found[3], headers), found[1]
    elif found := re.match(r'^(.*?) by (.+)$', head + tail):
        query['group'], query['by'], head = 'column', column_of(found[2], headers), found[1]
        if query['by'] is None:
            if column_of(head.partition(' ')[2] + ' by ' + found[2], headers) is None and column_of(f'by {found[2]}', headers) is None:
                return None
            query['group'], head = 'none', f'{head} by {found[2]}'
    word, _, of = head.strip().partition(' ')
    if word not in MEASURES:
        return None
    query['measure'] = word
    if word == 'duration':
        ends = [column_of(one, headers) for one in of.split('..')]
        if len(ends) != 2 or None in ends:
            return None
        query['column'], query['second'] = ends
    elif word in ('share', 'difference'):
        # What is shared or compared is rows, or what a column sums up to.
        kind, _, named = of.strip().partition(' ')
        query['column'] = column_of(named, headers) if kind in ('sum', 'mean', 'median', 'max', 'min') else None
        if named and kind != 'count' and query['column'] is None:
            return None
    elif word in ('sum', 'mean', 'median', 'min', 'max', 'first', 'last', 'show'):
        query['column'] = column_of(of, headers)
        if query['column'] is None:
            return None
    if word == 'share' and ' of ' in rest:
        rest, _, whole = rest.rpartition(' of ')
        query['whole'] = read_conditions(whole, headers)
        if query['whole'] is None:
            return None
    if word == 'difference':
        rest = rest.replace(' and where ', ' and ')
    if rest.strip():
        where = read_conditions(rest.strip(), headers)
        if where is None:
            return None
        query['where'] = where
    return query
