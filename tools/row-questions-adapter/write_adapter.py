"""Writes what teach.py learnt as an adapter that llama.cpp takes: python write_adapter.py OUT/adapter.pt ADAPTER.gguf"""
import sys

import gguf
import numpy as np
import torch

from low_rank import SCALE

source, target = sys.argv[1:3]
parts = torch.load(source)
rank = next(iter(parts.values()))[0].shape[0]
writer = gguf.GGUFWriter(target, 'qwen2')
writer.add_string('general.type', 'adapter')
writer.add_string('adapter.type', 'lora')
writer.add_float32('adapter.lora.alpha', float(SCALE * rank))
for name, (one, other) in parts.items():
    writer.add_tensor(f'{name}.lora_a', one.detach().numpy().astype(np.float16))
    writer.add_tensor(f'{name}.lora_b', other.detach().numpy().astype(np.float16))
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
