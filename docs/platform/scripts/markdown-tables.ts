/** The tables of a Markdown page whose head begins with the given cell, as rows of cells. */
export function tablesWithHead(page: string, firstCell: string): string[][][] {
  const tables: string[][][] = [];
  let rows: string[][] | null = null;
  let wanted = false;
  for (const line of page.split('\n')) {
    if (!line.startsWith('|')) {
      rows = null;
      continue;
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (rows === null) {
      rows = [];
      wanted = cells[0] === firstCell;
      if (wanted) tables.push(rows);
    } else if (wanted && !cells.every((cell) => /^:?-+:?$/.test(cell))) {
      rows.push(cells);
    }
  }
  return tables;
}
