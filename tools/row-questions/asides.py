"""What people say around a question over rows that changes nothing of it: before it and behind it."""
BEFORE = dict(
    en=[
        'please tell me ', 'could you tell me ', 'can you look up ', 'I would like to know ', 'quick question: ', 'according to this log, ',
        'over the whole log, ', 'in this list, ', 'going by the records, ', 'for the report: ', 'just checking, ', 'over the whole period, ',
        'from what we have here, ', 'hello, ', 'so ', 'remind me, ', 'for my shift report, ', 'looking at this table, ', 'the boss wants to know ',
    ],
    zh=[
        '请问', '帮我查一下', '麻烦看看', '想知道', '统计一下', '在这份台账里，', '按记录看，', '整个表里', '你好，', '查查', '这段时间里', '领导问',
        '写报告用，', '从记录来看', '麻烦算一下', '翻一下记录，', '这张表里', '请告诉我',
    ],
)
BEHIND = dict(
    en=[', please', ', thanks', ' in all', ' - any idea', ', would you', ' according to the log', ' in this table', ' as far as we know', ', going by the list'],
    zh=['，谢谢', '啊', '呢', '来着', '，麻烦了', '，按台账算', '，按这份表', '，急用', '呀', '，帮忙看下'],
)


def with_asides(question, chance):
    """The question with something before or behind it at times; its marks move along."""
    language = question['language']
    before = chance.choice(BEFORE[language]) if chance.random() < 0.3 else ''
    behind = chance.choice(BEHIND[language]) if chance.random() < 0.2 else ''
    text = question['text'].rstrip('?？')
    end = question['text'][len(text) :]
    marks = [(start + len(before), stop + len(before), kind, column) for start, stop, kind, column in question['marks']]
    return {**question, 'text': before + text + behind + end, 'marks': marks}
