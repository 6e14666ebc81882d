import type { FormField } from '../ui/params-form-field.js';

/** The parts of a valibot schema that a form reads; valibot's own types do not name them for a schema of any kind. */
interface SchemaNode {
  readonly kind: string;
  readonly type: string;
  readonly wrapped?: SchemaNode;
  readonly pipe?: readonly SchemaNode[];
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly options?: readonly unknown[];
  readonly item?: SchemaNode;
  readonly literal?: unknown;
  readonly requirement?: unknown;
}

/**
 * The form of a schema: one field per entry of an object schema that one control can hold, in the schema's order.
 * Entries of other shapes (lists of texts, objects, mixed unions) are left out: their analysis brings its own Controls.
 */
export function formFields(schema: object): FormField[] {
  const { entries } = unwrap(schema as SchemaNode).node;
  return Object.entries(entries ?? {}).flatMap(([name, entry]) => field(name, entry) ?? []);
}

function field(name: string, entry: SchemaNode): FormField | null {
  const { node, checks, nullable } = unwrap(entry);
  const has = (type: string): boolean => checks.some((check) => check.type === type);
  switch (node.type) {
    case 'number': {
      const step = has('integer') || has('safe_integer') ? 1 : bound(checks, 'multiple_of');
      return {
        name,
        nullable,
        kind: 'number',
        min: bound(checks, 'min_value'),
        max: bound(checks, 'max_value'),
        step,
      };
    }
    case 'boolean':
      return { name, nullable, kind: 'boolean' };
    case 'string':
      return { name, nullable, kind: has('iso_date') ? 'date' : 'text' };
    case 'picklist':
    case 'enum':
      return choice(name, nullable, node.options ?? []);
    case 'union':
      return choice(name, nullable, (node.options ?? []).map(literalOf));
    case 'array':
      return node.item && unwrap(node.item).node.type === 'number'
        ? { name, nullable, kind: 'numbers' }
        : null;
    default:
      return null;
  }
}

/** The schema inside optional, nullable and pipe, the checks met on the way, and whether null is a value. */
function unwrap(schema: SchemaNode): { node: SchemaNode; checks: readonly SchemaNode[]; nullable: boolean } {
  let node = schema;
  let nullable = false;
  const checks: SchemaNode[] = [];
  for (;;) {
    checks.push(...(node.pipe ?? []).filter((part) => part.kind === 'validation'));
    nullable ||= node.type === 'nullable' || node.type === 'nullish';
    if (!node.wrapped) return { node, checks, nullable };
    node = node.wrapped;
  }
}

function bound(checks: readonly SchemaNode[], type: string): number | null {
  const value = checks.find((check) => check.type === type)?.requirement;
  return typeof value === 'number' ? value : null;
}

function literalOf(option: unknown): unknown {
  const node = option as SchemaNode;
  return node.type === 'literal' ? node.literal : undefined;
}

function choice(name: string, nullable: boolean, options: readonly unknown[]): FormField | null {
  const isOption = (option: unknown): option is string | number =>
    typeof option === 'string' || typeof option === 'number';
  // One option is no choice.
  return options.length > 1 && options.every(isOption) ? { name, nullable, kind: 'choice', options } : null;
}
