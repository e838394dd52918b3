import { expect, test } from 'vitest';
import { planProjection } from './projection';

const plain = [['client_id'], ['date'], ['energy_consumption', 'list', 'element'], ['note']];

test('asks for full leaf paths, in file order', () => {
  expect(planProjection(plain, ['energy_consumption', 'client_id'])).toEqual({
    paths: ['client_id', 'energy_consumption.list.element'],
    exact: true,
  });
});

test('takes all leaves of a struct', () => {
  expect(planProjection([['s', 'x'], ['s', 'y'], ['t']], ['s'])).toEqual({
    paths: ['s.x', 's.y'],
    exact: true,
  });
});

test('knows when the library will bring a column along', () => {
  expect(planProjection([['date'], ['date.local']], ['date']).exact).toBe(false);
  expect(planProjection([['date'], ['date.local']], ['date', 'date.local']).exact).toBe(true);
  expect(planProjection([['date'], ['date_local']], ['date']).exact).toBe(true);
});

test('reads everything where asking would crash the library', () => {
  expect(planProjection([['é'], ['éa'], ['z']], ['é'])).toEqual({ paths: null, exact: false });
  expect(planProjection([['é'], ['éa'], ['z']], ['éa'])).toEqual({ paths: ['éa'], exact: true });
  expect(planProjection([['ė', 'list', 'element'], ['ėx']], ['ė'])).toEqual({
    paths: ['ė.list.element'],
    exact: true,
  });
});
