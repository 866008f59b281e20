"""
Builds ONNX graphs of layers of multilingual-e5-small for one text at a time, weights as int8 with a scale each row. Only the file is
small: the weights are multiplied as floats, as sums in eight bits differ from one kind of processor to the next.
"""
import numpy as np
import onnx
from onnx import TensorProto as types
from onnx import helper, numpy_helper

WIDTH, HEADS, EPS, MICROSOFT = 384, 12, 1e-12, 'com.microsoft'


class Graph:
    """`state`: names of weights as numpy arrays."""

    def __init__(self, state):
        self.state, self.held, self.nodes = state, [], []

    def hold(self, name, values):
        self.held.append(numpy_helper.from_array(values, name))
        return name

    def node(self, kind, inputs, output, domain='', **settings):
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **settings))
        return output

    def linear(self, x, name, output):
        weights, bias = self.state[name + '.weight'], self.state[name + '.bias']
        scale = np.maximum(np.abs(weights).max(1), 1e-9) / 127
        self.hold(output + '_q', np.ascontiguousarray(np.round(weights / scale[:, None]).astype(np.int8).T))
        self.hold(output + '_s', scale.astype(np.float32))
        self.hold(output + '_z', np.zeros(len(scale), np.int8))
        self.hold(output + '_b', bias)
        held = self.node('DequantizeLinear', [output + '_q', output + '_s', output + '_z'], output + '_w', axis=1)
        return self.node('Add', [self.node('MatMul', [x, held], output + '_m'), output + '_b'], output)

    def exact(self, x, name, output):
        """A layer whose weights are kept as they are: of rows alone, as heads are."""
        self.hold(output + '_w', np.ascontiguousarray(self.state[name + '.weight'].T))
        self.hold(output + '_b', self.state[name + '.bias'])
        return self.node('Gemm', [x, output + '_w', output + '_b'], output)

    def encoder(self, prefix=''):
        """Hidden states [1, S, 384] of the last layer for `input_ids` [1, S]."""
        state, hold, node = self.state, self.hold, self.node
        layers = 1 + max(int(name[len(prefix) :].split('.')[1]) for name in state if name.startswith(prefix + 'layers.'))
        words = state[prefix + 'word.weight']
        scale = np.abs(words).max(1, keepdims=True) / 127
        hold('emb_q', np.round(words / np.maximum(scale, 1e-9)).astype(np.int8))
        hold('emb_s', scale.astype(np.float32))
        node('Cast', [node('Gather', ['emb_q', 'input_ids'], 'wq')], 'wf', to=types.FLOAT)
        node('Mul', ['wf', node('Gather', ['emb_s', 'input_ids'], 'ws')], 'we')
        hold('pos', state[prefix + 'pos.weight'])
        hold('zero', np.array([0], np.int64))
        node('Shape', ['input_ids'], 'length', start=1, end=2)
        node('Add', ['we', node('Slice', ['pos', 'zero', 'length', 'zero'], 'pe')], 'sum')
        hold('elnw', state[prefix + 'eln.weight'])
        hold('elnb', state[prefix + 'eln.bias'])
        x = node('LayerNormalization', ['sum', 'elnw', 'elnb'], 'x0', axis=-1, epsilon=EPS)
        for at in range(layers):
            own, out = f'{prefix}layers.{at}.', f'l{at}_'
            hold(out + 'split', np.array([WIDTH] * 3, np.int64))
            self.nodes.append(
                helper.make_node('Split', [self.linear(x, own + 'qkv', out + 'qkv'), out + 'split'], [out + 'Q', out + 'K', out + 'V'], axis=-1)
            )
            seen = node('MultiHeadAttention', [out + 'Q', out + 'K', out + 'V'], out + 'c', MICROSOFT, num_heads=HEADS)
            for name in ('aln', 'oln'):
                hold(out + name + 'w', state[own + name + '.weight'])
                hold(out + name + 'b', state[own + name + '.bias'])
            mixed = [self.linear(seen, own + 'ao', out + 'ao'), x, out + 'alnw', out + 'alnb']
            y = node('SkipLayerNormalization', mixed, out + 'y', MICROSOFT, epsilon=EPS)
            inner = node('Gelu', [self.linear(y, own + 'fi', out + 'f1')], out + 'g', MICROSOFT)
            parts = [self.linear(inner, own + 'fo', out + 'f2'), y, out + 'olnw', out + 'olnb']
            x = node('SkipLayerNormalization', parts, f'x{at + 1}', MICROSOFT, epsilon=EPS)
        return x

    def save(self, name, inputs, outputs, path):
        """`inputs`: names with their length's name, rows of int64; `outputs`: names with their shape."""
        graph = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info(one, types.INT64, [1, length]) for one, length in inputs],
            [helper.make_tensor_value_info(one, types.FLOAT, shape) for one, shape in outputs],
            self.held,
        )
        opsets = [helper.make_opsetid('', 21), helper.make_opsetid(MICROSOFT, 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=10), path)
