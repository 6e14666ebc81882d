import * as v from 'valibot';

/**
 * `markdown` is what the person wrote; while it is null, the text of `template` is shown in the reader's language.
 */
export const params = v.object({
  markdown: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100_000))), null),
  template: v.optional(v.nullable(v.picklist(['welcome', 'exchange'])), null),
});

export type Params = v.InferOutput<typeof params>;
