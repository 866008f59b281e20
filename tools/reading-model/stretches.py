"""
Reads questions and claims over stretches of the public sets (datasets/reading/stretches): whose words stay out of the repository and are taken
from the ledger of a data folder into which the sets were read. A stretch is `count` units of a document from the unit `start` on; `mark`
tells that they still read as they did.
"""
import glob
import hashlib
import json
import re
import sqlite3

import texts

STRETCH = re.compile(r'^#\s*STRETCH\s+(\S+)\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|\s*([0-9a-f]{16})$')
STEPS = {'zh': 160}  # characters of steps that are one unit, at most
OTHER_STEPS, LONGEST = 380, 1400


def family(path):
    """One name for a page in all its languages and versions."""
    path = re.sub(r'/(zh|en|v1\.0|v1\.1|v1|v2)/', '/', path.lower())
    path = re.sub(r'(_cn|_zh|_en|-zh|-en)(?=\.)', '', path)
    return re.sub(r'/farmbot-express-v1\.[01]/', '/', path)


def mark(units):
    return hashlib.sha256('\n'.join(text for _, text in units).encode()).hexdigest()[:16]


def units_of(ledger, version, language):
    """(titles above, words) of each unit of a document: a passage, or steps of one list together."""
    units = []
    for kind, text, content in ledger.execute('select kind, text, content_json from passage where version = ? order by ord', (version,)):
        if kind in ('heading', 'table'):
            continue
        held = json.loads(content)
        titles, words = ' > '.join(held.get('headings') or []), text.strip()
        if held.get('cells'):
            signs = text.encode('utf-16-le')
            parts = [(cell['column'], signs[2 * cell['start'] : 2 * cell['end']].decode('utf-16-le').strip()) for cell in held['cells']]
            words = '; '.join((column + ': ' if column else '') + part for column, part in parts if part)
        if not words:
            continue
        words = re.sub(r'\s*\n\s*', ' / ', words)
        of_list = (held.get('structure') or {}).get('list') if kind == 'step' else None
        before = units[-1] if units else None
        if of_list is not None and before and before['list'] == of_list and before['titles'] == titles and len(before['words']) < STEPS.get(language, OTHER_STEPS):
            before['words'] += ' / ' + words
        else:
            units.append(dict(titles=titles, words=words, list=of_list))
    return [(unit['titles'], unit['words']) for unit in units if len(unit['words']) < LONGEST]


def read(pattern, ledger_path):
    """Documents as `texts.read` gives them, with `family`; and lines that cannot be read."""
    ledger = sqlite3.connect(f'file:{ledger_path}?mode=ro', uri=True)
    query = 'select v.id, d.uri, v.title, v.language from version v join document d on d.id = v.document where v.visible = 1'
    held = {uri: (version, title or uri.split('/')[-1], language) for version, uri, title, language in ledger.execute(query)}
    units, documents, bad = {}, [], []
    for path in sorted(glob.glob(pattern)):
        document = None
        for line in open(path, encoding='utf8'):
            line = line.strip()
            if not line:
                continue
            if head := STRETCH.match(line):
                document, uri, start, count = None, head[1], int(head[2]), int(head[3])
                if uri not in held:
                    bad.append((path, line))
                    continue
                version, title, language = held[uri]
                units.setdefault(uri, units_of(ledger, version, language))
                own = units[uri][start : start + count]
                if mark(own) != head[4]:
                    bad.append((path, line))
                    continue
                numbered = dict(enumerate(own, 1))
                document = dict(id=f'{uri}#{start}', file=path, lang=language, title=title, family=family(uri), units=numbered, questions=[], claims=[])
                documents.append(document)
            elif document is None:
                continue
            elif not texts.add(document, line):
                bad.append((path, line))
    return documents, bad
