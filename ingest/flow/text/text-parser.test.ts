import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { textParser } from './text-parser.ts';

const outline = async (text: string) => {
  const { passages } = await readWhole(textParser, await temporaryFile('note.txt', text));
  return passages.map(({ kind, text: words, marker }) => [kind, words, ...(marker ? [marker] : [])]);
};

describe('textParser', () => {
  it('reads headings by underline, number and chapter, zh and en', async () => {
    expect(await outline('Pump manual\n===========\n\n2.1 Start-up\n\nOpen the valve.\n\n第三章 维护\n\n每月检查。\n')).toEqual([
      ['heading', 'Pump manual'],
      ['heading', '2.1 Start-up'],
      ['paragraph', 'Open the valve.'],
      ['heading', '第三章 维护'],
      ['paragraph', '每月检查。'],
    ]);
  });

  it('takes numbers off steps and keeps them as markers, with the offset of the words', async () => {
    const { passages } = await readWhole(textParser, await temporaryFile('note.txt', '1. Close the valve\n2. Lock it\n步骤3：挂牌\n'));
    expect(passages.map(({ marker, text }) => [marker, text])).toEqual([
      ['1', 'Close the valve'],
      ['2', 'Lock it'],
      ['3', '挂牌'],
    ]);
    expect(passages[0]?.anchors).toEqual([{ kind: 'block', path: 'section/0/step/1', start: 3, end: 18 }]);
  });

  it('joins wrapped lines, in Chinese without a space, and parts what its writer parted', async () => {
    const english = 'The seal must be replaced whenever the leakage is above\nthe limit that the table below states for this pump.\n';
    expect(await outline(english)).toEqual([['paragraph', english.trim().replace('\n', ' ')]]);
    expect(await outline('机械密封的泄漏量超过下表规定的数值时操作人员必须立即停机\n更换密封并记录。\n')).toEqual([
      ['paragraph', '机械密封的泄漏量超过下表规定的数值时操作人员必须立即停机更换密封并记录。'],
    ]);
    expect(await outline('leak,Leaking\nnoisy,Noise\n')).toHaveLength(2);
  });

  it('gives the list below a lone signal word to the warning', async () => {
    expect(await outline('警告：\n1. 断电\n2. 挂牌\n\n开机。\n')).toEqual([
      ['warning', '警告：'],
      ['warning', '断电', '1'],
      ['warning', '挂牌', '2'],
      ['paragraph', '开机。'],
    ]);
  });
});
