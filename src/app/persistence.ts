/**
 * Asks the browser to keep what is stored here even when the disk gets full. Called when a person has entrusted data to
 * the app, never before: some browsers ask the person. Asked once; the browser remembers.
 */
export async function askToPersist(): Promise<void> {
  const { storage } = navigator;
  try {
    if (!(await storage.persisted())) await storage.persist();
  } catch {
    // Not every browser knows it: data are kept then as they were before.
  }
}
