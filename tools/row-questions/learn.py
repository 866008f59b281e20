"""
Teaches the reader of questions over rows:
    python learn.py e5-small-q4.bin OUT [--epochs 4] [--layers 6] [--start MODEL.pt]
from datasets/log-question-words (all but a tenth of its tables), and from questions of datasets/reading as questions that are none over rows.
"""
import argparse
import os
import random
import re
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import tables
from asides import with_asides
from lacking import without_column
from prepare import ASKS, LABELS, NOT_LEARNT, prepare
from swaps import pools_of, with_swaps
from tables import GROUPS, OPERATORS

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'reading-model'))
import chain  # noqa: E402
import stretches  # noqa: E402
import texts  # noqa: E402
from base_model import WIDTH, base_model, open_tokenizer  # noqa: E402
from sentences import MOST_INSIDE, MOST_WIDTH  # noqa: E402

DATA = os.path.join(HERE, '..', '..', 'datasets')
READING = os.path.join(HERE, '..', '..', 'models', 'data', 'reading-zh-en-v2')
FLAGS = ['measured', 'second', 'grouped', 'whole', 'denied']


class RowQuestionReader(nn.Module):
    """Layers of multilingual-e5-small over a question and the columns of a table; heads over units, columns, values and the whole."""

    def __init__(self, e5, pieces, layers):
        super().__init__()
        self.encoder = base_model(e5, pieces)
        self.encoder.layers = self.encoder.layers[:layers]
        self.encoder.word.weight.requires_grad_(False)
        self.inside, self.width = nn.Embedding(MOST_INSIDE + 1, WIDTH), nn.Embedding(MOST_WIDTH + 1, WIDTH)
        self.mix = nn.Linear(2 * WIDTH, WIDTH)
        self.labels = nn.Linear(WIDTH, len(LABELS))
        self.link, self.column = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.mean, self.value = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.none = nn.Linear(WIDTH, 1)
        self.flags, self.operator = nn.Linear(WIDTH, len(FLAGS)), nn.Linear(WIDTH, len(OPERATORS))
        self.pool = nn.Linear(2 * WIDTH, WIDTH)
        self.asks, self.groups, self.ranked = nn.Linear(WIDTH, len(ASKS)), nn.Linear(WIDTH, len(GROUPS)), nn.Linear(WIDTH, 1)
        self.transitions, self.start = nn.Parameter(torch.zeros(len(LABELS), len(LABELS))), nn.Parameter(torch.zeros(len(LABELS)))

    def forward(self, ids, mask, first, last, inside, width, columns, values):
        e = self.encoder
        x = e.eln(e.word(ids) + e.pos.weight[: ids.shape[1]])
        x = F.dropout(x, 0.1, self.training)
        hidden = (1 - mask[:, None, None, :]) * -1e4
        for layer in e.layers:
            x = layer(x, hidden)
        drop = lambda y: F.dropout(y, 0.2, self.training)
        at = lambda place: x.gather(1, place[..., None].expand(-1, -1, WIDTH))
        units = drop(F.gelu(self.mix(torch.cat([at(first), at(last)], -1)) + self.inside(inside) + self.width(width)))
        of_columns, of_values = drop(at(columns)), drop(at(values))
        scale = WIDTH**-0.5
        links = self.link(units) @ self.column(of_columns).transpose(1, 2) * scale
        meant = torch.cat([self.none(units), self.mean(units) @ self.value(of_values).transpose(1, 2) * scale], -1)
        pooled = drop(torch.tanh(self.pool(torch.cat([x[:, 0], (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)], -1))))
        made = self.labels(units), links, meant, self.flags(of_columns), self.operator(of_columns), self.asks(pooled), self.groups(pooled), self.ranked(pooled)[:, 0]
        return [one.float() for one in made]

    def chain(self):
        steps, starts = chain.forbidden(LABELS)
        return self.transitions + torch.tensor(steps), self.start + torch.tensor(starts)


