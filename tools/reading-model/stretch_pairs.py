"""Pairs to learn from over stretches of public documents: as `pairs.Drawer`, with wrong blocks from all stretches."""
import pairs

LONGEST_BLOCK, LONGEST_EVIDENCE = 700, 1300
BESIDE = (0, 1, 2, 3, 5, 8, 12)  # units that stand beside what a claim rests on


class StretchDrawer(pairs.Drawer):
    """
    No wrong block comes from the same page in another version or language, or shares half of its words with one that answers: nobody has
    said that it does not answer.
    """

    def __init__(self, documents, seed):
        super().__init__(documents, seed)
        self.bags = [frozenset(bag) for bag in self.index.bags]
        self.places = {(document['id'], number): at for at, (document, number) in enumerate(self.units)}

    def indexed(self, document, number):
        titles, text = document['units'][number]
        return text + ' ' + titles.split(' > ')[-1]

    def is_near(self, one, other):
        a, b = self.bags[one], self.bags[other]
        return len(a & b) > 0.5 * min(len(a), len(b))

    def group(self, document, question):
        chance, units, text, out, used = self.r, document['units'], question['text'], [], set()
        worth = {number: 1.0 for number in question['whole']}
        for number in question['part']:
            worth.setdefault(number, 0.4)
        parts = question['part'] if not question['whole'] else []

        def add(number):
            if number in used:
                return
            used.add(number)
            block = [number]
            if chance.random() < 0.3:  # what stands below is shown with it
                below = [one for one in (number + 1, number + 2) if one in units and units[one][0] == units[number][0]]
                block += below[: chance.randint(1, 2)]
                if sum(len(units[one][1]) for one in block) > LONGEST_BLOCK:
                    block = [number]
            value = max(worth.get(one, 0) for one in block)
            out.append((text, self.block(document, block), 1.0 if parts and set(parts) <= set(block) else value))

        for number in chance.sample(question['whole'], min(2, len(question['whole']))):
            add(number)
        for number in chance.sample(question['part'], min(2, len(question['part']))):
            add(number)
        if 1 < len(parts) < 8 and parts == list(range(parts[0], parts[-1] + 1)):
            out.append((text, self.block(document, parts), 1.0))
        for number in question['near'][:2]:
            add(number)
        others = [number for number in units if number not in used and number not in worth]
        like = self.index.near(text, 3, lambda at: self.units[at][0] is not document)
        for at in [at for at in like if self.units[at][1] in others][:1]:
            add(self.units[at][1])
        if others:
            add(chance.choice(others))
        answering = [self.places[document['id'], number] for number in worth]
        foreign = self.index.near(text, 14, lambda at: self.units[at][0]['family'] == document['family'])
        foreign = [at for at in foreign if not any(self.is_near(at, one) for one in answering)][:8]
        for at in chance.sample(foreign, min(3 if question['none'] or chance.random() < 0.3 else 2, len(foreign))):
            other, number = self.units[at]
            out.append((text, self.block(other, [number]), 0.0))
        return out

    def claim(self, document, claim):
        chance, units, label = self.r, document['units'], 'scu'.index(claim['label'])
        rests = list(dict.fromkeys(claim['units']))
        evidence, left = set(rests), chance.choice(BESIDE)
        size = sum(len(units[number][1]) for number in evidence)
        near = [one for number in rests for one in (number - 1, number + 1, number - 2, number + 2) if one in units]
        for number in near + chance.sample(sorted(units), min(8, len(units))):
            if left > 0 and number not in evidence and size + len(units[number][1]) <= LONGEST_EVIDENCE:
                evidence.add(number)
                size, left = size + len(units[number][1]), left - 1
        out = [(claim['text'], self.evidence(document, sorted(evidence)), label)]
        if label != 2 and chance.random() < 0.2:  # what it rests on is not there
            own = [self.places[document['id'], number] for number in rests]
            like = self.index.near(claim['text'], 8, lambda at: self.units[at][0] is not document)
            rest = [self.units[at][1] for at in like if at not in own][: chance.randint(1, 4)]
            rest = [number for number in rest if not any(self.is_near(self.places[document['id'], number], one) for one in own)]
            if rest:
                out.append((claim['text'], self.evidence(document, sorted(set(rest))), 2))
        return out
