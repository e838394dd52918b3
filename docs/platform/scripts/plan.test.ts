import { describe, expect, it } from 'vitest';
import { capacityDays, MILESTONES, weeksUntil } from '../sizing/staffing';
import { tablesWithHead } from './markdown-tables';
import { readPages } from './pages';

const page = (file: string) => readPages().find((each) => each.file === file)!.text;
const backlog = page('backlog.md');

const stories = tablesWithHead(backlog, 'Story')
  .flat()
  .map(([id = '']) => id);
const taskTables = tablesWithHead(backlog, 'Task').map((rows) =>
  rows.map(([id = '', , story = '', days = '', after = '']) => ({
    id,
    story,
    days: Number(days),
    after: after === '–' ? [] : after.split(', '),
  })),
);
const tasks = taskTables.flat();

describe('the backlog', () => {
  it('has stories for all four departments', () => {
    for (const department of ['EN', 'DS', 'CS', 'SA']) {
      expect(stories.filter((id) => id.startsWith(`${department}-`)).length).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(stories).size).toBe(stories.length);
  });

  it('numbers its tasks in order', () => {
    expect(tasks.map(({ id }) => id)).toEqual(
      tasks.map((_, index) => `T${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('serves a known story with each task, and each story with a task', () => {
    expect(tasks.filter(({ story }) => !stories.includes(story))).toEqual([]);
    expect(stories.filter((id) => !tasks.some(({ story }) => story === id))).toEqual([]);
  });

  it('lets a task wait for earlier ones only', () => {
    const late = tasks.filter(({ id, after }) =>
      after.some((other) => !/^T\d\d$/.test(other) || other >= id),
    );
    expect(late).toEqual([]);
  });

  it('has a table of tasks for each milestone that its people can do, and that keeps them busy', () => {
    expect(taskTables).toHaveLength(MILESTONES.length);
    MILESTONES.forEach((milestone, index) => {
      const days = taskTables[index]!.reduce((total, task) => total + task.days, 0);
      expect(days).toBeLessThanOrEqual(capacityDays(milestone));
      expect(days).toBeGreaterThan(0.8 * capacityDays(milestone));
    });
  });

  it('plans every task of the first milestone into the first ten days, and no other', () => {
    const days = tablesWithHead(backlog, 'Day')[0]!;
    expect(days.map(([day]) => day)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    const named = new Set(days.flat().join(' ').match(/T\d\d/g));
    const planned = taskTables[0]!.map(({ id }) => id);
    expect([...named].sort()).toEqual(planned);
  });
});

describe('the entry', () => {
  it('ends each gate in the week of the staffing model', () => {
    const gates = tablesWithHead(page('README.md'), 'Gate')[0]!;
    expect(gates.map(([gate = '', after]) => [gate.slice(0, 2), after])).toEqual(
      MILESTONES.map((milestone) => [milestone.name, `${weeksUntil(milestone)} weeks`]),
    );
  });
});

describe('the responsibility matrix', () => {
  const matrix = tablesWithHead(page('people.md'), 'Part')[0]!;

  it('has exactly one accountable role per part', () => {
    const wrong = matrix.filter((cells) => cells.slice(1).filter((cell) => cell === 'A').length !== 1);
    expect(wrong).toEqual([]);
    expect(matrix.length).toBeGreaterThan(10);
  });

  it('knows no other letters', () => {
    expect(
      matrix.flatMap((cells) => cells.slice(1)).filter((cell) => !['', 'A', 'R', 'C', 'I'].includes(cell)),
    ).toEqual([]);
  });
});
