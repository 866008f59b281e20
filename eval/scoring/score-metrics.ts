import type { MetricDefinition } from '../report/run-record.ts';

type Share = Omit<MetricDefinition, 'unit' | 'isGuarded'>;
/** What says something of the answers that were scored; whether it rises or falls is no matter of this product. */
const share = (metric: Share): MetricDefinition => ({ ...metric, unit: 'share', isGuarded: false });
/** What says something of the checks. */
const ofChecks = (metric: Share): MetricDefinition => ({ ...metric, unit: 'share', isGuarded: true });

/** What is said of every answer. */
export const ANSWER_METRICS: readonly MetricDefinition[] = [
  share({
    name: 'faithfulness',
    title: { zh: '忠实度（有依据的论断占比）', en: 'faithfulness (claims that a context holds)' },
    statistic: 'mean',
    better: 'higher',
  }),
  share({
    name: 'contradicted',
    title: { zh: '与来源矛盾的论断占比', en: 'claims that a context contradicts' },
    statistic: 'mean',
    better: 'lower',
  }),
  share({ name: 'unsupported', title: { zh: '无依据的论断占比', en: 'claims that no context holds' }, statistic: 'mean', better: 'lower' }),
  share({
    name: 'any-bad',
    title: { zh: '至少一条论断有问题的回答', en: 'answers with any bad claim' },
    statistic: 'mean',
    better: 'lower',
  }),
  share({
    name: 'omitted-warning',
    title: { zh: '遗漏来源警示的回答', en: 'answers that leave out a warning' },
    statistic: 'mean',
    better: 'lower',
  }),
  share({ name: 'citation-recall', title: { zh: '引用召回率', en: 'citation recall' }, statistic: 'mean', better: 'higher' }),
  share({ name: 'citation-precision', title: { zh: '引用精确率', en: 'citation precision' }, statistic: 'mean', better: 'higher' }),
];

/** What is said where there is a right answer to compare with. */
export const REFERENCE_METRICS: readonly MetricDefinition[] = [
  share({ name: 'context-precision', title: { zh: '上下文精确率', en: 'context precision' }, statistic: 'mean', better: 'higher' }),
  share({ name: 'context-recall', title: { zh: '上下文召回率', en: 'context recall' }, statistic: 'mean', better: 'higher' }),
  share({
    name: 'answer-coverage',
    title: { zh: '答案覆盖率（参考论断）', en: 'answer coverage (claims of the reference)' },
    statistic: 'mean',
    better: 'higher',
  }),
];

/** What is said of the checks themselves, where people labelled the answers or claims. */
export const DETECTOR_METRICS: readonly MetricDefinition[] = [
  ofChecks({
    name: 'balanced-accuracy',
    title: { zh: '平衡准确率', en: 'balanced accuracy' },
    statistic: 'balanced-accuracy',
    better: 'higher',
  }),
  ofChecks({ name: 'auroc', title: { zh: 'AUROC', en: 'AUROC' }, statistic: 'auroc', better: 'higher' }),
  ofChecks({
    name: 'calibration-error',
    title: { zh: '期望校准误差', en: 'expected calibration error' },
    statistic: 'calibration-error',
    better: 'lower',
  }),
  ofChecks({
    name: 'risk-coverage-area',
    title: { zh: '风险–覆盖曲线下面积', en: 'area under risk over coverage' },
    statistic: 'risk-coverage-area',
    better: 'lower',
  }),
  ofChecks({ name: 'flag-precision', title: { zh: '报警精确率', en: 'precision of flags' }, statistic: 'mean', better: 'higher' }),
  ofChecks({ name: 'flag-recall', title: { zh: '报警召回率', en: 'recall of flags' }, statistic: 'mean', better: 'higher' }),
  ofChecks({ name: 'false-alarm', title: { zh: '误报率', en: 'false alarms' }, statistic: 'mean', better: 'lower' }),
];
