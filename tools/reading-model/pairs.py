"""Pairs to learn from: (question, block) and (claim, evidence), drawn anew each epoch."""
import math
import random
import re
from collections import Counter, defaultdict

def words(text):
    t = text.lower()
    return re.findall(r'[a-z0-9][a-z0-9.\-]*', t) + [t[i:i + 2] for i in range(len(t) - 1) if '\u4e00' <= t[i] < '\ua000' and '\u4e00' <= t[i + 1] < '\ua000']

class Index:
    def __init__(s, texts):
        s.bags = [Counter(words(t)) for t in texts]
        df = Counter(w for b in s.bags for w in b)
        s.idf = {w: math.log(1 + len(texts) / n) for w, n in df.items()}
        s.post = defaultdict(list)
        for i, b in enumerate(s.bags):
            for w in b: s.post[w].append(i)
        s.len = [math.sqrt(sum(b.values())) + 2 for b in s.bags]
    def near(s, text, n, skip=lambda i: False):
        score = Counter()
        for w in set(words(text)):
            if len(s.post.get(w, ())) > 2000: continue
            for i in s.post.get(w, ()): score[i] += s.idf[w]
        return [i for i, _ in sorted(((i, v / s.len[i]) for i, v in score.items() if not skip(i)), key=lambda x: -x[1])[:n]]

def product(title):
    name = re.split(r'\s[-–—:：,，]\s?|[,，:：（(]', title)[0].strip()
    ws = name.split(' ')
    return ' '.join(ws[:3]) if len(ws) > 1 else re.sub(r'(使用|操作|维护|安装|用户|保养|故障|参数).*$', '', name)[:14]

class Drawer:
    def __init__(s, docs, seed):
        s.docs, s.r = docs, random.Random(seed)
        s.units = [(d, n) for d in docs for n in d['units']]
        s.index = Index([s.indexed(d, n) for d, n in s.units])
    def indexed(s, d, n):
        return d['units'][n][1]
    def dress(s, text):
        r = s.r
        if ' | ' in text: text = text.replace(' | ', r.choice([' | ', '; ', '\n', ' ', ', ', ' | ']))
        if ' / ' in text: text = text.replace(' / ', r.choice([' / ', '\n', '\n', ' ']))
        return text
    def block(s, d, ns, title=None):
        r = s.r; sec = d['units'][ns[0]][0]
        place = [] if r.random() < .1 else [title or d['title']]
        if r.random() > .08 and sec: place.append(re.sub(r'^[\d.]+\s+', '', sec) if r.random() < .3 else sec)
        return ' > '.join(place) + '\n' + '\n'.join(s.dress(d['units'][n][1]) for n in ns)
    def group(s, d, q):
        """A question with blocks and what each is worth: 1 whole, .4 part, 0 none."""
        r = s.r; out = []; used = set()
        ns = sorted(d['units'])
        text = q['text']; name = None
        if r.random() < .3:
            name = product(d['title'])
            if name.lower() not in text.lower():
                zh = q['lang'] == 'zh'
                text = r.choice([name + ' ' + text, text + (' （%s）' % name if zh else ' (%s)' % name), name + ('：' if zh else ': ') + text, (name + '，' if zh else 'on the ' + name + ', ') + text])
        worth = {n: 1. for n in q['whole']}
        for n in q['part']: worth.setdefault(n, .4)
        full = bool(q['whole'])
        def add(u):
            if u in used: return
            used.add(u)
            block = [u]
            if r.random() < .3:                                    # what stands beside is shown with it
                sec = d['units'][u][0]
                near = [x for x in (u + 1, u + 2) if x in d['units'] and d['units'][x][0] == sec][:r.randint(1, 2)]
                before = [u - 1] if r.random() < .3 and u - 1 in d['units'] and d['units'][u - 1][0] == sec else []
                block = before + [u] + near
                if sum(len(d['units'][x][1]) for x in block) > 900: block = [u]
            w = max(worth.get(x, 0) for x in block)
            if not full and q['part'] and set(q['part']) <= set(block): w = 1.
            if w == 0 or w == 1 or block == [u]: out.append((text, s.block(d, block), w))
            else: out.append((text, s.block(d, block), w))
        for u in q['whole'][:2]: add(u)
        for u in r.sample(q['part'], min(2, len(q['part']))): add(u)
        if not full and len(q['part']) > 1 and q['part'] == list(range(q['part'][0], q['part'][-1] + 1)) and len(q['part']) < 8:
            out.append((text, s.block(d, q['part']), 1.))
        for u in q['near'][:3]: add(u)
        others = [n for n in ns if n not in used and n not in worth]
        like = s.index.near(q['text'], 3, lambda i: s.units[i][0] is not d)
        for i in like:
            if s.units[i][1] in others: add(s.units[i][1])
        r.shuffle(others)
        for n in others[:2]: add(n)
        foreign = s.index.near(q['text'], 6, lambda i: s.units[i][0] is d)
        if foreign:
            i = r.choice(foreign); out.append((text, s.block(s.units[i][0], [s.units[i][1]]), 0.))
        if name and q['whole'] and r.random() < .6:                  # the same words, said of another product
            o = r.choice([x for x in s.docs if x is not d])
            out.append((text, s.block(d, [q['whole'][0]], o['title']) if r.random() < .9 else '', 0.))
        return [x for x in out if x[1]]
    def claim(s, d, c):
        """A claim with its evidence and 0 supported, 1 contradicted, 2 open."""
        r = s.r; label = 'scu'.index(c['label']); need = list(dict.fromkeys(c['units']))
        ns = sorted(d['units']); text = c['text']
        ev = set(need)
        k = r.choice([0, 0, 1, 2, 3])
        near = [x for u in need for x in (u - 1, u + 1) if x in d['units']]
        pool = near + r.sample(ns, min(2, len(ns)))
        for x in pool[:]:
            if k == 0: break
            if x not in ev: ev.add(x); k -= 1
        out = [(text, s.evidence(d, sorted(ev)), label)]
        if label != 2 and r.random() < .25:                           # what it rests on is not there
            rest = [n for n in near + ns if n not in need]
            like = [s.units[i][1] for i in s.index.near(text, 6, lambda i: s.units[i][0] is not d)]
            rest = [n for n in like if n not in need][:r.randint(1, 3)] or rest[:2]
            if rest: out.append((text, s.evidence(d, sorted(set(rest))), 2))
        return out
    def evidence(s, d, ns):
        r = s.r; lines = []; sec = None
        if r.random() < .5: lines.append(d['title'])
        for n in ns:
            if d['units'][n][0] != sec and r.random() < .6: lines.append(d['units'][n][0])
            sec = d['units'][n][0]; lines.append(s.dress(d['units'][n][1]))
        return '\n'.join(x for x in lines if x)
