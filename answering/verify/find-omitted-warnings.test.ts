import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { verifyClaims } from './verify-claims.ts';

const omitted = (claims: readonly string[], text: string) =>
  verifyClaims({ claims: claims.map((one) => ({ text: one })), sources: [{ id: 'procedure', text }] }, siteGrammar([])).omittedWarnings.map(
    (warning) => warning.text,
  );

const EN = 'WARNING: Hot water under pressure. Relieve the pressure first.\n1. Close valve HV-101.\n2. Open the drain valve.';
const ZH = '危险：内有承压热水，先泄压。\n1. 关闭阀门 HV-101。\n2. 打开排放阀。';

describe('a warning of a procedure', () => {
  it.each([
    ['in English', ['Close valve HV-101.', 'Open the drain valve.'], EN, 'WARNING: Hot water under pressure.'],
    ['in Chinese', ['关闭阀门 HV-101。', '打开排放阀。'], ZH, '危险：内有承压热水，先泄压。'],
    [
      'whose signal word stands alone',
      ['Close valve HV-101.'],
      'WARNING\nDo not touch the hot casing.\nClose valve HV-101.',
      'WARNING\nDo not touch the hot casing.',
    ],
  ])('is told when the answer leaves it out, %s', (_, claims, source, warning) => {
    expect(omitted(claims, source)).toContain(warning);
  });

  it.each([
    ['says it', ['Close valve HV-101.', 'Hot water is under pressure. Relieve the pressure first.'], EN],
    ['says it, in Chinese', ['关闭阀门 HV-101。', '内有承压热水，先泄压。'], ZH],
    ['does not lean on the procedure', ['The pump is blue.'], EN],
    ['leans on a text without warnings', ['Close valve HV-101.'], 'Close valve HV-101.'],
  ])('is not told when the answer %s', (_, claims, source) => {
    expect(omitted(claims, source)).toEqual([]);
  });
});
