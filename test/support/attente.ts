/** Waits until a state is there, and says what was awaited when it does not come: never a sleep for its own sake. */
export async function attends(
  quoi: string | (() => string),
  pret: () => Promise<boolean> | boolean,
  patienceMs = 90_000,
  /** Asking oftener may cost what it waits for. */
  pasMs = 25,
): Promise<void> {
  const limite = Date.now() + patienceMs;
  for (;;) {
    if (await pret()) return;
    if (Date.now() > limite) {
      throw new Error(`Attendu en vain : ${typeof quoi === 'string' ? quoi : quoi()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pasMs));
  }
}
