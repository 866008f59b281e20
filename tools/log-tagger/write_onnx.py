"""
Writes a learnt tagger as ONNX with its chain beside it:
    python write_onnx.py LEARNT FOLDER
LEARNT is what learn.py wrote; FOLDER gets model.onnx, tokenizer.json and chain.json.
"""
import json
import os
import shutil
import sys

import numpy as np
import torch

import chain
import sentences

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'reading-model'))
from onnx_graph import WIDTH, Graph  # noqa: E402


def write(state, folder):
    graph = Graph({name: value.float().numpy() for name, value in state.items()})
    hold, node = graph.hold, graph.node
    x = graph.encoder('encoder.')
    hold('row', np.array([-1, WIDTH], np.int64))
    rows = node('Reshape', [x, 'row'], 'rows')

    def rows_at(name, source):
        hold(name + '_at', np.array([-1], np.int64))
        return node('Gather', [source, node('Reshape', [name, name + '_at'], name + '_flat')], name + '_x')

    def table(name):
        return rows_at(name, hold(name + '_w', graph.state[name + '.weight']))

    mixed = graph.exact(node('Concat', [rows_at('first', rows), rows_at('last', rows)], 'ends', axis=1), 'mix', 'mixed')
    y = node('Gelu', [node('Add', [node('Add', [mixed, table('inside')], 'm1'), table('width')], 'm2')], 'y')
    for name, pads in (('down', [1, 0, 0, 0]), ('up', [0, 0, 1, 0])):
        hold(name + '_pads', np.array(pads, np.int64))
    hold('start0', np.array([0], np.int64))
    hold('start1', np.array([1], np.int64))
    hold('end1', np.array([-1], np.int64))
    hold('endless', np.array([2**31], np.int64))
    hold('axis0', np.array([0], np.int64))
    before = node('Pad', [node('Slice', [y, 'start0', 'end1', 'axis0'], 'y_but_last'), 'down_pads'], 'before')
    behind = node('Pad', [node('Slice', [y, 'start1', 'endless', 'axis0'], 'y_but_first'), 'up_pads'], 'behind')
    around = node('Concat', [before, y, behind], 'around', axis=1)
    inner = node('Gelu', [graph.exact(around, 'beside', 'beside_y')], 'inner')
    scores = graph.exact(inner, 'out', 'scores')
    inputs = [('input_ids', 'S')] + [(name, 'Q') for name in ('first', 'last', 'inside', 'width')]
    graph.save('log-tagger', inputs, [(scores, ['Q', len(sentences.LABELS)])], os.path.join(folder, 'model.onnx'))
    with open(os.path.join(folder, 'chain.json'), 'w', encoding='utf8') as file:
        json.dump(chain.written(sentences.LABELS, graph.state['start'], graph.state['transitions']), file, separators=(',', ':'))


if __name__ == '__main__':
    learnt, folder = sys.argv[1], sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    shutil.copyfile(os.path.join(learnt, 'tokenizer.json'), os.path.join(folder, 'tokenizer.json'))
    write(torch.load(os.path.join(learnt, 'model.pt'), map_location='cpu'), folder)
