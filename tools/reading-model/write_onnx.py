"""
Writes a learnt model as ONNX for one text at a time, weights as int8 with a scale each row:
    python write_onnx.py MODEL.pt model.onnx
"""
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto as types
from onnx import helper, numpy_helper

WIDTH, HEADS, EPS, MICROSOFT = 384, 12, 1e-12, 'com.microsoft'


def write(state, path):
    state = {name: value.float().numpy() for name, value in state.items()}
    layers = 1 + max(int(name.split('.')[1]) for name in state if name.startswith('layers.'))
    held, nodes = [], []

    def hold(name, values):
        held.append(numpy_helper.from_array(values, name))
        return name

    def node(kind, inputs, output, domain='', **settings):
        nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **settings))
        return output

    def linear(x, name, output):
        weights, bias = state[name + '.weight'], state[name + '.bias']
        scale = np.maximum(np.abs(weights).max(1), 1e-9) / 127
        hold(output + '_q', np.ascontiguousarray(np.round(weights / scale[:, None]).astype(np.int8).T))
        hold(output + '_s', scale.astype(np.float32))
        hold(output + '_z', np.zeros(len(scale), np.int8))
        hold(output + '_b', bias)
        parts = [x, output + '_q', output + '_s', output + '_z']
        return node('Add', [node('DynamicQuantizeMatMul', parts, output + '_m', MICROSOFT), output + '_b'], output)

    def head(x, name, output):
        hold(output + '_w', np.ascontiguousarray(state[name + '.weight'].T))
        hold(output + '_b', state[name + '.bias'])
        return node('Gemm', [x, output + '_w', output + '_b'], output)

    words = state['word.weight']
    scale = np.abs(words).max(1, keepdims=True) / 127
    hold('emb_q', np.round(words / np.maximum(scale, 1e-9)).astype(np.int8))
    hold('emb_s', scale.astype(np.float32))
    node('Cast', [node('Gather', ['emb_q', 'input_ids'], 'wq')], 'wf', to=types.FLOAT)
    node('Mul', ['wf', node('Gather', ['emb_s', 'input_ids'], 'ws')], 'we')
    hold('pos', state['pos.weight'])
    hold('zero', np.array([0], np.int64))
    node('Shape', ['input_ids'], 'length', start=1, end=2)
    node('Add', ['we', node('Slice', ['pos', 'zero', 'length', 'zero'], 'pe')], 'sum')
    hold('elnw', state['eln.weight'])
    hold('elnb', state['eln.bias'])
    x = node('LayerNormalization', ['sum', 'elnw', 'elnb'], 'x0', axis=-1, epsilon=EPS)
    for at in range(layers):
        own, out = f'layers.{at}.', f'l{at}_'
        hold(out + 'split', np.array([WIDTH] * 3, np.int64))
        nodes.append(
            helper.make_node('Split', [linear(x, own + 'qkv', out + 'qkv'), out + 'split'], [out + 'Q', out + 'K', out + 'V'], axis=-1)
        )
        seen = node('MultiHeadAttention', [out + 'Q', out + 'K', out + 'V'], out + 'c', MICROSOFT, num_heads=HEADS)
        for name in ('aln', 'oln'):
            hold(out + name + 'w', state[own + name + '.weight'])
            hold(out + name + 'b', state[own + name + '.bias'])
        mixed = [linear(seen, own + 'ao', out + 'ao'), x, out + 'alnw', out + 'alnb']
        y = node('SkipLayerNormalization', mixed, out + 'y', MICROSOFT, epsilon=EPS)
        inner = node('Gelu', [linear(y, own + 'fi', out + 'f1')], out + 'g', MICROSOFT)
        parts = [linear(inner, own + 'fo', out + 'f2'), y, out + 'olnw', out + 'olnb']
        x = node('SkipLayerNormalization', parts, f'x{at + 1}', MICROSOFT, epsilon=EPS)
    hold('one', np.array([1], np.int64))
    hold('first', np.array(0, np.int64))
    mean = node('ReduceMean', [x, 'one'], 'mean', keepdims=0)
    pooled = node('Tanh', [head(node('Concat', [node('Gather', [x, 'first'], 'cls', axis=1), mean], 'both', axis=1), 'pool', 'pooled')], 'h')
    outputs = [(head(pooled, 'answers', 'answers'), [1, 1]), (head(pooled, 'claims', 'claims'), [1, 3])]
    graph = helper.make_graph(
        nodes,
        'reading',
        [helper.make_tensor_value_info('input_ids', types.INT64, [1, 'S'])],
        [helper.make_tensor_value_info(name, types.FLOAT, shape) for name, shape in outputs],
        held,
    )
    opsets = [helper.make_opsetid('', 21), helper.make_opsetid(MICROSOFT, 1)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=10), path)


if __name__ == '__main__':
    write(torch.load(sys.argv[1], map_location='cpu'), sys.argv[2])
