import { abortError, AppError } from '../../core/errors.js';
import { slices } from './encoding.js';

/** A line longer than this many characters is not one. */
const longestLine = 4 * 1024 * 1024;

/** All lines in their order, some thousands at a time; line ends may be of any kind. */
export async function* lineBatches(text: Blob, file: string, signal?: AbortSignal): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const bytes of slices(text, file, signal)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r(?=[^])/);
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new AppError('file/not-a-table', { file, kind: 'text' });
    yield lines;
    if (signal?.aborted) throw abortError();
  }
  rest = (rest + decoder.decode()).replace(/\r$/, '');
  if (rest !== '') yield [rest];
}
