import { Hono } from 'hono';
import { except } from 'hono/combine';
import { expect, it } from 'vitest';
import { takeTurns } from './take-turns.ts';

it('begins requests that come together in order and a few in each turn, and what is excepted before them', async () => {
  let turn = 0;
  const begun: { readonly path: string; readonly turn: number }[] = [];
  const http = new Hono();
  http.use(except('/livez', takeTurns()));
  http.get('*', ({ req, text }) => {
    begun.push({ path: req.path, turn });
    return text('');
  });
  const count = () => {
    turn += 1;
    if (begun.length < 101) setImmediate(count);
  };
  setImmediate(count);
  const asked = Array.from({ length: 100 }, (_, at) => http.request(`/${at}`));
  await Promise.all([...asked, http.request('/livez')]);
  expect(begun[0]?.path).toBe('/livez');
  expect(begun.slice(1).map(({ path }) => path)).toEqual(asked.map((_, at) => `/${at}`));
  const most = Math.max(...Array.from({ length: turn + 1 }, (_, at) => begun.filter((one) => one.turn === at).length));
  expect(most).toBeLessThan(10);
});
