import { adjustToTable } from './role-context.js';
import { assignRoles } from './role-assignment.js';
import { RoleEvidence } from './role-evidence.js';
import { matchHeader } from './header.js';
import { roles, type Role } from './roles.js';
import type { RoleChoice } from '../source.js';
import type { ColumnProfile } from './value-profile.js';
import { fingerprintOf } from './vendor-fingerprints.js';

/** The role of a column, and how sure that is. */
export interface RoleGuess {
  readonly role: Role | null;
  /** 0–1; 1 when a person chose it. Below `.7` it is for the person to confirm. */
  readonly confidence: number;
}

const headerWeight = 0.6;
const valueWeight = 0.4;
/** Claims below this are none. */
const least = 0.4;
/** A header below this says nothing. */
const leastHeader = 0.4;
/** Two readings that are closer than this are for the person to tell apart. */
const margin = 0.15;
const toConfirm = 0.69;
const ofVendor = 0.98;
const contradiction = 0.1;
/** A reading so far behind a column's best one is not taken because the best is given to another column. */
const farBehind = 0.25;

/**
 * Guesses the role of each column: a recognised export gives all of them, otherwise headers and values together, one to
 * one. What a person chose stands, and nothing else takes it.
 */
export function guessRoles(columns: readonly ColumnProfile[], chosen: RoleChoice = {}): RoleGuess[] {
  const isChosen = columns.map(({ name }) => Object.hasOwn(chosen, name));
  const taken = new Set(columns.map(({ name }, index) => (isChosen[index] ? chosen[name] : null)));
  const evidence = new RoleEvidence(columns);
  const fingerprint = fingerprintOf(columns.map(({ name }) => name));
  const scores = columns.map(({ name }, column) => {
    const vendorRole = fingerprint?.roles[column];
    if (isChosen[column] || vendorRole === null) return new Float64Array(roles.length);
    if (vendorRole && evidence.couldBe(vendorRole, column)) {
      const row = new Float64Array(roles.length);
      row[roles.indexOf(vendorRole)] = ofVendor;
      return row;
    }
    return claimsOf(name, column, evidence);
  });
  const forbidTaken = (): void => {
    for (const row of scores) roles.forEach((role, index) => taken.has(role) && (row[index] = 0));
  };
  forbidTaken();
  let assigned = assignRoles(scores, roles.length);
  if (!fingerprint) {
    const known = columns.map(({ name }, index) =>
      isChosen[index] ? (chosen[name] ?? null) : (roles[assigned[index]!] ?? null),
    );
    adjustToTable({ columns, evidence, scores, known, isChosen });
    forbidTaken();
    assigned = assignRoles(scores, roles.length);
  }
  return columns.map(({ name }, column) => {
    if (isChosen[column]) return { role: chosen[name] ?? null, confidence: 1 };
    const role = assigned[column]!;
    if (role < 0) return { role: null, confidence: 0 };
    const score = scores[column]![role]!;
    const isClose = !fingerprint && score - rival(scores, assigned, column, role) < margin;
    const sure = isClose ? Math.min(score, toConfirm) : score;
    return { role: roles[role] ?? null, confidence: Math.min(0.99, Math.round(sure * 100) / 100) };
  });
}

/** Header evidence weighs .6, values .4; where the header says nothing the values stand alone, worth less. */
function claimsOf(name: string, column: number, evidence: RoleEvidence): Float64Array {
  const row = new Float64Array(roles.length);
  let strongest = 0;
  for (const { role, score } of matchHeader(name)) {
    if (score < leastHeader || !evidence.couldBe(role, column)) continue;
    const fit = evidence.fit(role, column);
    // Where the values contradict, the header must be mistaken.
    if (fit <= contradiction) continue;
    strongest = Math.max(strongest, score);
    row[roles.indexOf(role)] = headerWeight * score + valueWeight * fit;
  }
  const scores = row.map((named, index) => {
    const role = roles[index]!;
    if (!evidence.couldBe(role, column)) return 0;
    const alone = evidence.alone(role, column) * (strongest > 0.85 && named === 0 ? 0.75 : 1);
    return Math.max(named, alone);
  });
  const weakest = Math.max(least, Math.max(...scores) - farBehind);
  return scores.map((score) => (score >= weakest ? score : 0));
}

/** The best other reading: another role that this column could have, or another column for this role, that are free. */
function rival(scores: readonly Float64Array[], assigned: Int32Array, column: number, role: number): number {
  let best = 0;
  scores[column]!.forEach((score, other) => {
    if (other !== role && !assigned.includes(other)) best = Math.max(best, score);
  });
  scores.forEach((row, other) => {
    if (other !== column && assigned[other] === -1) best = Math.max(best, row[role]!);
  });
  return best;
}
