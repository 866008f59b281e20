"""
Puts layers behind those of a learnt reader of questions over rows, which at first change little of what it reads:
    python grow.py e5-small-q4.bin LEARNT/model.pt OUT/model.pt --layers 9
They are the next ones of multilingual-e5-small, but for what they add to a word (nothing at first) and their scale (that of what they
are given). A deeper model so begins where the learnt one ended.
"""
import argparse
import os
import random
import sys

import torch

import tables
from learn import DATA, READING, RowQuestionReader, collate, open_tokenizer, prepare

SHOWN = 64


def hidden_states(model, inputs):
    """What the last layer gives of each piece, padding left out."""
    ids, mask = inputs[0], inputs[1]
    encoder = model.encoder
    x = encoder.eln(encoder.word(ids) + encoder.pos.weight[: ids.shape[1]])
    hidden = (1 - mask[:, None, None, :]) * -1e4
    for layer in encoder.layers:
        x = layer(x, hidden)
    return x[mask > 0]


def main():
    options = argparse.ArgumentParser()
    options.add_argument('e5')
    options.add_argument('learnt')
    options.add_argument('out')
    options.add_argument('--layers', type=int, default=9)
    a = options.parse_args()
    tokenizer, pieces = open_tokenizer(os.path.join(READING, 'tokenizer.json'))
    bar = tokenizer.encode('|').ids[-1]
    state = torch.load(a.learnt)
    had = 1 + max(int(name.split('.')[2]) for name in state if name.startswith('encoder.layers.'))
    small = RowQuestionReader(a.e5, pieces, had)
    small.load_state_dict(state)
    small.eval()
    asked = [(question, table) for table in tables.read(os.path.join(DATA, 'log-question-words', 'tables'))[0] for question in table['questions']]
    rows = [prepare(tokenizer, question, table['columns'], bar) for question, table in random.Random(1).sample(asked, SHOWN)]
    with torch.no_grad():
        given = hidden_states(small, collate(rows)[0])
        middle, scale = given.mean(-1), given.std(-1, correction=0)
        print(f'middle {middle.mean():.4f} +- {middle.std():.4f}, scale {scale.mean():.4f} +- {scale.std():.4f}', file=sys.stderr)
        grown = RowQuestionReader(a.e5, pieces, a.layers).state_dict()
        grown.update(state)
        for at in range(had, a.layers):
            for name in ('ao', 'fo'):
                for part in ('weight', 'bias'):
                    grown[f'encoder.layers.{at}.{name}.{part}'].zero_()
            for name in ('aln', 'oln'):
                grown[f'encoder.layers.{at}.{name}.weight'].fill_(scale.mean())
                grown[f'encoder.layers.{at}.{name}.bias'].fill_(middle.mean())
    os.makedirs(os.path.dirname(a.out), exist_ok=True)
    torch.save(grown, a.out)


if __name__ == '__main__':
    main()
