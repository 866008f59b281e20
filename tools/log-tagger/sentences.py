"""Log sentences as units (a Han character or sign each, runs of Latin letters or of digits whole) with labels, and the pieces they stand in."""
import hashlib
import json
import re
import unicodedata

TYPES = ['PhysicalObject', 'State', 'Activity', 'Process', 'Property', 'Position', 'Agent', 'Consumable']
LABELS = ['O'] + [mark + '-' + name for name in TYPES for mark in 'BI']
UNIT = re.compile(r'[A-Za-z]+|\d+|\S')
MOST_INSIDE, MOST_WIDTH = 7, 7


def read(path):
    """(id, text, entities by place in characters); files count in units of UTF-16."""
    for line in open(path, encoding='utf8'):
        row = json.loads(line)
        places = [at for at, sign in enumerate(row['text']) for _ in range(2 if ord(sign) > 0xFFFF else 1)] + [len(row['text'])]
        yield row['id'], row['text'], [(places[e['start']], places[e['end']], e['type']) for e in row['entities']]


def is_held(name):
    """The third that is measured with and never learnt from."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 3 == 0


def normal(text):
    """Each character in its plain form, and for each character of the result the one it comes from."""
    signs = [(plain, at) for at, sign in enumerate(text) for plain in unicodedata.normalize('NFKC', sign)]
    return ''.join(sign for sign, _ in signs), [at for _, at in signs]


def units_of(text):
    return [(match.start(), match.end()) for match in UNIT.finditer(text)]


def place_pieces(text, pieces):
    """For each character the number of its piece and its place in it; an unknown piece reaches to the next that is known."""
    piece, inside, at = [0] * len(text), [0] * len(text), 0
    for number, words in enumerate(pieces):
        words = words.lstrip('▁')
        if words == '' or words == '<unk>':
            continue
        found = text.find(words, at)
        if found < 0:
            continue
        for gap in range(at, found):
            piece[gap] = max(0, number - 1)
        for place in range(found, found + len(words)):
            piece[place], inside[place] = number, min(place - found, MOST_INSIDE)
        at = found + len(words)
    for gap in range(at, len(text)):
        piece[gap] = max(0, len(pieces) - 1)
    return piece, inside


def prepare(tokenizer, text, entities):
    """Ids of pieces with begin and end; per unit first and last piece, place in the first, width; labels; units."""
    plain, origin = normal(text)
    units = units_of(plain)
    encoding = tokenizer.encode(plain)
    piece, inside = place_pieces(plain, encoding.tokens)
    labels, before = [], None
    for start, end in units:
        held = next((e for e in entities if e[0] <= origin[start] < e[1] or e[0] <= origin[end - 1] < e[1]), None)
        labels.append(0 if held is None else LABELS.index(('I-' if held is before else 'B-') + held[2]))
        before = held
    return dict(
        ids=[0] + encoding.ids + [2],
        first=[piece[start] + 1 for start, _ in units],
        last=[piece[end - 1] + 1 for _, end in units],
        inside=[inside[start] for start, _ in units],
        width=[min(end - start, MOST_WIDTH) for start, end in units],
        labels=labels,
        places=[(origin[start], origin[end - 1] + 1) for start, end in units],
        entities=set(entities),
    )


def spans(places, labels):
    found, open_span = set(), None
    for (start, end), label in zip(places, labels):
        name = LABELS[label]
        if name == 'O':
            open_span = None
        elif name.startswith('B-') or open_span is None or open_span[2] != name[2:]:
            open_span = (start, end, name[2:])
            found.add(open_span)
        else:
            found.discard(open_span)
            open_span = (open_span[0], end, name[2:])
            found.add(open_span)
    return found
