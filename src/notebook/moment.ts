/** A moment as a document writes it: ISO, UTC. */
export function isoMoment(milliseconds: number = Date.now()): string {
  return new Date(milliseconds).toISOString();
}