def widened(state, wanted):
    """An earlier state where labels or groups have been added behind the others: what it says nothing of is as it is in a new model, and hardly likely."""
    made = {}
    for name, value in wanted.items():
        own = state[name]
        if own.shape != value.shape:
            wide = value.clone() * 0.1 if value.dim() == 2 else torch.full_like(value, -2.0)
            wide[tuple(slice(0, size) for size in own.shape)] = own
            own = wide
        made[name] = own
    return made


def padded(rows, length, value):
    return torch.tensor([row + [value] * (length - len(row)) for row in rows])


def collate(rows):
    of = lambda name: [row[name] for row in rows]
    most = lambda name: max(1, max(len(row[name]) for row in rows))
    longest, units, columns, values = most('ids'), most('places'), most('columns'), most('values')
    inputs = (
        padded(of('ids'), longest, 1),
        torch.tensor([[1.0] * len(row['ids']) + [0.0] * (longest - len(row['ids'])) for row in rows]),
        *(padded(of(name), units, 0) for name in ('first', 'last', 'inside', 'width')),
        padded(of('columns'), columns, 0),
        padded([[place for place, _ in row['values']] for row in rows], values, 0),
    )
    there = dict(columns=padded([[1.0] * len(row['columns']) for row in rows], columns, 0.0), values=padded([[1.0] * (1 + len(row['values'])) for row in rows], values + 1, 0.0))
    wanted = dict(
        labels=padded(of('labels'), units, NOT_LEARNT),
        links=padded(of('links'), units, NOT_LEARNT),
        meant=padded(of('meant'), units, NOT_LEARNT),
        flags=torch.stack([padded([row['heads'][name] for row in rows], columns, 0.0) for name in FLAGS], -1),
        operator=padded([row['heads']['operator'] for row in rows], columns, NOT_LEARNT),
        ask=torch.tensor(of('ask')),
        group=torch.tensor(of('group')),
        ranked=torch.tensor(of('ranked')),
    )
    return inputs, there, wanted


def chain_loss(model, scores, labels):
    """Nothing for rows without labels."""
    losses = chain.losses(*model.chain(), scores, labels)
    return torch.where(labels[:, 0] >= 0, losses, torch.zeros_like(losses)).mean()


def loss_of(model, made, there, wanted):
    labels, links, meant, flags, operator, asks, groups, ranked = made
    columns, values = there['columns'], there['values']
    links = links + (1 - columns[:, None, :]) * -1e4
    meant = meant + (1 - values[:, None, :]) * -1e4
    flat = lambda scores, target: F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=NOT_LEARNT) if (target >= 0).any() else scores.sum() * 0
    over_rows = (wanted['ask'] != len(ASKS) - 1).float()
    weight = columns * over_rows[:, None]
    own = F.binary_cross_entropy_with_logits(flags, wanted['flags'], reduction='none').sum(-1)
    operators = F.cross_entropy(operator.flatten(0, 1), wanted['operator'].clamp(min=0).flatten(), reduction='none').view_as(columns)
    per_column = ((own + operators) * weight).sum() / max(1.0, over_rows.sum().item())
    whole = F.cross_entropy(asks, wanted['ask'])
    answerable = over_rows * (wanted['ask'] != 0).float()
    of_form = (F.cross_entropy(groups, wanted['group'], reduction='none') + F.binary_cross_entropy_with_logits(ranked, wanted['ranked'], reduction='none')) * answerable
    return 0.15 * chain_loss(model, labels, wanted['labels']) + flat(links, wanted['links']) + flat(meant, wanted['meant']) + 0.5 * per_column + whole + of_form.sum() / max(1.0, answerable.sum().item())


# Share of the questions whose table is shown without a column that they speak of, where no other could say the same.
LACKING = 0.2
CODE = re.compile(r'(?<![A-Za-z0-9])[A-Z]{1,5}[-_ ]?\d{1,5}[A-Z]?(?![A-Za-z0-9])')


