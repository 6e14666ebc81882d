import { AppError } from '../core/errors.js';
import { loadFile, type LoadOptions, type ReadFile } from '../data/load.js';
import { openFile, type TableFile } from '../data/open.js';
import { reloadFile } from '../data/reload.js';
import type { ReadingChoices, RoleChoice, Source } from '../data/source.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { keptColumns, rolesThatFit } from './known-roles.js';
import type { RememberedRoles } from './remembered-roles.js';
import { asBefore, fitting, rolesBefore, rolesOf } from './roles-before.js';
import { columnNames } from './twins.js';

/** Loads files with the roles that their columns had before, and gives all of their rejects with them. */
export class FileLoader {
  readonly #engine: DataEngine;
  readonly #remembered: RememberedRoles;

  constructor(engine: DataEngine, remembered: RememberedRoles) {
    this.#engine = engine;
    this.#remembered = remembered;
  }

  /**
   * Loads a file with the roles that were chosen; without any, as it was read before, else with the roles that its columns
   * had in one of the old sources or in a file with the same header, as long as the values can still be that.
   */
  load(
    target: TableName,
    file: TableFile,
    old: readonly Source[],
    before: Source | undefined,
    options: LoadOptions & { readonly choices: ReadingChoices },
  ): Promise<readonly [Source, ReadFile]> {
    return withRejects(file, (onrejects) => this.#load(target, file, old, before, { ...options, onrejects }));
  }

  /** Reads the file of a source again, as a person decided. */
  reload(
    schema: string,
    source: Source,
    file: TableFile,
    choices: ReadingChoices,
  ): Promise<readonly [Source, ReadFile]> {
    return withRejects(file, (onrejects) =>
      reloadFile(this.#engine, schema, source, file, { choices, onrejects }),
    );
  }

  /** Reads another file in the place of a source's, with the roles that its columns had before. */
  async reloadAsOther(
    schema: string,
    source: Source,
    file: TableFile,
    old: readonly Source[],
  ): Promise<readonly [Source, ReadFile]> {
    const { dialect } = (await openFile(file)).table;
    return withRejects(file, (onrejects) =>
      fitting(this.#rolesFor(dialect.names, old), { roles: {} }, (choices) =>
        reloadFile(this.#engine, schema, source, file, { choices, onrejects }),
      ),
    );
  }

  async #load(
    target: TableName,
    file: TableFile,
    old: readonly Source[],
    before: Source | undefined,
    options: LoadOptions & { readonly choices: ReadingChoices },
  ): Promise<Source> {
    const isFree = Object.keys(options.choices.roles).length === 0;
    const again = isFree && before && !file.rows ? await this.#again(target, file, before, options) : null;
    if (again) return again;
    const opened = await options.opened;
    const { names, unnamed } = opened?.table.dialect ?? { names: [], unnamed: [] };
    const sampled = { names, unnamed, records: opened?.sample.records ?? [] };
    const known = isFree ? this.#rolesFor(keptColumns(sampled), old) : null;
    const roles = known && rolesThatFit(known, sampled);
    const source = await fitting(roles, options.choices, (choices) =>
      loadFile(this.#engine, target, file, { ...options, choices }),
    );
    // The columns of rows that come typed are known only now.
    return file.rows ? asBefore(source, old) : source;
  }

  /** The file with every choice that was made about it; null when it has other columns by now or cannot be read so. */
  async #again(
    target: TableName,
    file: TableFile,
    before: Source,
    { ready, signal, onprogress, onrejects }: LoadOptions,
  ): Promise<Source | null> {
    const choices = { ...before.choices, roles: rolesOf(before) };
    const told = {
      ...(ready ? { ready } : {}),
      ...(signal ? { signal } : {}),
      ...(onprogress ? { onprogress } : {}),
      ...(onrejects ? { onrejects } : {}),
    };
    try {
      const source = await loadFile(this.#engine, target, file, { choices, ...told });
      return columnNames(source) === columnNames(before) ? source : null;
    } catch (cause) {
      if (cause instanceof AppError) return null;
      throw cause;
    }
  }

  #rolesFor(names: readonly string[], old: readonly Source[]): RoleChoice | null {
    return rolesBefore(names, old) ?? this.#remembered.get(names);
  }
}

/** Reads a file, and keeps all of its rejects with it where the source lists only the first. */
async function withRejects(
  file: TableFile,
  read: (onrejects: (all: Blob) => void) => Promise<Source>,
): Promise<readonly [Source, ReadFile]> {
  let rejects: Blob | undefined;
  const source = await read((all) => (rejects = all));
  // A reading that was given up may have had other rejects.
  return [source, { ...file, rejects: source.rejectCount > source.rejects.length ? rejects : undefined }];
}
