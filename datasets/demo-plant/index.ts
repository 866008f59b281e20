export { generateBinder } from './generate-binder.ts';
export type { GeneratedPlant } from './generate-demo-plant.ts';
export { generateDemoPlant } from './generate-demo-plant.ts';
export type { GoldPlace, GoldQuestion } from './gold/gold-question.ts';
export { goldQuestionSchema } from './gold/gold-question.ts';
export { writePicturePdf } from './manual/write-picture-pdf.ts';
export type { Random } from './random.ts';
export { createRandom } from './random.ts';
