import { fold, type NodeKind } from '../../kernel/index.ts';
import { ACTIVITIES } from './activities.ts';
import { ELECTRICAL_COMPONENTS } from './components-electrical.ts';
import { MECHANICAL_COMPONENTS } from './components-mechanical.ts';
import { type Concept, readVocabulary } from './concept.ts';
import { EQUIPMENT_CLASSES } from './equipment-classes.ts';
import { FAILURE_MODES } from './failure-modes.ts';
import { MECHANISMS } from './mechanisms.ts';
import { PARAMETERS } from './parameters.ts';
import { HAZARDS, PROTECTIVE_EQUIPMENT } from './safety.ts';
import { STATES, SYMPTOMS } from './states-and-symptoms.ts';
import { MATERIALS, TOOLS } from './tools-and-materials.ts';

/** Every concept, in the order in which a name that two lists share is given away: the first one keeps it. */
export const CONCEPTS: readonly Concept[] = [
  ...readVocabulary('failure-mode', 'FailureMode', FAILURE_MODES),
  ...readVocabulary('mechanism', 'Mechanism', MECHANISMS),
  ...readVocabulary('symptom', 'Symptom', SYMPTOMS),
  ...readVocabulary('activity', 'Activity', ACTIVITIES),
  ...readVocabulary('component', 'Component', MECHANICAL_COMPONENTS),
  ...readVocabulary('component', 'Component', ELECTRICAL_COMPONENTS),
  ...readVocabulary('equipment', 'EquipmentClass', EQUIPMENT_CLASSES),
  ...readVocabulary('parameter', 'Parameter', PARAMETERS),
  ...readVocabulary('hazard', 'Hazard', HAZARDS),
  ...readVocabulary('protection', 'Tool', PROTECTIVE_EQUIPMENT),
  ...readVocabulary('tool', 'Tool', TOOLS),
  ...readVocabulary('material', 'Material', MATERIALS),
  ...readVocabulary('state', 'State', STATES),
];

const BY_ID: ReadonlyMap<string, Concept> = new Map(CONCEPTS.map((concept) => [concept.id, concept]));

export function conceptById(id: string): Concept | undefined {
  return BY_ID.get(id);
}

/** Concepts of one kind, in the order of the vocabulary. */
export function conceptsOfKind(kind: NodeKind): readonly Concept[] {
  return CONCEPTS.filter((concept) => concept.kind === kind);
}

/** All names of a concept, Chinese first, preferred names first in each language. */
export function conceptNames(concept: Concept): readonly string[] {
  return [...concept.zh, ...concept.en];
}

/** Concepts of which a name holds a folded text, in the order of the vocabulary. */
export function conceptsNamed(folded: string): readonly Concept[] {
  return CONCEPTS.filter((concept) => conceptNames(concept).some((name) => fold(name).includes(folded)));
}
