import type { RoleChoice } from '../data/source.js';

/** A file before it is loaded: the names of its columns, and records from all over it. */
export interface SampledFile {
  readonly names: readonly string[];
  /** Positions of the columns whose names were made up. */
  readonly unnamed: readonly number[];
  readonly records: readonly (readonly string[])[];
}

/** The columns that become those of the table: one without a name that holds nothing, behind a last delimiter, does not. */
export function keptColumns({ names, unnamed, records }: SampledFile): string[] {
  const isFilled = (index: number): boolean => records.some((record) => (record[index] ?? '') !== '');
  return names.filter((_, index) => !unnamed.includes(index) || isFilled(index));
}

/** The roles without those that the values contradict and no type would tell: addresses without any @. */
export function rolesThatFit(choice: RoleChoice, { names, records }: SampledFile): RoleChoice {
  const isAddress = (name: string): boolean => {
    const index = names.indexOf(name);
    return records.some((record) => record[index]?.includes('@'));
  };
  return Object.fromEntries(
    Object.entries(choice).filter(([name, role]) => role !== 'email' || isAddress(name)),
  );
}
