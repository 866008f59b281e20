import { expect, it } from 'vitest';
import { loadConfig } from '../config.ts';
import { checkTransport } from './check-transport.ts';

it.each([
  ['127.0.0.1', '', 'ok', /no network/, /不经过网络/],
  ['0.0.0.0', '', 'warn', /nobody can sign in/, /无人能/],
  ['192.168.7.20', '', 'warn', /192\.168\.7\.20/, /192\.168\.7\.20/],
  ['127.0.0.1', 'faultline.plant.example', 'ok', /no network/, /不经过网络/],
  ['0.0.0.0', 'faultline.plant.example', 'ok', /faultline\.plant\.example/, /faultline\.plant\.example/],
])('of a service at %s with the names "%s" it says whether the way to it is safe', (host, hosts, level, english, chinese) => {
  const line = checkTransport(loadConfig({ host, hosts }, {}));
  expect(line).toMatchObject({ name: 'transport', level });
  expect(line.detail).toMatch(english);
  expect(line.zh.detail).toMatch(chinese);
  expect(line.remedy === undefined).toBe(level === 'ok');
});
