"""
Writes a learnt model as ONNX:
    python write_onnx.py MODEL.pt model.onnx
"""
import sys

import numpy as np
import torch

from onnx_graph import Graph


def write(state, path):
    graph = Graph({name: value.float().numpy() for name, value in state.items()})
    node = graph.node
    x = graph.encoder()
    graph.hold('one', np.array([1], np.int64))
    graph.hold('first', np.array(0, np.int64))
    mean = node('ReduceMean', [x, 'one'], 'mean', keepdims=0)
    both = node('Concat', [node('Gather', [x, 'first'], 'cls', axis=1), mean], 'both', axis=1)
    pooled = node('Tanh', [graph.exact(both, 'pool', 'pooled')], 'h')
    outputs = [(graph.exact(pooled, 'answers', 'answers'), [1, 1]), (graph.exact(pooled, 'claims', 'claims'), [1, 3])]
    graph.save('reading', [('input_ids', 'S')], outputs, path)


if __name__ == '__main__':
    write(torch.load(sys.argv[1], map_location='cpu'), sys.argv[2])
