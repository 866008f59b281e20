"""A linear-chain conditional random field (Lafferty and others, 2001) over labels `O`, `B-…` and `I-…`."""
import torch

FORBIDDEN = -1e4


def forbidden(labels):
    """What is added to steps (from, to) and starts that cannot be: inside an entity that has not begun."""
    steps = [[0.0 if not b.startswith('I-') or a[2:] == b[2:] else FORBIDDEN for b in labels] for a in labels]
    return steps, [0.0 if not b.startswith('I-') else FORBIDDEN for b in labels]


def losses(transitions, start, scores, labels):
    """Negative log likelihood of each row; places of which the label is below 0 are behind its end."""
    there, labels = labels >= 0, labels.clamp(min=0)
    ahead, own = start + scores[:, 0], (start + scores[:, 0]).gather(1, labels[:, :1])[:, 0]
    for at in range(1, scores.shape[1]):
        following = torch.logsumexp(ahead[:, :, None] + transitions[None], 1) + scores[:, at]
        here = there[:, at]
        ahead = torch.where(here[:, None], following, ahead)
        step = transitions[labels[:, at - 1], labels[:, at]] + scores[:, at].gather(1, labels[:, at : at + 1])[:, 0]
        own = own + torch.where(here, step, torch.zeros_like(step))
    return torch.logsumexp(ahead, 1) - own


def likeliest(transitions, start, scores):
    """The likeliest labels of one row together (Viterbi)."""
    ahead, back = start + scores[0], []
    for at in range(1, len(scores)):
        value, place = (ahead[:, None] + transitions).max(0)
        back.append(place)
        ahead = value + scores[at]
    path = [int(ahead.argmax())]
    for place in reversed(back):
        path.append(int(place[path[-1]]))
    return path[::-1]


def written(labels, start, transitions):
    """What a model's reader is given of the chain, plain numbers with what cannot be among them."""
    steps, starts = forbidden(labels)
    sums = lambda values, added: [round(float(one), 5) + more for one, more in zip(values, added)]
    return dict(labels=labels, start=sums(start, starts), transitions=[sums(row, added) for row, added in zip(transitions, steps)])
