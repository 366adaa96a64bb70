/** The shortest life there is: what a start, one workflow task and an end cost on this machine. */
export function vide(): Promise<void> {
  return Promise.resolve();
}
