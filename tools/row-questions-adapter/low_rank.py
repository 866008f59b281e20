"""An adapter of low rank in the upper layers of a language model, and several replies over one text as one sequence."""
import gguf
import torch
import torch.nn as nn
import torch.nn.functional as F

from written import TASK, question_text, table_text

LONGEST = 1500
# What the learnt is multiplied with.
SCALE = 2.0


class Adapted(nn.Module):
    """A linear map with a learnt one of low rank added (Hu et al. 2021, LoRA)."""

    def __init__(self, own, rank, scale):
        super().__init__()
        self.own, self.scale = own, scale
        self.a = nn.Parameter(torch.randn(rank, own.in_features) * own.in_features**-0.5)
        self.b = nn.Parameter(torch.zeros(own.out_features, rank))

    def forward(self, x):
        return self.own(x) + F.linear(F.linear(x, self.a.to(x.dtype)), (self.b * self.scale).to(x.dtype))


def adapted(model, rank, first):
    """@return the parts that are learnt, by the names that GGUF has for them."""
    for value in model.parameters():
        value.requires_grad_(False)
    names = dict(q_proj='attn_q', k_proj='attn_k', v_proj='attn_v', o_proj='attn_output', gate_proj='ffn_gate', up_proj='ffn_up', down_proj='ffn_down')
    out = {}
    for at, layer in enumerate(model.model.layers):
        if at < first:
            continue
        for part in (layer.self_attn, layer.mlp):
            for name, own in list(part.named_children()):
                if name in names:
                    made = Adapted(own, rank, SCALE)
                    setattr(part, name, made)
                    out[f'blk.{at}.{names[name]}.weight'] = made
    return out


def learnt_before(path):
    """Parts by their names, of a file of torch or of GGUF."""
    if not path.endswith('.gguf'):
        return torch.load(path)
    tensors = {one.name: torch.from_numpy(one.data.astype('float32')) for one in gguf.GGUFReader(path).tensors}
    return {name[: -len('.lora_a')]: (value, tensors[f'{name[: -len("a")]}b']) for name, value in tensors.items() if name.endswith('.lora_a')}


class Texts:
    """Tokens as a ChatML endpoint puts them together."""

    def __init__(self, tokenizer):
        ids = lambda text: tokenizer(text, add_special_tokens=False).input_ids
        self.plain = ids
        self.head = ids('<|im_start|>system\n') + ids(TASK) + ids('<|im_end|>\n') + ids('<|im_start|>user\n')
        self.middle = ids('<|im_end|>\n') + ids('<|im_start|>assistant\n')
        self.end = ids('<|im_end|>')


def packed(texts, columns, asked):
    """One sequence: the table, then each question with its reading, which sees the table and itself."""
    ids = texts.head + texts.plain(table_text(columns))
    shared = len(ids)
    position, owner, wanted, group = list(range(shared)), [-1] * shared, [], []
    for number, (question, reading) in enumerate(asked):
        before = texts.plain(question_text(question)) + texts.middle
        after = texts.plain(reading) + texts.end
        if len(ids) + len(before) + len(after) > LONGEST:
            break
        start = len(ids) + len(before)
        # A place tells the token behind it.
        wanted += [(start + at - 1, token) for at, token in enumerate(after)]
        group += [number] * len(after)
        position += range(shared, shared + len(before) + len(after))
        owner += [number] * (len(before) + len(after))
        ids += before + after
    owner = torch.tensor(owner)
    length = len(ids)
    seen = torch.ones(length, length).tril().bool() & ((owner[None, :] == -1) | (owner[None, :] == owner[:, None]))
    mask = torch.zeros(1, 1, length, length, dtype=torch.bfloat16).masked_fill(~seen, torch.finfo(torch.bfloat16).min)
    return torch.tensor([ids]), torch.tensor([position]), mask, torch.tensor([at for at, _ in wanted]), torch.tensor([token for _, token in wanted]), torch.tensor(group)


def scores(model, pack):
    ids, position, mask, places, _, _ = pack
    hidden = model.model(input_ids=ids, position_ids=position, attention_mask=mask, use_cache=False).last_hidden_state[0]
    return model.lm_head(hidden[places]).float()
