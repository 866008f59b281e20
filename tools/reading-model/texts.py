"""Reads the written documents: units with their section, questions, claims."""
import glob
import os
import re
QUESTION = re.compile(r'^Q\s+(en|zh|mix)\s+([\w/-]+)\s*\|\s*(.*?)\s*\|\s*([^|]*)$')
CLAIM = re.compile(r'^C\s+(en|zh|mix)\s+([scu])\s*\|\s*(.*?)\s*\|\s*([^|]*)$')
UNIT = re.compile(r'^\[(\d+)\]\s*(.*)$')
DOC = re.compile(r'^#\s*DOC\s+(en|zh|mix)\s*\|\s*(.*)$')

def numbers(text):
    out = []
    for part in re.findall(r'\d+\s*(?:\.\.|-|–)\s*\d+|\d+', text):
        a = [int(x) for x in re.findall(r'\d+', part)]
        out += list(range(a[0], a[-1] + 1)) if len(a) == 2 and a[0] < a[1] <= a[0] + 12 else a
    return out

def targets(text):
    whole, part, near = [], [], []
    for token in re.findall(r'[+~]?\s*\d+(?:\.\.\d+)?', text.replace('- ', ' ')):
        sign = token[0] if token[0] in '+~' else ''
        (part if sign == '+' else near if sign == '~' else whole).extend(numbers(token))
    return whole, part, near

def add(document, line):
    """Adds a question or claim to a document: whether all that it names is there; None for a line that is neither."""
    units = document['units']
    if question := QUESTION.match(line):
        whole, part, near = targets(question[4])
        if not all(one in units for one in whole + part + near):
            return False
        none = '-' in re.sub(r'\d', '', question[4]).split('~')[0]
        document['questions'].append(dict(lang=question[1], form=question[2], text=question[3], whole=whole, part=part, near=near, none=none))
        return True
    if claim := CLAIM.match(line):
        rests = [one for one in numbers(claim[4]) if one in units]
        if not rests:
            return False
        document['claims'].append(dict(lang=claim[1], label=claim[2], text=claim[3], units=rests))
        return True
    return None

def read(pattern):
    docs, bad = [], []
    for path in sorted(glob.glob(pattern)):
        doc = None; section = ''
        for line in open(path, encoding='utf8'):
            line = line.rstrip('\n').strip()
            if not line: continue
            if (g := DOC.match(line)):
                doc = dict(id='%s#%d' % (os.path.basename(path)[:-4], len([d for d in docs if d['file'] == path])), file=path, lang=g[1], title=g[2], units={}, questions=[], claims=[]); docs.append(doc); section = ''
            elif doc is None: bad.append((path, line))
            elif line.startswith('## '): section = line[3:].strip()
            elif (g := UNIT.match(line)): doc['units'][int(g[1])] = (section, g[2]); last = int(g[1])
            elif (taken := add(doc, line)) is not None:
                if not taken: bad.append((path, line))
            elif doc['units'] and not re.match(r'^[QC]\s', line): s, t = doc['units'][last]; doc['units'][last] = (s, t + '\n' + line)
            else: bad.append((path, line))
    return docs, bad
