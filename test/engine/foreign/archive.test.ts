import { expect, test } from 'vitest';
import { Archive } from '../../../src/engine/foreign/archive.js';
import { gunzip } from '../../../src/engine/foreign/gunzip.js';
import { bytesOf, gzipOf, zipOf } from '../../support/foreign-files.js';

const name = 'export.zip';
const open = (blob: Blob) => Archive.open({ name, blob });
const tooMuch = { code: 'file/inflates-too-much', data: { file: name } };
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

test('files come out as they went in, under the paths of the archive', async () => {
  const archive = await open(await zipOf({ 'été/clients.csv': 'id;nom\n1;Zoë', '../../etc/passwd': 'x' }));
  expect(archive.paths).toEqual(['été/clients.csv', '../../etc/passwd']);
  const [member] = await archive.members(['été/clients.csv']);
  expect(await member?.blob.text()).toBe('id;nom\n1;Zoë');
});

test('an archive that declares more than a hundred times its size is refused before anything is inflated', async () => {
  await expect(open(await zipOf({ 'a.csv': zeros(12) }))).rejects.toMatchObject(tooMuch);
});

test('small files may be compressed as well as they like', async () => {
  const archive = await open(await zipOf({ 'a.csv': zeros(9) }));
  expect((await archive.blob('a.csv')).size).toBe(9 * 1024 * 1024);
});

test('sizes are added up over all files', async () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.csv`, zeros(1)]));
  await expect(open(await zipOf(files))).rejects.toMatchObject(tooMuch);
});

test('more than ten thousand files are refused', async () => {
  expect((await open(emptyEntries(10_000))).paths).toHaveLength(10_000);
  await expect(open(emptyEntries(10_001))).rejects.toMatchObject(tooMuch);
});

/** An archive of that many empty files, stored. */
function emptyEntries(count: number): Blob {
  const header = (signature: number, bytes: number, name: string, at: Record<number, number> = {}) => {
    const view = new DataView(new ArrayBuffer(bytes + name.length));
    view.setUint32(0, signature, true);
    for (const [offset, value] of Object.entries(at)) view.setUint32(Number(offset), value, true);
    new TextEncoder().encodeInto(name, new Uint8Array(view.buffer, bytes));
    return view;
  };
  const names = Array.from({ length: count }, (_, n) => String(100_000 + n));
  const local = names.map((path) => header(0x04034b50, 30, path, { 26: path.length }));
  const central = names.map((path, n) => header(0x02014b50, 46, path, { 28: path.length, 42: n * 36 }));
  const end = header(0x06054b50, 22, '', { 8: count * 0x10001, 12: count * 52, 16: count * 36 });
  return new Blob([...local, ...central, end]);
}

/** Writes another inflated size wherever the archive tells it. */
async function lying(blob: Blob, real: number, declared: number): Promise<Blob> {
  const bytes = await bytesOf(blob);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at += 1)
    if (view.getUint32(at, true) === real) view.setUint32(at, declared, true);
  return new Blob([bytes]);
}

test('an archive that lies about its size is caught while it is inflated', async () => {
  const real = 30 * 1024 * 1024 + 77;
  const archive = await open(await lying(await zipOf({ 'a.csv': new Uint8Array(real) }), real, 1000));
  await expect(archive.blob('a.csv')).rejects.toMatchObject({ data: { file: name } });
});

test('an encrypted archive says that it needs a password', async () => {
  const archive = await open(await zipOf({ 'a.csv': 'a,b\n1,2' }, { password: 'secret' }));
  await expect(archive.blob('a.csv')).rejects.toMatchObject({ code: 'file/protected', data: { file: name } });
});

test('an archive that is cut short or altered is damaged', async () => {
  const bytes = await bytesOf(await zipOf({ 'a.csv': 'a,b\n'.repeat(50) }));
  await expect(open(new Blob([bytes.subarray(0, 60)]))).rejects.toMatchObject({ code: 'file/damaged' });
  const altered = bytes.slice();
  altered[45] = altered[45]! ^ 0xff;
  const archive = await open(new Blob([altered]));
  await expect(archive.blob('a.csv')).rejects.toMatchObject({ code: 'file/damaged' });
});

test('gzip is inflated; a bomb, a cut and a cancelled one are not', async () => {
  const file = { name, blob: await gzipOf('a;b\n1;2\n') };
  expect(await (await gunzip(file)).text()).toBe('a;b\n1;2\n');
  await expect(gunzip({ name, blob: await gzipOf(zeros(12)) })).rejects.toMatchObject(tooMuch);
  const cut = file.blob.slice(0, file.blob.size - 4);
  await expect(gunzip({ name, blob: cut })).rejects.toMatchObject({
    code: 'file/damaged',
    data: { file: name },
  });
  await expect(gunzip(file, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
