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
            elif (g := QUESTION.match(line)):
                w, p, n = targets(g[4]); u = doc['units']
                if all(x in u for x in w + p + n): doc['questions'].append(dict(lang=g[1], form=g[2], text=g[3], whole=w, part=p, near=n, none='-' in re.sub(r'\d', '', g[4]).split('~')[0]))
                else: bad.append((path, line))
            elif (g := CLAIM.match(line)):
                n = [x for x in numbers(g[4]) if x in doc['units']]
                if n: doc['claims'].append(dict(lang=g[1], label=g[2], text=g[3], units=n))
                else: bad.append((path, line))
            elif doc['units'] and not re.match(r'^[QC]\s', line): s, t = doc['units'][last]; doc['units'][last] = (s, t + '\n' + line)
            else: bad.append((path, line))
    return docs, bad
