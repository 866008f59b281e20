import { z } from 'zod';
import {
  type Fact,
  type Key,
  type KeyId,
  NODE_KINDS,
  type NodeKind,
  PREDICATES,
  type Predicate,
  QUALIFIER_NAMES,
  type QualifierName,
  type Value,
} from '../kernel/index.ts';

/** What one predicate may join. `one`: a subject has at most one such fact at a time; `values`: literals it takes as object. */
export interface PredicateRule {
  readonly domain: readonly NodeKind[];
  readonly range: readonly NodeKind[];
  readonly values: readonly Value['kind'][];
  readonly cardinality: 'one' | 'many';
  /** How the predicate is read from its object. */
  readonly inverse: string;
  readonly qualifiers: readonly QualifierName[];
}

/** What a node kind is and where it stands in ISO 14224's equipment hierarchy (levels 1–5 place, 6–9 equipment), if there. */
export interface NodeRule {
  readonly zh: string;
  readonly en: string;
  readonly levels?: readonly number[];
}

const PLACES: readonly NodeKind[] = ['FunctionalLocation', 'Asset', 'EquipmentClass', 'Component'];
const THINGS: readonly NodeKind[] = [...PLACES, 'Part', 'Line', 'Loop', 'Tag', 'Document'];
const TROUBLES: readonly NodeKind[] = ['Symptom', 'FailureMode', 'Effect', 'AlarmCode', 'Cause', 'Mechanism', 'FailureEvent', 'State'];

export const SCHEMA: {
  readonly version: string;
  readonly nodes: Readonly<Record<NodeKind, NodeRule>>;
  readonly predicates: Readonly<Record<Predicate, PredicateRule>>;
} = {
  version: '1',
  nodes: {
    Asset: { zh: '资产', en: 'serialised item, which may move', levels: [6] },
    FunctionalLocation: { zh: '功能位置', en: 'place that a tag names and that stays', levels: [4, 5, 6] },
    EquipmentClass: { zh: '设备类别', en: 'kind of equipment', levels: [6] },
    Component: { zh: '部件', en: 'maintainable item, named by its path', levels: [7, 8] },
    Part: { zh: '零件', en: 'spare or part with an order number', levels: [9] },
    Material: { zh: '材料', en: 'substance or consumable' },
    Tag: { zh: '位号', en: 'instrument tag as drawn' },
    Loop: { zh: '回路', en: 'instrument loop' },
    Line: { zh: '管线', en: 'pipe line with a number' },
    FailureMode: { zh: '失效模式', en: 'how loss of function shows' },
    Mechanism: { zh: '失效机理', en: 'process that brings a failure about' },
    Cause: { zh: '原因', en: 'circumstance that a document gives as reason' },
    Effect: { zh: '影响', en: 'what a failure leads to' },
    Symptom: { zh: '现象', en: 'what is seen, heard or read' },
    AlarmCode: { zh: '报警代码', en: 'code that a controller shows' },
    Parameter: { zh: '参数', en: 'what is measured, set or specified' },
    Specification: { zh: '规格', en: 'required value' },
    Control: { zh: '控制措施', en: 'what prevents or detects a failure' },
    Activity: { zh: '活动', en: 'what maintenance does' },
    Procedure: { zh: '程序', en: 'ordered work' },
    Step: { zh: '步骤', en: 'one step of a procedure' },
    Tool: { zh: '工具', en: 'tool or protective equipment' },
    Hazard: { zh: '危险', en: 'what may harm' },
    IsolationPoint: { zh: '隔离点', en: 'where energy is cut off' },
    Qualification: { zh: '资质', en: 'what a person must be able to do' },
    WorkOrder: { zh: '工单', en: 'record of work, not the work itself' },
    FailureEvent: { zh: '故障事件', en: 'one failure that happened' },
    State: { zh: '状态', en: 'condition over a time' },
    Document: { zh: '文件', en: 'document as a subject' },
    Drawing: { zh: '图纸', en: 'drawing' },
    Standard: { zh: '标准', en: 'published standard' },
  },
  predicates: {
    PART_OF: rule(['Component', 'Part', 'FunctionalLocation', 'Asset'], PLACES, [], 'one', 'has part'),
    INSTALLED_AT: rule(['Asset', 'Part'], ['FunctionalLocation', 'Component'], [], 'one', 'holds', ['from', 'to']),
    OF_CLASS: rule(['FunctionalLocation', 'Asset', 'Component'], ['EquipmentClass', 'Component'], [], 'many', 'class of'),
    HAS_TAG: rule(['FunctionalLocation', 'Asset'], ['Tag'], [], 'many', 'tag of'),
    CONNECTS_TO: rule(['FunctionalLocation', 'Line', 'Tag'], ['FunctionalLocation', 'Line', 'Tag'], [], 'many', 'fed by', ['note']),
    HAS_MODE: rule([...PLACES, 'Part'], ['FailureMode'], [], 'many', 'mode of', ['component', 'note']),
    CAUSED_BY: rule(TROUBLES, TROUBLES, [], 'many', 'causes', ['component', 'condition']),
    BY_MECHANISM: rule(TROUBLES, ['Mechanism'], [], 'many', 'mechanism of', ['component']),
    HAS_EFFECT: rule(TROUBLES, ['Effect', 'Symptom', 'FailureMode'], [], 'many', 'effect of', ['component', 'severity']),
    INDICATED_BY: rule(TROUBLES, ['Symptom', 'AlarmCode', 'Parameter'], [], 'many', 'indicates', ['component', 'condition', 'severity']),
    DETECTED_BY: rule(TROUBLES, ['Control', 'Activity', 'Parameter'], [], 'many', 'detects', ['component']),
    MITIGATED_BY: rule([...TROUBLES, 'Hazard'], ['Activity', 'Control', 'Procedure'], [], 'many', 'mitigates', ['component']),
    REMEDIED_BY: rule(TROUBLES, ['Activity', 'Procedure'], [], 'many', 'remedies', ['component', 'condition', 'order']),
    HAS_STEP: rule(['Procedure'], ['Step'], [], 'many', 'step of', ['order']),
    REQUIRES: rule(['Procedure', 'Step', 'Activity'], ['Tool', 'Part', 'Material', 'Qualification'], [], 'many', 'needed for', [
      'quantity',
    ]),
    HAS_HAZARD: rule([...THINGS, 'Procedure', 'Step', 'Activity'], ['Hazard'], [], 'many', 'hazard of', ['severity']),
    ISOLATED_BY: rule(PLACES, ['IsolationPoint', 'FunctionalLocation'], [], 'many', 'isolates'),
    HAS_SPEC: rule(
      [...THINGS, 'AlarmCode', 'Procedure', 'Activity', 'Material'],
      [],
      ['quantity', 'number', 'text', 'identifier', 'date'],
      'many',
      'value of',
      ['parameter', 'condition', 'component', 'note'],
    ),
    HAS_PART: rule(THINGS, ['Part', 'Component'], [], 'many', 'part of', ['quantity', 'component', 'note']),
    RECORDS: rule(['WorkOrder'], ['FailureMode', 'Symptom', 'Mechanism', 'Activity', 'FailureEvent'], [], 'many', 'recorded by', [
      'component',
    ]),
    ON: rule(['WorkOrder', 'AlarmCode', 'FailureEvent', 'Procedure', 'Activity'], PLACES, [], 'many', 'subject of', ['from', 'to']),
    MEASURES: rule(['FunctionalLocation', 'Tag', 'Loop'], ['Parameter', ...PLACES, 'Line'], [], 'many', 'measured by'),
    CONTROLS: rule(['FunctionalLocation', 'Tag', 'Loop'], ['Parameter', ...PLACES, 'Line'], [], 'many', 'controlled by'),
    MEMBER_OF_LOOP: rule(['Tag', 'FunctionalLocation'], ['Loop'], [], 'one', 'has member'),
    DEPICTED_ON: rule([...THINGS], ['Drawing', 'Document'], [], 'many', 'depicts'),
    DESCRIBED_IN: rule([...NODE_KINDS], ['Document', 'Standard', 'Drawing'], [], 'many', 'describes'),
    SCHEDULED_EVERY: rule(['Activity', 'Procedure'], [], ['quantity', 'text'], 'many', 'interval of', ['component', 'condition', 'note']),
  },
};

