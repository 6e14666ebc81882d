import * as v from 'valibot';
import { expect, test } from 'vitest';
import { formFields } from '../../src/analyses/params-form.js';
import ParamsForm from '../../src/ui/ParamsForm.svelte';
import { renderView } from '../support/render.js';

const schema = v.object({
  bins: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)), 5),
  topShare: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1)), 0.2),
  k: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2))), null),
  method: v.optional(v.picklist(['quantile', 'thresholds']), 'quantile'),
  threshold: v.nullish(v.union([v.literal('median'), v.literal(3)]), 'median'),
  ties: v.optional(v.boolean(), true),
  asOf: v.optional(v.nullable(v.pipe(v.string(), v.isoDate())), null),
  note: v.optional(v.string(), ''),
  features: v.optional(v.array(v.string()), []),
  mixed: v.optional(v.union([v.literal('auto'), v.number()]), 'auto'),
});

test('each entry that one control can hold becomes a field, in the order of the schema', () => {
  expect(formFields(schema)).toEqual([
    { name: 'bins', kind: 'number', nullable: false, min: 2, max: 10, step: 1 },
    { name: 'topShare', kind: 'number', nullable: false, min: 0.01, max: 1, step: null },
    { name: 'k', kind: 'number', nullable: true, min: 2, max: null, step: 1 },
    { name: 'method', kind: 'choice', nullable: false, options: ['quantile', 'thresholds'] },
    { name: 'threshold', kind: 'choice', nullable: true, options: ['median', 3] },
    { name: 'ties', kind: 'boolean', nullable: false },
    { name: 'asOf', kind: 'date', nullable: true },
    { name: 'note', kind: 'text', nullable: false },
  ]);
});

test('a schema without entries has no fields', () => {
  expect(formFields(v.object({}))).toEqual([]);
  expect(formFields(v.string())).toEqual([]);
});

test('the form draws labelled controls with bounds, options and the automatic choice', () => {
  const texts: Record<string, string> = {
    'param.bins': 'Nombre de classes',
    'param.method': 'Méthode',
    'param.method.quantile': 'Quantiles',
    'param.k.null': 'proposé',
  };
  const markup = renderView(
    ParamsForm,
    {
      fields: formFields(schema),
      values: v.parse(schema, {}),
      label: (key: string) => texts[key],
      onparams: () => undefined,
    },
    'fr',
  );
  const ids = [...markup.matchAll(/<label for="([^"]+)"[^>]*>(.*?)<\/label>/g)];
  expect(ids.map(([, , text]) => text)).toEqual([
    'Nombre de classes',
    'topShare',
    'k',
    'Méthode',
    'threshold',
    'ties',
    'asOf',
    'note',
  ]);
  for (const [, id] of ids) expect(markup).toContain(` id="${id}"`);
  expect(markup).toMatch(/type="number" min="2" max="10" step="1" value="5"/);
  expect(markup).toMatch(/type="number" min="2" step="1" placeholder="proposé" value=""/);
  expect(markup).toMatch(/<option value="quantile" selected[^>]*>Quantiles<\/option>/);
  expect(markup).toMatch(/<option value="thresholds"[^>]*>thresholds<\/option>/);
  expect(markup).toMatch(/<option value="">automatique<\/option>/);
  expect(markup).toMatch(/type="date" placeholder="automatique"/);
  expect(markup).toMatch(/type="checkbox" checked/);
});
