import { headerKey } from '../roles/header.js';
import { customerColumn, type Part } from '../warehouse/parts.js';
import type { Source } from '../source.js';

/** What a company may know of its customers, in the four kinds of the course on customer relations. */
export const informationKinds = ['identification', 'qualification', 'history', 'behaviour'] as const;
export type InformationKind = (typeof informationKinds)[number];

export type FieldName =
  | 'customer_name'
  | 'address'
  | 'postcode'
  | 'city'
  | 'phone'
  | 'email'
  | 'sector'
  | 'siret'
  | 'capital'
  | 'headcount'
  | 'acquisition_source'
  | 'contact_name'
  | 'contact_role'
  | 'equipment'
  | 'order_customer'
  | 'order_date'
  | 'amount'
  | 'quantity'
  | 'payment_method'
  | 'contacts'
  | 'frequency'
  | 'basket'
  | 'mix'
  | 'place';

/** The file that would hold a field, by what its rows are. */
export type Holder = 'customers' | 'orders' | 'lines' | 'contacts';

/** One piece of information on a customer, and where to look for it. */
export interface InformationField {
  readonly name: FieldName;
  readonly kind: InformationKind;
  readonly holder: Holder;
  /** Expected of companies only: it counts in the grade where a file has it. */
  readonly isOptional: boolean;
  /** Worked out from the orders; no column is asked for. */
  readonly isComputed: boolean;
}

const field = (
  kind: InformationKind,
  holder: Holder,
  name: FieldName,
  traits: { isOptional?: true; isComputed?: true } = {},
): InformationField => ({ name, kind, holder, isOptional: false, isComputed: false, ...traits });

/** All fields, in the order in which they are shown. */
export const fields: readonly InformationField[] = [
  field('identification', 'customers', 'customer_name'),
  field('identification', 'customers', 'address'),
  field('identification', 'customers', 'postcode'),
  field('identification', 'customers', 'city'),
  field('identification', 'customers', 'phone'),
  field('identification', 'customers', 'email'),
  field('identification', 'customers', 'sector', { isOptional: true }),
  field('identification', 'customers', 'siret', { isOptional: true }),
  field('identification', 'customers', 'capital', { isOptional: true }),
  field('identification', 'customers', 'headcount', { isOptional: true }),
  field('qualification', 'customers', 'acquisition_source'),
  field('qualification', 'customers', 'contact_name', { isOptional: true }),
  field('qualification', 'customers', 'contact_role', { isOptional: true }),
  field('qualification', 'customers', 'equipment', { isOptional: true }),
  field('history', 'orders', 'order_customer'),
  field('history', 'orders', 'order_date'),
  field('history', 'lines', 'amount'),
  field('history', 'lines', 'quantity'),
  field('history', 'orders', 'payment_method'),
  field('history', 'contacts', 'contacts'),
  field('behaviour', 'orders', 'frequency', { isComputed: true }),
  field('behaviour', 'orders', 'basket', { isComputed: true }),
  field('behaviour', 'lines', 'mix', { isComputed: true }),
  field('behaviour', 'orders', 'place', { isComputed: true }),
];

/** Headers of what no role names. Looked at only where a column has no role. */
const headers: Readonly<Partial<Record<FieldName, RegExp>>> = {
  address: /^(?!.*(mail|web|ip_)).*(^|_)(adresse|adr|address|street|rue)(_|\d|$)/,
  sector: /(^|_)(secteur|profession|metier|activite|industry|sector|csp|naf|ape)(_|$)/,
  siret: /(^|_)siret(_|$)/,
  capital: /(^|_)capital(_|$)/,
  headcount: /(^|_)(effectifs?|salaries|headcount|employees)(_|$)/,
  contact_role: /(^|_)(fonction|poste|job_title|contact_role|role_contact)(_|$)/,
  contact_name: /(^|_)(interlocuteur|contact)(_|$)/,
  equipment: /(^|_)(equipements?|equipment|materiel|parc)(_|$)/,
};

/** Whether a header names where a person lives, or a person to talk to. */
export function isPersonHeader(name: string): boolean {
  const key = headerKey(name);
  return [headers.address, headers.contact_name].some((pattern) => pattern?.test(key));
}

/** The column of a file that holds a field: by its role, else by its header; undefined when it has none. */
export function columnOf(source: Source, name: FieldName): string | undefined {
  // Roles of a later vocabulary that are called like the field are understood too.
  const byRole = source.columns.find(({ role }) => role === (name as string));
  const pattern = headers[name];
  const byHeader = (): string | undefined =>
    pattern &&
    source.columns.find((column) => column.role === null && pattern.test(headerKey(column.name)))?.name;
  return byRole?.name ?? byHeader();
}

/** The files to ask for a field of the customer: the customers' own first, then those whose rows name a customer. */
export function customerParts(parts: readonly Part[]): Part[] {
  const order: readonly Part['kind'][] = ['customers', 'orders', 'lines'];
  return order.flatMap((kind) => parts.filter((part) => part.kind === kind && customerColumn(part)));
}
