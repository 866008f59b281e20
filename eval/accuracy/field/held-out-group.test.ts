import { expect, it } from 'vitest';
import { heldOutGroup } from './held-out-group.ts';

it('holds out questions of one public set together, and of one writer where no document answers', () => {
  const at = (file: string) => ({ file, marks: ['m'] });
  expect(heldOutGroup({ id: 'a1', places: [at('neuron-docs/x/y.md'), at('esp-faq/z.rst')] })).toBe('neuron-docs');
  expect(heldOutGroup({ id: 'b2', places: [at('neuron-docs/z.md')] })).toBe('neuron-docs');
  expect(heldOutGroup({ id: 'b3', places: [] })).toBe('writer b');
});
