interface FieldBase {
  /** Key of the params. */
  readonly name: string;
  /** True when the value may be left to the program. */
  readonly nullable: boolean;
}

/** One setting of a form: what may be entered, without its label. Dates are ISO texts. */
export type FormField = FieldBase &
  (
    | {
        readonly kind: 'number';
        readonly min: number | null;
        readonly max: number | null;
        /** 1 for whole numbers, null when any decimal is allowed. */
        readonly step: number | null;
      }
    | { readonly kind: 'choice'; readonly options: readonly (string | number)[] }
    | { readonly kind: 'boolean' }
    | { readonly kind: 'date' }
    | { readonly kind: 'text' }
    /** A list of numbers, entered with `;` between them. */
    | { readonly kind: 'numbers' }
  );
