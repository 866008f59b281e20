"""Passages of documents with what is asked of each: questions that it answers or not, claims that it holds or not."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'reading-model'))
from stretch_pairs import StretchDrawer  # noqa: E402

LONGEST = 800  # characters of a passage that holds more than one unit
PART = 0.4  # how far a part of the answer answers
MOST = 8  # questions and claims of a passage
WINDOW = 1500  # bytes of a passage that claims are held against with what stands around their place
FAR = 14  # places of other documents that share words with a question, of which some are drawn


class Passages:
    """Draws, for each passage, (title and words, [('question' or 'claim', text, worth or label)])."""

    def __init__(self, documents, chance):
        for document in documents:
            document.setdefault('family', document['id'])
        self.drawer = StretchDrawer(documents, chance.random())
        self.chance = chance

    def drawn(self, questions, claims):
        """Of a share of the questions and of the claims; passages of which nothing is asked are left out."""
        chance, held, asked = self.chance, {}, {}

        def passage(document, numbers=None, start=None):
            key = (document['id'], tuple(numbers) if numbers else start)
            if key not in held:
                held[key] = numbers or self.with_below(document, start)
                asked[key] = (self.drawer.block(document, held[key]), [])
            return key

        for document in self.drawer.docs:
            windows = self.windows(document)
            for question in document['questions']:
                if chance.random() >= questions:
                    continue
                worth = {**dict.fromkeys(question['part'], PART), **dict.fromkeys(question['whole'], 1.0)}
                parts = set() if question['whole'] else set(question['part'])
                for key in self.places_of(document, question, parts, passage):
                    at_home = key[0] == document['id']
                    value = max(worth.get(one, 0) for one in held[key]) if at_home else 0
                    whole = at_home and parts and parts <= set(held[key])
                    asked[key][1].append(('question', question['text'], 1.0 if whole else value))
            for claim in document['claims']:
                if chance.random() >= claims:
                    continue
                rests = sorted(set(claim['units']))
                around = windows.get(rests[0])
                if around and set(rests) <= set(around) and chance.random() < 0.6:
                    key = passage(document, around)
                else:
                    key = passage(document, start=rests[0]) if len(rests) == 1 else passage(document, rests)
                asked[key][1].append(('claim', claim['text'], claim['label']))
                if claim['label'] != 'u' and chance.random() < 0.2:
                    others = self.open_places(document, claim)
                    if others:
                        asked[passage(document, start=chance.choice(others))][1].append(('claim', claim['text'], 'u'))
        out = [(words, chance.sample(some, min(MOST, len(some)))) for words, some in asked.values() if some]
        chance.shuffle(out)
        return out

    def with_below(self, document, start):
        """A unit, at times with what stands below it under the same titles."""
        units, numbers = document['units'], [start]
        if self.chance.random() < 0.25:
            for below in (start + 1, start + 2)[: self.chance.randint(1, 2)]:
                if below in units and units[below][0] == units[start][0] and sum(len(units[one][1]) for one in numbers + [below]) <= LONGEST:
                    numbers = numbers + [below]
        return numbers

    def windows(self, document):
        """Of each unit a run of units that holds it, each unit in one: a claim is seldom held against its place alone."""
        most, run, size, out = self.chance.randint(WINDOW // 2, WINDOW), [], 0, {}
        for number in sorted(document['units']):
            length = len(document['units'][number][1].encode())
            if run and size + length > most:
                run, size, most = [], 0, self.chance.randint(WINDOW // 2, WINDOW)
            run.append(number)
            size += length
            out[number] = run
        return out

    def places_of(self, document, question, parts, passage):
        """What answers, what only looks so, another place of the document, and places of others."""
        drawer, chance, units = self.drawer, self.chance, document['units']
        keys = [passage(document, start=one) for one in chance.sample(question['whole'], min(1, len(question['whole'])))]
        if parts:
            run = sorted(parts)
            if 1 < len(run) < 8 and run == list(range(run[0], run[-1] + 1)):
                keys.append(passage(document, run))
            keys.append(passage(document, start=chance.choice(run)))
        answering = set(question['whole']) | set(question['part'])
        near = [one for one in question['near'] if one not in answering]
        keys += [passage(document, start=one) for one in near[:2]]
        if not near or chance.random() < 0.3:
            like = [drawer.units[at][1] for at in drawer.index.near(question['text'], 3, lambda at: drawer.units[at][0] is not document)]
            others = [one for one in like if one not in answering] or [one for one in units if one not in answering]
            if others:
                keys.append(passage(document, start=others[0]))
        own = [drawer.places[document['id'], one] for one in answering]
        far = drawer.index.near(question['text'], FAR, lambda at: drawer.units[at][0]['family'] == document['family'])
        far = [at for at in far if not any(drawer.is_near(at, one) for one in own)][:6]
        for at in chance.sample(far, min(2 if question['none'] else 1, len(far))):
            keys.append(passage(drawer.units[at][0], start=drawer.units[at][1]))
        return list(dict.fromkeys(keys))

    def open_places(self, document, claim):
        """Places of the document that share words with a claim and not the words of what it rests on."""
        drawer = self.drawer
        own = [drawer.places[document['id'], one] for one in claim['units']]
        like = drawer.index.near(claim['text'], 6, lambda at: drawer.units[at][0] is not document)
        return [drawer.units[at][1] for at in like if at not in own and not any(drawer.is_near(at, one) for one in own)]
