import type { Warehouse } from '../../src/core/warehouse.js';
import { importFacts } from '../../src/data/warehouse/facts.js';
import { planSales, type SalesPlan } from '../../src/data/warehouse/sales-plan.js';
import type { ImportFacts, Repair, RepairCode, RoleChoice, Source } from '../../src/data/source.js';
import { createSchema, dropSchema } from '../../src/data/typed-table.js';
import { noChoices, type WarehouseChoices } from '../../src/data/warehouse/warehouse-choices.js';
import { warehouseRepairs } from '../../src/data/warehouse/warehouse-repairs.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { Sql } from '../../src/engine/sql.js';
import { Bench } from './support.js';

export interface Built {
  readonly warehouse: Warehouse;
  readonly facts: ImportFacts;
  readonly sources: readonly Source[];
  readonly plan: SalesPlan | null;
  /** Of all files, in their order. */
  readonly repairs: readonly Repair[];
}

export interface BuildOptions {
  readonly undone?: readonly RepairCode[];
  readonly choices?: WarehouseChoices;
  /** Roles that the person gave to columns, by file. */
  readonly roles?: Readonly<Record<string, RoleChoice>>;
}

/** Loads files by name and builds the warehouse of all, in an empty schema each time. */
export class WarehouseBench {
  private constructor(readonly bench: Bench) {}

  static async start(): Promise<WarehouseBench> {
    return new WarehouseBench(await Bench.start());
  }

  async build(
    files: Readonly<Record<string, string>>,
    { undone = [], choices = noChoices, roles = {} }: BuildOptions = {},
  ): Promise<Built> {
    const { engine, schema } = this.bench;
    await engine.useSchema('main');
    await dropSchema(engine, schema);
    await createSchema(engine, schema);
    await engine.useSchema(schema);
    const sources: Source[] = [];
    for (const [name, text] of Object.entries(files)) {
      const source = await this.bench.load(text, { name, choices: { roles: roles[name] ?? {} } });
      sources.push({ ...source, choices: { ...source.choices, undone } });
    }
    const plan = await planSales(engine, schema, sources, undefined, choices);
    const facts = await importFacts(engine, schema, sources, plan);
    const warehouse = await buildWarehouse(engine, schema, sources, plan, undefined, choices);
    const repairs = await warehouseRepairs(engine, schema, sources, plan);
    return { warehouse, facts, sources, plan, repairs: sources.flatMap(({ id }) => repairs.get(id) ?? []) };
  }

  rows(text: string): Promise<object[]> {
    return this.bench.engine.query(new Sql(text));
  }
}

/** Lines of a CSV file. */
export function csv(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
