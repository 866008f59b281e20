import { expect, it } from 'vitest';
import { escapeControls } from './escape-controls.ts';

it('shows what a terminal would act on, and leaves text of any language alone', () => {
  expect(escapeControls('\u001b]0;owned\u0007a\u202egpj.txt\r\u009b2J')).toBe('\\u001b]0;owned\\u0007a\\u202egpj.txt\\u000d\\u009b2J');
  const plain = '规程 (第3版).pdf\tü é ✓ ‰\n → 48 N·m\n';
  expect(escapeControls(plain)).toBe(plain);
});