def foreign_questions():
    """Questions that are asked of documents."""
    documents, _ = texts.read(os.path.join(DATA, 'reading', 'texts', '*.txt'))
    asked = [question['text'] for document in documents for question in document['questions']]
    for name in sorted(os.listdir(os.path.join(DATA, 'reading', 'stretches'))):
        for line in open(os.path.join(DATA, 'reading', 'stretches', name), encoding='utf8'):
            if line.startswith('Q '):
                asked.append(line.split(' | ')[1].strip())
    return asked


def draw(chance, learnt, foreign, share, pools):
    """Each question once, some without a column that they speak of, and questions that are none over rows, beside a table in another order with some of its samples."""
    for table in learnt:
        codes = [value for _, values in table['columns'] for value in values if CODE.fullmatch(value)]
        for question in table['questions']:
            answerable = question['query']['measure'] != 'none'
            lacking = without_column(question, table['columns'], chance) if answerable and chance.random() < LACKING else None
            asked = with_asides(with_swaps(question, table['columns'], pools, chance) if lacking is None else lacking[0], chance)
            columns, order, keep = shown_anew(chance, learnt, table['columns'], answerable and lacking is None)
            yield asked, columns, [at for at in order if lacking is None or at != lacking[1]], keep
        for _ in range(round(share * len(table['questions']))):
            text = chance.choice(foreign)
            if codes and chance.random() < 0.7:
                text = CODE.sub(lambda _: chance.choice(codes), text) if CODE.search(text) else f'{chance.choice(codes)} {text}' if chance.random() < 0.4 else text
            yield dict(text=text), *shown_anew(chance, learnt, table['columns'], True)


def shown_anew(chance, learnt, columns, may_grow):
    """Columns, their order and which samples are kept; drawn alike for all questions, or the table would tell what is asked."""
    # Of a log with thousands of values the one that is meant is often not shown; headers of known roles are shown folded.
    share = chance.choice((1, 0.85, 0.5))
    kept = {(at, value): chance.random() < share for at, (_, values) in enumerate(columns) for value in values}
    if chance.random() < 0.3:
        columns = [(header.lower(), values) for header, values in columns]
    # Of a wide table most columns are not asked about: some of another table stand among them, unless one of them could be what is missing.
    if chance.random() < 0.25 and may_grow:
        more = chance.choice(learnt)['columns']
        columns = columns + chance.sample(more, chance.randint(1, len(more)))
    order = list(range(len(columns)))
    if chance.random() < 0.7:
        chance.shuffle(order)
    return columns, order, lambda at, value: kept.get((at, value), True)


def batches(rows, tokens, chance):
    rows.sort(key=lambda row: len(row['ids']) + chance.random() * 20)
    out, held = [], []
    for row in rows:
        if held and (len(held) + 1) * max(len(row['ids']), len(held[-1]['ids'])) > tokens:
            out.append(held)
            held = []
        held.append(row)
    out.append(held)
    chance.shuffle(out)
    return out


