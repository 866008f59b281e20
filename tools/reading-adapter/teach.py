"""
Teaches a language model whether a passage answers a question, and whether a claim holds by it:
    python teach.py FOLDER OUT --ledger HOME/ledger.db [--minutes 90] [--start ADAPTER]
An adapter in its upper layers, from datasets/reading (all but a twentieth of its documents).
"""
import argparse
import hashlib
import os
import random
import sys
import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'row-questions-adapter'))
from low_rank import adapted, learnt_before  # noqa: E402
from drawn import Passages  # noqa: E402
from packs import Texts, packs, scores  # noqa: E402
import stretches  # noqa: E402
import texts as written  # noqa: E402

DATA = os.path.join(HERE, '..', '..', 'datasets', 'reading')


def is_held(name):
    return hashlib.sha256(name.encode()).digest()[0] < 13


def loss_of(model, texts, pack):
    likely = scores(model, pack).log_softmax(-1)[:, texts.replies]
    return -(likely * pack[4]).sum(-1).mean()


def measure(model, texts, some):
    """Area under the curve of whether a passage answers, and balanced accuracy of what holds."""
    odds, claims = [], []
    with torch.no_grad():
        for pack in some:
            own = scores(model, pack)[:, texts.replies]
            for row, wanted, kind in zip(own, pack[4], pack[5]):
                if kind == 'question':
                    if wanted[0] in (0, 1):
                        odds.append(((row[0] - row[1]).item(), wanted[0].item()))
                else:
                    claims.append((row.argmax().item() == 0, wanted.argmax().item() == 0))
    yes, no = [one for one, wanted in odds if wanted], [one for one, wanted in odds if not wanted]
    area = sum((one > other) + (one == other) / 2 for one in yes for other in no) / max(1, len(yes) * len(no))
    recall = lambda value: [said for said, wanted in claims if wanted == value]
    rates = [sum(recall(True)) / max(1, len(recall(True))), 1 - sum(recall(False)) / max(1, len(recall(False)))]
    right = sum((one > 0) == bool(wanted) for one, wanted in odds) / max(1, len(odds))
    return f'area {area:.3f}, right {right:.3f} of {len(odds)} pairs; claims {sum(rates) / 2:.3f} of {len(claims)}'


def main():
    options = argparse.ArgumentParser()
    options.add_argument('model')
    options.add_argument('out')
    options.add_argument('--ledger', required=True, help='of a data folder into which the public sets were read')
    options.add_argument('--start', help='what an earlier run wrote, or an adapter that was made of it')
    options.add_argument('--minutes', type=float, default=90)
    options.add_argument('--rate', type=float, default=2e-4)
    options.add_argument('--rank', type=int, default=16)
    options.add_argument('--first', type=int, default=12, help='the first layer that is adapted')
    options.add_argument('--asked', type=float, default=1, help='share of the questions over stretches')
    options.add_argument('--questions', type=float, default=0.12, help='share of the questions over texts of ours')
    options.add_argument('--claims', type=float, default=0.35, help='share of the claims over stretches; of texts of ours a third of it')
    options.add_argument('--seed', type=int, default=1)
    a = options.parse_args()
    torch.manual_seed(a.seed)
    chance = random.Random(a.seed)
    documents, unread = written.read(os.path.join(DATA, 'texts', '*.txt'))
    public, more = stretches.read(os.path.join(DATA, 'stretches', '*.txt'), a.ledger)
    if unread or more:
        print(f'{len(unread)} and {len(more)} lines cannot be read, first {(unread + more)[0]}', flush=True)
    learnt = lambda some: [one for one in some if not is_held(one['id'])]
    held = [one for one in public if is_held(one['id'])]
    tokenizer = AutoTokenizer.from_pretrained(a.model)
    texts = Texts(tokenizer)
    looked = packs(texts, Passages(held, random.Random(0)).drawn(1, 1))[:40]
    drawn = Passages(learnt(public), chance).drawn(a.asked, a.claims) + Passages(learnt(documents), chance).drawn(a.questions, a.claims / 3)
    chance.shuffle(drawn)
    queue = packs(texts, drawn)
    print(f'{len(public)} stretches and {len(documents)} texts, {len(held)} held; {len(queue)} sequences, {sum(pack[0].shape[1] for pack in queue)} tokens', flush=True)
    model = AutoModelForCausalLM.from_pretrained(a.model, dtype=torch.bfloat16, attn_implementation='sdpa')
    parts = adapted(model, a.rank, a.first)
    parameters = [value for part in parts.values() for value in (part.a, part.b)]
    if a.start:
        for name, (one, other) in learnt_before(a.start).items():
            parts[name].a.data, parts[name].b.data = one, other
    optimiser = torch.optim.AdamW(parameters, lr=a.rate, weight_decay=0.01)
    os.makedirs(a.out, exist_ok=True)
    save = lambda: torch.save({name: (part.a.data, part.b.data) for name, part in parts.items()}, os.path.join(a.out, 'adapter.pt'))
    began, mean = time.time(), None
    print('before', measure(model, texts, looked[:20]), flush=True)
    began = time.time()
    for step, pack in enumerate(queue, 1):
        done = max(step / len(queue), (time.time() - began) / 60 / a.minutes)
        if done >= 1:
            break
        for one in optimiser.param_groups:
            one['lr'] = a.rate * min(1, step / 30) * max(0.03, 1 - done)
        loss = loss_of(model, texts, pack)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        mean = loss.item() if mean is None else 0.97 * mean + 0.03 * loss.item()
        if step % 20 == 0:
            print(step, f'loss {mean:.3f} {time.time() - began:.0f} s', flush=True)
        if step % 100 == 0:
            save()
        if step % 300 == 0:
            print(measure(model, texts, looked[:20]), flush=True)
    save()
    print('after', measure(model, texts, looked), flush=True)


if __name__ == '__main__':
    main()
