"""
Teaches the cross-encoder from texts of our own:
    python learn.py e5-small-q4.bin ../../models/data/reading-zh-en-v2/tokenizer.json '../../datasets/reading/texts/*.txt' OUT.pt [--minutes 54] [--rate 1.2e-4] [--questions 1] [--start MODEL.pt]
        [--stretches '../../datasets/reading/stretches/*.txt' --ledger HOME/ledger.db]
One epoch after another, each drawn anew; rates fall to nothing by the time given. Weights are those of torch, so bytes differ between machines.
"""
import argparse
import random
import time

import torch
import torch.nn.functional as F

import pairs
import stretches
import texts
from base_model import base_model, open_tokenizer
from stretch_pairs import StretchDrawer

LONGEST, FIRST = 320, 100  # tokens of a pair, and of its question or claim
QUESTION, CLAIM = 0, 1
SMOOTHING = 0.03


def main():
    options = argparse.ArgumentParser()
    options.add_argument('e5')
    options.add_argument('tokenizer')
    options.add_argument('texts')
    options.add_argument('out')
    options.add_argument('--start')
    options.add_argument('--minutes', type=float, default=54)
    options.add_argument('--rate', type=float, default=1.2e-4)
    options.add_argument('--questions', type=float, default=1, help='share of the questions over texts of ours that is drawn each epoch')
    options.add_argument('--claims', type=float, default=1, help='share of the claims over them')
    options.add_argument('--stretches', help='questions and claims over public documents')
    options.add_argument('--ledger', help='of a data folder into which these were read')
    options.add_argument('--tokens', type=int, default=5000, help='of a step')
    options.add_argument('--seed', type=int, default=1)
    a = options.parse_args()
    torch.manual_seed(a.seed)
    chance = random.Random(a.seed)
    tokenizer, pieces = open_tokenizer(a.tokenizer)
    documents, unread = texts.read(a.texts)
    public, more = stretches.read(a.stretches, a.ledger) if a.stretches else ([], [])
    unread += more
    if unread:
        raise SystemExit(f'{len(unread)} lines cannot be read, first {unread[0]}')
    model = base_model(a.e5, pieces)
    if a.start:
        model.load_state_dict(torch.load(a.start), strict=False)
    # Few texts would tear the words of texts from those of which nothing was read.
    model.word.weight.requires_grad_(False)
    model.train()
    heads = ('pool', 'answers', 'claims')
    of_head = {True: [], False: []}
    for name, value in model.named_parameters():
        if value.requires_grad:
            of_head[name.split('.')[0] in heads].append(value)
    rates = [a.rate, a.rate * (2 if a.start else 5)]
    groups = [dict(params=of_head[False], lr=rates[0]), dict(params=of_head[True], lr=rates[1])]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    drawers = [(pairs.Drawer(documents, chance.random()), a.questions, a.claims)]
    if public:
        drawers.append((StretchDrawer(public, chance.random()), 1, 1))
    began, step, queue, mean = time.time(), 0, [], None
    while (passed := (time.time() - began) / (60 * a.minutes)) < 1:
        if not queue:
            drawn = [group for drawer, questions, claims in drawers for group in draw(drawer, tokenizer, chance, questions, claims)]
            queue = batches(drawn, a.tokens, chance)
        for group, rate in zip(optimiser.param_groups, rates):
            group['lr'] = rate * min(1, (step + 1) / 60) * max(0.02, 1 - passed)
        loss = loss_of(model, queue.pop())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            print(step, f'loss {mean:.3f}', f'{time.time() - began:.0f} s', flush=True)
    torch.save(model.state_dict(), a.out)


def pair_ids(tokenizer, kind, first, passage):
    own = tokenizer.encode(('query: ' if kind == QUESTION else 'claim: ') + first).ids[:FIRST]
    rest = tokenizer.encode('passage: ' + passage).ids
    return [0] + own + [2, 2] + rest[: LONGEST - len(own) - 4] + [2]


def draw(drawer, tokenizer, chance, questions, claims):
    """Groups of (ids, kind, target): all blocks of a question, or one claim."""
    groups = []
    for document in drawer.docs:
        for question in document['questions']:
            if chance.random() < questions and (group := drawer.group(document, question)):
                groups.append([(pair_ids(tokenizer, QUESTION, x, y), QUESTION, worth) for x, y, worth in group])
        for claim in document['claims']:
            if chance.random() < claims:
                groups += [[(pair_ids(tokenizer, CLAIM, x, y), CLAIM, label)] for x, y, label in drawer.claim(document, claim)]
    return groups


def batches(groups, tokens, chance):
    chance.shuffle(groups)
    out, held, size = [], [], 0
    for group in groups:
        length = sum(len(ids) for ids, _, _ in group)
        if held and length + size > tokens:
            out.append(held)
            held, size = [], 0
        held.append(group)
        size += length
    return out + [held]


def loss_of(model, batch):
    """Each block by itself and, among those of its question and none, which answers; claims by their label."""
    rows = [row for group in batch for row in group]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at][0]))
    answers, claims, at = [], [], 0
    while at < len(order):  # near lengths go together: little is padding
        end = at + 16
        while end < len(order) and len(rows[order[end]][0]) <= len(rows[order[at]][0]) * 1.25:
            end += 1
        part = [rows[one][0] for one in order[at:end]]
        longest = max(len(ids) for ids in part)
        ids, mask = torch.ones(len(part), longest, dtype=torch.long), torch.zeros(len(part), longest)
        for place, own in enumerate(part):
            ids[place, : len(own)] = torch.tensor(own)
            mask[place, : len(own)] = 1
        with torch.autocast('cpu', dtype=torch.bfloat16):
            x, y = model(ids, mask)
        answers.append(x.float())
        claims.append(y.float())
        at = end
    back = torch.tensor(sorted(range(len(order)), key=order.__getitem__))
    answers, claims = torch.cat(answers)[back], torch.cat(claims)[back]
    of_questions, of_claims, questions, asserted, at = 0.0, 0.0, 0, 0, 0
    for group in batch:
        size = len(group)
        if group[0][1] == QUESTION:
            odds, worth = answers[at : at + size], torch.tensor([float(row[2]) for row in group])
            alone = F.binary_cross_entropy_with_logits(odds, worth)
            among = torch.cat([torch.zeros(1), odds]).log_softmax(0)
            whole = (worth == 1).float()
            if whole.sum() > 0:
                listed = -(among[1:] * whole).sum() / whole.sum()
            else:
                listed = torch.zeros(()) if (worth > 0).any() else -among[0]
            of_questions = of_questions + alone + 0.5 * listed
            questions += 1
        else:
            labels = torch.tensor([row[2] for row in group])
            of_claims = of_claims + F.cross_entropy(claims[at : at + size], labels, label_smoothing=SMOOTHING)
            asserted += 1
        at += size
    return (1.5 * of_questions + of_claims) / max(1, 1.5 * questions + asserted)


if __name__ == '__main__':
    main()
