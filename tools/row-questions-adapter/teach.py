"""
Teaches a language model to read questions over rows:
    python teach.py FOLDER OUT [--epochs 1] [--start ADAPTER]
An adapter in its upper layers, from datasets/log-question-words (all but a tenth of its tables) and from
questions of datasets/reading as such that are none over rows. The questions of a table share one passage over it.
"""
import argparse
import os
import random
import sys
import time

import torch
import torch.nn.functional as F
from transformers import AutoModelForCausalLM, AutoTokenizer

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'row-questions'))
from learn import CODE, DATA, foreign_questions  # noqa: E402
import tables  # noqa: E402
from asides import with_asides  # noqa: E402
from lacking import is_alone, lacking_at  # noqa: E402
from swaps import pools_of, with_swaps  # noqa: E402
from low_rank import Texts, adapted, learnt_before, packed, scores  # noqa: E402
from written import reading_text  # noqa: E402


def drawn(chance, learnt, foreign, pools):
    """For each table, in another order with some of its samples and at times without a column, its questions and one that asks for no rows."""
    for table in learnt:
        own = table['columns']
        dropped = chance.randrange(len(own)) if chance.random() < 0.6 else None
        more = []
        if chance.random() < 0.25 and dropped is None:
            others = chance.choice(learnt)['columns']
            more = chance.sample(others, chance.randint(1, len(others)))
        columns = own + more
        order = [at for at in range(len(columns)) if at != dropped]
        if chance.random() < 0.7:
            chance.shuffle(order)
        share = chance.choice((1, 1, 0.85, 0.5))
        most = chance.choice((3, 3, 4, 6))
        lower = chance.random() < 0.3
        shown = []
        for at in order:
            header, values = columns[at]
            shown.append((header.lower() if lower else header, [value for value in chance.sample(values, len(values)) if chance.random() < share][:most]))
        asked = []
        for question in table['questions']:
            made = with_drop(question, own, dropped)
            if made is None:
                continue
            if made is question:
                made = with_swaps(made, own, pools, chance)
            if more and made['query']['measure'] == 'none':
                continue
            made = with_asides(made, chance)
            asked.append((made['text'], reading_text(made, columns, order, shown)))
        text = chance.choice(foreign)
        codes = [value for _, values in own for value in values if CODE.fullmatch(value)]
        if codes and chance.random() < 0.7:
            text = CODE.sub(lambda _: chance.choice(codes), text) if CODE.search(text) else text
        asked.append((text, 'other'))
        chance.shuffle(asked)
        yield shown, asked


def with_drop(question, columns, dropped):
    """The question itself; as one that the table cannot answer where it speaks of the column that was dropped; None where that is not sure."""
    if dropped is None:
        return question
    query = question['query']
    speaks = any(kind in 'CV' and column == dropped for _, _, kind, column in question['marks'])
    uses = dropped in (query['column'], query['second'], query['by']) or any(one['column'] == dropped for one in query['where'] + query['whole'])
    if not speaks and not uses:
        return question
    if query['measure'] == 'none' or not speaks or not is_alone(question, columns, dropped):
        return None
    return lacking_at(question, dropped)


def measure(model, packs):
    """Share of readings of which each token is the likeliest one behind those before it."""
    whole, total = 0, 0
    with torch.no_grad():
        for pack in packs:
            right = scores(model, pack).argmax(-1) == pack[4]
            for number in pack[5].unique():
                total, whole = total + 1, whole + bool(right[pack[5] == number].all())
    return f'{whole / total:.3f} of {total}'


def main():
    options = argparse.ArgumentParser()
    options.add_argument('model')
    options.add_argument('out')
    options.add_argument('--start', help='what an earlier run wrote, or an adapter that was made of it')
    options.add_argument('--epochs', type=int, default=1)
    options.add_argument('--rate', type=float, default=3e-4)
    options.add_argument('--rank', type=int, default=16)
    options.add_argument('--first', type=int, default=10, help='the first layer that is adapted')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--minutes', type=float, help='ends by then, whatever is left')
    options.add_argument('--most', type=int)
    a = options.parse_args()
    torch.manual_seed(a.seed)
    chance = random.Random(a.seed)
    tokenizer = AutoTokenizer.from_pretrained(a.model)
    model = AutoModelForCausalLM.from_pretrained(a.model, dtype=torch.bfloat16, attn_implementation='sdpa')
    learnt_parts = adapted(model, a.rank, a.first)
    parameters = [value for part in learnt_parts.values() for value in (part.a, part.b)]
    if a.start:
        for name, (one, other) in learnt_before(a.start).items():
            learnt_parts[name].a.data, learnt_parts[name].b.data = one, other
    all_tables, _ = tables.read(os.path.join(DATA, 'log-question-words', 'tables'))
    learnt = [table for table in all_tables if not tables.is_held(table['id'])]
    held = [table for table in all_tables if tables.is_held(table['id'])]
    foreign = foreign_questions()
    chance.shuffle(foreign)
    texts = Texts(tokenizer)
    plain = lambda table: (table['columns'], [(one['text'], reading_text(one, table['columns'], list(range(len(table['columns']))), table['columns'])) for one in table['questions']])
    looked = [packed(texts, *plain(table)) for table in held[:16]]
    pools = pools_of(learnt)
    optimiser = torch.optim.AdamW(parameters, lr=a.rate, weight_decay=0.01)
    os.makedirs(a.out, exist_ok=True)
    save = lambda: torch.save({name: (part.a.data, part.b.data) for name, part in learnt_parts.items()}, os.path.join(a.out, 'adapter.pt'))
    began, step, mean = time.time(), 0, None
    for epoch in range(a.epochs):
        chance.shuffle(learnt)
        queue = list(drawn(chance, learnt[: a.most], foreign, pools))
        for number, (columns, asked) in enumerate(queue):
            spent = (time.time() - began) / 60
            done = (epoch * len(queue) + number) / (a.epochs * len(queue))
            if a.minutes:
                done = max(done, spent / a.minutes)
                if done >= 1:
                    break
            for one in optimiser.param_groups:
                one['lr'] = a.rate * min(1, (step + 1) / 20) * max(0.03, 1 - done)
            pack = packed(texts, columns, asked)
            if len(pack[3]) == 0:
                continue
            loss = F.cross_entropy(scores(model, pack), pack[4])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            step += 1
            mean = loss.item() if mean is None else 0.97 * mean + 0.03 * loss.item()
            if step % 10 == 0:
                print(step, f'of {len(queue)} loss {mean:.3f} {time.time() - began:.0f} s, {pack[0].shape[1]} tokens', flush=True)
            if step % 100 == 0:
                save()
        save()
        print(f'epoch {epoch + 1} whole {measure(model, looked)}', flush=True)


if __name__ == '__main__':
    main()