const SCHEMA_SHAPE = z.strictObject({
  version: z.string().min(1),
  nodes: z.record(
    z.enum(NODE_KINDS),
    z.strictObject({ zh: z.string().min(1), en: z.string().min(1), levels: z.array(z.int().min(1).max(9)).optional() }),
  ),
  predicates: z.record(
    z.enum(PREDICATES),
    z
      .strictObject({
        domain: z.array(z.enum(NODE_KINDS)).min(1),
        range: z.array(z.enum(NODE_KINDS)),
        values: z.array(z.enum(['text', 'number', 'quantity', 'identifier', 'date', 'concept'])),
        cardinality: z.enum(['one', 'many']),
        inverse: z.string().min(1),
        qualifiers: z.array(z.enum(QUALIFIER_NAMES)),
      })
      .refine((entry) => entry.range.length + entry.values.length > 0, 'a predicate needs an object'),
  ),
});
SCHEMA_SHAPE.parse(SCHEMA);

/**
 * Why a fact may not stand in the graph, in words for the review queue, or undefined when it may. `keys` are the keys that the
 * same extraction yields.
 */
export function validate(fact: Fact, keys: ReadonlyMap<KeyId, Key>): string | undefined {
  const entry = SCHEMA.predicates[fact.predicate];
  const subject = keys.get(fact.subject);
  if (subject === undefined) return 'the subject is no key of this version';
  if (!entry.domain.includes(subject.type)) return `${fact.predicate} does not take a ${subject.type} as subject`;
  for (const qualifier of fact.qualifiers) {
    if (!entry.qualifiers.includes(qualifier.name)) return `${fact.predicate} does not take the qualifier ${qualifier.name}`;
    if (qualifier.value.kind === 'key' && !keys.has(qualifier.value.key)) return 'a qualifier is no key of this version';
  }
  if (fact.object.kind === 'value') {
    return entry.values.includes(fact.object.value.kind)
      ? undefined
      : `${fact.predicate} does not take a ${fact.object.value.kind} as object`;
  }
  const object = keys.get(fact.object.key);
  if (object === undefined) return 'the object is no key of this version';
  if (!entry.range.includes(object.type)) return `${fact.predicate} does not take a ${object.type} as object`;
  return object.id === subject.id ? `${fact.predicate} joins a thing to itself` : undefined;
}

function rule(
  domain: readonly NodeKind[],
  range: readonly NodeKind[],
  values: readonly Value['kind'][],
  cardinality: 'one' | 'many',
  inverse: string,
  qualifiers: readonly QualifierName[] = [],
): PredicateRule {
  return { domain, range, values, cardinality, inverse, qualifiers };
}
