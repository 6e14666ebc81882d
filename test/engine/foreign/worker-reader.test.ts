import { afterEach, expect, test, vi } from 'vitest';
import { WorkerReader } from '../../../src/engine/foreign/worker-reader.js';
import { WorkerCodec } from '../../../src/engine/parquet.js';
import { FakeWorker, useFakeWorkers } from '../../support/fake-worker.js';

afterEach(() => vi.unstubAllGlobals());

const file = { name: 'ventes.xlsx', blob: new Blob(['x']) };

test('when the worker dies the message names the file', async () => {
  useFakeWorkers({ sheet: () => new Promise(() => undefined) });
  const reading = new WorkerReader(new WorkerCodec()).sheet(file, null);
  await vi.waitUntil(() => FakeWorker.started.length > 0);
  FakeWorker.started[0]!.die('out of memory');
  await expect(reading).rejects.toMatchObject({
    code: 'file/out-of-memory',
    data: { file: 'ventes.xlsx', detail: 'out of memory' },
  });
});

test.each([
  ['RangeError: Array buffer allocation failed', 'file/out-of-memory'],
  ['Invalid string length', 'file/out-of-memory'],
  ['x is not a function', 'bug'],
])('what fails in the worker with “%s” is %s, of that file', async (detail, code) => {
  useFakeWorkers({ records: () => ({ ok: false, code: 'bug', data: {}, detail }) });
  const reading = new WorkerReader(new WorkerCodec()).records(file);
  await expect(reading).rejects.toMatchObject({ code, data: { file: 'ventes.xlsx' } });
});

test('an error of the worker stays as it is', async () => {
  const data = { file: 'ventes.zip / a.xlsx', kind: 'workbook' };
  useFakeWorkers({ sheet: () => ({ ok: false, code: 'file/not-a-table', data, detail: '' }) });
  const reading = new WorkerReader(new WorkerCodec()).sheet(file, null);
  await expect(reading).rejects.toMatchObject({ code: 'file/not-a-table', data });
});
