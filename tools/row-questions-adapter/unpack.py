"""Writes the weights of a GGUF file of Qwen2 as transformers reads them, in bf16: python unpack.py MODEL.gguf FOLDER"""
import os
import sys

import gguf
import numpy as np
import torch
from safetensors.torch import save_file
from transformers import AutoConfig, AutoTokenizer

NAMES = dict(
    attn_q='self_attn.q_proj', attn_k='self_attn.k_proj', attn_v='self_attn.v_proj', attn_output='self_attn.o_proj',
    ffn_gate='mlp.gate_proj', ffn_up='mlp.up_proj', ffn_down='mlp.down_proj', attn_norm='input_layernorm', ffn_norm='post_attention_layernorm',
)
OTHERS = {'token_embd.weight': 'model.embed_tokens.weight', 'output_norm.weight': 'model.norm.weight', 'output.weight': 'lm_head.weight'}


def name_of(tensor):
    if tensor in OTHERS:
        return OTHERS[tensor]
    _, layer, part, kind = tensor.split('.')
    return f'model.layers.{layer}.{NAMES[part]}.{kind}'


source, target = sys.argv[1:3]
folder, file = os.path.split(os.path.abspath(source))
weights = {
    name_of(tensor.name): torch.from_numpy(np.array(gguf.dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)).to(torch.bfloat16)
    for tensor in gguf.GGUFReader(source).tensors
}
os.makedirs(target, exist_ok=True)
save_file(weights, os.path.join(target, 'model.safetensors'), metadata=dict(format='pt'))
config = AutoConfig.from_pretrained(folder, gguf_file=file)
if hasattr(config, 'quantization_config'):
    del config.quantization_config
config.tie_word_embeddings = 'lm_head.weight' not in weights
config.save_pretrained(target)
AutoTokenizer.from_pretrained(folder, gguf_file=file).save_pretrained(target)
