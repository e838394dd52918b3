import type { Range } from './cost';
import { PRICES } from './prices';

/** A role, and what share of a full-time person it takes while we build and afterwards. */
export interface Role {
  role: string;
  building: number;
  running: number;
  does: string;
}

export const ROLES: readonly Role[] = [
  {
    role: 'Lead data engineer',
    building: 1,
    running: 0.6,
    does: 'Design, energy domain, contracts; accountable for silver',
  },
  { role: 'Data engineer', building: 1, running: 0.5, does: 'Sources, gold, quality' },
  {
    role: 'Platform engineer',
    building: 0.5,
    running: 0.2,
    does: 'Azure, pipelines as code, access, cost alarms',
  },
  { role: 'Data scientist', building: 0.5, running: 0.2, does: 'Features, backtests, insight quality' },
  {
    role: 'Product owner',
    building: 0.3,
    running: 0.2,
    does: 'Order of stories, gates, the four departments',
  },
];

/** A stage of the plan. `weeks` counts from the end of the one before. */
export interface Milestone {
  name: 'M0' | 'M1' | 'M2' | 'M3' | 'M4';
  title: string;
  weeks: number;
}

export const MILESTONES: readonly Milestone[] = [
  { name: 'M0', title: 'Walking skeleton', weeks: 2 },
  { name: 'M1', title: 'Energy, one client, every night', weeks: 6 },
  { name: 'M2', title: 'All five sources, four departments served', weeks: 8 },
  { name: 'M3', title: 'Insights captured and judged', weeks: 6 },
  { name: 'M4', title: 'All clients, hardened', weeks: 4 },
];

/** Share of working time that goes into planned tasks; the rest is reviews, meetings, incidents, holidays. */
export const FOCUS = 0.65;
const WEEKS_PER_MONTH = 52 / 12;
const DAYS_PER_WEEK = 5;

/** Full-time people, while building or while running. */
export function people(phase: 'building' | 'running'): number {
  return ROLES.reduce((total, role) => total + role[phase], 0);
}

/** Task-days that engineers and scientists have in a milestone; the product owner builds nothing. */
export function capacityDays(milestone: Milestone): number {
  const hands = ROLES.filter(({ role }) => role !== 'Product owner').reduce(
    (total, role) => total + role.building,
    0,
  );
  return milestone.weeks * DAYS_PER_WEEK * hands * FOCUS;
}

/** Euro spent on people up to the end of a milestone. */
export function spentBy(milestone: Milestone): Range {
  const weeks = weeksUntil(milestone);
  const months = (weeks / WEEKS_PER_MONTH) * people('building');
  return { low: months * PRICES.personMonth.low, high: months * PRICES.personMonth.high };
}

/** The week in which a milestone ends, from the start. */
export function weeksUntil(milestone: Milestone): number {
  const index = MILESTONES.findIndex(({ name }) => name === milestone.name);
  return MILESTONES.slice(0, index + 1).reduce((total, { weeks }) => total + weeks, 0);
}

/** Euro a month for the people who keep the platform running. */
export function runningPeople(): Range {
  return {
    low: people('running') * PRICES.personMonth.low,
    high: people('running') * PRICES.personMonth.high,
  };
}