def main():
    options = argparse.ArgumentParser()
    options.add_argument('e5')
    options.add_argument('out')
    options.add_argument('--start', help='what an earlier run wrote')
    options.add_argument('--epochs', type=int, default=4)
    options.add_argument('--layers', type=int, default=6)
    options.add_argument('--rate', type=float, default=2e-4)
    options.add_argument('--tokens', type=int, default=4000)
    options.add_argument('--foreign', type=float, default=0.2)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--most', type=int, help='tables that are learnt from; all where it is left out')
    a = options.parse_args()
    torch.manual_seed(a.seed)
    chance = random.Random(a.seed)
    all_tables, unread = tables.read(os.path.join(DATA, 'log-question-words', 'tables'))
    print(len(unread), 'lines with queries that are not read are left out')
    tokenizer, pieces = open_tokenizer(os.path.join(READING, 'tokenizer.json'))
    bar = tokenizer.encode('|').ids[-1]
    learnt = [table for table in all_tables if not tables.is_held(table['id'])][: a.most]
    held = [table for table in all_tables if tables.is_held(table['id'])]
    measured = [prepare(tokenizer, question, table['columns'], bar) for table in held for question in table['questions']]
    foreign = foreign_questions()
    chance.shuffle(foreign)
    measured += [prepare(tokenizer, dict(text=text), chance.choice(held)['columns'], bar) for text in foreign[:200]]
    foreign = foreign[200:]
    pools = pools_of(learnt)
    model = RowQuestionReader(a.e5, pieces, a.layers)
    if a.start:
        model.load_state_dict(widened(torch.load(a.start), model.state_dict()))
    base = [value for name, value in model.named_parameters() if name.startswith('encoder.') and value.requires_grad and not name.startswith(('encoder.pool', 'encoder.answers', 'encoder.claims'))]
    head = [value for name, value in model.named_parameters() if not name.startswith('encoder.')]
    rates = [a.rate, 4 * a.rate]
    optimiser = torch.optim.AdamW([dict(params=base, lr=rates[0]), dict(params=head, lr=rates[1])], weight_decay=0.01)
    model.train()
    os.makedirs(a.out, exist_ok=True)
    began, step, mean = time.time(), 0, None
    for epoch in range(a.epochs):
        queue = batches([prepare(tokenizer, question, columns, bar, order, keep) for question, columns, order, keep in draw(chance, learnt, foreign, a.foreign, pools)], a.tokens, chance)
        total = a.epochs * len(queue)
        for number, rows in enumerate(queue):
            done = (epoch * len(queue) + number) / total
            for group, rate in zip(optimiser.param_groups, rates):
                group['lr'] = rate * min(1, (step + 1) / 60) * max(0.02, 1 - done)
            inputs, there, wanted = collate(rows)
            with torch.autocast('cpu', dtype=torch.bfloat16):
                made = model(*inputs)
            loss = loss_of(model, made, there, wanted)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([one for one in model.parameters() if one.grad is not None], 2.0)
            optimiser.step()
            step += 1
            mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
            if step % 50 == 0:
                print(step, f'of {total} loss {mean:.3f} {time.time() - began:.0f} s', flush=True)
        torch.save(model.state_dict(), os.path.join(a.out, 'model.pt'))
        print(f'epoch {epoch + 1}', measure(model, measured), flush=True)


def measure(model, rows):
    """Shares that are right, of questions over rows that the table can answer; `other`: found to be none over rows."""
    model.eval()
    counts = dict(labels=0, ask=0, group=0, ranked=0, columns=0, links=0, meant=0, all=0)
    total, other, foreign, none, unanswerable = 0, 0, 0, 0, 0
    with torch.no_grad():
        for row in rows:
            inputs, there, wanted = collate([row])
            labels, links, meant, flags, operator, asks, groups, ranked = model(*inputs)
            ask = int(asks[0].argmax())
            if row['ask'] == len(ASKS) - 1:
                foreign, other = foreign + 1, other + (ask == row['ask'])
                continue
            if row['ask'] == 0:
                unanswerable, none = unanswerable + 1, none + (ask == 0)
                continue
            total += 1
            right = dict(
                labels=chain.likeliest(*model.chain(), labels[0]) == row['labels'],
                ask=ask == row['ask'],
                group=int(groups[0].argmax()) == row['group'],
                ranked=float(ranked[0] > 0) == row['ranked'],
                columns=bool(((flags[0] > 0).float() == wanted['flags'][0]).all() and (operator[0].argmax(-1) == wanted['operator'][0]).all()),
                links=all(int(one.argmax()) == want for one, want in zip(links[0], row['links']) if want >= 0),
                meant=all(int(one.argmax()) == want for one, want in zip(meant[0], row['meant']) if want >= 0),
            )
            right['all'] = all(value for name, value in right.items() if name not in ('labels',))
            for name, value in right.items():
                counts[name] += value
    model.train()
    shares = ' '.join(f'{name} {value / max(1, total):.3f}' for name, value in counts.items())
    return f'{shares} other {other / max(1, foreign):.3f} none {none / max(1, unanswerable):.3f} of {total} {foreign} {unanswerable}'


if __name__ == '__main__':
    main()
