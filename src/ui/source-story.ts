import { shortText } from '../domain/number-text';
import type { ExportStory } from '../session/session-state';
import { foundText, isFound } from './shape-text';
import { isCertainty, conventionText } from './transition-text';

type Source = ExportStory['sources'][number];

/**
 * What an exported file says of one file that it was made from: what it was found to be, which
 * column was taken for what, and how its clock changes were read. Nothing that it lacks is made up.
 */
export function sourceStory(
  source: Source,
  convention: ExportStory['conventions'][number] | undefined,
): string[] {
  const lines: string[] = [];
  if (isFound(source)) {
    lines.push(`Found: ${foundText(source)}`);
    const columns = source.mapping ? columnsText(source.mapping.roles) : '';
    if (columns) lines.push(`Columns: ${columns}`);
  }
  if (convention?.name && convention.source_file === source.name) {
    const { name, certainty } = convention;
    const how = certainty && isCertainty(certainty) ? ` (${certainty})` : '';
    lines.push(`Clock changes: ${shortText(conventionText(name), 80)}${how}`);
  }
  return lines;
}

/** `time of a reading 2, readings 3`: by place, counted from 1, as a person counts columns. */
function columnsText(roles: Readonly<Record<string, number>>): string {
  return Object.entries(roles)
    .map(([role, position]) => `${role.replaceAll('_', ' ')} in column ${position + 1}`)
    .join(', ');
}
