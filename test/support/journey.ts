import type { Page } from 'playwright-core';
import type { NamedTable, Value } from '../../src/core/tables.js';
import { cellsSettled } from './page.js';

/** One click from the first screen to the sample shop's notebook, all cells at rest. */
export async function openSample(page: Page): Promise<void> {
  await page.locator('[data-role="sample"]').click();
  await cellsSettled(page);
}

/** The tables of a cell's result through the scripting contract. */
export async function resultTables(page: Page, name: string): Promise<Record<string, NamedTable>> {
  const answer = await page.evaluate((cell) => window.clientele.result(cell), name);
  if (answer.status !== 'ready') throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.error)}`);
  return Object.fromEntries(answer.tables.map((table) => [table.name, table]));
}

/** A two-column table (`metric`, `value`) as an object. */
export function metrics(table: NamedTable | undefined): Record<string, Value> {
  if (!table) throw new Error('no such table');
  return Object.fromEntries(table.rows.map((row) => [String(row[0]), row[1] ?? null]));
}

/** The rows of a table as objects. */
export function records(table: NamedTable | undefined): Record<string, Value>[] {
  if (!table) throw new Error('no such table');
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.name, row[index] ?? null])),
  );
}

/** How many sources the browser has stored whole. */
export async function storedSources(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    let count = 0;
    try {
      const data = await root.getDirectoryHandle('data');
      for await (const entry of data.values()) {
        if (entry.kind !== 'directory') continue;
        const found = await (entry as FileSystemDirectoryHandle)
          .getFileHandle('manifest.json')
          .catch(() => null);
        if (found) count += 1;
      }
    } catch {
      return 0;
    }
    return count;
  });
}
