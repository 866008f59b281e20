"""
Writes a learnt reader of questions over rows as ONNX, with what its numbers mean beside it:
    python write_onnx.py LEARNT/model.pt FOLDER
FOLDER gets model.onnx, tokenizer.json (that of the reading model) and reading.json.
"""
import json
import os
import shutil
import sys

import numpy as np
import torch

from learn import FLAGS, READING, chain
from prepare import ASKS, LABELS
from tables import GROUPS, OPERATORS

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'reading-model'))
from base_model import open_tokenizer  # noqa: E402
from onnx_graph import WIDTH, Graph  # noqa: E402


def write(state, folder):
    graph = Graph({name: value.float().numpy() for name, value in state.items()})
    hold, node = graph.hold, graph.node
    x = graph.encoder('encoder.')
    hold('row', np.array([-1, WIDTH], np.int64))
    hold('flat', np.array([-1], np.int64))
    rows = node('Reshape', [x, 'row'], 'rows')
    at = lambda name, source: node('Gather', [source, node('Reshape', [name, 'flat'], name + '_flat')], name + '_x')
    table = lambda name: at(name, hold(name + '_w', graph.state[name + '.weight']))
    ends = node('Concat', [at('first', rows), at('last', rows)], 'ends', axis=1)
    mixed = node('Add', [graph.exact(ends, 'mix', 'mixed'), table('inside')], 'm1')
    units = node('Gelu', [node('Add', [mixed, table('width')], 'm2')], 'units')
    of_columns, of_values = at('columns', rows), at('values', rows)
    hold('scale', np.array(WIDTH**-0.5, np.float32))

    def products(name, one, other):
        turned = node('Transpose', [other], name + '_t', perm=[1, 0])
        return node('Mul', [node('MatMul', [one, turned], name + '_p'), 'scale'], name + '_s')

    links = products('links', graph.exact(units, 'link', 'link_y'), graph.exact(of_columns, 'column', 'column_y'))
    meant = products('meant', graph.exact(units, 'mean', 'mean_y'), graph.exact(of_values, 'value', 'value_y'))
    meant = node('Concat', [graph.exact(units, 'none', 'none_y'), meant], 'meant_all', axis=1)
    hold('axes0', np.array([0], np.int64))
    begin = node('Gather', [rows, hold('zero_at', np.array([0], np.int64))], 'begin')
    mean = node('ReduceMean', [rows, 'axes0'], 'mean_rows', keepdims=1)
    pooled = node('Tanh', [graph.exact(node('Concat', [begin, mean], 'both', axis=1), 'pool', 'pool_y')], 'pooled')
    made = [
        (graph.exact(units, 'labels', 'labels_y'), ['Q', len(LABELS)]),
        (links, ['Q', 'C']),
        (meant, ['Q', 'V1']),
        (graph.exact(of_columns, 'flags', 'flags_y'), ['C', len(FLAGS)]),
        (graph.exact(of_columns, 'operator', 'operator_y'), ['C', len(OPERATORS)]),
        (graph.exact(pooled, 'asks', 'asks_y'), [1, len(ASKS)]),
        (graph.exact(pooled, 'groups', 'groups_y'), [1, len(GROUPS)]),
        (graph.exact(pooled, 'ranked', 'ranked_y'), [1, 1]),
    ]
    names = ['labels', 'links', 'meant', 'flags', 'operators', 'asks', 'groups', 'ranked']
    outputs = [(node('Identity', [one], name), shape) for name, (one, shape) in zip(names, made)]
    inputs = [('input_ids', 'S'), *((name, 'Q') for name in ('first', 'last', 'inside', 'width')), ('columns', 'C'), ('values', 'V')]
    graph.save('row-questions', inputs, outputs, os.path.join(folder, 'model.onnx'))
    tokenizer, _ = open_tokenizer(os.path.join(READING, 'tokenizer.json'))
    reading = dict(
        **chain.written(LABELS, graph.state['start'], graph.state['transitions']),
        asks=ASKS,
        groups=GROUPS,
        operators=OPERATORS,
        flags=FLAGS,
        bar=tokenizer.encode('|').ids[-1],
    )
    with open(os.path.join(folder, 'reading.json'), 'w', encoding='utf8') as file:
        json.dump(reading, file, separators=(',', ':'))


if __name__ == '__main__':
    learnt, folder = sys.argv[1], sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    shutil.copyfile(os.path.join(READING, 'tokenizer.json'), os.path.join(folder, 'tokenizer.json'))
    write(torch.load(learnt, map_location='cpu'), folder)
