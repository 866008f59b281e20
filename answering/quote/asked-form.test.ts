import { expect, it } from 'vitest';
import { askedForm } from './asked-form.ts';

it.each([
  ['How many bolts hold the cover?', ['value']],
  ['用几颗螺栓？', ['value']],
  ['How do I change the filter?', ['steps']],
  ['滤芯怎么换？', ['steps']],
  ['May I start the pump dry?', ['yesOrNo']],
  ['泵能不能空转？', ['yesOrNo']],
  ['What are the causes of noise?', ['list']],
  ['噪音的原因有哪些？', ['list']],
  ['Name the lubricant.', []],
  ['润滑油的名称', []],
])('tells by the interrogative what an answer has to look like: %s', (text, forms) => {
  const form = askedForm({ text, dimensions: [] });
  expect(Object.entries(form).flatMap(([name, holds]) => (holds ? [name] : []))).toEqual(forms);
});
