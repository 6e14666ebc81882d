import { AppError } from '../../core/errors.js';
import { openFile, type Opened, type TableFile } from '../open.js';
import { fateOf, scanRecords } from '../text/records.js';
import { tokensOf } from './tokens.js';

/** Bytes judged. */
const headBytes = 256 * 1024;

/**
 * True for a text file (`.log`, `.txt` or without an ending) that is no table: sentences, or lines that do not agree on
 * their fields. A `.log` that is a clean table is none; other endings never are, they get the error that says what is wrong.
 */
export async function isFlatLog(file: TableFile, signal?: AbortSignal): Promise<boolean> {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (file.format !== 'csv' || !['log', 'txt', ''].includes(ending)) return false;
  try {
    return !(await isTable(await openFile(file, { signal }), ending === 'log'));
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const isText = cause.code === 'file/not-a-table' && cause.data['kind'] === 'text';
    return isText || (ending === 'log' && ['file/header-only', 'file/too-many-columns'].includes(cause.code));
  }
}

async function isTable({ table }: Opened, isCalledLog: boolean): Promise<boolean> {
  let fitting = 0;
  let all = 0;
  const text = table.text.slice(0, table.dialect.dataOffset + headBytes);
  await scanRecords({ ...table, text }, (record) => {
    const fate = fateOf(record, table.dialect);
    if (fate === 'empty') return;
    all += 1;
    if (fate === 'kept') fitting += 1;
  });
  const { names, repairs } = table.dialect;
  const share = all === 0 ? 1 : fitting / all;
  const hasNoHeader = repairs.some(({ code }) => code === 'header-made-up');
  // Dates and telephone numbers in the first line: it is a line of the log and names nothing.
  const isNamed = !hasNoHeader && !names.some((name) => tokensOf(name).some(isTelling));
  if (isCalledLog)
    return names.length >= 3 ? share >= (isNamed ? 0.9 : 0.98) : names.length > 1 && isNamed && share > 0.95;
  return isNamed || hasNoHeader ? share >= 0.6 : share >= 0.98;
}

function isTelling({ kind, form }: { kind: string; form: string | null }): boolean {
  return kind === 'value' && form !== 'number' && form !== 'id' && form !== 'isoDate' && form !== 'dayDate';
}
