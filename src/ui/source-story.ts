import { shortText } from '../domain/number-text';
import type { ColumnName } from '../readers/named-mapping';
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

/** `timestamp is “Zeit”, value is column 3`: by name, and by place, counted from 1, where names repeat. */
function columnsText(roles: Readonly<Partial<Record<string, ColumnName>>>): string {
  return Object.entries(roles)
    .map(([role, column]) => {
      const name = typeof column === 'number' ? `column ${column + 1}` : `“${shortText(String(column), 40)}”`;
      return `${role.replaceAll('_', ' ')} is ${name}`;
    })
    .join(', ');
}
