import { expect, test } from 'vitest';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { loadAnalysis } from '../../src/analyses/registry.js';
import { duckdbDialect } from '../../src/engine/dialect.js';
import { planJobs } from '../../src/notebook/plan.js';
import { cell, notebookOf } from './fixtures.js';

test('a cell whose columns went missing names all of them', async () => {
  const { needs } = await loadAnalysis('rfm');
  expect(needs.length).toBeGreaterThan(1);
  const [first, ...rest] = needs;
  const missing = async (present: readonly (typeof needs)[number][]): Promise<unknown> => {
    const warehouse = {
      ...emptyWarehouse,
      fields: present.map((name) => ({ name, type: 'text' as const, canonical: name })),
    };
    const [job] = await planJobs({
      notebook: notebookOf([cell('rfm', { kind: 'rfm' })]),
      warehouse,
      dialect: duckdbDialect,
      loadAnalysis: () => loadAnalysis('rfm'),
      appVersion: '',
    });
    return job && !job.work.canRun ? [job.work.error.code, job.work.error.data] : 'can run';
  };
  expect(await missing([])).toEqual(['analysis/missing-column', { column: needs.join(', ') }]);
  expect(await missing([first!])).toEqual(['analysis/missing-column', { column: rest.join(', ') }]);
  expect(await missing(needs)).toBe('can run');
});
