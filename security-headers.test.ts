import { expect, test } from 'vitest';
import { headersFile, securityHeaders, staticWebAppConfig } from './security-headers';

function directives(mode: 'production' | 'development'): Map<string, string[]> {
  const policy = securityHeaders(mode)['Content-Security-Policy'] ?? '';
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

// After a change of the list, `npx vitest run security-headers -u` writes both files anew.
test('_headers is in step with the list', async () => {
  await expect(headersFile()).toMatchFileSnapshot('public/_headers');
});

test('staticwebapp.config.json is in step with the list', async () => {
  await expect(staticWebAppConfig()).toMatchFileSnapshot('public/staticwebapp.config.json');
});

test('the policy lets the page talk to its own origin only', () => {
  const policy = directives('production');
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('connect-src')).toEqual(["'self'"]);
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  const everySource = [...policy.values()].flat();
  expect(
    everySource.filter((source) => /\*|https?:|wss?:|'unsafe-inline'|'unsafe-eval'/.test(source)),
  ).toEqual([]);
});

test('development is looser in scripts and styles only', () => {
  const production = directives('production');
  const development = directives('development');
  const changed = [...production.keys()].filter(
    (name) => production.get(name)?.join() !== development.get(name)?.join(),
  );
  expect(changed).toEqual(['script-src', 'style-src']);
  expect([...development.keys()]).toEqual([...production.keys()]);
});
