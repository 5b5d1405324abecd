/** Settings that would leave a site open, or without a way in, are refused with words. */
import { describe, expect, it } from 'vitest';
import { assertSomebodyCanSignIn, readConfig } from './config.ts';

const read = (env: NodeJS.ProcessEnv) => readConfig('/srv', env);

describe('a site', () => {
  it.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://[::1]:3000', true],
    ['https://hanoi.example', false],
    ['http://192.168.1.5:3000', false],
    ['http://localhost.example', false],
    ['http://127.0.0.1.example', false],
  ])('at %s is on this machine: %s', (origin, isLocal) => {
    expect(read({ PUBLIC_ORIGIN: origin }).isLocal).toBe(isLocal);
  });

  it.each([
    ['http://localhost:3000', {}, true],
    ['https://hanoi.example', {}, false],
    ['https://hanoi.example', { OIDC_ISSUER: 'https://id.example' }, false],
    ['https://hanoi.example', { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'hanoi' }, true],
    ['https://hanoi.example', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'no-reply@hanoi.example' }, true],
    ['https://hanoi.example', { MAIL: 'folder' }, true],
  ])('at %s with %j lets somebody sign in: %s', (origin, env, can) => {
    const check = () => assertSomebodyCanSignIn(read({ PUBLIC_ORIGIN: origin, ...env }), env);
    if (can) expect(check).not.toThrow();
    else expect(check).toThrow('Set SMTP_URL and MAIL_FROM');
  });
});

it('a tile source that is not whole stops the start', () => {
  expect(() => read({ MAP_TILES: 'http://tiles.example.vn' })).toThrow('MAP_TILES is like https://');
  expect(() => read({ MAP_TILES: 'https://tiles.example.vn/{z}/{x}/{y}.png' })).toThrow('MAP_TILES_ATTRIBUTION');
});
