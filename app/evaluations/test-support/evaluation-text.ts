/** A report of one suite with two cases in both languages, as text; `isLater`: of a later run, in which one of them came out well. */
export function evaluationText(isLater: boolean): string {
  const share = { name: 'right', title: { zh: '答对', en: 'Right' }, statistic: 'mean', better: 'higher', unit: 'share', isGuarded: true };
  const one = (id: string, language: string, question: string, answer: string, isGood: boolean) => ({
    id,
    language,
    form: language === 'zh' ? 'value' : 'procedure',
    outcome: isGood ? 'right' : 'wrong',
    isGood,
    values: { right: Number(isGood) },
    shown: {
      question,
      answer,
      expected: isGood ? answer : '—',
      evidence: [{ source: 'manual.pdf', text: answer }],
      claims: [{ text: answer, verdict: isGood ? 'supported' : 'unsupported', reasons: [] }],
      notes: [],
    },
  });
  const cases = [
    one('gold-1', 'zh', 'P-9 密封的拧紧力矩是多少？', '41 N·m', true),
    one('gold-2', 'en', 'How is the seal of P-9 replaced?', 'Drain the casing.', isLater),
  ];
  const value = isLater ? 1 : 0.5;
  const measures = [
    { metric: 'right', by: 'all', group: '', cases: 2, value, low: isLater ? 0.6 : 0.1, high: isLater ? 1 : 0.9 },
    { metric: 'right', by: 'language', group: 'en', cases: 1, value: Number(isLater) },
    { metric: 'right', by: 'language', group: 'zh', cases: 1, value: 1 },
    { metric: 'right', by: 'form', group: 'procedure', cases: 1, value: Number(isLater) },
    { metric: 'right', by: 'form', group: 'value', cases: 1, value: 1 },
  ];
  const gold = {
    suite: 'gold',
    title: { zh: '金标问题', en: 'Gold questions' },
    corpus: 'c1',
    scoresAre: 'none',
    metrics: [share],
    measures,
    cases,
    problems: [],
  };
  const skipped = {
    suite: 'field',
    title: { zh: '现场问题', en: 'Field questions' },
    skipped: 'the public sets are not there',
    corpus: '',
    scoresAre: 'none',
    metrics: [],
    measures: [],
    cases: [],
    problems: [],
  };
  const at = isLater ? '2026-02-02T08:00:00.000Z' : '2026-02-01T08:00:00.000Z';
  return JSON.stringify({ format: 'faultline-run-1', version: '0.1.0', at, seed: 1, configuration: 'c', suites: [gold, skipped] });
}
