"""
Teaches the tagger of log sentences from datasets/log-sentences, all but the third that is measured with:
    python learn.py e5-small-q4.bin ../../datasets/log-sentences OUT
writes OUT/tokenizer.json (a vocabulary cut to what Chinese logs are written with) and OUT/model.pt. The number of steps is set and chance is
seeded: on one machine another run gives equal bytes.
"""
import argparse
import glob
import json
import os
import random
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F

import chain
import sentences

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'reading-model'))
from base_model import WIDTH, base_model, open_tokenizer  # noqa: E402

LABELS = sentences.LABELS
READING = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'models', 'data', 'reading-zh-en-v2', 'tokenizer.json')
TEXTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'datasets', 'reading', 'texts', '*.txt')


class Tagger(nn.Module):
    """Layers of multilingual-e5-small over pieces; each unit by its first and last piece, its place in the piece and its width."""

    def __init__(self, e5, pieces, layers):
        super().__init__()
        self.encoder = base_model(e5, pieces)
        self.encoder.layers = self.encoder.layers[:layers]
        self.encoder.word.weight.requires_grad_(False)
        self.inside, self.width = nn.Embedding(sentences.MOST_INSIDE + 1, WIDTH), nn.Embedding(sentences.MOST_WIDTH + 1, WIDTH)
        self.mix, self.beside = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(3 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, len(LABELS))
        self.transitions, self.start = nn.Parameter(torch.zeros(len(LABELS), len(LABELS))), nn.Parameter(torch.zeros(len(LABELS)))

    def forward(self, ids, mask, first, last, inside, width):
        e = self.encoder
        x = e.eln(e.word(ids) + e.pos.weight[: ids.shape[1]])
        x = F.dropout(x, 0.1, self.training)
        hidden = (1 - mask[:, None, None, :]) * -1e4
        for layer in e.layers:
            x = layer(x, hidden)
        at = lambda place: x.gather(1, place[..., None].expand(-1, -1, WIDTH))
        y = F.gelu(self.mix(torch.cat([at(first), at(last)], -1)) + self.inside(inside) + self.width(width))
        y = F.dropout(y, 0.3, self.training)
        none = torch.zeros_like(y[:, :1])
        around = torch.cat([torch.cat([none, y[:, :-1]], 1), y, torch.cat([y[:, 1:], none], 1)], -1)
        return self.out(F.dropout(F.gelu(self.beside(around)), 0.3, self.training)).float()

    def chain(self):
        """Transitions and starts with what cannot be."""
        steps, starts = chain.forbidden(LABELS)
        return self.transitions + torch.tensor(steps), self.start + torch.tensor(starts)


def collate(rows):
    longest, units = max(len(row['ids']) for row in rows), max(len(row['labels']) for row in rows)
    padded = lambda name, length, value: torch.tensor([row[name] + [value] * (length - len(row[name])) for row in rows])
    mask = torch.tensor([[1.0] * len(row['ids']) + [0.0] * (longest - len(row['ids'])) for row in rows])
    return (padded('ids', longest, 1), mask, *(padded(name, units, 0) for name in ('first', 'last', 'inside', 'width'))), padded('labels', units, -1)


def measure(model, rows):
    model.eval()
    right = found = marked = 0
    with torch.no_grad():
        for row in rows:
            inputs, _ = collate([row])
            made = sentences.spans(row['places'], chain.likeliest(*model.chain(), model(*inputs)[0]))
            right, found, marked = right + len(made & row['entities']), found + len(made), marked + len(row['entities'])
    model.train()
    return f'F1 {2 * right / (found + marked):.3f} precision {right / found:.3f} recall {right / marked:.3f} of {len(rows)} sentences'


def cut_tokenizer(texts, path):
    """The vocabulary of the cross-encoder cut to pieces that Chinese texts of ours use, and single signs."""
    whole = json.load(open(READING, encoding='utf8'))
    tokenizer, pieces = open_tokenizer(READING)
    used = {number for text in texts for number in tokenizer.encode(text).ids} | set(range(4))
    used |= {at for at, piece in enumerate(pieces) if len(piece.strip('▁')) <= 1}
    whole['model']['vocab'] = [one for at, one in enumerate(whole['model']['vocab']) if at in used]
    json.dump(whole, open(path, 'w', encoding='utf8'), ensure_ascii=False, separators=(',', ':'))


def main():
    options = argparse.ArgumentParser()
    options.add_argument('e5')
    options.add_argument('sentences')
    options.add_argument('out')
    options.add_argument('--steps', type=int, default=2400)
    options.add_argument('--layers', type=int, default=6)
    options.add_argument('--rate', type=float, default=2e-4)
    options.add_argument('--batch', type=int, default=16)
    options.add_argument('--seed', type=int, default=1)
    a = options.parse_args()
    torch.manual_seed(a.seed)
    chance = random.Random(a.seed)
    rows = list(sentences.read(os.path.join(a.sentences, 'sentences.jsonl')))
    learnt = [row for row in rows if not sentences.is_held(row[0])] + list(sentences.read(os.path.join(a.sentences, 'entities-only.jsonl')))
    held = [row for row in rows if sentences.is_held(row[0])]
    os.makedirs(a.out, exist_ok=True)
    path = os.path.join(a.out, 'tokenizer.json')
    chinese = [line[:600] for file in sorted(glob.glob(TEXTS)) for line in open(file, encoding='utf8') if any('一' <= c <= '鿿' for c in line)]
    cut_tokenizer([text for _, text, _ in learnt] + chinese, path)
    tokenizer, pieces = open_tokenizer(path)
    prepared = [sentences.prepare(tokenizer, text, entities) for _, text, entities in learnt]
    measured = [sentences.prepare(tokenizer, text, entities) for _, text, entities in held]
    model = Tagger(a.e5, pieces, a.layers)
    print(len(pieces), 'pieces', len(prepared), 'sentences', flush=True)
    base = [value for name, value in model.named_parameters() if name.startswith('encoder.layers') or name.startswith('encoder.eln') or name == 'encoder.pos.weight']
    head = [value for name, value in model.named_parameters() if not name.startswith('encoder.')]
    rates = [a.rate, 1e-3]
    optimiser = torch.optim.AdamW([dict(params=base, lr=rates[0]), dict(params=head, lr=rates[1])], weight_decay=0.01)
    model.train()
    queue = []
    for step in range(a.steps):
        if not queue:
            order = list(range(len(prepared)))
            chance.shuffle(order)
            near = [sorted(order[at : at + 25 * a.batch], key=lambda one: len(prepared[one]['ids'])) for at in range(0, len(order), 25 * a.batch)]
            order = [one for part in near for one in part]
            queue = [order[at : at + a.batch] for at in range(0, len(order), a.batch)]
            chance.shuffle(queue)
        for group, rate in zip(optimiser.param_groups, rates):
            group['lr'] = rate * min(1, (step + 1) / 50) * max(0.02, 1 - step / a.steps)
        inputs, labels = collate([prepared[one] for one in queue.pop()])
        with torch.autocast('cpu', dtype=torch.bfloat16):
            scores = model(*inputs)
        loss = chain.losses(*model.chain(), scores, labels).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        if (step + 1) % 400 == 0:
            print(step + 1, f'loss {loss.item():.3f}', measure(model, measured), flush=True)
    torch.save(model.state_dict(), os.path.join(a.out, 'model.pt'))


if __name__ == '__main__':
    main()
