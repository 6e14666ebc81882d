import type { Role } from './roles.js';
import { vendorExports, type Vendor, type VendorExport } from './vendor-headers.js';

/** An export that is recognised: whose it is, and what its columns mean by position; undefined where it does not say. */
export interface Fingerprint {
  readonly vendor: Vendor;
  readonly roles: readonly (Role | null | undefined)[];
}

/** Headers of an export that it takes to be sure of it. */
const leastMarks = 4;

const known = vendorExports.map((each) => ({ each, marks: new Set(headersOf(each.marks)) }));

/** The program that wrote a file with these headers, null when none is recognised. */
export function vendorOf(names: readonly string[]): Vendor | null {
  return bestExport(names.map(comparable))?.vendor ?? null;
}

/** The whole mapping of a recognised export, null when none is recognised. */
export function fingerprintOf(names: readonly string[]): Fingerprint | null {
  const headers = names.map(comparable);
  const found = bestExport(headers);
  if (!found) return null;
  const others = new Set(headersOf(found.others));
  const roles: (Role | null | undefined)[] = headers.map((header) => (others.has(header) ? null : undefined));
  const taken = new Set<number>();
  for (const [role, choices] of Object.entries(found.roles) as [Role, string][]) {
    for (const header of headersOf(choices)) {
      const index = headers.indexOf(header);
      if (index < 0 || taken.has(index)) continue;
      taken.add(index);
      roles[index] = role;
      break;
    }
  }
  return { vendor: found.vendor, roles };
}

/** Among exports that share headers, the one with most of its marks in the file. */
function bestExport(headers: readonly string[]): VendorExport | null {
  const there = new Set(headers);
  let best: VendorExport | null = null;
  let most = 0;
  for (const { each, marks } of known) {
    const count = [...marks].filter((mark) => there.has(mark)).length;
    if (count < (each.least ?? leastMarks) || count <= most) continue;
    best = each;
    most = count;
  }
  return best;
}

function headersOf(list: string): string[] {
  return list === '' ? [] : list.split('|').map(comparable);
}

function comparable(header: string): string {
  return header.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
